"""The register of normative references (§2): norms in their groups, their state, who cites them, what to review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.norms import NormKind, NormState
from altdesk.domain.organisation import Signatory
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Heading, Holds, Paragraph, Table
from altdesk.forms.form import LANDSCAPE, Form, Output, PrintOptions
from altdesk.forms.sheets.sample_names import SPECIALIST, UNIVERSITY
from altdesk.forms.words import NORM_KIND_WORDS, NORM_STATE_WORDS, day, say, value_language


@dataclass(frozen=True)
class NormRow:
    """A norm; `documents` are the codes that cite it, `flagged` those that still have to be looked at."""

    designation: str
    title: str
    kind: NormKind
    state: NormState = NormState.IN_FORCE
    changed_on: date | None = None
    documents: tuple[str, ...] = ()
    flagged: tuple[str, ...] = ()


@dataclass(frozen=True)
class NormsData:
    """`code` names the one document whose norms these are, empty for all."""

    rows: tuple[NormRow, ...]
    on: date | None = None
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name
    code: str = ""


def body(data: NormsData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    under = "\n".join(filter(None, (data.code, say("as_of", language, day=day(data.on)) if data.on else "")))
    blocks: list[Block] = [
        parts.footer("norms", data.on, options),
        *parts.opening(options, data.organisation, say("norms", language), under),
    ]
    for kind in NormKind:
        if rows := [row for row in data.rows if row.kind is kind]:
            blocks.append(Heading(say(NORM_KIND_WORDS[kind], value_language(language))))
            blocks.append(_table(rows, options))
    blocks.append(Paragraph(say("total", language, count=len(data.rows)), sizes=(11,)))
    return (*blocks, *parts.signed(data.signed_by, options))


def _table(rows: list[NormRow], options: PrintOptions) -> Table:
    language = options.language
    return Table(
        columns=(
            Column("no", say("no", language), 10, Align.CENTRE, holds=Holds.NUMBER),
            Column("designation", say("norm_designation", language), 62),
            Column("title", say("norm_title", language), 83),
            Column("state", say("norm_state", language), 30, Align.CENTRE),
            Column("documents", say("norm_cited_by", language), 46),
            Column("flagged", say("norm_to_review", language), 36),
        ),
        rows=parts.numbered(tuple(_row(row, options) for row in rows)),
        head_height=9,
    )


def _row(row: NormRow, options: PrintOptions) -> tuple[str, ...]:
    state = say(NORM_STATE_WORDS[row.state], value_language(options.language))
    said = "\n".join(filter(None, (state, day(row.changed_on))))
    return (row.designation, row.title, said, ", ".join(row.documents), ", ".join(row.flagged))


def name(data: NormsData, options: PrintOptions) -> str:
    which = data.code or day(data.on)
    return say("norms", options.language) + (f" – {which}" if which else "")


def sample() -> NormsData:
    law, own = NormKind.LAW, NormKind.INTERNAL
    act = "Қазақстан Республикасының Заңы"
    return NormsData(
        (
            NormRow(
                "МС ISO 9000:2015",
                "Сапа менеджменті жүйелері. Негізгі ережелер мен сөздік",
                NormKind.STANDARD,
                documents=("ЖН-ALT-00", "ҚР-ALT-01", "ҚР-ALT-02"),
            ),
            NormRow(
                "ҚР СТ ISO 9001-2016",
                "Сапа менеджменті жүйелері. Талаптар",
                NormKind.STANDARD,
                NormState.REPEALED,
                date(2026, 10, 1),
                ("ЖН-ALT-00", "ҚР-ALT-02"),
                ("ҚР-ALT-02",),
            ),
            NormRow(f"{act} 27.07.2007 ж. №319-111", "Білім туралы", law, documents=("ЖН-ALT-00",)),
            NormRow(
                f"{act} 09.02.201 ж. № 285-V",
                "Мемлекеттік жастар саясаты туралы",
                law,
                NormState.CHANGED,
                date(2026, 11, 1),
                ("ЖН-ALT-00", "ЖН-ALT-42"),
                ("ЖН-ALT-00", "ЖН-ALT-42"),
            ),
            NormRow("ҚР-ALT-01", "Құжатталған ақпаратты басқару", own, documents=("ЖН-ALT-00",)),
        ),
        date(2026, 11, 22),
        UNIVERSITY,
        ((SPECIALIST, "Ә.\u00a0Мұхамеджан"),),
    )


FORM = Form(
    code="norms",
    version=1,
    title="norms",
    data=NormsData,
    body=body,
    name=name,
    sample=sample,
    page=LANDSCAPE,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
)
