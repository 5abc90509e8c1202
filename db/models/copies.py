"""Tables of where the paper is: revisions handed over for keeping, and working copies with their frozen holders.

The partial indexes stand for PostgreSQL in the migrations only: naming its dialect here would import it at every start.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, ForeignKey, Index, Integer, Table
from sqlalchemy import text as sql

from db.models.base import identity, metadata, text

working_copy = Table(
    "working_copy",
    metadata,
    identity(),
    Column("document_id", Integer, ForeignKey("document.id"), nullable=False),
    Column("revision_id", Integer, ForeignKey("revision.id"), nullable=False),
    Column("number", Integer, nullable=False),
    text("kind"),
    text("holder"),
    text("holder_sort"),
    text("post"),
    text("unit"),
    text("unit_sort"),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Column("given_on", Date, nullable=False),
    Column("returned_on", Date),
    Column("withdrawn_on", Date),
    text("note"),
    Column("binned_at", DateTime),
    Index(
        "uq_working_copy_document_id_number",
        "document_id",
        "number",
        unique=True,
        sqlite_where=sql("binned_at IS NULL"),
    ),
    Index(
        "ix_working_copy_open",
        "revision_id",
        sqlite_where=sql("returned_on IS NULL AND withdrawn_on IS NULL AND binned_at IS NULL"),
    ),
)

handover = Table(
    "handover",
    metadata,
    identity(),
    Column("revision_id", Integer, ForeignKey("revision.id"), nullable=False, index=True),
    text("what"),
    Column("sheets", Integer),
    Column("handed_on", Date),
    text("given_by"),
    text("given_by_post"),
    text("received_by"),
    text("received_by_post"),
    text("place"),
    text("note"),
    Column("binned_at", DateTime),
    *map(text, ("given_by_post_ru", "received_by_post_ru")),
)
