"""Word's own numbering: the items of a meeting and the points under them as one list of two levels (1., 1.1), so that a
point put in or taken out in Word counts the others anew.

A list begins at the number the desk knows: an extract has point 3.2 alone. A mark that is no such number, or does not
follow the one before, stays text.
"""

from __future__ import annotations

import re
from typing import Any

_OF_POINTS = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
_OF_ITEMS = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/>'
    '<w:pPr><w:tabs><w:tab w:val="num" w:pos="680"/></w:tabs><w:ind w:left="680" w:hanging="680"/></w:pPr></w:lvl>'
)  # 680 twips are the 12 mm of the style of points
_MARK = re.compile(r"([1-9]\d{0,3})\.([1-9]\d{0,3})?")


class Numbers:
    """The lists of one document, and how far each has come."""

    def __init__(self, document: Any) -> None:
        self._element = document.part.numbering_part.element
        self._plain = _List()
        self._items = _List()

    def item(self, paragraph: Any, mark: str) -> bool:
        """Number the head of an item; False when the mark is no number of a list."""
        number = _numbers(mark)
        if number is None or number[1]:
            return False
        if not self._items.follows(number[0]):
            self._items = self._begun(_OF_ITEMS, number[0])
        self._items.top, self._items.sub = number[0], 0
        self._plain = _List()
        _write(paragraph, self._items.id, 0)
        return True

    def point(self, paragraph: Any, mark: str) -> bool:
        """Number a point, of an item (1.1) or of a plain list (1.); False when the mark is no number of a list."""
        number = _numbers(mark)
        if number is None:
            return False
        top, sub = number
        if not sub:
            if not self._plain.follows(top):
                self._plain = self._begun(_OF_POINTS, top)
            self._plain.top = top
            _write(paragraph, self._plain.id, 0)
            return True
        items = self._items
        if not items.id or top != items.top or (sub != items.sub + 1 and (items.sub or top != items.first)):
            return False
        if sub != items.sub + 1:
            items.start(1, sub)
            items.usual = False
        items.sub = sub
        _write(paragraph, items.id, 1)
        return True

    def _begun(self, levels: str, first: int) -> _List:
        """A new list, with a description of its own: word processors differ in what they make of a start overridden."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls, qn

        there = self._element.findall(qn("w:abstractNum"))
        made = max((int(each.get(qn("w:abstractNumId"))) for each in there), default=-1) + 1
        head = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{made}"><w:multiLevelType w:val="multilevel"/>'
        kind = parse_xml(f"{head}{levels}</w:abstractNum>")
        self._element.insert(self._element.index(there[-1]) + 1 if there else 0, kind)
        begun = _List(self._element.add_num(made).numId, first, kind)
        begun.start(0, first)
        return begun


class _List:
    """A list of the document: its number there, the number it began with, the last ones given."""

    def __init__(self, number: int = 0, first: int = 0, kind: Any = None) -> None:
        self.id, self.first = number, first
        self.top = self.sub = 0
        self.usual = True  # its points begin at 1
        self._kind = kind

    def start(self, level: int, first: int) -> None:
        from docx.oxml.ns import qn

        self._kind.findall(qn("w:lvl"))[level].find(qn("w:start")).set(qn("w:val"), str(first))

    def follows(self, number: int) -> bool:
        return bool(self.id) and self.usual and number == self.top + 1


def _numbers(mark: str) -> tuple[int, int] | None:
    found = _MARK.fullmatch(mark)
    return (int(found[1]), int(found[2] or 0)) if found else None


def _write(paragraph: Any, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number
