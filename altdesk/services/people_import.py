"""Import of people: a file is looked at, row by row against the register; nothing is written before yes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.columns import Heads
from altdesk.domain.errors import Refusal
from altdesk.domain.import_plan import Counts, RowStatus, SkippedRow, counted
from altdesk.domain.marking import N_
from altdesk.domain.people import Person
from altdesk.domain.people_columns import NAME_FIELDS, PEOPLE_VOCABULARY, PeopleField
from altdesk.domain.people_decisions import PersonWrite, settle
from altdesk.domain.people_import import NO_NAMES, Proposal, key_of, propose
from altdesk.domain.people_plan import (
    LEAVE_OUT,
    TWICE,
    TWICE_POST,
    UNCERTAIN,
    PersonDecision,
    PlannedPerson,
    compare,
)
from altdesk.domain.remarks import Remark, remark
from altdesk.services import duties, imports, terms, units
from altdesk.services import people as people_service
from db.models.people import person
from db.queries import people as queries
from db.step import Step

OF_THE_FILE = frozenset({UNCERTAIN, TWICE, TWICE_POST})


@dataclass(frozen=True)
class PeopleImport:
    """What a file would do to the register, and where in the file it stands.

    `sheets` are the names of the file's sheets and `sheet` is the one looked at; `lines` are the first rows below the
    heads as text; `warnings` are about the file and its columns. Without a column of names there are no rows.
    """

    file: str
    sheets: tuple[str, ...]
    sheet: int
    heads: Heads[PeopleField]
    lines: tuple[tuple[str, ...], ...]
    warnings: tuple[Remark, ...]
    rows: Sequence[PlannedPerson]
    skipped: Sequence[SkippedRow]
    counts: Counts
    unit_parents: Mapping[str, str]
    state: imports.State  # of the desk it was compared with

    @property
    def has_names(self) -> bool:
        return bool(NAME_FIELDS & set(self.heads.mapping.values()))


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
    looked = imports.look(path, PEOPLE_VOCABULARY, sheet)
    heads = looked.heads if mapping is None else looked.heads.with_mapping(mapping)
    warnings = (*looked.warnings, *heads.remarks)
    state = imports.state_of(desk)
    if NAME_FIELDS & set(heads.mapping.values()):
        proposal = propose(looked.rows, heads, today or date.today())
        planned: Sequence[PlannedPerson] = compare(proposal.rows, _kept(desk))
    else:
        warnings = (*warnings, remark(NO_NAMES))
        proposal, planned = Proposal([], [], {}), ()
    return PeopleImport(
        file=path.name,
        sheets=looked.sheets,
        sheet=looked.sheet,
        heads=heads,
        lines=looked.lines(heads.first_row),
        warnings=warnings,
        rows=planned,
        skipped=proposal.skipped,
        counts=counted(list(planned), len(proposal.skipped)),
        unit_parents=proposal.unit_parents,
        state=state,
    )


def _kept(desk: Desk) -> dict[str, list[Person]]:
    """Everybody in the register by the key that all spellings of a name share."""
    found: dict[str, list[Person]] = {}
    with desk.store.read() as connection:
        for fold_key, kept in queries.every(connection):
            found.setdefault(key_of(fold_key), []).append(kept)
    return found


def without_asking(plan: PeopleImport) -> dict[int, PersonDecision]:
    """The doubtful rows that may be taken as proposed though nobody is asked: those that only the file makes doubtful.

    A row that may speak of somebody kept is not among them, so that nobody kept is changed in doubt.
    """
    doubtful = (row for row in plan.rows if row.status is RowStatus.DOUBTFUL)
    return {row.number: row.proposed for row in doubtful if all(each.message in OF_THE_FILE for each in row.reasons)}


@imports.no_collecting()
def apply(desk: Desk, plan: PeopleImport, decisions: Mapping[int, PersonDecision] | None = None) -> Changed:
    """Write what was planned, as one step. Doubtful rows are left out unless `decisions` (by row number) take them.

    Refused when the register has changed since the file was looked at.
    """
    chosen = {row.number: LEAVE_OUT for row in plan.rows if row.status is RowStatus.DOUBTFUL}
    chosen |= {number: _tidied(decision) for number, decision in (decisions or {}).items()}
    with desk.step(N_("Import people: %(file)s"), file=plan.file) as step:
        imports.refuse_if_moved(desk, plan.state, step.id)
        named = {decision.id for decision in chosen.values() if decision.id is not None}
        matched = {kept.id: kept for row in plan.rows for kept in row.matches}
        with desk.store.read() as connection:
            others = (queries.get(connection, number) for number in sorted(named - matched.keys()))
            matched |= {kept.id: kept for kept in others if kept is not None}
        _write(step, settle(plan.rows, chosen, matched), matched, plan.unit_parents)
        duties.refresh(step)
    return desk.done(step)


def _tidied(decision: PersonDecision) -> PersonDecision:
    """A draft edited in the preview is cleaned as one typed in the register."""
    return decision if decision.draft is None else replace(decision, draft=people_service.tidy(decision.draft))


def _write(step: Step, writes: Iterable[PersonWrite], kept: Mapping[int, Person], parents: Mapping[str, str]) -> None:
    places = units.Ensured(step, parents)
    new: list[PersonWrite] = []
    changed: list[PersonWrite] = []
    for write in writes:
        (new if write.id is None else changed).append(write)
    names = dict.fromkeys(write.draft.unit for write in (*new, *changed))
    places.make(names)
    place = {name: places.id(name) for name in names}
    made = step.add_columns(person, _columns(new, place)) if new else ()
    step.change_many(person, _changes(changed, place))
    for number, write in zip(made, new, strict=True):
        if write.draft.further_posts:
            people_service.set_further_posts(step, number, write.draft.further_posts)
    terms.follow(step, [write.id for write in changed if write.id is not None])
    for write in changed:
        if write.id is not None and write.draft.further_posts != kept[write.id].further_posts:
            people_service.set_further_posts(step, write.id, write.draft.further_posts)


def _columns(writes: Sequence[PersonWrite], place: Mapping[str, int | None]) -> dict[str, list[Any]]:
    drafts = [write.draft for write in writes]
    return people_service.columns_of(drafts, [place[each.unit] for each in drafts], [each.fold_key for each in writes])


def _changes(writes: Sequence[PersonWrite], place: Mapping[str, int | None]) -> Iterator[tuple[int, dict[str, Any]]]:
    columns = _columns(writes, place)
    for write, values in zip(writes, zip(*columns.values(), strict=True), strict=True):
        if write.id is not None:
            yield write.id, dict(zip(columns, values, strict=True))


def refuse_without_names(plan: PeopleImport) -> None:
    """Refused when no column of the file holds names, which only a person can put right."""
    if not plan.has_names:
        raise Refusal(NO_NAMES)
