"""When a row of a plan is to be done: a day, some days, a month, some months, or the whole year, as people type it."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from altdesk.domain.academic_year import Period
from altdesk.domain.clean import clean
from altdesk.domain.dates import month_called, month_name, read_day, short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.fold import fold
from altdesk.domain.marking import N_


class Precision(StrEnum):
    """How exactly a time is said."""

    DAY = "day"
    DAYS = "days"
    MONTH = "month"
    MONTHS = "months"
    MONTHLY = "monthly"  # every month of the year
    YEAR = "year"


PRECISION_NAMES = {
    Precision.DAY: N_("A day"),
    Precision.DAYS: N_("Several days"),
    Precision.MONTH: N_("A month"),
    Precision.MONTHS: N_("Several months"),
    Precision.MONTHLY: N_("Every month"),
    Precision.YEAR: N_("The whole year"),
}
WHOLE = frozenset({Precision.MONTHLY, Precision.YEAR})  # their days are those of the plan's year
OF_MONTHS = frozenset({Precision.MONTH, Precision.MONTHS})
_IN_WORDS = {
    Precision.YEAR: {"kk": "жыл бойы", "ru": "в течение года", "en": "all year"},
    Precision.MONTHLY: {"kk": "ай сайын", "ru": "ежемесячно", "en": "every month"},
}

NO_TIME = N_("Say when: 15.10.2026, 15-17 October, October, October-November, or all year.")
NOT_A_TIME = N_(
    "“%(text)s” is not understood as a time. Type it like 15.10.2026, October, October-November or all year."
)
OUTSIDE = N_("%(when)s is outside the year of the plan: %(first)s to %(last)s.")
BACKWARDS = N_("“%(text)s” ends before it begins. Type the earlier time first.")

_YEAR = frozenset(map(fold, (
    "жыл бойы", "жыл бойында", "жыл ішінде", "жыл", "оқу жылы бойы", "оқу жылы ішінде", "оқу жылы", "тұрақты",
    "үнемі", "в течение года", "в течении года", "в течение учебного года", "весь год", "год", "учебный год",
    "постоянно", "all year", "the whole year", "whole year", "throughout the year", "during the year", "year",
)))  # fmt: skip
_MONTHLY = frozenset(map(fold, (
    "ай сайын", "әр ай", "әр ай сайын", "айына бір рет", "ежемесячно", "каждый месяц", "раз в месяц", "monthly",
    "every month", "each month", "once a month",
)))  # fmt: skip
_FILLERS = frozenset(map(fold, (
    "в", "во", "с", "со", "ай", "айы", "айында", "месяц", "месяце", "in", "of", "the", "from",
    "ж", "жыл", "жылы", "жылғы", "жылдың", "г", "год", "года", "году",
)))  # fmt: skip
_TO = r"\s*[-‐-―−]\s*|\s+(?:по|до|to|till|until|бастап)\s+"
_AND = r"\s*,\s*|\s+(?:мен|және|и|and)\s+"
_BETWEEN = re.compile(f"(?P<to>{_TO})|(?P<and>{_AND})", re.IGNORECASE)
_FROM = re.compile(r"(?:с|со|from)\s+", re.IGNORECASE)
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")
_MONTHS_OF = re.compile(r"[0-9]{1,2}\s*[-‐-―−]\s*[0-9]{1,2}\.[0-9]{4}")  # 10-12.2026: two months, not a day
_LONGEST = 60


@dataclass(frozen=True)
class PlanTime:
    """The first and the last day meant, both in it."""

    precision: Precision
    first: date
    last: date


def parse_time(text: str, period: Period, *, field: str = "when") -> PlanTime:
    """The time a person typed for a plan of this year; a month or a day without its year is the one in the period.

    Raises Refusal when it is no time, or lies outside the period.
    """
    typed = unicodedata.normalize("NFKC", clean(text[: 4 * _LONGEST]).text).strip(" .;")
    if not typed:
        raise Refusal(NO_TIME, field=field)
    key = " ".join(fold(typed).split())
    if key in _YEAR or typed == period.name:
        return whole_year(period)
    if key in _MONTHLY:
        return whole_year(period, Precision.MONTHLY)
    found = _single(typed, period) if len(typed) <= _LONGEST else None
    if found is None and len(typed) <= _LONGEST:
        found = next((time for cut in _cuts(typed) if (time := _range(*cut, period, field))), None)
    if found is None:
        raise Refusal(NOT_A_TIME, field=field, text=typed[:40])
    check_inside(found, period, field=field)
    return _clipped(found, period)


def check_inside(time: PlanTime, period: Period, *, field: str = "when") -> None:
    """Refuse a time that lies outside the year of its plan, though a month may reach over its edge."""
    if time.precision in OF_MONTHS:
        inside = time.first <= period.last and time.last >= period.first
        inside = inside and _month_of(time.first) >= _month_of(period.first)
        inside = inside and _month_of(time.last) <= _month_of(period.last)
    else:
        inside = time.first in period and time.last in period
    if not inside:
        days = {"first": short_day(period.first), "last": short_day(period.last)}
        raise Refusal(OUTSIDE, field=field, when=_exact(time), **days)


def say_time(time: PlanTime, language: str) -> str:
    """The time in short, as it may be typed: 15.10.2026, 15–17.10.2026, қазан, қазан–қараша, жыл бойы."""
    first, last = time.first, time.last
    match time.precision:
        case Precision.DAY:
            return short_day(first)
        case Precision.DAYS:
            same = (first.year, first.month) == (last.year, last.month)
            return f"{first.day:02}–{short_day(last)}" if same else f"{short_day(first)}–{short_day(last)}"
        case Precision.MONTH:
            return month_name(first.month, language)
        case Precision.MONTHS:
            return f"{month_name(first.month, language)}–{month_name(last.month, language)}"
    return _IN_WORDS[time.precision][language]


def whole_year(period: Period, precision: Precision = Precision.YEAR) -> PlanTime:
    """The whole of a plan's year."""
    return PlanTime(precision, period.first, period.last)


def in_period(time: PlanTime, period: Period) -> PlanTime:
    """The time as the plan's year stands now: what spans all of it moves with it, of a month it is what lies in it."""
    if time.precision in WHOLE:
        return PlanTime(time.precision, period.first, period.last)
    if time.precision not in OF_MONTHS:
        return time
    first, last = _month(time.first.year, time.first.month).first, _month(time.last.year, time.last.month).last
    months = PlanTime(time.precision, first, last)
    return _clipped(months, period) if first <= period.last and last >= period.first else months


def says(time: PlanTime, day: date) -> bool:
    """Whether a time names this very day, or days around it; a month or a year names none."""
    return time.precision in {Precision.DAY, Precision.DAYS} and time.first <= day <= time.last


def counted_on(time: PlanTime, period: Period) -> date:
    """The one day by which a row is counted: its first one, and never outside the year of its plan."""
    return _clipped(in_period(time, period), period).first


def shifted(time: PlanTime, years: int, period: Period) -> PlanTime:
    """The same time so many years later, in a year that is `period`; 29 February becomes the 28th where there is none.

    A time that would fall beyond an edge of the period is drawn to that edge.
    """
    if time.precision in WHOLE:
        return in_period(time, period)
    if time.precision in OF_MONTHS:
        first, last = _month(time.first.year + years, time.first.month), _month(time.last.year + years, time.last.month)
        moved = PlanTime(time.precision, first.first, last.last)
    else:
        moved = PlanTime(time.precision, _later(time.first, years), _later(time.last, years))
    return _clipped(moved, period)


def _later(day: date, years: int) -> date:
    last = calendar.monthrange(day.year + years, day.month)[1]
    return date(day.year + years, day.month, min(day.day, last))


def _clipped(time: PlanTime, period: Period) -> PlanTime:
    first = min(max(time.first, period.first), period.last)
    return PlanTime(time.precision, first, max(first, min(time.last, period.last)))


def _month(year: int, month: int) -> PlanTime:
    return PlanTime(Precision.MONTH, date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _month_of(day: date) -> tuple[int, int]:
    return day.year, day.month


def _exact(time: PlanTime) -> str:
    """A time with its year, for a sentence."""
    if time.precision is Precision.MONTH:
        return f"{time.first.month:02}.{time.first.year}"
    if time.precision is Precision.MONTHS:
        return f"{time.first.month:02}.{time.first.year}–{time.last.month:02}.{time.last.year}"
    return say_time(time, "en")


def _cuts(typed: str) -> Iterator[tuple[str, str, bool]]:
    """The text in two, at every place that may stand between a beginning and an end, or between neighbours (true)."""
    for cut in _BETWEEN.finditer(typed):
        one, other = typed[: cut.start()], typed[cut.end() :]
        if one and other:
            yield _FROM.sub("", one, count=1) if _FROM.match(one) else one, other, cut["and"] is not None


def _single(typed: str, period: Period) -> PlanTime | None:
    """A day or a month, alone; None when it is neither."""
    tokens = _TOKEN.findall(typed)
    numbers = [token for token in tokens if token.isdecimal() and token.isascii()]
    words = [word for token in tokens if not token.isdecimal() and (word := fold(token)) not in _FILLERS]
    sizes = [len(number) for number in numbers]
    if words:
        month = month_called(words[0]) if len(words) == 1 else None
        return _named(numbers, sizes, month, period) if month else None
    match sizes:
        case [1 | 2, 4]:
            return _with_year(int(numbers[0]), int(numbers[1]))
        case [4, 1 | 2]:
            return _with_year(int(numbers[1]), int(numbers[0]))
        case [1 | 2, 1 | 2]:
            return _day_in(int(numbers[0]), int(numbers[1]), period)
        case [6] | [8] | [_, _, _] if not _MONTHS_OF.fullmatch(typed):
            return _whole_day(typed, period)
    return None


def _named(numbers: list[str], sizes: list[int], month: int, period: Period) -> PlanTime | None:
    match sizes:
        case []:
            return _month_in(month, period)
        case [4]:
            return _with_year(month, int(numbers[0]))
        case [1 | 2]:
            return _day_in(int(numbers[0]), month, period)
        case [1 | 2, 4]:
            return _made(int(numbers[1]), month, int(numbers[0]))
        case [4, 1 | 2]:
            return _made(int(numbers[0]), month, int(numbers[1]))
    return None


def _with_year(month: int, year: int) -> PlanTime | None:
    return _month(year, month) if 1 <= month <= 12 and 1900 <= year <= 2199 else None


def _made(year: int, month: int, day: int) -> PlanTime | None:
    try:
        meant = date(year, month, day)
    except ValueError:
        return None
    return PlanTime(Precision.DAY, meant, meant)


def _whole_day(typed: str, period: Period) -> PlanTime | None:
    try:
        day = read_day(typed, period.first)
    except Refusal:
        return None
    return PlanTime(Precision.DAY, day, day)


def _month_in(month: int, period: Period) -> PlanTime | None:
    found = (_month(year, month) for year in range(period.first.year, period.last.year + 1))
    return next((time for time in found if time.first <= period.last and time.last >= period.first), None)


def _day_in(day: int, month: int, period: Period) -> PlanTime | None:
    """A day without its year: the one in the period."""
    found = [_made(year, month, day) for year in range(period.first.year, period.last.year + 1)]
    return next((time for time in found if time is not None and time.first in period), None)


def _range(one: str, other: str, neighbours: bool, period: Period, field: str) -> PlanTime | None:
    """From one time to another; the first may leave out what the second says too (15-17.10.2026, 10-12.2026)."""
    last = _single(other, period)
    if last is None:
        return None
    whole = last.precision is Precision.MONTH
    first = _single(one, period)
    if first is None and one.isdecimal() and len(one) <= 2:
        first = _with_year(int(one), last.first.year) if whole else _made(last.first.year, last.first.month, int(one))
    if first is None or (first.precision is Precision.MONTH) != whole:
        return None
    if not _said_year(one) and _said_year(other) and first.first > last.first:
        first = PlanTime(first.precision, _later(first.first, -1), _later(first.last, -1))
    if neighbours and first.last + timedelta(days=1) != last.first:
        return None
    if first.first > last.last:
        raise Refusal(BACKWARDS, field=field, text=f"{one}–{other}"[:40])
    if first.first == last.first:
        return last
    return PlanTime(Precision.MONTHS if whole else Precision.DAYS, first.first, last.last)


def _said_year(text: str) -> bool:
    return any(len(number) == 4 for number in re.findall(r"[0-9]+", text))
