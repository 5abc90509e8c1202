"""Areas of a chart as shapes: boxes in the look of a series, with their pattern cut at the edges."""

from __future__ import annotations

from collections.abc import Iterator

from altdesk.forms.layout import Shape
from altdesk.forms.marks import Box
from altdesk.forms.palette import Look, Pattern

GAP = 1.3  # mm between the lines of a pattern
HAIR = 0.5  # pt


def corners(box: Box) -> tuple[tuple[float, float], ...]:
    return (box.x, box.y), (box.x + box.w, box.y), (box.x + box.w, box.y + box.h), (box.x, box.y + box.h)


def area(box: Box, look: Look) -> Iterator[Shape]:
    """A filled box, its pattern, and a thin outline that tells a pale one from the paper."""
    yield Shape(corners(box), fill=look.fill)
    if look.pattern is not Pattern.NONE:
        for line in _pattern(box, look.pattern):
            yield Shape(line, ink=look.ink, weight=HAIR)
        yield Shape((*corners(box), corners(box)[0]), ink=look.ink, weight=HAIR)


def _pattern(box: Box, pattern: Pattern) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    left, top, right, bottom = box.x, box.y, box.x + box.w, box.y + box.h
    if pattern is Pattern.LEVEL:
        for number in range(1, int(box.h / GAP) + 1):
            yield (left, top + number * GAP), (right, top + number * GAP)
        return
    if pattern is Pattern.UPRIGHT:
        for number in range(1, int(box.w / GAP) + 1):
            yield (left + number * GAP, top), (left + number * GAP, bottom)
        return
    for number in range(1, int((box.w + box.h) / GAP) + 1):
        run = number * GAP  # from the corner the lines begin at, along two sides
        near, far = (max(0.0, run - box.h), min(run, box.h)), (min(run, box.w), max(0.0, run - box.w))
        if far[0] - near[0] < 1e-6:
            continue
        if pattern is Pattern.RISING:
            yield (left + near[0], top + near[1]), (left + far[0], top + far[1])
        else:
            yield (left + near[0], bottom - near[1]), (left + far[0], bottom - far[1])
