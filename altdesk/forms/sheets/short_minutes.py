"""ҚЫСҚАША ХАТТАМА: the minutes without what was said, for whoever needs the votes and the decisions."""

from __future__ import annotations

from collections.abc import Iterator

from altdesk.forms.blocks import Block, Heading, Lead
from altdesk.forms.form import Form, Output, PrintOptions
from altdesk.forms.sheets import minutes
from altdesk.forms.sheets.meeting import NO_NUMBER, Item, Meeting
from altdesk.forms.words import called, day, say, value_language


def body(data: Meeting, options: PrintOptions) -> tuple[Block, ...]:
    items = tuple(block for item in data.items for block in _item(item, data, options))
    return minutes.framed(data, "short_minutes", items, options)


def _item(item: Item, data: Meeting, options: PrintOptions) -> Iterator[Block]:
    """Who was heard, how it was voted, what was resolved."""
    yield Heading(item.title, mark=f"{item.number}.")
    if item.speaker and not item.put_off:
        yield Lead(f"{say('heard', options.language)}:", item.speaker)
    yield from minutes.outcome(item, data, options)


def name(data: Meeting, options: PrintOptions) -> str:
    title = say("short_minutes_no", options.language, number=data.number or NO_NUMBER)
    return f"{title} – {called(data.body, value_language(options.language))}, {day(data.on)}"


FORM = Form(
    code="short_minutes",
    version=1,
    title="short_minutes",
    data=Meeting,
    body=body,
    name=name,
    sample=minutes.sample,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
    workbook=minutes.decided,
)
