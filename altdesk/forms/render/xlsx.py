"""Tables as Excel workbooks: text stays text, dates are dates, the head is frozen, the bytes are the same each time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from altdesk.forms.blocks import Block, Heading, Holds, Keep, Table, spans
from altdesk.forms.form import Form, PrintOptions
from altdesk.forms.output import write
from altdesk.forms.render.safe import FIXED, settled, xml_text
from altdesk.forms.words import say

D = TypeVar("D")
Value = str | int | float | date | None
MOST = 32_767  # characters in a cell, Excel's limit
FORMULA_LIKE = ("=", "+", "-", "@")


@dataclass(frozen=True)
class ExportColumn:
    """A column of an export: its head, its width in characters, and the common head it stands under, if any."""

    head: str
    width: float = 18
    group: str = ""


def write_table(
    columns: Sequence[ExportColumn],
    rows: Iterable[Sequence[Value]],
    out: Path | str,
    *,
    title: str = "",
    author: str = "",
) -> Path:
    """Write a list to an .xlsx file, whole or not at all. Refuses as `output.write` does."""
    return write(out, table_bytes(columns, rows, title=title, author=author))


def table_bytes(
    columns: Sequence[ExportColumn], rows: Iterable[Sequence[Value]], *, title: str = "", author: str = ""
) -> bytes:
    """The workbook of a list: bold frozen head, filter, widths. The same rows give the same bytes."""
    return book_bytes([(title, columns, rows)], title=title, author=author)


def book_bytes(
    lists: Iterable[tuple[str, Sequence[ExportColumn], Iterable[Sequence[Value]]]], *, title: str = "", author: str = ""
) -> bytes:
    """A workbook of several lists, a sheet each: its name, its columns, its rows."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for name, columns, rows in lists:
        _fill(book.create_sheet(_sheet_name(name)), columns, rows)
    properties = book.properties
    properties.title, properties.creator = xml_text(title), xml_text(author) or "altdesk"
    properties.created = properties.modified = FIXED
    buffer = BytesIO()
    book.save(buffer)
    return settled(buffer.getvalue())


def _fill(sheet: Any, columns: Sequence[ExportColumn], rows: Iterable[Sequence[Value]]) -> None:
    from openpyxl.utils import get_column_letter

    for index, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(index)].width = column.width
    heads = last = 2 if spans(columns) else 1
    sheet.freeze_panes = f"A{heads + 1}"
    _append_heads(sheet, columns)
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
        last += 1
    sheet.auto_filter.ref = f"A{heads}:{get_column_letter(max(1, len(columns)))}{last}"
    sheet.print_title_rows = f"1:{heads}"
    sheet.page_setup.paperSize = 9  # A4


def write_form(form: Form[D], data: D, options: PrintOptions, author: str) -> bytes:
    """The first table of a form as a workbook; of a form whose tables have headings each of them, on its own sheet."""
    title, blocks = say(form.title, options.language), form.body(data, options)
    headed = [(name, *_as_list(table)) for name, table in _under_headings(blocks)]
    lists = headed if len(headed) > 1 else [(title, *_as_list(next(_tables(blocks))))]
    return book_bytes(lists, title=title, author=author)


def _as_list(table: Table) -> tuple[list[ExportColumn], list[list[Value]]]:
    columns = [ExportColumn(column.head, max(6, column.width / 2), column.group) for column in table.columns]
    rows = [[_value(text, column.holds) for text, column in zip(row, table.columns, strict=True)] for row in table.rows]
    return columns, rows


def _under_headings(blocks: Iterable[Block]) -> Iterator[tuple[str, Table]]:
    """The tables that stand right under a heading."""
    above: Block | None = None
    for block in blocks:
        first = block.blocks[0] if isinstance(block, Keep) else block
        if isinstance(first, Table) and isinstance(above, Heading):
            yield above.text, first
        above = block


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Keep):
            yield from _tables(block.blocks)


def _value(text: str, holds: Holds) -> Value:
    """A cell's text as what it stands for; as it is where it does not look so."""
    if holds is Holds.NUMBER and re.fullmatch("[0-9]{1,15}", text):
        return int(text)
    if holds is Holds.DAY and (found := re.fullmatch(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})", text)):
        return date(int(found[3]), int(found[2]), int(found[1]))
    return text


def _sheet_name(title: str) -> str:
    """A name Excel takes: 31 characters, none of []:*?/\\."""
    name = "".join(" " if char in "[]:*?/\\'" or ord(char) < 32 else char for char in xml_text(title)).strip()
    return name[:31] or "altdesk"


def _append_heads(sheet: Any, columns: Sequence[ExportColumn]) -> None:
    """One row of heads, or two with merged cells where columns stand under a common head."""
    from openpyxl.utils import get_column_letter

    over = spans(columns)
    if not over:
        sheet.append(_heads(sheet, [column.head for column in columns]))
        return
    begun = {span.first for span in over}
    upper = [
        column.head if not column.group else column.group if at in begun else "" for at, column in enumerate(columns)
    ]
    sheet.append(_heads(sheet, upper))
    sheet.append(_heads(sheet, [column.head if column.group else "" for column in columns]))
    for span in over:
        if span.last > span.first:
            sheet.merged_cells.add(f"{get_column_letter(span.first + 1)}1:{get_column_letter(span.last + 1)}1")
    for at, column in enumerate(columns, 1):
        if not column.group:
            sheet.merged_cells.add(f"{get_column_letter(at)}1:{get_column_letter(at)}2")


def _heads(sheet: Any, texts: Sequence[str]) -> list[Any]:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, Side

    font, line = Font(bold=True), Border(bottom=Side(style="thin"))
    alignment = Alignment(wrap_text=True, vertical="center")
    cells = []
    for text in texts:
        cell = WriteOnlyCell(sheet, xml_text(text))
        cell.data_type = "s"
        cell.font, cell.border, cell.alignment = font, line, alignment
        cells.append(cell)
    return cells


def _cell(sheet: Any, value: Value) -> Any:
    """A cell, or the plain value where nothing can be mistaken."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    if isinstance(value, str):
        text = xml_text(value)[:MOST]
        lines, formula = "\n" in text, text.startswith(FORMULA_LIKE)
        if not formula and not lines:
            return text
        cell = WriteOnlyCell(sheet, "")
        cell.value = text
        cell.data_type = "s"
        if formula:
            cell.quotePrefix = True
        if lines:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        return cell
    if isinstance(value, date):
        cell = WriteOnlyCell(sheet, datetime(value.year, value.month, value.day))
        cell.number_format = "dd.mm.yyyy"
        return cell
    return value
