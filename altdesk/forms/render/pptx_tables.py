"""Tables on slides: type to be read from the last row of a hall, so few rows, and the rest on the next slide."""

from __future__ import annotations

from typing import Any

from altdesk.forms.blocks import Align, Face, Table
from altdesk.forms.render.pptx_base import CONTENT, EMU
from altdesk.forms.render.pptx_text import plain, tall, wrapped, write

SIZE = 18.0  # pt
SIDE, OVER = 2.5, 1.2  # mm of air in a cell
MOST_LINES = 6  # of a cell; what is longer ends with …
ALIGNED = {Align.LEFT: 1, Align.CENTRE: 2, Align.RIGHT: 3, Align.JUSTIFY: 1}
Row = tuple[str, ...]


def parts(table: Table) -> list[list[Row]]:
    """The rows, slide by slide, each cell cut to what a slide bears."""
    widths = _widths(table)
    room = CONTENT.h - _height(_head(table), widths, Face.BOLD)
    out: list[list[Row]] = [[]]
    used = 0.0
    for given in table.rows:
        row = tuple(_cut(text, width) for text, width in zip(given, widths, strict=True))
        need = _height(row, widths)
        if out[-1] and used + need > room:
            out.append([])
            used = 0.0
        out[-1].append(row)
        used += need
    return out


def put(slide: Any, table: Table, rows: list[Row], tag: str, told: str) -> None:
    """A real table with its head marked as such."""
    from pptx.enum.text import MSO_ANCHOR

    widths = _widths(table)
    heights = [_height(_head(table), widths, Face.BOLD), *(_height(row, widths) for row in rows)]
    place = CONTENT._replace(h=sum(heights))
    shown = slide.shapes.add_table(len(rows) + 1, len(widths), *place.emu())
    shown.name = told[:80]
    shown._element.nvGraphicFramePr.cNvPr.set("descr", told[:500])
    for column, width in zip(shown.table.columns, widths, strict=True):
        column.width = round(width * EMU)
    for index, (row, height) in enumerate(zip((_head(table), *rows), heights, strict=True)):
        shown.table.rows[index].height = round(height * EMU)
        for at, text in enumerate(row):
            cell = shown.table.cell(index, at)
            cell.margin_left = cell.margin_right = round(SIDE * EMU)
            cell.margin_top = cell.margin_bottom = round(OVER * EMU)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            paragraph = write(cell.text_frame, text, tag, SIZE, bold=index == 0)
            paragraph.alignment = 2 if index == 0 else ALIGNED[table.columns[at].align]


def _head(table: Table) -> Row:
    widths = _widths(table)
    return tuple(
        _cut(f"{column.group}: {column.head}" if column.group else column.head, width, Face.BOLD)
        for column, width in zip(table.columns, widths, strict=True)
    )


def _widths(table: Table) -> list[float]:
    whole = sum(column.width for column in table.columns)
    return [column.width / whole * CONTENT.w for column in table.columns]


def _lines(text: str, width: float, face: Face = Face.REGULAR) -> list[str]:
    return wrapped(text, SIZE, max(4.0, width - 2 * SIDE), face)


def _cut(text: str, width: float, face: Face = Face.REGULAR) -> str:
    lines = _lines(text, width, face)
    return plain(text) if len(lines) <= MOST_LINES else f"{' '.join(lines[:MOST_LINES])[:-1].rstrip()}…"


def _height(row: Row, widths: list[float], face: Face = Face.REGULAR) -> float:
    most = max((len(_lines(text, width, face)) for text, width in zip(row, widths, strict=True)), default=1)
    return tall(most, SIZE) + 2 * OVER + 0.5
