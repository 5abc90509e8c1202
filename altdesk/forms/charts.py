"""A chart as data: what is drawn, of what unit, and what each output must agree on; no output draws other figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

Figure = int | Decimal
EXACT = Context(prec=100)  # enough for any sum a person types
MOST_TICKS = 6
MOST_STANDING = 12  # columns beside each other
NAME_LETTERS = 100  # in the words under all columns together, before they would touch
FIGURE_LETTERS = 88  # in the figures over all columns together


class ChartKind(StrEnum):
    """Bars lie and bear names of any length; columns stand, for short names such as months; a line runs over time."""

    BAR = "bar"
    STACKED = "stacked"
    COLUMN = "column"
    LINE = "line"


class Unit(StrEnum):
    COUNT = ""
    PERCENT = "%"
    TENGE = "₸"


@dataclass(frozen=True)
class Series:
    """What one colour stands for: its name and a figure for each category."""

    name: str
    values: tuple[Figure, ...]


@dataclass(frozen=True)
class Chart:
    """A chart. `empty` is what is said where there is nothing to draw; `note` stands small under the picture.

    `most` is the figure the axis must reach, for charts that are to be compared; without it the chart's own largest.
    """

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    empty: str
    unit: Unit = Unit.COUNT
    note: str = ""
    most: Figure = 0

    def __post_init__(self) -> None:
        for series in self.series:
            if len(series.values) != len(self.categories):
                raise ValueError(f"{series.name}: a figure for each category, please")

    @property
    def drawn(self) -> bool:
        """Whether there is anything to draw: zeros are said in words."""
        return any(value for series in self.series for value in series.values)

    @property
    def named(self) -> bool:
        """Whether a key tells the series apart."""
        return len(self.series) > 1

    @property
    def stands(self) -> bool:
        """Whether columns have room for names and figures without turning them; else they lie down as bars."""
        if self.kind is ChartKind.LINE:
            return True
        words = max((len(word) for name in self.categories for word in name.split()), default=0)
        figures = max((len(self.said(value)) for value in self.values), default=0)
        number = len(self.categories)
        return (
            self.kind is ChartKind.COLUMN
            and number <= MOST_STANDING
            and number * words <= NAME_LETTERS
            and number * len(self.series) * figures <= FIGURE_LETTERS
            and max(map(len, self.categories), default=0) * number <= 3 * NAME_LETTERS
        )

    @property
    def values(self) -> tuple[Figure, ...]:
        return tuple(value for series in self.series for value in series.values)

    @property
    def sums(self) -> tuple[Figure, ...]:
        """The sum of each category over all series."""
        return tuple(sum(values) for values in zip(*(series.values for series in self.series), strict=True))

    def said(self, value: Figure) -> str:
        """A figure with its unit, as it is written beside a bar."""
        return f"{self.figure(value)}\u00a0{self.unit.value}" if self.unit.value else self.figure(value)

    def figure(self, value: Figure) -> str:
        """A figure without its unit; of money both places of the tiyn, or none."""
        shown = written(value)
        return f"{shown}0" if self.unit is Unit.TENGE and shown[-2:-1] == "," else shown

    def ticks(self) -> tuple[Decimal, ...]:
        """The figures of the axis, from the one at or under the least to the one at or over the largest."""
        values = self.sums if self.kind is ChartKind.STACKED else self.values
        if self.kind is ChartKind.STACKED:
            values = (*values, *(value for value in self.values if value < 0))
        high, low = max(Decimal(0), Decimal(self.most), *map(Decimal, values)), min(Decimal(0), *map(Decimal, values))
        step = _step(high - low, whole=all(value == int(value) for value in self.values))
        first = (low / step).to_integral_value(ROUND_FLOOR) * step
        ticks = [first]
        while ticks[-1] < high:
            ticks.append(ticks[-1] + step)
        return tuple(ticks)


def _step(span: Decimal, *, whole: bool) -> Decimal:
    """A round distance of two figures of an axis: 1, 2 or 5 times a power of ten."""
    if span <= 0:
        return Decimal(1)
    power = Decimal(10) ** ((span / MOST_TICKS).adjusted())
    step = next(power * times for times in (1, 2, 5, 10) if power * times * MOST_TICKS >= span)
    return max(step, Decimal(1)) if whole else step


def written(value: Figure) -> str:
    """A number as papers write it: groups of three apart, a comma, at most two places and no zeros at their end."""
    rounded = Decimal(value).quantize(Decimal("0.01"), ROUND_HALF_UP, EXACT)
    whole, _, part = f"{abs(rounded):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", "\u00a0")
    places = part.rstrip("0")
    return f"{'−' if rounded < 0 else ''}{grouped}{',' if places else ''}{places}"


def parted(chart: Chart, most: int) -> tuple[Chart, ...]:
    """The chart in parts of at most so many categories, all on one scale; their titles count them."""
    number = -(-len(chart.categories) // most)
    if number <= 1:
        return (chart,)
    size = -(-len(chart.categories) // number)
    top = chart.ticks()[-1]
    return tuple(
        replace(
            chart,
            title=f"{chart.title} ({index + 1}/{number})".strip(),
            categories=chart.categories[index * size : (index + 1) * size],
            series=tuple(Series(each.name, each.values[index * size : (index + 1) * size]) for each in chart.series),
            most=top,
            note=chart.note if index == number - 1 else "",
        )
        for index in range(number)
    )
