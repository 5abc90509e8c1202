"""Text on slides: measured as the paper is, so that it is known before it is shown what fits and where it goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from altdesk.forms.blocks import Face
from altdesk.forms.flow import leading
from altdesk.forms.measure import Measure
from altdesk.forms.render.fonts import TinosMetrics
from altdesk.forms.render.safe import xml_text

SPACED = 1.2  # of the size: the distance of lines as PowerPoint sets it
SAFE = 0.97  # of a width: what another program's rounding may take


@cache
def _measure() -> Measure:
    return Measure(TinosMetrics())


def wrapped(text: str, size: float, width: float, face: Face = Face.REGULAR) -> list[str]:
    """The lines of a text of a size in pt in a width of mm."""
    return _measure().wrap(plain(text), face, size, width * SAFE)


def plain(text: str) -> str:
    """One paragraph, of characters a file may hold."""
    return " ".join(xml_text(text).split("\n"))


def tall(lines: int, size: float) -> float:
    """The height of so many lines, mm."""
    return lines * leading(size, SPACED)


def fitted(text: str, sizes: Sequence[float], width: float, most: int, face: Face = Face.REGULAR) -> tuple[str, float]:
    """The text and the largest size at which it takes at most so many lines; too long for all, it ends with …"""
    for size in sizes:
        if len(wrapped(text, size, width, face)) <= most:
            return plain(text), size
    lines = wrapped(text, sizes[-1], width, face)[:most]
    return f"{' '.join(lines)[:-1].rstrip()}…", sizes[-1]


def write(frame: Any, text: str, tag: str, size: float = 0.0, **looks: Any) -> Any:
    """A paragraph in a frame of text: the first one while that is empty, else a new one."""
    from pptx.util import Pt

    first = frame.paragraphs[0]
    paragraph = first if len(frame.paragraphs) == 1 and not first.runs else frame.add_paragraph()
    run = paragraph.add_run()
    run.text = text
    run._r.get_or_add_rPr().set("lang", tag)
    if size:
        run.font.size = Pt(size)
    if looks.get("bold") is not None:
        run.font.bold = looks["bold"]
    if looks.get("italic"):
        run.font.italic = True
    if looks.get("colour"):
        run.font.color.rgb = rgb(looks["colour"])
    return paragraph


def rgb(colour: str) -> Any:
    """A colour (RRGGBB) as python-pptx takes it."""
    from pptx.dml import color

    made: Any = color.RGBColor
    return made.from_string(colour)


def dealt(points: Sequence[str], size: float, width: float, height: float, after: float) -> Iterator[tuple[str, ...]]:
    """Points as slides take them, `after` mm under each; one too tall for a slide goes on at the next."""
    most = max(1, int(height / leading(size, SPACED)))
    held: list[str] = []
    used = 0.0
    for point in points:
        lines = wrapped(point, size, width)
        while lines:
            part, lines = lines[:most], lines[most:]
            need = tall(len(part), size)
            if held and used + need > height:
                yield tuple(held)
                held, used = [], 0.0
            held.append(" ".join(part))
            used += need + after
    if held:
        yield tuple(held)
