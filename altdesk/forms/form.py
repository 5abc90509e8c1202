"""What a form is: its code, title, data, body and outputs; and what is chosen for one print of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.forms.blocks import Block, Table
from altdesk.forms.calendar import CalendarEntry
from altdesk.forms.slides import Slide
from altdesk.forms.words import PaperLanguage

MOST_BLANK_ROWS = 500


class Output(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ICS = "ics"


class Option(StrEnum):
    """What a print dialog offers for a form; the language is offered always."""

    BLANK_ROWS = "blank_rows"
    PAGES = "pages"


NEAREST = 5.0  # mm: no printer draws nearer to an edge of the paper


@dataclass(frozen=True)
class PageSetup:
    """The paper in mm: A4, left margin for filing."""

    width: float = 210
    height: float = 297
    left: float = 25
    right: float = 10
    top: float = 15
    bottom: float = 15

    @property
    def inner(self) -> float:
        return self.width - self.left - self.right

    @property
    def lying(self) -> bool:
        return self.width > self.height

    @property
    def moved(self) -> float:
        """How far, in mm, everything moves on the back of a sheet turned over its long edge, where the margin for
        filing is at the other side: to the right on a page that stands, down on one that lies."""
        return self.bottom - self.top if self.lying else self.right - self.left


PORTRAIT = PageSetup()
LANDSCAPE = PageSetup(width=297, height=210, left=15, right=15, top=25, bottom=10)


@dataclass(frozen=True)
class PrintOptions:
    """What is chosen for one print. `pages` is empty for all, or like "2" or "1-3,5".

    `two_sided`: on both sides of sheets turned over their long edge; every second page has its margins for a back.
    """

    language: PaperLanguage = PaperLanguage.KK
    blank_rows: int = 0
    pages: str = ""
    two_sided: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.blank_rows <= MOST_BLANK_ROWS:
            raise Refusal(
                N_("Between 0 and %(most)s blank rows can be printed."), field="blank_rows", most=MOST_BLANK_ROWS
            )


D = TypeVar("D")


@dataclass(frozen=True)
class Form(Generic[D]):
    """A form. `name` is the title of one filled-in paper, `sample` a paper to look at and to test with.

    `turned` answers the page of a paper whose data decide how it is laid out; without it every paper has `page`.
    `workbook` is what a workbook of it holds where the paper itself has no table.
    `slides` are what it says on a wall; a form with them names `Output.PPTX` among its outputs.
    `calendar` are its events for a calendar program; a form with them names `Output.ICS` among its outputs.
    """

    code: str
    version: int
    title: str  # key of altdesk.forms.words
    data: type[D]
    body: Callable[[D, PrintOptions], tuple[Block, ...]]
    name: Callable[[D, PrintOptions], str]
    sample: Callable[[], D]
    page: PageSetup = PORTRAIT
    outputs: tuple[Output, ...] = (Output.PDF, Output.DOCX)
    options: frozenset[Option] = field(default_factory=lambda: frozenset({Option.PAGES}))
    turned: Callable[[D], PageSetup] | None = None
    slides: Callable[[D, PrintOptions], tuple[Slide, ...]] | None = None
    calendar: Callable[[D, PrintOptions], tuple[CalendarEntry, ...]] | None = None
    workbook: Callable[[D, PrintOptions], Table] | None = None

    def setup(self, data: D) -> PageSetup:
        """The page this paper is laid out on."""
        return self.turned(data) if self.turned is not None else self.page


def chosen_pages(pages: str, of: int) -> tuple[int, ...]:
    """The page numbers meant by "2" or "1-3,5", in order. Refuses what is no selection or no page of the paper."""
    if not pages.strip():
        return tuple(range(1, of + 1))
    chosen: set[int] = set()
    for part in pages.split(","):
        found = re.fullmatch(r"\s*(\d{1,6})\s*(?:[-–—]\s*(\d{1,6})\s*)?", part)
        if not found:
            raise Refusal(N_("Write pages like 2 or 1-3,5."), field="pages")
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last <= of:
            raise Refusal(N_("The paper has pages 1 to %(pages)s."), field="pages", pages=of)
        chosen.update(range(first, last + 1))
    return tuple(sorted(chosen))
