"""Academic years and calendar years as periods: a day belongs to exactly one of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, order=True)
class Period:
    """Days from `first` to `last`, both in it; `name` is how people call it (2025-2026, or 2026)."""

    first: date
    last: date
    name: str

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class YearStart:
    """The day on which academic years begin, in settings: 1 September unless changed."""

    month: int = 9
    day: int = 1

    def in_year(self, year: int) -> date:
        """The day in a calendar year; 29 February falls on the 28th where there is none."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return date(year, self.month, 28)


def academic_year(day: date, start: YearStart) -> Period:
    """The academic year a day belongs to."""
    begun = day.year if day >= start.in_year(day.year) else day.year - 1
    return academic_year_of(begun, start)


def academic_year_of(begun: int, start: YearStart) -> Period:
    """The academic year that begins in a calendar year."""
    last = start.in_year(begun + 1) - timedelta(days=1)
    same = start.month == 1 and start.day == 1
    return Period(start.in_year(begun), last, str(begun) if same else f"{begun}-{begun + 1}")


def calendar_year(day: date) -> Period:
    """The calendar year a day belongs to."""
    return Period(date(day.year, 1, 1), date(day.year, 12, 31), str(day.year))
