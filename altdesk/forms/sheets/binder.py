"""The contents of an audit binder: what is in it, and on which of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Heading, Holds, Table
from altdesk.forms.form import Form, PrintOptions
from altdesk.forms.sheets.sample_names import UNIVERSITY
from altdesk.forms.words import day, say

INDENT = "\u00a0" * 5  # of what stands under another entry


@dataclass(frozen=True)
class Line:
    """An entry; `level` 0 stands by itself, 1 under the entry before it."""

    title: str
    page: int
    level: int = 0


@dataclass(frozen=True)
class ContentsData:
    """`heading` is the document, or empty where the binder is of a `year` (2025-2026)."""

    heading: str
    lines: tuple[Line, ...]
    year: str = ""
    on: date | None = None
    organisation: Name = ""


def body(data: ContentsData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    bold = frozenset((row, 0) for row, line in enumerate(data.lines) if not line.level)
    under = data.heading or say("binder_of_year", language, year=data.year)
    if data.on:
        under += "\n" + say("as_of", language, day=day(data.on))
    return (
        parts.footer("binder", data.on, options),
        *parts.opening(options, data.organisation, say("binder", language), under),
        Heading(say("contents", language)),
        Table(
            columns=(
                Column("title", say("binder_entry", language), 157, sizes=(11, 10.5, 10)),
                Column("page", say("binder_page", language), 18, Align.CENTRE, sizes=(11,), holds=Holds.NUMBER),
            ),
            rows=tuple((INDENT * line.level + line.title, str(line.page)) for line in data.lines),
            bold=bold,
            row_height=6.5,
        ),
    )


def name(data: ContentsData, options: PrintOptions) -> str:
    return f"{say('binder', options.language)} – {data.heading or data.year}"


def sample() -> ContentsData:
    return ContentsData(
        "ЖН-ALT-00 «Жастармен жұмысты ұйымдастыру қағидалары»",
        (
            Line("Құжат картасы", 2),
            Line("Өзгерістерді тіркеу парағы", 3),
            Line("Танысу нәтижесі, нұсқа 2", 4),
            Line("Танысу парағы № 12, нұсқа 2", 5, 1),
            Line("Скан: № 12 парақ, қол қойылған.pdf", 6, 1),
            Line("Жұмыс көшірмелерінің тізімі", 8),
        ),
        on=date(2026, 11, 22),
        organisation=UNIVERSITY,
    )


FORM = Form(
    code="binder", version=1, title="binder", data=ContentsData, body=body, name=name, sample=sample
)  # fmt: skip
