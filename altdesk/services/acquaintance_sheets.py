"""Sheets of acquaintance as they stand: looked up, shown as paper shows them, printed and awaited."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from altdesk.desk import Changed, Desk
from altdesk.domain.acquaintance import RowState, Sheet, SheetLine
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.services import organisation
from db.models.acquaintance import sheet as sheet_table
from db.models.acquaintance import sheet_row
from db.queries import acquaintance as queries
from db.queries import people as people_queries
from db.step import Step


def sheet(desk: Desk, sheet_id: int) -> Sheet:
    """One sheet with its rows. Refused when there is no such sheet."""
    with desk.store.read() as connection:
        found = queries.sheet_whole(connection, sheet_id)
    if found is None:
        raise Refusal(N_("There is no such sheet."))
    return found


def sheet_by_number(desk: Desk, number: int) -> Sheet:
    """The sheet of this number. Refused when there is none."""
    with desk.store.read() as connection:
        found = queries.sheet_id(connection, number)
    if found is None:
        raise Refusal(N_("There is no sheet number %(number)s."), number=number)
    return sheet(desk, found)


def sheet_lines(desk: Desk, text: str = "", document_id: int | None = None) -> list[SheetLine]:
    """Every sheet, the newest first."""
    with desk.store.read() as connection:
        return queries.sheet_lines(connection, text, document_id)


def no_open_rows(known: Sheet) -> Refusal:
    """What is said where no row of a sheet awaits a signature; who refused is named, for the act closed the row."""
    refused = sum(row.state is RowState.REFUSED for row in known.rows)
    if not refused:
        return Refusal(N_("Sheet No. %(number)s has no open rows."), number=known.number)
    sentence = N_("Sheet No. %(number)s has no open rows (refused: %(refused)s).")
    return Refusal(sentence, number=known.number, refused=refused)


def as_shown(desk: Desk, sheet_id: int) -> Sheet:
    """The sheet as paper shows it: before its first print heads, names and posts are those of this moment."""
    known = sheet(desk, sheet_id)
    if known.printed_on is not None:
        return known
    with desk.store.read() as connection:
        wanted = [row.person_id for row in known.rows if row.person_id is not None]
        called = {line.id: line for line in people_queries.lines(connection, wanted)}
        heads = heads_now(connection)
    rows = tuple(
        replace(row, full_name=called[row.person_id].full_name, post=called[row.person_id].post)
        if row.person_id in called
        else row
        for row in known.rows
    )
    return replace(known, rows=rows, **heads)


def heads_now(connection: Connection) -> dict[str, Any]:
    """What stands at the head of a sheet printed now, as columns."""
    heads = organisation.read(connection)
    names = (heads.name, heads.name_ru, heads.department, heads.department_ru)
    return dict(zip(queries.HEADS, names, strict=True))


def freeze(desk: Desk, sheet_id: int) -> Sheet:
    """Keep names and posts as they are now; once a sheet is printed it stays as it was printed."""
    shown = as_shown(desk, sheet_id)
    with desk.step(N_("Bring sheet No. %(number)s up to date"), number=shown.number) as step:
        _keep(step, shown)
    desk.done(step)
    return shown


def _keep(step: Step, shown: Sheet) -> None:
    step.change(sheet_table, shown.id, **{name: getattr(shown, name) for name in queries.HEADS})
    step.change_many(sheet_row, [(row.id, {"full_name": row.full_name, "post": row.post}) for row in shown.rows])


def printed(desk: Desk, sheet_id: int, layout: str | None, on: date, shown: Sheet | None = None) -> Changed:
    """Record that a sheet was printed, with the cell map in mm (JSON) of what came out of the printer.

    `shown` is the sheet as it stands on the paper; at the first print its names are the ones kept. Without a
    layout (Word, single pages again) the stored one stays.
    """
    known = sheet(desk, sheet_id)
    with desk.step(N_("Print sheet No. %(number)s"), number=known.number) as step:
        step.made = sheet_id
        if shown is not None and known.printed_on is None:
            _keep(step, shown)
        step.change(sheet_table, sheet_id, printed_on=known.printed_on or on)
        if layout is not None:
            step.change(sheet_table, sheet_id, layout=layout)
    return desk.done(step)


def expect_back(desk: Desk, sheet_id: int, on: date | None) -> Changed:
    """Say by when a sheet is expected back."""
    known = sheet(desk, sheet_id)
    with desk.step(N_("Sheet No. %(number)s is expected back"), number=known.number) as step:
        step.made = sheet_id
        step.change(sheet_table, sheet_id, expected_on=on)
    return desk.done(step)


def layout(desk: Desk, sheet_id: int) -> str | None:
    """The stored cell map of a printed sheet, JSON; None when it was never printed."""
    with desk.store.read() as connection:
        return queries.sheet_layout(connection, sheet_id)
