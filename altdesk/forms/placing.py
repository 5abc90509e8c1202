"""Where each kind of block comes to stand."""

from __future__ import annotations

from functools import singledispatch

from altdesk.forms.blocks import (
    Align,
    Approval,
    Block,
    Face,
    Fields,
    Footer,
    Heading,
    NewPage,
    PageHead,
    Paragraph,
    Signatures,
    Table,
    Title,
)
from altdesk.forms.flow import EPS, Flow, baseline, leading
from altdesk.forms.layout import Entry, Rule
from altdesk.forms.marks import Box, ReadBack
from altdesk.forms.tables import TablePlacer

HEADING_SIZE = 12.0
SIGN_SIZE = 12.0


@singledispatch
def place(block: Block, flow: Flow) -> None:
    """Set one block into the flow."""
    raise NotImplementedError(type(block).__name__)


@place.register(PageHead)
@place.register(Footer)
@place.register(ReadBack)
def _carried_by_every_page(block: Block, flow: Flow) -> None:
    """The flow itself sets these on each page."""


@place.register
def _new_page(_block: NewPage, flow: Flow) -> None:
    flow.turn_page()


def put_lines(flow: Flow, lines: list[str], face: Face, size: float, align: Align, left: float, width: float) -> None:
    """Lines one by one, going on to the next page where they must."""
    step = leading(size)
    for line in lines:
        flow.need(step)
        flow.write([line], Box(left, flow.y, width, step), face, size, align)
        flow.y += step


@place.register
def _title(block: Title, flow: Flow) -> None:
    pieces = block.text.split("\n")
    lines = [line for piece in pieces for line in flow.measure.wrap(piece, Face.BOLD, block.size, flow.width)]
    flow.need(len(lines) * leading(block.size))
    flow.outline.append(Entry(" / ".join(pieces), flow.page.number, 0))
    put_lines(flow, lines, Face.BOLD, block.size, block.align, flow.left, flow.width)
    flow.y += 2


@place.register
def _heading(block: Heading, flow: Flow) -> None:
    lines = flow.measure.wrap(block.text, Face.BOLD, HEADING_SIZE, flow.width)
    if not flow.fresh:
        flow.y += 3
    flow.need((len(lines) + 2) * leading(HEADING_SIZE))
    flow.outline.append(Entry(block.text, flow.page.number, min(block.level, 1 if flow.outline else 0)))
    put_lines(flow, lines, Face.BOLD, HEADING_SIZE, Align.LEFT, flow.left, flow.width)
    flow.y += 1.5


@place.register
def _paragraph(block: Paragraph, flow: Flow) -> None:
    lines: list[str] = []
    size = block.sizes[0]
    for size in block.sizes:
        lines = [
            line for piece in block.text.split("\n") for line in flow.measure.wrap(piece, block.face, size, flow.width)
        ]
        if not block.lines or len(lines) <= block.lines:
            break
    put_lines(flow, lines, block.face, size, block.align, flow.left, flow.width)
    flow.y += block.after


@place.register
def _fields(block: Fields, flow: Flow) -> None:
    """Label in regular, value in bold, hanging under itself when it wraps."""
    step = leading(block.size)
    x = flow.left
    right = flow.left + flow.width
    flow.need(step)
    for label, value in block.items:
        said = flow.measure.shown(f"{label}: ", Face.REGULAR)
        wide = min(flow.measure.width(said, Face.REGULAR, block.size), flow.width / 2)
        whole = wide + flow.measure.width(flow.measure.shown(value, Face.BOLD), Face.BOLD, block.size)
        if x > flow.left and (not block.inline or x + whole > right):
            x = flow.left
            flow.y += step
            flow.need(step)
        lines = flow.measure.wrap(value, Face.BOLD, block.size, right - x - wide - 0.01)
        heads = flow.measure.wrap(said, Face.REGULAR, block.size, wide + 0.01)
        for index in range(max(len(lines), len(heads))):
            if index:
                flow.y += step
                flow.need(step)
            if index < len(heads):
                flow.write([heads[index]], Box(x, flow.y, wide + 0.01, step), Face.REGULAR, block.size)
            if index < len(lines):
                flow.write([lines[index]], Box(x + wide, flow.y, right - x - wide, step), Face.BOLD, block.size)
        x = x + whole + 8 if len(lines) == 1 and block.inline else right
    flow.y += step + block.after


@place.register
def _table(block: Table, flow: Flow) -> None:
    TablePlacer(block, flow).run()
    flow.y += 3


@place.register
def _signatures(block: Signatures, flow: Flow) -> None:
    step = leading(SIGN_SIZE)
    flow.y += 4
    for post, name in block.people:
        posts = flow.measure.wrap(post, Face.REGULAR, SIGN_SIZE, 75)
        names = flow.measure.wrap(name, Face.REGULAR, SIGN_SIZE, flow.width - 75 - 47)
        tall = max(len(posts), len(names)) * step
        flow.need(min(tall + 3, flow.tallest))
        flow.write(posts, Box(flow.left, flow.y, 75, len(posts) * step), Face.REGULAR, SIGN_SIZE)
        line = baseline(flow.y + (len(posts) - 1) * step, SIGN_SIZE, step) + 0.5
        flow.page.rules.append(Rule(flow.left + 78, line, flow.left + 118, line, 0.4))
        top = flow.y + max(0, len(posts) - len(names)) * step
        box = Box(flow.left + 122, top, flow.width - 122, len(names) * step)
        flow.write(names, box, Face.REGULAR, SIGN_SIZE)
        flow.y += tall + 6


@place.register
def _approval(block: Approval, flow: Flow) -> None:
    half = flow.width / 2 - 5
    step = leading(SIGN_SIZE)
    corners = [(flow.left, block.left), (flow.left + half + 10, block.right)]
    wrapped = [
        (
            x,
            [
                [
                    (Face.BOLD if not i else Face.REGULAR, line)
                    for line in flow.measure.wrap(text, Face.BOLD if not i else Face.REGULAR, SIGN_SIZE, half)
                ]
                for i, text in enumerate(corner)
            ],
        )
        for x, corner in corners
        if corner
    ]
    tall = max(sum(len(part) for part in parts) for _, parts in wrapped) * step
    flow.need(min(tall, flow.tallest))
    for x, parts in wrapped:
        y = flow.y
        for face, line in (item for part in parts for item in part):
            if y + step > flow.bottom + EPS:
                break
            flow.write([line], Box(x, y, half, step), face, SIGN_SIZE)
            y += step
    flow.y += tall + 4
