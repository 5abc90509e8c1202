"""A database that may be encrypted: where it lies and the key that opens it; the only place that knows SQLCipher."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import cast


@dataclass(frozen=True)
class Sealed:
    """An encrypted database: its file, and its raw key of 32 bytes."""

    path: Path
    key: bytes = field(repr=False)


Database = Path | Sealed


def path_of(database: Database) -> Path:
    """The file of a database."""
    return database.path if isinstance(database, Sealed) else database


def beside(database: Database, path: Path) -> Database:
    """Another file that the same key opens."""
    return Sealed(path, database.key) if isinstance(database, Sealed) else path


def driver() -> ModuleType:
    """SQLCipher's driver; a plain desk never loads it."""
    from sqlcipher3 import dbapi2

    return cast(ModuleType, dbapi2)


def errors() -> tuple[type[Exception], ...]:
    """What SQLite and, where it is loaded, SQLCipher complain with about a database."""
    loaded = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.DatabaseError,) if loaded is None else (sqlite3.DatabaseError, loaded.DatabaseError)


def connect(database: Database, how: str = "", *, shared: bool = False) -> sqlite3.Connection:
    """Open a database; `how` are the words of an URI (`mode=ro`), `shared` lets any thread use the connection."""
    path = path_of(database)
    name = f"{path.absolute().as_uri()}?{how}" if how else str(path)
    if not isinstance(database, Sealed):
        return sqlite3.connect(name, uri=bool(how), check_same_thread=not shared)
    return _keyed(name, database.key, uri=bool(how), shared=shared)


def _keyed(name: str, key: bytes | None, *, uri: bool = False, shared: bool = False) -> sqlite3.Connection:
    connection = driver().connect(name, uri=uri, check_same_thread=not shared)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to the terminal
        if key is not None:
            connection.execute(f'PRAGMA key = "{_raw(key)}"')
    except BaseException:
        connection.close()
        raise
    return cast(sqlite3.Connection, connection)


def _raw(key: bytes) -> str:
    """The key as it is: nothing is derived from it a second time."""
    return f"x'{key.hex()}'"


def convert(source: Database, target: Database) -> None:
    """Write the whole database anew, encrypted as the target is, for good. Raises errors() and OSError."""
    key = source.key if isinstance(source, Sealed) else None
    new = f'"{_raw(target.key)}"' if isinstance(target, Sealed) else "''"
    with closing(_keyed(str(path_of(source)), key)) as connection:
        connection.isolation_level = None
        connection.execute(f"ATTACH DATABASE ? AS fresh KEY {new}", (str(path_of(target)),))
        connection.execute("PRAGMA fresh.synchronous = OFF")
        connection.execute("SELECT sqlcipher_export('fresh')").fetchone()
        connection.execute("DETACH DATABASE fresh")
    with path_of(target).open("rb+") as file:
        os.fsync(file.fileno())
