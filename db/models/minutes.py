"""Tables of minutes: meetings with who was there, their agenda, votes and resolved points, kept versions, phrases.

Short columns stand before long texts, so that SQLite need not read those to list or count.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, DateTime, ForeignKey, Index, Integer, Table, Text, Time, UniqueConstraint
from sqlalchemy import text as sql

from db.models.base import identity, metadata, text

minutes = Table(
    "minutes",
    metadata,
    identity(),
    Column("body_id", Integer, ForeignKey("body.id"), nullable=False),
    text("state"),
    Column("number_value", Integer),
    text("number"),
    text("number_key"),
    text("period"),
    Column("held_on", Date, nullable=False),
    Column("starts_at", Time),
    Column("ends_at", Time),
    text("verb"),
    text("tie_rule"),
    text("quorum_kind"),
    Column("quorum_parts", Integer, nullable=False),
    Column("quorum_of", Integer, nullable=False),
    Column("present", Integer),  # these three are noted when the minutes become final
    Column("entitled", Integer),
    Column("quorum", Boolean),
    Column("chair_id", Integer, ForeignKey("person.id")),
    text("chair_name"),
    text("chair_post"),
    Column("secretary_id", Integer, ForeignKey("person.id")),
    text("secretary_name"),
    text("secretary_post"),
    Column("version", Integer, nullable=False),
    Column("finalized_at", DateTime),
    Column("signed_on", Date),
    Column("binned_at", DateTime),
    text("body_name"),
    text("organisation"),
    text("department"),
    text("city"),
    text("place"),
    text("title"),
    text("notes"),
    text("reopened"),
    *map(text, ("body_name_ru", "organisation_ru", "department_ru")),
    Index(
        "uq_minutes_number",
        "body_id",
        "period",
        "number_key",
        unique=True,
        sqlite_where=sql("number_key <> ''"),
    ),
    Index("ix_minutes_list", "held_on", "id", "binned_at"),
    Index("ix_minutes_body_id_held_on", "body_id", "held_on"),
    Index("ix_minutes_state", "state"),
)

attendee = Table(
    "attendee",
    metadata,
    identity(),
    Column("minutes_id", Integer, ForeignKey("minutes.id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Column("votes", Boolean, nullable=False),
    text("state"),
    text("stays"),
    text("full_name"),
    text("post"),
    text("reason"),
)

agenda_item = Table(
    "agenda_item",
    metadata,
    identity(),
    Column("minutes_id", Integer, ForeignKey("minutes.id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    Column("carried_from", Integer, ForeignKey("agenda_item.id"), index=True),
    text("state"),
    Column("dealt", Boolean, nullable=False),
    Column("starts_at", Time),
    Column("ends_at", Time),
    text("vote"),
    text("majority"),
    Column("votes_for", Integer),  # NULL: everybody present and entitled who did not vote otherwise
    Column("votes_against", Integer, nullable=False),
    Column("votes_abstained", Integer, nullable=False),
    text("chair_vote"),
    text("result"),
    Column("speaker_id", Integer, ForeignKey("person.id")),
    text("speaker"),
    text("speaker_post"),
    text("title"),
    text("resolved"),  # the points in one text, to be found by
    text("heard"),
    text("discussed"),
)

named_vote = Table(
    "named_vote",
    metadata,
    identity(),
    Column("item_id", Integer, ForeignKey("agenda_item.id"), nullable=False),
    Column("attendee_id", Integer, ForeignKey("attendee.id"), nullable=False, index=True),
    text("choice"),
    UniqueConstraint("item_id", "attendee_id"),
)

resolved_point = Table(
    "resolved_point",
    metadata,
    identity(),
    Column("item_id", Integer, ForeignKey("agenda_item.id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    Column("due_on", Date),
    text("due_text"),
    text("text"),
)

point_person = Table(
    "point_person",
    metadata,
    identity(),
    Column("point_id", Integer, ForeignKey("resolved_point.id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id")),
    text("full_name"),
    text("post"),
)

minutes_version = Table(
    "minutes_version",
    metadata,
    identity(),
    Column("minutes_id", Integer, ForeignKey("minutes.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("kept_at", DateTime, nullable=False),
    text("kept_by"),
    Column("reopened_at", DateTime),
    text("reason"),
    Column("content", Text, nullable=False),
    UniqueConstraint("minutes_id", "number"),
)

phrase = Table(
    "phrase",
    metadata,
    identity(),
    text("key"),
    text("key_fold"),
    text("language"),
    text("section"),
    text("text"),
    UniqueConstraint("key_fold", "language"),
)
