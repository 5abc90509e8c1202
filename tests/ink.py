"""Where ink really stands on the pages of a PDF, in millimetres from the top left corner."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from altdesk.forms.marks import Box

DOTS = 150  # per inch
MM = 25.4
DARK, FAINT = 128, 208  # a thin line may be drawn faintly
AROUND = 2.0  # mm looked at around a mark, less than the white it has


class Inked(NamedTuple):
    """One page: its size in mm and its picture in grey."""

    width: float
    height: float
    picture: Image.Image
    dots: int = DOTS  # per inch

    def line_across(self, x: float, y: float) -> float:
        """Where the upright line is that should stand at x, looked for at the height y."""
        found = self._bounds(*self._cut(x - AROUND, y - 0.2, x + AROUND, y + 0.2))
        return found.x + found.w / 2

    def line_down(self, x: float, y: float) -> float:
        """Where the level line is that should lie at y, looked for at x."""
        found = self._bounds(*self._cut(x - 0.2, y - AROUND, x + 0.2, y + AROUND))
        return found.y + found.h / 2

    def turned_like(self, other: Inked) -> Inked:
        """The page as it lies on the table, when it went through the printer the other way round."""
        if (self.width > self.height) is (other.width > other.height):
            return self
        return Inked(self.height, self.width, self.picture.transpose(Image.Transpose.ROTATE_90), self.dots)

    def bounds(self) -> Box:
        """Everything that is printed."""
        return self._bounds(0, 0, self.picture)

    def mark(self, wanted: Box) -> Box:
        """The mark that should stand there, where it does stand."""
        x, y, w, h = wanted
        return self._bounds(*self._cut(x - AROUND, y - AROUND, x + w + AROUND, y + h + AROUND))

    def _cut(self, left: float, top: float, right: float, bottom: float) -> tuple[int, int, Image.Image]:
        x1, y1, x2, y2 = (round(each * self.dots / MM) for each in (left, top, right, bottom))
        return x1, y1, self.picture.crop((x1, y1, x2, y2))

    def _bounds(self, left: int, top: int, part: Image.Image) -> Box:
        edges = part.point(lambda grey: 255 if grey < DARK else 0).getbbox()
        assert edges is not None, "nothing is printed there"
        dot = MM / self.dots
        x1, y1, x2, y2 = (edge * dot for edge in edges)
        return Box(x1 + left * dot, y1 + top * dot, x2 - x1, y2 - y1)


def pages(path: Path, dots: int = DOTS) -> list[Inked]:
    """The pages of a PDF, looked at so closely."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [_page(document[at], dots) for at in range(len(document))]
    finally:
        document.close()


def _page(page: Any, dots: int) -> Inked:
    width, height = (side / 72 * MM for side in page.get_size())
    return Inked(width, height, page.render(scale=dots / 72).to_pil().convert("L"), dots)


def _dots(mm: float) -> int:
    return round(mm * DOTS / MM)


def stray(one: Inked, other: Inked, within: float) -> float:
    """The part of one page's ink that has no ink of the other so near, in mm: 0 when both are one paper."""
    reach = 2 * _dots(within) + 1
    printed = one.picture.point(lambda grey: 255 if grey < DARK else 0)
    spread = other.picture.filter(ImageFilter.MinFilter(reach)).point(lambda grey: 255 if grey < FAINT else 0)
    spread = spread.crop((0, 0, *printed.size))
    alone = ImageChops.subtract(printed, spread)
    return alone.histogram()[255] / max(1, printed.histogram()[255])


def assert_same(one: Inked, other: Inked, within: float = 1.0) -> None:
    """Fail where a page has ink the other has not, or the other way round."""
    assert abs(one.width - other.width) < within
    assert abs(one.height - other.height) < within
    for mine, theirs in zip(one.bounds(), other.bounds(), strict=True):
        assert abs(mine - theirs) < within
    assert stray(one, other, within / 2) < 0.001
    assert stray(other, one, within / 2) < 0.001
