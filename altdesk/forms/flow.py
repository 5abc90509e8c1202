"""The pages while they are filled: where the next block may stand, and what every page carries at head and foot."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from altdesk.forms import marks
from altdesk.forms.blocks import (
    Align,
    Block,
    Face,
    Fields,
    Footer,
    Heading,
    PageHead,
    Paragraph,
    Stamp,
    Title,
    headings,
)
from altdesk.forms.form import NEAREST, PageSetup
from altdesk.forms.layout import Code, Entry, Page, Text
from altdesk.forms.marks import Box, ReadBack
from altdesk.forms.measure import MM_PER_PT, Measure

LEADING = 1.15  # of the size, running text
EPS = 1e-6
FOOT_SIZE = 9.0
STAMP_SIZE = 15.0
MOST_GAP = 1.6  # mm between the parts of a page's head
TALLEST_HEAD = 185.0  # mm from the paper's edge: what does not fit above is cut with …
ASCENT = 0.69  # of the size: from a line's optical middle of ascent and descent to its baseline, see `baseline`
DESCENT = 0.22
ENDLESS = 1e9  # mm
LOOSEST = 4.0  # of a space: a line that would have to be spread more is left as it is


def leading(size: float, factor: float = LEADING) -> float:
    """Distance of two baselines in mm for a size in pt."""
    return size * factor * MM_PER_PT


def baseline(top: float, size: float, line: float) -> float:
    """Baseline in mm of a line `line` mm high whose top is at `top`, ascent and descent centred in it."""
    return top + line / 2 + (ASCENT - DESCENT) / 2 * size * MM_PER_PT


def _gaps(line: str) -> int:
    """The spaces of a line that a PDF spreads: those that may not break are among them."""
    return line.count(" ") + line.count("\u00a0")


class Flow:
    """Fills pages from top to bottom, region by region (a page has several where a band is kept free)."""

    def __init__(self, setup: PageSetup, measure: Measure, blocks: tuple[Block, ...]) -> None:
        self.setup = setup
        self.measure = measure
        self.pages: list[Page] = []
        self.outline: list[Entry] = []
        self._head = next((block for block in blocks if isinstance(block, PageHead)), None)
        self._foot = next((block for block in blocks if isinstance(block, Footer)), None)
        self._marks = next((block for block in blocks if isinstance(block, ReadBack)), None)
        self._stamp = next((block for block in blocks if isinstance(block, Stamp)), None)
        self.regions: list[tuple[float, float]] = []
        self.y = 0.0
        self.bottom = 0.0
        self.headings: tuple[Heading, ...] = tuple(headings(blocks))
        self.heads: list[Entry] = []  # of the headings placed so far
        self.awaited: list[Any] = []  # lines of contents that wait for their pages
        self.told: dict[Block, Any] = {}  # lines of texts already wrapped
        self.ahead = 0.0  # mm that the end of the block being placed wants under itself on the same page
        self.turn_page()

    @property
    def page(self) -> Page:
        return self.pages[-1]

    @property
    def left(self) -> float:
        return self.setup.left

    @property
    def width(self) -> float:
        return self.setup.inner

    @property
    def fresh(self) -> bool:
        """Whether nothing stands yet in the present region."""
        return self.y <= self._region_top + EPS

    @property
    def room(self) -> float:
        return self.bottom - self.y + EPS

    @property
    def tallest(self) -> float:
        """Height of the tallest region of a page without a tall head."""
        top, bottom = self._bounds()
        return max(b - t for t, b in self._split(top, bottom))

    def _bounds(self) -> tuple[float, float]:
        if self._marks:
            return marks.BODY_TOP, marks.BODY_BOTTOM
        return self.setup.top, self.setup.height - self.setup.bottom

    def _split(self, top: float, bottom: float) -> list[tuple[float, float]]:
        if not self._marks:
            return [(top, bottom)]
        band = marks.BAND
        halves = [(top, min(bottom, band.y)), (max(top, band.y + band.h), bottom)]
        return [(t, b) for t, b in halves if b > t + EPS]

    def turn_page(self) -> None:
        """Begin the next page with its head; the next block stands under it."""
        self.pages.append(Page(len(self.pages) + 1))
        top, bottom = self._bounds()
        if self._head:
            top = max(top, self._place_head(self._head))
            self.page.head = len(self.page.texts)
        self.regions = self._split(top, bottom)
        self.next_region()

    def next_region(self) -> None:
        """Go on under the free band, or on the next page."""
        if not self.regions:
            self.turn_page()
            return
        self.y, self.bottom = self.regions.pop(0)
        self._region_top = self.y

    def endless(self) -> Flow:
        """A page without end, as wide as this one, to measure blocks on."""
        flow = Flow(replace(self.setup, height=ENDLESS), self.measure, ())
        flow.told = self.told
        flow.y += 1  # not fresh
        return flow

    def need(self, height: float) -> None:
        """Go on where `height` mm are free; a block too tall for any region stays where it is."""
        if height > self.room and not self.fresh:
            self.next_region()
        while height > self.room and height <= self.tallest + EPS:
            self.next_region()

    def write(
        self, lines: list[str], box: Box, face: Face, size: float, align: Align = Align.LEFT, factor: float = LEADING
    ) -> None:
        """Lines from the top of a box, one under the other, aligned in it."""
        step = leading(size, factor)
        put = self.page.texts.append
        for index, line in enumerate(lines):
            if not line:
                continue
            width = self.measure.width(line, face, size)
            x, spread = box.x, 0.0
            if align is Align.JUSTIFY:
                spread = self._spread(line, face, size, box.w - width)
                width += spread * _gaps(line)
            elif align is not Align.LEFT:
                x += (box.w - width) / (2 if align is Align.CENTRE else 1)
            put(Text(x, baseline(box.y + index * step, size, step), line, face, size, width, box, spread))

    def _spread(self, line: str, face: Face, size: float, slack: float) -> float:
        """By how many mm the spaces of a line grow to fill it; 0 where that would tear it apart."""
        spaces = _gaps(line)
        if not spaces or slack <= 0:
            return 0.0
        wider = slack / spaces
        return wider if wider <= LOOSEST * self.measure.width(" ", face, size) else 0.0

    def _place_head(self, head: PageHead) -> float:
        """Set the head of a page, centred and evenly spaced; returns where it ends if it is too tall, else 0."""
        parts = [self._head_lines(part, head.width) for part in head.full]
        total = sum(len(lines) * leading(size) for lines, _, size in parts)
        if total > head.height + EPS and self.page.number > 1:
            parts = [self._head_lines(part, head.width) for part in head.short]
            total = sum(len(lines) * leading(size) for lines, _, size in parts)
        gap = max(0.0, min(MOST_GAP, (head.height - total) / max(1, len(parts) - 1)))
        y = head.top
        for lines, face, size in parts:
            fits = max(1, int((TALLEST_HEAD - y) / leading(size)))
            shown = lines if len(lines) <= fits else [*lines[: fits - 1], "…"]
            used = len(shown) * leading(size)
            self.write(shown, Box(self.left, y, head.width, used), face, size, Align.CENTRE)
            y += used + gap
        if self.page.number == 1:
            self.outline += [Entry(part.text, 1, 0) for part in head.full if isinstance(part, Title)]
        return y - gap + 1 if y - gap > head.top + head.height + EPS else 0.0

    def _head_lines(self, part: Paragraph | Title | Fields, width: float) -> tuple[list[str], Face, float]:
        if isinstance(part, Title):
            sizes: tuple[float, ...] = tuple(part.size - less for less in range(4))
            face, most, text = Face.BOLD, 1, part.text
        elif isinstance(part, Paragraph):
            sizes, face, most, text = part.sizes, part.face, part.lines, part.text
        else:
            text = "     ".join(f"{label}: {value}" if value else label for label, value in part.items)
            sizes, face, most = (part.size, part.size - 1, part.size - 2, part.size - 2.5), Face.REGULAR, 1
        lines: list[str] = []
        size = sizes[0]
        for size in sizes:
            lines = [line for piece in text.split("\n") for line in self.measure.wrap(piece, face, size, width)]
            if len(lines) <= most or not most:
                break
        return lines, face, size

    def finish(self) -> None:
        """What only the finished paper knows: number of pages, rows of each page, marks."""
        for page in self.pages:
            page.foot = len(page.texts)
            values = {"page": page.number, "pages": len(self.pages), "first": page.first, "last": page.last}
            if self._marks:
                text = self._marks.text(page.number, len(self.pages), page.first, page.last)
                page.codes += [Code(marks.QR_TOP, text), Code(marks.QR_BOTTOM, text)]
                page.squares += marks.SQUARES
            if self._stamp:
                self._place_stamp(page, self._stamp.text)
            if self._foot:
                self._place_foot(page, self._foot, values)

    def _place_stamp(self, page: Page, text: str) -> None:
        """Between the bottom code and the line of the foot where there are marks, else in the top margin."""
        line = leading(STAMP_SIZE)
        box = marks.STAMP if self._marks else Box(self.left, self.setup.top - line - 2, self.width, line)
        said = self.shorten(self.measure.shown(text, Face.BOLD), Face.BOLD, STAMP_SIZE, box.w)
        width = self.measure.width(said, Face.BOLD, STAMP_SIZE)
        x, y = box.x + (box.w - width) / 2, baseline(box.y, STAMP_SIZE, box.h)
        page.texts.append(Text(x, y, said, Face.BOLD, STAMP_SIZE, width, box))

    def _place_foot(self, page: Page, foot: Footer, values: dict[str, int]) -> None:
        line = leading(FOOT_SIZE)
        if self._marks:
            left = Box(47, 287.5 - line, 51, line)
            right = Box(112, 287.5 - line, 79, line)
        else:
            free = self.setup.bottom - line
            y = self.setup.height - self.setup.bottom + min(free * 0.4, free - NEAREST)
            left = Box(self.left, y, self.width * 0.62, line)
            right = Box(self.left + self.width * 0.62, y, self.width * 0.38, line)
        first = foot.rows % values if foot.rows and values["last"] else foot.left
        for text, box, align in ((first, left, Align.LEFT), (foot.page % values, right, Align.RIGHT)):
            said = self.measure.shown(text, Face.REGULAR)
            size = FOOT_SIZE
            while size > 5 and self.measure.width(said, Face.REGULAR, size) > box.w:
                size -= 0.5
            said = self.shorten(said, Face.REGULAR, size, box.w)
            width = self.measure.width(said, Face.REGULAR, size)
            x = box.x if align is Align.LEFT else box.x + box.w - width
            if said:
                page.texts.append(Text(x, baseline(box.y, FOOT_SIZE, line), said, Face.REGULAR, size, width, box))

    def shorten(self, text: str, face: Face, size: float, width: float) -> str:
        """A text cut to a width with …; only for a running line that repeats what stands in full elsewhere."""
        if self.measure.width(text, face, size) <= width:
            return text
        room = width - self.measure.width("…", face, size)
        for kept, char in enumerate(text):
            room -= self.measure.width(char, face, size)
            if room < 0:
                return text[:kept] + "…"
        return text
