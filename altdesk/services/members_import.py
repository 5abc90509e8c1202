"""Import of members: a file is looked at, row by row against people and registers; nothing is written before yes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from altdesk.desk import Changed, Desk
from altdesk.domain.academic_year import academic_year
from altdesk.domain.bodies import POST_ROLE_NAMES, Body, BodyDraft, BodyKind, EndReason, PostRole
from altdesk.domain.bodies_kinds import GOVERNMENT_SHORT, is_government, kind_of
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.import_plan import Action, RowStatus
from altdesk.domain.marking import N_
from altdesk.domain.members_columns import MEMBERS_VOCABULARY, MembersField
from altdesk.domain.members_import import Known, MemberDraft, person_of, propose
from altdesk.domain.members_plan import MemberDecision, PlannedMember, compare, newest_first
from altdesk.domain.members_terms import NO_BODY, Registers, TermPlan, Wishes, by_name, posts_wanted
from altdesk.domain.people_decisions import Settlement
from altdesk.domain.people_import import NO_NAMES
from altdesk.domain.people_plan import LEAVE_OUT, PersonDecision
from altdesk.domain.remarks import Remark, remark
from altdesk.domain.spans import day_before
from altdesk.domain.text import clean, fold
from altdesk.files import Tell, silent
from altdesk.services import bodies, body_posts, duties, imports, people_import, rules, terms
from altdesk.services import people as people_service
from db.models.bodies import term as term_table
from db.queries import bodies as queries
from db.step import Step

SINCE = N_("Where the file does not say from when, the term begins on %(day)s.")
NEW_BODY = N_("The body “%(body)s” is not kept yet and will be added.")
NO_BODY_NAMED = N_("The file does not say of which body its people are. Name it with --body, or in a column “Body”.")
_RANKS = (PostRole.CHAIR, PostRole.DEPUTY, PostRole.SECRETARY, PostRole.NONE)
NEW_POST = N_("“%(body)s” has no post “%(post)s” yet; it will be added.")


@dataclass(frozen=True)
class MembersImport(imports.Planned[MembersField, PlannedMember]):
    """What a file would do to the registers of members. Without a column of names there are no rows."""

    unit_parents: Mapping[str, str]
    registers: Registers

    @property
    def has_names(self) -> bool:
        return self.names(MEMBERS_VOCABULARY.needed)


@imports.no_collecting()
def preview(
    desk: Desk,
    path: Path,
    mapping: Mapping[int, MembersField] | None = None,
    *,
    sheet: int | None = None,
    body_id: int | None = None,
    body: str = "",
    since: date | None = None,
    today: date | None = None,
) -> MembersImport:
    """Look at a file; nothing is written. `mapping` says what the columns hold where the heads do not say it.

    `body_id` is the body of rows that name none, or `body` its name where it is not kept yet; `since` the first day
    of terms without one (else that of the academic year). Refused when the file cannot be read or holds nobody.
    """
    begun = imports.begin(desk, path, MEMBERS_VOCABULARY, mapping, sheet)
    registers, known = _register(desk, body_id, clean(body).text, since, today or date.today())
    if not begun.names(MEMBERS_VOCABULARY.needed):
        return MembersImport(**vars(begun.plan((), (), remark(NO_NAMES))), unit_parents={}, registers=registers)
    proposal = propose(begun.rows, begun.heads, known)
    planned = compare(proposal.rows, people_import.kept_by_name(desk), registers)
    laid = begun.plan(planned, proposal.skipped, *_warnings(planned, registers))
    return MembersImport(**vars(laid), unit_parents=proposal.unit_parents, registers=registers)


def _register(desk: Desk, body_id: int | None, wanted: str, since: date | None, today: date) -> tuple[Registers, Known]:
    """The bodies and terms kept, as rows are compared with them and as the file's words are understood."""
    with desk.store.read() as connection:
        every, held = queries.all_bodies(connection), queries.every_term(connection)
        year_start = rules.read(connection).year_start
    body = next((body for body in every if body.id == body_id), every[0] if len(every) == 1 and not wanted else None)
    first = since or academic_year(today, year_start).first
    wishes = Wishes(first, body.name if body else wanted, desk.say(POST_ROLE_NAMES[PostRole.NONE]))
    names = {key: body.name for key, body in by_name(every).items()}
    return Registers(every, held, today, wishes), Known(today, names, year_start)


def _warnings(planned: Sequence[PlannedMember], registers: Registers) -> list[Remark]:
    """What is worth knowing before yes: days the file does not say, bodies and posts that would be new."""
    found: list[Remark] = []
    if any(row.term.new and row.row.draft.starts_on is None for row in planned):
        found.append(remark(SINCE, day=short_day(registers.wishes.since)))
    for place in dict.fromkeys((row.term.body, row.term.post) for row in planned if row.term.possible):
        body = registers.body(place[0])
        if body is None and place[0]:
            found.append(remark(NEW_BODY, body=place[0]))
        elif body is not None and registers.post(body, place[1]) is None:
            found.append(remark(NEW_POST, body=body.name, post=place[1]))
    return list({str(each): each for each in found}.values())


def refuse_without_body(plan: MembersImport) -> None:
    """Refused when nothing says of which body any of the rows is, and nobody is there to choose one."""
    if plan.rows and all(NO_BODY in {each.message for each in row.reasons} for row in plan.rows):
        raise Refusal(NO_BODY_NAMED)


def without_asking(plan: MembersImport) -> dict[int, MemberDecision]:
    """The doubtful rows that may be taken as proposed though nobody is asked: those that only the file makes doubtful,
    or only the parts of a name.

    No term that is kept ends, and nobody kept changes, in doubt.
    """
    doubtful = (row for row in plan.rows if row.status is RowStatus.DOUBTFUL and row.term.possible)
    sure = (row for row in doubtful if people_import.sure(row.reasons))
    return {row.number: _as_member(row, row.proposed) for row in sure}


def _as_member(row: PlannedMember, decision: PersonDecision) -> MemberDecision:
    return MemberDecision(decision.action, decision.id, decision.row, row.draft if decision.draft else None)


@imports.no_collecting()
def apply(
    desk: Desk,
    plan: MembersImport,
    decisions: Mapping[int, MemberDecision] | None = None,
    *,
    tell: Tell = silent,
) -> Changed:
    """Write what was planned, as one step. Doubtful rows are left out unless `decisions` (by row number) take them.

    `tell` hears how far it is; raising there takes the whole step back.
    Refused when the desk has changed since the file was looked at, and where a term taken breaks the rules of a post.
    """
    given = decisions or {}
    chosen = {row.number: _of_person(row, given.get(row.number)) for row in plan.rows}
    by_number = {row.number: row for row in plan.rows}
    ordered = newest_first([row.row for row in plan.rows], plan.registers)
    people_rows = [replace(each.person, proposed=each.proposed) for each in (by_number[row.number] for row in ordered)]
    with desk.step(N_("Import members: %(file)s"), file=plan.file) as step:
        imports.refuse_if_moved(desk, plan.state, step.id)
        matched = people_import.named_people(desk, people_rows, chosen)
        settlement = Settlement(people_rows, chosen, matched)
        added = people_import.write(step, settlement.writes(), matched, plan.unit_parents, tell)
        taken = []
        for row in plan.rows:
            if row.status is RowStatus.SAME or chosen[row.number].action is not Action.SKIP:
                person_id = settlement.whose(row.number, added)
                if person_id is not None:
                    taken.append((person_id, _draft(row, given.get(row.number))))
        _write_terms(step, plan.registers, taken)
        duties.refresh(step)
    return desk.done(step)


def _of_person(row: PlannedMember, decision: MemberDecision | None) -> PersonDecision:
    """What is decided about the person of a row; doubtful rows wait for a decision."""
    if decision is None:
        return LEAVE_OUT if row.status is RowStatus.DOUBTFUL else row.proposed
    draft = people_service.tidy(person_of(decision.draft)) if decision.draft is not None else None
    return PersonDecision(decision.action, decision.id, decision.row, draft)


def _draft(row: PlannedMember, decision: MemberDecision | None) -> MemberDraft:
    """Post and days of a row, as the file has them or as they were typed in the preview."""
    if decision is None or decision.draft is None:
        return row.row.draft
    typed = decision.draft
    return replace(row.row.draft, body=typed.body, body_post=typed.body_post)


def _write_terms(step: Step, registers: Registers, taken: Iterable[tuple[int, MemberDraft]]) -> None:
    every = list(taken)
    found = registers.plans([(draft, person_id, True) for person_id, draft in every])
    plans = [(person_id, draft, plan) for (person_id, draft), plan in zip(every, found, strict=True)]
    for person_id, draft, plan in plans:
        if plan.kept is not None and plan.changes:
            _change(step, person_id, draft, plan)
    new = [(person_id, draft, plan) for person_id, draft, plan in plans if plan.new]
    places = _Places(step, registers, [plan for _, _, plan in new])
    for person_id, draft, plan in sorted(new, key=lambda each: each[2].span.starts_on):
        if plan.replaces is not None:
            kept = terms.known_term(step.connection, plan.replaces.id)
            terms.close_term(step, kept, day_before(plan.span.starts_on), EndReason.REPLACED)
        terms.open_term(step, places.post_id(plan), person_id, plan.span, draft.term_note)


def _change(step: Step, person_id: int, draft: MemberDraft, plan: TermPlan) -> None:
    assert plan.kept is not None
    known = terms.known_term(step.connection, plan.kept.id)
    terms.check(step, terms.known_post(step.connection, known.body_post_id), person_id, plan.span, own=known.id)
    values = {"starts_on": plan.span.starts_on, "ends_on": plan.span.ends_on, "note": draft.term_note or known.note}
    step.change(term_table, known.id, **values)


class _Places:
    """The posts of new terms; bodies and posts that are not kept yet are made, each once."""

    def __init__(self, step: Step, registers: Registers, plans: Sequence[TermPlan]) -> None:
        self._step, self._registers = step, registers
        self._wanted = posts_wanted(plans)
        self._bodies: dict[str, int] = {}
        self._posts: dict[tuple[str, str], int] = {}

    def post_id(self, plan: TermPlan) -> int:
        kept = self._registers.body(plan.body)
        known = self._registers.post(kept, plan.post)
        if known is not None:
            return known.id
        if plan.place not in self._posts:
            body_id = self._body_id(kept, plan.body)
            for place, post in sorted(self._wanted.items(), key=lambda each: _RANKS.index(each[1].role)):
                missing = self._registers.post(kept, post.title) is None
                if place[0] == plan.place[0] and place not in self._posts and missing:
                    self._posts[place] = body_posts.insert(self._step, body_id, post)
        return self._posts[plan.place]

    def _body_id(self, kept: Body | None, name: str) -> int:
        if kept is not None:
            return kept.id
        key = fold(name)
        if key not in self._bodies:
            short = GOVERNMENT_SHORT if is_government(name) else ""
            draft = bodies.tidy(BodyDraft(name, short, kind=kind_of(name) or BodyKind.STUDENT_CLUB))
            self._bodies[key] = bodies.insert(self._step, draft)
        return self._bodies[key]
