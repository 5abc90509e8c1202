"""Tables of risks (§7): the register, and every assessment there was; the newest counts."""

from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, ForeignKey, Index, Integer, Table

from db.models.base import identity, metadata, text

risk = Table(
    "risk",
    metadata,
    identity(),
    Column("document_id", Integer, ForeignKey("document.id"), index=True),
    text("process"),
    text("title"),
    text("title_sort"),
    text("cause"),
    text("measure"),
    text("owner"),
    text("owner_sort"),
    Column("due_on", Date),
    text("state"),
    Column("closed_on", Date),
    text("note"),
    Column("binned_at", DateTime),
    # the order of titles; that of levels asks each risk for its newest assessment, whatever index there were
    Index("ix_risk_list", "title_sort", "id", "state", "binned_at"),
    Index("ix_risk_due", "state", "due_on"),
)

assessment = Table(
    "assessment",
    metadata,
    identity(),
    Column("risk_id", Integer, ForeignKey("risk.id"), nullable=False),
    Column("assessed_on", Date, nullable=False),
    text("assessed_by"),
    Column("steps", Integer, nullable=False),  # of the scale it was made on
    Column("likelihood", Integer, nullable=False),
    Column("impact", Integer, nullable=False),
    text("level"),
    Column("residual_likelihood", Integer),
    Column("residual_impact", Integer),
    text("residual_level"),
    text("note"),
    text("recorded_by"),
    Column("recorded_at", DateTime),
    Index("ix_assessment_newest", "risk_id", "assessed_on", "id"),
)
