"""Every table of a desk, one file an area."""

from __future__ import annotations

from db.models import acquaintance, desk, documents, people
from db.models.base import metadata

__all__ = ["acquaintance", "desk", "documents", "metadata", "people"]
