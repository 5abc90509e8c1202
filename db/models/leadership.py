"""Tables of the leadership's meetings with students and staff, and the issues raised there (§6)."""

from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, ForeignKey, Index, Integer, Table

from db.models.base import identity, metadata, text

leadership_meeting = Table(
    "leadership_meeting",
    metadata,
    identity(),
    Column("held_on", Date, nullable=False),
    text("audience"),  # students, staff, both
    text("leader"),
    text("leader_post"),
    Column("leader_id", Integer, ForeignKey("person.id"), index=True),
    Column("unit_id", Integer, ForeignKey("unit.id"), index=True),
    text("place"),
    Column("participants", Integer),
    text("topic"),
    text("topic_sort"),
    text("note"),
    Column("binned_at", DateTime),
    Index("ix_leadership_meeting_time", "held_on", "id", "binned_at"),
)

raised_issue = Table(
    "raised_issue",
    metadata,
    identity(),
    Column("meeting_id", Integer, ForeignKey("leadership_meeting.id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    text("issue"),
    text("answer"),
    text("responsible"),
    Column("due_on", Date),
    Column("settled_on", Date),
)
