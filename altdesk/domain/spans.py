"""Spans of days: a first day and a last one, both within; without a last one it runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from altdesk.domain.dates import short_day


@dataclass(frozen=True)
class Span:
    """Days from the first to the last, both in it; no last day: it runs."""

    starts_on: date
    ends_on: date | None = None

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def overlaps(self, other: Span) -> bool:
        """True when some day is in both."""
        begun = self.ends_on is None or other.starts_on <= self.ends_on
        return begun and (other.ends_on is None or self.starts_on <= other.ends_on)

    def __str__(self) -> str:
        """01.09.2025 – 31.08.2026; what runs has dots behind the dash."""
        return f"{short_day(self.starts_on)} – {short_day(self.ends_on) if self.ends_on else '…'}"


def day_before(day: date) -> date:
    """The last day of what ends where something else begins."""
    return day - timedelta(days=1)
