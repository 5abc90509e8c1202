"""The list of a document's working copies, as an auditor expects it: who has which copy, signed for both ways."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.copies import CopyKind, WorkingCopy
from altdesk.domain.documents import RevisionState
from altdesk.domain.organisation import Signatory
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Fields, Holds, Paragraph, Table
from altdesk.forms.form import LANDSCAPE, Form, Option, Output, PrintOptions
from altdesk.forms.sheets.sample_names import SPECIALIST, UNIVERSITY
from altdesk.forms.words import COPY_KIND_WORDS, day, say, value_language


@dataclass(frozen=True)
class CopyRow:
    """A copy as listed; `document` is its code where copies of several documents stand on one paper."""

    number: int
    revision: int
    kind: CopyKind
    holder: str = ""
    post: str = ""
    unit: str = ""
    given_on: date | None = None
    ended_on: date | None = None
    document: str = ""


@dataclass(frozen=True)
class CopiesData:
    """The copies of one document; `state` is that of the revision named, a withdrawn one is marked so."""

    code: str
    title: str
    revision: int | None
    effective_on: date | None
    rows: tuple[CopyRow, ...]
    on: date | None = None
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name
    state: RevisionState | None = None


def rows_of(copies: tuple[WorkingCopy, ...]) -> tuple[CopyRow, ...]:
    """The rows of copies as kept."""
    return tuple(
        CopyRow(
            copy.number or 0,
            copy.revision,
            copy.kind,
            copy.holder,
            copy.post,
            copy.unit,
            copy.given_on,
            copy.returned_on or copy.withdrawn_on,
            copy.document,
        )
        for copy in copies
    )


def body(data: CopiesData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    about = [(say("code", language), data.code), (say("document_title", language), data.title)]
    if data.revision is not None:
        about.append((say("revision", language), str(data.revision)))
    if data.effective_on:
        about.append((say("effective_on", language), day(data.effective_on)))
    given, returned = say("copy_given", language), say("copy_returned", language)
    rows = tuple(_row(row, options) for row in data.rows) + (("",) * 10,) * options.blank_rows
    return (
        *(parts.withdrawn(data.state, options) if data.state else ()),
        parts.footer("copies", data.on, options),
        *parts.opening(
            options,
            data.organisation,
            say("copies", language),
            say("as_of", language, day=day(data.on)) if data.on else "",
        ),
        Fields(tuple(about), size=11, after=3),
        Table(
            columns=(
                Column("no", say("no", language), 9, Align.CENTRE, holds=Holds.NUMBER),
                Column("number", say("copy_no", language), 16, Align.CENTRE, holds=Holds.NUMBER),
                Column("revision", say("copy_revision", language), 16, Align.CENTRE, holds=Holds.NUMBER),
                Column("kind", say("copy_kind", language), 26, Align.CENTRE),
                Column("holder", say("copy_holder", language), 47),
                Column("post", say("post", language), 32),
                Column("unit", say("unit", language), 33),
                Column("given_on", say("date", language), 21, Align.CENTRE, group=given, holds=Holds.DAY),
                Column("given", say("signature", language), 23, write=True, group=given),
                Column("returned_on", say("date", language), 21, Align.CENTRE, True, group=returned, holds=Holds.DAY),
                Column("returned", say("signature", language), 23, write=True, group=returned),
            ),
            rows=parts.numbered(rows),
            row_height=9.6,
            head_height=7,
        ),
        Paragraph(say("total", language, count=len(data.rows)), sizes=(11,)),
        *parts.signed(data.signed_by, options),
    )


def _row(row: CopyRow, options: PrintOptions) -> tuple[str, ...]:
    kind = say(COPY_KIND_WORDS[row.kind], value_language(options.language))
    days = (day(row.given_on), "", day(row.ended_on), "")
    return (str(row.number), str(row.revision), kind, row.holder, row.post, row.unit, *days)


def name(data: CopiesData, options: PrintOptions) -> str:
    return f"{say('copies', options.language)} – {data.code}"


def sample() -> CopiesData:
    paper, electronic = CopyKind.PAPER, CopyKind.ELECTRONIC
    old, given = date(2025, 1, 20), date(2026, 9, 2)
    social = "Тәрбие және әлеуметтік жұмыс департаменті"
    return CopiesData(
        "ЖН-ALT-40",
        "Ішкі тәртіп ережелері",
        2,
        date(2026, 9, 1),
        (
            CopyRow(1, 1, paper, "Тәуекел Заңғар Ермекұлы", "Департамент директоры", social, old, date(2026, 9, 3)),
            CopyRow(2, 1, electronic, "", "", "Көлік инженериясы институты", old, date(2026, 9, 1)),
            CopyRow(3, 1, paper, "Касым-Жомартов Ян-Іңкәр Ерлан ұлы", "Эдвайзер-куратор", "Көлік институты", old),
            CopyRow(4, 2, paper, "Тәуекел Заңғар Ермекұлы", "Департамент директоры", social, given),
            CopyRow(5, 2, electronic, "", "", "Көлік инженериясы институты", given),
        ),
        date(2026, 11, 22),
        UNIVERSITY,
        ((SPECIALIST, "Ә.\u00a0Мұхамеджан"),),
        RevisionState.IN_FORCE,
    )


FORM = Form(
    code="copies",
    version=1,
    title="copies",
    data=CopiesData,
    body=body,
    name=name,
    sample=sample,
    page=LANDSCAPE,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
    options=frozenset({Option.PAGES, Option.BLANK_ROWS}),
)
