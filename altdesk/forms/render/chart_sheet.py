"""A chart beside its figures on a sheet of Excel: native, in the colours of the paper."""

from __future__ import annotations

from typing import Any

from altdesk.forms.charts import Chart, ChartKind
from altdesk.forms.palette import look

WIDTH, ROW, LEAST = 22.0, 0.9, 8.0  # cm


def native(chart: Chart, sheet: Any) -> Any:
    """The chart of the figures that stand from A1 on, the first row being heads."""
    from openpyxl.chart import BarChart, LineChart, Reference, Series
    from openpyxl.chart.label import DataLabelList

    made: Any = LineChart() if chart.kind is ChartKind.LINE else BarChart()
    last = len(chart.categories) + 1
    if chart.kind is not ChartKind.LINE:
        made.type = "col" if chart.stands else "bar"
        made.gapWidth = 50
    if chart.kind is ChartKind.STACKED:
        made.grouping, made.overlap = "stacked", 100
    for at in range(len(chart.series)):
        figures = Reference(sheet, min_col=at + 2, min_row=1, max_row=last)
        series: Any = Series(figures, title_from_data=True)
        shape, used = series.graphicalProperties, look(at)
        if chart.kind is ChartKind.LINE:
            shape.line.solidFill = used.line
        else:
            shape.solidFill = used.fill
            shape.line.solidFill = used.line
        made.series.append(series)
    made.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=last))
    made.dataLabels = DataLabelList()
    made.dataLabels.showVal = True
    for hidden in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
        setattr(made.dataLabels, hidden, False)
    made.x_axis.delete = made.y_axis.delete = False
    if not chart.stands:
        made.x_axis.scaling.orientation = "maxMin"
        made.y_axis.crosses = "max"
    if not chart.named:
        made.legend = None
    made.width, made.height = WIDTH, max(LEAST, ROW * last)
    return made
