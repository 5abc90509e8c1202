"""The debts sheets of everybody who owes, one after the other, each beginning a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.forms.blocks import Block, NewPage
from altdesk.forms.form import Form, Option, Output, PrintOptions
from altdesk.forms.sheets import debts
from altdesk.forms.sheets.debts import DebtsData
from altdesk.forms.words import day, say


@dataclass(frozen=True)
class AllDebtsData:
    people: tuple[DebtsData, ...]
    on: date | None = None


def body(data: AllDebtsData, options: PrintOptions) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for person in data.people:
        footer, *rest = debts.body(person, options)
        blocks += [NewPage(), *rest] if blocks else [footer, *rest]
    return tuple(blocks)


def name(data: AllDebtsData, options: PrintOptions) -> str:
    return say("all_debts", options.language) + (f" – {day(data.on)}" if data.on else "")


def sample() -> AllDebtsData:
    one = debts.sample()
    return AllDebtsData((one, one), one.on)


FORM = Form(
    code="all_debts",
    version=1,
    title="all_debts",
    data=AllDebtsData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX),
    options=frozenset({Option.PAGES, Option.BLANK_ROWS}),
)
