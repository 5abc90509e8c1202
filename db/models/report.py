"""Tables of reports (§5.6 №5, §6): for which period, the parts that are written by a person, how it was approved."""

from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, ForeignKey, Index, Integer, Table, UniqueConstraint

from db.models.base import identity, metadata, text

report = Table(
    "report",
    metadata,
    identity(),
    text("kind"),  # yearly, execution
    Column("year", Integer),  # the calendar year in which the academic year of a yearly one begins
    Column("plan_id", Integer, ForeignKey("plan.id"), index=True),  # of an execution report on one plan
    Column("first_on", Date),  # the period of an execution report
    Column("last_on", Date),
    text("title"),
    text("state"),  # draft, approved, heard
    Column("approved_on", Date),
    text("approved_by"),
    text("approved_by_post"),
    Column("heard_on", Date),  # at the Academic Council
    text("note"),
    Column("binned_at", DateTime),
    text("approved_by_post_ru"),  # of a report that was approved
    Index("ix_report_list", "kind", "year", "first_on", "id"),
)

report_text = Table(
    "report_text",
    metadata,
    identity(),
    Column("report_id", Integer, ForeignKey("report.id"), nullable=False),
    text("section"),
    text("text"),
    UniqueConstraint("report_id", "section"),
)
