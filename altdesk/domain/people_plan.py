"""What an import of people would do: every row new, changed, same or doubtful, and what the decisions come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from altdesk.domain.dates import short_day
from altdesk.domain.fold import fold
from altdesk.domain.import_plan import Action, Decision, FieldChange, RowRepair, RowStatus
from altdesk.domain.marking import N_
from altdesk.domain.people import Person, PersonDraft, PersonKind
from altdesk.domain.people_import import DraftRow, key_of
from altdesk.domain.people_matching import (
    NameMatch,
    agreements,
    differences,
    elsewhere,
    full_name,
    fuller,
    is_near,
    is_richer,
    joined,
    merged,
    name_changes,
    name_match,
    reached_alike,
)
from altdesk.domain.remarks import Remark, remark

UNCERTAIN = N_("It is not certain which word is the surname. Check the parts of the name.")
ONE_WORD = N_("The name is one word: it is kept as the given name.")
LETTERS_LOST = N_("Letters of the name were lost in the file. Put the name right.")
SPELLING_TAKEN = N_("“%(name)s” is kept, with other letters. The file's spelling would be taken.")
SPELLING_STAYS = N_("“%(name)s” is kept, with other letters. The kept spelling would stay.")
FULLER_KEPT = N_("“%(name)s” is kept. It may be the same person, written more fully.")
SHORTER_KEPT = N_("“%(name)s” is kept. It may be the same person, written more shortly.")
ELSEWHERE = N_("A person of this name is kept in another unit, group or kind. It may be somebody else.")
LEFT = N_("This person is kept as having left on %(day)s.")
SEVERAL_KEPT = N_("%(count)s people of this name are kept. Choose which of them is meant.")
TWICE = N_("Row %(row)s has the same name.")
TWICE_POST = N_("Row %(row)s has the same name. The post would become a further post of that person.")
SPELT = N_("Row %(row)s has this name with other letters.")
AGAIN = frozenset({TWICE, TWICE_POST, SPELT})
"""What is said of a row that has the name of an earlier one of the file."""

PersonDecision = Decision[PersonDraft]
TAKE = PersonDecision(Action.NEW)
LEAVE_OUT = PersonDecision(Action.SKIP)

_COMPARED = 20
"""A row is compared with so many earlier rows of its name."""


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """One row with what would be done. `draft` is what would be kept then; `matches` whom it may speak of."""

    row: DraftRow
    status: RowStatus
    draft: PersonDraft
    proposed: PersonDecision = TAKE
    changes: tuple[FieldChange, ...] = ()
    reasons: tuple[Remark, ...] = ()
    matches: tuple[Person, ...] = ()

    @property
    def number(self) -> int:
        return self.row.number

    @property
    def repairs(self) -> tuple[RowRepair, ...]:
        return self.row.repairs


def compare(rows: Sequence[DraftRow], kept: Mapping[str, Sequence[Person]]) -> list[PlannedPerson]:
    """The plan of these rows; `kept` are all people by `person_key` of their names."""
    return _Comparison(rows, kept).plan()


class _Said:
    """A person of whom earlier rows of the file spoke, first of all row `number`."""

    __slots__ = ("draft", "matches", "number")

    def __init__(self, planned: PlannedPerson) -> None:
        self.number = planned.number
        self.draft = planned.draft
        self.matches = planned.matches


class _Comparison:
    """Compares row by row; remembers which people are spoken for and which names the file had already."""

    def __init__(self, rows: Sequence[DraftRow], kept: Mapping[str, Sequence[Person]]) -> None:
        self._rows = rows
        self._kept = kept
        self._spoken_for: set[int] = set()
        self._earlier: dict[str, list[_Said]] = {}
        self._surnames: dict[str, list[Person]] | None = None

    def plan(self) -> list[PlannedPerson]:
        keys = [key_of(row.fold_key) for row in self._rows]
        pairs = list(zip(self._rows, keys, strict=True))
        same = {row.number: self._same(row, self._kept[key]) for row, key in pairs if key in self._kept}
        planned = []
        for row, key in pairs:
            person = same.get(row.number) or self._planned(row, key)
            planned.append(person)
            self._remember(key, person)
        return planned

    def _remember(self, key: str, planned: PlannedPerson) -> None:
        """What the file has said of a name so far: of each person once, with all that was joined."""
        said = self._earlier.get(key)
        if said is None:
            self._earlier[key] = [_Said(planned)]
        elif planned.proposed.action is Action.JOIN:
            next(each for each in said if each.number == planned.proposed.row).draft = planned.draft
        elif planned.status is not RowStatus.SAME or all(each.matches != planned.matches for each in said):
            said.append(_Said(planned))

    def _same(self, row: DraftRow, candidates: Sequence[Person]) -> PlannedPerson | None:
        """The row as one of these people, if it says nothing else of that person; a person not yet spoken for first."""
        first_free = sorted(candidates, key=lambda person: person.id in self._spoken_for)
        person = next((person for person in first_free if _nothing_to_say(row, person)), None)
        if person is None:
            return None
        self._spoken_for.add(person.id)
        return PlannedPerson(row, RowStatus.SAME, person, LEAVE_OUT, matches=(person,))

    def _planned(self, row: DraftRow, key: str) -> PlannedPerson:
        candidates = [person for person in self._kept.get(key, ()) if person.id not in self._spoken_for]
        if candidates:
            return self._against(row, candidates[0]) if len(candidates) == 1 else self._among(row, candidates)
        if key in self._earlier:
            return _again(row, self._earlier[key])
        near = self._near(row) if self._kept else []
        if near:
            return self._beside(row, near)
        lost = _has_lost_letters(row.draft)
        if row.certain and not lost:
            return PlannedPerson(row, RowStatus.NEW, row.draft)
        doubt = LETTERS_LOST if lost else UNCERTAIN if " " in row.fold_key else ONE_WORD
        return PlannedPerson(row, RowStatus.DOUBTFUL, row.draft, reasons=(remark(doubt),))

    def _against(self, row: DraftRow, person: Person) -> PlannedPerson:
        """The row against the one person of that name."""
        self._spoken_for.add(person.id)
        match = name_match(row, person)
        changes, reasons = differences(row, person), []
        stays = match is NameMatch.LETTERS and is_richer(person, row.draft)
        if match is NameMatch.LETTERS:
            reasons.append(remark(SPELLING_STAYS if stays else SPELLING_TAKEN, name=full_name(person)))
        if match is not NameMatch.EQUAL and not stays:
            changes = name_changes(row.draft, person) + changes
        if elsewhere(changes) and not reached_alike(row.draft, person):
            reasons.append(remark(ELSEWHERE))
        if _has_left(row, person):
            reasons.append(remark(LEFT, day=short_day(person.left_on) if person.left_on else ""))
        return _update(row, person, changes, reasons)

    def _among(self, row: DraftRow, people: Sequence[Person]) -> PlannedPerson:
        """The row among namesakes: the one it agrees with most, if there is one."""
        reasons = [remark(SEVERAL_KEPT, count=len(people))]
        agreed = sorted(((agreements(row, person), person) for person in people), key=lambda each: -each[0])
        if agreed[0][0] == agreed[1][0]:
            return PlannedPerson(row, RowStatus.DOUBTFUL, row.draft, LEAVE_OUT, (), tuple(reasons), tuple(people))
        person = agreed[0][1]
        self._spoken_for.add(person.id)
        changes = differences(row, person)
        if name_match(row, person) is not NameMatch.EQUAL and not is_richer(person, row.draft):
            changes = name_changes(row.draft, person) + changes
        found = _update(row, person, changes, reasons)
        return replace(found, matches=(person, *(other for other in people if other is not person)))

    def _beside(self, row: DraftRow, near: Sequence[Person]) -> PlannedPerson:
        """The row beside people whose name is written more fully or more shortly."""
        person = near[0]
        longer = fuller(row.draft, person)
        reasons = [remark(SHORTER_KEPT if longer else FULLER_KEPT, name=full_name(person))]
        if len(near) > 1:
            return PlannedPerson(row, RowStatus.DOUBTFUL, row.draft, TAKE, (), tuple(reasons), tuple(near))
        self._spoken_for.add(person.id)
        changes = differences(row, person)
        if not longer and not changes and agreements(row, person):
            return PlannedPerson(row, RowStatus.SAME, person, LEAVE_OUT, matches=(person,))
        return _update(row, person, name_changes(row.draft, person) + changes if longer else changes, reasons)

    def _near(self, row: DraftRow) -> list[Person]:
        """People of the same surname whose given name begins with the same letter and may be the same."""
        if self._surnames is None:
            self._surnames = {}
            for person in chain.from_iterable(self._kept.values()):
                self._surnames.setdefault(_surname_key(person), []).append(person)
        found = self._surnames.get(_surname_key(row.draft), ())
        return [person for person in found if person.id not in self._spoken_for and is_near(row.draft, person)]


def _surname_key(draft: PersonDraft) -> str:
    return f"{fold(draft.surname)} {fold(draft.given_name)[:1]}"


def _has_lost_letters(draft: PersonDraft) -> bool:
    """Whether an encoding without Kazakh letters, or a broken file, has left marks in their places."""
    name = f"{draft.surname}{draft.given_name}{draft.patronymic}"
    return "?" in name or "\ufffd" in name


def _nothing_to_say(row: DraftRow, person: Person) -> bool:
    if name_match(row, person) is not NameMatch.EQUAL or differences(row, person):
        return False
    return not _has_left(row, person)


def _has_left(row: DraftRow, person: Person) -> bool:
    """Whether somebody kept as having left stands in a list that does not say so."""
    return person.left_on is not None and row.draft.left_on is None


def _update(row: DraftRow, person: Person, changes: list[FieldChange], reasons: list[Remark]) -> PlannedPerson:
    status = RowStatus.DOUBTFUL if reasons else RowStatus.CHANGED if changes else RowStatus.SAME
    proposed = PersonDecision(Action.UPDATE, id=person.id) if changes else LEAVE_OUT
    return PlannedPerson(row, status, merged(person, changes), proposed, tuple(changes), tuple(reasons), (person,))


def _again(row: DraftRow, earlier: Sequence[_Said]) -> PlannedPerson:
    """The row after others of the same name: the same person once more, a further post, or a namesake."""
    other = min(earlier[-_COMPARED:], key=lambda each: len(differences(row, each.draft)))
    changes = differences(row, other.draft)
    against = {change.field for change in changes if change.before}
    both_staff = row.draft.kind is other.draft.kind is PersonKind.STAFF
    join = PersonDecision(Action.JOIN, row=other.number)
    together = joined(other.draft, row)
    if name_match(row, other.draft) is NameMatch.LETTERS:
        proposed, draft, reason = TAKE, row.draft, SPELT
    elif against - {"post", "unit"}:
        proposed, draft, reason = TAKE, row.draft, TWICE
    elif not against:
        proposed, draft, reason = join, together, TWICE
    elif row.draft.post and both_staff:
        proposed, draft, reason = join, together, TWICE_POST
    else:
        proposed, draft, reason = TAKE, row.draft, TWICE
    said = (remark(reason, row=other.number),)
    return PlannedPerson(row, RowStatus.DOUBTFUL, draft, proposed, tuple(changes), said, other.matches)
