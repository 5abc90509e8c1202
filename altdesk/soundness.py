"""Whether a desk is what it was when it was closed: its pages are compared with the sums noted then."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from altdesk.domain.moments import clock
from altdesk.domain.troubles import DeskTrouble, Trouble, of_os_error
from altdesk.folders import Folders
from altdesk.settings import S, Settings
from db import backup, sealed, sums
from db.step import now

LATE = timedelta(days=1)


def refuse_damaged(folders: Folders) -> None:
    """Raises DeskTrouble when the database is damaged. Without sums (a program was killed) SQLite's check counts."""
    noted = sums.read(folders.sums)
    try:
        pages = sums.damaged(folders.desk, noted) if noted else None
        if pages or (pages is None and not _checked(folders)):
            raise DeskTrouble(Trouble.DAMAGED, file=str(folders.database))
    except OSError as error:
        raise of_os_error(error, str(folders.data)) from error


def refuse_emptied(folders: Folders) -> None:
    """Raises DeskTrouble when there is no database, or an empty one, where a desk has been: a new one in its place
    would look as if everything were lost, while the copies still have it."""
    from altdesk.backups.shelf import Shelf

    if folders.sums.exists() or Shelf(folders.backups).every():
        raise DeskTrouble(Trouble.DAMAGED, file=str(folders.database))


def _checked(folders: Folders) -> bool:
    thorough = folders.database.stat().st_size <= backup.THOROUGH
    return not backup.faults(folders.desk, backup.Read.LOGGED, thorough=thorough) and sums.in_order(folders.desk)


def refuse_clock(folders: Folders, settings: Settings, *, any_clock: bool) -> None:
    """Raises DeskTrouble when the clock stands more than a day before the newest step, unless that was accepted."""
    last = backup.last_step(folders.desk)
    moment = now()
    if last is None or last - moment < LATE or settings.get(S.accepted_clock) == last.isoformat():
        return
    if not any_clock:
        raise DeskTrouble(Trouble.CLOCK, now=clock(moment), last=clock(last))
    settings.set(S.accepted_clock, last.isoformat())
    settings.save()


def note(folders: Folders, *, written: bool) -> None:
    """Note what a database is that was just closed. Where that cannot be, the next start checks it otherwise."""
    log = folders.database.with_name(folders.database.name + "-wal")
    with suppress(OSError, *sealed.errors()):
        if (written or not folders.sums.exists()) and not (log.exists() and log.stat().st_size):
            sums.write(folders.desk, folders.sums)
