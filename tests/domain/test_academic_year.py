"""Years: a day on the border belongs to exactly one, whatever day the year begins on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.academic_year import YearStart, academic_year, academic_year_of, calendar_year, year_typed
from altdesk.domain.errors import Refusal

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


@pytest.mark.parametrize("typed", ["2025-2026", "2025–2026", " 2025/26 ", "2025"])
def test_a_year_is_understood_however_it_is_typed(typed: str) -> None:
    assert year_typed(typed) == 2025


@pytest.mark.parametrize("typed", ["", "2025-2027", "25", "қазан", "2025-26-27", "0001-0002"])
def test_what_is_no_year_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        year_typed(typed)
