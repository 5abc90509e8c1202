"""Acquaintance (§13): sheets go out, come back and are ticked; who has signed and who owes is always answerable."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection

from altdesk.desk import Changed, Desk
from altdesk.domain.acquaintance import (
    USUAL_WAY,
    AudienceEntry,
    Coverage,
    Debtor,
    RowState,
    Sheet,
    SheetKind,
)
from altdesk.domain.documents import Revision, RevisionState
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.people import PersonLine
from altdesk.services import documents, duties
from altdesk.services.acquaintance_marks import add_handwritten, check_mark, mark, mark_back
from altdesk.services.acquaintance_sheets import (
    as_shown,
    expect_back,
    freeze,
    heads_now,
    layout,
    no_open_rows,
    printed,
    sheet,
    sheet_by_number,
    sheet_lines,
)
from db.models.acquaintance import sheet as sheet_table
from db.models.acquaintance import sheet_row
from db.queries import acquaintance as queries
from db.queries import audience as audience_queries
from db.queries import people as people_queries
from db.step import Step

__all__ = [
    "add_handwritten",
    "as_shown",
    "check_mark",
    "coverage",
    "debts",
    "debts_of",
    "expect_back",
    "freeze",
    "layout",
    "make_sheet",
    "mark",
    "mark_back",
    "missing",
    "missing_in_all",
    "no_open_rows",
    "printed",
    "refused_in_all",
    "residual",
    "sheet",
    "sheet_by_number",
    "sheet_lines",
    "still_owing",
]


def coverage(desk: Desk, text: str = "") -> list[Coverage]:
    """ "x of y" for every revision in force, in the order of the codes."""
    with desk.store.read() as connection:
        return queries.coverage(connection, text)


def missing_in_all(desk: Desk) -> int:
    """How many signatures are missing in all, as the coverage counts them."""
    with desk.store.read() as connection:
        return queries.missing_in_all(connection)


def refused_in_all(desk: Desk, person_id: int | None = None) -> int:
    """How many of the signatures missing were refused by an act: in all, or by one person."""
    with desk.store.read() as connection:
        return queries.refused_in_all(connection, person_id)


def missing(desk: Desk, revision_id: int) -> list[PersonLine]:
    """Those who must know a revision and have not signed it, in Kazakh order."""
    with desk.store.read() as connection:
        return people_queries.lines_by_name(connection, queries.missing(revision_id))


def debts(desk: Desk, text: str = "") -> list[Debtor]:
    """Everybody who owes, in Kazakh order."""
    with desk.store.read() as connection:
        return queries.debts(connection, text)


def debts_of(desk: Desk, person_id: int) -> Debtor | None:
    """What one person owes; None when nothing."""
    with desk.store.read() as connection:
        found = queries.debts(connection, person_id=person_id)
    return found[0] if found else None


def make_sheet(
    desk: Desk,
    revision_id: int,
    *,
    people: Iterable[int] | None = None,
    group_id: int | None = None,
    expected_on: date | None = None,
    today: date | None = None,
) -> Changed:
    """Make a sheet with a number of its own for those who still owe the revision.

    `people` or `group_id` choose from the audience and join it where they were outside; without either it is the
    whole audience, and for a document without one everybody. Refused when all of them have signed; for a revision that
    is withdrawn, which nobody owes any more; and for one without a day from which it is in force, which nobody owes
    yet. An agreed one whose day is planned may go round before it.
    """
    chosen = documents.revision_of(desk, revision_id)
    known = documents.get(desk, chosen.document_id)
    _refuse_unowed(chosen, known.code)
    with desk.step(N_("Make an acquaintance sheet of %(code)s"), code=known.code) as step:
        wanted = set(people) if people is not None else None
        _widen_audience(step, known.id, wanted, group_id)
        duties.refresh(step, documents=[known.id])
        if group_id is not None:
            wanted = set(step.connection.execute(people_queries.group_members(step.connection, group_id)).scalars())
        rows = _owing(step, known.id, revision_id, wanted)
        if not rows:
            raise Refusal(N_("There is nobody to put on the sheet: everybody asked for has signed or has left."))
        row = {"revision_id": revision_id, "kind": SheetKind.ACQUAINTANCE.value, "residual_of": None}
        row |= queries.round_now(step.connection, revision_id)
        head = _head(known.code, known.title, chosen.number, chosen.effective_on)
        step.made = _insert(step, row | head, rows, expected_on, today)
    return desk.done(step)


def _refuse_unowed(chosen: Revision, code: str) -> None:
    """Whoever is in the audience owes the revision in force, or the one that is planned to be."""
    if chosen.state is RevisionState.IN_FORCE or chosen.planned:
        return
    sentence = {
        RevisionState.DRAFT: N_(
            "Revision %(number)s of %(code)s is a draft. Say from when it is in force, then make its sheet."
        ),
        RevisionState.AGREED: N_(
            "Revision %(number)s of %(code)s is agreed only. Say from when it is in force, then make its sheet."
        ),
    }.get(chosen.state, N_("Revision %(number)s of %(code)s is withdrawn. Make the sheet of the one in force."))
    raise Refusal(sentence, field="revision", number=chosen.number, code=code)


def _widen_audience(step: Step, document_id: int, people: set[int] | None, group_id: int | None) -> None:
    kept = [audience_queries.entry(row) for row in audience_queries.rows(step.connection, document_id)]
    wider = list(kept)
    if group_id is not None and not any(entry.everyone for entry in kept):
        wider.append(AudienceEntry(group_id=group_id))
    if people is not None:
        members = audience_queries.members(step.connection, document_id)
        wider += [AudienceEntry(person_id=number) for number in sorted(people - members)]
    if not wider:
        wider.append(AudienceEntry(everyone=True))
    if wider != kept:
        documents.replace_audience(step, document_id, wider)


def _owing(step: Step, document_id: int, revision_id: int, wanted: set[int] | None) -> list[PersonLine]:
    """Whom the sheet lists: those asked for who have neither signed nor refused this revision."""
    closed = {
        number
        for number, state in queries.duty_states(step.connection, revision_id).items()
        if state in {duties.SIGNED, duties.REFUSED}
    }
    lines = people_queries.lines_by_name(step.connection, people_queries.active())
    members = audience_queries.members(step.connection, document_id)
    asked = (members if wanted is None else wanted & members) - closed
    return [line for line in lines if line.id in asked]


def _head(code: str, title: str, number: int, effective_on: date | None) -> dict[str, Any]:
    names = ("document_code", "document_title", "revision_number", "effective_on")
    return dict(zip(names, (code, title, number, effective_on), strict=True))


def _insert(
    step: Step, row: dict[str, Any], people: list[PersonLine], expected_on: date | None, today: date | None
) -> int:
    made = step.add(
        sheet_table,
        **row,
        **heads_now(step.connection),
        number=step.reserve("sheet number"),
        made_on=today or date.today(),
        printed_on=None,
        expected_on=expected_on,
        back_on=None,
        layout=None,
    )
    same = {"sheet_id": made, "state": RowState.PENDING.value, "signed_on": None}
    rows = [
        {**same, "no": no, "person_id": line.id, "full_name": line.full_name, "post": line.post}
        for no, line in enumerate(people, 1)
    ]
    step.add_many(sheet_row, rows)
    return made


def residual(desk: Desk, sheet_id: int, *, expected_on: date | None = None, today: date | None = None) -> Changed:
    """Make a residual sheet of the rows of a sheet that are still open, expected back in the usual time where no day
    is given. A residual sheet of the same people that is not back yet is the answer itself: nobody is asked on two
    papers. Refused when no row is open.
    """
    known = sheet(desk, sheet_id)
    with desk.step(N_("Make a residual sheet of sheet No. %(number)s"), number=known.number) as step:
        wanted = still_owing(step.connection, known)
        if not wanted:
            raise no_open_rows(known)
        step.made = _residual_out(step, known, wanted)
        if step.made is None:
            back = expected_on or (today or date.today()) + USUAL_WAY
            step.made = _insert_residual(step, known, wanted, back, today)
    return desk.done(step)


def still_owing(connection: Connection, known: Sheet) -> set[int]:
    """The people of a sheet's open rows who still owe its revision."""
    states = queries.duty_states(connection, known.revision_id)
    found = {row.person_id for row in known.rows if row.open and row.person_id is not None}
    return {number for number in found if states.get(number, duties.OWED) == duties.OWED}


def _residual_out(step: Step, known: Sheet, wanted: set[int]) -> int | None:
    """The residual sheet on its way that asks these people, and nobody else who still owes."""
    now = queries.round_now(step.connection, known.revision_id)["round"]
    for number in queries.residuals_out(step.connection, known.revision_id, now):
        found = queries.sheet_whole(step.connection, number)
        if found is not None and still_owing(step.connection, found) == wanted:
            return number
    return None


def _insert_residual(step: Step, known: Sheet, wanted: set[int], expected_on: date, today: date | None) -> int:
    people = people_queries.lines(step.connection, sorted(wanted))
    order = {row.person_id: row.no for row in known.rows}
    people.sort(key=lambda line: order[line.id])
    row = {"revision_id": known.revision_id, "kind": SheetKind.RESIDUAL.value, "residual_of": known.id}
    row |= queries.round_now(step.connection, known.revision_id)
    head = _head(known.document, known.title, known.revision, known.effective_on)
    return _insert(step, row | head, people, expected_on, today)
