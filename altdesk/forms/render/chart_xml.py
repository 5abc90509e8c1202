"""A chart as Word's and PowerPoint's own: DrawingML with the figures of the block, and the workbook to edit them in."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from altdesk.forms.charts import Chart, ChartKind, Figure
from altdesk.forms.palette import AXIS, GRID, PAPER, Look, Pattern, look
from altdesk.forms.render.safe import xml_text
from altdesk.forms.render.xlsx import ExportColumn, table_bytes

FACE = "Times New Roman"
SHEET = "altdesk"
LONGEST = 90  # letters of a name beside a bar; the whole one stands in the tables of the paper
PRESETS = {
    Pattern.RISING: "wdUpDiag",
    Pattern.LEVEL: "narHorz",
    Pattern.UPRIGHT: "narVert",
    Pattern.FALLING: "wdDnDiag",
}
TABLED = (  # the figures of many lines, under them
    '<c:dTable><c:showHorzBorder val="1"/><c:showVertBorder val="1"/><c:showOutline val="1"/><c:showKeys val="0"/>'
    "</c:dTable>"
)
SMOOTH = '<c:smooth val="0"/>'
MARKERS = ("square", "diamond")
PLOT = 0.55  # of the frame's width is left for bars at least
FEW = 3  # categories whose bars would grow fat
LETTER = 0.19  # mm per pt of size: a digit


class Frame(NamedTuple):
    """Where a chart is shown: the width of its frame in mm, the size of its texts in pt, the language of its texts."""

    width: float
    size: float
    language: str


def chart_xml(chart: Chart, frame: Frame, workbook: str = "") -> bytes:
    """The part of a chart; `workbook` is the relation by which its figures are reached, if it is made already."""
    names = _names(chart, frame)
    series = "".join(_series(chart, at, names, frame) for at in range(len(chart.series)))
    plot = _line(series) if chart.kind is ChartKind.LINE else _bar(chart, series)
    tabled = TABLED if chart.kind is ChartKind.LINE and len(chart.series) > 2 else ""
    legend = '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>' if chart.named else ""
    external = f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData>' if workbook else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<c:date1904 val="0"/><c:lang val="{frame.language}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{plot}{_axes(chart)}{tabled}</c:plotArea>'
        f'{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(frame.size * 100)}">'
        f'<a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="{FACE}"/><a:cs typeface="{FACE}"/>'
        f'</a:defRPr></a:pPr><a:endParaRPr lang="{frame.language}"/></a:p></c:txPr>{external}</c:chartSpace>'
    ).encode()


def chart_book(chart: Chart, frame: Frame) -> bytes:
    """The workbook behind the chart: names down, series across."""
    columns = [ExportColumn("", 40), *(ExportColumn(series.name, 16) for series in chart.series)]
    figures = zip(*(series.values for series in chart.series), strict=True)
    rows = [
        (name, *(int(value) if value == int(value) else float(value) for value in values))
        for name, values in zip(_names(chart, frame), figures, strict=True)
    ]
    return table_bytes(columns, rows, title=SHEET)


def told(chart: Chart) -> str:
    """The chart in words, for who cannot see it: each name with its figures."""
    if not chart.drawn:
        return xml_text(f"{chart.title}: {chart.empty}")[:2000]
    parts = []
    for at, name in enumerate(chart.categories):
        said = "; ".join(
            f"{series.name}: {chart.said(series.values[at])}" if chart.named else chart.said(series.values[at])
            for series in chart.series
        )
        parts.append(f"{name} – {said}")
    return xml_text(f"{chart.title}. {'. '.join(parts)}")[:2000]


def _names(chart: Chart, frame: Frame) -> list[str]:
    """What stands beside each bar; on stacked ones with the sum, and its parts where one is too slim for its figure."""
    names = [_short(name) for name in chart.categories]
    if chart.kind is not ChartKind.STACKED:
        return names
    out = []
    for at, name in enumerate(names):
        values = [series.values[at] for series in chart.series]
        said = chart.said(chart.sums[at])
        if any(_slim(chart, value, frame) for value in values) and sum(map(bool, values)) > 1:
            said = f"{said} = {' + '.join(map(chart.figure, values))}"
        out.append(f"{name}: {said}")
    return out


def _short(name: str) -> str:
    said = " ".join(xml_text(name).split())
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"


def _slim(chart: Chart, value: Figure, frame: Frame) -> bool:
    """Whether a segment is too slim for its figure."""
    ticks = chart.ticks()
    wide = float(abs(Decimal(value)) / (ticks[-1] - ticks[0])) * frame.width * PLOT
    return bool(value) and wide < (len(chart.said(value)) + 1) * LETTER * frame.size


def _number(value: Figure) -> str:
    return f"{Decimal(value).normalize():f}"


def _groups(number: int) -> str:
    """A number format of so many groups of three behind the first, parted as the paper does in any language."""
    return '#"\u00a0"' + '###"\u00a0"' * (number - 1) + "##0" if number else "0"


def _grouped(most: Decimal) -> str:
    """The number format of whole figures up to this one: two conditions are all a format may have."""
    number = max(0, abs(most).adjusted() // 3)
    conditions = [f"[>={10 ** (3 * each)}]{_groups(each)}" for each in range(number, max(0, number - 2), -1)]
    return ";".join([*conditions, _groups(max(0, number - 2))])


def _format(chart: Chart, value: Figure | None = None) -> str:
    """The number format of whole figures, or of this one.

    The decimal sign of a format is that of the reader's Office, so one with places is written out as the paper has it,
    as long as it is this very figure.
    """
    unit = f'"\u00a0{chart.unit.value}"' if chart.unit.value else ""
    if value is None:
        return ";".join(part + unit for part in _grouped(_largest(chart)).split(";"))
    whole = _groups(max(0, abs(Decimal(value)).adjusted() // 3))
    places = len(chart.figure(value).partition(",")[2])
    if not places:
        return f"{whole}{unit}"
    return f'[={_number(value)}]"{chart.said(value)}";{whole}.{"0" * places}{unit}'


def _usual(chart: Chart, value: Figure) -> bool:
    """Whether the number format of the series writes this figure as the paper does."""
    least = 10 ** (3 * max(0, _largest(chart).adjusted() // 3 - 2))
    return value == int(value) and (value > -1000) and (least == 1 or value >= least)


def _largest(chart: Chart) -> Decimal:
    return max(abs(Decimal(each)) for each in chart.values)


def _fill(used: Look) -> str:
    if used.pattern is Pattern.NONE:
        return f'<a:solidFill><a:srgbClr val="{used.fill}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    return (
        f'<a:pattFill prst="{PRESETS[used.pattern]}"><a:fgClr><a:srgbClr val="{used.ink}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{used.fill}"/></a:bgClr></a:pattFill>'
        f'<a:ln w="6350"><a:solidFill><a:srgbClr val="{used.ink}"/></a:solidFill></a:ln>'
    )


def _series(chart: Chart, at: int, names: list[str], frame: Frame) -> str:
    series, used, count = chart.series[at], look(at), len(chart.categories)
    letter, last = chr(ord("B") + at) if at < 25 else "Z", count + 1
    if chart.kind is ChartKind.LINE:
        looks = (
            f'<c:spPr><a:ln w="28575" cap="rnd"><a:solidFill><a:srgbClr val="{used.line}"/></a:solidFill>'
            f'<a:prstDash val="{"sysDash" if at % 2 else "solid"}"/><a:round/></a:ln></c:spPr>'
            f'<c:marker><c:symbol val="{MARKERS[at % 2]}"/><c:size val="7"/><c:spPr><a:solidFill>'
            f'<a:srgbClr val="{used.line if at % 4 < 2 else PAPER}"/></a:solidFill><a:ln w="9525"><a:solidFill>'
            f'<a:srgbClr val="{used.line}"/></a:solidFill></a:ln></c:spPr></c:marker>'
        )
    else:
        looks = f'<c:spPr>{_fill(used)}</c:spPr><c:invertIfNegative val="0"/>'
    points = "".join(f'<c:pt idx="{no}"><c:v>{escape(name)}</c:v></c:pt>' for no, name in enumerate(names))
    values = "".join(f'<c:pt idx="{no}"><c:v>{_number(value)}</c:v></c:pt>' for no, value in enumerate(series.values))
    title = escape(_short(series.name))
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>{SHEET}!${letter}$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{title}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f"{looks}{_labels(chart, at, frame)}"
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>"
        f'<c:ptCount val="{count}"/>{points}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${last}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{count}"/>{values}</c:numCache></c:numRef></c:val>'
        f"{SMOOTH if chart.kind is ChartKind.LINE else ''}</c:ser>"
    )


def _labels(chart: Chart, at: int, frame: Frame) -> str:
    """A figure at each point: behind a bar, on a plate inside a segment, over the upper and under the lower line."""
    if chart.kind is ChartKind.LINE and len(chart.series) > 2:
        return ""
    stacked, common = chart.kind is ChartKind.STACKED, _format(chart)
    plate = stacked or chart.kind is ChartKind.LINE
    usual = "ctr" if stacked else "t" if chart.kind is ChartKind.LINE else "outEnd"
    points = []
    for no, value in enumerate(chart.series[at].values):
        place, code = usual, common if _usual(chart, value) else _format(chart, value)
        if chart.kind is ChartKind.LINE and chart.named:
            other = chart.series[1 - at].values[no]
            place = "b" if value < other or (value == other and at == 0) else "t"
        if stacked and (not value or _slim(chart, value, frame)):
            points.append(f'<c:dLbl><c:idx val="{no}"/><c:delete val="1"/></c:dLbl>')
        elif (place, code) != (usual, common):
            points.append(f'<c:dLbl><c:idx val="{no}"/>{_label(code, place, frame, plate=plate)}</c:dLbl>')
    return f"<c:dLbls>{''.join(points)}{_label(common, usual, frame, plate=plate)}</c:dLbls>"


def _label(code: str, place: str, frame: Frame, *, plate: bool) -> str:
    """How a figure is written, and where: never broken, on a plate where a pattern would run through it."""
    ground = f'<a:solidFill><a:srgbClr val="{PAPER}"/></a:solidFill>' if plate else "<a:noFill/>"
    return (
        f'<c:numFmt formatCode={quoteattr(code)} sourceLinked="0"/><c:spPr>{ground}<a:ln><a:noFill/></a:ln></c:spPr>'
        f'<c:txPr><a:bodyPr wrap="none" lIns="19050" tIns="0" rIns="19050" bIns="0"/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{round(frame.size * 100)}"/></a:pPr><a:endParaRPr lang="{frame.language}"/></a:p></c:txPr>'
        f'<c:dLblPos val="{place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _bar(chart: Chart, series: str) -> str:
    stacked = chart.kind is ChartKind.STACKED
    gap = 40 if stacked else 50 if len(chart.categories) > FEW else 150
    return (
        f'<c:barChart><c:barDir val="{"col" if chart.stands else "bar"}"/>'
        f'<c:grouping val="{"stacked" if stacked else "clustered"}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{100 if stacked else -5}"/>'
        '<c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>'
    )


def _line(series: str) -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        '<c:axId val="111111111"/><c:axId val="222222222"/></c:lineChart>'
    )


def _axes(chart: Chart) -> str:
    """The first name stands on top where bars lie; the scale is that of the paper."""
    lies = not chart.stands
    ticks = chart.ticks()
    step = ticks[1] - ticks[0]
    axis = f'<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="{AXIS}"/></a:solidFill></a:ln></c:spPr>'
    grid = (
        f'<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="{GRID}"/></a:solidFill></a:ln>'
        "</c:spPr></c:majorGridlines>"
    )
    whole = all(tick == int(tick) for tick in ticks)
    return (
        f'<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="{"maxMin" if lies else "minMax"}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{"l" if lies else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/>{axis}<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        '<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{_number(ticks[-1])}"/><c:min val="{_number(ticks[0])}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"b" if lies else "l"}"/>{grid}'
        f'<c:numFmt formatCode={quoteattr(_grouped(ticks[-1]) if whole else "General")} sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:crossAx val="111111111"/><c:crosses val="{"max" if lies else "autoZero"}"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{_number(step)}"/></c:valAx>'
    )
