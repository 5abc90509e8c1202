"""Days as seen from today: asked for while a test runs, for a run may go over midnight."""

from __future__ import annotations

from datetime import date, timedelta


def ago(days: int) -> date:
    """So many days before today."""
    return date.today() - timedelta(days)


def ahead(days: int) -> date:
    """So many days after today."""
    return date.today() + timedelta(days)
