"""Tables of a document's revision: the responsibility matrix and its like, kept cell by cell for the history."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, ForeignKey, Integer, Table, UniqueConstraint

from db.models.base import identity, metadata, text

grid = Table(
    "grid",
    metadata,
    identity(),
    Column("revision_id", Integer, ForeignKey("revision.id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    text("kind"),
    text("title"),
    text("note"),
    Column("binned_at", DateTime),
)

grid_column = Table(
    "grid_column",
    metadata,
    identity(),
    Column("grid_id", Integer, ForeignKey("grid.id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    text("head"),
    text("group_head"),
    text("holds"),
)

grid_row = Table(
    "grid_row",
    metadata,
    identity(),
    Column("grid_id", Integer, ForeignKey("grid.id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
)

grid_cell = Table(
    "grid_cell",
    metadata,
    identity(),
    Column("row_id", Integer, ForeignKey("grid_row.id"), nullable=False),
    Column("column_id", Integer, ForeignKey("grid_column.id"), nullable=False, index=True),
    text("cell"),
    UniqueConstraint("row_id", "column_id"),
)
