"""Commands about backups: a copy is made, looked into, put in the desk's place; desk and copies are verified."""

from __future__ import annotations

from altdesk.commands.grammar.command import Command, Option, switch
from altdesk.domain.marking import N_

_COPY_PASSPHRASE = Option("--copy-passphrase-file", N_("a file with the passphrase the copy was made with"), N_("FILE"))
COMMANDS = (
    Command(
        "",
        "backup",
        N_("make a backup copy that stands alone"),
        "altdesk.commands.backups:backup",
        (Option("file", N_("a file, or a folder that it goes into"), N_("FILE")),),
    ),
    Command(
        "",
        "restore",
        N_("put the desk back as it was in a backup copy"),
        "altdesk.commands.backups:restore",
        (
            Option("file", metavar=N_("FILE")),
            switch("--dry-run", N_("only say what the copy holds, and check it")),
            switch("--without-files", N_("also when attached files cannot be had")),
            _COPY_PASSPHRASE,
        ),
        closed=True,
    ),
    Command(
        "",
        "salvage",
        N_("save what can still be read of a damaged desk"),
        "altdesk.commands.backups:salvage",
        closed=True,
    ),
    Command(
        "",
        "verify",
        N_("check that the desk is whole, or a backup copy"),
        "altdesk.commands.backups:verify",
        (Option("file", N_("without it the desk itself"), N_("FILE"), more={"nargs": "?"}), _COPY_PASSPHRASE),
        closed=True,
    ),
)
