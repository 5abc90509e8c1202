"""Tables of a document's revision: add one, change its cells and heads; those of a withdrawn revision stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import select

from altdesk.desk import Changed, Desk
from altdesk.domain.documents import RevisionState
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.matrix import NEW_GRIDS, Grid, GridKind, GridRow
from altdesk.domain.matrix_cells import read_cell
from altdesk.domain.text import clean
from altdesk.services import documents, matrix_copy
from db.models.matrix import grid, grid_cell, grid_column, grid_row
from db.queries import matrix as queries
from db.step import Step, now

Place = tuple[int, int]  # id of the row, id of the column


def get(desk: Desk, grid_id: int) -> Grid:
    """One table. Refused when there is no such record."""
    with desk.store.read() as connection:
        found = queries.get(connection, grid_id)
    if found is None:
        raise Refusal(N_("There is no such table."))
    return found


def of_revision(desk: Desk, revision_id: int, kind: GridKind | None = None) -> list[Grid]:
    """The tables of a revision, all or of one kind, in the order of the document."""
    with desk.store.read() as connection:
        found = queries.of_revisions(connection, [revision_id])
    return [each for each in found if kind in {None, each.kind}]


def open_for_change(step: Step, grid_id: int) -> Grid:
    """Within a step: the table as it stands. Refused when there is none, or when its revision is withdrawn."""
    found, place = queries.get(step.connection, grid_id), queries.place_of(step.connection, grid_id)
    if found is None or place is None:
        raise Refusal(N_("There is no such table."))
    code, number, state = place
    _refuse_withdrawn(code, number, RevisionState(state))
    return found


def _refuse_withdrawn(code: str, number: int, state: RevisionState) -> None:
    if state is RevisionState.WITHDRAWN:
        sentence = N_(
            "Revision %(number)s of %(code)s is withdrawn: its tables stay as they are. Change those of a newer one."
        )
        raise Refusal(sentence, code=code, number=number)


def add(desk: Desk, revision_id: int, kind: GridKind) -> Changed:
    """Add a table with the heads its kind begins with. Refused for a withdrawn revision."""
    found = documents.revision_of(desk, revision_id)
    known = documents.get(desk, found.document_id)
    with desk.step(N_("Add a table to %(code)s"), code=known.code) as step:
        _refuse_withdrawn(known.code, found.number, found.state)
        draft = NEW_GRIDS[kind]
        empty = GridRow(("",) * len(draft.columns))
        step.made = matrix_copy.insert(step, revision_id, replace(draft, rows=(empty,)))
    return desk.done(step)


def save(desk: Desk, grid_id: int, title: str, note: str) -> Changed:
    """Change the title of a table and the note below it."""
    with desk.step(N_("Change the title of a table of %(code)s"), code=code_of(desk, grid_id)) as step:
        open_for_change(step, grid_id)
        step.made = grid_id
        step.change(grid, grid_id, title=clean(title).text, note=clean(note).text)
    return desk.done(step)


def set_cells(desk: Desk, grid_id: int, cells: Mapping[Place, str]) -> Changed:
    """Change cells. Refused where a column of letters or crosses is given something else."""
    with desk.step(N_("Change a table of %(code)s"), code=code_of(desk, grid_id)) as step:
        known = open_for_change(step, grid_id)
        step.made = grid_id
        write_cells(step, known, cells)
    return desk.done(step)


def write_cells(step: Step, known: Grid, cells: Mapping[Place, str]) -> None:
    """Within a step: keep the texts of some cells of a table that may be changed."""
    holds = {column.id: column.holds for column in known.columns}
    rows = {row.id for row in known.rows}
    if any(row not in rows or column not in holds for row, column in cells):
        raise Refusal(N_("This row or column is no longer in the table."))
    chosen = select(grid_cell.c.row_id, grid_cell.c.column_id, grid_cell.c.id)
    chosen = chosen.join(grid_row, grid_row.c.id == grid_cell.c.row_id).where(grid_row.c.grid_id == known.id)
    kept = {(row[0], row[1]): row[2] for row in step.connection.execute(chosen)}
    new = []
    for place, typed in cells.items():
        text = read_cell(holds[place[1]], typed)
        if place in kept:
            step.change(grid_cell, kept[place], cell=text)
        elif text:
            new.append({"row_id": place[0], "column_id": place[1], "cell": text})
    step.add_many(grid_cell, new)


def set_head(desk: Desk, grid_id: int, column_id: int, head: str, group: str) -> Changed:
    """Change the head of a column, and the common head it stands under; an empty one stands alone."""
    with desk.step(N_("Change a head of a table of %(code)s"), code=code_of(desk, grid_id)) as step:
        known = open_for_change(step, grid_id)
        if all(column.id != column_id for column in known.columns):
            raise Refusal(N_("This row or column is no longer in the table."))
        step.made = grid_id
        step.change(grid_column, column_id, head=clean(head).text, group_head=clean(group).text)
    return desk.done(step)


def set_group(desk: Desk, grid_id: int, columns: Iterable[int], group: str) -> Changed:
    """Put columns under a common head; an empty one lets each stand alone."""
    wanted = set(columns)
    with desk.step(N_("Change a head of a table of %(code)s"), code=code_of(desk, grid_id)) as step:
        known = open_for_change(step, grid_id)
        step.made = grid_id
        text = clean(group).text
        step.change_many(grid_column, [(each.id, {"group_head": text}) for each in known.columns if each.id in wanted])
    return desk.done(step)


def with_tables(desk: Desk) -> list[int]:
    """The documents that have tables, in the order of their codes."""
    with desk.store.read() as connection:
        return queries.documents(connection)


def bin_(desk: Desk, grid_id: int) -> Changed:
    """Put a table into the bin; undo brings it back."""
    with desk.step(N_("A table of %(code)s to the bin"), code=code_of(desk, grid_id)) as step:
        open_for_change(step, grid_id)
        step.made = grid_id
        step.change(grid, grid_id, binned_at=now())
    return desk.done(step)


def code_of(desk: Desk, grid_id: int) -> str:
    """The code of the document a table belongs to. Refused when there is no such table."""
    with desk.store.read() as connection:
        place = queries.place_of(connection, grid_id)
    if place is None:
        raise Refusal(N_("There is no such table."))
    return place[0]
