"""Commands about minutes of meetings."""

from __future__ import annotations

from argparse import Namespace

from altdesk.commands.grammar.command import BLANK_ROWS, Option, number, printed, switch
from altdesk.domain.marking import N_

BODY = Option("--body", N_("the body's name or short name"), N_("NAME"))
ONE_BODY = Option("--body", N_("the body's name or short name"), N_("NAME"), required=True)
NUMBER = Option("--number", N_("number of the minutes; without it the newest"), "№", more={"default": ""})
YEAR = Option("--year", N_("the year they are numbered in; without it the newest"), "2025-2026", more={"default": ""})
ID = number("--id", N_("the minutes of this id in the answers of altdesk list minutes"))


def _which(asked: Namespace) -> str:
    """A number belongs to a body; an id says everything."""
    if asked.number and asked.body is None and asked.id is None:
        return N_("--body is missing: each body numbers its own minutes")
    return ""


COMMANDS = (
    printed(
        "minutes",
        N_("the minutes of a meeting"),
        "altdesk.commands.minutes:print_minutes",
        BODY,
        NUMBER,
        YEAR,
        ID,
        switch("--short", N_("without what was said")),
        wrong=_which,
    ),
    printed(
        "extract",
        N_("an extract of one decision"),
        "altdesk.commands.minutes:print_extract",
        BODY,
        NUMBER,
        YEAR,
        ID,
        Option("--point", N_("number of the decision"), "1.2", required=True),
        Option("--date", N_("the day of the extract; without it a line to write it on"), N_("DAY")),
        wrong=_which,
    ),
    printed(
        "attendance",
        N_("who was at a meeting, to be signed"),
        "altdesk.commands.minutes:print_attendance",
        BODY,
        NUMBER,
        YEAR,
        ID,
        BLANK_ROWS,
        wrong=_which,
    ),
    printed(
        "minutes-register",
        N_("the register of a body's minutes in a year"),
        "altdesk.commands.minutes:print_register",
        ONE_BODY,
        YEAR,
    ),
)
