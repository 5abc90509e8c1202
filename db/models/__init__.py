"""Every table of a desk, one file an area."""

from __future__ import annotations

from db.models import (
    abbreviations,
    acquaintance,
    attachments,
    bodies,
    changes,
    club_assessments,
    copies,
    desk,
    documents,
    events,
    leadership,
    matrix,
    measures,
    minutes,
    norms,
    people,
    plans,
    report,
    risks,
    sponsors,
    tasks,
)
from db.models.base import metadata

__all__ = [
    "abbreviations",
    "acquaintance",
    "attachments",
    "bodies",
    "changes",
    "club_assessments",
    "copies",
    "desk",
    "documents",
    "events",
    "leadership",
    "matrix",
    "measures",
    "metadata",
    "minutes",
    "norms",
    "people",
    "plans",
    "report",
    "risks",
    "sponsors",
    "tasks",
]
