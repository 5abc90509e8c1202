"""What paper is made of: the blocks a form's body lists, without a word of where they come to stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from altdesk.forms.charts import Chart
from altdesk.forms.marks import ReadBack


class Face(StrEnum):
    """The four faces of the paper's one typeface."""

    REGULAR = "R"
    BOLD = "B"
    ITALIC = "I"
    BOLD_ITALIC = "BI"


class Holds(StrEnum):
    """What a column's texts stand for, where a workbook keeps it as such."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    MONEY = "money"  # 1 250 000,50 ₸


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"  # both edges straight; running text only


class Heads(StrEnum):
    """Whether a second header row 1 2 3 … stands under the first, as §12 has it and §13 has not."""

    PLAIN = "plain"
    NUMBERED = "numbered"


class Shade(StrEnum):
    """What tells a cell from others apart from its words: readable in black and white."""

    PLAIN = "plain"
    HATCHED = "hatched"
    SOLID = "solid"


@dataclass(frozen=True)
class Title:
    """The name of the form, once, centred unless said otherwise. Size in pt."""

    text: str
    size: float = 14
    align: Align = Align.CENTRE


@dataclass(frozen=True)
class Heading:
    """A heading inside the paper; it enters the outline and keeps with `keep` lines of what follows.

    `mark` is the number before it (1.), of a list whose points follow.
    """

    text: str
    level: int = 1
    keep: int = 2
    mark: str = ""

    @property
    def whole(self) -> str:
        return f"{self.mark} {self.text}" if self.mark else self.text


@dataclass(frozen=True)
class Paragraph:
    """Running text; a line feed begins a new line. `sizes` in pt, the largest that keeps `lines` lines is taken.

    A `legend` belongs to the table above it, in a workbook too.
    """

    text: str
    face: Face = Face.REGULAR
    sizes: tuple[float, ...] = (12,)
    align: Align = Align.LEFT
    lines: int = 0
    after: float = 1.5  # mm
    legend: bool = False


@dataclass(frozen=True)
class Running:
    """Justified text; a line feed begins a new paragraph, its first line `indent` mm further right. Size in pt."""

    text: str
    size: float = 12
    indent: float = 10
    after: float = 1  # mm, of each paragraph


@dataclass(frozen=True)
class Lead:
    """A head in bold and the text that goes on behind it on the same line; keeps with what follows. Size in pt."""

    head: str
    text: str = ""
    size: float = 12


@dataclass(frozen=True)
class Point:
    """A mark (1., 1.1) and the text that hangs beside it; `note` stands under the text, in italics. Size in pt."""

    mark: str
    text: str
    note: str = ""
    hang: float = 12  # mm from the left edge to the text
    size: float = 12
    after: float = 1.2  # mm


@dataclass(frozen=True)
class Sides:
    """Two texts on one line, at the left edge and at the right one, such as day and place. Size in pt."""

    left: str
    right: str
    size: float = 12
    after: float = 3  # mm


@dataclass(frozen=True)
class Keep:
    """Blocks of which the last lines of the first stay on one page with all the others, such as text and signatures."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Fields:
    """Label: value, side by side while they fit on a line (`inline`), or one under the other."""

    items: tuple[tuple[str, str], ...]
    inline: bool = False
    size: float = 10
    after: float = 1.5  # mm
    faces: tuple[Face, Face] = (Face.REGULAR, Face.BOLD)  # of label and value


@dataclass(frozen=True)
class Column:
    """A column of a table: width in mm, text sizes in pt from the wished to the smallest before a row grows.

    Neighbours that name the same `group` stand under one head of that name.
    """

    key: str
    head: str
    width: float
    align: Align = Align.LEFT
    write: bool = False  # left empty, to be written in by hand; its cells enter the cell map
    sizes: tuple[float, ...] = (10.5,)
    holds: Holds = Holds.TEXT
    breaks: bool = False  # a line feed begins a new line in the cell
    group: str = ""


@dataclass(frozen=True)
class Table:
    """Rows under a head that repeats on each page. `numbers` are the rows' own numbers for the cell map.

    `shades` marks cells, row by row and cell by cell; empty where no cell is marked. `bold` are cells set in bold, by
    their places of row and column, from 0. The last row of one that is `summed` is the sum of the others and begins no
    page.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    heads: Heads = Heads.PLAIN
    row_height: float = 7  # mm, the least
    head_height: float = 8  # mm, the least
    head_sizes: tuple[float, ...] = (10, 9.5, 9, 8.5)
    air: float = 0.7  # mm, the least over and under a cell's text
    frame: float = 0.7  # pt
    inner: float = 0.4  # pt
    shades: tuple[tuple[Shade, ...], ...] = ()
    bold: frozenset[tuple[int, int]] = frozenset()
    bands: frozenset[int] = frozenset()  # rows of one bold text over the whole width, in their first cell
    summed: bool = False


@dataclass(frozen=True)
class Signatures:
    """Post, a line to sign on, name: one row per signatory (post, name)."""

    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Approval:
    """The КЕЛІСІЛДІ and БЕКІТЕМІН corners: word, post, line and name, day. The left one may be missing."""

    right: tuple[str, str, str, str]
    left: tuple[str, str, str, str] | None = None


@dataclass(frozen=True)
class PageHead:
    """What stands at the top of every page: `full` where it fits `height` mm, else on page 1 only and `short` after."""

    full: tuple[Paragraph | Title | Fields, ...]
    short: tuple[Paragraph | Title | Fields, ...]
    top: float  # mm from the paper's edge
    height: float  # mm
    width: float  # mm


@dataclass(frozen=True)
class Footer:
    """The line at the foot of each page: what paper this is, and the words of «n-бет, барлығы m»."""

    page: str  # with %(page)s and %(pages)s
    left: str = ""  # printed as it is
    rows: str = ""  # instead of `left`: with %(first)s and %(last)s, the rows on the page


@dataclass(frozen=True)
class Stamp:
    """A word that every page carries apart from its text, such as «КҮШІ ЖОЙЫЛДЫ»."""

    text: str


@dataclass(frozen=True)
class Contents:
    """The list of the paper's headings down to `depth`, with their pages; its own title is none of them."""

    title: str
    depth: int = 2


@dataclass(frozen=True)
class NewPage:
    """What follows begins a page."""


Block = (
    Title
    | Heading
    | Paragraph
    | Running
    | Lead
    | Point
    | Sides
    | Keep
    | Fields
    | Table
    | Signatures
    | Approval
    | Chart
    | Contents
    | NewPage
    | PageHead
    | Footer
    | Stamp
    | ReadBack
)


def headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """The headings of a paper in their order."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Keep):
            yield from headings(block.blocks)
