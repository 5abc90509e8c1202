"""Commands about the history, and about what lies in the bin."""

from __future__ import annotations

from altdesk.commands.grammar.command import SEARCH, Command, Option, exported, number
from altdesk.domain.marking import N_

AREAS = (
    "person", "unit", "saved_group", "document", "attachment", "sheet", "norm", "working_copy", "handover", "grid",
    "abbreviation", "risk", "body", "body_post", "term", "minutes", "phrase", "task", "setting",
    "plan", "event", "sponsor", "donation", "leadership_meeting", "measure", "criterion", "club_assessment", "report",
    "binder",
)  # fmt: skip
NARROWED = (
    SEARCH,
    Option("--who", N_("only what this user did"), N_("NAME")),
    Option("--area", N_("only this kind of record"), more={"choices": AREAS}),
    Option("--since", N_("from this day on"), N_("DAY")),
    Option("--until", N_("up to this day"), N_("DAY")),
    Option("--record", N_("only this record, with its parts"), "person/12"),
)

COMMANDS = (
    Command(
        "",
        "history",
        N_("what was done, the newest first, field by field in JSON"),
        "altdesk.commands.history:history",
        (number("--limit", "", default=500), *NARROWED),
    ),
    Command(
        "bin",
        "list",
        N_("what was deleted in the last 30 days"),
        "altdesk.commands.bin:listed",
        (SEARCH, Option("--area", N_("only this kind of record"), more={"choices": AREAS})),
    ),
    Command(
        "bin",
        "restore",
        N_("bring deleted records back"),
        "altdesk.commands.bin:restore",
        (Option("record", N_("as the list names them"), "person/12", more={"nargs": "+"}),),
    ),
    exported("history", N_("what was done, field by field"), "altdesk.commands.history:export", *NARROWED),
)
