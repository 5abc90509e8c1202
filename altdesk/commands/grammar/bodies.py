"""Commands about bodies of students and their members."""

from __future__ import annotations

from argparse import ArgumentTypeError

from altdesk.commands.grammar.command import BLANK_ROWS, TAKE_NAMES, Option, exported, imported, listed, printed
from altdesk.domain.marking import N_
from altdesk.domain.register_columns import MemberColumn


def columns(text: str) -> tuple[MemberColumn, ...]:
    """Columns named like full_name,post. Raises ArgumentTypeError."""
    try:
        return tuple(MemberColumn(part.strip()) for part in text.split(","))
    except ValueError as error:
        known = ", ".join(MemberColumn)
        raise ArgumentTypeError(f"{text!r} ({known})") from error


BODY = Option("--body", N_("the body's name or short name"), N_("NAME"))
ONE_BODY = Option("--body", N_("the body's name or short name"), N_("NAME"), required=True)
ON = Option("--on", N_("as on this day; without it today"), N_("DAY"))
COLUMNS = Option("--columns", N_("only these columns, in this order"), "full_name,post", more={"type": columns})

COMMANDS = (
    imported(
        "members", N_("members of bodies, with their terms"), "altdesk.commands.bodies:import_members", BODY, TAKE_NAMES
    ),
    exported("bodies", N_("bodies of students"), "altdesk.commands.bodies:export_bodies", ON),
    exported("members", N_("members of bodies"), "altdesk.commands.bodies:export_members", BODY, ON, COLUMNS),
    listed("bodies", N_("bodies of students"), "altdesk.commands.bodies:list_bodies", ON),
    listed("members", N_("members of bodies"), "altdesk.commands.bodies:list_members", BODY, ON),
    printed(
        "members",
        N_("the register of a body's members"),
        "altdesk.commands.bodies:print_members",
        ONE_BODY,
        ON,
        COLUMNS,
        BLANK_ROWS,
    ),
)
