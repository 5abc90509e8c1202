"""Commands about encryption; no passphrase is ever an argument, for others can see those."""

from __future__ import annotations

from altdesk.commands.grammar.command import Command, Option, switch
from altdesk.domain.marking import N_

_NEW = Option("--new-passphrase-file", N_("a file with the new passphrase; else it is asked"), N_("FILE"))
_SHEET = (
    Option("--sheet", N_("write the recovery sheet there"), N_("FILE.pdf")),
    Option(
        "--sheet-language",
        N_("language of the paper"),
        more={"choices": ("kk", "ru", "en", "bilingual"), "default": None},
    ),
)
COMMANDS = (
    Command(
        "",
        "encrypt",
        N_("encrypt the desk with a passphrase"),
        "altdesk.commands.encryption:encrypt",
        (_NEW, *_SHEET),
        closed=True,
    ),
    Command("", "decrypt", N_("make the desk plain again"), "altdesk.commands.encryption:decrypt", closed=True),
    Command(
        "",
        "passphrase",
        N_("give an encrypted desk another passphrase or recovery key"),
        "altdesk.commands.encryption:passphrase",
        (
            _NEW,
            Option(
                "--recovery-key-file", N_("a file with the recovery key, instead of the old passphrase"), N_("FILE")
            ),
            switch("--new-recovery-key", N_("make a new recovery key instead")),
            *_SHEET,
        ),
        closed=True,
    ),
)
