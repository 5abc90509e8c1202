"""Table of audit binders that were printed: what of, as of which day; the file itself is attached to its record."""

from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, ForeignKey, Index, Integer, Table

from db.models.base import identity, metadata, text

binder = Table(
    "binder",
    metadata,
    identity(),
    Column("document_id", Integer, ForeignKey("document.id"), index=True),
    Column("year", Integer),  # in which the academic year begins, for a binder of a year
    Column("as_of", Date, nullable=False),
    text("language"),
    text("title"),
    Column("pages", Integer, nullable=False),
    Column("made_at", DateTime, nullable=False),
    text("content"),  # JSON: its contents, the files that go with it, what could not be shown
    Index("ix_binder_as_of", "as_of"),
)
