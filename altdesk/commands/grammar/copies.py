"""Commands about where the paper is: working copies, copies to collect, hand-overs."""

from __future__ import annotations

from argparse import Namespace

from altdesk.commands.grammar.command import BLANK_ROWS, PAPER, Option, exported, listed, number, printed, switch
from altdesk.domain.marking import N_

STATES = ("out", "to_collect", "returned", "withdrawn")


def _no_document(asked: Namespace) -> str:
    needed = asked.document is None and not asked.collect
    return N_("--document is missing: whose copies are to be printed") if needed else ""


COMMANDS = (
    listed(
        "copies",
        N_("working copies and who has them"),
        "altdesk.commands.copies:listing",
        Option("--state", N_("only copies in this state"), more={"choices": STATES, "default": ""}),
    ),
    exported("copies", N_("working copies"), "altdesk.commands.copies:export"),
    printed(
        "copies",
        N_("the working copies of a document, or those to collect"),
        "altdesk.commands.copies:print_copies",
        Option("--document", metavar=N_("CODE")),
        switch("--collect", N_("only copies to collect; of every document when none is named")),
        BLANK_ROWS,
        wrong=_no_document,
    ),
    printed(
        "handover",
        N_("the receipt of an original and its Word version handed over"),
        "altdesk.commands.copies:print_handover",
        Option("--document", metavar=N_("CODE"), required=True),
        number("--revision", N_("without it the revision in force")),
        files=PAPER,
    ),
)
