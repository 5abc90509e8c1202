"""The colours of charts, the same on paper, in Word and on a wall: neighbours differ in lightness and in pattern."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

AXIS = "404040"
GRID = "D9D9D9"
PAPER = "FFFFFF"


class Pattern(StrEnum):
    """Lines over a colour, by which areas are told apart in black and white."""

    NONE = ""
    RISING = "rising"
    LEVEL = "level"
    UPRIGHT = "upright"
    FALLING = "falling"


class Look(NamedTuple):
    """What a series looks like: its colour (RRGGBB), lines over it in `ink`, and the dash of its line in pt."""

    fill: str
    pattern: Pattern = Pattern.NONE
    ink: str = ""
    dash: tuple[float, ...] = ()

    @property
    def line(self) -> str:
        """The colour of a line of this series: pale ones take that of their pattern."""
        return self.ink or self.fill


LOOKS = (
    Look("17375E"),
    Look("BDD7EE", Pattern.RISING, "2E75B6", (5, 2)),
    Look("D0661A", dash=(1.5, 1.5)),
    Look("FFE699", Pattern.LEVEL, "806000", (7, 2, 1.5, 2)),
    Look("38761D", dash=(3, 3)),
    Look("F4CCE0", Pattern.UPRIGHT, "8E2A63", (9, 3)),
    Look("9A9A9A", dash=(1, 3)),
    Look("FFFFFF", Pattern.FALLING, "262626", (4, 1.5, 1, 1.5)),
)


def look(index: int) -> Look:
    """The look of the series of this place."""
    return LOOKS[index % len(LOOKS)]
