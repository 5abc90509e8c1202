"""Troubles of the desk on the command line: one sentence, exit code 1, and the desk as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from altdesk import soundness
from altdesk.services import people
from db import store
from db.step import now
from tests.cli.conftest import Terminal

COMMANDS = ("list people", "undo", "history --json", "backup a.zip", "export people a.xlsx")


def a_desk(terminal: Terminal) -> Path:
    with terminal.desk() as make:
        make.people(3)
    return terminal.data / "altdesk.db"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_damaged_desk_is_one_sentence(terminal: Terminal, command: str) -> None:
    database = a_desk(terminal)
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 4
    database.write_bytes(content)
    said = terminal(command, code=1).err
    assert "damaged" in said
    assert "altdesk restore" in said
    assert database.read_bytes() == content


def test_a_damaged_desk_is_salvaged(terminal: Terminal) -> None:
    database = a_desk(terminal)
    content = bytearray(database.read_bytes())
    content[-2000] ^= 4  # a page of one table, not of the schema
    database.write_bytes(content)
    said = terminal("salvage --json").data
    assert said["tables"]["person"]["rows"] == 3
    assert Path(said["before"]).is_dir()
    assert Path(said["report"]).exists()
    assert len(terminal("list people --json").data) == 3
    assert terminal("salvage").lines[0].startswith("Saved: ")


def test_a_newer_desk_is_one_sentence(terminal: Terminal) -> None:
    database = a_desk(terminal)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    for command in COMMANDS:
        assert "newer altdesk" in terminal(command, code=1).err


def test_a_clock_set_back_is_refused_until_it_is_accepted(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    a_desk(terminal)
    monkeypatch.setattr(soundness, "now", lambda: now() - timedelta(days=2))
    assert "--any-clock" in terminal("list people", code=1).err
    assert len(terminal("list people --json --any-clock").data) == 3
    assert len(terminal("list people --json").data) == 3
    monkeypatch.setattr(store, "now", lambda: now() + timedelta(minutes=1))
    with terminal.desk() as make:
        make.person("Жаңа")
    assert "--any-clock" in terminal("list people", code=1).err


def test_a_clock_a_few_hours_off_is_nobodys_business(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    a_desk(terminal)
    monkeypatch.setattr(soundness, "now", lambda: now() - timedelta(hours=6))
    terminal("list people")


def test_a_folder_that_cannot_be_reached_is_one_sentence(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    code, said = terminal.raw("--data", str(tmp_path / "file" / "desk"), "--lang", "en", "list", "people")
    assert code == 1
    assert len(said.err.splitlines()) == 1


@pytest.fixture
def small(terminal: Terminal) -> Iterator[Path]:
    """The desk's folder on a disk of its own of 3 MB."""
    terminal.data.mkdir()
    if (
        os.name != "posix"
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(terminal.data)], capture_output=True
        ).returncode
    ):
        pytest.skip("needs the right to mount a small disk")
    yield terminal.data
    subprocess.run(["umount", "-l", str(terminal.data)], check=True)


def test_a_full_disk_is_one_sentence_and_costs_nothing(terminal: Terminal, small: Path, tmp_path: Path) -> None:
    a_desk(terminal)
    listed = tmp_path / "тізім.csv"
    rows = "".join(f"Сынақов{chr(1072 + n % 32)}{chr(1072 + n // 32 % 32)}{n},Ерлан\n" for n in range(4000))
    listed.write_text(f"Тегі,Аты\n{rows}", encoding="utf-8-sig")
    free = shutil.disk_usage(small).free
    (small / "ballast").write_bytes(bytes(free - 300_000))
    assert "no room left on the disk" in terminal("import people", str(listed), code=1).err
    assert len(terminal("list people --json").data) == 3
    assert terminal("undo --json").data["label"].startswith("Add ")
    with terminal.desk() as make:
        assert people.ids(make.desk, people.PeopleQuery())


def test_a_folder_protected_from_writing_is_one_sentence(terminal: Terminal, small: Path) -> None:
    a_desk(terminal)
    subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
    for command in COMMANDS:
        assert "cannot be written" in terminal(command, code=1).err
    subprocess.run(["mount", "-o", "remount,rw", str(small)], check=True)
    assert len(terminal("list people --json").data) == 3
