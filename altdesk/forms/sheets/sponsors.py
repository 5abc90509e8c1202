"""The sponsors' list (§6): who gave what, for which event, by which document, with the exact total."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from altdesk.domain.money import money
from altdesk.domain.organisation import Signatory
from altdesk.domain.sponsors import Donation, totals
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Holds, Table
from altdesk.forms.form import Form, Option, Output, PrintOptions
from altdesk.forms.sheets.sample_names import UNIVERSITY, YOUTH_SPECIALIST
from altdesk.forms.words import PaperLanguage, day, say, value_language


@dataclass(frozen=True)
class SponsorsData:
    """The donations of a list in its order; `year` is the academic year, empty for all of them."""

    rows: tuple[Donation, ...]
    year: str = ""
    on: date | None = None
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name


def body(data: SponsorsData, options: PrintOptions) -> tuple[Block, ...]:
    language, values = options.language, value_language(options.language)
    rows = tuple(
        (row.sponsor, given(row, values), row.event, documented(row, values), day(row.received_on)) for row in data.rows
    )
    rows += (("",) * 5,) * options.blank_rows
    table = Table(
        columns=(
            Column("no", say("no", language), 9, Align.CENTRE, holds=Holds.NUMBER),
            Column("sponsor", say("fund_sponsor", language), 42),
            Column("sum", say("fund_sum", language), 34, Align.RIGHT, holds=Holds.MONEY, breaks=True),
            Column("event", say("fund_event", language), 40),
            Column("document", say("fund_document", language), 29, breaks=True),
            Column("received_on", say("date", language), 21, Align.CENTRE, sizes=(10,), holds=Holds.DAY),
        ),
        rows=parts.numbered(rows),
        head_height=10,
        air=1.0,
    )
    return (
        parts.footer("sponsors", data.on, options),
        *parts.opening(options, data.organisation, say("sponsors", language), year_line(data.year, values)),
        parts.closed(table, said_total(data.rows, values), data.signed_by, options),
    )


def given(row: Donation, language: PaperLanguage) -> str:
    """The sum, and under it the help in kind where there was any."""
    kind = say("fund_in_kind", language, what=row.in_kind) if row.in_kind else ""
    return "\n".join(part for part in (money(row.amount) if row.amount else "", kind) if part)


def documented(row: Donation, language: PaperLanguage) -> str:
    if row.document_on is None:
        return row.document
    return say("fund_document_of", language, document=row.document, day=day(row.document_on))


def said_total(rows: tuple[Donation, ...], language: PaperLanguage) -> str:
    of = totals(rows)
    return say(
        "fund_total", language, amount=money(of.amount), sponsors=of.sponsors, count=of.count, in_kind=of.in_kind
    )


def year_line(year: str, language: PaperLanguage) -> str:
    """«2025-2026 оқу жылы»; nothing for a list of all years."""
    return say("records_year", language, year=year) if year else ""


def name(data: SponsorsData, options: PrintOptions) -> str:
    return say("sponsors", options.language) + (f" – {data.year}" if data.year else "")


def sample() -> SponsorsData:
    rows = (
        Donation(
            "«Үлгі Логистик» ЖШС", Decimal("500000.00"), "", date(2026, 10, 2), 1, "Шарт № 12-Д", date(2026, 9, 28),
            "", 1, 1, "«Алтын күз» студенттер фестивалі", date(2026, 10, 9),
        ),
        Donation(
            "«Мысал Банк» АҚ", Decimal("750000.50"), "", date(2026, 10, 19), 2, "Хат № 4/118", date(2026, 10, 15), "",
            2, 2, "Пікірсайыс турнирі", date(2026, 11, 6),
        ),
        Donation(
            "«Қалам және дәптер» дүкені", None, "40 жинақ кеңсе тауары", date(2026, 11, 3), 2,
            "Тапсыру актісі № 7", date(2026, 11, 3), "", 3, 3, "Пікірсайыс турнирі", date(2026, 11, 6),
        ),
        Donation(
            "«Үлгі Логистик» ЖШС", Decimal("120000.00"), "2 автобус, бір күнге", date(2026, 11, 12), None, "", None,
            "", 4, 1,
        ),
    )  # fmt: skip
    return SponsorsData(
        rows,
        "2026-2027",
        date(2026, 11, 22),
        UNIVERSITY,
        ((YOUTH_SPECIALIST, "А.Ү.\u00a0Мысалова"),),
    )


FORM = Form(
    code="sponsors",
    version=1,
    title="sponsors",
    data=SponsorsData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
    options=frozenset({Option.PAGES, Option.BLANK_ROWS}),
)
