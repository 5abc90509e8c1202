"""The list of contents of a Word document: a field Word brings up to date, already filled with the paper's headings.

The pages are those of the PDF. Word is not told to update on opening, for it would ask the reader a question; it does
so on F9 and, where that is set, before printing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from altdesk.forms.blocks import Block, Contents, Heading, headings
from altdesk.forms.form import PageSetup
from altdesk.forms.layout import Entry, lay_out
from altdesk.forms.render.docx import FACE, HEADING, add
from altdesk.forms.render.safe import xml_text

TITLE = "Contents Title"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLE = "toc {level}"  # by this name Word knows it as its own
INDENT = 8.0  # mm a level
DEEPEST = 3
PLACE = "contents"  # marks where the entries come to stand until the document is finished
BACK = " \\h "


def qn(name: str) -> str:
    return name.replace("w:", f"{{{W}}}")


def prepare(document: Any) -> None:
    """A style a level, with dots before the page, and one for the title, which is no heading."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm, Pt

    section = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    for level in range(1, DEEPEST + 1):
        style = document.styles.add_style(STYLE.format(level=level), WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        style.base_style = document.styles["Normal"]
        style.font.name, style.font.size = FACE, Pt(12)
        shape = style.paragraph_format
        shape.left_indent, shape.right_indent = Mm(INDENT * (level - 1)), Mm(12)
        shape.space_after = Pt(3)
        shape.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    style = document.styles.add_style(TITLE, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.font.name, style.font.size, style.font.bold = FACE, Pt(13), True
    style.paragraph_format.space_after = Pt(8)
    style.paragraph_format.alignment = 1


@add.register
def _contents(block: Contents, document: Any) -> None:
    """Only the place: what stands there is known when every heading is written."""
    if TITLE not in document.styles:
        prepare(document)
    document.add_paragraph(xml_text(block.title), style=TITLE)
    document.add_paragraph(style=STYLE.format(level=1))._p.set(PLACE, str(block.depth))


def finish(document: Any, blocks: tuple[Block, ...], page: PageSetup) -> None:
    """Write the entries where contents stand, each leading to its heading."""
    marked = [element for element in document.element.body.iter(qn("w:p")) if element.attrib.pop(HEADING, "")]
    places = [element for element in document.element.body if PLACE in element.attrib]
    if not places:
        return
    from altdesk.forms.render.fonts import TinosMetrics

    pages = lay_out(blocks, page, TinosMetrics()).heads
    marks = [_bookmark(element, number) for number, element in enumerate(marked, 1)]
    entries = list(zip(headings(blocks), pages, marks, strict=True))
    for place in places:
        depth = int(place.attrib.pop(PLACE))
        _write(place, [entry for entry in entries if entry[0].level <= depth], depth)


def _bookmark(paragraph: Any, number: int) -> str:
    """Set around a heading; the answer is the name by which its entry finds it."""
    from docx.oxml import OxmlElement

    name = f"_Toc{number:09}"
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (begin, end):
        element.set(qn("w:id"), str(number))
    begin.set(qn("w:name"), name)
    paragraph.insert(1 if paragraph.pPr is not None else 0, begin)
    paragraph.append(end)
    return name


def _write(place: Any, shown: Sequence[tuple[Heading, Entry, str]], depth: int) -> None:
    from docx.oxml import parse_xml

    begin = _field(f' TOC \\o "1-{depth}" \\h \\z \\u ')
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = []
    for index, (heading, page, mark) in enumerate(shown):
        text = escape(xml_text(heading.text).replace("\n", " "))
        lines.append(
            f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="toc{max(1, heading.level)}"/></w:pPr>'
            f'{begin if index == 0 else ""}<w:hyperlink w:anchor="{mark}" w:history="1">'
            f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r><w:r><w:tab/></w:r>'
            f"{_field(' PAGEREF ' + mark + BACK)}<w:r><w:t>{page.page}</w:t></w:r>{end}</w:hyperlink>"
            f"{end if index == len(shown) - 1 else ''}</w:p>"
        )
    for line in lines:
        place.addprevious(parse_xml(line))
    place.getparent().remove(place)


def _field(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
