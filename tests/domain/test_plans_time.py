"""Times of a plan: typed forgivingly in three languages, kept inside their year, shifted by years."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.academic_year import YearStart, academic_year_of
from altdesk.domain.errors import Refusal
from altdesk.domain.plans_time import PlanTime, Precision, parse_time, say_time, shifted, whole_year

START = YearStart()
YEAR = academic_year_of(2026, START)


def day(month: int, number: int) -> date:
    return date(2026 if month >= 9 else 2027, month, number)


@pytest.mark.parametrize(
    ("typed", "precision", "first", "last"),
    [
        *((text, Precision.MONTH, day(10, 1), day(10, 31)) for text in (
            "қазан", "Қазан айы", "қазан айында", "10.2026", "2026 жылғы қазан", "октябрь", "в октябре", "October",
            "октябрь 2026 г.", "казан", "in October",
        )),
        *((text, Precision.MONTHS, day(10, 1), day(11, 30)) for text in (
            "қазан-қараша", "қазан – қараша", "октябрь-ноябрь", "қазан, қараша", "10-11.2026", "10.2026-11.2026",
            "қазан мен қараша", "октябрь и ноябрь", "October to November",
        )),
        *((text, Precision.DAY, day(10, 15), day(10, 15)) for text in (
            "15.10.2026", "15,10,2026", "15/10/26", "15.10", "15 қазан", "2026 жылғы 15 қазан", "15 октября",
            "15 октября 2026 г.", "2026-10-15", "15102026", "October 15",
        )),
        *((text, Precision.DAYS, day(10, 15), day(10, 17)) for text in (
            "15-17.10.2026", "15–17 қазан", "15-17.10", "15.10-17.10.2026", "15.10.2026 - 17.10.2026",
            "15 октября – 17 октября", "с 15 по 17 октября",
        )),
        *((text, Precision.YEAR, YEAR.first, YEAR.last) for text in (
            "жыл бойы", "ЖЫЛ БОЙЫ", "жыл ішінде", "в течение года", "весь год", "2026-2027", "all year",
        )),
        *((text, Precision.MONTHLY, YEAR.first, YEAR.last) for text in ("ай сайын", "ежемесячно", "every month")),
        ("желтоқсан-қаңтар", Precision.MONTHS, day(12, 1), day(1, 31)),
        ("қыркүйек – мамыр", Precision.MONTHS, day(9, 1), day(5, 31)),
        ("28.10-02.11.2026", Precision.DAYS, day(10, 28), day(11, 2)),
        ("22 наурыз", Precision.DAY, day(3, 22), day(3, 22)),
        ("28.12-05.01.2027", Precision.DAYS, day(12, 28), day(1, 5)),
    ],
)  # fmt: skip
def test_a_time_is_understood(typed: str, precision: Precision, first: date, last: date) -> None:
    assert parse_time(typed, YEAR) == PlanTime(precision, first, last)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Say when"),
        ("кейін", "not understood"),
        ("32.10.2026", "not understood"),
        ("29.02", "not understood"),
        ("15.10.2027", "outside the year of the plan: 01.09.2026 to 31.08.2027"),
        ("10.2025", r"10\.2025 is outside"),
        ("31.08.2026", "outside"),
        ("мамыр-қазан", "ends before it begins"),
        ("қазан, ақпан, мамыр", "not understood"),
        ("қазан, ақпан", "not understood"),
    ],
)
def test_what_is_no_time_of_this_year_is_refused_in_words(typed: str, said: str) -> None:
    with pytest.raises(Refusal, match=said) as refused:
        parse_time(typed, YEAR)
    assert refused.value.field == "when"


TIMES = st.builds(
    lambda one, other, kind: _made(min(one, other), max(one, other), kind),
    st.dates(YEAR.first, YEAR.last),
    st.dates(YEAR.first, YEAR.last),
    st.sampled_from(Precision),
)


def _made(first: date, last: date, kind: Precision) -> PlanTime:
    match kind:
        case Precision.DAY:
            return PlanTime(kind, first, first)
        case Precision.DAYS:
            return PlanTime(kind if first < last else Precision.DAY, first, last)
        case Precision.MONTH:
            return parse_time(f"{first.month:02}.{first.year}", YEAR)
        case Precision.MONTHS:
            return parse_time(f"{first.month:02}.{first.year}-{last.month:02}.{last.year}", YEAR)
    return whole_year(YEAR, kind)


@given(TIMES, st.sampled_from(["kk", "ru", "en"]))
def test_what_is_said_is_understood_again(time: PlanTime, language: str) -> None:
    assert parse_time(say_time(time, language), YEAR) == time


@given(TIMES, st.integers(1, 5))
def test_a_year_later_is_the_same_day_and_month_inside_the_other_year(time: PlanTime, years: int) -> None:
    later = academic_year_of(2026 + years, START)
    moved = shifted(time, years, later)
    assert moved.precision is time.precision
    assert later.first <= moved.first <= moved.last <= later.last
    assert (moved.first.month, moved.first.day) == (time.first.month, time.first.day)
    assert moved.last.month == time.last.month


def test_the_last_day_of_february_stays_the_last() -> None:
    leap = academic_year_of(2027, START)
    moved = shifted(PlanTime(Precision.DAY, date(2028, 2, 29), date(2028, 2, 29)), 1, academic_year_of(2028, START))
    assert moved.first == date(2029, 2, 28)
    month = shifted(parse_time("ақпан", YEAR), 1, leap)
    assert month.last == date(2028, 2, 29)


def test_a_month_at_the_edge_of_the_year_belongs_to_it_as_far_as_it_reaches() -> None:
    year = academic_year_of(2026, YearStart(8, 15))
    assert parse_time("тамыз", year) == PlanTime(Precision.MONTH, date(2026, 8, 15), date(2026, 8, 31))
