"""The command by which the desk is handed over."""

from __future__ import annotations

from altdesk.commands.grammar.command import Command, Option
from altdesk.domain.marking import N_

LANGUAGES = ("kk", "ru", "en", "bilingual")

COMMANDS = (
    Command(
        "",
        "handover",
        N_("print and export what a successor must accept"),
        "altdesk.commands.succession:handover",
        (
            Option("--out", N_("the folder the files go into"), N_("FOLDER"), required=True),
            Option("--paper", N_("language of the paper"), more={"choices": LANGUAGES, "default": "kk"}),
        ),
    ),
)
