"""Who is acquainted with a revision: every row of its sheets, with what was recorded when they came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.acquaintance import RowState
from altdesk.domain.documents import RevisionState
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Face, Holds, Paragraph, Table
from altdesk.forms.form import Form, Output, PrintOptions
from altdesk.forms.sheets.sample_names import UNIVERSITY
from altdesk.forms.words import day, say, value_language
from altdesk.forms.words.binder import RESULT_WORDS


@dataclass(frozen=True)
class ResultRow:
    """A row of a sheet, name and post as frozen; `on` is the day taken from the paper."""

    sheet: int
    no: int
    full_name: str
    post: str
    state: RowState
    on: date | None = None


@dataclass(frozen=True)
class ResultData:
    code: str
    title: str
    revision: int
    rows: tuple[ResultRow, ...]
    on: date | None = None
    organisation: Name = ""
    state: RevisionState = RevisionState.IN_FORCE


def body(data: ResultData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    values = value_language(language)
    signed = sum(row.state is RowState.SIGNED for row in data.rows)
    quoted = data.title if "«" in data.title else f"«{data.title}»"
    return (
        parts.footer("acquaintance_result", data.on, options),
        *parts.withdrawn(data.state, options),
        *parts.opening(options, data.organisation, say("acquaintance_result", language), f"{data.code} {quoted}"),
        Paragraph(f"{say('revision', values)}: {data.revision}", sizes=(11,)),
        Paragraph(say("result_counted", values, signed=signed, total=len(data.rows)), Face.BOLD, sizes=(11,), after=3),
        Table(
            columns=(
                Column("sheet", say("result_sheet", language), 18, Align.CENTRE, holds=Holds.NUMBER),
                Column("no", say("result_row", language), 18, Align.CENTRE, holds=Holds.NUMBER),
                Column("full_name", say("acquainted_name", language), 56, sizes=(10.5, 10, 9)),
                Column("post", say("post", language), 35, sizes=(10, 9.5, 9)),
                Column("state", say("result_state", language), 25, sizes=(10, 9.5)),
                Column("on", say("date", language), 23, Align.CENTRE, holds=Holds.DAY),
            ),
            rows=tuple(
                (
                    str(row.sheet),
                    str(row.no),
                    row.full_name,
                    row.post,
                    say(RESULT_WORDS[row.state], values),
                    day(row.on),
                )
                for row in data.rows
            ),
        ),
    )


def name(data: ResultData, options: PrintOptions) -> str:
    return f"{say('acquaintance_result', options.language)} – {data.code}"


def sample() -> ResultData:
    day_ = date(2026, 9, 3)
    return ResultData(
        "ЖН-ALT-40",
        "Ішкі тәртіп ережелері",
        2,
        (
            ResultRow(12, 1, "Тәуекел Заңғар Ермекұлы", "Департамент директоры", RowState.SIGNED, day_),
            ResultRow(12, 2, "Мұхамеджан Әсем", "Бас маман", RowState.REFUSED, day_),
            ResultRow(12, 3, "Касым-Жомартов Ян-Іңкәр Ерлан ұлы", "Эдвайзер-куратор", RowState.LEFT),
            ResultRow(14, 1, "Қуаныш Гүлнәр Һасанқызы", "Аға оқытушы", RowState.PENDING),
        ),
        date(2026, 11, 22),
        UNIVERSITY,
    )


FORM = Form(
    code="acquaintance_result",
    version=1,
    title="acquaintance_result",
    data=ResultData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
)
