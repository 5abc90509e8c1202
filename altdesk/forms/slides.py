"""What a presentation is made of: slides a form lists beside its paper, without a word of how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from altdesk.forms.blocks import Table
from altdesk.forms.charts import Chart


@dataclass(frozen=True)
class TitleSlide:
    """The first slide: what it is, of whom and for whom (`lines`), and at the foot place and year."""

    title: str
    lines: tuple[str, ...] = ()
    foot: str = ""


@dataclass(frozen=True)
class Fact:
    """One big figure: as written (`1 250 000 ₸`), what it counts, and what it is beside, such as the year before."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class FiguresSlide:
    """Up to nine big figures; more go on to the next slide."""

    title: str
    facts: tuple[Fact, ...]
    empty: str


@dataclass(frozen=True)
class ChartSlide:
    """One chart over the whole slide; its title is the slide's. A chart of many categories goes on to the next."""

    chart: Chart


@dataclass(frozen=True)
class TableSlide:
    """Rows of a table; what does not fit goes on to the next slide under the same head."""

    title: str
    table: Table
    empty: str


@dataclass(frozen=True)
class TextSlide:
    """Points, one a paragraph: smaller type down to 18 pt, then the next slide."""

    title: str
    points: tuple[str, ...]
    empty: str


@dataclass(frozen=True)
class GroupsSlide:
    """Points under two or three heads on one slide; what would need type under 18 pt goes on to a slide for each."""

    title: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    empty: str


@dataclass(frozen=True)
class Mark:
    """A word at the foot of every slide, such as «ЖОБА»; it is no slide itself."""

    text: str


Slide = TitleSlide | FiguresSlide | ChartSlide | TableSlide | TextSlide | GroupsSlide | Mark
