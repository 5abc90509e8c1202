"""Commands about norms."""

from __future__ import annotations

from altdesk.commands.grammar.command import Option, exported, listed, printed
from altdesk.domain.marking import N_

COMMANDS = (
    listed("norms", N_("norms and the documents that cite them"), "altdesk.commands.norms:listing"),
    exported("norms", N_("norms"), "altdesk.commands.norms:export"),
    printed(
        "norms",
        N_("the register of norms, or those a document cites"),
        "altdesk.commands.norms:print_norms",
        Option("--document", metavar=N_("CODE")),
    ),
)
