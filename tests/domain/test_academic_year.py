"""Years: a day on the border belongs to exactly one, whatever day the year begins on."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.academic_year import YearStart, academic_year, academic_year_of, calendar_year

DAYS = st.dates(date(1950, 1, 2), date(2150, 12, 30))
STARTS = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: YearStart(day.month, day.day))


def test_september_begins_a_year() -> None:
    assert academic_year(date(2026, 8, 31), YearStart()).name == "2025-2026"
    assert academic_year(date(2026, 9, 1), YearStart()).name == "2026-2027"
    assert calendar_year(date(2026, 9, 1)).name == "2026"


@given(DAYS, STARTS)
def test_a_day_belongs_to_exactly_one_year(day: date, start: YearStart) -> None:
    own = academic_year(day, start)
    begun = own.first.year
    years = [academic_year_of(year, start) for year in range(begun - 2, begun + 3)]
    assert [year for year in years if day in year] == [own]


@given(DAYS, STARTS)
def test_years_follow_without_a_gap(day: date, start: YearStart) -> None:
    own = academic_year(day, start)
    following = academic_year(own.last + timedelta(days=1), start)
    assert following.first == own.last + timedelta(days=1)
    assert following.name != own.name
