"""The list of tasks of one responsible person, to be handed over and signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Fields, Holds, Table
from altdesk.forms.form import Form, Output, PrintOptions
from altdesk.forms.sheets.sample_names import UNIVERSITY
from altdesk.forms.sheets.tasks import TaskRow, marked, sample_rows, sourced, totals
from altdesk.forms.words import day, say, value_language


@dataclass(frozen=True)
class PersonTasksData:
    full_name: str
    post: str
    unit: str
    rows: tuple[TaskRow, ...]
    signature: str = ""  # the name as in a signature
    on: date | None = None
    organisation: Name = ""


def body(data: PersonTasksData, options: PrintOptions) -> tuple[Block, ...]:
    language, values = options.language, value_language(options.language)
    about = [(say("name_short", language), data.full_name)]
    about += [(say("post", language), data.post)] if data.post else []
    about += [(say("unit", language), data.unit)] if data.unit else []
    rows = tuple(
        (
            row.text,
            row.due_text or day(row.due),
            sourced(row.source, values),
            say(f"task_{row.standing.value}", values),
            marked(row, values),
        )
        for row in data.rows
    )
    table = Table(
        columns=(
            Column("no", say("no", language), 9, Align.CENTRE, holds=Holds.NUMBER),
            Column("text", say("task", language), 57, breaks=True),
            Column("due", say("due", language), 23, Align.CENTRE, holds=Holds.DAY),
            Column("source", say("source", language), 34, breaks=True),
            Column("state", say("state", language), 25, Align.CENTRE),
            Column("mark", say("execution_mark", language), 27, breaks=True),
        ),
        rows=parts.numbered(rows),
        row_height=9,
        head_height=12,
        air=1.0,
    )
    under = say("as_of", language, day=day(data.on)) if data.on else ""
    return (
        parts.footer("person_tasks", data.on, options),
        *parts.opening(options, data.organisation, say("person_tasks", language), under),
        Fields(tuple(about), size=11, after=3),
        parts.closed(
            table, totals(data.rows, values), ((say("informed", language), data.signature or data.full_name),), options
        ),
    )


def name(data: PersonTasksData, options: PrintOptions) -> str:
    return f"{say('person_tasks', options.language)} – {data.full_name}"


def sample() -> PersonTasksData:
    return PersonTasksData(
        "Жоспаров Ерлан Кезеңұлы",
        "ЖСК маманы",
        "ЖСК",
        sample_rows(),
        "Е.К.\u00a0Жоспаров",
        date(2026, 11, 22),
        UNIVERSITY,
    )


FORM = Form(
    code="person_tasks",
    version=1,
    title="person_tasks",
    data=PersonTasksData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
)
