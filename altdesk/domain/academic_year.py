"""Academic years and calendar years as periods: a day belongs to exactly one of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_


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


def year_typed(text: str) -> int:
    """The calendar year in which the academic year a person typed begins: 2025-2026, 2025/26 or 2025. Refused when
    that is none."""
    found = re.fullmatch(r"\s*(\d{4})\s*(?:[-–—/]\s*(\d{4}|\d{2}))?\s*", text)
    wrong = Refusal(N_("Write the academic year like 2025-2026."), field="year")
    if not found:
        raise wrong
    begun = int(found[1])
    if found[2] and int(found[2]) % 100 != (begun + 1) % 100:
        raise wrong
    if not 1990 <= begun <= 2198:
        raise wrong
    return begun
