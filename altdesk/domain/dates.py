"""Days as a person types them and as papers show them; time of day and spreadsheets' dates are read elsewhere."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from altdesk.domain.clean import clean
from altdesk.domain.errors import Refusal
from altdesk.domain.fold import fold
from altdesk.domain.marking import N_

FIRST_YEAR = 1900
YEARS_AHEAD = 20  # what the desk keeps lies no further ahead; 2206 is 2026 mistyped

_MONTHS = {
    language: names.split()
    for language, names in (
        ("kk", "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"),
        ("ru", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
        ("en", "January February March April May June July August September October November December"),
    )
}
_NAMES = _MONTHS | {
    "ru": [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ],
}
_LONG = {
    "kk": "{year} жылғы {day} {month}",
    "ru": "{day} {month} {year} г.",
    "en": "{day} {month} {year}",
}

# How the names of the months begin in Kazakh, Russian and English, as find keys (so in any spelling and case).
_MONTH_BEGINNINGS = (
    "kant ianv zhan", "akp fev feb", "naur mar", "sau apr", "mam mai", "mau iun zhun",
    "shil iul zhul", "tam avg aug", "kirk sen sep", "kaz okt", "kar noi noia nov", "zhel dek",
)  # fmt: skip
_YEAR_WORDS = frozenset(["zh", "zhil", "zhilgi", "zhildin", "g", "god", "goda"])
_NAMED_DAYS = {
    name: step
    for names, step in (
        ("бүгін сегодня today", 0),
        ("кеше вчера yesterday", -1),
        ("ертең завтра tomorrow", 1),
        ("алдыңгүні позавчера", -2),
        ("бүрсігүні послезавтра", 2),
    )
    for name in map(fold, names.split())
}

_TIME = re.compile(r"(?<=[0-9])(T|,?\s+)[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?$")
_STEP = re.compile(r"([+\-\u2010-\u2015\u2212])\s*([0-9]{1,4})")
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")
_SEPARATORS = re.compile(r"[\s.,/\\\-\u2010-\u2015\u2212_«»\"“”;]*")


class _NoSuchDay(Exception):
    """The numbers were understood, and there is no such day."""


def short_day(day: date) -> str:
    """22.11.2026"""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def long_day(day: date, language: str) -> str:
    """The day as a paper in this language (kk, ru, en) says it: 2026 жылғы 22 қараша, 22 ноября 2026 г."""
    return _LONG[language].format(year=day.year, month=_MONTHS[language][day.month - 1], day=day.day)


def month_name(month: int, language: str) -> str:
    """A month by itself, as a table says it: қазан, октябрь, October."""
    return _NAMES[language][month - 1]


def month_called(word: str) -> int | None:
    """The month a folded word begins like, in Kazakh, Russian or English; None where it is none."""
    for number, beginnings in enumerate(_MONTH_BEGINNINGS, start=1):
        if word.startswith(tuple(beginnings.split())):
            return number
    return None


def parse_day(text: str, today: date, *, field: str = "") -> date:
    """The day a person typed.

    Day, month, year in this order with any separators or none (22.11.2026, 22,11,26, 22 11 2026, 221126), or year
    first (2026-11-22), or the month in words in Kazakh, Russian or English; 22.11 is of this year, or of the next or
    last one when that is under three months away; 22 is of this month; +1 and -1 count from today; бүгін, вчера.
    Raises Refusal when that is no day, or of a year that cannot be meant (`plausible_day`).
    """
    return plausible_day(read_day(text, today, field=field), today, field=field)


def plausible_day(day: date, today: date, *, field: str = "") -> date:
    """The day itself. Raises Refusal for a year before 1900 or more than twenty years ahead of today."""
    if FIRST_YEAR <= day.year <= today.year + YEARS_AHEAD:
        return day
    sentence = N_("The year %(year)s is not between %(first)s and %(last)s. Check the year.")
    raise Refusal(sentence, field=field, year=day.year, first=FIRST_YEAR, last=today.year + YEARS_AHEAD)


def read_day(text: str, today: date, *, field: str = "") -> date:
    """What `parse_day` reads, of any year. Raises Refusal when that is no day."""
    typed = unicodedata.normalize("NFKC", text).strip()
    shown = clean(text[:60]).text[:40]
    if not typed:
        raise Refusal(N_("Type a day, for example 22.11.2026."), field=field)
    try:
        day = (_relative(typed, today) or _absolute(_TIME.sub("", typed), today)) if len(typed) <= 60 else None
    except (_NoSuchDay, OverflowError):
        raise Refusal(
            N_("There is no day “%(text)s”. Check the day and the month: 22.11.2026."), field=field, text=shown
        ) from None
    if day is None:
        raise Refusal(N_("“%(text)s” is not a day. Type it like 22.11.2026."), field=field, text=shown)
    return day


def _relative(typed: str, today: date) -> date | None:
    if step := _STEP.fullmatch(typed):
        days = int(step[2])
        return today + timedelta(days=days if step[1] == "+" else -days)
    named = _NAMED_DAYS.get(fold(typed).replace(" ", ""))
    return None if named is None else today + timedelta(days=named)


def _absolute(typed: str, today: date) -> date | None:
    if not _SEPARATORS.fullmatch(_TOKEN.sub("", typed)):
        return None
    tokens = _TOKEN.findall(typed)
    numbers = [token for token in tokens if token.isdecimal() and token.isascii()]
    named = [fold(token) for token in tokens if not token.isdecimal()]
    months = [word for word in named if word not in _YEAR_WORDS]
    if months:
        month = month_called(months[0]) if len(months) == 1 else None
        return _with_named_month(numbers, month, today) if month else None
    if len(numbers) == 1 and not named:
        return _from_one_number(numbers[0], today)
    if len(numbers) == 2 and not named and all(len(number) <= 2 for number in numbers):
        return _near(int(numbers[0]), int(numbers[1]), today)
    return _from_three(numbers, today) if len(numbers) == 3 else None


def _from_one_number(number: str, today: date) -> date | None:
    """22 is of this month; 22112026, 221126 and 20261122 are written without separators."""
    match len(number):
        case 1 | 2:
            return _day(today.year, today.month, int(number))
        case 6:
            return _from_three([number[:2], number[2:4], number[4:]], today)
        case 8:
            day_first = int(number[4:]) >= FIRST_YEAR and int(number[2:4]) <= 12
            cuts = (0, 2, 4, 8) if day_first else (0, 4, 6, 8)
            return _from_three([number[start:end] for start, end in zip(cuts, cuts[1:], strict=False)], today)
    return None


def _from_three(numbers: list[str], today: date) -> date | None:
    match [len(number) for number in numbers]:
        case [1 | 2, 1 | 2, 2 | 4]:
            day, month, year = numbers
        case [4, 1 | 2, 1 | 2]:
            year, month, day = numbers
        case _:
            return None
    return _day(_year(year, today), int(month), int(day))


def _with_named_month(numbers: list[str], month: int, today: date) -> date | None:
    match [len(number) for number in numbers]:
        case [1 | 2]:
            return _near(int(numbers[0]), month, today)
        case [1 | 2, 2 | 4]:
            day, year = numbers
        case [4, 1 | 2]:
            year, day = numbers
        case _:
            return None
    return _day(_year(year, today), month, int(day))


def _year(number: str, today: date) -> int:
    """A year of two digits is as far ahead as a day can be, else of the past."""
    if len(number) == 4:
        return int(number)
    year = today.year - today.year % 100 + int(number)
    if year > today.year + YEARS_AHEAD:
        return year - 100
    return year + 100 if year <= today.year - 80 else year


def _near(day: int, month: int, today: date) -> date:
    """A day without its year: this year's, unless around New Year the one of the next or last year is meant."""
    here = _day(today.year, month, day)
    for year in (today.year - 1, today.year + 1):
        try:
            there = date(year, month, day)
        except ValueError:
            continue
        if abs(there - today) < timedelta(days=90):
            return there
    return here


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise _NoSuchDay from None
