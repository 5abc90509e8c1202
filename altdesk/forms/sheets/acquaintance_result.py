"""Who is acquainted with a revision: every row of its sheets, with what was recorded when they came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.acquaintance import Elsewhere, RowState
from altdesk.domain.documents import RevisionState
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Face, Holds, Paragraph, Table
from altdesk.forms.form import Form, Output, PrintOptions
from altdesk.forms.sheets.sample_names import UNIVERSITY
from altdesk.forms.words import PaperLanguage, day, say, value_language
from altdesk.forms.words.binder import ELSEWHERE_WORDS, RESULT_WORDS


@dataclass(frozen=True)
class ResultRow:
    """A row of a sheet, name and post as frozen; `on` is the day taken from the paper, `elsewhere` what another sheet
    says of the person where nothing stands here."""

    sheet: int
    no: int
    full_name: str
    post: str
    state: RowState
    on: date | None = None
    elsewhere: Elsewhere | None = None


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
    quoted = data.title if "«" in data.title else f"«{data.title}»"
    return (
        parts.footer("acquaintance_result", data.on, options),
        *parts.withdrawn(data.state, options),
        *parts.opening(options, data.organisation, say("acquaintance_result", language), f"{data.code} {quoted}"),
        Paragraph(f"{say('revision', values)}: {data.revision}", sizes=(11,)),
        Paragraph(_counted(data.rows, values), Face.BOLD, sizes=(11,), after=3),
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
                    _mark(row, values),
                    day(row.on),
                )
                for row in data.rows
            ),
        ),
    )


def _counted(rows: tuple[ResultRow, ...], values: PaperLanguage) -> str:
    """How many rows are signed; those whose people said it on another sheet stand beside them, not among the rest."""
    signed, elsewhere = (sum(row.state is RowState.SIGNED for row in rows), sum(bool(row.elsewhere) for row in rows))
    key = "result_counted_elsewhere" if elsewhere else "result_counted"
    return say(key, values, signed=signed, elsewhere=elsewhere, total=len(rows))


def _mark(row: ResultRow, values: PaperLanguage) -> str:
    if row.elsewhere is None:
        return say(RESULT_WORDS[row.state], values)
    return say(ELSEWHERE_WORDS[row.elsewhere.state], values, number=row.elsewhere.sheet)


def name(data: ResultData, options: PrintOptions) -> str:
    return f"{say('acquaintance_result', options.language)} – {data.code}"


def sample() -> ResultData:
    day_, signed = date(2026, 9, 3), Elsewhere(14, RowState.SIGNED)
    return ResultData(
        "ЖН-ALT-40",
        "Ішкі тәртіп ережелері",
        2,
        (
            ResultRow(12, 1, "Тәуекел Заңғар Ермекұлы", "Департамент директоры", RowState.SIGNED, day_),
            ResultRow(12, 2, "Мұхамеджан Әсем", "Бас маман", RowState.REFUSED, day_),
            ResultRow(12, 3, "Касым-Жомартов Ян-Іңкәр Ерлан ұлы", "Эдвайзер-куратор", RowState.LEFT),
            ResultRow(12, 4, "Қуаныш Гүлнәр Һасанқызы", "Аға оқытушы", RowState.PENDING, None, signed),
            ResultRow(12, 5, "Нұрланов Өмірбек", "Маман", RowState.PENDING),
            ResultRow(14, 1, "Қуаныш Гүлнәр Һасанқызы", "Аға оқытушы", RowState.SIGNED, date(2026, 9, 17)),
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
