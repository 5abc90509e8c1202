"""Commands about the desk itself: its rules and steps, the sample data, the self-test."""

from __future__ import annotations

from altdesk.commands.grammar.command import Command, Option, switch
from altdesk.domain.marking import N_

COMMANDS = (
    Command(
        "",
        "demo",
        N_("fill an empty desk with sample data and print every form"),
        options=(
            Option("--out", N_("where the printed forms go"), N_("FOLDER")),
            switch("--no-window", N_("do not open the window afterwards")),
        ),
    ),
    Command(
        "",
        "rules",
        N_("the rules the desk works by"),
        "altdesk.commands.rules:show",
        (Option("--year-starts", N_("begin academic years on this day from now on, like 01.09"), N_("DAY.MONTH")),),
    ),
    Command("", "undo", N_("take the newest step back"), "altdesk.commands.steps:undo"),
    Command("", "redo", N_("make the step taken back again"), "altdesk.commands.steps:redo"),
    Command("", "self-test", N_("check that the program is whole")),
)
