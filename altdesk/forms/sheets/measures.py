"""Measures that better the conditions of study and life (§6), by institute, with what each institute spent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from altdesk.domain.measures import Conditions, Measure, by_unit, totals
from altdesk.domain.money import money
from altdesk.domain.organisation import Signatory
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Heading, Holds, Table
from altdesk.forms.form import LANDSCAPE, Form, Output, PrintOptions
from altdesk.forms.sheets.sample_names import UNIVERSITY, YOUTH_SPECIALIST
from altdesk.forms.sheets.sponsors import year_line
from altdesk.forms.words import PaperLanguage, day, say, value_language
from altdesk.forms.words.year_records import CONDITIONS_WORDS


@dataclass(frozen=True)
class MeasuresData:
    """The measures of a list in the order of their institutes; `year` is the academic year, empty for all of them."""

    rows: tuple[Measure, ...]
    year: str = ""
    on: date | None = None
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name


def body(data: MeasuresData, options: PrintOptions) -> tuple[Block, ...]:
    language, values = options.language, value_language(options.language)
    grouped = by_unit(data.rows)
    return (
        parts.footer("measures_list", data.on, options, say("measures_short", values)),
        *parts.opening(options, data.organisation, say("measures_list", language), year_line(data.year, values)),
        _list(data.rows, language),
        *((Heading(say("measure_by_unit", language), keep=6),) if grouped else ()),
        parts.closed(_summary(data.rows, language), _total(data.rows, values), data.signed_by, options),
    )


def _list(rows: tuple[Measure, ...], language: PaperLanguage) -> Table:
    values = value_language(language)
    return Table(
        columns=(
            Column("no", say("no", language), 9, Align.CENTRE, holds=Holds.NUMBER),
            Column("unit", say("institute", language), 46),
            Column("conditions", say("measure_conditions", language), 22, sizes=(10,)),
            Column("title", say("measure_title", language), 66),
            Column("taken_on", say("measure_day", language), 22, Align.CENTRE, sizes=(10,), holds=Holds.DAY),
            Column("cost", say("measure_cost", language), 32, Align.RIGHT, holds=Holds.MONEY),
            Column("responsible", say("responsible", language), 30, sizes=(10,)),
            Column("result", say("measure_result", language), 40, sizes=(10,), breaks=True),
        ),
        rows=parts.numbered(
            tuple(
                (
                    called(row.unit, values),
                    say(CONDITIONS_WORDS[row.conditions], values),
                    row.title,
                    day(row.taken_on),
                    "–" if row.cost is None else money(row.cost),
                    row.responsible,
                    row.result,
                )
                for row in rows
            )
        ),
        head_height=10,
        air=1.0,
    )


def _summary(rows: tuple[Measure, ...], language: PaperLanguage) -> Table:
    """How many measures each institute took, for which conditions, at what cost."""
    values = value_language(language)
    return Table(
        columns=(
            Column("no", say("no", language), 9, Align.CENTRE, holds=Holds.NUMBER),
            Column("unit", say("institute", language), 110),
            Column("count", say("measure_count", language), 28, Align.CENTRE, holds=Holds.NUMBER),
            Column("study", say(CONDITIONS_WORDS[Conditions.STUDY], language), 32, Align.CENTRE, holds=Holds.NUMBER),
            Column("living", say(CONDITIONS_WORDS[Conditions.LIVING], language), 32, Align.CENTRE, holds=Holds.NUMBER),
            Column("cost", say("measure_cost", language), 56, Align.RIGHT, holds=Holds.MONEY),
        ),
        rows=parts.numbered(
            tuple(
                (
                    called(group.unit, values),
                    str(len(group.measures)),
                    str(len(group.of(Conditions.STUDY))),
                    str(len(group.of(Conditions.LIVING))),
                    money(group.cost) if any(row.cost is not None for row in group.measures) else "–",
                )
                for group in by_unit(rows)
            )
        ),
    )


def called(unit: str, language: PaperLanguage) -> str:
    return unit or say("measure_university", language)


def _total(rows: tuple[Measure, ...], language: PaperLanguage) -> str:
    of = totals(rows)
    return say("measure_total", language, count=of.count, study=of.study, living=of.living, cost=money(of.cost))


def name(data: MeasuresData, options: PrintOptions) -> str:
    return say("measures_short", options.language) + (f" – {data.year}" if data.year else "")


def sample() -> MeasuresData:
    transport, logistics = "Көлік институты (үлгі)", "Логистика институты (үлгі)"
    rows = (
        Measure(
            "Кампуста Wi-Fi нүктелерін жаңарту", "", Conditions.STUDY, date(2026, 9, 20), Decimal("2400000.00"),
            "АТ қызметі", "18 нүкте орнатылды", id=1,
        ),
        Measure(
            "№ 214 зертхананы жаңа орындықтармен жабдықтау", transport, Conditions.STUDY, date(2026, 10, 5),
            Decimal("680000.00"), "Институт директоры", "24 орын", id=2,
        ),
        Measure(
            "Студенттер үйінің асүйін жөндеу", transport, Conditions.LIVING, date(2026, 10, 28),
            Decimal("1150000.75"), "Шаруашылық бөлімі", "2 қабатта жөнделді", id=3,
        ),
        Measure(
            "Өздік жұмысқа арналған бөлме ашу", logistics, Conditions.STUDY, date(2026, 11, 2), None,
            "Институт директоры", "", id=4,
        ),
    )  # fmt: skip
    return MeasuresData(
        rows,
        "2026-2027",
        date(2026, 11, 22),
        UNIVERSITY,
        ((YOUTH_SPECIALIST, "А.Ү.\u00a0Мысалова"),),
    )


FORM = Form(
    code="measures",
    version=1,
    title="measures_short",
    data=MeasuresData,
    body=body,
    name=name,
    sample=sample,
    page=LANDSCAPE,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
)
