"""Troubles of the place a desk lies in: not the person's request is wrong, but the disk, the folder or the file."""

from __future__ import annotations

import errno
import os
from enum import StrEnum

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_


class Trouble(StrEnum):
    """What keeps a desk from being opened or written."""

    DAMAGED = "damaged"
    FULL = "full"
    READ_ONLY = "read_only"
    VANISHED = "vanished"
    BUSY = "busy"
    NEWER = "newer"
    CLOCK = "clock"
    LOCKED = "locked"
    KEY_GONE = "key_gone"
    KEY_DAMAGED = "key_damaged"


class DeskTrouble(Refusal):
    """A refusal that concerns the whole desk; the window has a screen for it, the command line one sentence."""

    def __init__(self, trouble: Trouble, message: str = "", **values: object) -> None:
        super().__init__(message or SENTENCES[trouble], field="", **values)
        self.trouble = trouble


SENTENCES = {
    Trouble.DAMAGED: N_(
        "The file %(file)s is damaged or is not a desk. Restore a backup copy (altdesk restore), or save what can be"
        " read (altdesk salvage)."
    ),
    Trouble.FULL: N_("There is no room left on the disk. Nothing was changed. Free some space and try again."),
    Trouble.READ_ONLY: N_("The folder %(folder)s cannot be written. Choose another one with --data."),
    Trouble.VANISHED: N_(
        "The folder %(folder)s cannot be reached. Plug the stick in or connect the network drive, and try again."
    ),
    Trouble.BUSY: N_("Another program is using the file %(file)s. Close it there and try again."),
    Trouble.NEWER: N_("This desk was made by a newer altdesk. Install the newest altdesk to open it."),
    Trouble.CLOCK: N_(
        "The clock of this computer says %(now)s, but the desk was last changed on %(last)s. Set the clock, or give"
        " --any-clock to go on all the same."
    ),
    Trouble.LOCKED: N_(
        "This desk is encrypted. Give its passphrase with --passphrase-file FILE, or type it when asked."
    ),
    Trouble.KEY_GONE: N_(
        "The key file %(file)s of this encrypted desk is missing in %(folder)s. Put it back, or restore a backup copy."
    ),
    Trouble.KEY_DAMAGED: N_(
        "The key file %(file)s of this encrypted desk in %(folder)s is damaged. Put a good one in its place, or restore"
        " a backup copy."
    ),
}

_GONE = frozenset({errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN, errno.EIO, errno.EHOSTDOWN})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_WINDOWS_GONE = frozenset({3, 15, 21, 53, 55, 59, 64, 67, 1167, 1231})  # no such path, drive, network or device
_WINDOWS_FULL = frozenset({39, 112})


def of_os_error(error: OSError, folder: str) -> DeskTrouble:
    """The trouble that an error of the system is, met in the desk's folder."""
    code = getattr(error, "winerror", None) if os.name == "nt" else None
    if error.errno in _FULL or code in _WINDOWS_FULL:
        return DeskTrouble(Trouble.FULL)
    if error.errno in _GONE or code in _WINDOWS_GONE:
        return DeskTrouble(Trouble.VANISHED, folder=folder)
    return DeskTrouble(Trouble.READ_ONLY, folder=folder)
