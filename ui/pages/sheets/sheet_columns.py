"""The columns of the list of sheets, and what it sorts by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from altdesk.desk import Changed
from altdesk.domain.acquaintance import SheetLine, SheetState
from altdesk.domain.dates import short_day
from altdesk.domain.marking import N_
from ui.columns import Align, Column
from ui.pages.sheets.states import SHEET_STATES
from ui.words import Words


def sheet_columns(words: Words, expect_back: Callable[[int, str], Changed]) -> tuple[Column, ...]:
    """Which sheet, how it stands and its days; `expect_back` puts another day typed in its cell."""

    def of(line: SheetLine) -> str:
        return words.say(N_("%(signed)d of %(total)d"), signed=line.signed, total=line.total)

    def state(line: SheetLine) -> SheetState:
        return line.state_on(date.today())

    return (
        Column("number", N_("No."), 64, lambda s: str(s.number), sort="number"),
        Column("document", N_("Document"), 120, lambda s: s.document, sort="document"),
        Column("state", N_("State"), 156, state=lambda s: SHEET_STATES[state(s)], sort="state"),
        Column("signed", N_("Signed"), 100, of, Align.RIGHT, sort="signed"),
        Column("revision", N_("Revision"), 84, lambda s: str(s.revision), Align.RIGHT),
        Column("made", N_("Made"), 100, lambda s: day(s.made_on), Align.RIGHT, sort="made"),
        Column("printed", N_("Printed"), 100, lambda s: day(s.printed_on), Align.RIGHT, sort="printed"),
        Column("expected", N_("Expected back"), 124, lambda s: day(s.expected_on), Align.RIGHT, sort="expected",
               edit=expect_back),
        Column("back", N_("Came back"), 110, lambda s: day(s.back_on), Align.RIGHT, sort="back"),
        Column("title", N_("Title"), 240, lambda s: s.title, sort="title", shown=False),
    )  # fmt: skip


def sheet_orders(today: date) -> dict[str, Callable[[SheetLine], object]]:
    """What each column sorts by; sheets without a day stand last."""
    far = date.max
    return {
        "number": lambda s: s.number,
        "document": lambda s: (s.document, s.revision, s.number),
        "state": lambda s: list(SheetState).index(s.state_on(today)),
        "signed": lambda s: s.signed / max(1, s.total),
        "made": lambda s: s.made_on,
        "printed": lambda s: s.printed_on or far,
        "expected": lambda s: s.expected_on or far,
        "back": lambda s: s.back_on or far,
        "title": lambda s: s.title,
    }


def day(value: date | None) -> str:
    return short_day(value) if value else ""
