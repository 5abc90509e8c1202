"""Commands about events."""

from __future__ import annotations

from altdesk.commands.grammar.command import CALENDAR, Command, Option, exported, listed, number, printed, switch
from altdesk.domain.marking import N_

STATES = ("planned", "held", "moved", "not_held")
YEAR = Option("--year", N_("an academic year"), "2025-2026", one_of="when")
MONTH = Option("--month", N_("a month"), "2026-03", one_of="when")
ID = number("--id", N_("the event of this id in the answers of altdesk list events"), required=True)

COMMANDS = (
    listed(
        "events",
        N_("events of the schedule"),
        "altdesk.commands.events:list_events",
        YEAR,
        MONTH,
        Option("--body", N_("the body's name or short name"), N_("NAME")),
        Option("--state", N_("only those in this state"), more={"choices": STATES}),
        Option("--person", N_("only events this person took part in or answers for"), N_("NAME")),
        switch("--without-result", N_("only held ones without a result")),
    ),
    exported("events", N_("events of the schedule"), "altdesk.commands.events:export_events", YEAR),
    printed(
        "schedule",
        N_("the event schedule; without a time of the latest year with events"),
        "altdesk.commands.events:print_schedule",
        YEAR,
        MONTH,
        Option("--from", N_("from this day on"), N_("DAY"), more={"dest": "first"}),
        Option("--to", N_("up to this day"), N_("DAY"), more={"dest": "last"}),
        files=CALENDAR,
    ),
    printed(
        "participants",
        N_("the people of the register who took part in an event"),
        "altdesk.commands.events:print_participants",
        ID,
    ),
    Command(
        "event",
        "held",
        N_("mark an event as held"),
        "altdesk.commands.events:held",
        (
            ID,
            number("--participants", N_("how many people came")),
            Option("--result", N_("with what result"), N_("TEXT"), more={"default": ""}),
        ),
    ),
    Command(
        "event",
        "move",
        N_("move an event to another day"),
        "altdesk.commands.events:move",
        (ID, Option("--to", N_("the new day"), N_("DAY"), required=True)),
    ),
    Command(
        "event",
        "cancel",
        N_("say that an event was not held, and why"),
        "altdesk.commands.events:cancel",
        (ID, Option("--reason", N_("why it was not held"), N_("TEXT"), required=True)),
    ),
)
