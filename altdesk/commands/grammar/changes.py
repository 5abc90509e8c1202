"""Commands about changes (§12): entries are added, corrected before print, made known, listed and printed."""

from __future__ import annotations

from altdesk.commands.grammar.command import BLANK_ROWS, PAPER, Command, Option, listed, number, printed, switch
from altdesk.domain.marking import N_

KINDS = ("editorial", "meaning")
DOCUMENT = Option("--document", metavar=N_("CODE"), required=True)
NUMBER = number("--number", N_("number of the entry"), required=True, metavar="№")
BY = Option("--by", N_("the day by which all have signed"), N_("DAY"))


def _texts(*, required: bool) -> tuple[Option, ...]:
    return (
        Option("--paragraph", N_("the paragraph as the document numbers it"), N_("TEXT")),
        Option("--change", N_("what is changed"), N_("TEXT"), required),
        Option("--date", N_("the day of the change"), N_("DAY"), required),
        Option("--name", N_("who enters the change"), N_("NAME"), required),
        Option("--kind", N_("editorial, or changing the meaning"), required=required, more={"choices": KINDS}),
        number("--corrects", N_("the printed entry it corrects"), metavar="№"),
    )


COMMANDS = (
    listed(
        "changes",
        N_("entries of the change-registration sheets"),
        "altdesk.commands.changes:listing",
        Option("--document", N_("only those of this document"), N_("CODE")),
    ),
    Command(
        "change",
        "add",
        N_("register a change of a document"),
        "altdesk.commands.changes:add",
        (
            DOCUMENT,
            *_texts(required=True),
            Option("--norm", N_("a norm whose change it answers"), N_("CODE"), more={"action": "append"}),
            switch("--ask-again", N_("a change of meaning: make the sheet of all who must sign again")),
            BY,
        ),
    ),
    Command(
        "change",
        "edit",
        N_("change an entry that is not printed, or type in a row printed blank"),
        "altdesk.commands.changes:edit",
        (DOCUMENT, NUMBER, *_texts(required=False)),
    ),
    Command(
        "change",
        "remove",
        N_("remove the newest entry, if it is not printed"),
        "altdesk.commands.changes:remove",
        (DOCUMENT, NUMBER),
    ),
    Command(
        "change",
        "ask",
        N_("a change of meaning: make the sheet of all who must sign again"),
        "altdesk.commands.changes:ask",
        (DOCUMENT, NUMBER, BY),
    ),
    printed(
        "changes",
        N_("the change-registration sheet of a document"),
        "altdesk.commands.changes:print_changes",
        DOCUMENT,
        number("--from", N_("the first entry on the paper"), default=1, dest="first"),
        BLANK_ROWS,
        files=PAPER,
    ),
)
