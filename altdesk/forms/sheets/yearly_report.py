"""The yearly report on upbringing and social work (§6): sections in its order, approved by the Rector, with slides."""

from __future__ import annotations

from altdesk.domain.report import SECTIONS, ReportKind
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Approval, Block, Contents, Face, NewPage, Paragraph
from altdesk.forms.form import Form, Output, PrintOptions
from altdesk.forms.sheets.report_sample import sample
from altdesk.forms.sheets.report_sections import ReportData, section
from altdesk.forms.sheets.report_slides import slides
from altdesk.forms.words import day, say, stacked, value_language


def body(data: ReportData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    sections = SECTIONS[ReportKind.YEARLY]
    return (
        parts.footer("yearly_report", data.on, options),
        *parts.draft(data.draft, options),
        approved(data, options),
        *parts.opening(options, data.organisation, say("yearly_report", language), period(data, options)),
        *((Paragraph(data.title, Face.BOLD, align=Align.CENTRE),) if data.title else ()),
        Contents(say("report_contents", language), depth=1),
        NewPage(),
        *parts.ended(
            tuple(block for number, which in enumerate(sections) for block in section(data, which, number, options)),
            *heard(data, options),
            *parts.signed(data.signed_by, options),
        ),
    )


def approved(data: ReportData, options: PrintOptions) -> Approval:
    """The corner of the Rector (§6), with the day once it is there."""
    language = options.language
    post, name = data.approved_by
    dated = day(data.approved_on) or say("approval_day", value_language(language))
    return Approval((say("approve", language), stacked(post, language), f"_______________ {name}".rstrip(), dated))


def period(data: ReportData, options: PrintOptions) -> str:
    """«2025-2026 оқу жылы»."""
    return say("report_year", options.language, years=data.facts.period.name)


def heard(data: ReportData, options: PrintOptions) -> tuple[Block, ...]:
    """When the Academic Council heard it (§6)."""
    if data.heard_on is None:
        return ()
    return (Paragraph(say("report_heard", value_language(options.language), day=day(data.heard_on))),)


def name(data: ReportData, options: PrintOptions) -> str:
    return f"{say('yearly_report', options.language)} – {data.facts.period.name}"


FORM = Form(
    code="yearly-report",
    version=1,
    title="yearly_report",
    data=ReportData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX, Output.PPTX),
    slides=slides,
)
