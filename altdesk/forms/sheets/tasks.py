"""The control list of tasks: what was decided, who answers for it, until when, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from altdesk.domain.organisation import Signatory
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Holds, Table
from altdesk.forms.form import LANDSCAPE, Form, Output, PrintOptions
from altdesk.forms.sheets.sample_names import GOVERNMENT, UNIVERSITY, YOUTH_SPECIALIST
from altdesk.forms.words import PaperLanguage, called, day, say, value_language


class Standing(StrEnum):
    """How a task stands on the day of the list; said in words, never by colour only."""

    OVERDUE = "overdue"
    TODAY = "today"
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Source:
    """The decision a task comes from; of a task given otherwise the body at most."""

    body: Name
    number: str = ""
    point: str = ""
    on: date | None = None


@dataclass(frozen=True)
class TaskRow:
    text: str
    responsible: str = ""
    due: date | None = None
    due_text: str = ""  # where it is no day
    standing: Standing = Standing.OPEN
    source: Source | None = None
    done_on: date | None = None
    evidence: str = ""


@dataclass(frozen=True)
class TasksData:
    """`heading` says what is listed (a body, a filter); empty for all."""

    rows: tuple[TaskRow, ...]
    heading: Name = ""
    on: date | None = None
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name


def body(data: TasksData, options: PrintOptions) -> tuple[Block, ...]:
    language, values = options.language, value_language(options.language)
    rows = tuple(
        (
            row.text,
            row.responsible,
            row.due_text or day(row.due),
            sourced(row.source, values),
            say(f"task_{row.standing.value}", values),
            marked(row, values),
        )
        for row in data.rows
    )
    table = Table(
        columns=(
            Column("no", say("no", language), 10, Align.CENTRE, holds=Holds.NUMBER),
            Column("text", say("task", language), 85, breaks=True),
            Column("responsible", say("responsible", language), 45),
            Column("due", say("due", language), 24, Align.CENTRE, holds=Holds.DAY),
            Column("source", say("source", language), 42, breaks=True),
            Column("state", say("state", language), 27, Align.CENTRE),
            Column("mark", say("execution_mark", language), 34, breaks=True),
        ),
        rows=parts.numbered(rows),
        head_height=10,
        air=1.0,
    )
    under = "\n".join(
        part
        for part in (called(data.heading, language), say("as_of", language, day=day(data.on)) if data.on else "")
        if part
    )
    return (
        parts.footer("tasks", data.on, options),
        *parts.opening(options, data.organisation, say("tasks", language), under),
        parts.closed(table, totals(data.rows, values), data.signed_by, options),
    )


def sourced(source: Source | None, language: PaperLanguage) -> str:
    """Body, number of the minutes and point; and the day under it."""
    if source is None:
        return ""
    body = called(source.body, language)
    if not source.number:
        return body
    said = say("source_is", language, body=body, number=source.number, point=source.point)
    return f"{said}\n{day(source.on)}" if source.on else said


def marked(row: TaskRow, language: PaperLanguage) -> str:
    """When a task was done, and by what that is shown."""
    shown = say("evidence", language, name=row.evidence) if row.evidence else ""
    return "\n".join(part for part in (day(row.done_on), shown) if part)


def totals(rows: tuple[TaskRow, ...], language: PaperLanguage) -> str:
    """How many there are of each standing."""
    of = {each: sum(row.standing is each for row in rows) for each in Standing}
    return say(
        "task_totals",
        language,
        count=len(rows),
        overdue=of[Standing.OVERDUE],
        today=of[Standing.TODAY],
        open=of[Standing.OPEN],
        done=of[Standing.DONE],
    )


def name(data: TasksData, options: PrintOptions) -> str:
    about = ", ".join(part for part in (called(data.heading, value_language(options.language)), day(data.on)) if part)
    return say("tasks", options.language) + (f" – {about}" if about else "")


def sample_rows() -> tuple[TaskRow, ...]:
    government = GOVERNMENT
    return (
        TaskRow(
            "Жастар апталығының бағдарламасын институттардың кураторларына тарату.",
            "Қаламова Гүлнәр Дәптерқызы",
            date(2026, 11, 15),
            standing=Standing.OVERDUE,
            source=Source(government, "2", "1.1", date(2026, 10, 8)),
        ),
        TaskRow(
            "Студенттер үйлеріндегі оқу бөлмелерінің жабдықталуы туралы ұсынысты ТжӘЖД директорына беру.",
            "Үлгібаев Асқар Сынақұлы; Парақбаев Ілияс Тізімұлы",
            date(2026, 11, 22),
            standing=Standing.TODAY,
            source=Source(government, "2/1", "1.2", date(2026, 10, 15)),
        ),
        TaskRow(
            "Дебат клубының байқауын өткізу.",
            "Жоспаров Ерлан Кезеңұлы",
            date(2026, 12, 10),
            standing=Standing.OPEN,
            source=Source("Студенттік клуб «Пікір»", "3", "2.1"),
        ),
        TaskRow(
            "«Таза қала» акциясына қатысушылардың тізімін бекіту.",
            "Кітапбаева Іңкәр Әріпқызы",
            date(2026, 10, 12),
            standing=Standing.DONE,
            source=Source(government, "2", "1.2", date(2026, 10, 8)),
            done_on=date(2026, 10, 11),
            evidence="Қатысушылар тізімі.pdf",
        ),
    )


def sample() -> TasksData:
    return TasksData(
        sample_rows(),
        on=date(2026, 11, 22),
        organisation=UNIVERSITY,
        signed_by=((YOUTH_SPECIALIST, "А.Ү.\u00a0Мысалова"),),
    )


FORM = Form(
    code="tasks",
    version=1,
    title="tasks",
    data=TasksData,
    body=body,
    name=name,
    sample=sample,
    page=LANDSCAPE,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
)
