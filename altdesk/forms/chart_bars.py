"""Bars that lie, one under the other: names wrap beside them, figures stand behind them or, on stacked ones, inside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from altdesk.forms.blocks import Align, Face
from altdesk.forms.charts import Chart, ChartKind, written
from altdesk.forms.drawing import area, corners
from altdesk.forms.flow import Flow, leading
from altdesk.forms.layout import Shape
from altdesk.forms.marks import Box
from altdesk.forms.palette import AXIS, GRID, PAPER, look

NAME_SIZE, FIGURE_SIZE, TICK_SIZE = 9.5, 9.0, 8.0  # pt
MOST_NAMES = 0.4  # of the width
MOST_ENDS = 0.35
MOST_LINES = 5  # of a name; what is longer ends with …
BAR, STACKED_BAR, BETWEEN = 4.6, 6.4, 2.4  # mm
AIR = 1.2  # mm between a bar and its figure


class Row(NamedTuple):
    """A category: the lines of its name, what stands behind each of its bars, and how tall it is, mm."""

    names: tuple[str, ...]
    ends: tuple[tuple[str, ...], ...]
    height: float


class Bars:
    """A chart of lying bars in a width of mm."""

    def __init__(self, chart: Chart, flow: Flow) -> None:
        self.chart = chart
        self.flow = flow
        self.stacked = chart.kind is ChartKind.STACKED
        self.ticks = tuple(float(tick) for tick in chart.ticks())
        measure = flow.measure
        most = flow.width * MOST_NAMES
        self.names = [lines(flow, name, NAME_SIZE, most, MOST_LINES) for name in chart.categories]
        self.left = max(measure.width(line, Face.REGULAR, NAME_SIZE) for each in self.names for line in each) + 2
        self.room = 0.0
        self.ends: list[list[str]] = []
        for _ in range(3):  # what fits inside depends on the room behind the bars, and that on what does not fit
            self.ends = [self._ends(at) for at in range(len(chart.categories))]
            widest = max(measure.width(end, Face.BOLD, FIGURE_SIZE) for each in self.ends for end in each)
            self.room = min(max(self.room, widest + 2 * AIR), flow.width * MOST_ENDS)
        self.rows = [self._row(at) for at in range(len(chart.categories))]

    @property
    def height(self) -> float:
        return sum(row.height for row in self.rows) + leading(TICK_SIZE) + 1

    @property
    def plot(self) -> float:
        """How wide the bars may be, mm."""
        return self.flow.width - self.left - self.room

    def at(self, value: float) -> float:
        """Where a figure comes to stand, mm from the plot's left edge."""
        first, last = self.ticks[0], self.ticks[-1]
        return (value - first) / (last - first) * self.plot

    def draw(self, top: float) -> None:
        """Set the plot at a height of the page."""
        x = self.flow.left + self.left
        bottom = top + sum(row.height for row in self.rows)
        put = self.flow.page.shapes.append
        for tick in self.ticks:
            put(Shape(((x + self.at(tick), top), (x + self.at(tick), bottom)), ink=GRID, weight=0.5))
        self._axis(x, bottom)
        for at, row in enumerate(self.rows):
            self._draw(at, row, top)
            top += row.height
        zero = x + self.at(0.0)
        put(Shape(((zero, bottom - sum(row.height for row in self.rows)), (zero, bottom)), ink=AXIS, weight=0.8))

    def _axis(self, x: float, y: float) -> None:
        step = leading(TICK_SIZE)
        said = [written(tick) for tick in self.chart.ticks()]
        widest = max(self.flow.measure.width(text, Face.REGULAR, TICK_SIZE) for text in said) + 2
        every = max(1, -int(-widest * (len(said) - 1) // self.plot)) if len(said) > 1 else 1
        for index in range(0, len(said), every):
            box = Box(x + self.at(self.ticks[index]) - widest / 2, y + 0.6, widest, step)
            self.flow.write([said[index]], box, Face.REGULAR, TICK_SIZE, Align.CENTRE)

    def _inside(self, value: float, text: str) -> bool:
        wide = self.flow.measure.width(text, Face.REGULAR, FIGURE_SIZE)
        return abs(self.at(value) - self.at(0.0)) >= wide + 1.6

    def _ends(self, at: int) -> list[str]:
        """What stands behind the bars of a category."""
        chart, values = self.chart, [series.values[at] for series in self.chart.series]
        if not self.stacked:
            return [chart.said(value) for value in values]
        total = chart.said(chart.sums[at])
        hidden = any(value and not self._inside(float(value), chart.figure(value)) for value in values)
        if not hidden or sum(map(bool, values)) == 1:
            return [total]
        return [f"{total} = {' + '.join(map(chart.figure, values))}"]

    def _row(self, at: int) -> Row:
        wrap = self.flow.measure.wrap
        face = Face.BOLD if self.stacked else Face.REGULAR
        ends = tuple(tuple(wrap(end, face, FIGURE_SIZE, self.room - AIR)) for end in self.ends[at])
        bar = STACKED_BAR if self.stacked else BAR
        tall = sum(max(bar, len(end) * leading(FIGURE_SIZE)) for end in ends)
        return Row(self.names[at], ends, max(tall, len(self.names[at]) * leading(NAME_SIZE)) + BETWEEN)

    def _draw(self, at: int, row: Row, top: float) -> None:
        flow, step = self.flow, leading(NAME_SIZE)
        y = top + (row.height - len(row.names) * step) / 2
        flow.write(list(row.names), Box(flow.left, y, self.left - 2, step), Face.REGULAR, NAME_SIZE, Align.RIGHT)
        values = [float(series.values[at]) for series in self.chart.series]
        heights = [max(STACKED_BAR if self.stacked else BAR, len(end) * leading(FIGURE_SIZE)) for end in row.ends]
        y = top + (row.height - sum(heights)) / 2
        if self.stacked:
            self._stack(at, values, y + (heights[0] - STACKED_BAR) / 2)
            self._end(row.ends[0], max(0.0, sum(values)), y, heights[0])
            return
        for index, (value, end, height) in enumerate(zip(values, row.ends, heights, strict=True)):
            bar = self._box(min(value, 0.0), max(value, 0.0), y + (height - BAR) / 2, BAR - 0.5)
            if value:
                flow.page.shapes += area(bar, look(index))
            self._end(end, max(0.0, value), y, height)
            y += height

    def _box(self, low: float, high: float, y: float, height: float) -> Box:
        x = self.flow.left + self.left
        return Box(x + self.at(low), y, max(0.3, self.at(high) - self.at(low)), height)

    def _stack(self, at: int, values: Sequence[float], y: float) -> None:
        """Segments side by side, each figure on a plate of paper so that no pattern runs through it."""
        begun = 0.0
        for index, value in enumerate(values):
            if not value:
                continue
            box = self._box(min(begun, begun + value), max(begun, begun + value), y, STACKED_BAR - 0.6)
            self.flow.page.shapes += area(box, look(index))
            said = self.chart.figure(self.chart.series[index].values[at])
            if self._inside(value, said):
                self._plate(said, box)
            begun += value

    def _plate(self, said: str, box: Box) -> None:
        wide = self.flow.measure.width(said, Face.REGULAR, FIGURE_SIZE) + 0.8
        step = leading(FIGURE_SIZE)
        plate = Box(box.x + (box.w - wide) / 2, box.y + (box.h - step + 0.4) / 2, wide, step - 0.4)
        self.flow.page.shapes.append(Shape(corners(plate), fill=PAPER))
        self.flow.write([said], plate._replace(y=plate.y - 0.2), Face.REGULAR, FIGURE_SIZE, Align.CENTRE)

    def _end(self, said: tuple[str, ...], value: float, y: float, height: float) -> None:
        step = leading(FIGURE_SIZE)
        box = Box(
            self.flow.left + self.left + self.at(value) + AIR,
            y + (height - len(said) * step) / 2 - 0.2,
            self.room,
            len(said) * step,
        )
        face = Face.BOLD if self.stacked else Face.REGULAR
        wide = max(self.flow.measure.width(line, face, FIGURE_SIZE) for line in said)
        self.flow.page.shapes.append(
            Shape(corners(box._replace(w=wide)), fill=PAPER)
        )  # no line of the grid runs through
        self.flow.write(list(said), box, face, FIGURE_SIZE)


def lines(flow: Flow, text: str, size: float, width: float, most: int, face: Face = Face.REGULAR) -> tuple[str, ...]:
    """A name in at most so many lines; the last of a longer one ends with …"""
    wrapped = flow.measure.wrap(text, face, size, width)
    if len(wrapped) <= most:
        return tuple(wrapped)
    last = flow.shorten(f"{wrapped[most - 1]} {wrapped[most]}", face, size, width)
    return (*wrapped[: most - 1], last)
