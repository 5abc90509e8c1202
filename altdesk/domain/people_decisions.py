"""What the decisions about an import of people come to: whom to add and whom to change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from altdesk.domain.fold import fold
from altdesk.domain.import_plan import Action, RowStatus
from altdesk.domain.people import Person, PersonDraft
from altdesk.domain.people_matching import differences, full_name, joined, merged, name_changes
from altdesk.domain.people_plan import PersonDecision, PlannedPerson


@dataclass(frozen=True, slots=True)
class PersonWrite:
    """A person to be added (no `id`) or changed, with the find key of the name; `row` named the person first."""

    id: int | None
    draft: PersonDraft
    fold_key: str
    row: int


@dataclass(slots=True)
class _Target:
    """A record that rows of the file come to; without `fold_key` where the name may be another than the row's."""

    row: int  # the first of them
    id: int | None
    before: PersonDraft | None
    draft: PersonDraft
    fold_key: str


def settle(
    planned: Sequence[PlannedPerson], decisions: Mapping[int, PersonDecision], kept: Mapping[int, Person]
) -> list[PersonWrite]:
    """What is to be written after the person's decisions (by row number; without one, what was proposed).

    `kept` are people by id, needed for those whom a decision names. Rows that change nothing are not among the writes;
    a row that was to join one now left out is taken as new.
    """
    return Settlement(planned, decisions, kept).writes()


class Settlement:
    """Which person each taken row comes to, and what has to be written of them."""

    def __init__(
        self, planned: Sequence[PlannedPerson], decisions: Mapping[int, PersonDecision], kept: Mapping[int, Person]
    ) -> None:
        self._kept = kept
        self._targets: list[_Target] = []
        self._by_row: dict[int, _Target] = {}
        self._by_id: dict[int, _Target] = {}
        self._same: dict[int, PlannedPerson] = {}
        for person in planned:
            self._take(person, decisions.get(person.number, person.proposed))

    def whose(self, row: int, added: Mapping[int, int]) -> int | None:
        """The id of the person a row came to, `added` being those written; None for a row that was left out."""
        if row in self._same:
            return self._same[row].matches[0].id
        target = self._by_row.get(row)
        return None if target is None else added[target.row] if target.id is None else target.id

    def _take(self, planned: PlannedPerson, decision: PersonDecision) -> None:
        action = decision.action
        row = planned.row if decision.draft is None else replace(planned.row, draft=decision.draft)
        if action is Action.SKIP:
            if planned.status is RowStatus.SAME:
                self._same[planned.number] = planned
            return
        if action is Action.UPDATE and decision.id is not None:
            target = self._of_person(decision.id, planned)
            target.draft = self._updated(planned, decision, target)
        elif action is Action.JOIN and (joining := self._joining(decision.row)):
            target = joining
            target.draft = joined(target.draft, row)
        else:
            target = _Target(row.number, None, None, row.draft, row.fold_key if decision.draft is None else "")
            self._targets.append(target)
        self._by_row[planned.number] = target

    def writes(self) -> list[PersonWrite]:
        """Everything that has to be written, in the order of the file."""
        changed = (each for each in self._targets if each.draft != each.before)
        return [
            PersonWrite(each.id, each.draft, each.fold_key or fold(full_name(each.draft)), each.row) for each in changed
        ]

    def _joining(self, row: int | None) -> _Target | None:
        """What an earlier row came to; for one that only repeats a kept person, that person."""
        if row in self._same:
            same = self._same[row]
            return self._of_person(same.matches[0].id, same)
        return self._by_row.get(row) if row is not None else None

    def _of_person(self, person_id: int, planned: PlannedPerson) -> _Target:
        if person_id not in self._by_id:
            person = next((match for match in planned.matches if match.id == person_id), None) or self._kept[person_id]
            before = merged(person, [])
            target = _Target(planned.number, person_id, before, before, "")
            self._by_id[person_id] = target
            self._targets.append(target)
        return self._by_id[person_id]

    def _updated(self, planned: PlannedPerson, decision: PersonDecision, target: _Target) -> PersonDraft:
        if decision.draft is not None:
            return decision.draft
        if decision.id == planned.proposed.id:
            return merged(target.draft, list(planned.changes))
        names = [change for change in name_changes(planned.row.draft, target.draft) if change.after]
        return merged(target.draft, names + differences(planned.row, target.draft))
