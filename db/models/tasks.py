"""Tables of tasks: what has to be done, by whom, and how it ended."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, Table

from db.models.base import identity, metadata, text

task = Table(
    "task",
    metadata,
    identity(),
    Column("body_id", Integer, ForeignKey("body.id"), index=True),
    Column("minutes_id", Integer, ForeignKey("minutes.id"), index=True),
    Column("point_id", Integer, ForeignKey("resolved_point.id"), index=True),
    text("state"),
    Column("due_on", Date),
    Column("due_sort", Date, nullable=False),  # the last day there is where none is said
    Column("done_on", Date),
    Column("decided_on", Date),
    text("point"),  # its number on the paper, 1.2
    text("due_text"),
    text("responsible"),  # all of them on one line, to be listed, ordered and found by
    text("responsible_sort"),
    text("text_sort"),
    text("text"),
    text("note"),
    text("reason"),
    Index("ix_task_due", "due_sort", "id", "state"),
    Index("ix_task_state", "state", "due_sort", "id"),
)

task_person = Table(
    "task_person",
    metadata,
    identity(),
    Column("task_id", Integer, ForeignKey("task.id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    text("full_name"),
    text("post"),
)
