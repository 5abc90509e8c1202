"""Saves what can be read of a damaged database into a new one, row by row, and says what is missing.

Rows that cannot be read from their table are taken from the journal, which says of every row what it last was.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from altdesk import disk
from altdesk.backups import restoring
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.files import Tell, silent
from altdesk.folders import Folders
from db import salvage, upgrade
from db.errors import told
from db.salvage import Saved
from db.sealed import beside

NOTHING = N_("Nothing can be read of this desk any more. Restore a backup copy.")


@dataclass(frozen=True)
class Salvaged:
    """What was saved, table by table, and where the damaged file is kept."""

    saved: tuple[Saved, ...]
    before: Path | None

    @property
    def rows(self) -> int:
        return sum(each.rows for each in self.saved)

    @property
    def lost(self) -> int:
        return sum(each.lost for each in self.saved)


def save(folders: Folders, tell: Tell = silent) -> Salvaged:
    """Put what can be read in the desk's place; the caller holds the lock and nobody has it open.

    Refused when nothing can be read; then, and when `tell` raises, the desk is as it was.
    """
    with told(folders.database), _beside(folders) as fresh:
        ready = beside(folders.desk, fresh)
        upgrade.migrate(ready, upgrade.HEAD)
        saved = salvage.save(folders.desk, ready, tell)
        if not any(each.rows for each in saved):
            raise Refusal(NOTHING)
        before = restoring.set_aside_damaged(folders)
        restoring.put_in_place(folders, fresh)
    return Salvaged(tuple(saved), before)


@contextmanager
def _beside(folders: Folders) -> Iterator[Path]:
    """An empty file beside the desk's, gone afterwards unless it took its place."""
    handle, name = tempfile.mkstemp(prefix=".look-", suffix=".db", dir=folders.data)
    os.close(handle)
    fresh = Path(name)
    try:
        yield fresh
    finally:
        disk.discard_database(fresh)
