"""Rows of a list of people that hold nobody: heads repeated, sums, headings of parts, rows without a name."""

from __future__ import annotations

from collections.abc import Sequence

from altdesk.domain.cells import Cell, cell_text, is_blank
from altdesk.domain.clean import clean
from altdesk.domain.columns import Heads, is_head_row
from altdesk.domain.marking import N_
from altdesk.domain.people_columns import NAME_FIELDS, PEOPLE_VOCABULARY, PeopleField
from altdesk.domain.remarks import Remark, remark

NO_NAME = N_("There is no name in this row.")
HEADS_AGAIN = N_("The heads stand here again.")
TOTAL = N_("This row is a sum.")
SECTION = N_("This row is the heading of a part of the list.")
SECTION_TAKEN = N_("This row names the unit of the people below it; they were put into it.")

_NO_LETTERS = "0123456789.,-–—_*№#/\\+() \u00a0"
_TOTALS = frozenset({"барлығы", "итого", "всего", "жиыны", "жиынтығы", "қорытынды", "жалпы", "total", "sum"})
_UNIT_WORDS = (
    "кафедр", "институт", "департамент", "бөлім", "факультет", "отдел", "управлени", "басқарма", "центр", "орталы",
    "сектор", "деканат", "кітапхана", "библиотек", "ректорат", "зертхана", "лаборатори", "секретариат",
)  # fmt: skip
_PART_WORDS = (*_UNIT_WORDS, "тобы", "групп", "курс", "тізім", "список")


class NobodyHere:
    """Tells the rows without a person from those with one, for the list with these heads."""

    def __init__(self, rows: Sequence[Sequence[Cell]], heads: Heads[PeopleField]) -> None:
        names_at = [index for index, name in heads.mapping.items() if name in NAME_FIELDS]
        above = (row[n] for row in rows[: heads.first_row] for n in names_at if n < len(row))
        self._heads = {_shown(cell) for cell in above} - {""}
        self._columns = len(heads.mapping)
        self._names: dict[str, bool] = {}

    def heading(self, row: Sequence[Cell], *, may_be_unit: bool) -> tuple[str, Remark | None]:
        """For a row with one filled cell: the unit it names, if any, and why it is no person; None if it may be one."""
        text = next((_shown(cell) for cell in row if not is_blank(cell)), "")
        small = text.lower()
        if self._columns < 2 or not any(word in small for word in _PART_WORDS):
            return "", None
        if may_be_unit and any(word in small for word in _UNIT_WORDS):
            return text, remark(SECTION_TAKEN)
        return "", remark(SECTION)

    def why(self, name: str, row: Sequence[Cell], *, certain: bool) -> Remark | None:
        """Why this row holds nobody; None if it holds somebody."""
        first = name.split(" ", 1)[0]
        if certain and self._may_be_name(first):
            return None if name not in self._heads else remark(HEADS_AGAIN)
        if not name.strip(_NO_LETTERS):
            first = next((_shown(cell) for cell in row if not is_blank(cell)), "").split(" ", 1)[0]
            return remark(TOTAL if _is_total(first) else NO_NAME)
        if _is_total(first):
            return remark(TOTAL)
        return remark(HEADS_AGAIN) if is_head_row(row, PEOPLE_VOCABULARY) else None

    def _may_be_name(self, word: str) -> bool:
        if word not in self._names:
            self._names[word] = word.isalpha() and word.lower() not in _TOTALS and word not in self._heads
        return self._names[word]


def _is_total(word: str) -> bool:
    return word.rstrip(":.,").lower() in _TOTALS


def _shown(cell: Cell) -> str:
    return clean(cell_text(cell)).text
