"""Commands about plans: the list, rows from a file, the paper."""

from __future__ import annotations

from dataclasses import replace

from altdesk.commands.grammar.command import Option, exported, imported, listed, number, printed
from altdesk.domain.marking import N_

STATES = ("draft", "on_approval", "returned", "approved")
KINDS = ("government", "club", "circle", "section", "youth", "institute")

YEAR = Option("--year", N_("only those of this academic year"), "2025-2026")
PLAN = Option(
    "--plan", N_("the plan: its id, title, body or unit; of several years the newest"), N_("TITLE"), required=True
)

COMMANDS = (
    listed(
        "plans",
        N_("plans and where their papers are"),
        "altdesk.commands.plans:list_plans",
        YEAR,
        Option("--state", N_("only those in this state"), more={"choices": STATES}),
        Option("--kind", N_("only those of this kind"), more={"choices": KINDS}),
    ),
    imported(
        "plan", N_("rows of a plan, from Excel or a Word table"), "altdesk.commands.plans:import_plan", PLAN, YEAR
    ),
    exported("plans", N_("plans with their rows"), "altdesk.commands.plans:export_plans", YEAR),
    printed(
        "plan",
        N_("the work plan, as approved or as a draft"),
        "altdesk.commands.plans:print_plan",
        replace(
            PLAN,
            help=N_("the plan: its id, title, body or unit; without it that of the work with youth"),
            required=False,
        ),
        Option("--year", N_("of this academic year; without it the latest with plans"), "2025-2026"),
        number("--version", N_("a version; without it the one that holds")),
    ),
)
