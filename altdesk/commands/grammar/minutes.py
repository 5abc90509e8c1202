"""Commands about minutes of meetings."""

from __future__ import annotations

from argparse import Namespace

from altdesk.commands.grammar.command import BLANK_ROWS, Command, Option, exported, listed, number, printed, switch
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


STATES = ("draft", "final", "signed")
STATE = Option("--state", N_("only those in this state"), more={"choices": STATES})
PERSON = Option("--person", N_("only meetings this person was at"), N_("NAME"))
ONE_NUMBER = Option("--number", N_("number of the minutes"), "№", required=True)
ANY_YEAR = Option("--year", N_("only those of this year"), "2025-2026", more={"default": ""})


COMMANDS = (
    listed(
        "minutes",
        N_("minutes of meetings"),
        "altdesk.commands.minutes:list_minutes",
        BODY,
        STATE,
        PERSON,
        ANY_YEAR,
    ),
    exported("minutes", N_("minutes of meetings"), "altdesk.commands.minutes:export_minutes"),
    Command(
        "minutes",
        "finalize",
        N_("give a draft its number and lock it"),
        "altdesk.commands.minutes:finalize",
        (
            ONE_BODY,
            Option("--date", N_("the day of the meeting"), N_("DAY"), required=True),
            Option("--number", N_("a number; without it the next"), "№", more={"default": ""}),
        ),
    ),
    Command(
        "minutes",
        "sign",
        N_("record that the paper is signed, and keep its scan"),
        "altdesk.commands.minutes:sign",
        (
            ONE_BODY,
            ONE_NUMBER,
            YEAR,
            Option("--date", N_("the day of the signature"), N_("DAY"), required=True),
            Option("--scan", N_("the scanned paper"), N_("FILE")),
        ),
    ),
    Command(
        "minutes",
        "reopen",
        N_("open the latest minutes of a body again"),
        "altdesk.commands.minutes:reopen",
        (ONE_BODY, ONE_NUMBER, YEAR, Option("--reason", N_("why they are opened"), N_("TEXT"), required=True)),
    ),
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
