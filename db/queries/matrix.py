"""Questions about the tables of a document's revisions."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, select

from altdesk.domain.matrix import Grid, GridColumn, GridKind, GridRow, Holds
from db.models.documents import document, revision
from db.models.matrix import grid, grid_cell, grid_column, grid_row


def get(connection: Connection, grid_id: int) -> Grid | None:
    """One table, whole; also one that lies in the bin."""
    return next(iter(_whole(connection, grid.c.id == grid_id)), None)


def of_revisions(connection: Connection, revision_ids: Iterable[int]) -> list[Grid]:
    """The tables of some revisions that are not in the bin, in the order of the document."""
    wanted = list(revision_ids)
    return _whole(connection, grid.c.revision_id.in_(wanted) & grid.c.binned_at.is_(None)) if wanted else []


def place_of(connection: Connection, grid_id: int) -> tuple[str, int, str] | None:
    """Where a table belongs: code of the document, number and state of the revision."""
    chosen = select(document.c.code, revision.c.number, revision.c.state)
    chosen = chosen.join_from(grid, revision, revision.c.id == grid.c.revision_id)
    chosen = chosen.join(document, document.c.id == revision.c.document_id).where(grid.c.id == grid_id)
    row = connection.execute(chosen).one_or_none()
    return None if row is None else (row[0], row[1], row[2])


def documents(connection: Connection) -> list[int]:
    """The documents that have tables, in the order of their codes."""
    chosen = select(document.c.id).where(document.c.binned_at.is_(None)).order_by(document.c.code_sort, document.c.id)
    has = select(revision.c.document_id).join(grid, grid.c.revision_id == revision.c.id)
    chosen = chosen.where(document.c.id.in_(has.where(grid.c.binned_at.is_(None))))
    return list(connection.execute(chosen).scalars())


def _whole(connection: Connection, where: ColumnElement[bool]) -> list[Grid]:
    tables = connection.execute(select(grid).where(where).order_by(grid.c.ordinal, grid.c.id)).all()
    ids = [each.id for each in tables]
    columns: dict[int, list[GridColumn]] = {number: [] for number in ids}
    rows: dict[int, list[int]] = {number: [] for number in ids}
    chosen = select(grid_column).where(grid_column.c.grid_id.in_(ids)).order_by(grid_column.c.ordinal, grid_column.c.id)
    for each in connection.execute(chosen):
        columns[each.grid_id].append(GridColumn(each.head, each.group_head, Holds(each.holds), each.id))
    lines = select(grid_row.c.id, grid_row.c.grid_id).where(grid_row.c.grid_id.in_(ids))
    for each in connection.execute(lines.order_by(grid_row.c.ordinal, grid_row.c.id)):
        rows[each.grid_id].append(each.id)
    cells = _cells(connection, ids)
    return [
        Grid(
            GridKind(each.kind),
            each.title,
            tuple(columns[each.id]),
            tuple(
                GridRow(tuple(cells.get((row, column.id), "") for column in columns[each.id]), row)
                for row in rows[each.id]
            ),
            each.note,
            each.id,
            each.revision_id,
        )
        for each in tables
    ]


def _cells(connection: Connection, grid_ids: list[int]) -> dict[tuple[int, int], str]:
    chosen = select(grid_cell.c.row_id, grid_cell.c.column_id, grid_cell.c.cell)
    chosen = chosen.join(grid_row, grid_row.c.id == grid_cell.c.row_id).where(grid_row.c.grid_id.in_(grid_ids))
    return {(row[0], row[1]): row[2] for row in connection.execute(chosen)}
