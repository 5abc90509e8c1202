"""The debts sheet of a person: every document still owed, one person signing down the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.acquaintance import Debtor
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Fields, Holds, Table
from altdesk.forms.form import Form, Option, Output, PrintOptions
from altdesk.forms.sheets.sample_names import UNIVERSITY
from altdesk.forms.words import day, say


@dataclass(frozen=True)
class OwedDocument:
    code: str
    title: str
    revision: int
    effective_on: date | None = None


@dataclass(frozen=True)
class DebtsData:
    full_name: str
    post: str
    unit: str
    documents: tuple[OwedDocument, ...]
    organisation: Name = ""
    on: date | None = None


def of_debtor(debtor: Debtor, organisation: Name = "", on: date | None = None) -> DebtsData:
    """The paper of one person's debts."""
    owed = tuple(OwedDocument(one.code, one.title, one.revision, one.effective_on) for one in debtor.documents)
    return DebtsData(debtor.full_name, debtor.post, debtor.unit, owed, organisation, on)


def body(data: DebtsData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    about = [(say("name_short", language), data.full_name)]
    about += [(say("post", language), data.post)] if data.post else []
    about += [(say("unit", language), data.unit)] if data.unit else []
    rows = tuple((one.code, one.title, str(one.revision), day(one.effective_on), "", "") for one in data.documents)
    rows += (("", "", "", "", "", ""),) * options.blank_rows
    return (
        parts.footer("debts", data.on, options),
        *parts.opening(options, data.organisation, say("debts", language)),
        Fields(tuple(about), size=11, after=3),
        Table(
            columns=(
                Column("no", say("no", language), 9, Align.CENTRE, holds=Holds.NUMBER),
                Column("code", say("code", language), 25),
                Column("title", say("document_title", language), 48),
                Column("revision", say("revision", language), 14, Align.CENTRE, holds=Holds.NUMBER),
                Column("effective_on", say("effective_on", language), 23, Align.CENTRE, holds=Holds.DAY),
                Column("signature", say("signature", language), 34, write=True),
                Column("date", say("date", language), 22, write=True),
            ),
            rows=parts.numbered(rows),
            row_height=9.6,
            head_height=11,
        ),
    )


def name(data: DebtsData, options: PrintOptions) -> str:
    return f"{say('debts', options.language)} – {data.full_name}"


def sample() -> DebtsData:
    return DebtsData(
        "Мұхамеджан Әсем",
        "Бас маман",
        "Тәрбие және әлеуметтік жұмыс департаменті",
        (
            OwedDocument("ҚР-ALT-01", "Құжатталған ақпаратты басқару", 3, date(2026, 9, 1)),
            OwedDocument("ЖН-ALT-40", "Ішкі тәртіп ережелері", 2, date(2026, 9, 1)),
            OwedDocument(
                "ЖН-ALT-42",
                "«ALT Университеті» АҚ күндізгі оқу бөлімі студенттеріне әлеуметтік қолдау көрсету жөніндегі ереже",
                1,
                date(2025, 1, 15),
            ),
        ),
        UNIVERSITY,
        date(2026, 11, 22),
    )


FORM = Form(
    code="debts",
    version=1,
    title="debts",
    data=DebtsData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
    options=frozenset({Option.PAGES, Option.BLANK_ROWS}),
)
