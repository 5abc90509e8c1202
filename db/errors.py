"""What SQLite complains of, told as the trouble it is: a full disk, a vanished drive, a damaged file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from altdesk.domain.troubles import DeskTrouble, Trouble, of_os_error
from db import sealed

_TROUBLES = {
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_PERM: Trouble.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: Trouble.DAMAGED,
    sqlite3.SQLITE_FORMAT: Trouble.DAMAGED,
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_PROTOCOL: Trouble.BUSY,
}


_WORDS = (
    ("disk is full", sqlite3.SQLITE_FULL),
    ("readonly database", sqlite3.SQLITE_READONLY),
    ("image is malformed", sqlite3.SQLITE_CORRUPT),
    ("is not a database", sqlite3.SQLITE_NOTADB),
    ("Could not decode to UTF-8", sqlite3.SQLITE_CORRUPT),  # Python says so of a text that was damaged
    ("database is locked", sqlite3.SQLITE_BUSY),
    ("disk I/O error", sqlite3.SQLITE_IOERR),
    ("unable to open database file", sqlite3.SQLITE_CANTOPEN),
)


@contextmanager
def told(database: Path) -> Iterator[None]:
    """Within it, an error that the place of the database is to blame for comes out as a DeskTrouble."""
    try:
        with told_by_sqlite(database):
            yield
    except OSError as error:
        raise of_os_error(error, str(database.parent)) from error


@contextmanager
def told_by_sqlite(database: Path, *, reading: bool = False) -> Iterator[None]:
    """The same for what SQLite complains of alone; while `reading`, an attempt to write is a fault of ours."""
    try:
        yield
    except Exception as error:
        trouble = trouble_of(error, database)
        if trouble is None or (reading and trouble.trouble is Trouble.READ_ONLY):
            raise
        raise trouble from error


def trouble_of(error: BaseException, database: Path) -> DeskTrouble | None:
    """The trouble an error of SQLite, or of SQLAlchemy around it, stands for; None where it is a fault of ours."""
    told_by = getattr(error, "orig", error)
    if not isinstance(told_by, (sqlite3.Error, *sealed.errors())):
        return None
    code = _code(told_by)
    if code in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}:
        return _unreachable(database)
    trouble = _TROUBLES.get(code)
    return None if trouble is None else DeskTrouble(trouble, file=str(database), folder=str(database.parent))


def _code(error: object) -> int:
    """The number of an error; SQLCipher's copies and exports tell it in SQLite's own words only."""
    code: int = (getattr(error, "sqlite_errorcode", None) or sqlite3.SQLITE_ERROR) & 0xFF
    return (
        next((meant for words, meant in _WORDS if words in str(error)), code) if code == sqlite3.SQLITE_ERROR else code
    )


def _unreachable(database: Path) -> DeskTrouble:
    """Reading or writing failed: the folder is gone, or it may not be written, or the disk itself is failing."""
    folder = str(database.parent)
    probe = database.parent / ".altdesk-probe"
    try:
        database.parent.stat()
        probe.write_bytes(b"\0" * 8192)
    except OSError as error:
        return of_os_error(error, folder)
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
    return DeskTrouble(Trouble.VANISHED, folder=folder)
