"""Workbooks (.xlsx, .xls, .ods) through calamine, which is fast but must be shown only what was looked through."""

from __future__ import annotations

import io
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

from altdesk.domain.cells import Cell
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.remarks import Remark, remark
from altdesk.reading.kinds import DAMAGED, PROTECTED, TOO_SPREAD
from altdesk.reading.tables import MAX_CELLS, SheetRows, trimmed

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook, SheetMetadata

_HIDDEN = N_("The hidden sheet “%(sheet)s” was left out.")


def sheets(data: bytes, file: str) -> tuple[tuple[SheetRows, ...], list[Remark]]:
    """Every visible sheet that holds anything; hidden ones are named, and read only when there is nothing else."""
    import python_calamine as calamine

    remarks: list[Remark] = []
    try:
        with calamine.CalamineWorkbook.from_object(io.BytesIO(data)) as book:
            usual = [meta for meta in book.sheets_metadata if meta.typ is calamine.SheetTypeEnum.WorkSheet]
            shown = [meta for meta in usual if meta.visible is calamine.SheetVisibleEnum.Visible]
            found = _filled(book, shown, file)
            if found:
                hidden = [meta for meta in usual if meta not in shown]
                remarks += [
                    remark(_HIDDEN, sheet=meta.name) for meta in hidden if book.get_sheet_by_name(meta.name).height
                ]
            else:
                found = _filled(book, usual, file)
    except calamine.PasswordError:
        raise Refusal(PROTECTED, file=file) from None
    except calamine.CalamineError:
        raise Refusal(DAMAGED, file=file) from None
    except Refusal:
        raise
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise Refusal(DAMAGED, file=file) from None  # the reader gave up on bytes nobody foresaw
        raise
    return found, remarks


def _filled(book: CalamineWorkbook, wanted: list[SheetMetadata], file: str) -> tuple[SheetRows, ...]:
    found = []
    for meta in wanted:
        rows = _rows(book.get_sheet_by_name(meta.name), file)
        if rows:
            found.append(SheetRows(meta.name, rows))
    return tuple(found)


def _rows(sheet: CalamineSheet, file: str) -> list[list[Cell]]:
    if sheet.start is None or sheet.end is None:
        return []
    top, left = sheet.start
    if (sheet.end[0] + 1) * (sheet.end[1] + 1) > MAX_CELLS:
        raise Refusal(TOO_SPREAD, file=file)
    before: list[Cell] = [None] * left
    raw = sheet.to_python(skip_empty_area=True)
    rows: list[list[Cell]] = [[] for _ in range(top)]
    rows += [before + [(cell or None) if cell.__class__ is str else _plain(cell) for cell in row] for row in raw]
    return trimmed(rows)


def _plain(cell: Any) -> Cell:
    """A cell that is no text: whole numbers as such, times of day as they are read."""
    if cell.__class__ is float:
        return int(cell) if cell.is_integer() else cell
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, timedelta):
        return str(cell)
    return cell  # type: ignore[no-any-return]
