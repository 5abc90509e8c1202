"""Running text in a Word document: named styles to edit by, hanging points, and what keeps together."""

from __future__ import annotations

from functools import cache
from typing import Any

from altdesk.forms.blocks import Face, Fields, Keep, Lead, Point, Running, Sides
from altdesk.forms.measure import Measure
from altdesk.forms.render.docx import FACE, add
from altdesk.forms.render.fonts import TinosMetrics
from altdesk.forms.render.safe import xml_text
from altdesk.forms.running import SIDES_GAP

BODY, POINT, NOTE, DETAILS = "Body Text", "Point", "Point Note", "Details"
HANG = 12.0  # mm, of the style of points
AFTER = {BODY: 3, POINT: 3, NOTE: 4, DETAILS: 2}  # pt under each paragraph
BEFORE = {"Heading 1": 9, "Heading 2": 5, "Heading 3": 5}


def prepare(document: Any) -> None:
    """The styles of running text, to be changed in one place by whoever edits the paper."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    for name in (POINT, NOTE, DETAILS):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    for name, after in AFTER.items():
        style = document.styles[name]
        style.font.name, style.font.size = FACE, Pt(12)
        style.paragraph_format.space_after, style.paragraph_format.line_spacing = Pt(after), 1
    for name in (BODY, POINT):
        document.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        document.styles[name].paragraph_format.widow_control = True
    document.styles[BODY].paragraph_format.first_line_indent = Mm(10)
    _hang(document.styles[POINT].paragraph_format, HANG)
    document.styles[NOTE].paragraph_format.left_indent = Mm(HANG)
    document.styles[NOTE].font.italic = True
    document.styles["Title"].paragraph_format.space_after = Pt(8)
    for name, before in BEFORE.items():
        style = document.styles[name]
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(3)
        style.paragraph_format.keep_with_next = style.paragraph_format.keep_together = True


def _hang(paragraph_format: Any, mm: float) -> None:
    from docx.shared import Mm

    paragraph_format.left_indent, paragraph_format.first_line_indent = Mm(mm), Mm(-mm)
    paragraph_format.tab_stops.add_tab_stop(Mm(mm))


@add.register
def _running(block: Running, document: Any) -> None:
    from docx.shared import Mm

    for piece in xml_text(block.text).split("\n"):
        paragraph = document.add_paragraph(piece, style=BODY)
        if block.indent != 10:
            paragraph.paragraph_format.first_line_indent = Mm(block.indent)


@add.register
def _lead(block: Lead, document: Any) -> None:
    paragraph = document.add_paragraph(xml_text(block.head), style="Heading 2")
    if block.text:
        paragraph.add_run(xml_text(f" {block.text}")).bold = False


@add.register
def _point(block: Point, document: Any) -> None:
    """The mark is text before a tab, so that a paper edited in Word keeps the numbers the desk knows."""
    from docx.shared import Mm

    first, *rest = xml_text(block.text).split("\n")
    paragraph = document.add_paragraph(f"{xml_text(block.mark)}\t{first}", style=POINT)
    hang = max(block.hang, min(_width(block.mark + " ", Face.REGULAR, block.size), 80))
    if hang != HANG:
        _hang(paragraph.paragraph_format, hang)
    more = [document.add_paragraph(piece, style=POINT) for piece in rest]
    for each in more:
        each.paragraph_format.left_indent, each.paragraph_format.first_line_indent = Mm(hang), Mm(0)
    if block.note:
        for each in (paragraph, *more):
            each.paragraph_format.keep_with_next = True
            each.paragraph_format.space_after = 0
        note = document.add_paragraph(xml_text(block.note), style=NOTE)
        if hang != HANG:
            note.paragraph_format.left_indent = Mm(hang)


@add.register
def _sides(block: Sides, document: Any) -> None:
    """On one line, apart by a tab to the right edge, or under each other where a line is too short for both."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
    from docx.shared import Mm, Pt

    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    wide = sum(_width(text, Face.REGULAR, block.size) for text in (block.left, block.right))
    paragraph = document.add_paragraph(style=DETAILS)
    paragraph.add_run(xml_text(block.left)).font.size = Pt(block.size)
    if Mm(wide + SIDES_GAP) <= room:
        paragraph.paragraph_format.tab_stops.add_tab_stop(room, WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run("\t")
    else:
        paragraph = document.add_paragraph(style=DETAILS)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run(xml_text(block.right)).font.size = Pt(block.size)
    paragraph.paragraph_format.space_after = Mm(block.after)


@add.register
def _details(block: Fields, document: Any) -> None:
    """On one line, or label and value apart by a tab, each in a paragraph that hangs."""
    from docx.shared import Mm, Pt

    of_label, of_value = (face in {Face.BOLD, Face.BOLD_ITALIC} for face in block.faces)
    widest = max((_width(f"{label}:  ", block.faces[0], block.size) for label, _ in block.items), default=0.0)
    paragraph = document.add_paragraph(style=None if block.inline else DETAILS)
    for index, (label, value) in enumerate(block.items):
        if index and block.inline:
            paragraph.add_run("     ")
        elif index:
            paragraph = document.add_paragraph(style=DETAILS)
        if not block.inline:
            _hang(paragraph.paragraph_format, min(widest, 87.5))
        end = "" if not value else ": " if block.inline else ":\t"
        for text, bold in ((label + end, of_label), (value, of_value)):
            run = paragraph.add_run(xml_text(text))
            run.bold, run.font.size = bold or None, Pt(block.size)
    paragraph.paragraph_format.space_after = Mm(block.after)


@add.register
def _keep(block: Keep, document: Any) -> None:
    """Everything but the last of it keeps with what follows; of a table, its last row does."""
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    content = document.element.body
    before = len(content)
    for each in block.blocks[:-1]:
        add(each, document)
    for element in content[before - 1 : -1]:
        last = element.findall(qn("w:tr"))[-1:] or [element]
        for paragraph in last[0].iter(qn("w:p")):
            Paragraph(paragraph, document).paragraph_format.keep_with_next = True
    add(block.blocks[-1], document)


@cache
def _measure() -> Measure:
    return Measure(TinosMetrics())


def _width(text: str, face: Face, size: float) -> float:
    """Width in mm, rounded so that a document does not depend on the last bit of it."""
    return round(_measure().width(_measure().shown(text, face), face, size), 1)
