"""Tables of controlled documents and their revisions.

The partial indexes stand for PostgreSQL in the migrations only: naming its dialect here would import it at every start.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, ForeignKey, Index, Integer, Table, UniqueConstraint
from sqlalchemy import text as sql

from db.models.base import identity, metadata, text

document = Table(
    "document",
    metadata,
    identity(),
    text("code"),
    text("code_key"),
    text("code_sort"),
    text("title"),
    text("title_sort"),
    text("kind"),
    text("owner"),
    text("owner_sort"),
    text("note"),
    Column("review_on", Date),
    text("retention"),
    text("file_index"),
    text("electronic_place"),
    text("paper_place"),
    Column("binned_at", DateTime),
    Index(
        "uq_document_code_key",
        "code_key",
        unique=True,
        sqlite_where=sql("binned_at IS NULL"),
    ),
    Index("ix_document_review_on", "review_on", sqlite_where=sql("review_on IS NOT NULL")),
)

revision = Table(
    "revision",
    metadata,
    identity(),
    Column("document_id", Integer, ForeignKey("document.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    text("state"),
    Column("effective_on", Date),
    text("note"),
    Column("round", Integer, nullable=False, server_default="0"),
    UniqueConstraint("document_id", "number"),
    Index(
        "uq_revision_in_force",
        "document_id",
        unique=True,
        sqlite_where=sql("state = 'in_force'"),
    ),
    Index("ix_revision_planned", "effective_on", sqlite_where=sql("state = 'agreed'")),
)

revision_step = Table(
    "revision_step",
    metadata,
    identity(),
    Column("revision_id", Integer, ForeignKey("revision.id"), nullable=False, index=True),
    text("state"),
    Column("done_on", Date),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    text("name"),
    text("post"),
    text("note"),
)
