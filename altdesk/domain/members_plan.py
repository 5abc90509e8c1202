"""What an import of members would do: every row new, changed, same or doubtful, the person and the term together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from altdesk.domain.bodies import BodyPost
from altdesk.domain.bodies_kinds import post_of
from altdesk.domain.import_plan import Action, Decision, FieldChange, RowRepair, RowStatus
from altdesk.domain.marking import N_
from altdesk.domain.members_import import MemberDraft, MemberRow, draft_of
from altdesk.domain.members_terms import Registers, TermPlan
from altdesk.domain.people import Person
from altdesk.domain.people_matching import merged
from altdesk.domain.people_plan import (
    AGAIN,
    ELSEWHERE,
    LEAVE_OUT,
    LEFT,
    TAKE,
    PersonDecision,
    PlannedPerson,
)
from altdesk.domain.people_plan import compare as compare_people
from altdesk.domain.remarks import Remark, remark
from altdesk.domain.spans import Span

SAME_ROW = N_("Row %(row)s says the same.")
SEAT_TAKEN = N_("“%(post)s” has one seat, and row %(row)s names another holder for the same days.")
NEW_PERSON = N_("The person is not in the register yet and will be added as a student.")

MemberDecision = Decision[MemberDraft]
_OF_TIME = frozenset({"group", "course", "unit"})
"""What a student's past years give otherwise than today's without being another student."""


@dataclass(frozen=True, slots=True)
class PlannedMember:
    """One row with what would be done with the person and the term."""

    row: MemberRow
    person: PlannedPerson
    term: TermPlan
    status: RowStatus
    draft: MemberDraft
    proposed: PersonDecision = TAKE
    changes: tuple[FieldChange, ...] = ()
    reasons: tuple[Remark, ...] = ()

    @property
    def number(self) -> int:
        return self.row.number

    @property
    def repairs(self) -> tuple[RowRepair, ...]:
        return self.row.repairs

    @property
    def matches(self) -> tuple[Person, ...]:
        return self.person.matches


def compare(
    rows: Sequence[MemberRow], kept: Mapping[str, Sequence[Person]], registers: Registers
) -> list[PlannedMember]:
    """The plan of these rows; `kept` are all people by `person_key` of their names."""
    ordered = newest_first(rows, registers)
    people = compare_people([row.person for row in ordered], kept)
    settled = {planned.number: planned for planned in _people(ordered, people, registers)}
    whose = _whose(settled)
    plans = registers.plans([(row.draft, whose.get(row.number), not settled[row.number].reasons) for row in rows])
    return _Planning(settled, whose, registers).all(zip(rows, plans, strict=True))


def newest_first(rows: Iterable[MemberRow], registers: Registers) -> list[MemberRow]:
    """The rows in the order in which people are recognised: what is said of today counts before past years."""
    return sorted(rows, key=lambda row: _span(row, registers).starts_on, reverse=True)


def _span(row: MemberRow, registers: Registers) -> Span:
    return Span(row.draft.starts_on or registers.wishes.since, row.draft.ends_on)


def _people(
    rows: Iterable[MemberRow], planned: Iterable[PlannedPerson], registers: Registers
) -> Iterable[PlannedPerson]:
    """The people of the rows: a name that comes again is the same person, and past years change nobody."""
    for row, person in zip(rows, planned, strict=True):
        span = _span(row, registers)
        past = span.ends_on is not None and span.ends_on < registers.today
        yield _of_row(person, span, past=past)


def _of_row(planned: PlannedPerson, span: Span, *, past: bool) -> PlannedPerson:
    reasons = [each for each in planned.reasons if not _answered(each, planned, span, past=past)]
    changes = tuple(change for change in planned.changes if not (past and change.before))
    again = next((each for each in planned.reasons if each.message in AGAIN), None)
    if again is not None:
        return replace(planned, reasons=tuple(reasons), proposed=_joining(planned, again), changes=())
    if not planned.matches or (len(reasons) == len(planned.reasons) and changes == planned.changes):
        return planned
    match = planned.matches[0]
    status = RowStatus.DOUBTFUL if reasons else RowStatus.CHANGED if changes else RowStatus.SAME
    proposed = PersonDecision(Action.UPDATE, id=match.id) if changes else LEAVE_OUT
    draft = merged(match, list(changes))
    return replace(planned, status=status, reasons=tuple(reasons), changes=changes, proposed=proposed, draft=draft)


def _answered(reason: Remark, planned: PlannedPerson, span: Span, *, past: bool) -> bool:
    """Whether a doubt about a person is none for a member of these days."""
    if reason.message == ELSEWHERE:
        return past
    if reason.message == LEFT:
        left_on = planned.matches[0].left_on if planned.matches else None
        return left_on is not None and span.ends_on is not None and span.ends_on <= left_on
    if reason.message in AGAIN:
        against = {change.field for change in planned.changes if change.before}
        return planned.proposed.action is Action.JOIN or against <= _OF_TIME
    return False


def _joining(planned: PlannedPerson, again: Remark) -> PersonDecision:
    against = {change.field for change in planned.changes if change.before}
    row = again.values["row"]
    if planned.proposed.action is not Action.JOIN and against <= _OF_TIME and isinstance(row, int):
        return PersonDecision(Action.JOIN, row=row)
    return planned.proposed


def _whose(people: Mapping[int, PlannedPerson]) -> dict[int, int]:
    """The kept person each row speaks of, as far as it speaks of one."""
    found: dict[int, int] = {}
    for number, planned in people.items():
        proposed = planned.proposed
        if proposed.action is Action.JOIN and proposed.row is not None:
            if proposed.row in found:
                found[number] = found[proposed.row]
        elif proposed.id is not None:
            found[number] = proposed.id
        elif proposed.action is Action.SKIP and len(planned.matches) == 1:
            found[number] = planned.matches[0].id
    return found


class _Planning:
    """Puts person and term of each row together; remembers which seats earlier rows of the file have taken."""

    def __init__(self, people: Mapping[int, PlannedPerson], whose: Mapping[int, int], registers: Registers) -> None:
        self._people, self._whose, self._registers = people, whose, registers
        self._taken: dict[tuple[str, str], list[tuple[int, Span, object]]] = {}

    def all(self, rows: Iterable[tuple[MemberRow, TermPlan]]) -> list[PlannedMember]:
        return [self._planned(row, term) for row, term in rows]

    def _planned(self, row: MemberRow, term: TermPlan) -> PlannedMember:
        person = self._people[row.number]
        if term.possible and (said := self._within_the_file(row, term)) is not None:
            possible = said.message == SEAT_TAKEN and not self._kept(term)  # a new post can have more seats than usual
            term = replace(term, reasons=(*term.reasons, said), possible=possible)
        doubts = (*person.reasons, *term.reasons)
        joined = person.proposed.action is Action.JOIN
        says_new = not person.matches and not joined and not doubts
        changed = person.status is RowStatus.CHANGED or bool(term.changes)
        status = RowStatus.NEW if term.new else RowStatus.CHANGED if changed else RowStatus.SAME
        draft = draft_of(row.person.draft if joined else person.draft, row.draft)
        draft = replace(
            draft, body=term.body, body_post=term.post, starts_on=term.span.starts_on, ends_on=term.span.ends_on
        )
        return PlannedMember(
            row=row,
            person=person,
            term=term,
            status=RowStatus.DOUBTFUL if doubts else status,
            draft=draft,
            proposed=self._proposed(row, person, term),
            changes=(*person.changes, *term.changes),
            reasons=(*doubts, remark(NEW_PERSON)) if says_new else doubts,
        )

    def _proposed(self, row: MemberRow, person: PlannedPerson, term: TermPlan) -> PersonDecision:
        if not term.possible:
            return LEAVE_OUT
        if person.proposed.action is Action.SKIP and row.number in self._whose and (term.new or term.changes):
            return PersonDecision(Action.UPDATE, id=self._whose[row.number])
        return person.proposed

    def _within_the_file(self, row: MemberRow, term: TermPlan) -> Remark | None:
        """Why a row cannot stand beside an earlier one of the same post; None when it can."""
        who: object = self._whose.get(row.number) or self._root(row.number)
        one_seat = (self._kept(term) or post_of(term.post)).seats == 1
        said = None
        taken = self._taken.setdefault(term.place, [])
        for number, span, other in taken:
            if not span.overlaps(term.span):
                continue
            if other == who:
                said = said or remark(SAME_ROW, row=number)
            elif one_seat:
                said = said or remark(SEAT_TAKEN, row=number, post=term.post)
        if said is None:
            taken.append((row.number, term.span, who))
        return said

    def _kept(self, term: TermPlan) -> BodyPost | None:
        return self._registers.post(self._registers.body(term.body), term.post)

    def _root(self, number: int) -> str:
        """Who a row of somebody new speaks of: the first row of that person."""
        planned = self._people[number]
        if planned.proposed.action is Action.JOIN and planned.proposed.row in self._people:
            return self._root(planned.proposed.row or 0)
        return f"row {number}"
