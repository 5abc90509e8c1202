"""Checksums of the pages of a closed database: SQLite finds broken structures by itself, not a letter turned over.

They are written when a desk is closed and forgotten before it is written again, so they speak of a file at rest. Where
there are none (a program was killed), SQLite's own check has to do.
"""

from __future__ import annotations

import json
import zlib
from array import array
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from db import sealed
from db.sealed import Database, path_of

PAGE = 4096
_HEAD = b"altdesk sums 1\n"
_PIECE = PAGE * 256


@dataclass(frozen=True)
class Sums:
    """The size of a database in bytes, a word for the moment it was closed at, and a CRC-32 of each of its pages."""

    size: int
    moment: str
    pages: array[int]


def write(database: Database, target: Path) -> None:
    """Note the sums of a database that nobody has open. Raises OSError and sealed.errors()."""
    pages = _of(database)
    said = json.dumps({"size": path_of(database).stat().st_size, "moment": moment(database)}).encode() + b"\n"
    content = _HEAD + said + pages.tobytes()
    part = target.with_name(f".part-{target.name}")
    part.write_bytes(content + zlib.crc32(content).to_bytes(4, "big"))
    part.replace(target)


def read(target: Path) -> Sums | None:
    """The sums that were noted; None where there are none, or they are damaged themselves."""
    try:
        content = target.read_bytes()
    except OSError:
        return None
    body, check = content[:-4], content[-4:]
    if not body.startswith(_HEAD) or zlib.crc32(body).to_bytes(4, "big") != check:
        return None
    said, _, sums = body[len(_HEAD) :].partition(b"\n")
    known = json.loads(said)
    pages = array("I")
    pages.frombytes(sums)
    return Sums(known["size"], known["moment"], pages)


def forget(target: Path) -> None:
    """They hold no longer: the database is about to be written. Raises OSError."""
    target.unlink(missing_ok=True)


def damaged(database: Database, noted: Sums) -> list[int] | None:
    """The pages (from 1) that are not what they were; None where the sums speak of another moment of the desk.

    A file whose moment cannot be read any more is taken for the one they speak of. Raises OSError.
    """
    try:
        if moment(database) != noted.moment:
            return None
    except sealed.errors():
        pass
    now = _of(database)
    if now == noted.pages:
        return []
    every = range(max(len(now), len(noted.pages)))
    return [at + 1 for at in every if now[at : at + 1] != noted.pages[at : at + 1]]


def moment(database: Database) -> str:
    """Which moment of the desk a database is: its newest step, and how many steps hold. Raises sealed.errors()."""
    with closing(sealed.connect(database, "mode=ro")) as connection:
        last = connection.execute("SELECT max(id) FROM step").fetchone()[0]
        done = connection.execute("SELECT count(*) FROM step WHERE state = 'done'").fetchone()[0]
    return f"{last or 0}/{done}"


def _of(database: Database) -> array[int]:
    pages = array("I")
    with path_of(database).open("rb") as file:
        while piece := file.read(_PIECE):
            view = memoryview(piece)
            pages.extend(zlib.crc32(view[at : at + PAGE]) for at in range(0, len(piece), PAGE))
    return pages


def in_order(database: Database) -> bool:
    """Whether the steps are what the program writes: known states, and the newest the last one given out."""
    sql = "SELECT count(*) FROM step WHERE state NOT IN ('done', 'undone', 'discarded')"
    with closing(sealed.connect(database, "mode=ro")) as connection:
        unknown = connection.execute(sql).fetchone()[0]
        last = connection.execute("SELECT max(id) FROM step").fetchone()[0] or 0
        given = connection.execute("SELECT value FROM counter WHERE name = 'step'").fetchone()
    return unknown == 0 and last == (given[0] if given else 0)
