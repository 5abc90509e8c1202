"""Every table of a desk, one file an area."""

from __future__ import annotations

from db.models import acquaintance, attachments, copies, desk, documents, norms, people
from db.models.base import metadata

__all__ = ["acquaintance", "attachments", "copies", "desk", "documents", "metadata", "norms", "people"]
