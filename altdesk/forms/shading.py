"""Marks at the left of a cell that tell it apart in black and white: a hatched strip, or a solid one."""

from __future__ import annotations

from altdesk.forms.blocks import Shade
from altdesk.forms.layout import Page, Rule
from altdesk.forms.marks import Box

STRIP = 3.0  # mm
GAP = 1.3  # mm between the lines of a hatched strip, measured down the cell's side
WEIGHT = 0.4  # pt


def shade(page: Page, cell: Box, how: Shade) -> Box:
    """Draw the mark of a cell; the answer is the room that is left for its text."""
    if how is Shade.PLAIN:
        return cell
    strip = Box(cell.x, cell.y, STRIP, cell.h)
    if how is Shade.SOLID:
        page.fills.append(strip)
    else:
        page.rules += hatch(strip)
        page.rules.append(Rule(cell.x + STRIP, cell.y, cell.x + STRIP, cell.y + cell.h, WEIGHT))
    return Box(cell.x + STRIP, cell.y, cell.w - STRIP, cell.h)


def hatch(box: Box) -> list[Rule]:
    """Lines rising to the right, cut at the edges of the box."""
    lines: list[Rule] = []
    for number in range(1, int((box.h + box.w) / GAP) + 1):
        low = box.y + number * GAP  # where the line meets the left side
        below, above = max(0.0, low - (box.y + box.h)), max(0.0, box.y - (low - box.w))
        if below + above < box.w:
            lines.append(Rule(box.x + below, low - below, box.x + box.w - above, low - box.w + above, WEIGHT))
    return lines
