"""Tables of plans: their rows, their versions as approved, and the way of the paper through its approvals."""

from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from db.models.base import identity, metadata, text

plan = Table(
    "plan",
    metadata,
    identity(),
    text("kind"),
    Column("year", Integer, nullable=False),  # the calendar year in which its academic year begins
    Column("body_id", Integer, ForeignKey("body.id"), index=True),
    Column("unit_id", Integer, ForeignKey("unit.id"), index=True),
    text("title"),
    text("title_sort"),
    text("approach"),  # of the programme, §5.5.3
    text("study"),  # the four steps of the cycle of §5.5.2, in words
    text("aims"),
    text("carried_out"),
    text("analysis"),
    text("note"),
    Column("binned_at", DateTime),
    Index("ix_plan_list", "year", "title_sort", "id", "binned_at"),
)

plan_row = Table(
    "plan_row",
    metadata,
    identity(),
    Column("plan_id", Integer, ForeignKey("plan.id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    text("precision"),  # how exactly the time is said: day, days, month, months, monthly, year
    Column("first_on", Date, nullable=False),
    Column("last_on", Date, nullable=False),
    text("kind"),
    text("form"),
    text("direction"),
    text("level"),
    text("state"),
    Column("held_on", Date),
    Column("moved_on", Date),  # the new day of a moved one
    Column("responsible_id", Integer, ForeignKey("person.id"), index=True),
    text("responsible"),
    text("responsible_sort"),
    text("section"),  # the heading it stands under
    text("title"),
    text("title_sort"),
    text("reason"),
    text("note"),
    Index("ix_plan_row_time", "first_on", "id", "state"),
)

plan_version = Table(
    "plan_version",
    metadata,
    identity(),
    Column("plan_id", Integer, ForeignKey("plan.id"), nullable=False),
    Column("number", Integer, nullable=False),
    text("state"),  # draft, on_approval, returned, approved, superseded
    Column("begun_on", Date, nullable=False),
    Column("approved_on", Date),
    text("reason"),  # why the approved plan is amended
    Column("content", Text, nullable=False, server_default=""),  # what was approved, frozen
    UniqueConstraint("plan_id", "number"),
)

approval = Table(
    "approval",
    metadata,
    identity(),
    Column("version_id", Integer, ForeignKey("plan_version.id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    text("role"),  # agrees, consents, approves
    text("post"),
    text("full_name"),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    text("state"),  # waiting, with_them, given, returned
    Column("decided_on", Date),
    text("post_ru"),  # of a plan that was approved
)

approval_visit = Table(
    "approval_visit",
    metadata,
    identity(),
    Column("approval_id", Integer, ForeignKey("approval.id"), nullable=False, index=True),
    Column("sent_on", Date, nullable=False),
    Column("back_on", Date),
    text("outcome"),  # given, returned, taken_back; empty while the paper is there
    text("comment"),
    Index("ix_approval_visit_open", "back_on", "sent_on"),
)
