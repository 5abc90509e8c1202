"""Whether a desk is consistent: every row is what the journal says, nothing is half, nothing points nowhere."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import select

from altdesk.backups.shelf import Shelf
from altdesk.desk import Desk
from altdesk.disk import HALF
from altdesk.domain.records import technical
from altdesk.files import FileStore
from db import backup, entries
from db.entries import Entry
from db.models import metadata
from db.models.desk import journal, step

OWN = {"counter", "journal", "search_word", "step"}
Rows = dict[int, dict[str, Any]]


def look(desk: Desk) -> None:
    """Everything that has to hold of an open desk."""
    assert backup.faults(desk.folders.database, backup.Read.LOGGED) == []
    rows_are_as_the_journal_says(desk)
    contents_are_whole(desk)
    nothing_is_half(desk.folders.data)
    assert not any(each.damaged for each in Shelf(desk.folders.backups).kept())


def rows_are_as_the_journal_says(desk: Desk) -> None:
    meant = _meant(desk)
    with desk.store.read() as connection:
        for table in metadata.sorted_tables:
            if table.name in OWN:
                continue
            said = meant.get(table.name, {})
            there = {row["id"]: dict(row) for row in connection.execute(select(table)).mappings()}
            assert there.keys() == said.keys(), table.name
            for number, row in there.items():
                plain = json.loads(entries.whole(row))
                for name in plain.keys() | said[number].keys():
                    if not technical(name):
                        assert (plain.get(name) or None) == (said[number].get(name) or None), (table.name, number, name)


def _meant(desk: Desk) -> dict[str, Rows]:
    """Every row as the steps that hold left it."""
    meant: dict[str, Rows] = {}
    columns = [journal.c[name] for name in Entry._fields]
    chosen = select(*columns).join(step, step.c.id == journal.c.step_id).where(step.c.state == "done")
    with desk.store.read() as connection:
        for row in connection.execute(chosen.order_by(journal.c.id)):
            entry = Entry(*row)
            rows = meant.setdefault(entry.kind, {})
            for number, _before, after in entries.told(entry):
                if entry.after is None:
                    del rows[number]
                elif entry.before is None:
                    assert number not in rows
                    rows[number] = dict(after)
                else:
                    rows[number].update(after)
    return meant


def contents_are_whole(desk: Desk) -> None:
    files = FileStore(desk.folders.files)
    for digest in backup.describe(desk.folders.database, backup.Read.LOGGED).contents:
        assert files.whole(digest)


def nothing_is_half(folder: Path) -> None:
    half = [path.name for path in folder.rglob("*") if path.name.startswith(HALF)]
    assert half == [], half


def newest_step(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "altdesk.db")) as connection:
        return int(connection.execute("SELECT coalesce(max(id), 0) FROM step").fetchone()[0])
