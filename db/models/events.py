"""Tables of events: the schedule, with what came of each, and the people of the register who took part."""

from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, ForeignKey, Index, Integer, Table, Time, UniqueConstraint
from sqlalchemy import text as sql

from db.models.base import identity, metadata, text

UNSAID = sql("state = 'held' AND (result = '' OR participants IS NULL)")
"""Held, and nobody has said how many came or with what result; asked as the index says it."""

OPEN = sql("state IN ('planned', 'moved')")
"""Nobody has said yet what became of it."""

event = Table(
    "event",
    metadata,
    identity(),
    Column("plan_row_id", Integer, ForeignKey("plan_row.id"), index=True),
    Column("body_id", Integer, ForeignKey("body.id")),
    Column("unit_id", Integer, ForeignKey("unit.id"), index=True),  # the institute it belongs to
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("meets_from", Date),  # what begins earlier is over by now, or too long to clash with it
    Column("starts_at", Time),
    Column("ends_at", Time),
    text("time_sort"),  # 09:30, empty for the whole day; orders the events of a day
    text("kind"),
    text("form"),
    text("direction"),
    text("level"),
    text("state"),
    Column("moved_from", Date),
    Column("expected", Integer),  # how many people are awaited
    Column("participants", Integer),  # how many came; NULL where nobody said yet
    Column("responsible_id", Integer, ForeignKey("person.id"), index=True),
    text("responsible"),
    text("responsible_sort"),
    text("place"),
    text("place_key"),
    text("whom"),  # who is awaited, in words
    text("title"),
    text("title_sort"),
    text("uid"),  # of the calendar, stable (RFC 5545)
    Column("sequence", Integer, nullable=False, server_default="0"),
    Column("changed_at", DateTime),
    Column("binned_at", DateTime),
    text("result"),
    text("reason"),
    text("note"),
    Index("ix_event_time", "starts_on", "time_sort", "id", "binned_at", "ends_on", "state"),
    Index("ix_event_place", "place_key", "starts_on"),
    Index("ix_event_title", "title_sort", "id"),
    Index("ix_event_open", "ends_on", sqlite_where=OPEN),
    Index("ix_event_body", "body_id", "starts_on", "time_sort", "id", "binned_at"),
    Index("ix_event_unsaid", "starts_on", "id", sqlite_where=UNSAID),
)

participant = Table(
    "participant",
    metadata,
    identity(),
    Column("event_id", Integer, ForeignKey("event.id"), nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False, index=True),
    text("role"),  # took part, organised, spoke
    text("full_name"),  # as it was when recorded
    text("post"),
    text("result"),  # a place taken, a thank-you letter
    UniqueConstraint("event_id", "person_id"),
)
