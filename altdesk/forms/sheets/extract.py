"""ХАТТАМАДАН ҮЗІНДІ: one decision of a meeting, with a signature block of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from altdesk.domain.organisation import Signatory
from altdesk.forms import parts
from altdesk.forms.blocks import Block, Face, Fields, Heading, Keep, Lead, Paragraph, Table
from altdesk.forms.form import Form, Output, PrintOptions
from altdesk.forms.sheets import minutes
from altdesk.forms.sheets.meeting import NO_NUMBER, Item, Meeting
from altdesk.forms.sheets.sample_names import YOUTH_SPECIALIST
from altdesk.forms.words import called, day, long_day, say, value_language


@dataclass(frozen=True)
class ExtractData:
    """The meeting, the item with nothing but the decision asked for, who says that the extract is true and when."""

    minutes: Meeting
    item: Item
    certified_by: Signatory = ("", "")  # post, name
    on: date | None = None


def of_point(data: Meeting, number: str, certified_by: Signatory, on: date | None = None) -> ExtractData:
    """The extract of one decision. Raises KeyError for a number no decision of the meeting has."""
    for item in data.items:
        for decision in item.decisions:
            if decision.number == number:
                return ExtractData(data, replace(item, decisions=(decision,)), certified_by, on)
    raise KeyError(number)


def body(data: ExtractData, options: PrintOptions) -> tuple[Block, ...]:
    language, meeting = options.language, data.minutes
    title = say("extract_no", language, number=meeting.number or NO_NUMBER)
    there = minutes.counted_present(meeting, value_language(language))
    return (
        minutes.footer("extract", meeting, options),
        *parts.draft(meeting.draft, options),
        *minutes.heads(meeting, title, options),
        *minutes.opened(meeting, [(say("present", language), there)], options),
        Heading(data.item.title, mark=f"{data.item.number}."),
        *_decided(data, options),
    )


def _decided(data: ExtractData, options: PrintOptions) -> Iterator[Block]:
    """What was heard, voted and resolved, and under it the extract's own signature."""
    *before, last = (*minutes.heard(data.item, options), *minutes.outcome(data.item, data.minutes, options))
    yield from before
    yield Keep((last, *_signed(data, options)))


def _signed(data: ExtractData, options: PrintOptions) -> Iterator[Block]:
    language, meeting = options.language, data.minutes
    officers = ((say("chair", language), meeting.chair), (say("secretary", language), meeting.secretary))
    yield Lead(f"{say('signed_by', language)}:")
    yield Fields(
        tuple((word, officer.signature or officer.full_name) for word, officer in officers),
        size=12,
        after=4,
        faces=(Face.REGULAR, Face.REGULAR),
    )
    yield Lead(say("extract_is_true", language))
    yield parts.signatures((data.certified_by,), options)
    on = say(long_day(data.on), value_language(language)) if data.on else say("approval_day", value_language(language))
    yield Paragraph(on)


def decided(data: ExtractData, options: PrintOptions) -> Table:
    return minutes.decided(replace(data.minutes, items=(data.item,)), options)


def name(data: ExtractData, options: PrintOptions) -> str:
    title = say("extract_no", options.language, number=data.minutes.number or NO_NUMBER)
    point = "".join(f", {each.number}" for each in data.item.decisions)
    body = called(data.minutes.body, value_language(options.language))
    return f"{title}{point} – {body}, {day(data.minutes.on)}"


def sample() -> ExtractData:
    return of_point(minutes.sample(), "1.2", (YOUTH_SPECIALIST, "А.Ү.\u00a0Мысалова"), date(2026, 11, 24))


FORM = Form(
    code="extract",
    version=1,
    title="extract",
    data=ExtractData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
    workbook=decided,
)
