"""From blocks to pages of positioned items in millimetres, and the map of the cells that are written in by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from altdesk.forms.blocks import Block, Face
from altdesk.forms.form import PageSetup
from altdesk.forms.marks import Box
from altdesk.forms.measure import Measure, Metrics

MAP_FORMAT = 1


class Text(NamedTuple):
    """One line of text: x of its left end and y of its baseline in mm, size in pt, and the box it may not leave.

    `spread` is what each of its spaces is wider than the typeface's, mm.
    """

    x: float
    y: float
    text: str
    face: Face
    size: float
    width: float
    box: Box
    spread: float = 0.0


class Rule(NamedTuple):
    """A straight black line, mm; weight in pt."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float


class Frame(NamedTuple):
    """A stroked rectangle, mm; weight in pt."""

    box: Box
    weight: float


class Shape(NamedTuple):
    """An area filled with a colour (RRGGBB), or where `fill` is empty a line drawn in `ink` through the points, mm.

    `weight` and the `dash` of a line are in pt; an area has an outline where it has ink.
    """

    points: tuple[tuple[float, float], ...]
    fill: str = ""
    ink: str = ""
    weight: float = 0.0
    dash: tuple[float, ...] = ()


class Link(NamedTuple):
    """A place that leads to another one of the paper: the page and the height on it, mm."""

    box: Box
    page: int
    y: float


class Code(NamedTuple):
    """A QR code, version 2 level Q, filling `box` without its quiet zone."""

    box: Box
    text: str


class Cell(NamedTuple):
    """A cell to be written in: page and row number from 1, the column's key, place in mm."""

    page: int
    row: int
    column: str
    x: float
    y: float
    w: float
    h: float


class Entry(NamedTuple):
    """A line of the outline; `y` is the height of its head on the page, mm."""

    title: str
    page: int
    level: int
    y: float = 0.0


@dataclass
class Page:
    """One page while it is filled; `first` and `last` are the row numbers that stand on it, 0 for none.

    `fills` are black areas of the paper itself, `squares` those a scanner looks for; `shapes` lie under everything.
    `head` and `foot` say where among the texts those of the body begin and end.
    """

    number: int
    texts: list[Text] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    squares: list[Box] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    first: int = 0
    last: int = 0
    rows: dict[int, Box] = field(default_factory=dict)  # every row of which something stands here, by number
    head: int = 0
    foot: int = 0


@dataclass(frozen=True)
class CellMap:
    """Where on the printed pages each cell to be written in stands: kept with a printed sheet for the scanner.

    All places are mm from the top left corner of the page; `codes` and `squares` are those of every page. The cells of
    the pages `turned` stand `moved` mm to the right of where they stand on the front of a sheet.
    """

    form: str
    version: int
    width: float
    height: float
    pages: int
    cells: tuple[Cell, ...]
    codes: tuple[Box, ...] = ()
    squares: tuple[Box, ...] = ()
    turned: tuple[int, ...] = ()
    moved: float = 0.0

    def cells_of(self, page: int, *, turned: bool) -> tuple[Cell, ...]:
        """The cells of one printed page; `turned` as the code of that page says it.

        Any print of the paper is read by one map: on the front or the back of a sheet, whole or page by page.
        """
        away = self.moved * (turned - (page in self.turned))
        return tuple(cell._replace(x=round(cell.x + away, 3)) for cell in self.cells if cell.page == page)

    def to_json(self) -> str:
        """One line of JSON that `from_json` reads back to an equal map."""
        return json.dumps(
            {
                "format": MAP_FORMAT,
                "form": self.form,
                "version": self.version,
                "page": [self.width, self.height],
                "pages": self.pages,
                "codes": self.codes,
                "squares": self.squares,
                "turned": self.turned,
                "moved": self.moved,
                "cells": self.cells,
            },
            separators=(",", ":"),
        )

    @classmethod
    def from_json(cls, text: str) -> CellMap:
        """The map as kept. Raises ValueError for a text of another format."""
        kept = json.loads(text)
        if kept.get("format") != MAP_FORMAT:
            raise ValueError("not a cell map of format 1")
        width, height = kept["page"]
        return cls(
            kept["form"],
            kept["version"],
            width,
            height,
            kept["pages"],
            tuple(Cell(*cell) for cell in kept["cells"]),
            tuple(Box(*box) for box in kept["codes"]),
            tuple(Box(*box) for box in kept["squares"]),
            tuple(kept.get("turned", ())),
            kept.get("moved", 0.0),
        )


@dataclass(frozen=True)
class Layout:
    """A paper laid out: its pages, outline, the letters the typeface lacks, where each of its headings stands."""

    setup: PageSetup
    pages: tuple[Page, ...]
    outline: tuple[Entry, ...]
    missing: tuple[str, ...]
    heads: tuple[Entry, ...] = ()
    turned: tuple[int, ...] = ()

    def cell_map(self, form: str, version: int) -> CellMap:
        """The scanner's map, rounded to a thousandth of a millimetre."""
        first = self.pages[0]
        return CellMap(
            form,
            version,
            self.setup.width,
            self.setup.height,
            len(self.pages),
            tuple(
                Cell(c.page, c.row, c.column, round(c.x, 3), round(c.y, 3), round(c.w, 3), round(c.h, 3))
                for page in self.pages
                for c in page.cells
            ),
            tuple(rounded(code.box) for code in first.codes),
            tuple(rounded(box) for box in first.squares),
            self.turned,
            self.setup.moved if first.squares else 0.0,
        )


def rounded(box: Box) -> Box:
    return Box(*(round(value, 3) for value in box))


def lay_out(blocks: Iterable[Block], setup: PageSetup, metrics: Metrics) -> Layout:
    """Lay blocks out on pages; `metrics` says how wide each character of each face is."""
    from altdesk.forms.contents import fill
    from altdesk.forms.flow import Flow
    from altdesk.forms.keeping import place_all

    listed = tuple(blocks)
    measure = Measure(metrics)
    flow = Flow(setup, measure, listed)
    place_all(listed, flow)
    fill(flow)
    flow.finish()
    return Layout(setup, tuple(flow.pages), tuple(flow.outline), measure.missing, tuple(flow.heads))
