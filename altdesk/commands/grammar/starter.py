"""Commands about what a new desk can begin with: the starter set, and the abbreviations that come with it."""

from __future__ import annotations

from altdesk.commands.grammar.command import Command, listed
from altdesk.domain.marking import N_

COMMANDS = (
    Command(
        "",
        "starter",
        N_("load the documents and tables of the work instruction"),
        "altdesk.commands.starter:load",
    ),
    listed("abbreviations", N_("abbreviations"), "altdesk.commands.starter:all_abbreviations"),
)
