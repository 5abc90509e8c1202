"""Upgrades: data survives, a backup is made first, a failure leaves the old desk as it was."""

from __future__ import annotations

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
from altdesk.services import acquaintance, people
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
