"""The list of people, as filtered on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.organisation import Signatory
from altdesk.domain.people import PersonLine
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Holds, Paragraph, Table
from altdesk.forms.form import Form, Option, Output, PrintOptions
from altdesk.forms.sheets.sample_names import SPECIALIST, UNIVERSITY
from altdesk.forms.words import day, say


@dataclass(frozen=True)
class PeopleRow:
    full_name: str
    post: str = ""
    unit: str = ""
    group_course: str = ""


@dataclass(frozen=True)
class PeopleData:
    """`heading` says what list it is (a saved group's name, a filter); empty for all."""

    rows: tuple[PeopleRow, ...]
    heading: str = ""
    on: date | None = None
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name


def rows_of(lines: tuple[PersonLine, ...]) -> tuple[PeopleRow, ...]:
    """The rows of people as listed."""
    return tuple(
        PeopleRow(
            line.full_name,
            line.post,
            line.unit,
            ", ".join(part for part in (line.group, str(line.course) if line.course else "") if part),
        )
        for line in lines
    )


def body(data: PeopleData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    rows = tuple((row.full_name, row.post, row.unit, row.group_course) for row in data.rows)
    rows += (("", "", "", ""),) * options.blank_rows
    under = "\n".join(
        part for part in (data.heading, say("as_of", language, day=day(data.on)) if data.on else "") if part
    )
    return (
        parts.footer("people", data.on, options),
        *parts.opening(options, data.organisation, say("people", language), under),
        Table(
            columns=(
                Column("no", say("no", language), 10, Align.CENTRE, holds=Holds.NUMBER),
                Column("full_name", say("full_name", language), 56),
                Column("post", say("post", language), 41),
                Column("unit", say("unit", language), 47),
                Column("group_course", say("group_course", language), 21),
            ),
            rows=parts.numbered(rows),
            head_height=10,
        ),
        Paragraph(say("total", language, count=len(data.rows)), sizes=(11,)),
        *parts.signed(data.signed_by, options),
    )


def name(data: PeopleData, options: PrintOptions) -> str:
    return say("people", options.language) + (f" – {data.heading}" if data.heading else "")


def sample() -> PeopleData:
    rows = (
        PeopleRow("Тәуекел Заңғар Ермекұлы", "Департамент директоры", "Тәрбие және әлеуметтік жұмыс департаменті"),
        PeopleRow("Мұхамеджан Әсем", "Бас маман", "Тәрбие және әлеуметтік жұмыс департаменті"),
        PeopleRow("Касым-Жомартов Ян-Іңкәр Ерлан ұлы", "Студент", "Көлік инженериясы институты", "КИ-23-1, 3"),
    )
    return PeopleData(
        rows * 15,
        "Эдвайзер-кураторлар",
        date(2026, 11, 22),
        UNIVERSITY,
        ((SPECIALIST, "Ә.\u00a0Мұхамеджан"),),
    )


FORM = Form(
    code="people",
    version=1,
    title="people",
    data=PeopleData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
    options=frozenset({Option.PAGES, Option.BLANK_ROWS}),
)
