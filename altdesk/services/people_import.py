"""Import of people: a file is looked at, row by row against the register; nothing is written before yes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.import_plan import RowStatus
from altdesk.domain.marking import N_
from altdesk.domain.people import Person
from altdesk.domain.people_columns import NAME_FIELDS, PEOPLE_VOCABULARY, PeopleField
from altdesk.domain.people_decisions import PersonWrite, settle
from altdesk.domain.people_import import NO_NAMES, key_of, propose
from altdesk.domain.people_plan import (
    AGAIN,
    LEAVE_OUT,
    ONE_WORD,
    UNCERTAIN,
    PersonDecision,
    PlannedPerson,
    compare,
)
from altdesk.domain.remarks import Remark, remark
from altdesk.files import Tell, silent
from altdesk.services import duties, imports, terms, units
from altdesk.services import people as people_service
from db.models.people import person
from db.queries import people as queries
from db.step import Step

NO_NAME_HEAD = N_("No column with names was found. Put a head above the names in the file, such as “Full name”.")
MANY, FEW = 10_000, 1_000
"""People added, and people changed, between two looks at whether to go on."""
OF_THE_FILE = AGAIN | {ONE_WORD, UNCERTAIN}
"""Doubts about the file alone: a name of an earlier row, one word, or parts that were guessed."""


@dataclass(frozen=True)
class PeopleImport(imports.Planned[PeopleField, PlannedPerson]):
    """What a file would do to the register. Without a column of names there are no rows."""

    unit_parents: Mapping[str, str]

    @property
    def has_names(self) -> bool:
        return self.names(NAME_FIELDS)


@imports.no_collecting()
def preview(
    desk: Desk,
    path: Path,
    mapping: Mapping[int, PeopleField] | None = None,
    *,
    sheet: int | None = None,
    today: date | None = None,
) -> PeopleImport:
    """Look at a file; nothing is written. `mapping` says what the columns hold where the heads do not say it.

    Refused when the file cannot be read or holds nobody.
    """
    begun = imports.begin(desk, path, PEOPLE_VOCABULARY, mapping, sheet)
    if not begun.names(NAME_FIELDS):
        return PeopleImport(**vars(begun.plan((), (), remark(NO_NAMES))), unit_parents={})
    proposal = propose(begun.rows, begun.heads, today or date.today())
    planned = compare(proposal.rows, kept_by_name(desk))
    return PeopleImport(**vars(begun.plan(planned, proposal.skipped)), unit_parents=proposal.unit_parents)


def kept_by_name(desk: Desk) -> dict[str, list[Person]]:
    """Everybody in the register by the key that all spellings of a name share."""
    found: dict[str, list[Person]] = {}
    with desk.store.read() as connection:
        for fold_key, kept in queries.every(connection):
            found.setdefault(key_of(fold_key), []).append(kept)
    return found


def without_asking(plan: PeopleImport) -> dict[int, PersonDecision]:
    """The doubtful rows that may be taken as proposed though nobody is asked: those that only the file makes doubtful.
    Whoever stands in it is in the register then, once more or as a namesake; the whole name is as it stands there.

    A row that may speak of somebody kept is not among them: nobody kept is changed in doubt.
    """
    doubtful = (row for row in plan.rows if row.status is RowStatus.DOUBTFUL)
    return {row.number: row.proposed for row in doubtful if sure(row.reasons)}


def sure(reasons: Iterable[Remark]) -> bool:
    """Whether a doubtful row can be taken as proposed with nobody to ask."""
    return all(each.message in OF_THE_FILE for each in reasons)


@imports.no_collecting()
def apply(
    desk: Desk,
    plan: PeopleImport,
    decisions: Mapping[int, PersonDecision] | None = None,
    *,
    tell: Tell = silent,
) -> Changed:
    """Write what was planned, as one step. Doubtful rows are left out unless `decisions` (by row number) take them.

    `tell` hears how far it is; raising there takes the whole step back.
    Refused when the register has changed since the file was looked at.
    """
    chosen = {row.number: LEAVE_OUT for row in plan.rows if row.status is RowStatus.DOUBTFUL}
    chosen |= {number: _tidied(decision) for number, decision in (decisions or {}).items()}
    with desk.step(N_("Import people: %(file)s"), file=plan.file) as step:
        imports.refuse_if_moved(desk, plan.state, step.id)
        matched = named_people(desk, plan.rows, chosen)
        write(step, settle(plan.rows, chosen, matched), matched, plan.unit_parents, tell)
        duties.refresh(step)
    return desk.done(step)


def _tidied(decision: PersonDecision) -> PersonDecision:
    """A draft edited in the preview is cleaned as one typed in the register."""
    return decision if decision.draft is None else replace(decision, draft=people_service.tidy(decision.draft))


def named_people(
    desk: Desk, rows: Iterable[PlannedPerson], decisions: Mapping[int, PersonDecision]
) -> dict[int, Person]:
    """By id, everybody whom the rows may speak of or a decision names."""
    matched = {kept.id: kept for row in rows for kept in row.matches}
    named = {decision.id for decision in decisions.values() if decision.id is not None}
    with desk.store.read() as connection:
        others = (queries.get(connection, number) for number in sorted(named - matched.keys()))
        return matched | {kept.id: kept for kept in others if kept is not None}


def write(
    step: Step,
    writes: Iterable[PersonWrite],
    kept: Mapping[int, Person],
    parents: Mapping[str, str],
    tell: Tell = silent,
) -> dict[int, int]:
    """Within a step: add and change people; the ids of those added, by the row of the file that named them first."""
    places = units.Ensured(step, parents)
    new: list[PersonWrite] = []
    changed: list[PersonWrite] = []
    for write in writes:
        (new if write.id is None else changed).append(write)
    names = dict.fromkeys(write.draft.unit for write in (*new, *changed))
    places.make(names)
    place = {name: places.id(name) for name in names}
    every = len(new) + len(changed)
    made: list[int] = []
    for at in range(0, len(new), MANY):
        tell(at, every)
        made += step.add_columns(person, _columns(new[at : at + MANY], place))
    for at in range(0, len(changed), FEW):
        tell(len(new) + at, every)
        step.change_many(person, _changes(changed[at : at + FEW], place))
    tell(every, every)
    for number, write in zip(made, new, strict=True):
        if write.draft.further_posts:
            people_service.set_further_posts(step, number, write.draft.further_posts)
    terms.follow(step, [write.id for write in changed if write.id is not None])
    for write in changed:
        if write.id is not None and write.draft.further_posts != kept[write.id].further_posts:
            people_service.set_further_posts(step, write.id, write.draft.further_posts)
    return {write.row: number for number, write in zip(made, new, strict=True)}


def _columns(writes: Sequence[PersonWrite], place: Mapping[str, int | None]) -> dict[str, list[Any]]:
    drafts = [write.draft for write in writes]
    return people_service.columns_of(drafts, [place[each.unit] for each in drafts], [each.fold_key for each in writes])


def _changes(writes: Sequence[PersonWrite], place: Mapping[str, int | None]) -> Iterator[tuple[int, dict[str, Any]]]:
    columns = _columns(writes, place)
    for write, values in zip(writes, zip(*columns.values(), strict=True), strict=True):
        if write.id is not None:
            yield write.id, dict(zip(columns, values, strict=True))


class HasNames(Protocol):
    """A plan that knows whether a column holds names."""

    @property
    def has_names(self) -> bool: ...


def refuse_without_names(plan: HasNames) -> None:
    """Refused when no column of the file holds names and nobody is there to choose one."""
    if not plan.has_names:
        raise Refusal(NO_NAME_HEAD)
