"""Where the command line gets a passphrase from: a file, or the terminal; never an argument, which others can see."""

from __future__ import annotations

import getpass
import os
import sys
from argparse import Namespace
from pathlib import Path

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.troubles import DeskTrouble, Trouble
from altdesk.folders import Folders
from altdesk.i18n import Translator
from altdesk.sealing.keys import Keys

VARIABLE = "ALTDESK_PASSPHRASE_FILE"
_UNREAD = N_("The file with the passphrase cannot be read: %(file)s.")
_NO_NEW = N_("Give the new passphrase with --new-passphrase-file FILE, or type it when asked.")


def keys_of(folders: Folders, asked: Namespace, say: Translator) -> Keys | None:
    """The keys of a desk, None for one that is not encrypted. Refused without its passphrase."""
    if not folders.key_file.exists():
        return None
    from altdesk.services import encryption

    if getattr(asked, "recovery_key_file", None):
        return encryption.recover(folders, in_file(asked.recovery_key_file))
    return encryption.unlock(folders, current(asked, say))


def current(asked: Namespace, say: Translator) -> str:
    """The passphrase of the desk."""
    named = asked.passphrase_file or os.environ.get(VARIABLE)
    if named:
        return in_file(named)
    if not _terminal():
        raise DeskTrouble(Trouble.LOCKED)
    return _typed(say(N_("Passphrase of the desk: ")))


def new(asked: Namespace, say: Translator) -> tuple[str, str]:
    """A new passphrase, twice as it is typed."""
    if named := asked.new_passphrase_file:
        return in_file(named), in_file(named)
    if not _terminal():
        raise Refusal(_NO_NEW)
    return _typed(say(N_("New passphrase: "))), _typed(say(N_("The same once more: ")))


def of_copy(asked: Namespace, say: Translator) -> str | None:
    """The passphrase a backup was made with; None where nobody can be asked."""
    if named := asked.copy_passphrase_file or asked.passphrase_file or os.environ.get(VARIABLE):
        return in_file(named)
    return _typed(say(N_("Passphrase of the backup copy: "))) if _terminal() else None


def in_file(name: str) -> str:
    """The first line of a file. Refused when it cannot be read."""
    try:
        lines = Path(name).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise Refusal(_UNREAD, file=name) from error
    return lines[0] if lines else ""


def _terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _typed(prompt: str) -> str:
    return getpass.getpass(prompt)
