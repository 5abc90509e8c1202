"""A copy of the database as of one moment, made while it is in use, and what there is to know of a copy."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from db import sealed
from db.errors import told
from db.sealed import Database, Sealed, path_of

PAGES = 2048  # copied between two words about how far it is
PASSING = -512  # KiB of pages the copy keeps in memory: each is written once and not asked for again
THOROUGH = 64 << 20  # bytes; beyond, entries of indexes are not compared one by one at every backup
Tell = Callable[[int, int], None]


def copy(database: Database, target: Database, tell: Tell) -> None:
    """SQLite's online copy: the pages of one moment, whoever writes meanwhile. Raises what `tell(done, total)` raises.

    The copy is encrypted with the key the database has. It has no write-ahead log beside it; whether the database is
    sound is asked by `faults`.
    """
    with (
        told(path_of(database)),
        closing(sealed.connect(database)) as source,
        closing(sealed.connect(target)) as copied,
    ):
        source.isolation_level = None
        source.execute("PRAGMA query_only=ON")
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # from here on it is this moment
        size = source.execute("PRAGMA page_size").fetchone()[0]
        copied.execute("PRAGMA synchronous=OFF")  # the file that counts is the one it is packed into
        copied.execute("PRAGMA journal_mode=OFF")  # a copy that was stopped is thrown away
        copied.execute(f"PRAGMA cache_size={PASSING}")

        def progress(_status: int, left: int, total: int) -> None:
            tell((total - left) * size, total * size)

        source.backup(copied, pages=PAGES, progress=progress)
        copied.execute("PRAGMA journal_mode=DELETE")


class Read(StrEnum):
    """How a database is opened to be read, in the words of an URI."""

    ALONE = "mode=ro&immutable=1"  # a copy without a log which nobody writes: nothing is made beside it
    LOGGED = "mode=ro"  # its log counts; it stays as it is
    IN_USE = "mode=rw"  # whoever closes it last puts its log away, and that may be this reader


@contextmanager
def reading(database: Database, how: Read = Read.ALONE) -> Iterator[sqlite3.Connection]:
    """Read a database, whatever it may hold."""
    with told(path_of(database)), closing(sealed.connect(database, how)) as connection:
        connection.execute("PRAGMA query_only=ON")
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
        yield connection


def faults(database: Database, how: Read = Read.ALONE, *, thorough: bool = True) -> list[str]:
    """What SQLite finds wrong, a line each; empty when all is well. `thorough` follows indexes and references too."""
    check = "integrity_check" if thorough else "quick_check"
    try:
        with reading(database, how) as connection:
            said = [row[0] for row in connection.execute(f"PRAGMA {check}(20)")]
            found = [] if said == ["ok"] else said
            if thorough and isinstance(database, Sealed):  # a page nobody has to read to count the rows
                found += [row[0] for row in connection.execute("PRAGMA cipher_integrity_check").fetchmany(20)]
            if not found and thorough:
                lost = connection.execute("PRAGMA foreign_key_check").fetchmany(20)
                found = [f"{row[0]} {row[1]} points nowhere in {row[2]}" for row in lost]
            alien = "SELECT name FROM sqlite_master WHERE type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%'"
            return found + [f"{row[0]} does not belong here" for row in connection.execute(alien)]
    except sealed.errors() as error:
        return [str(error)]


@dataclass(frozen=True)
class Described:
    """What a database holds: its schema, rows by table, a word that changes with every step, its attached contents."""

    schema: str
    counts: dict[str, int]
    state: str
    contents: dict[str, int]  # size by digest


def names_of(database: Database, digest: str) -> list[str]:
    """The names under which a content is attached."""
    with reading(database, Read.LOGGED) as connection:
        rows = connection.execute("SELECT DISTINCT name FROM attachment WHERE digest = ? ORDER BY name", (digest,))
        return [row[0] for row in rows]


def describe(database: Database, how: Read = Read.ALONE) -> Described:
    """What there is to know of a database before it is put away."""
    with reading(database, how) as connection:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        tables = _tables(connection)
        counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}
        contents: dict[str, int] = {}
        if "attachment" in tables:
            contents = dict(connection.execute("SELECT digest, size FROM attachment ORDER BY digest").fetchall())
        return Described(found[0] if found else "", counts, _state(connection), contents)


def _tables(connection: sqlite3.Connection) -> list[str]:
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    return [row[0] for row in connection.execute(sql) if row[0] != "alembic_version"]


def state(database: Database) -> str:
    """A word that changes with every step, undo and redo."""
    with reading(database, Read.LOGGED) as connection:
        return _state(connection)


def _state(connection: sqlite3.Connection) -> str:
    last = connection.execute("SELECT max(id), max(undone_at) FROM step").fetchone()
    done = connection.execute("SELECT count(*) FROM step WHERE state = 'done'").fetchone()[0]
    return f"{last[0] or 0}/{done}/{last[1] or ''}"


@dataclass(frozen=True)
class NewStep:
    """One of the newest steps of a copy; `at` is UTC."""

    label: str
    values: dict[str, Any]
    at: datetime
    who: str


def newest(database: Database, number: int) -> list[NewStep]:
    """The newest steps of a copy that hold, the newest first."""
    sql = "SELECT label, details, at, who FROM step WHERE state = 'done' ORDER BY id DESC LIMIT ?"
    with reading(database) as connection:
        rows = connection.execute(sql, (number,)).fetchall()
    return [NewStep(row[0], json.loads(row[1] or "{}"), datetime.fromisoformat(row[2]), row[3]) for row in rows]


def last_step(database: Database) -> datetime | None:
    """When the newest step was made, UTC; None where there is none."""
    with reading(database, Read.LOGGED) as connection:
        found = connection.execute("SELECT at FROM step ORDER BY id DESC LIMIT 1").fetchone()
    return datetime.fromisoformat(found[0]) if found else None
