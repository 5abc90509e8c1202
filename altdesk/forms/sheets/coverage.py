"""The coverage list: for each revision in force, signed of those who must, and on demand who has not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.organisation import Signatory
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Heading, Holds, Lead, Paragraph, Table
from altdesk.forms.form import Form, Output, PrintOptions
from altdesk.forms.sheets.sample_names import SPECIALIST, UNIVERSITY
from altdesk.forms.words import day, say


@dataclass(frozen=True)
class CoverageRow:
    """One revision; `missing` and `refused` are names, left empty where they are not wanted on paper."""

    code: str
    title: str
    revision: int
    effective_on: date | None
    signed: int
    total: int
    missing: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()  # by an act


@dataclass(frozen=True)
class CoverageData:
    rows: tuple[CoverageRow, ...]
    on: date | None = None
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name


def body(data: CoverageData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    rows = tuple(
        (row.code, row.title, str(row.revision), day(row.effective_on), f"{row.signed} / {row.total}")
        for row in data.rows
    )
    blocks: list[Block] = [
        parts.footer("coverage", data.on, options),
        *parts.opening(
            options,
            data.organisation,
            say("coverage", language),
            say("as_of", language, day=day(data.on)) if data.on else "",
        ),
        Table(
            columns=(
                Column("no", say("no", language), 10, Align.CENTRE, holds=Holds.NUMBER),
                Column("code", say("code", language), 28),
                Column("title", say("document_title", language), 66),
                Column("revision", say("revision", language), 16, Align.CENTRE, holds=Holds.NUMBER),
                Column("effective_on", say("effective_on", language), 28, Align.CENTRE, holds=Holds.DAY),
                Column("signed", say("signed_of_total", language), 27, Align.CENTRE),
            ),
            rows=parts.numbered(rows),
            head_height=12,
        ),
    ]
    missing = [row for row in data.rows if row.missing or row.refused]
    if missing:
        blocks.append(Heading(say("missing_people", language)))
    for row in missing:
        blocks.append(Lead(f"{row.code} ({row.total - row.signed})", size=11))  # never the last line of a page
        refused = (f"{each} ({say('refused_to_sign', language)})" for each in row.refused)
        blocks.append(Paragraph("; ".join((*row.missing, *refused)), sizes=(11,), after=2.5))
    return (*blocks, *parts.signed(data.signed_by, options))


def name(data: CoverageData, options: PrintOptions) -> str:
    return say("coverage", options.language) + (f" – {day(data.on)}" if data.on else "")


def sample() -> CoverageData:
    return CoverageData(
        (
            CoverageRow("ЖН-ALT-02", "Эдвайзер‑куратор туралы ереже", 1, date(2025, 1, 15), 58, 60),
            CoverageRow(
                "ЖН-ALT-40",
                "Ішкі тәртіп ережелері",
                2,
                date(2026, 9, 1),
                44,
                47,
                ("Мұхамеджан Әсем", "Қуаныш Гүлнәр Һасанқызы"),
                ("Тәуекел Заңғар Ермекұлы",),
            ),
            CoverageRow("ҚР-ALT-04", "Интеграцияланған менеджмент жүйесін басшылық тарапынан талдау", 3, None, 0, 12),
        ),
        date(2026, 11, 22),
        UNIVERSITY,
        ((SPECIALIST, "Ә.\u00a0Мұхамеджан"),),
    )


FORM = Form(
    code="coverage",
    version=1,
    title="coverage",
    data=CoverageData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
)
