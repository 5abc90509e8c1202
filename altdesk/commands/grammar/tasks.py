"""Commands about tasks."""

from __future__ import annotations

from altdesk.commands.grammar.command import Option, exported, listed, printed, switch
from altdesk.domain.marking import N_

STATES = ("open", "done", "cancelled")

COMMANDS = (
    listed(
        "tasks",
        N_("tasks over all bodies"),
        "altdesk.commands.tasks:list_tasks",
        Option("--body", N_("the body's name or short name"), N_("NAME")),
        Option("--state", N_("only those in this state"), more={"choices": STATES}),
        Option("--person", N_("only what this person answers for"), N_("NAME")),
        switch("--overdue", N_("only open ones whose day has passed")),
    ),
    exported("tasks", N_("tasks over all bodies"), "altdesk.commands.tasks:export_tasks"),
    printed(
        "tasks",
        N_("the control list of tasks, or the list of one person"),
        "altdesk.commands.tasks:print_tasks",
        Option("--person", N_("only the open tasks this person answers for"), N_("NAME"), one_of="whose"),
        Option("--body", N_("the body's name or short name"), N_("NAME"), one_of="whose"),
        switch("--open", N_("only what is not done yet")),
    ),
)
