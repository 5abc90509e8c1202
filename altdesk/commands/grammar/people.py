"""Commands about people."""

from __future__ import annotations

from argparse import Namespace

from altdesk.commands.grammar.command import (
    DRY_RUN,
    PAPER,
    TAKE_NAMES,
    Command,
    Option,
    exported,
    imported,
    listed,
    printed,
)
from altdesk.domain.marking import N_

PERSON = Option("--person", N_("surname or whole name"), N_("NAME"), required=True)


def _no_reason(asked: Namespace) -> str:
    return "" if asked.why or asked.dry_run else N_("--why is missing: for what reason")


COMMANDS = (
    imported("people", N_("people"), "altdesk.commands.importing:people", TAKE_NAMES),
    exported("people", N_("people"), "altdesk.commands.exporting:people"),
    listed("people", N_("people"), "altdesk.commands.listing:people"),
    printed(
        "person-card",
        N_("everything the desk holds about one person"),
        "altdesk.commands.people:print_card",
        PERSON,
        files=PAPER,
    ),
    Command(
        "person",
        "anonymize",
        N_("take the name of somebody who left out of the desk for good"),
        "altdesk.commands.people:anonymize",
        (
            PERSON,
            Option("--why", N_("for what reason"), N_("TEXT"), more={"default": ""}),
            DRY_RUN,
        ),
        wrong=_no_reason,
    ),
)
