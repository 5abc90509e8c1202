"""Lets openpyxl write a workbook in memory: it puts each sheet into a file for temporary files, where a kill leaves it.

What stands in a list of people would lie on the disk, beside an encrypted desk too.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


class _SheetWriter(WorksheetWriter):
    def __init__(self, sheet: Any) -> None:
        super().__init__(sheet, BytesIO())

    def cleanup(self) -> None:
        """There is no file to remove."""


class _Archive(ZipFile):
    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """openpyxl names the file of a sheet here; ours is the sheet itself."""
        self.writestr(arcname, filename.getvalue())


def in_memory(sheet: Any) -> Any:
    """A sheet of a write-only workbook that is written in memory, from its first row on."""

    def begin() -> None:
        if sheet._writer is None:
            sheet._writer = _SheetWriter(sheet)
            sheet._writer.write_top()

    sheet._get_writer = begin
    return sheet


def saved(book: Any) -> bytes:
    """The bytes of a workbook whose sheets are `in_memory`."""
    if not book.worksheets:
        in_memory(book.create_sheet())
    buffer = BytesIO()
    ExcelWriter(book, _Archive(buffer, "w", ZIP_DEFLATED)).save()
    return buffer.getvalue()
