"""Assessments of circles, clubs, sections and initiatives (§6), one line each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.club_assessments import ClubAssessment, totals
from altdesk.domain.organisation import Signatory
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Holds, Table
from altdesk.forms.form import LANDSCAPE, Form, Output, PrintOptions
from altdesk.forms.sheets.club_assessment import kind_said, sample_assessments
from altdesk.forms.sheets.sample_names import UNIVERSITY, YOUTH_SPECIALIST
from altdesk.forms.sheets.sponsors import year_line
from altdesk.forms.words import PaperLanguage, called, day, say, value_language


@dataclass(frozen=True)
class ClubAssessmentsData:
    """The assessments of a list in its order; `year` is the academic year, empty for all of them."""

    rows: tuple[ClubAssessment, ...]
    year: str = ""
    on: date | None = None
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name


def body(data: ClubAssessmentsData, options: PrintOptions) -> tuple[Block, ...]:
    language, values = options.language, value_language(options.language)
    rows = tuple(
        (
            called(row.in_both, values),
            kind_said(row.kind, values),
            day(row.assessed_on),
            "–" if row.members is None else str(row.members),
            f"{row.points}\u00a0/\u00a0{row.most}",
            str(row.percent),
            row.conclusion,
        )
        for row in data.rows
    )
    table = Table(
        columns=(
            Column("no", say("no", language), 9, Align.CENTRE, holds=Holds.NUMBER),
            Column("body", say("assessed_name", language), 60),
            Column("kind", say("kind", language), 30, sizes=(10,)),
            Column("assessed_on", say("assessed_on", language), 25, Align.CENTRE, sizes=(10,), holds=Holds.DAY),
            Column("members", say("assessed_members", language), 22, Align.CENTRE, holds=Holds.NUMBER),
            Column("points", say("assessed_points", language), 26, Align.CENTRE),
            Column("percent", "%", 14, Align.CENTRE, holds=Holds.NUMBER),
            Column("conclusion", say("assessed_conclusion", language), 81, breaks=True),
        ),
        rows=parts.numbered(rows),
        head_height=10,
        air=1.0,
    )
    return (
        parts.footer("club_assessments", data.on, options, say("assessments_short", values)),
        *parts.opening(options, data.organisation, say("club_assessments", language), year_line(data.year, values)),
        parts.closed(table, _total(data.rows, values), data.signed_by, options),
    )


def _total(rows: tuple[ClubAssessment, ...], language: PaperLanguage) -> str:
    of = totals(rows)
    return say("assessed_total", language, bodies=of.bodies, percent=of.percent)


def name(data: ClubAssessmentsData, options: PrintOptions) -> str:
    return say("assessments_short", options.language) + (f" – {data.year}" if data.year else "")


def sample() -> ClubAssessmentsData:
    return ClubAssessmentsData(
        sample_assessments(),
        "2026-2027",
        date(2026, 11, 22),
        UNIVERSITY,
        ((YOUTH_SPECIALIST, "А.Ү.\u00a0Мысалова"),),
    )


FORM = Form(
    code="club_assessments",
    version=1,
    title="assessments_short",
    data=ClubAssessmentsData,
    body=body,
    name=name,
    sample=sample,
    page=LANDSCAPE,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
)
