"""Commands about acquaintance (§13): sheets are made, printed and marked; who has signed and who owes."""

from __future__ import annotations

from argparse import Namespace

from altdesk.commands.grammar.command import (
    BLANK_ROWS,
    PAPER,
    Command,
    Option,
    exported,
    listed,
    number,
    printed,
    switch,
    whole_numbers,
)
from altdesk.domain.marking import N_

MARKS = ("signed", "refused", "absent")
SHEET = number("--sheet", N_("number of the sheet"), required=True, metavar="№")


def _no_day(asked: Namespace) -> str:
    needed = asked.date is None and asked.state != "absent"
    return N_("--date is missing: the day that stands on the paper") if needed else ""


COMMANDS = (
    exported("acquaintance", N_("acquaintance"), "altdesk.commands.exporting:acquaintance"),
    listed("sheets", N_("acquaintance sheets"), "altdesk.commands.listing:sheets"),
    listed("coverage", N_("who has signed what, in numbers"), "altdesk.commands.listing:coverage"),
    listed("debts", N_("who still owes what"), "altdesk.commands.listing:debts"),
    Command(
        "sheet",
        "new",
        N_("make an acquaintance sheet"),
        "altdesk.commands.sheets:new",
        (
            Option("--document", metavar=N_("CODE"), required=True),
            number("--revision", N_("without it the one in force, else the newest")),
            Option("--group", N_("a saved group; without it the whole audience"), N_("NAME")),
        ),
    ),
    Command(
        "sheet",
        "mark",
        N_("mark a sheet that is back"),
        "altdesk.commands.sheets:mark",
        (
            SHEET,
            switch("--all", N_("every row that is still open"), one_of="rows"),
            Option("--rows", N_("only these rows"), "1-5,9", True, "rows", {"type": whole_numbers}),
            Option("--date", N_("the day that stands on the paper"), N_("DAY")),
            Option("--state", more={"choices": MARKS, "default": "signed"}),
            Option("--note", metavar=N_("TEXT"), more={"default": ""}),
        ),
        _no_day,
    ),
    Command(
        "sheet",
        "attach",
        N_("attach the scan of a signed sheet"),
        "altdesk.commands.sheets:attach",
        (
            SHEET,
            Option("--file", metavar=N_("FILE"), required=True),
            Option(
                "--role", N_("the signed scan, or another file"), more={"choices": ("scan", "file"), "default": "scan"}
            ),
        ),
    ),
    printed(
        "acquaintance",
        N_("an acquaintance sheet"),
        "altdesk.commands.printing:acquaintance",
        SHEET,
        BLANK_ROWS,
        files=PAPER,
    ),
    printed(
        "residual",
        N_("a residual sheet of the rows still open"),
        "altdesk.commands.printing:residual",
        SHEET,
        BLANK_ROWS,
        files=PAPER,
    ),
    printed(
        "debts",
        N_("the documents people still owe"),
        "altdesk.commands.printing:debts",
        Option("--person", metavar=N_("NAME"), one_of="who"),
        switch("--all", N_("everybody who owes, as without a name"), one_of="who"),
    ),
    printed("coverage", N_("who has signed what, in numbers"), "altdesk.commands.printing:coverage"),
)
