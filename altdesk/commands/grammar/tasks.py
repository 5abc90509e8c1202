"""Commands about tasks."""

from __future__ import annotations

from altdesk.commands.grammar.command import Option, printed, switch
from altdesk.domain.marking import N_

COMMANDS = (
    printed(
        "tasks",
        N_("the control list of tasks, or the list of one person"),
        "altdesk.commands.tasks:print_tasks",
        Option("--person", N_("only the open tasks this person answers for"), N_("NAME"), one_of="whose"),
        Option("--body", N_("the body's name or short name"), N_("NAME"), one_of="whose"),
        switch("--open", N_("only what is not done yet")),
    ),
)
