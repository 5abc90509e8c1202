"""The master of every presentation: 16:9, one typeface, the palette of the charts, no trace of its template."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from altdesk.forms.palette import LOOKS
from altdesk.forms.render.chart_xml import FACE
from altdesk.forms.words import PaperLanguage, say

EMU = 36_000  # per mm
WIDTH, HEIGHT = 12_192_000 / EMU, 190.5  # mm
MARGIN = 15.0
INNER = WIDTH - 2 * MARGIN
INK = LOOKS[0].fill
QUIET = "595959"
LAYOUTS = {"Title Slide": "slide_opening", "Title and Content": "slide_text", "Title Only": "slide_free"}
LANGUAGE = re.compile(r'\blang="[^"]*"')


class Place(NamedTuple):
    """A box on a slide, mm."""

    x: float
    y: float
    w: float
    h: float

    def emu(self) -> tuple[int, int, int, int]:
        """The box as PowerPoint counts."""
        x, y, w, h = (round(value * EMU) for value in self)
        return x, y, w, h


TITLE = Place(MARGIN, 8, INNER, 25)
RULE = Place(MARGIN, 34.5, INNER, 0.9)
CONTENT = Place(MARGIN, 40, INNER, 136)
MARK = Place(MARGIN, 177, 150, 10)
NUMBER = Place(WIDTH - MARGIN - 30, 179, 30, 8)
OPENING_TITLE = Place(MARGIN + 10, 48, INNER - 20, 52)
OPENING_TEXT = Place(MARGIN + 10, 108, INNER - 20, 60)
OPENING_BAND = Place(0, 0, WIDTH, 12)
OPENING_RULE = Place(MARGIN + 10, 102, 60, 1.4)


def blank(language: PaperLanguage, tag: str) -> Any:
    """An empty presentation with three layouts: opening, title and text, title alone."""
    from pptx import Presentation

    made: Any = Presentation()
    made.slide_width, made.slide_height = round(WIDTH * EMU), round(HEIGHT * EMU)
    made._element.sldSz.attrib.pop("type", None)  # that of 4:3
    for layout in list(made.slide_layouts):
        if layout.name not in LAYOUTS:
            made.slide_layouts.remove(layout)
    _forget(made)
    _theme(made)
    master = made.slide_master
    for holder, name in ((master, ""), *((layout, LAYOUTS[layout.name]) for layout in made.slide_layouts)):
        _settle(holder, language)
        if name:
            holder._element.cSld.set("name", say(name, language))
    _sizes(master)
    _rectangle(master, RULE, INK)
    opening, text, _free = made.slide_layouts
    _place(opening, OPENING_TITLE, OPENING_TEXT)
    _place(text, TITLE, CONTENT)
    opening._element.set("showMasterSp", "0")
    _rectangle(opening, OPENING_BAND, INK)
    _rectangle(opening, OPENING_RULE, LOOKS[2].fill)
    for holder in (made, master, *made.slide_layouts):
        for element in holder._element.iter():
            if element.get("lang"):
                element.set("lang", tag)
    return made


def _forget(made: Any) -> None:
    """What the template says of the printer and the computer it was made on, and its picture."""
    part = made.part
    for relation in list(part.rels.values()):
        if relation.reltype.endswith("/printerSettings"):
            part.rels.pop(relation.rId)
    for relation in list(part.package._rels.values()):
        if relation.reltype.endswith(("/thumbnail", "/extended-properties")):
            part.package._rels.pop(relation.rId)


def _theme(made: Any) -> None:
    """One typeface with every Kazakh letter, the colours of the charts as the accents."""
    (theme,) = (
        relation.target_part for relation in made.slide_master.part.rels.values() if relation.reltype.endswith("/theme")
    )
    text = theme.blob.decode("utf-8")
    text = re.sub(r'<a:latin typeface="[^"]*"', f'<a:latin typeface="{FACE}"', text)
    text = re.sub(r'<a:font script="[^"]*" typeface="[^"]*"/>', "", text)
    text = text.replace('name="Office Theme"', 'name="altdesk"', 1)
    for number, used in enumerate((LOOKS[0], LOOKS[2], LOOKS[4], LOOKS[6], LOOKS[1], LOOKS[3]), 1):
        text = re.sub(rf"(<a:accent{number}>)<a:srgbClr val=\"\w+\"/>", rf'\g<1><a:srgbClr val="{used.fill}"/>', text)
    text = re.sub(r"(<a:dk2>)<a:srgbClr val=\"\w+\"/>", rf'\g<1><a:srgbClr val="{INK}"/>', text)
    theme._blob = text.encode("utf-8")


def _settle(holder: Any, language: PaperLanguage) -> None:
    """Placeholders at the places of 16:9, without date and footer; prompts in the language of the paper."""
    from pptx.enum.shapes import PP_PLACEHOLDER as Kind

    places = {Kind.TITLE: TITLE, Kind.BODY: CONTENT, Kind.OBJECT: CONTENT, Kind.SLIDE_NUMBER: NUMBER}
    titles = {Kind.TITLE, Kind.CENTER_TITLE}
    for shape in list(holder.placeholders):
        kind = shape.placeholder_format.type
        if kind in {Kind.DATE, Kind.FOOTER}:
            shape._element.getparent().remove(shape._element)
            continue
        if kind in places:
            shape.left, shape.top, shape.width, shape.height = places[kind].emu()
        word = "slide_title" if kind in titles else "slide_text"
        shape.name = say(word, language) if kind is not Kind.SLIDE_NUMBER else "№"
        if kind is not Kind.SLIDE_NUMBER:
            first, *rest = shape.text_frame.paragraphs
            first.text = say(word, language)
            for more in rest:
                more._p.getparent().remove(more._p)


def _place(layout: Any, title: Place, text: Place) -> None:
    """Title and text at their places, both from the left."""
    for level in layout._element.iter():
        if level.get("algn"):
            level.set("algn", "l")
    for shape, place in zip(layout.placeholders, (title, text), strict=False):
        shape.left, shape.top, shape.width, shape.height = place.emu()


def _sizes(master: Any) -> None:
    """Left titles in bold and the paper's ink; text in black from 28 pt on; a quiet number."""
    from pptx.oxml.ns import qn

    styles = master._element.find(qn("p:txStyles"))
    (title,) = styles.findall(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    looks = title.find(qn("a:defRPr"))
    looks.set("sz", "3000")
    looks.set("b", "1")
    looks.find(qn("a:solidFill")).find(qn("a:schemeClr")).set("val", "tx2")
    (body,) = styles.findall(f"{qn('p:bodyStyle')}/{qn('a:lvl1pPr')}")
    body.find(qn("a:defRPr")).set("sz", "2800")
    body.set("marL", str(9 * EMU))
    body.set("indent", str(-9 * EMU))
    _frames(master)


def _frames(master: Any) -> None:
    """No air at the sides, no shrinking by itself; the number small and at the right."""
    from pptx.enum.text import MSO_ANCHOR
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls, qn

    for shape in master.placeholders:
        frame = shape.text_frame
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if shape.top < CONTENT.y * EMU else MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_right = 0
        for fit in list(frame._txBody.bodyPr):
            frame._txBody.bodyPr.remove(fit)
        if shape.top > 170 * EMU:
            shape._element.txBody.find(qn("a:lstStyle")).clear()
            shape._element.txBody.find(qn("a:lstStyle")).append(
                parse_xml(
                    f'<a:lvl1pPr {nsdecls("a")} algn="r"><a:defRPr sz="1400"><a:solidFill>'
                    f'<a:srgbClr val="{QUIET}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
                )
            )


def _rectangle(holder: Any, place: Place, colour: str) -> None:
    """An area of colour that is no part of the text, under everything else."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    tree = holder.shapes._spTree
    number = 1 + max(int(each.get("id")) for each in tree.iter() if each.tag.endswith("}cNvPr"))
    x, y, w, h = place.emu()
    tree.insert(
        2,
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="–"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
            f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
            "<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
        ),
    )


def number(slide: Any, at: int, tag: str) -> None:
    """The slide's number, as a field in the place the master keeps for it."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    tree = slide.shapes._spTree
    own = 1 + max(int(each.get("id")) for each in tree.iter() if each.tag.endswith("}cNvPr"))
    tree.append(
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{own}" name="№ {at}"/>'
            '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr>'
            "</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
            f'<a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum"><a:rPr lang="{tag}"/>'
            f"<a:t>{at}</a:t></a:fld></a:p></p:txBody></p:sp>"
        )
    )
