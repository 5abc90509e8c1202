"""Tables of the change-registration sheet (§12): the entries of a document, and the sheets they were printed on."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, Table, UniqueConstraint

from db.models.base import identity, metadata, text

change_sheet = Table(
    "change_sheet",
    metadata,
    identity(),
    Column("document_id", Integer, ForeignKey("document.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("printed_on", Date, nullable=False),
    text("document_code"),
    text("document_title"),
    text("organisation"),
    text("organisation_ru"),
    UniqueConstraint("document_id", "number"),
)

change = Table(
    "change",
    metadata,
    identity(),
    Column("document_id", Integer, ForeignKey("document.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("revision_id", Integer, ForeignKey("revision.id")),  # the one in force when the entry was made
    text("paragraph"),
    text("wording"),
    Column("made_on", Date),
    text("name"),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    text("kind"),  # empty on a row printed blank and not typed in yet
    Column("corrects", Integer, ForeignKey("change.id")),
    Column("sheet_id", Integer, ForeignKey("change_sheet.id"), index=True),
    Column("round", Integer, nullable=False, server_default="0"),  # of acquaintance that it opened
    Column("due_on", Date),
    UniqueConstraint("document_id", "number"),
    Index("ix_change_revision_id", "revision_id", "round"),
)
