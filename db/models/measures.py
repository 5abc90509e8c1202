"""Table of measures that better the conditions of study and life, by institute (§6)."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, DateTime, ForeignKey, Index, Integer, Table

from db.models.base import identity, metadata, text

measure = Table(
    "measure",
    metadata,
    identity(),
    Column("unit_id", Integer, ForeignKey("unit.id"), index=True),
    text("unit"),  # as it was called
    text("unit_sort"),
    text("conditions"),  # study, living
    text("title"),
    text("title_sort"),
    Column("taken_on", Date, nullable=False),
    Column("cost", BigInteger),  # tiyn; NULL where it is not said
    text("responsible"),
    text("result"),
    text("note"),
    Column("binned_at", DateTime),
    Index("ix_measure_time", "taken_on", "id", "binned_at"),
)
