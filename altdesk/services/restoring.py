"""Restoring: what a backup holds, and a desk put back as it was in one."""

from __future__ import annotations

from pathlib import Path

from altdesk.backups import restoring
from altdesk.backups.restoring import Look, Restored
from altdesk.closed import ClosedDesk
from altdesk.files import Tell, silent
from altdesk.folders import Folders

__all__ = ["Look", "Restored", "look", "restore"]


def look(folders: Folders, path: Path, tell: Tell = silent) -> Look:
    """The rehearsal: what a backup holds, every byte of it checked, nothing changed. Refused when it is none."""
    return restoring.look(folders, path.absolute(), tell)


def restore(desk: ClosedDesk, path: Path, tell: Tell = silent, *, without_files: bool = False) -> Restored:
    """Put the desk back as it was in a backup, after keeping what is there. Refused as by `look`."""
    return restoring.restore(desk.folders, path.absolute(), tell, without_files=without_files)
