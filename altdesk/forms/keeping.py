"""What stays together on a page: heads with their text, and the last lines of a text with its signatures."""

from __future__ import annotations

from collections.abc import Sequence

from altdesk.forms.blocks import Block, Heading, Keep, Lead, Paragraph, Point, Running, Sides, Signatures, Table
from altdesk.forms.chart_placing import pictures
from altdesk.forms.charts import Chart
from altdesk.forms.flow import Flow, leading
from altdesk.forms.placing import UNDER_SIGNATURES, UNDER_TABLE, place
from altdesk.forms.running import TOGETHER, told
from altdesk.forms.tables import TablePlacer

HEADS = (Heading, Lead)
TEXTS = (Paragraph, Running, Point, Sides)
UNKNOWN = 2 * leading(12)  # mm, for the beginning of any other block


def place_all(blocks: Sequence[Block], flow: Flow) -> None:
    """Set blocks into the flow, one after the other; no head stays behind on a page without its text."""
    for index, block in enumerate(blocks):
        flow.ahead = _wanted(blocks[index + 1 :], flow) if isinstance(block, HEADS) else 0.0
        place(block, flow)
        flow.ahead = 0.0


@place.register
def _keep(block: Keep, flow: Flow) -> None:
    first, *rest = block.blocks
    under = height(rest, flow)
    if isinstance(first, Table):
        flow.ahead = UNDER_TABLE + under - _trailing(rest[-1], flow) if rest else 0.0
    elif isinstance(first, (*TEXTS, *HEADS)):
        flow.ahead = under
    else:
        flow.need(height((first,), flow) + under)
    place(first, flow)
    place_all(rest, flow)


def _wanted(blocks: Sequence[Block], flow: Flow) -> float:
    """The room a head wants under itself: that of heads that follow at once, and of how the first text begins."""
    room = 0.0
    for block in blocks:
        if not isinstance(block, HEADS):
            return room + _beginning(block, flow)
        head = told(block, flow)
        room += head.before + head.height
    return room


def _beginning(block: Block, flow: Flow) -> float:
    """The room a block wants at least on the page where it begins, mm."""
    if isinstance(block, Keep):
        first, *rest = block.blocks
        whole = len(told(first, flow).lines) <= TOGETHER if isinstance(first, TEXTS) else _short(first)
        return height(block.blocks, flow) if whole or not rest else _beginning(first, flow)
    if isinstance(block, TEXTS):
        text = told(block, flow)
        return text.before + text.least * text.step
    if isinstance(block, Signatures):
        return height((block,), flow)
    if isinstance(block, Chart):
        return min(pictures(block, flow)[0].height, flow.tallest / 2)
    if isinstance(block, Table):
        return min(TablePlacer(block, flow).least, flow.tallest / 2)
    return UNKNOWN


def _trailing(block: Block, flow: Flow) -> float:
    """What of a block's height is air under it, which may be cut off by the end of the page, mm."""
    if isinstance(block, TEXTS):
        return told(block, flow).after
    return UNDER_SIGNATURES if isinstance(block, Signatures) else 0.0


def _short(block: Block) -> bool:
    """Whether the first row of a table is its last."""
    return isinstance(block, Table) and len(block.rows) < 2


def height(blocks: Sequence[Block], flow: Flow) -> float:
    """How tall blocks are where no page ends, mm."""
    endless = flow.endless()
    began = endless.y
    place_all(blocks, endless)
    return endless.y - began
