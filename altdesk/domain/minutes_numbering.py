"""Numbers of minutes: one per body and period, given in order or typed, none twice, the gaps known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from altdesk.domain.academic_year import Period, academic_year, calendar_year
from altdesk.domain.clean import clean
from altdesk.domain.codes import code_key
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.rules import Numbering, Rules

MOST = 9999
_NUMBER = re.compile(r"(?:№|N|No\.?)?\s*(\d{1,4})\s*([/\-–.]\s*[^\W_]{1,4}|[^\W\d_]{1,4})?", re.IGNORECASE)


@dataclass(frozen=True)
class Number:
    """A number of minutes: `value` orders and counts, `text` is shown (5, 5/1, 5-а), `key` says whether it is taken."""

    value: int
    text: str
    key: str


def number(value: int) -> Number:
    """A plain number."""
    return Number(value, str(value), str(value))


def parse_number(text: str, *, field: str = "number") -> Number:
    """A number as typed: 5, № 5, 5/1, 5-а. Refused when it does not begin with a number from 1 to 9999."""
    typed = clean(text).text
    found = _NUMBER.fullmatch(typed)
    value = int(found[1]) if found else 0
    if found is None or not 1 <= value <= MOST:
        sentence = N_("%(text)s is no number for minutes. Type one like 5, 5/1 or 5-а.")
        raise Refusal(sentence, field=field, text=typed)
    more = (found[2] or "").replace(" ", "")
    shown = f"{value}{more}"
    return Number(value, shown, code_key(shown) if more else shown)


def period_of(day: date, rules: Rules) -> Period:
    """The year in which minutes of a day are counted, by the rules of the desk."""
    if rules.minutes_numbering is Numbering.CALENDAR_YEAR:
        return calendar_year(day)
    return academic_year(day, rules.year_start)


def next_number(used: Iterable[int]) -> int:
    """The number after the highest one in use; gaps are not filled by themselves."""
    return max(used, default=0) + 1


def gaps(used: Iterable[int]) -> tuple[int, ...]:
    """The numbers left out between 1 and the highest one in use."""
    taken = set(used)
    return tuple(each for each in range(1, max(taken, default=0)) if each not in taken)
