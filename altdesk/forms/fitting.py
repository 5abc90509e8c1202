"""The text of a cell at the size that fits it."""

from __future__ import annotations

from typing import NamedTuple

from altdesk.forms.blocks import Face
from altdesk.forms.flow import EPS, leading
from altdesk.forms.measure import Measure

TIGHT = 1.08  # leading of the sizes, inside cells
TIGHTER = 1.04  # of three lines and more


class Fitted(NamedTuple):
    """A cell's text at the size that fits: lines with widths, size in pt, line distance and least height in mm."""

    lines: tuple[tuple[str, float], ...]
    size: float
    step: float
    air: float
    face: Face = Face.REGULAR

    @property
    def height(self) -> float:
        return len(self.lines) * self.step + 2 * self.air


def fit(
    measure: Measure,
    text: str,
    face: Face,
    sizes: tuple[float, ...],
    width: float,
    height: float,
    air: float,
    *,
    breaks: bool = False,
) -> Fitted:
    """The largest size at which the text keeps to the height and no word of a head is cut; else the smallest.

    With `breaks` a line feed begins a new line.
    """
    pieces = text.split("\n") if breaks else [text]
    longest = max(text.split(), key=len, default="") if face is Face.BOLD else ""
    fitted = None
    for size in sizes:
        lines = [line for piece in pieces for line in measure.wrap(piece, face, size, width)]
        step = leading(size, TIGHT if len(lines) < 3 else TIGHTER)
        fitted = Fitted(tuple((line, measure.width(line, face, size)) for line in lines), size, step, air, face)
        whole = not longest or measure.width(measure.shown(longest, face), face, size) <= width
        if fitted.height <= height + EPS and whole:
            break
    assert fitted is not None
    return fitted
