"""Tables of how circles, clubs and sections were assessed (§6): criteria, assessments, a score for each criterion."""

from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, ForeignKey, Index, Integer, Table

from db.models.base import identity, metadata, text

criterion = Table(
    "criterion",
    metadata,
    identity(),
    Column("ordinal", Integer, nullable=False),
    text("title"),
    Column("most", Integer, nullable=False),  # points at most
    Column("binned_at", DateTime),
)

club_assessment = Table(
    "club_assessment",
    metadata,
    identity(),
    Column("body_id", Integer, ForeignKey("body.id"), index=True),  # none of an initiative that is no body
    text("kind"),  # as it was: the kind of the body, or initiative
    text("body_name"),  # as it was called
    text("body_sort"),
    Column("assessed_on", Date, nullable=False),
    text("assessed_by"),
    Column("members", Integer),
    Column("points", Integer, nullable=False),
    Column("most", Integer, nullable=False),
    text("conclusion"),
    text("note"),
    Column("binned_at", DateTime),
    text("body_name_ru"),
    Index("ix_club_assessment_time", "assessed_on", "id", "binned_at"),
)

club_score = Table(
    "club_score",
    metadata,
    identity(),
    Column("assessment_id", Integer, ForeignKey("club_assessment.id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    text("criterion"),  # as it was worded on that day
    Column("points", Integer, nullable=False),
    Column("most", Integer, nullable=False),
)
