"""Cells of a foreign table: what a reader hands over, and how a cell becomes text, a whole number or nothing."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeAlias

Cell: TypeAlias = "str | int | float | bool | date | datetime | None"


def is_blank(cell: Cell) -> bool:
    """Whether there is nothing to see in the cell."""
    return cell is None or (isinstance(cell, str) and (not cell or cell.isspace()))


def cell_text(cell: Cell) -> str:
    """What stands in the cell, as a person reads it; numbers without a needless `.0`, days as `22.11.2026`."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(int(cell))
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return f"{cell:%d.%m.%Y %H:%M}" if (cell.hour or cell.minute) else f"{cell:%d.%m.%Y}"
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    return str(cell)
