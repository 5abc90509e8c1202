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
    Stamp,
    Table,
    Title,
)
from altdesk.forms.flow import Flow, baseline, leading
from altdesk.forms.layout import Entry, Rule
from altdesk.forms.marks import Box, ReadBack
from altdesk.forms.tables import TablePlacer

HEADING_SIZE = 12.0
SIGN_SIZE = 12.0
POST_WIDTH = 78.0  # mm
LINE_WIDTH = 44.0  # mm, with 2 mm of air at both ends


@singledispatch
def place(block: Block, flow: Flow) -> None:
    """Set one block into the flow."""
    raise NotImplementedError(type(block).__name__)


@place.register(PageHead)
@place.register(Footer)
@place.register(ReadBack)
@place.register(Stamp)
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
    flow.y += 3


@place.register
def _heading(block: Heading, flow: Flow) -> None:
    lines = flow.measure.wrap(block.text, Face.BOLD, HEADING_SIZE, flow.width)
    if not flow.fresh:
        flow.y += 3
    flow.need((len(lines) + block.keep) * leading(HEADING_SIZE))
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
    """Label in regular, value in bold, hanging under itself when it wraps; one under the other, values line up."""
    step = leading(block.size)
    x, right = flow.left, flow.left + flow.width
    gap = ": " if block.inline else ":  "
    said = [flow.measure.shown(label + gap, Face.REGULAR) for label, _ in block.items]
    widths = [min(flow.measure.width(one, Face.REGULAR, block.size), flow.width / 2) for one in said]
    widest = max(widths, default=0.0)
    flow.need(step)
    for label, (_, value), wide in zip(said, block.items, widths, strict=True):
        wide = wide if block.inline else widest
        whole = wide + flow.measure.width(flow.measure.shown(value, Face.BOLD), Face.BOLD, block.size)
        if x > flow.left and (not block.inline or x + whole > right):
            x = flow.left
            flow.y += step
            flow.need(step)
        lines = flow.measure.wrap(value, Face.BOLD, block.size, right - x - wide - 0.01)
        heads = flow.measure.wrap(label, Face.REGULAR, block.size, wide + 0.01)
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
    """Post, line, name on one foot; a post or name of many lines grows upwards from it."""
    step = leading(SIGN_SIZE)
    names_left = flow.left + POST_WIDTH + LINE_WIDTH + 4
    names_width = flow.left + flow.width - names_left
    flow.y += 4
    for post, name in block.people:
        posts = flow.measure.wrap(post, Face.REGULAR, SIGN_SIZE, POST_WIDTH)
        names = flow.measure.wrap(name, Face.REGULAR, SIGN_SIZE, names_width)
        rows = max(len(posts), len(names))
        posts = [""] * (rows - len(posts)) + posts
        names = [""] * (rows - len(names)) + names
        flow.need(min(rows * step + 3, flow.tallest))
        for left, right in zip(posts, names, strict=True):
            flow.need(step)
            flow.write([left], Box(flow.left, flow.y, POST_WIDTH, step), Face.REGULAR, SIGN_SIZE)
            flow.write([right], Box(names_left, flow.y, names_width, step), Face.REGULAR, SIGN_SIZE)
            flow.y += step
        line = baseline(flow.y - step, SIGN_SIZE, step) + 0.5
        flow.page.rules.append(Rule(flow.left + POST_WIDTH + 2, line, names_left - 2, line, 0.4))
        flow.y += 6


@place.register
def _approval(block: Approval, flow: Flow) -> None:
    half = flow.width / 2 - 5
    step = leading(SIGN_SIZE)
    left = _corner(block.left, flow, half) if block.left else []
    right = _corner(block.right, flow, half)
    rows = max(len(left), len(right))
    flow.need(min(rows * step, flow.tallest))
    for index in range(rows):
        flow.need(step)
        for lines, x in ((left, flow.left), (right, flow.left + half + 10)):
            if index < len(lines):
                face, line = lines[index]
                flow.write([line], Box(x, flow.y, half, step), face, SIGN_SIZE)
        flow.y += step
    flow.y += 4


def _corner(corner: tuple[str, str, str, str], flow: Flow, width: float) -> list[tuple[Face, str]]:
    """The lines of one corner, its word in bold."""
    faces = (Face.BOLD, Face.REGULAR, Face.REGULAR, Face.REGULAR)
    return [
        (face, line)
        for face, text in zip(faces, corner, strict=True)
        for line in flow.measure.wrap(text, face, SIGN_SIZE, width)
    ]
