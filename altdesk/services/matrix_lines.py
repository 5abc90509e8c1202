"""Rows and columns of a table: inserted, taken out, moved, filled from a pasted block; each verb one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Table

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.matrix import MOST_COLUMNS, MOST_ROWS, Grid, GridColumn
from altdesk.domain.matrix_cells import fitted
from altdesk.services.matrix import code_of, open_for_change, write_cells
from db.models.matrix import grid_cell, grid_column, grid_row
from db.step import Step


def insert_row(desk: Desk, grid_id: int, at: int) -> Changed:
    """Put an empty row at a place, counted from 0; `Changed.id` is the row."""
    with desk.step(N_("Insert a row into a table of %(code)s"), code=code_of(desk, grid_id)) as step:
        known = open_for_change(step, grid_id)
        step.made = _new_rows(step, known, at, 1)[0]
    return desk.done(step)


def insert_column(desk: Desk, grid_id: int, at: int, like: GridColumn | None = None) -> Changed:
    """Put an empty column at a place, counted from 0: what it holds and its common head are those of `like`."""
    pattern = like or GridColumn()
    with desk.step(N_("Insert a column into a table of %(code)s"), code=code_of(desk, grid_id)) as step:
        known = open_for_change(step, grid_id)
        if len(known.columns) >= MOST_COLUMNS:
            raise Refusal(N_("A table has at most %(most)s columns."), most=MOST_COLUMNS)
        step.made = step.add(
            grid_column, grid_id=grid_id, ordinal=0, head="", group_head=pattern.group, holds=pattern.holds.value
        )
        ids = [column.id for column in known.columns]
        ids.insert(max(0, min(at, len(ids))), step.made)
        _number(step, grid_column, ids)
    return desk.done(step)


def remove_rows(desk: Desk, grid_id: int, rows: Iterable[int]) -> Changed:
    """Take rows out with what stands in them."""
    gone = list(rows)
    with desk.step(N_("Remove rows from a table of %(code)s"), code=code_of(desk, grid_id)) as step:
        known = open_for_change(step, grid_id)
        gone = [row.id for row in known.rows if row.id in gone]
        step.made = grid_id
        step.remove(grid_cell, grid_cell.c.row_id.in_(gone))
        step.remove(grid_row, grid_row.c.id.in_(gone))
        _number(step, grid_row, [row.id for row in known.rows if row.id not in gone])
    return desk.done(step)


def remove_column(desk: Desk, grid_id: int, column_id: int) -> Changed:
    """Take a column out with what stands in it. Refused for the last one."""
    with desk.step(N_("Remove a column from a table of %(code)s"), code=code_of(desk, grid_id)) as step:
        known = open_for_change(step, grid_id)
        kept = [column.id for column in known.columns if column.id != column_id]
        if not kept:
            raise Refusal(N_("A table keeps at least one column. Remove the whole table instead."))
        step.made = grid_id
        step.remove(grid_cell, grid_cell.c.column_id == column_id)
        step.remove(grid_column, (grid_column.c.id == column_id) & (grid_column.c.grid_id == grid_id))
        _number(step, grid_column, kept)
    return desk.done(step)


def move_row(desk: Desk, grid_id: int, row_id: int, by: int) -> Changed:
    """Move a row up (by -1) or down (by 1); at the edge it stays."""
    with desk.step(N_("Move a row of a table of %(code)s"), code=code_of(desk, grid_id)) as step:
        known = open_for_change(step, grid_id)
        step.made = row_id
        _number(step, grid_row, _moved([row.id for row in known.rows], row_id, by))
    return desk.done(step)


def move_column(desk: Desk, grid_id: int, column_id: int, by: int) -> Changed:
    """Move a column to the left (by -1) or right (by 1); at the edge it stays."""
    with desk.step(N_("Move a column of a table of %(code)s"), code=code_of(desk, grid_id)) as step:
        known = open_for_change(step, grid_id)
        step.made = column_id
        _number(step, grid_column, _moved([column.id for column in known.columns], column_id, by))
    return desk.done(step)


def paste(desk: Desk, grid_id: int, block: Sequence[Sequence[str]], row: int, column: int) -> Changed:
    """Fill a block in from a place (row and column counted from 0); rows that are missing are added."""
    with desk.step(N_("Paste into a table of %(code)s"), code=code_of(desk, grid_id)) as step:
        known = open_for_change(step, grid_id)
        texts = fitted(block, known, column)
        missing = row + len(texts) - len(known.rows)
        rows = [each.id for each in known.rows]
        if missing > 0:
            rows += _new_rows(step, known, len(rows), missing)
            known = open_for_change(step, grid_id)
        columns = [each.id for each in known.columns]
        cells = {
            (rows[row + down], columns[column + across]): text
            for down, line in enumerate(texts)
            for across, text in enumerate(line)
        }
        write_cells(step, known, cells)
        step.made = grid_id
    return desk.done(step)


def _new_rows(step: Step, known: Grid, at: int, number: int) -> list[int]:
    if len(known.rows) + number > MOST_ROWS:
        raise Refusal(N_("A table has at most %(most)s rows."), most=MOST_ROWS)
    made = step.add_many(grid_row, [{"grid_id": known.id, "ordinal": 0} for _ in range(number)])
    ids = [row.id for row in known.rows]
    place = max(0, min(at, len(ids)))
    _number(step, grid_row, ids[:place] + made + ids[place:])
    return made


def _number(step: Step, table: Table, ids: Sequence[int]) -> None:
    """Number rows or columns in this order; only what came to stand elsewhere is written."""
    step.change_many(table, [(number, {"ordinal": ordinal}) for ordinal, number in enumerate(ids, 1)])


def _moved(ids: list[int], moved: int, by: int) -> list[int]:
    if moved not in ids:
        raise Refusal(N_("This row or column is no longer in the table."))
    at = ids.index(moved)
    ids.insert(max(0, min(at + by, len(ids) - 1)), ids.pop(at))
    return ids
