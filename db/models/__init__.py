"""Every table of a desk, one file an area."""

from __future__ import annotations

from db.models import acquaintance, attachments, bodies, desk, documents, minutes, people, tasks
from db.models.base import metadata

__all__ = ["acquaintance", "attachments", "bodies", "desk", "documents", "metadata", "minutes", "people", "tasks"]
