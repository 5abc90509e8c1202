"""Upgrades: data survives, a backup is made first, a failure leaves the old desk as it was."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from altdesk.backups import unpacking
from altdesk.backups.shelf import Shelf
from altdesk.desk import Desk
from altdesk.domain.backups import Reason
from altdesk.domain.people import PeopleQuery
from altdesk.services import acquaintance, history, people
from db import upgrade
from tests.make import Make

NEXT = '''"""A change of tomorrow."""

import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{head}"


def upgrade() -> None:
    with op.batch_alter_table("document", recreate="always") as batch:
        batch.add_column(sa.Column("shelf", sa.Text(), nullable=False, server_default=""))
    {more}
'''


@pytest.fixture
def old_desk(tmp_path: Path) -> Path:
    """A desk of today's schema with people, a document and a sheet; closed."""
    with Desk.open(tmp_path / "old", language="en") as desk:
        make = Make(desk)
        make.people(5)
        make.sheet(make.document())
    return tmp_path / "old"


def tomorrow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, more: str = "") -> None:
    """The program as it will be with one more migration."""
    folder = tmp_path / "migrations"
    shutil.copytree(upgrade.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9001.py").write_text(NEXT.format(head=upgrade.HEAD, more=more), encoding="utf-8")
    monkeypatch.setattr(upgrade, "MIGRATIONS", folder)
    monkeypatch.setattr(upgrade, "KNOWN", (*upgrade.KNOWN, "9001"))
    monkeypatch.setattr(upgrade, "HEAD", "9001")


def shape(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [row[0] for row in connection.execute("SELECT sql FROM sqlite_master ORDER BY name")]


def test_an_upgrade_keeps_every_row_and_makes_a_backup_first(
    old_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = shape(old_desk / "altdesk.db")
    tomorrow(monkeypatch, tmp_path)
    with Desk.open(old_desk, language="en") as desk:
        assert people.count(desk, PeopleQuery()) == 5
        assert len(acquaintance.sheet_by_number(desk, 1).rows) == 5
        while desk.undo():
            pass
        assert people.count(desk, PeopleQuery()) == 0
    (backup,) = Shelf(old_desk / "backups").kept()
    assert backup.reason is Reason.UPGRADE
    with unpacking.opened(backup.path) as package, package.database_at(tmp_path, lambda _size: None) as kept:
        assert shape(kept) == before
    assert upgrade.version(old_desk / "altdesk.db") == "9001"


@pytest.mark.parametrize("more", ['op.execute("DELETE FROM sheet_row")', "raise ZeroDivisionError"])
def test_an_upgrade_that_loses_rows_or_fails_leaves_the_old_desk(
    old_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str
) -> None:
    before = shape(old_desk / "altdesk.db")
    with monkeypatch.context() as patched:
        tomorrow(patched, tmp_path, more)
        with pytest.raises((RuntimeError, ZeroDivisionError)):
            Desk.open(old_desk, language="en")
    assert shape(old_desk / "altdesk.db") == before
    with Desk.open(old_desk, language="en") as desk:
        assert len(acquaintance.sheet_by_number(desk, 1).rows) == 5


def first_desk(folder: Path) -> Path:
    """A desk as the first program left it: people in one journal row each, joined words among the others."""
    database = folder / "altdesk.db"
    folder.mkdir(parents=True)
    upgrade.migrate(database, "0001")
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("INSERT INTO step VALUES (1, 'Add', '{}', '2026-09-01 10:00:00', '', 'done', NULL)")
        for number, name, words in ((1, "Әли-Хан Ерлан", "ali khan erlan alikhan"), (2, "Хан Әли", "khan ali")):
            key = " ".join(words.split()[:3])
            columns = "(id, surname, full_name, sort_key, fold_key, kind)"
            connection.execute(
                f"INSERT INTO person {columns} VALUES (?, ?, ?, ?, ?, 'staff')", (number, *[name] * 3, key)
            )
            after = {
                "surname": name,
                "full_name": name,
                "sort_key": name,
                "fold_key": key,
                "kind": "staff",
                "id": number,
            }
            row = (number, number, json.dumps(after, ensure_ascii=False))
            connection.execute("INSERT INTO journal VALUES (?, 1, 'person', ?, NULL, ?)", row)
            connection.executemany(
                "INSERT INTO search_word VALUES ('person', ?, ?)", [(word, number) for word in words.split()]
            )
        connection.execute("INSERT INTO counter VALUES ('step', 1), ('person', 2), ('journal', 2)")
        connection.commit()
    return folder


def test_the_first_program_s_people_are_found_told_and_taken_back(tmp_path: Path) -> None:
    def found(desk: Desk, text: str) -> list[int]:
        return list(people.ids(desk, PeopleQuery(text=text)))

    with Desk.open(first_desk(tmp_path / "old"), language="en") as desk:
        assert (found(desk, "алихан"), found(desk, "хан")) == ([1], [2, 1])
        with desk.store.read() as connection:
            joined = connection.exec_driver_sql("SELECT kind, word, record_id FROM search_word WHERE kind <> 'person'")
            assert [tuple(row) for row in joined] == [("person+", "alikhan", 1)]
        assert [line.changes for line in history.steps(desk)] == [2]
        assert {change.after for change in history.of_record(desk, "person", 2)} == {"Хан Әли", "staff"}
        desk.undo()
        assert found(desk, "") == []
        with desk.store.read() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM search_word").scalar() == 0
        desk.redo()
        assert (found(desk, "алихан"), found(desk, "хан")) == ([1], [2, 1])
