"""Desks of every schema there was come to today's with all they hold; an upgrade cut off leaves the desk of before."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from altdesk.backups.shelf import Shelf
from altdesk.closed import ClosedDesk
from altdesk.desk import Desk
from altdesk.domain.backups import Reason
from altdesk.domain.people import PeopleQuery
from altdesk.i18n import Translator
from altdesk.services import people, restoring
from db import backup, plausible, upgrade
from tests.db import golden


def rows(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, in the columns it has, by table; the index of words is the program's own."""
    with closing(sqlite3.connect(database)) as connection:
        every = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('alembic_version', 'search_word')"
        names = [row[0] for row in connection.execute(every) if not row[0].startswith("sqlite_")]
        return {name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in sorted(names)}


def kept(before: dict[str, list[tuple[object, ...]]], after: dict[str, list[tuple[object, ...]]]) -> None:
    """The same number of rows everywhere, and the journal and people as they were, with new columns behind."""
    assert {name: len(found) for name, found in before.items()} == {name: len(after[name]) for name in before}
    for name in ("journal", "person", "setting"):
        wide = len(before[name][0])
        assert [row[:wide] for row in after[name]] == before[name]


def test_there_is_a_golden_desk_of_the_first_revision_and_none_of_unknown_ones() -> None:
    assert golden.REVISIONS[0] == upgrade.KNOWN[0]
    assert set(golden.REVISIONS) <= set(upgrade.KNOWN)


@pytest.mark.parametrize("revision", golden.REVISIONS)
def test_an_old_desk_is_upgraded_with_all_it_holds(tmp_path: Path, revision: str) -> None:
    database = golden.put(revision, tmp_path)
    before = rows(database)
    with Desk.open(tmp_path, "en") as desk, desk.store.read() as connection:
        assert people.count(desk, PeopleQuery()) > 50
        assert plausible.everywhere(connection)
    assert upgrade.version(database) == upgrade.HEAD
    kept(before, rows(database))
    assert backup.faults(database, backup.Read.LOGGED) == []
    if revision != upgrade.HEAD:
        (copy,) = Shelf(tmp_path / "backups").kept()
        assert (copy.reason, copy.schema) == (Reason.UPGRADE, revision)


@pytest.mark.parametrize("revision", golden.REVISIONS)
def test_the_history_of_an_old_desk_can_be_undone_to_the_first_day(tmp_path: Path, revision: str) -> None:
    golden.put(revision, tmp_path)
    with Desk.open(tmp_path, "en") as desk:
        while desk.store.undo(even_sealed=True):
            pass
        assert people.count(desk, PeopleQuery(include_left=True)) == 0
        while desk.redo():
            pass
        assert people.count(desk, PeopleQuery()) > 50


def test_every_revision_on_the_way_is_a_desk_that_opens(tmp_path: Path) -> None:
    for at, revision in enumerate(upgrade.KNOWN[1:]):
        database = golden.put(golden.REVISIONS[0], tmp_path / str(at))
        before = rows(database)
        upgrade.migrate(database, revision)
        assert upgrade.version(database) == revision
        kept(before, rows(database))
        with Desk.open(database.parent, "en") as desk:
            assert people.count(desk, PeopleQuery()) > 50


@pytest.mark.parametrize("revision", golden.REVISIONS)
def test_the_backup_before_an_upgrade_brings_the_old_desk_back(tmp_path: Path, revision: str) -> None:
    database = golden.put(revision, tmp_path)
    before = rows(database)
    Desk.open(tmp_path, "en").close()
    copies = Shelf(tmp_path / "backups").kept()
    if copies:
        with ClosedDesk(tmp_path, Translator("en")) as closed:
            restoring.restore(closed, copies[0].path)
    kept(before, rows(database))


WORKER = """
import sys
from pathlib import Path
from altdesk.desk import Desk
import alembic.command, alembic.config, sqlalchemy
print("ready", flush=True)
Desk.open(Path(sys.argv[1]), "en").close()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("seed", range(4))
def test_an_upgrade_that_is_killed_leaves_the_old_desk_or_the_new_one(tmp_path: Path, seed: int) -> None:
    database = golden.put("0001", tmp_path)
    before = rows(database)
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(tmp_path)], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": "."}
    )
    assert worker.stdout is not None
    worker.stdout.readline()
    time.sleep(random.Random(seed).uniform(0.0, 0.6))
    worker.kill()
    worker.wait()
    worker.stdout.close()
    assert upgrade.version(database) in {"0001", upgrade.HEAD}
    kept(before, rows(database))
    with Desk.open(tmp_path, "en") as desk:
        assert people.count(desk, PeopleQuery()) > 50
    kept(before, rows(database))
    assert all(not copy.damaged for copy in Shelf(tmp_path / "backups").kept())
