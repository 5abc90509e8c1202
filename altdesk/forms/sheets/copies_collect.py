"""The list of copies to collect: one goes round with it, and who gives a copy back signs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.copies import CopyKind
from altdesk.domain.organisation import Signatory
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Holds, Paragraph, Table
from altdesk.forms.form import LANDSCAPE, Form, Option, Output, PrintOptions
from altdesk.forms.sheets.copies import CopyRow
from altdesk.forms.sheets.sample_names import SPECIALIST, UNIVERSITY
from altdesk.forms.words import COPY_KIND_WORDS, day, say, value_language


@dataclass(frozen=True)
class CollectData:
    """Copies still out whose revision is withdrawn; `code` names the one document, empty for all."""

    rows: tuple[CopyRow, ...]
    code: str = ""
    on: date | None = None
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name


def body(data: CollectData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    under = "\n".join(filter(None, (data.code, say("as_of", language, day=day(data.on)) if data.on else "")))
    returned = say("copy_returned", language)
    rows = tuple(_row(row, options) for row in data.rows) + (("",) * 10,) * options.blank_rows
    return (
        parts.footer("copies_collect", data.on, options),
        *parts.opening(options, data.organisation, say("copies_collect", language), under),
        Table(
            columns=(
                Column("no", say("no", language), 9, Align.CENTRE, holds=Holds.NUMBER),
                Column("document", say("code", language), 30),
                Column("revision", say("copy_revision", language), 16, Align.CENTRE, holds=Holds.NUMBER),
                Column("number", say("copy_no", language), 16, Align.CENTRE, holds=Holds.NUMBER),
                Column("kind", say("copy_kind", language), 26, Align.CENTRE),
                Column("holder", say("copy_holder", language), 47),
                Column("post", say("post", language), 27),
                Column("unit", say("unit", language), 27),
                Column("given_on", say("copy_given_on", language), 22, Align.CENTRE, holds=Holds.DAY),
                Column("returned_on", say("date", language), 22, write=True, group=returned),
                Column("returned", say("signature", language), 25, write=True, group=returned),
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
    which = (row.document, str(row.revision), str(row.number), kind)
    return (*which, row.holder, row.post, row.unit, day(row.given_on), "", "")


def name(data: CollectData, options: PrintOptions) -> str:
    which = data.code or day(data.on)
    return say("copies_collect", options.language) + (f" – {which}" if which else "")


def sample() -> CollectData:
    paper, given = CopyKind.PAPER, date(2025, 1, 20)
    return CollectData(
        (
            CopyRow(
                3,
                1,
                paper,
                "Касым-Жомартов Ян-Іңкәр Ерлан ұлы",
                "Эдвайзер-куратор",
                "Көлік инженериясы институты",
                given,
                document="ЖН-ALT-02",
            ),
            CopyRow(7, 1, paper, "Мұхамеджан Әсем", "Бас маман", "ТжӘЖД", given, document="ЖН-ALT-40"),
            CopyRow(9, 1, CopyKind.ELECTRONIC, unit="Студенттер үйі", given_on=given, document="ЖН-ALT-40"),
        ),
        on=date(2026, 11, 22),
        organisation=UNIVERSITY,
        signed_by=((SPECIALIST, "Ә.\u00a0Мұхамеджан"),),
    )


FORM = Form(
    code="copies_collect",
    version=1,
    title="copies_collect",
    data=CollectData,
    body=body,
    name=name,
    sample=sample,
    page=LANDSCAPE,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
    options=frozenset({Option.PAGES, Option.BLANK_ROWS}),
)
