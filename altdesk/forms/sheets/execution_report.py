"""The report on carrying out plans in a period (§5.6 No. 5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from altdesk.domain.academic_year import Period
from altdesk.domain.report import Section
from altdesk.forms import parts
from altdesk.forms.blocks import Block, Heading, Paragraph
from altdesk.forms.form import Form, PrintOptions
from altdesk.forms.sheets.report_sample import sample as sample_of_year
from altdesk.forms.sheets.report_sections import (
    ReportData,
    execution,
    judged,
    key_table,
    months_chart,
    summary_text,
)
from altdesk.forms.sheets.yearly_report import approved, heard
from altdesk.forms.words import PaperLanguage, day, say
from altdesk.forms.words.report import SECTION_WORDS


def body(data: ReportData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    under = days(data)
    if data.plan:
        under += f"\n{say('report_plan_head', language)}: {data.plan}"
    return (
        parts.footer("execution_report", data.on, options),
        *parts.draft(data.draft, options),
        approved(data, options),
        *parts.opening(options, data.organisation, say("execution_report", language), under),
        *summary_text(data, language),
        key_table(data, language, ("rows", "rows_held", "held", "people")),
        *execution(data, language),
        months_chart(data, language),
        *parts.ended(
            judged(data, language) or _nothing_written(language),
            *heard(data, options),
            *parts.signed(data.signed_by, options),
        ),
    )


def _nothing_written(language: PaperLanguage) -> tuple[Block, ...]:
    """The heading of what is judged, and that nobody has written it."""
    return (
        Heading(say(SECTION_WORDS[Section.CONCLUSIONS], language), 2, keep=2),
        Paragraph(say("report_no_records", language)),
    )


def days(data: ReportData) -> str:
    """«01.09.2025 – 31.12.2025»."""
    return f"{day(data.facts.period.first)} – {day(data.facts.period.last)}"


def name(data: ReportData, options: PrintOptions) -> str:
    return f"{say('execution_report', options.language)} – {days(data)}"


def sample() -> ReportData:
    whole = sample_of_year()
    half = Period(date(2025, 9, 1), date(2025, 12, 31), "01.09.2025 – 31.12.2025")
    facts = replace(
        whole.facts,
        period=half,
        events=tuple(each for each in whole.facts.events if each.starts_on in half),
        rows=tuple(each for each in whole.facts.rows if each.first_on in half),
    )
    return replace(whole, facts=facts, before=None, plan=whole.facts.rows[0].plan)


FORM = Form(
    code="execution-report",
    version=1,
    title="execution_report",
    data=ReportData,
    body=body,
    name=name,
    sample=sample,
)
