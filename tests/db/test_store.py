"""The store: steps are whole or nothing, reading cannot write, a kill leaves before or after."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import OperationalError

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.people import PeopleQuery, PersonDraft
from altdesk.domain.troubles import DeskTrouble, Trouble
from altdesk.folders import Folders
from altdesk.lock import DeskIsOpen
from altdesk.services import people
from db import upgrade
from db.models.people import unit
from tests.make import Make


def test_an_exception_takes_the_whole_step_back(desk: Desk) -> None:
    def broken() -> None:
        with desk.step("Broken") as step:
            step.add(unit, name="Институт")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    with desk.store.read() as connection:
        assert connection.execute(unit.select()).all() == []
    assert desk.undo() is None


def test_a_write_outside_a_step_raises(desk: Desk) -> None:
    with pytest.raises(OperationalError, match="readonly"), desk.store.read() as connection:
        connection.execute(insert(unit).values(id=1, name="Институт"))


def test_a_step_that_changes_nothing_leaves_no_trace(desk: Desk, make: Make) -> None:
    person = make.person("Асанов")
    before = desk.store.next_undo()
    assert people.save(desk, person, people.get(desk, person)).nothing
    assert desk.store.next_undo() == before


def test_a_new_step_ends_the_chance_to_redo(desk: Desk, make: Make) -> None:
    make.person("Асанов")
    desk.undo()
    make.person("Бақытов")
    assert desk.redo() is None


def test_listeners_hear_what_was_touched(desk: Desk, make: Make) -> None:
    heard: list[frozenset[str]] = []
    desk.on_change(lambda changed: heard.append(changed.tables))
    make.person("Асанов", unit="Институт")
    desk.undo()
    assert heard == [frozenset({"unit", "person"})] * 2


def test_threads_make_their_steps_one_after_another(desk: Desk) -> None:
    def work(name: str) -> None:
        for number in range(10):
            people.add(desk, PersonDraft(f"{name}{number}"))

    threads = [threading.Thread(target=work, args=(name,)) for name in ("Асанов", "Бақытов")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert people.count(desk, PeopleQuery()) == 20


def test_a_second_program_on_the_same_desk_is_refused(desk: Desk) -> None:
    with pytest.raises(DeskIsOpen):
        Desk.open(desk.folders.data)


def test_a_newer_database_is_refused_in_words(tmp_path: Path) -> None:
    Desk.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "altdesk.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(Refusal, match="newer altdesk"):
        Desk.open(tmp_path)


def test_a_file_that_is_no_desk_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "altdesk.db").write_bytes(b"not a database at all, but long enough" * 100)
    with pytest.raises(Refusal, match="damaged or is not a desk"):
        Desk.open(tmp_path)
    assert (tmp_path / "altdesk.db").read_bytes().startswith(b"not a database")


def test_the_head_written_in_the_program_is_the_head_of_the_migrations() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(upgrade.MIGRATIONS))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    assert script.get_current_head() == upgrade.HEAD
    assert {revision.revision for revision in script.walk_revisions()} == set(upgrade.KNOWN)


def test_models_and_migrations_say_the_same(desk: Desk) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from db.models import metadata

    with desk.store.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_migrations_can_be_said_in_the_sql_of_postgresql(capsys: pytest.CaptureFixture[str]) -> None:
    from alembic import command
    from alembic.config import Config

    from db.models import metadata

    config = Config()
    config.set_main_option("script_location", str(upgrade.MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.set_main_option("sqlalchemy.url", "postgresql://")
    command.upgrade(config, "head", sql=True)
    said = capsys.readouterr().out
    assert said.count("CREATE TABLE") == len(metadata.tables) + 1  # Alembic has one of its own
    assert "WHERE state = 'in_force'" in said


WORKER = """
import sys
from pathlib import Path
from altdesk.desk import Desk
from altdesk.domain.people import PersonDraft
from altdesk.services import people
from db.models.people import unit
desk = Desk.open(Path(sys.argv[1]), language="en")
print("ready", flush=True)
for number in range(10_000):
    with desk.step("Ten units") as step:
        for part in range(10):
            step.add(unit, name=f"{number}-{part}", fold_key=str(number), sort_key=str(number))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("seed", range(6))
def test_a_kill_at_any_moment_leaves_whole_steps(tmp_path: Path, seed: int) -> None:
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(tmp_path)], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": "."}
    )
    assert worker.stdout is not None
    worker.stdout.readline()
    time.sleep(random.Random(seed).uniform(0.0, 0.4))
    worker.kill()
    worker.wait()
    worker.stdout.close()
    with Desk.open(tmp_path, language="en") as desk, desk.store.read() as connection:
        units = connection.exec_driver_sql("SELECT count(*) FROM unit").scalar_one()
        steps = connection.exec_driver_sql("SELECT count(*) FROM step").scalar_one()
        journal = connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one()
        assert units == journal == steps * 10
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def test_a_sealed_step_is_not_undone_and_says_why(desk: Desk) -> None:
    with desk.step("Sealed") as step:
        step.add(unit, name="Институт")
        step.seal("No. %(number)s is final.", number=5)
    desk.done(step)
    with pytest.raises(Refusal, match=r"No\. 5 is final\."):
        desk.undo()
    assert desk.store.undo(even_sealed=True) is not None
    assert desk.redo() is not None
    with pytest.raises(Refusal, match="is final"):
        desk.undo()


def test_a_seal_does_not_hold_the_steps_after_it(desk: Desk, make: Make) -> None:
    with desk.step("Sealed") as step:
        step.add(unit, name="Институт")
        step.seal("Final.")
    desk.done(step)
    make.person("Асанов")
    assert desk.undo() is not None
    with pytest.raises(Refusal, match="Final"):
        desk.undo()


KILLED_WRITER = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=10")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE unit SET name = name || hex(zeroblob(2000))")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_kill_before_the_log_is_switched_on_is_taken_back_at_the_next_start(tmp_path: Path) -> None:
    with Desk.open(tmp_path, "en") as desk, desk.step("Units") as step:
        for number in range(300):
            step.add(unit, name=f"{number}", fold_key=str(number), sort_key=str(number))
    database = tmp_path / "altdesk.db"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    Folders(tmp_path).sums.unlink()  # as a desk has none that an older program or a copy left
    subprocess.run([sys.executable, "-c", KILLED_WRITER, str(database)], check=False, timeout=60)
    assert (tmp_path / "altdesk.db-journal").exists()
    with Desk.open(tmp_path, "en") as desk, desk.store.read() as connection:
        names = [row.name for row in connection.execute(select(unit.c.name))]
    assert sorted(names, key=int) == [str(number) for number in range(300)]


@pytest.mark.parametrize("left", [b"", None])
def test_a_desk_whose_database_is_empty_or_gone_is_not_begun_anew(tmp_path: Path, left: bytes | None) -> None:
    with Desk.open(tmp_path, "en") as desk:
        people.add(desk, PersonDraft("Асанов", "Ерлан"))
    for file in tmp_path.glob("altdesk.db*"):
        file.unlink()
    if left is not None:
        (tmp_path / "altdesk.db").write_bytes(left)
    with pytest.raises(DeskTrouble) as told:
        Desk.open(tmp_path, "en")
    assert told.value.trouble is Trouble.DAMAGED
    Folders(tmp_path).sums.unlink()
    with Desk.open(tmp_path, "en") as desk:  # nothing tells of an earlier desk: a first start that was cut off
        assert people.count(desk, PeopleQuery()) == 0
