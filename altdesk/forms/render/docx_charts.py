"""Charts of a Word document: Word's own, with their workbook inside, the title over and the note under them."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import quoteattr

from altdesk.forms.charts import Chart, ChartKind, parted
from altdesk.forms.render.chart_xml import Frame, chart_book, chart_xml, told
from altdesk.forms.render.docx import FACE, add
from altdesk.forms.render.safe import xml_text

TITLE, NOTE = "Chart Title", "Chart Note"
SIZE = 9.0  # pt
MOST = 24  # categories in one picture
EMU = 36_000  # per mm
ROW, EVERY_BAR, LINE_OF_NAME = 3.0, 5.0, 4.0  # mm
NAME_LETTERS = 34  # of a name on a line beside the bars
FOOT, KEY, STANDING = 8.0, 8.0, 72.0  # mm
KEY_LETTERS, SWATCH = 95, 6  # of a key on one line; a longer one takes a line a series
TALLEST = 225.0


def prepare(document: Any) -> None:
    """The styles of what stands over and under a chart."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    for name, size, before, after in ((TITLE, 11, 4, 2), (NOTE, 9, 0, 8)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.name, style.font.size = FACE, Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    document.styles[TITLE].font.bold = document.styles[NOTE].font.italic = True
    document.styles[TITLE].paragraph_format.keep_with_next = True


@add.register
def _chart(block: Chart, document: Any) -> None:
    section = document.sections[0]
    width = (section.page_width - section.left_margin - section.right_margin) / EMU
    for chart in parted(block, MOST):
        if chart.title:
            document.add_paragraph(xml_text(chart.title).replace("\n", " "), style=TITLE)
        if chart.drawn:
            _picture(chart, document, Frame(width, SIZE, _language(document)))
            document.paragraphs[-1].paragraph_format.keep_with_next = bool(chart.note)
        else:
            document.add_paragraph(xml_text(chart.empty), style=NOTE)
        if chart.note:
            document.add_paragraph(xml_text(chart.note).replace("\n", " "), style=NOTE)


def _language(document: Any) -> str:
    from docx.oxml.ns import qn

    found = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    return "kk-KZ" if found is None else str(found.get(qn("w:val")))


def _picture(chart: Chart, document: Any, frame: Frame) -> None:
    """A part for the chart, a part for its figures, and the place in the text that shows it."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.part import Part
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    package = document.part.package
    book = Part(
        package.next_partname("/word/embeddings/Microsoft_Excel_Sheet%d.xlsx"),
        CONTENT_TYPE.SML_SHEET,
        chart_book(chart, frame),
        package,
    )
    part = Part(
        package.next_partname("/word/charts/chart%d.xml"),
        CONTENT_TYPE.DML_CHART,
        chart_xml(chart, frame, workbook="rId1"),
        package,
    )
    part.load_rel(RELATIONSHIP_TYPE.PACKAGE, book, "rId1")
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    number = len(document.element.body.findall(".//{*}inline")) + 1
    namespaces = nsdecls("w", "wp", "a", "r")
    document.add_paragraph().add_run()._r.append(
        parse_xml(
            f'<w:drawing {namespaces}><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{round(frame.width) * EMU}" cy="{round(_height(chart)) * EMU}"/>'
            f'<wp:docPr id="{number}" name="{number}" descr={quoteattr(told(chart))}/><wp:cNvGraphicFramePr/>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
            f'r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
        )
    )


def _height(chart: Chart) -> float:
    """In mm, about that of the PDF."""
    letters = sum(len(series.name) + SWATCH for series in chart.series)
    key = 0.0 if not chart.named else KEY if letters <= KEY_LETTERS else KEY + LINE_OF_NAME * len(chart.series)
    if chart.stands:
        return STANDING + key
    bars = 1 if chart.kind is ChartKind.STACKED else len(chart.series)
    rows = (max(bars * EVERY_BAR, min(3, -(-len(name) // NAME_LETTERS)) * LINE_OF_NAME) for name in chart.categories)
    return min(TALLEST, max(32.0, sum(row + ROW for row in rows) + FOOT + key))
