"""Upgrades: brings a desk's database to the newest schema, all or nothing, after a verified copy."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.troubles import DeskTrouble, Trouble
from db import sealed
from db.errors import told, trouble_of
from db.sealed import Database, path_of

HEAD = "0017"
KNOWN = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0009",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
    "0017",
)
MIGRATIONS = Path(__file__).parent / "migrations"


def version(database: Database) -> str:
    """The schema revision of a database; empty for a new one. Raises Refusal when it is no desk of ours."""
    file = path_of(database)
    if not file.exists() or file.stat().st_size == 0:
        return ""
    try:
        with closing(sealed.connect(database, "mode=ro")) as connection:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except UnicodeDecodeError as error:  # SQLite names the damage with the damaged letters
        raise DeskTrouble(Trouble.DAMAGED, file=str(file)) from error
    except sealed.errors() as error:
        if "no such table" in str(error):
            return _unmarked(database)
        trouble = trouble_of(error, file)
        if trouble is not None and trouble.trouble is Trouble.READ_ONLY and _taken_back(database):
            return version(database)
        if trouble is not None:
            raise trouble from error
        raise Refusal(N_("The desk %(file)s cannot be opened: %(why)s."), file=str(file), why=error) from error
    return row[0] if row else ""


def _taken_back(database: Database) -> bool:
    """Whether half-done writing was there and is taken back: killed outside the write-ahead log, a program leaves a
    journal beside the database, and who may only read cannot look before somebody who may write has used it."""
    file = path_of(database)
    journal = file.with_name(f"{file.name}-journal")
    if not journal.exists():
        return False
    with told(file), closing(sealed.connect(database, "mode=rw")) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return not journal.exists()


def _unmarked(database: Database) -> str:
    """A database without a version: empty means a first start that was cut off, anything else is not ours."""
    with closing(sealed.connect(database, "mode=ro")) as connection:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise Refusal(N_("The file %(file)s is a database of another program."), file=str(path_of(database)))
    return ""


def upgrade(database: Database, before: Callable[[], object]) -> None:
    """Bring the database to HEAD, after a backup made by `before`. Raises Refusal when a newer program made it."""
    found = version(database)
    if found == HEAD:
        return
    refuse_newer(found)
    if found:
        before()
    with told(path_of(database)):
        migrate(database, HEAD)


def refuse_newer(found: str) -> None:
    """Raises DeskTrouble for a revision this program does not know."""
    if found and found not in KNOWN:
        raise DeskTrouble(Trouble.NEWER)


def migrate(database: Database, target: str) -> None:
    """Run the migrations up to `target` in one transaction; row counts of every kept table must come out the same."""
    from alembic import command
    from alembic.config import Config

    from db import engine

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    moving = engine.upgrading(database)
    try:
        with moving.begin() as connection:
            before = _counts(connection)
            config.attributes["connection"] = connection
            command.upgrade(config, target)
            after = _counts(connection)
            lost = [name for name in before if name in after and after[name] != before[name]]
            if lost:
                raise RuntimeError(f"rows changed in number during the upgrade: {', '.join(lost)}")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise RuntimeError("a reference points nowhere after the upgrade")
    finally:
        moving.dispose()


def _counts(connection: object) -> dict[str, int]:
    from sqlalchemy import Connection, inspect

    assert isinstance(connection, Connection)
    names = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
    return {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names}
