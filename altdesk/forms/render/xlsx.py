"""Tables as Excel workbooks: text stays text, dates are dates, the head is frozen, the bytes are the same each time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from altdesk.forms.blocks import Block, Holds, Keep, Table, spans
from altdesk.forms.charts import Chart
from altdesk.forms.form import Form, PrintOptions
from altdesk.forms.output import write
from altdesk.forms.render.chart_sheet import native
from altdesk.forms.render.safe import FIXED, settled, xml_text
from altdesk.forms.words import say

D = TypeVar("D")
Value = str | int | float | Decimal | date | None
MOST = 32_767  # characters in a cell, Excel's limit
SHEET_NAME = 27  # characters of the name of a chart's sheet: one more may be told apart by a number
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
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    _add_sheet(book, columns, rows, title)
    return _saved(book, title, author)


def _add_sheet(book: Any, columns: Sequence[ExportColumn], rows: Iterable[Sequence[Value]], title: str) -> Any:
    """A list on a sheet of its own, to be filtered and printed."""
    from openpyxl.utils import get_column_letter

    sheet: Any = book.create_sheet(_sheet_name(title))
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
    return sheet


def _saved(book: Any, title: str, author: str) -> bytes:
    properties = book.properties
    properties.title, properties.creator = xml_text(title), xml_text(author) or "altdesk"
    properties.created = properties.modified = FIXED
    buffer = BytesIO()
    book.save(buffer)
    return settled(buffer.getvalue())


def write_form(form: Form[D], data: D, options: PrintOptions, author: str) -> bytes:
    """The first table of a form as a workbook, and a sheet for each of its charts: the figures beside the picture."""
    from openpyxl import Workbook

    book, title = Workbook(write_only=True), say(form.title, options.language)
    found = tuple(_found(form.body(data, options)))
    for table in [each for each in found if isinstance(each, Table)][:1]:
        columns = [ExportColumn(column.head, max(6, column.width / 2), column.group) for column in table.columns]
        rows: Iterator[list[Value]] = (
            [_value(text, column.holds) for text, column in zip(row, table.columns, strict=True)] for row in table.rows
        )
        _add_sheet(book, columns, rows, title)
    for chart in found:
        if isinstance(chart, Chart):
            _add_chart(book, chart)
    return _saved(book, title, author)


def _add_chart(book: Any, chart: Chart) -> None:
    columns = [ExportColumn(chart.title, 40), *(ExportColumn(series.name, 16) for series in chart.series)]
    figures = zip(*(series.values for series in chart.series), strict=True)
    sheet = _add_sheet(
        book,
        columns,
        ((name, *row) for name, row in zip(chart.categories, figures, strict=False)),
        chart.title[:SHEET_NAME],
    )
    if chart.drawn:
        sheet.add_chart(native(chart, sheet), f"{chr(ord('C') + min(20, len(chart.series)))}2")


def _found(blocks: Iterable[Block]) -> Iterator[Table | Chart]:
    for block in blocks:
        if isinstance(block, Table | Chart):
            yield block
        elif isinstance(block, Keep):
            yield from _found(block.blocks)


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
