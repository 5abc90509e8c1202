"""Whole tables put into a revision: from a draft, or as a copy of those of the revision before it."""

from __future__ import annotations

from sqlalchemy import case, exists, func, select

from altdesk.domain.matrix import GridDraft
from db.models.documents import revision
from db.models.matrix import grid, grid_cell, grid_column, grid_row
from db.queries import matrix as queries
from db.step import Step


def insert(step: Step, revision_id: int, draft: GridDraft) -> int:
    """Within a step: a table with all it holds, after those the revision has; cells are kept as the draft has them."""
    last = select(func.coalesce(func.max(grid.c.ordinal), 0)).where(grid.c.revision_id == revision_id)
    ordinal = int(step.connection.execute(last).scalar_one()) + 1
    row = {"revision_id": revision_id, "ordinal": ordinal, "kind": draft.kind.value, "title": draft.title}
    made = step.add(grid, **row, note=draft.note)
    columns = step.add_many(
        grid_column,
        [
            {"grid_id": made, "ordinal": at, "head": each.head, "group_head": each.group, "holds": each.holds.value}
            for at, each in enumerate(draft.columns, 1)
        ],
    )
    rows = step.add_many(grid_row, [{"grid_id": made, "ordinal": at} for at in range(1, len(draft.rows) + 1)])
    cells = [
        {"row_id": row_id, "column_id": column_id, "cell": text}
        for row_id, each in zip(rows, draft.rows, strict=True)
        for column_id, text in zip(columns, each.cells, strict=True)
        if text
    ]
    step.add_many(grid_cell, cells)
    return made


def carry_over(step: Step, document_id: int, onto: int) -> None:
    """Within a step: give a new revision a copy of the tables of the one in force, else of the newest that has any."""
    has = exists().where((grid.c.revision_id == revision.c.id) & grid.c.binned_at.is_(None))
    others = (revision.c.document_id == document_id) & (revision.c.id != onto) & has
    first = case((revision.c.state == "in_force", 0), else_=1)
    chosen = select(revision.c.id).where(others).order_by(first, revision.c.number.desc()).limit(1)
    old = step.connection.execute(chosen).scalar()
    for each in queries.of_revisions(step.connection, [] if old is None else [old]):
        insert(step, onto, each)
