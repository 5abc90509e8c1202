"""Whole columns of a foreign list read at once: each different cell is worked out only once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar

from altdesk.domain.cells import Cell, cell_text
from altdesk.domain.clean import clean
from altdesk.domain.dates import parse_day, plausible_day
from altdesk.domain.errors import Refusal
from altdesk.domain.import_plan import RowRepair, row_repairs
from altdesk.domain.marking import N_
from altdesk.domain.remarks import Remark, remark

NO_COURSE = N_("“%(text)s” is not a course from 1 to 9.")

NOTHING = frozenset({"-", "–", "—", "жоқ", "нет", "no", "none", "n/a", "#n/a"})
"""What people write into a cell that has nothing to say."""

_LONGEST_NOTHING = max(map(len, NOTHING))
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_FIRST_EXCEL_DAY, _LAST_EXCEL_DAY = 10_000, 110_000  # 1927 to 2201
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "і": 1, "іі": 2, "ііі": 3, "іv": 4}
_ONE_DIGIT = re.compile(r"(?<!\d)[1-9](?!\d)")

F = TypeVar("F", bound=str)
T = TypeVar("T")


def is_plain(text: str) -> bool:
    """Whether a text is such that cleaning cannot change it, told faster than cleaning tells it: emails, phones."""
    return text.isascii() and text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " "


class CellColumns(Generic[F]):
    """The columns of a mapping, by field; a field no column holds is a column of nothing."""

    def __init__(self, rows: Sequence[Sequence[Cell]], mapping: Mapping[int, F], today: date) -> None:
        self._rows = rows
        self._at = {name: index for index, name in mapping.items()}
        self._today = today
        self._mended: list[tuple[int, dict[Cell, tuple[RowRepair, ...]]]] = []
        self._odd: list[tuple[int, dict[Cell, Remark]]] = []

    def texts(self, name: F, *, but: frozenset[str] = NOTHING) -> list[str]:
        """Clean texts; words that say nothing (`but`) are empty."""
        if name not in self._at:
            return [""] * len(self._rows)
        mended: dict[Cell, tuple[RowRepair, ...]] = {}

        def text_of(cell: Cell) -> str:
            if cell is None:
                return ""
            if isinstance(cell, str) and is_plain(cell):
                return "" if len(cell) <= _LONGEST_NOTHING and cell.lower() in but else cell
            cleaned = clean(cell_text(cell))
            if cleaned.repairs:
                mended[cell] = row_repairs(name, cleaned.repairs)
            text = cleaned.text
            return "" if len(text) <= _LONGEST_NOTHING and text.lower() in but else text

        texts = self._each(name, text_of)
        if mended:
            self._mended.append((self._at[name], mended))
        return texts

    def days(self, name: F) -> list[date | None]:
        """Days: dates, Excel's numbers of days, or texts."""
        return self._read(name, self._day)

    def courses(self, name: F) -> list[int | None]:
        """Courses: 2, 2.0, «2 курс», II."""
        return self._read(name, _course)

    def numbers(self, name: F, read: Callable[[Cell], int | Remark | None]) -> list[int | None]:
        """Whole numbers as `read` finds them in a cell."""
        return self._read(name, read)

    def repairs(self, row: Sequence[Cell]) -> tuple[RowRepair, ...]:
        """What was mended in the cells of a row, of the columns read so far."""
        if not self._mended:
            return ()
        return tuple(each for at, mended in self._mended if row[at] in mended for each in mended[row[at]])

    def problems(self, row: Sequence[Cell]) -> tuple[Remark, ...]:
        """What could not be read in a row."""
        if not self._odd:
            return ()
        return tuple(odd[row[at]] for at, odd in self._odd if row[at] in odd)

    def _each(self, name: F, work: Callable[[Cell], T]) -> list[T]:
        at = self._at[name]
        cells = [row[at] for row in self._rows]
        worked = {cell: work(cell) for cell in dict.fromkeys(cells)}
        return [worked[cell] for cell in cells]

    def _read(self, name: F, work: Callable[[Cell], T | Remark | None]) -> list[T | None]:
        if name not in self._at:
            return [None] * len(self._rows)
        odd: dict[Cell, Remark] = {}

        def value_of(cell: Cell) -> T | None:
            if cell is None or (isinstance(cell, str) and clean(cell).text.lower() in NOTHING | {""}):
                return None
            value = work(cell)
            if isinstance(value, Remark):
                odd[cell] = value
                return None
            return value

        values = self._each(name, value_of)
        if odd:
            self._odd.append((self._at[name], odd))
        return values

    def _day(self, cell: Cell) -> date | Remark:
        if isinstance(cell, datetime):
            cell = cell.date()
        if isinstance(cell, int | float) and _FIRST_EXCEL_DAY <= cell <= _LAST_EXCEL_DAY:
            cell = _EXCEL_DAY_ZERO + timedelta(days=int(cell))
        try:
            return (
                plausible_day(cell, self._today) if isinstance(cell, date) else parse_day(cell_text(cell), self._today)
            )
        except Refusal as refusal:
            return Remark(refusal.message, refusal.values)


def _course(cell: Cell) -> int | Remark:
    text = clean(cell_text(cell)).text
    found = _ONE_DIGIT.findall(text)
    if len(found) == 1:
        return int(found[0])
    roman = _ROMAN.get(text.lower().replace("курс", "").strip(" .-"))
    return roman or remark(NO_COURSE, text=text)
