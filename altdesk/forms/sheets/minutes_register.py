"""The register of a body's minutes in a year: number, date, agenda, pages, note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.organisation import Signatory
from altdesk.domain.rules import Numbering
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Holds, Table
from altdesk.forms.form import Form, Output, PrintOptions
from altdesk.forms.sheets.sample_names import GOVERNMENT, UNIVERSITY, YOUTH_SPECIALIST
from altdesk.forms.words import called, day, say, value_language

PERIODS = {Numbering.ACADEMIC_YEAR: "academic_year", Numbering.CALENDAR_YEAR: "calendar_year"}


@dataclass(frozen=True)
class MinutesLine:
    """A line of the register; `agenda` has an item a line, `pages` is 0 where nobody knows.

    `unused` are the numbers left out before this one.
    """

    number: str
    on: date | None
    agenda: str
    pages: int = 0
    note: str = ""
    unused: tuple[int, ...] = ()


@dataclass(frozen=True)
class RegisterData:
    """`year` is the period's name, 2025-2026 or 2026."""

    body: Name
    year: str
    rows: tuple[MinutesLine, ...]
    numbering: Numbering = Numbering.ACADEMIC_YEAR
    on: date | None = None
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name


def body(data: RegisterData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    rows = tuple(
        (row.number, day(row.on), row.agenda, str(row.pages) if row.pages else "", _note(row, options))
        for row in data.rows
    )
    under = "\n".join(
        part for part in (called(data.body, language), say(PERIODS[data.numbering], language, year=data.year)) if part
    )
    table = Table(
        columns=(
            Column("number", say("minutes_number", language), 20, Align.CENTRE),
            Column("on", say("date", language), 24, Align.CENTRE, holds=Holds.DAY),
            Column("agenda", say("agenda_items", language), 87, breaks=True),
            Column("pages", say("pages_count", language), 16, Align.CENTRE, holds=Holds.NUMBER),
            Column("note", say("note", language), 28, breaks=True),
        ),
        rows=rows,
        head_height=10,
        air=1.0,
    )
    return (
        parts.footer("minutes_register", data.on, options),
        *parts.opening(options, data.organisation, say("minutes_register", language), under),
        parts.closed(table, say("total", language, count=len(data.rows)), data.signed_by, options),
    )


def _note(row: MinutesLine, options: PrintOptions) -> str:
    numbers = ", ".join(map(str, row.unused))
    unused = say("unused_numbers", value_language(options.language), numbers=numbers) if numbers else ""
    return "\n".join(part for part in (row.note, unused) if part)


def name(data: RegisterData, options: PrintOptions) -> str:
    body = called(data.body, value_language(options.language))
    return f"{say('minutes_register', options.language)} – {body}, {data.year}"


def sample() -> RegisterData:
    return RegisterData(
        GOVERNMENT,
        "2026-2027",
        (
            MinutesLine(
                "1",
                date(2026, 9, 10),
                "1. Студенттік үкіметтің жаңа құрамы туралы.\n2. Оқу жылына арналған жұмыс жоспары туралы.",
                3,
            ),
            MinutesLine("2", date(2026, 10, 8), "1. «Таза қала» акциясына қатысу туралы.", 2, "Үзінді берілді: 1.2"),
            MinutesLine(
                "2/1",
                date(2026, 10, 15),
                "1. Студенттер үйлеріндегі тұрмыс жағдайын зерделеу қорытындысы туралы.\n"
                "2. Үйірмелер мен спорт секцияларына жазылу барысы туралы.\n3. Әртүрлі мәселелер.",
                4,
                "Кезектен тыс мәжіліс",
            ),
            MinutesLine("4", date(2026, 11, 22), "1. Жастар апталығының бағдарламасы туралы.", 5, unused=(3,)),
        ),
        on=date(2026, 11, 24),
        organisation=UNIVERSITY,
        signed_by=((YOUTH_SPECIALIST, "А.Ү.\u00a0Мысалова"),),
    )


FORM = Form(
    code="minutes_register",
    version=1,
    title="minutes_register",
    data=RegisterData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
)
