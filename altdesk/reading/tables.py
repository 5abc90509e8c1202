"""What reading a file gives: named sheets of rectangular rows, and remarks about the file itself."""

from __future__ import annotations

from dataclasses import dataclass

from altdesk.domain.cells import Cell, is_blank
from altdesk.domain.remarks import Remark

MAX_CELLS = 2_000_000
"""More cells than this in one sheet is no list of people: a stray cell far away, or an attack on memory."""


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The rows of one sheet, all of one width; `rows[i]` is row `i + 1` of the file, as its own program counts."""

    name: str
    rows: list[list[Cell]]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """All sheets of a file that hold anything, in the file's order."""

    sheets: tuple[SheetRows, ...]
    warnings: tuple[Remark, ...] = ()


def trimmed(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows without the empty rows and columns at the end, every row as wide as the widest."""
    while rows and all(map(is_blank, rows[-1])):
        rows.pop()
    width = max(map(len, rows), default=0)
    while width and all(len(row) < width or is_blank(row[width - 1]) for row in rows):
        width -= 1
    for row in rows:
        if len(row) > width:
            del row[width:]
        elif len(row) < width:
            row.extend([None] * (width - len(row)))
    return rows
