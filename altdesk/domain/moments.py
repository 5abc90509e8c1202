"""Moments: kept in UTC without a zone, shown as the clock on this machine's wall shows them."""

from __future__ import annotations

from datetime import UTC, datetime


def wall(at: datetime) -> datetime:
    """A moment in UTC on this machine's clock, without a zone."""
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone().replace(tzinfo=None)


def clock(at: datetime) -> str:
    """22.11.2026 18:30, on this machine's clock."""
    return f"{wall(at):%d.%m.%Y %H:%M}"
