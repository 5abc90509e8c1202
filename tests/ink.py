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

    def bounds(self) -> Box:
        """Everything that is printed."""
        return self._bounds(0, 0, self.picture)

    def mark(self, wanted: Box) -> Box:
        """The mark that should stand there, where it does stand."""
        left, top = _dots(wanted.x - AROUND), _dots(wanted.y - AROUND)
        right, bottom = _dots(wanted.x + wanted.w + AROUND), _dots(wanted.y + wanted.h + AROUND)
        return self._bounds(left, top, self.picture.crop((left, top, right, bottom)))

    def _bounds(self, left: int, top: int, part: Image.Image) -> Box:
        edges = part.point(lambda grey: 255 if grey < DARK else 0).getbbox()
        assert edges is not None, "nothing is printed there"
        x1, y1, x2, y2 = (edge * MM / DOTS for edge in edges)
        return Box(x1 + left * MM / DOTS, y1 + top * MM / DOTS, x2 - x1, y2 - y1)


def pages(path: Path) -> list[Inked]:
    """The pages of a PDF."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [_page(document[at]) for at in range(len(document))]
    finally:
        document.close()


def _page(page: Any) -> Inked:
    width, height = (side / 72 * MM for side in page.get_size())
    return Inked(width, height, page.render(scale=DOTS / 72).to_pil().convert("L"))


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
