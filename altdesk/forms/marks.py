"""The marks a scanner reads a paper back by, in mm from the top left corner of an A4 page.

Two QR codes on a diagonal, five solid squares: top left, left middle, right middle, bottom middle, bottom right, each
with its centre at least 12 mm from the edge and 3 mm of white around. The right middle square cannot stand beside a
table that reaches the 10 mm margin, so the table leaves a band free for it between its 11th and 12th row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on a page, mm from the top left corner."""

    x: float
    y: float
    w: float
    h: float


QUIET = 4  # modules of white around a QR code
MODULES = 25  # of a version 2 code
QR_TOP = Box(178, 9.5, 22, 22)
QR_BOTTOM = Box(25, 269.5, 18, 18)
SIDE = 5.0
WHITE = 3.0
BODY_TOP = 35.02  # under the quiet zone of the top code
BODY_BOTTOM = 266.62  # above the quiet zone of the bottom code
HEAD_HEIGHT = 9.0
ROW_HEIGHT = 9.6
BAND = Box(25, BODY_TOP + HEAD_HEIGHT + 11 * ROW_HEIGHT, 175, 11.4)
MIDDLE = BAND.y + BAND.h / 2 - SIDE / 2
STAMP = Box(50, 270, 125, 8)  # where a word such as «КҮШІ ЖОЙЫЛДЫ» stands
SQUARES = (
    Box(10, 9.5, SIDE, SIDE),
    Box(10, MIDDLE, SIDE, SIDE),
    Box(195, MIDDLE, SIDE, SIDE),
    Box(102.5, 282.5, SIDE, SIDE),
    Box(195, 282.5, SIDE, SIDE),
)


@dataclass(frozen=True)
class ReadBack:
    """Makes every page of the form ready to be read back; `text` says the code of (page, pages, first, last row)."""

    text: Callable[[int, int, int, int], str]
