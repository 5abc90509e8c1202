"""The back of a sheet: what is filed at the left of its front is filed at the right of its back.

A page without marks moves whole. On a page that a scanner reads the marks have to stay where they are, at both edges of
the paper; head and foot stand between them and stay too, and what moves is the body, with every cell to be written in.
The code of the page says that it has moved.
"""

from __future__ import annotations

from dataclasses import replace

from altdesk.domain.readback import turned_code
from altdesk.forms.form import NEAREST
from altdesk.forms.layout import Entry, Layout, Page, Shape, Text
from altdesk.forms.marks import Box

UNDER_FOOT = 7.0  # mm: below the foot of a page that lies, between the holes of its margin


def turned(layout: Layout, backs: frozenset[int]) -> Layout:
    """The same paper with these pages laid out as backs of sheets turned over their long edge."""
    setup = layout.setup
    dx, dy = (0.0, setup.moved) if setup.lying else (setup.moved, 0.0)
    move = _Move(dx, dy, setup.height - setup.top + UNDER_FOOT if setup.lying else 0.0)
    return replace(
        layout,
        pages=tuple(move.page(page) if page.number in backs else page for page in layout.pages),
        outline=tuple(move.entry(entry, backs) for entry in layout.outline),
        heads=tuple(move.entry(entry, backs) for entry in layout.heads),
        turned=tuple(sorted(backs)),
    )


class _Move:
    """By how many mm things go to the right and down, and where a mark goes that stood in the upper margin."""

    def __init__(self, dx: float, dy: float, stamp: float) -> None:
        self._dx, self._dy, self._stamp = dx, dy, stamp

    def page(self, page: Page) -> Page:
        marked = bool(page.squares)
        first, last = (page.head, page.foot) if marked else (0, len(page.texts))
        body = [self._text(text) for text in page.texts[first:last]]
        codes = [code._replace(text=turned_code(code.text)) for code in page.codes]
        return replace(
            page,
            texts=[*page.texts[:first], *body, *page.texts[last:]],
            rules=[
                rule._replace(
                    x1=rule.x1 + self._dx, y1=rule.y1 + self._dy, x2=rule.x2 + self._dx, y2=rule.y2 + self._dy
                )
                for rule in page.rules
            ],
            frames=[frame._replace(box=self._box(frame.box)) for frame in page.frames],
            fills=[self._box(box) for box in page.fills],
            codes=codes,
            cells=[cell._replace(x=cell.x + self._dx, y=cell.y + self._dy) for cell in page.cells],
            shapes=[self._shape(shape) for shape in page.shapes],
            links=[link._replace(box=self._box(link.box)) for link in page.links],
            rows={number: self._box(box) for number, box in page.rows.items()},
        )

    def entry(self, entry: Entry, backs: frozenset[int]) -> Entry:
        return entry._replace(y=entry.y + self._dy) if entry.page in backs else entry

    def _text(self, text: Text) -> Text:
        down = self._dy if text.box.y + self._dy >= NEAREST else self._stamp - text.box.y
        box = text.box._replace(x=text.box.x + self._dx, y=text.box.y + down)
        return text._replace(x=text.x + self._dx, y=text.y + down, box=box)

    def _box(self, box: Box) -> Box:
        return box._replace(x=box.x + self._dx, y=box.y + self._dy)

    def _shape(self, shape: Shape) -> Shape:
        return shape._replace(points=tuple((x + self._dx, y + self._dy) for x, y in shape.points))
