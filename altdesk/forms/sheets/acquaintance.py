"""§13 ТАНЫСУ ПАРАҒЫ: the sheet that goes round and comes back to the scanner; also as a residual sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.acquaintance import Sheet
from altdesk.domain.documents import RevisionState
from altdesk.domain.twins import Name
from altdesk.forms import marks, parts
from altdesk.forms.blocks import Align, Block, Column, Face, Fields, Footer, PageHead, Paragraph, Table, Title
from altdesk.forms.form import Form, Option, Output, PrintOptions
from altdesk.forms.marks import ReadBack
from altdesk.forms.sheets.sample_names import UNIVERSITY
from altdesk.forms.words import called, day, say, value_language

HEAD_WIDTH = 148.0  # mm, left of the top code and its quiet zone


@dataclass(frozen=True)
class Row:
    """A line of the sheet, name and post as frozen."""

    no: int
    full_name: str
    post: str = ""


@dataclass(frozen=True)
class AcquaintanceData:
    """What stands on the sheet; states of the rows are not printed, a reprint is as empty as the first print."""

    sheet_id: int
    number: int
    code: str
    title: str
    revision: int
    effective_on: date | None
    rows: tuple[Row, ...]
    organisation: Name = ""
    residual_of: int | None = None
    state: RevisionState = RevisionState.IN_FORCE
    change_number: int | None = None  # the change of meaning it asks to be read, of the §12 sheet
    change_on: date | None = None


def of_sheet(sheet: Sheet, organisation: Name = "", state: RevisionState = RevisionState.IN_FORCE) -> AcquaintanceData:
    """The paper of a kept sheet; a withdrawn revision is marked so on every page."""
    return AcquaintanceData(
        sheet.id,
        sheet.number,
        sheet.document,
        sheet.title,
        sheet.revision,
        sheet.effective_on,
        tuple(Row(row.no, row.full_name, row.post) for row in sheet.rows),
        organisation,
        sheet.residual_of,
        state,
        sheet.change_number,
        sheet.change_on,
    )


def body(data: AcquaintanceData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    last = max((row.no for row in data.rows), default=0)
    blank = range(last + 1, last + 1 + options.blank_rows)
    return (
        _head(data, options),
        *parts.withdrawn(data.state, options),
        ReadBack(lambda page, pages, first, last: _mark(data.sheet_id, page, pages, first, last)),
        Footer(
            page=say("page", language, page="%(page)s", pages="%(pages)s"),
            left=say("sheet_no", value_language(language), number=data.number),
            rows=say("rows_of_sheet", value_language(language), number=data.number, first="%(first)s", last="%(last)s"),
        ),
        Table(
            columns=(
                Column("no", say("no", language), 9, Align.CENTRE, sizes=(10, 9, 8, 7)),
                Column("full_name", say("acquainted_name", language), 55, sizes=(11, 10.5, 10, 9, 8.5, 8, 7.5)),
                Column("post", say("post", language), 40, sizes=(10, 9.5, 9, 8.5, 8, 7.5, 7)),
                Column("signature", say("signature", language), 44, write=True),
                Column("date", say("date", language), 27, write=True),
            ),
            rows=(
                *((str(row.no), row.full_name, row.post, "", "") for row in data.rows),
                *((str(number), "", "", "", "") for number in blank),
            ),
            numbers=(*(row.no for row in data.rows), *blank),
            row_height=marks.ROW_HEIGHT,
            head_height=marks.HEAD_HEIGHT,
            head_sizes=(10, 9.5, 9, 8.5, 8, 7.5, 7),
            air=0.2,
        ),
    )


def _mark(sheet_id: int, page: int, pages: int, first: int, last: int) -> str:
    from altdesk.domain.readback import PageMark, encode

    return encode(PageMark(sheet_id, page, pages, first, last))


def _head(data: AcquaintanceData, options: PrintOptions) -> PageHead:
    language = options.language
    details = [(say("revision", language), str(data.revision))]
    if data.effective_on:
        details.append((say("effective_on", language), day(data.effective_on)))
    if data.change_number is not None:
        change = ", ".join(filter(None, (f"№ {data.change_number}", day(data.change_on))))
        details.append((say("change_of", language), change))
    title = f"{say('acquaintance', language)} № {data.number}"
    residual = ""
    if data.residual_of is not None:
        residual = say("residual_of", value_language(language), number=data.residual_of)
    quoted = data.title if "«" in data.title else f"«{data.title}»"
    document = f"{data.code} {'– ' if quoted is data.title else ''}{quoted}" if data.title else data.code
    details += [(residual, "")] if residual else []
    sizes = (11.5, 11, 10.5, 10)
    organisation = called(data.organisation, language)
    top = (Paragraph(organisation, sizes=(9.5, 9, 8.5, 8, 7.5), lines=1, after=0),) if organisation else ()
    last = Fields(tuple(details), inline=True, size=10, after=0)
    return PageHead(
        full=(*top, Title(title), Paragraph(document, Face.BOLD, sizes, lines=2, after=0), last),
        short=(*top, Title(title), Paragraph(data.code, Face.BOLD, sizes, lines=2, after=0), last),
        top=9.5,
        height=24.5,
        width=HEAD_WIDTH,
    )


def name(data: AcquaintanceData, options: PrintOptions) -> str:
    return f"{say('acquaintance', options.language)} № {data.number} – {data.code}"


def sample() -> AcquaintanceData:
    people = (
        ("Тәуекел Заңғар Ермекұлы", "Тәрбие және әлеуметтік жұмыс департаментінің директоры"),
        ("Мұхамеджан Әсем", "Бас маман"),
        (
            "Касым-Жомартов Ян-Іңкәр Ерлан ұлы",
            "«Көлік инженериясы» институты директорының тәрбие ісі жөніндегі орынбасары",
        ),
        ("Қуаныш Гүлнәр Һасанқызы", "Аға оқытушы"),
        ("Нұрсұлтанова Айгерім Бауыржанқызы", "Эдвайзер-куратор"),
    )
    return AcquaintanceData(
        sheet_id=12,
        number=12,
        code="ЖН-ALT-40",
        title="Ішкі тәртіп ережелері",
        revision=2,
        effective_on=date(2026, 9, 1),
        rows=tuple(Row(no, *people[(no - 1) % len(people)]) for no in range(1, 48)),
        organisation=UNIVERSITY,
    )


FORM = Form(
    code="acquaintance",
    version=1,
    title="acquaintance",
    data=AcquaintanceData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX),
    options=frozenset({Option.PAGES, Option.BLANK_ROWS}),
)
