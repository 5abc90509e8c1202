"""Tables of acquaintance: audiences, who owes what, and the printed sheets with their frozen rows."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, DateTime, ForeignKey, Index, Integer, Table, Text, UniqueConstraint
from sqlalchemy import text as sql

from db.models.base import identity, metadata, text

audience = Table(
    "audience",
    metadata,
    identity(),
    Column("document_id", Integer, ForeignKey("document.id"), nullable=False, index=True),
    Column("everyone", Boolean, nullable=False),
    Column("group_id", Integer, ForeignKey("saved_group.id"), index=True),
    Column("unit_id", Integer, ForeignKey("unit.id")),
    text("post"),
    text("post_key"),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
)

duty = Table(
    "duty",
    metadata,
    identity(),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("revision_id", Integer, ForeignKey("revision.id"), nullable=False),
    text("state"),
    Column("signed_on", Date),
    Column("expected", Boolean, nullable=False),
    Column("round", Integer, nullable=False, server_default="0"),
    UniqueConstraint("person_id", "revision_id"),
    Index("ix_duty_coverage", "revision_id", "expected", "state"),
    Index("ix_duty_owed", "person_id", "revision_id", sqlite_where=sql("expected = 1 AND state = 'owed'")),
)

sheet = Table(
    "sheet",
    metadata,
    identity(),
    Column("number", Integer, nullable=False, unique=True),
    text("kind"),
    Column("revision_id", Integer, ForeignKey("revision.id"), nullable=False, index=True),
    Column("residual_of", Integer, ForeignKey("sheet.id")),
    text("document_code"),
    text("document_title"),
    Column("revision_number", Integer, nullable=False),
    Column("effective_on", Date),
    text("organisation"),
    text("department"),
    Column("made_on", Date, nullable=False),
    Column("printed_on", Date),
    Column("expected_on", Date),
    Column("back_on", Date),
    Column("layout", Text),
    Column("round", Integer, nullable=False, server_default="0"),
    Column("change_number", Integer),  # the change of meaning that asked for the round, as printed
    Column("change_on", Date),
    *map(text, ("organisation_ru", "department_ru")),
)

sheet_row = Table(
    "sheet_row",
    metadata,
    identity(),
    Column("sheet_id", Integer, ForeignKey("sheet.id"), nullable=False),
    Column("no", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    text("full_name"),
    text("post"),
    text("state"),
    Column("signed_on", Date),
    text("note"),
    text("recorded_by"),
    Column("recorded_at", DateTime),
    UniqueConstraint("sheet_id", "no"),
)
