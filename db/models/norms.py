"""Tables of norms: what they are, how their state changed, who cites them, and which documents that asks to look at.

The partial index stands for PostgreSQL in the migrations only: naming its dialect here would import it at every start.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, ForeignKey, Index, Integer, Table, UniqueConstraint
from sqlalchemy import text as sql

from db.models.base import identity, metadata, text

norm = Table(
    "norm",
    metadata,
    identity(),
    text("designation"),
    text("code_key"),
    text("code_sort"),
    text("title"),
    text("title_sort"),
    text("kind"),
    text("state"),  # as the newest change says
    Column("changed_on", Date),
    text("change_note"),
    text("note"),
    Column("binned_at", DateTime),
    Index("uq_norm_code_key", "code_key", unique=True, sqlite_where=sql("binned_at IS NULL")),
)

norm_change = Table(
    "norm_change",
    metadata,
    identity(),
    Column("norm_id", Integer, ForeignKey("norm.id"), nullable=False, index=True),
    text("state"),
    Column("changed_on", Date, nullable=False),
    text("note"),
)

document_norm = Table(
    "document_norm",
    metadata,
    identity(),
    Column("document_id", Integer, ForeignKey("document.id"), nullable=False),
    Column("norm_id", Integer, ForeignKey("norm.id"), nullable=False),
    UniqueConstraint("document_id", "norm_id"),
    Index("ix_document_norm_norm_id", "norm_id", "document_id"),
)

norm_flag = Table(
    "norm_flag",
    metadata,
    identity(),
    Column("norm_change_id", Integer, ForeignKey("norm_change.id"), nullable=False),
    Column("norm_id", Integer, ForeignKey("norm.id"), nullable=False),
    Column("document_id", Integer, ForeignKey("document.id"), nullable=False),
    text("outcome"),
    Column("reviewed_on", Date),
    text("reviewed_by"),
    text("note"),
    Column("change_id", Integer),
    UniqueConstraint("norm_change_id", "document_id"),
    Index("ix_norm_flag_norm_id", "norm_id", "document_id"),
    Index("ix_norm_flag_document_id", "document_id", "norm_id"),
    Index("ix_norm_flag_open", "norm_id", "document_id", sqlite_where=sql("outcome = 'open'")),
)
