"""Where a chart comes to stand: title, key, plot and note together; one of many categories in parts, a page each."""

from __future__ import annotations

from altdesk.forms.blocks import Face
from altdesk.forms.chart_bars import Bars, lines
from altdesk.forms.chart_columns import Columns
from altdesk.forms.charts import Chart, ChartKind, parted
from altdesk.forms.drawing import area
from altdesk.forms.flow import Flow, leading
from altdesk.forms.marks import Box
from altdesk.forms.palette import look
from altdesk.forms.placing import place

TITLE_SIZE, KEY_SIZE, NOTE_SIZE, EMPTY_SIZE = 11.0, 9.5, 9.0, 11.0  # pt
SWATCH = Box(0, 0, 5.0, 2.8)  # mm
AFTER_TITLE, AFTER_KEY, AFTER_PLOT, AFTER = 1.5, 1.5, 1.0, 5.0  # mm
MOST_TITLE, MOST_KEY, MOST_NOTE = 6, 3, 8  # lines
EIGHT = 8  # categories of lines beside each other, where their names are long


class Picture:
    """A chart fitted to the width of a flow."""

    def __init__(self, chart: Chart, flow: Flow) -> None:
        self.chart = chart
        self.flow = flow
        width = flow.width
        self.title = lines(flow, chart.title, TITLE_SIZE, width, MOST_TITLE, Face.BOLD) if chart.title else ()
        self.note = lines(flow, chart.note, NOTE_SIZE, width, MOST_NOTE, Face.ITALIC) if chart.note else ()
        self.empty = () if chart.drawn else tuple(flow.measure.wrap(chart.empty, Face.ITALIC, EMPTY_SIZE, width))
        self.plot = (Columns if chart.stands else Bars)(chart, flow) if chart.drawn else None
        self.keys = self._keys() if chart.drawn and chart.named and chart.kind is not ChartKind.LINE else []

    @property
    def height(self) -> float:
        title = len(self.title) * leading(TITLE_SIZE) + AFTER_TITLE
        note = len(self.note) * leading(NOTE_SIZE) + AFTER_PLOT
        if self.plot is None:
            return title + len(self.empty) * leading(EMPTY_SIZE) + note
        return title + self.keys_tall + self.plot.height + note

    @property
    def keys_tall(self) -> float:
        return self.keys[-1][1].y + len(self.keys[-1][0]) * leading(KEY_SIZE) + AFTER_KEY if self.keys else 0.0

    def _keys(self) -> list[tuple[tuple[str, ...], Box]]:
        """The names of the series with their places, side by side while they fit on a line."""
        step, flow = leading(KEY_SIZE), self.flow
        out: list[tuple[tuple[str, ...], Box]] = []
        x = y = tall = 0.0
        for series in self.chart.series:
            said = lines(flow, series.name, KEY_SIZE, flow.width - SWATCH.w - 2, MOST_KEY)
            wide = SWATCH.w + 1.5 + max(flow.measure.width(line, Face.REGULAR, KEY_SIZE) for line in said)
            if x and x + wide > flow.width:
                x, y, tall = 0.0, y + tall, 0.0
            out.append((said, Box(x, y, wide, step)))
            x, tall = x + wide + 6, max(tall, len(said) * step)
        return out

    def draw(self) -> None:
        """Set it into the flow, where there is room for it."""
        flow = self.flow
        flow.write(list(self.title), Box(flow.left, flow.y, flow.width, leading(TITLE_SIZE)), Face.BOLD, TITLE_SIZE)
        flow.y += len(self.title) * leading(TITLE_SIZE) + AFTER_TITLE
        if self.plot is None:
            box = Box(flow.left, flow.y, flow.width, leading(EMPTY_SIZE))
            flow.write(list(self.empty), box, Face.ITALIC, EMPTY_SIZE)
            flow.y += len(self.empty) * leading(EMPTY_SIZE)
        else:
            self._draw_keys()
            flow.y += self.keys_tall
            self.plot.draw(flow.y)
            flow.y += self.plot.height
        flow.y += AFTER_PLOT
        flow.write(list(self.note), Box(flow.left, flow.y, flow.width, leading(NOTE_SIZE)), Face.ITALIC, NOTE_SIZE)
        flow.y += len(self.note) * leading(NOTE_SIZE)

    def _draw_keys(self) -> None:
        flow, step = self.flow, leading(KEY_SIZE)
        for index, (said, box) in enumerate(self.keys):
            swatch = Box(flow.left + box.x, flow.y + box.y + (step - SWATCH.h) / 2, SWATCH.w, SWATCH.h)
            flow.page.shapes += area(swatch, look(index))
            name = Box(flow.left + box.x + SWATCH.w + 1.5, flow.y + box.y, box.w - SWATCH.w - 1.5 + 0.01, step)
            flow.write(list(said), name, Face.REGULAR, KEY_SIZE)


def pictures(chart: Chart, flow: Flow) -> list[Picture]:
    """The chart, in as many parts as pages want; lines of more than a year's points are parted as well."""
    most = max(1, len(chart.categories))
    if chart.stands and chart.drawn:
        longest = max((len(word) for name in chart.categories for word in name.split()), default=0)
        most = min(most, 12 if longest <= EIGHT + 1 else EIGHT)
    made = [Picture(part, flow) for part in parted(chart, most)]
    while most > 1 and max(part.height for part in made) > flow.tallest:
        most -= 1
        made = [Picture(part, flow) for part in parted(chart, most)]
    return made


@place.register
def _chart(block: Chart, flow: Flow) -> None:
    for picture in pictures(block, flow):
        flow.need(min(picture.height, flow.tallest))
        picture.draw()
        flow.y += AFTER
