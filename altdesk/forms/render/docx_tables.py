"""Tables of a Word document, written as XML at once: python-docx takes a second for a thousand rows cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from altdesk.forms.blocks import Align, Heads, Shade, Table
from altdesk.forms.group_heads import spans
from altdesk.forms.render.safe import xml_text

TWIPS = 1440 / 25.4  # per mm
TABLE_HEAD, TABLE_TEXT = TABLE_STYLES = ("Table Head", "Table Text")
JUSTIFY = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
SHADES = {
    Shade.PLAIN: "",
    Shade.HATCHED: '<w:shd w:val="clear" w:color="auto" w:fill="E2E2E2"/>',
    Shade.SOLID: '<w:shd w:val="clear" w:color="auto" w:fill="B4B4B4"/>',
}
BEGUN, CONTINUED = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"  # of a head over both levels


def table_xml(table: Table) -> str:
    """A real table: heads that repeat, rows that do not split, common heads over their columns."""
    heads = _heads(table)
    if table.heads is Heads.NUMBERED:
        numbers = [
            _cell(str(index), column.width, Align.CENTRE, TABLE_HEAD) for index, column in enumerate(table.columns, 1)
        ]
        heads.append(_row(numbers, 5, TABLE_HEAD))
    marked = table.shades or ((Shade.PLAIN,) * len(table.columns),) * len(table.rows)
    rows = (
        _band(row[0], table)
        if down in table.bands
        else _row(_cells(down, row, shades, table), table.row_height, TABLE_TEXT)
        for down, (row, shades) in enumerate(zip(table.rows, marked, strict=True))
    )
    grid = "".join(f'<w:gridCol w:w="{round(column.width * TWIPS)}"/>' for column in table.columns)
    total = round(sum(column.width for column in table.columns) * TWIPS)
    return (
        '<w:tbl xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{total}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/>'
        '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(heads)}{''.join(rows)}</w:tbl>"
    )


def _cells(down: int, row: Sequence[str], shades: Sequence[Shade], table: Table) -> list[str]:
    return [
        _cell(
            text,
            column.width,
            column.align,
            TABLE_TEXT,
            SHADES[shade],
            "<w:b/>" * ((down, at) in table.bold),
            breaks=column.breaks,
            joined=table.summed and down == len(table.rows) - 2,
        )
        for at, (text, column, shade) in enumerate(zip(row, table.columns, shades, strict=True))
    ]


def _band(text: str, table: Table) -> str:
    """One bold text over all columns."""
    width, over = sum(column.width for column in table.columns), f'<w:gridSpan w:val="{len(table.columns)}"/>'
    return _row([_cell(text, width, Align.CENTRE, TABLE_TEXT, over, "<w:b/>")], table.row_height, TABLE_TEXT)


def _heads(table: Table) -> list[str]:
    """One row of heads, or two where columns stand under a common head."""
    columns, over = table.columns, spans(table.columns)
    if not over:
        return [_row([_head(column.head, column.width) for column in columns], table.head_height, TABLE_HEAD)]
    begins = {span.first: span for span in over}
    upper, lower = [], []
    for index, column in enumerate(columns):
        if index in begins:
            span = begins[index]
            number = span.last - span.first + 1
            width = sum(each.width for each in columns[span.first : span.last + 1])
            upper.append(_head(span.head, width, f'<w:gridSpan w:val="{number}"/>'))
        elif not column.group:
            upper.append(_head(column.head, column.width, BEGUN))
        lower.append(_head(column.head, column.width) if column.group else _head("", column.width, CONTINUED))
    return [_row(cells, table.head_height / 2, TABLE_HEAD) for cells in (upper, lower)]


def _head(text: str, width: float, more: str = "") -> str:
    return _cell(text, width, Align.CENTRE, TABLE_HEAD, more)


def _row(cells: list[str], height: float, style: str) -> str:
    """One row that does not split; a head repeats on each page."""
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{round(height * TWIPS)}" w:hRule="atLeast"/>'
        f"{'<w:tblHeader/>' if style == TABLE_HEAD else ''}</w:trPr>{''.join(cells)}</w:tr>"
    )


def _cell(
    text: str,
    width: float,
    align: Align,
    style: str,
    more: str = "",
    face: str = "",
    *,
    breaks: bool = False,
    joined: bool = False,
) -> str:
    """A cell of a width in mm; `more` are further properties of it, `face` those of its text. With `breaks` a line feed
    begins a new line; one that is `joined` stays on the page of the row below."""
    pieces = xml_text(text).split("\n") if breaks else [xml_text(text).replace("\n", " ")]
    said = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in pieces)
    looks = f"<w:rPr>{face}</w:rPr>" if face else ""
    run = f"<w:r>{looks}{said}</w:r>" if text else ""
    kept = "<w:keepNext/>" if joined else ""
    placed = f'<w:pStyle w:val="{style.replace(" ", "")}"/>{kept}<w:jc w:val="{JUSTIFY[align]}"/>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{round(width * TWIPS)}" w:type="dxa"/>{more}<w:vAlign w:val="center"/></w:tcPr>'
        f"<w:p><w:pPr>{placed}</w:pPr>{run}</w:p></w:tc>"
    )
