"""Running text as lines: heads, paragraphs, points; which of their lines may not stand alone on a page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from typing import NamedTuple

from altdesk.forms.blocks import Align, Block, Face, Heading, Lead, Paragraph, Point, Running, Sides, Title
from altdesk.forms.flow import Flow, leading
from altdesk.forms.layout import Entry
from altdesk.forms.marks import Box

HEADING_SIZE = 12.0
BEFORE_HEADING = 3.0  # mm, unless it begins the page
BEFORE_LEAD = 1.5
TOGETHER = 3  # lines that are never parted; of more, no single one stands at the foot or head of a page
MOST_MARK = 0.5  # of the width: a longer mark of a point is broken
SIDES_GAP = 6.0  # mm


class Piece(NamedTuple):
    """A text on a line: how far right of the left margin its box begins and how wide that is, mm."""

    left: float
    width: float
    text: str
    face: Face = Face.REGULAR
    align: Align = Align.LEFT


Line = tuple[Piece, ...]


class Told(NamedTuple):
    """The lines of a block, their size in pt, mm over and under them, how the outline calls it (None: not)."""

    lines: tuple[Line, ...]
    size: float
    before: float = 0.0
    after: float = 0.0
    entry: Entry | None = None
    follow: float = 0.0  # mm of what comes next that must stand on the same page

    @property
    def step(self) -> float:
        """Distance of two lines, mm."""
        return leading(self.size)

    @property
    def least(self) -> int:
        """So many lines must stand together where the block begins."""
        return len(self.lines) if len(self.lines) <= TOGETHER else TOGETHER - 1

    @property
    def height(self) -> float:
        return len(self.lines) * self.step + self.after


def put(text: Told, flow: Flow) -> None:
    """Set lines into the flow, on as many pages as it takes; what the flow wants `ahead` stays with the last ones."""
    count, step = len(text.lines), text.step
    if not flow.fresh:
        flow.y += text.before
    ahead = max(text.after + flow.ahead if flow.ahead else 0.0, text.follow)
    for index, line in enumerate(text.lines):
        if index == 0:
            flow.need(text.least * step + (ahead if count <= TOGETHER else 0))
            if text.entry:
                level = min(text.entry.level, flow.outline[-1].level + 1 if flow.outline else 0)
                entry = text.entry._replace(page=flow.page.number, level=level, y=flow.y)
                flow.outline.append(entry)
                if text.entry.level:
                    flow.heads.append(entry)
        elif index == count - TOGETHER + 1:
            flow.need((count - index) * step + ahead)
        else:
            flow.need(step)
        for piece in line:
            box = Box(flow.left + piece.left, flow.y, piece.width, step)
            flow.write([piece.text], box, piece.face, text.size, piece.align)
        flow.y += step
    flow.y += text.after


def told(block: Block, flow: Flow) -> Told:
    """The lines of a block of running text, made once."""
    known = flow.told.get(block)
    if known is None:
        known = flow.told[block] = _told(block, flow)
    return known


@singledispatch
def _told(block: Block, flow: Flow) -> Told:
    raise NotImplementedError(type(block).__name__)


@_told.register
def _title(block: Title, flow: Flow) -> Told:
    pieces = block.text.split("\n")
    lines = tuple(
        (Piece(0, flow.width, line, Face.BOLD, block.align),)
        for piece in pieces
        for line in flow.measure.wrap(piece, Face.BOLD, block.size, flow.width)
    )
    return Told(lines, block.size, after=3, entry=Entry(" / ".join(pieces), 0, 0))


@_told.register
def _heading(block: Heading, flow: Flow) -> Told:
    lines = flow.measure.wrap(block.text, Face.BOLD, HEADING_SIZE, flow.width)
    entry = Entry(block.text, 0, block.level)
    said = tuple((Piece(0, flow.width, line, Face.BOLD),) for line in lines)
    return Told(said, HEADING_SIZE, BEFORE_HEADING, 1.5, entry, block.keep * leading(HEADING_SIZE))


@_told.register
def _paragraph(block: Paragraph, flow: Flow) -> Told:
    lines: list[str] = []
    size = block.sizes[0]
    for size in block.sizes:
        lines = [
            line for piece in block.text.split("\n") for line in flow.measure.wrap(piece, block.face, size, flow.width)
        ]
        if not block.lines or len(lines) <= block.lines:
            break
    said = tuple((Piece(0, flow.width, line, block.face, block.align),) for line in lines)
    return Told(said, size, after=block.after)


@_told.register
def _running(block: Running, flow: Flow) -> Told:
    lines: list[Line] = []
    for piece in block.text.split("\n"):
        lines += _justified(piece, block.indent, 0, block.size, flow)
    return Told(tuple(lines), block.size, after=block.after)


def _justified(text: str, indent: float, left: float, size: float, flow: Flow) -> Iterator[Line]:
    """A paragraph from `left` mm on with both edges straight, the last line as it is."""
    width = flow.width - left
    wrapped = flow.measure.wrap(text, Face.REGULAR, size, width, indent)
    if len(wrapped) > 1 and not wrapped[0]:
        wrapped, indent = wrapped[1:], 0
    for index, line in enumerate(wrapped):
        right = indent if index == 0 else 0
        align = Align.JUSTIFY if index < len(wrapped) - 1 else Align.LEFT
        yield (Piece(left + right, width - right, line, Face.REGULAR, align),)


@_told.register
def _lead(block: Lead, flow: Flow) -> Told:
    measure, size = flow.measure, block.size
    heads = measure.wrap(block.head, Face.BOLD, size, flow.width)
    lines: list[Line] = [(Piece(0, flow.width, head, Face.BOLD),) for head in heads]
    if block.text:
        taken = measure.width(heads[-1] + " ", Face.BOLD, size)
        begun, *rest = measure.wrap(block.text, Face.REGULAR, size, flow.width, taken)
        if begun:
            head = Piece(0, taken, heads[-1], Face.BOLD)
            lines[-1] = (head, Piece(taken, flow.width - taken, begun))
        lines += [(Piece(0, flow.width, line),) for line in rest]
    return Told(tuple(lines), size, BEFORE_LEAD, 1.5 if block.text else 0.8)


@_told.register
def _point(block: Point, flow: Flow) -> Told:
    """The mark stands beside the first lines; one too wide for its place takes more of the line."""
    measure, size = flow.measure, block.size
    mark = measure.shown(block.mark, Face.REGULAR)
    hang = min(flow.width * MOST_MARK, max(block.hang, measure.width(mark + " ", Face.REGULAR, size)))
    marks = measure.wrap(mark, Face.REGULAR, size, hang) if mark else []
    lines = [line for piece in block.text.split("\n") for line in _justified(piece, 0, hang, size, flow)]
    if block.note:
        noted = measure.wrap(block.note, Face.ITALIC, size, flow.width - hang)
        lines += [(Piece(hang, flow.width - hang, line, Face.ITALIC),) for line in noted]
    lines += [()] * (len(marks) - len(lines))
    beside: list[Line] = [(Piece(0, hang, said), *line) for said, line in zip(marks, lines, strict=False)]
    return Told((*beside, *lines[len(beside) :]), size, after=block.after)


@_told.register
def _sides(block: Sides, flow: Flow) -> Told:
    """Each in its half, unless both fit on one line as they are."""
    measure, size = flow.measure, block.size
    wide = [measure.width(measure.shown(text, Face.REGULAR), Face.REGULAR, size) for text in (block.left, block.right)]
    half = (flow.width - SIDES_GAP) / 2
    if sum(wide) + SIDES_GAP <= flow.width:
        place = (wide[0] + 0.01, wide[1] + 0.01)
    else:
        place = (half, half)
    left = measure.wrap(block.left, Face.REGULAR, size, place[0])
    right = measure.wrap(block.right, Face.REGULAR, size, place[1])
    lines: list[Line] = []
    for index in range(max(len(left), len(right))):
        line: Line = ()
        if index < len(left):
            line += (Piece(0, place[0], left[index]),)
        if index < len(right):
            line += (Piece(flow.width - place[1], place[1], right[index], Face.REGULAR, Align.RIGHT),)
        lines.append(line)
    return Told(tuple(lines), size, after=block.after)
