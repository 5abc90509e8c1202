"""The list of a paper's headings: set where it stands, its pages filled in when the paper is finished."""

from __future__ import annotations

from typing import NamedTuple

from altdesk.forms.blocks import Align, Contents, Face
from altdesk.forms.flow import Flow, leading
from altdesk.forms.layout import Link
from altdesk.forms.marks import Box
from altdesk.forms.placing import place

SIZE, TITLE_SIZE = 12.0, 13.0  # pt
INDENT = 8.0  # mm a level
NUMBER = 12.0  # mm, for the page
BETWEEN = 1.2  # mm


class Awaited(NamedTuple):
    """A line that waits for its page: which heading, on which page and where it stands, where its text ends."""

    heading: int
    page: int
    whole: Box
    last: Box
    end: float


@place.register
def _contents(block: Contents, flow: Flow) -> None:
    step = leading(SIZE)
    title = flow.measure.wrap(block.title, Face.BOLD, TITLE_SIZE, flow.width)
    flow.need(len(title) * leading(TITLE_SIZE) + 3 + 2 * step)
    flow.write(title, Box(flow.left, flow.y, flow.width, step), Face.BOLD, TITLE_SIZE, Align.CENTRE)
    flow.y += len(title) * leading(TITLE_SIZE) + 3
    for index, heading in enumerate(flow.headings):
        if heading.level > block.depth:
            continue
        left = flow.left + INDENT * (max(1, heading.level) - 1)
        room = flow.left + flow.width - NUMBER - left
        said = flow.measure.wrap(heading.text, Face.REGULAR, SIZE, room)
        flow.need(min(len(said) * step, flow.tallest))
        whole = Box(left, flow.y, flow.left + flow.width - left, len(said) * step)
        for line in said:
            flow.need(step)
            flow.write([line], Box(left, flow.y, room, step), Face.REGULAR, SIZE)
            flow.y += step
        last = Box(left, flow.y - step, flow.left + flow.width - left, step)
        end = left + flow.measure.width(said[-1], Face.REGULAR, SIZE)
        flow.awaited.append(Awaited(index, flow.page.number, whole, last, end))
        flow.y += BETWEEN
    flow.y += 3


def fill(flow: Flow) -> None:
    """Write the pages of the headings behind dots, and lead from each line to its heading."""
    dot = flow.measure.width(" .", Face.REGULAR, SIZE)
    laid = flow.pages
    for line in flow.awaited:
        target = flow.heads[line.heading]
        number = str(target.page)
        right = line.last.x + line.last.w
        flow.pages = laid[: line.page]
        flow.write([number], line.last, Face.REGULAR, SIZE, Align.RIGHT)
        room = right - flow.measure.width(number, Face.REGULAR, SIZE) - 1.5 - line.end - 1.5
        if room >= dot:
            dots = Box(line.end + 1.5, line.last.y, room, line.last.h)
            flow.write(["." + " ." * int(room / dot - 0.5)], dots, Face.REGULAR, SIZE, Align.RIGHT)
        flow.page.links.append(Link(line.whole, target.page, target.y))
    flow.pages = laid
