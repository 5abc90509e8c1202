"""Tables as Excel workbooks: text stays text, dates are dates, the head is frozen, the bytes are the same each time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from math import ceil
from pathlib import Path
from typing import Any, TypeVar

from altdesk.domain.errors import Refusal
from altdesk.domain.money import TENGE, number, parse_money
from altdesk.forms.blocks import Block, Heading, Holds, Keep, Paragraph, Table
from altdesk.forms.charts import Chart
from altdesk.forms.form import Form, PrintOptions
from altdesk.forms.group_heads import spans
from altdesk.forms.output import write
from altdesk.forms.render.chart_sheet import native
from altdesk.forms.render.safe import FIXED, settled, xml_text
from altdesk.forms.words import say

D = TypeVar("D")
Value = str | int | float | Decimal | date | None
MOST = 32_767  # characters in a cell, Excel's limit
LINE = 15.0  # pt, the height of a row of one line
FORMULA_LIKE = ("=", "+", "-", "@")


@dataclass(frozen=True)
class ExportColumn:
    """A column of an export: its head, its width in characters, and the common head it stands under, if any."""

    head: str
    width: float = 18
    group: str = ""


@dataclass
class Sheet:
    """A sheet of a workbook: one table, over it its title if it has one, under it its legend, beside it its chart."""

    name: str
    columns: Sequence[ExportColumn]
    rows: Iterable[Sequence[Value]]
    title: str = ""
    notes: tuple[str, ...] = ()
    chart: Chart | None = None


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
    """The workbook of a list. The same rows give the same bytes."""
    return book_bytes([Sheet(title, columns, rows)], title=title, author=author)


def book_bytes(sheets: Iterable[Sheet], *, title: str = "", author: str = "") -> bytes:
    """A workbook of tables: bold frozen heads, filters, widths."""
    from openpyxl import Workbook

    from altdesk.forms.render.xlsx_memory import in_memory, saved

    book = Workbook(write_only=True)
    taken: set[str] = set()
    for each in sheets:
        _write_sheet(in_memory(book.create_sheet(_free_name(each.name, taken))), each)
    properties = book.properties
    properties.title, properties.creator = xml_text(title), xml_text(author) or "altdesk"
    properties.created = properties.modified = FIXED
    return settled(saved(book))


def _write_sheet(sheet: Any, told: Sheet) -> None:
    from openpyxl.utils import get_column_letter

    columns = told.columns
    for index, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(index)].width = column.width
    above = 1 if told.title else 0
    heads = last = above + (2 if spans(columns) else 1)
    sheet.freeze_panes = f"A{heads + 1}"
    if told.title:
        _append_across(sheet, 1, _heads(sheet, [told.title])[0], columns)
    _append_heads(sheet, columns, above)
    for row in told.rows:
        sheet.append([_cell(sheet, value) for value in row])
        last += 1
    if told.notes:
        sheet.append([])
    for at, note in enumerate(told.notes, last + 2):
        _append_across(sheet, at, _text_cell(sheet, note), columns)
    across = get_column_letter(max(1, len(columns)))
    sheet.auto_filter.ref = f"A{heads}:{across}{last}"
    sheet.print_title_rows = f"1:{heads}"
    sheet.page_setup.paperSize = 9  # A4
    if told.chart is not None and told.chart.drawn:
        beside = get_column_letter(2 + min(21, len(columns)))
        sheet.add_chart(native(told.chart, sheet), f"{beside}2")


def write_form(form: Form[D], data: D, options: PrintOptions, author: str) -> bytes:
    """The tables of a form as a workbook, or the one it has for this, a sheet each; of a chart its figures beside the
    picture."""
    title = say(form.title, options.language)
    body = (form.workbook(data, options),) if form.workbook is not None else form.body(data, options)
    return book_bytes(_sheets(body, title), title=title, author=author)


def _sheets(blocks: Iterable[Block], name: str) -> Iterator[Sheet]:
    """Each table with the heading over it and the legend under it."""
    heading, found = "", None
    for block in _flat(blocks):
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Paragraph) and block.legend and found is not None:
            found.notes += tuple(block.text.splitlines())
        elif isinstance(block, Table):
            if found is not None:
                yield found
            found, heading = _sheet_of(block, heading, name), ""
        elif isinstance(block, Chart):
            if found is not None:
                yield found
            found = _sheet_of_chart(block, heading or name)
    if found is not None:
        yield found


def _sheet_of(table: Table, title: str, name: str) -> Sheet:
    columns = [ExportColumn(column.head, max(6, column.width / 2), column.group) for column in table.columns]
    rows = [[_value(text, column.holds) for text, column in zip(row, table.columns, strict=True)] for row in table.rows]
    return Sheet(title or name, columns, rows, title)


def _sheet_of_chart(chart: Chart, heading: str) -> Sheet:
    title = chart.title or heading
    columns = [ExportColumn(title, 40), *(ExportColumn(series.name, 16) for series in chart.series)]
    figures = zip(*(series.values for series in chart.series), strict=True)
    rows = [(name, *row) for name, row in zip(chart.categories, figures, strict=False)]
    return Sheet(title, columns, rows, chart=chart)


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Keep):
            yield from _flat(block.blocks)
        else:
            yield block


def _value(text: str, holds: Holds) -> Value:
    """A cell's text as what it stands for; as it is where it does not look so."""
    if holds is Holds.NUMBER and re.fullmatch("[0-9]{1,15}", text):
        return int(text)
    if holds is Holds.MONEY and text.endswith(TENGE):
        return _sum(text)
    if holds is Holds.DAY and (found := re.fullmatch(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})", text)):
        return date(int(found[3]), int(found[2]), int(found[1]))
    return text


def _sum(text: str) -> Value:
    """A sum of money as a number; as it is where more stands in the cell."""
    try:
        return number(parse_money(text))
    except Refusal:
        return text


def _sheet_name(title: str) -> str:
    """A name Excel takes: 31 characters, none of []:*?/\\."""
    name = "".join(" " if char in "[]:*?/\\'" or ord(char) < 32 else char for char in xml_text(title)).strip()
    return name[:31].rstrip() or "altdesk"


def _free_name(title: str, taken: set[str]) -> str:
    """A name that no sheet before has; Excel does not tell upper from lower case."""
    whole = name = _sheet_name(title)
    while name.casefold() in taken:
        number = f" {len(taken) + 1}"
        name = whole[: 31 - len(number)] + number
    taken.add(name.casefold())
    return name


def _append_heads(sheet: Any, columns: Sequence[ExportColumn], above: int) -> None:
    """One row of heads, or two with merged cells where columns stand under a common head; `above` are rows before."""
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
            left, right = get_column_letter(span.first + 1), get_column_letter(span.last + 1)
            sheet.merged_cells.add(f"{left}{above + 1}:{right}{above + 1}")
    for at, column in enumerate(columns, 1):
        if not column.group:
            letter = get_column_letter(at)
            sheet.merged_cells.add(f"{letter}{above + 1}:{letter}{above + 2}")


def _append_across(sheet: Any, row: int, cell: Any, columns: Sequence[ExportColumn]) -> None:
    """A text over the whole width, in a row as high as it needs: Excel does not fit merged cells by itself."""
    from openpyxl.utils import get_column_letter

    wide = sum(column.width for column in columns)
    sheet.row_dimensions[row].height = LINE * max(1, ceil(len(str(cell.value)) / max(1, wide)))
    sheet.append([cell])
    if len(columns) > 1:
        sheet.merged_cells.add(f"A{row}:{get_column_letter(len(columns))}{row}")


def _text_cell(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    cell = WriteOnlyCell(sheet, "")
    cell.value = xml_text(text)[:MOST]
    cell.data_type, cell.alignment = "s", Alignment(wrap_text=True, vertical="top")
    return cell


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
