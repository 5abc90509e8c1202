"""The register of controlled documents, as an auditor expects it: one line per document, its state on the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.documents import DocumentKind, DocumentLine, RevisionState
from altdesk.domain.organisation import Signatory
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Holds, Paragraph, Table
from altdesk.forms.form import LANDSCAPE, Form, Output, PrintOptions
from altdesk.forms.sheets.sample_names import SPECIALIST, UNIVERSITY
from altdesk.forms.words import KIND_WORDS, STATE_WORDS, day, say, value_language


@dataclass(frozen=True)
class DocumentRow:
    code: str
    title: str
    kind: DocumentKind
    owner: str = ""
    revision: int | None = None
    effective_on: date | None = None
    state: RevisionState | None = None


@dataclass(frozen=True)
class DocumentsData:
    rows: tuple[DocumentRow, ...]
    on: date | None = None
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name


def rows_of(lines: tuple[DocumentLine, ...]) -> tuple[DocumentRow, ...]:
    """The rows of documents as listed."""
    return tuple(
        DocumentRow(line.code, line.title, line.kind, line.owner, line.revision, line.effective_on, line.state)
        for line in lines
    )


def body(data: DocumentsData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    rows = tuple(
        (
            row.code,
            row.title,
            say(KIND_WORDS[row.kind], value_language(language)),
            row.owner,
            "" if row.revision is None else str(row.revision),
            day(row.effective_on),
            say(STATE_WORDS[row.state], value_language(language)) if row.state else "",
        )
        for row in data.rows
    )
    return (
        parts.footer("documents", data.on, options),
        *parts.opening(
            options,
            data.organisation,
            say("documents", language),
            say("as_of", language, day=day(data.on)) if data.on else "",
        ),
        Table(
            columns=(
                Column("no", say("no", language), 10, Align.CENTRE, holds=Holds.NUMBER),
                Column("code", say("code", language), 30),
                Column("title", say("document_title", language), 85),
                Column("kind", say("kind", language), 38),
                Column("owner", say("owner", language), 38),
                Column("revision", say("revision", language), 16, Align.CENTRE, holds=Holds.NUMBER),
                Column("effective_on", say("effective_on", language), 27, Align.CENTRE, holds=Holds.DAY),
                Column("state", say("state", language), 23, Align.CENTRE),
            ),
            rows=parts.numbered(rows),
            head_height=12,
        ),
        Paragraph(say("total", language, count=len(data.rows)), sizes=(11,)),
        *parts.signed(data.signed_by, options),
    )


def name(data: DocumentsData, options: PrintOptions) -> str:
    return say("documents", options.language) + (f" – {day(data.on)}" if data.on else "")


def sample() -> DocumentsData:
    norm, rule, order = DocumentKind.WORK_INSTRUCTION, DocumentKind.PROCEDURE, DocumentKind.REGULATION
    force = RevisionState.IN_FORCE
    return DocumentsData(
        (
            DocumentRow("ҚР-ALT-01", "Құжатталған ақпаратты басқару", rule, "АССД", 3, date(2026, 9, 1), force),
            DocumentRow("ҚР-ALT-02", "Ішкі аудит", rule, "АССД", 2, date(2024, 3, 1), force),
            DocumentRow(
                "ЖН-ALT-42",
                "«ALT Университеті» АҚ күндізгі оқу бөлімі студенттеріне әлеуметтік қолдау көрсету жөніндегі ереже",
                order,
                "Тәрбие және әлеуметтік жұмыс департаменті",
                1,
                date(2025, 1, 15),
                force,
            ),
            DocumentRow(
                "ЖН-ALT-11",
                "Академиялық адалдықты қамтамасыз ету жөніндегі нұсқаулық",
                norm,
                "",
                1,
                None,
                RevisionState.DRAFT,
            ),
            DocumentRow(
                "ЖН-ALT-19",
                "Антикоррупциялық саясат",
                DocumentKind.POLICY,
                "",
                1,
                date(2020, 1, 1),
                RevisionState.WITHDRAWN,
            ),
        ),
        date(2026, 11, 22),
        UNIVERSITY,
        ((SPECIALIST, "Ә.\u00a0Мұхамеджан"),),
    )


FORM = Form(
    code="documents",
    version=1,
    title="documents",
    data=DocumentsData,
    body=body,
    name=name,
    sample=sample,
    page=LANDSCAPE,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
)
