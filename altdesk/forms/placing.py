"""Where each kind of block comes to stand."""

from __future__ import annotations

from functools import singledispatch

from altdesk.forms.blocks import (
    Approval,
    Block,
    Face,
    Fields,
    Footer,
    Heading,
    Lead,
    NewPage,
    PageHead,
    Paragraph,
    Point,
    Running,
    Sides,
    Signatures,
    Stamp,
    Table,
    Title,
)
from altdesk.forms.flow import Flow, baseline, leading
from altdesk.forms.layout import Rule
from altdesk.forms.marks import Box, ReadBack
from altdesk.forms.running import put, told
from altdesk.forms.tables import TablePlacer

SIGN_SIZE = 12.0
POST_WIDTH = 78.0  # mm
UNDER_TABLE = UNDER_SIGNATURES = 3.0  # mm
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


@place.register(Title)
@place.register(Heading)
@place.register(Paragraph)
@place.register(Running)
@place.register(Lead)
@place.register(Point)
@place.register(Sides)
def _told(block: Block, flow: Flow) -> None:
    put(told(block, flow), flow)


@place.register
def _new_page(_block: NewPage, flow: Flow) -> None:
    flow.turn_page()


@place.register
def _fields(block: Fields, flow: Flow) -> None:
    """The value hangs under itself when it wraps; one under the other, values line up."""
    step = leading(block.size)
    of_label, of_value = block.faces
    x, right = flow.left, flow.left + flow.width
    gap = ": " if block.inline else ":  "
    said = [flow.measure.shown(label + gap, of_label) for label, _ in block.items]
    widths = [min(flow.measure.width(one, of_label, block.size), flow.width / 2) for one in said]
    widest = max(widths, default=0.0)
    flow.need(step)
    for label, (_, value), wide in zip(said, block.items, widths, strict=True):
        wide = wide if block.inline else widest
        whole = wide + flow.measure.width(flow.measure.shown(value, of_value), of_value, block.size)
        if x > flow.left and (not block.inline or x + whole > right):
            x = flow.left
            flow.y += step
            flow.need(step)
        lines = flow.measure.wrap(value, of_value, block.size, right - x - wide - 0.01)
        heads = flow.measure.wrap(label, of_label, block.size, wide + 0.01)
        for index in range(max(len(lines), len(heads))):
            if index:
                flow.y += step
                flow.need(step)
            if index < len(heads):
                flow.write([heads[index]], Box(x, flow.y, wide + 0.01, step), of_label, block.size)
            if index < len(lines):
                flow.write([lines[index]], Box(x + wide, flow.y, right - x - wide, step), of_value, block.size)
        x = x + whole + 8 if len(lines) == 1 and block.inline else right
    flow.y += step + block.after


@place.register
def _table(block: Table, flow: Flow) -> None:
    TablePlacer(block, flow).run()
    flow.y += UNDER_TABLE


@place.register
def _signatures(block: Signatures, flow: Flow) -> None:
    """Post, line, name on one foot; a post or name of many lines grows upwards from it."""
    step = leading(SIGN_SIZE)
    names_left = flow.left + POST_WIDTH + LINE_WIDTH + 4
    names_width = flow.left + flow.width - names_left
    flow.y += 4
    flow.need(min(_height(block, flow, names_width), flow.tallest))
    for post, name in block.people:
        posts, names = _wrapped(post, flow, POST_WIDTH), _wrapped(name, flow, names_width)
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


def _height(block: Signatures, flow: Flow, names_width: float) -> float:
    """All signatories, who stand on one page as long as one holds them."""
    rows = sum(
        max(len(_wrapped(post, flow, POST_WIDTH)), len(_wrapped(name, flow, names_width)))
        for post, name in block.people
    )
    return rows * leading(SIGN_SIZE) + len(block.people) * 6 - UNDER_SIGNATURES


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
        (face, line) for face, text in zip(faces, corner, strict=True) for line in _wrapped(text, flow, width, face)
    ]


def _wrapped(text: str, flow: Flow, width: float, face: Face = Face.REGULAR) -> list[str]:
    """The lines of a post or a name; a line feed begins a new one."""
    return [line for part in text.split("\n") for line in flow.measure.wrap(part, face, SIGN_SIZE, width)]
