"""Every table of a desk, one file an area."""

from __future__ import annotations

from db.models import (
    abbreviations,
    acquaintance,
    attachments,
    binder,
    bodies,
    changes,
    copies,
    desk,
    documents,
    matrix,
    minutes,
    norms,
    people,
    risks,
    tasks,
)
from db.models.base import metadata

__all__ = [
    "abbreviations",
    "acquaintance",
    "attachments",
    "binder",
    "bodies",
    "changes",
    "copies",
    "desk",
    "documents",
    "matrix",
    "metadata",
    "minutes",
    "norms",
    "people",
    "risks",
    "tasks",
]
