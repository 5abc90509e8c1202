"""A form as a Word document: the same body with Word's own styles, a real table, page numbers as fields.

A Word paper is for editing; it carries no scanner marks, only the sheet's number in words. Pages are Word's own, so
page selection and the cell map belong to the PDF alone.
"""

from __future__ import annotations

import re
from functools import singledispatch
from io import BytesIO
from typing import Any, TypeVar

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.forms.blocks import (
    Align,
    Approval,
    Block,
    Face,
    Footer,
    Heading,
    NewPage,
    PageHead,
    Paragraph,
    Signatures,
    Stamp,
    Table,
    Title,
)
from altdesk.forms.form import Form, PageSetup, PrintOptions
from altdesk.forms.marks import ReadBack
from altdesk.forms.render.docx_tables import TABLE_HEAD, TABLE_STYLES, TABLE_TEXT, table_xml
from altdesk.forms.render.safe import FIXED, settled, xml_text
from altdesk.forms.words import language_tag, say

D = TypeVar("D")
FACE = "Times New Roman"  # the metrics of Tinos, present wherever Word is
STYLES = {  # and the size of each, pt
    "Normal": 12,
    "Title": 14,
    "Heading 1": 12,
    "Heading 2": 12,
    "Heading 3": 12,
    "Header": 15,
    "Footer": 9,
    TABLE_HEAD: 10,
    TABLE_TEXT: 10.5,
}
HEADING = "heading"  # marks the paragraph of a heading until the document is finished
LANGUAGE_TAGS = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}


def write_docx(form: Form[D], data: D, options: PrintOptions, author: str) -> bytes:
    """The document's bytes, the same for the same paper. Refuses a selection of pages."""
    from docx import Document

    from altdesk.forms.render import docx_charts, docx_contents, docx_running

    if options.pages.strip():
        raise Refusal(N_("Pages can be chosen for a PDF only."), field="pages")
    document: Any = Document()
    _prepare(document, form.setup(data), LANGUAGE_TAGS[language_tag(options.language)])
    if options.two_sided and not form.setup(data).lying:
        _mirror_margins(document)
    docx_running.prepare(document)
    docx_charts.prepare(document)
    blocks = form.body(data, options)
    for block in blocks:
        add(block, document)
    docx_contents.finish(document, blocks, form.setup(data))
    properties = document.core_properties
    properties.title = xml_text(form.name(data, options))[:255]
    properties.subject = xml_text(say(form.title, options.language))[:255]
    properties.author = properties.last_modified_by = xml_text(author)[:255] or "altdesk"
    properties.language = LANGUAGE_TAGS[language_tag(options.language)]
    properties.comments = ""
    properties.created = properties.modified = FIXED
    buffer = BytesIO()
    document.save(buffer)
    return settled(buffer.getvalue())


def _mirror_margins(document: Any) -> None:
    """The margin for filing at the right of every second page. Word has nothing like it for pages that lie."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    settings = document.settings.element
    before = {qn(f"w:{name}") for name in ("writeProtection", "view", "zoom")}  # the schema has an order
    at = sum(each.tag in before for each in settings)
    settings.insert(at, OxmlElement("w:mirrorMargins"))


def _prepare(document: Any, page: PageSetup, language: str) -> None:
    """A4, the form's margins, one typeface in every style used."""
    from docx.enum.section import WD_ORIENT
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.orientation = WD_ORIENT.LANDSCAPE if page.width > page.height else WD_ORIENT.PORTRAIT
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(max(15, page.bottom))
    section.footer_distance = Mm(7)
    for name in TABLE_STYLES:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    for name, size in STYLES.items():
        style = document.styles[name]
        style.font.name, style.font.size = FACE, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]
        for attribute in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(attribute), FACE)
        style.paragraph_format.space_before, style.paragraph_format.line_spacing = Pt(0), 1
        style.paragraph_format.space_after = Pt(0 if name in TABLE_STYLES else 4)
        for extra in style.element.findall(f".//{qn('w:tabs')}") + style.element.findall(
            f"{qn('w:rPr')}/{qn('w:spacing')}"
        ):
            extra.getparent().remove(extra)
        if name in {"Title", "Heading 1", "Heading 2", "Heading 3", TABLE_HEAD}:
            style.font.bold = True
            for border in style.element.findall(f".//{qn('w:pBdr')}"):
                border.getparent().remove(border)
    _language(document, language)


def _language(document: Any, language: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for defaults in document.styles.element.iter(qn("w:rPrDefault")):
        properties = defaults.find(qn("w:rPr"))
        for old in properties.findall(qn("w:lang")):
            properties.remove(old)
        tag = OxmlElement("w:lang")
        tag.set(qn("w:val"), language)
        properties.append(tag)


def _line(document: Any, text: str, style: str | None, align: Align, face: Face = Face.REGULAR) -> Any:
    paragraph = document.add_paragraph(style=style)
    for index, piece in enumerate(xml_text(text).split("\n")):
        run = paragraph.add_run(piece)
        if face in {Face.BOLD, Face.BOLD_ITALIC}:
            run.bold = True
        if face in {Face.ITALIC, Face.BOLD_ITALIC}:
            run.italic = True
        if index < text.count("\n"):
            run.add_break()
    paragraph.alignment = {Align.LEFT: 0, Align.CENTRE: 1, Align.RIGHT: 2, Align.JUSTIFY: 3}[align]
    return paragraph


@singledispatch
def add(block: Block, document: Any) -> None:
    """Append one block to the document."""
    raise NotImplementedError(type(block).__name__)


@add.register
def _read_back(block: ReadBack, document: Any) -> None:
    """Scanner marks are for the PDF."""


@add.register
def _new_page(_block: NewPage, document: Any) -> None:
    document.add_page_break()


@add.register
def _title(block: Title, document: Any) -> None:
    _line(document, block.text, "Title", block.align)


@add.register
def _heading(block: Heading, document: Any) -> None:
    paragraph = _line(document, block.text, f"Heading {min(max(1, block.level), 3)}", Align.LEFT)
    paragraph._p.set(HEADING, "1")  # found again by the contents, and taken away
    if block.mark and not document.numbers.item(paragraph, block.mark):
        paragraph.runs[0].text = f"{xml_text(block.mark)} {paragraph.runs[0].text}"


@add.register
def _paragraph(block: Paragraph, document: Any) -> None:
    from docx.shared import Mm, Pt

    paragraph = _line(document, block.text, None, block.align, block.face)
    paragraph.paragraph_format.space_after = Mm(block.after)
    for run in paragraph.runs:
        run.font.size = Pt(block.sizes[0])


@add.register
def _page_head(block: PageHead, document: Any) -> None:
    for part in block.full:
        add(part, document)
        document.paragraphs[-1].alignment = 1


@add.register
def _footer(block: Footer, document: Any) -> None:
    """The form's name at the left, «n-бет, барлығы m» at the right, numbers as fields."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    section = document.sections[0]
    paragraph = section.footer.paragraphs[0]
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(section.page_width - section.left_margin - section.right_margin, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(xml_text(block.left) + "\t")
    fields = {"%(page)s": "PAGE", "%(pages)s": "NUMPAGES"}
    for piece in re.split(r"(%\(pages?\)s)", block.page):
        if piece in fields:
            instruction = f'<w:fldSimple {nsdecls("w")} w:instr="{fields[piece]}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            paragraph._p.append(parse_xml(instruction))
        elif piece:
            paragraph.add_run(piece)


@add.register
def _stamp(block: Stamp, document: Any) -> None:
    """In the header of every page."""
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.add_run(xml_text(block.text)).bold = True
    paragraph.alignment = 1


@add.register
def _signatures(block: Signatures, document: Any) -> None:
    """Post, line and name in a table without rules."""
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.shared import Mm

    document.add_paragraph().paragraph_format.keep_with_next = True
    table = document.add_table(rows=0, cols=3)
    table.autofit = False
    for column, width in zip(table.columns, (80, 46, 49), strict=True):
        column.width = Mm(width)
    for index, (post, name) in enumerate(block.people, 1):
        cells = table.add_row().cells
        for cell, text, column in zip(cells, (post, "_" * 18, name), table.columns, strict=True):
            cell.text = xml_text(text)
            cell.width = column.width
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
            cell.paragraphs[0].paragraph_format.keep_with_next = index < len(block.people)


@add.register
def _approval(block: Approval, document: Any) -> None:
    """Two corners side by side, the word of each in bold; the row does not split."""
    from docx.oxml import OxmlElement

    table = document.add_table(rows=1, cols=2)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, corner in zip(table.rows[0].cells, (block.left, block.right), strict=True):
        word, *lines = corner or ("",)
        cell.paragraphs[0].add_run(xml_text(word)).bold = True
        for line in lines:
            cell.add_paragraph(xml_text(line))
    document.add_paragraph().paragraph_format.space_after = 0


@add.register
def _table(block: Table, document: Any) -> None:
    from docx.oxml import parse_xml

    document.element.body.insert_element_before(parse_xml(table_xml(block)), "w:sectPr")
    document.add_paragraph().paragraph_format.space_after = 0
