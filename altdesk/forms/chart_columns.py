"""Columns that stand beside each other, and lines over time: short names below, for lines the figures below these."""

from __future__ import annotations

from altdesk.forms.blocks import Align, Face
from altdesk.forms.chart_bars import FIGURE_SIZE, TICK_SIZE, lines
from altdesk.forms.charts import Chart, ChartKind, written
from altdesk.forms.drawing import area, corners
from altdesk.forms.flow import Flow, leading
from altdesk.forms.layout import Shape
from altdesk.forms.marks import Box
from altdesk.forms.palette import AXIS, GRID, PAPER, look

TALL = 52.0  # mm of the plot itself
SMALL = 8.5  # pt of figures
SIZES = (8.5, 8.0, 7.5, 7.0)  # pt of names
SLIMMEST, WIDEST = 2.0, 14.0  # mm of a column
DOT = 0.9  # mm from the middle of a point of a line to its corners


class Columns:
    """A chart of standing columns or of lines in the width of a flow."""

    def __init__(self, chart: Chart, flow: Flow) -> None:
        self.chart = chart
        self.flow = flow
        self.ticks = tuple(float(tick) for tick in chart.ticks())
        measure = flow.measure
        self.line = chart.kind is ChartKind.LINE
        self.said = [written(tick) for tick in chart.ticks()]
        self.left = max(measure.width(text, Face.REGULAR, TICK_SIZE) for text in self.said) + 2
        if self.line:
            keys = [lines(flow, series.name, SMALL, flow.width * 0.25, 2) for series in chart.series]
            widest = max(measure.width(line, Face.REGULAR, SMALL) for key in keys for line in key)
            self.keys = keys
            self.left = max(self.left, widest + (7 if chart.named else 2))
        self.slot = (flow.width - self.left) / len(chart.categories)
        self.size = self._size()
        self.names = [lines(flow, name, self.size, self.slot - 0.6, 3) for name in chart.categories]
        self.names_tall = max(map(len, self.names)) * leading(self.size) + 1.5
        self.over = leading(FIGURE_SIZE) + 0.5

    @property
    def height(self) -> float:
        figures = sum(self._key_tall(at) for at in range(len(self.chart.series))) if self.line else 0.0
        return self.over + TALL + self.names_tall + figures

    def _size(self) -> float:
        """The largest type of names in which no word is broken, as far as there is one to be read."""
        measure = self.flow.measure
        words = [word for name in self.chart.categories for word in measure.shown(name, Face.REGULAR).split()]
        for size in SIZES:
            if all(measure.width(word, Face.REGULAR, size) <= self.slot - 0.6 for word in words):
                return size
        return SIZES[-1]

    def _key_tall(self, at: int) -> float:
        return len(self.keys[at]) * leading(SMALL) + 1

    def at(self, value: float) -> float:
        """How far under the plot's top a figure stands, mm."""
        first, last = self.ticks[0], self.ticks[-1]
        return TALL - (value - first) / (last - first) * TALL

    def draw(self, top: float) -> None:
        """Set the plot at a height of the page."""
        flow, top = self.flow, top + self.over
        x, step = flow.left + self.left, leading(TICK_SIZE)
        for tick, text in zip(self.ticks, self.said, strict=True):
            y = top + self.at(tick)
            flow.page.shapes.append(Shape(((x, y), (flow.left + flow.width, y)), ink=GRID, weight=0.5))
            box = Box(flow.left, y - step / 2, self.left - 1.2, step)
            flow.write([text], box, Face.REGULAR, TICK_SIZE, Align.RIGHT)
        for at, name in enumerate(self.names):
            box = Box(x + at * self.slot, top + TALL + 0.8, self.slot, self.names_tall)
            flow.write(list(name), box, Face.REGULAR, self.size, Align.CENTRE)
        if self.line:
            self._lines(x, top)
            self._figures(x, top + TALL + self.names_tall)
        else:
            self._columns(x, top)
        zero = top + self.at(0.0)
        flow.page.shapes.append(Shape(((x, zero), (flow.left + flow.width, zero)), ink=AXIS, weight=0.8))

    def _columns(self, x: float, top: float) -> None:
        number = len(self.chart.series)
        said = max(self.flow.measure.width(self.chart.said(each), Face.REGULAR, SMALL) for each in self.chart.values)
        usual = min(WIDEST, max(SLIMMEST, self.slot * 0.72 / number))
        wide = min(self.slot / number, max(usual, said + 0.8))  # figures over neighbours do not touch
        step = leading(SMALL)
        for at in range(len(self.chart.categories)):
            begun = x + at * self.slot + (self.slot - wide * number) / 2
            for index, series in enumerate(self.chart.series):
                value = float(series.values[at])
                high, low = top + self.at(max(value, 0.0)), top + self.at(min(value, 0.0))
                if value:
                    box = Box(begun + 0.2, high, wide - 0.4, max(0.3, low - high))
                    self.flow.page.shapes += area(box, look(index))
                over = self.slot / number
                place = Box(begun + wide / 2 - over / 2, high - step - 0.2, over, step)
                figure = self.chart.said(series.values[at])
                self.flow.write([figure], place, Face.REGULAR, SMALL, Align.CENTRE)
                begun += wide

    def _lines(self, x: float, top: float) -> None:
        for index, series in enumerate(self.chart.series):
            points = tuple(
                (x + (at + 0.5) * self.slot, top + self.at(float(value))) for at, value in enumerate(series.values)
            )
            used = look(index)
            if len(points) > 1:
                self.flow.page.shapes.append(Shape(points, ink=used.line, weight=1.8, dash=used.dash))
            self.flow.page.shapes += [_dot(*point, index) for point in points]

    def _figures(self, x: float, y: float) -> None:
        """A row a series: how it is drawn, its name, and its figures under the names of the categories."""
        step = leading(SMALL)
        for index, (series, key) in enumerate(zip(self.chart.series, self.keys, strict=True)):
            tall = self._key_tall(index)
            edge = Shape(((self.flow.left, y), (self.flow.left + self.flow.width, y)), ink=GRID, weight=0.5)
            self.flow.page.shapes.append(edge)
            if self.chart.named:
                used, middle = look(index), y + tall / 2
                line = ((self.flow.left, middle), (self.flow.left + 5, middle))
                self.flow.page.shapes.append(Shape(line, ink=used.line, weight=1.8, dash=used.dash))
                self.flow.page.shapes.append(_dot(self.flow.left + 2.5, middle, index))
            name = Box(self.flow.left + (6 if self.chart.named else 0), y + 0.5, self.left, step)
            self.flow.write(list(key), name, Face.REGULAR, SMALL)
            for at, value in enumerate(series.values):
                said = self.chart.figure(value)
                size = SMALL
                while size > 4 and self.flow.measure.width(said, Face.REGULAR, size) > self.slot - 0.4:
                    size -= 0.5
                box = Box(x + at * self.slot, y + (tall - step) / 2, self.slot, step)
                self.flow.write([said], box, Face.REGULAR, size, Align.CENTRE)
            y += tall


def _dot(x: float, y: float, index: int) -> Shape:
    """A point of a line: a square or a diamond, full or hollow, so that lines are told apart without colour."""
    used = look(index)
    box = Box(x - DOT, y - DOT, 2 * DOT, 2 * DOT)
    diamond = ((x, y - 1.3 * DOT), (x + 1.3 * DOT, y), (x, y + 1.3 * DOT), (x - 1.3 * DOT, y))
    points = corners(box) if index % 2 == 0 else diamond
    return Shape(points, fill=PAPER if index % 4 > 1 else used.line, ink=used.line, weight=1)
