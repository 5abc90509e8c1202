"""Commands about documents: the register, the life of their revisions, the card."""

from __future__ import annotations

from altdesk.commands.grammar.command import PAPER, Command, Option, exported, imported, listed, number, printed, switch
from altdesk.domain.marking import N_

DOCUMENT = Option("--document", metavar=N_("CODE"), required=True)
REVISION = number("--revision", N_("without it the one in force, else the newest"))
NAME = Option("--name", N_("who did it"), N_("NAME"), more={"default": ""})
POST = Option("--post", N_("the post of that person; without it the one in the register"), more={"default": ""})
NOTE = Option("--note", metavar=N_("TEXT"), more={"default": ""})
ROLES = ("scan", "original", "file")


def _step(name: str, said: str, *options: Option) -> Command:
    run = f"altdesk.commands.revisions:{name.replace('-', '_')}"
    return Command("revision", name, said, run, (DOCUMENT, *options))


COMMANDS = (
    imported("documents", N_("documents"), "altdesk.commands.importing:documents"),
    exported("documents", N_("documents"), "altdesk.commands.exporting:documents"),
    listed("documents", N_("documents"), "altdesk.commands.listing:all_documents"),
    _step(
        "add",
        N_("add a revision to a document"),
        number("--number", N_("without it the next one")),
        Option("--date", N_("in force from this day; without it a draft"), N_("DAY")),
        NAME,
        POST,
    ),
    _step(
        "agree",
        N_("record that somebody agreed to a revision"),
        REVISION,
        Option("--date", metavar=N_("DAY"), required=True),
        NAME,
        POST,
        NOTE,
    ),
    _step(
        "put-in-force",
        N_("put a revision in force; the old one is withdrawn"),
        REVISION,
        Option("--date", N_("in force from this day"), N_("DAY"), True),
        NAME,
        POST,
        NOTE,
    ),
    _step(
        "withdraw",
        N_("withdraw a revision"),
        REVISION,
        Option("--date", N_("without it today"), N_("DAY")),
        NAME,
        POST,
        NOTE,
    ),
    _step(
        "attach",
        N_("attach a file to a revision"),
        REVISION,
        Option("--file", metavar=N_("FILE"), required=True),
        Option("--role", N_("the signed scan, the Word original, or another file"), more={"choices": ROLES,
               "default": "file"}),
    ),
    printed(
        "document-card",
        N_("the card of a document: revisions, steps, files, who must know it"),
        "altdesk.commands.revisions:print_card",
        DOCUMENT,
        files=PAPER,
    ),
    Command(
        "print",
        "binder",
        N_("everything about a document or an academic year in one file, for an audit"),
        "altdesk.commands.binder:print_binder",
        (
            Option("--document", metavar=N_("CODE"), one_of="what", required=True),
            Option("--year", N_("an academic year"), "2025-2026", one_of="what", required=True),
            Option("--on", N_("as of this day; without it today, of a year that is over its last day"), N_("DAY")),
            Option("--out", metavar=N_("FILE.pdf"), required=True),
            Option("--zip", N_("also the attached files, with a list of checksums"), N_("FILE.zip")),
            switch("--anew", N_("what is on record now, though the binder of that day was printed before")),
        ),
    ),
)  # fmt: skip
