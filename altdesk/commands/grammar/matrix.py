"""Commands about the tables of a document (§5.2, §5.3, §5.5, §5.6)."""

from __future__ import annotations

from altdesk.commands.grammar.command import Option, listed, number, printed
from altdesk.domain.marking import N_

KINDS = ("matrix", "outputs", "inputs", "storage", "other", "all")
DOCUMENT = Option("--document", metavar=N_("CODE"), required=True)
REVISION = number("--revision", N_("without it the revision in force"))

COMMANDS = (
    listed(
        "matrix",
        N_("the responsibility matrix, row by row"),
        "altdesk.commands.matrix:rows",
        Option("--document", metavar=N_("CODE")),
        REVISION,
        Option("--kind", N_("another table of the documents"), more={"choices": KINDS, "default": "matrix"}),
    ),
    *(
        printed(name, said, f"altdesk.commands.matrix:print_{name}", DOCUMENT, REVISION)
        for name, said in (
            ("matrix", N_("the responsibility matrix of a document")),
            ("outputs", N_("the table of consumers and outputs of a document")),
            ("inputs", N_("the table of suppliers and inputs of a document")),
            ("storage", N_("the storage table of a document")),
            ("tables", N_("all tables of a document")),
        )
    ),
)
