"""Abbreviations (§3.2): one may stand twice, and one may have no expansion."""

from __future__ import annotations

from sqlalchemy import Table

from db.models.base import identity, metadata, text

abbreviation = Table(
    "abbreviation",
    metadata,
    identity(),
    text("short"),
    text("short_sort"),
    text("expansion"),
    text("expansion_sort"),
    text("note"),
)
