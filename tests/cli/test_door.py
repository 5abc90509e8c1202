"""The door: the program as a process, under any locale, without Qt and without a screen; faults end in one line."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from altdesk import display
from altdesk.desk import Desk
from altdesk.services import people
from tests.cli.conftest import Terminal

BARE = {"PATH": os.environ.get("PATH", ""), "SYSTEMROOT": os.environ.get("SYSTEMROOT", "")}


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "altdesk", *arguments],
        env=BARE | environment,
        capture_output=True,
        cwd=Path(__file__).parents[2],
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "cp1251"},
    ],
    ids=["none", "C", "ascii", "cp1251"],
)
def test_kazakh_goes_out_under_every_locale(terminal: Terminal, environment: dict[str, str]) -> None:
    with terminal.desk() as make:
        make.person("Қасымова", "Іңкәр")
    folder = terminal.data.parent / "desk"
    terminal.data.rename(folder)
    for form in ("--json", "--lang=kk"):
        ended = process("--data", str(folder), "list", "people", form, **environment)
        assert ended.returncode == 0, ended.stderr
        assert "Қасымова Іңкәр" in ended.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always has a screen")
def test_without_a_screen_the_window_is_one_clear_line() -> None:
    ended = process("--lang", "en")
    assert ended.returncode == 1
    assert ended.stderr.decode().splitlines() == [
        "There is no screen for the window. Commands work without one: altdesk --help"
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always has a screen")
def test_a_dead_display_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    for name in ("", ":7654", "nowhere.invalid:0", "broken"):
        monkeypatch.setenv("DISPLAY", name)
        assert not display.available()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert display.available()


def test_commands_start_without_qt(tmp_path: Path) -> None:
    script = (
        "import sys; from altdesk import cli; assert not cli.run(sys.argv[1:], None);"
        "heavy = {'PySide6', 'reportlab', 'docx', 'openpyxl', 'python_calamine', 'qtawesome', 'cryptography',"
        "'sqlcipher3'};"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    command = [sys.executable, "-c", script, "--data", str(tmp_path / "desk"), "list", "people"]
    ended = subprocess.run(command, capture_output=True, cwd=Path(__file__).parents[2], check=False, timeout=300)
    assert ended.returncode == 0, ended.stderr.decode()


def test_a_name_python_cannot_encode_is_escaped_not_fatal(terminal: Terminal) -> None:
    said = terminal("list documents --json --search", "\udcff\ud800")
    assert json.loads(said.out) == []


def test_a_desk_open_elsewhere_a_newer_one_and_a_foreign_file_are_refused(terminal: Terminal) -> None:
    with terminal.desk():
        assert "already open" in terminal("list people", code=1).err
    with closing(sqlite3.connect(terminal.data / "altdesk.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    assert "newer" in terminal("list people", code=1).err
    (terminal.data / "altdesk.db").write_bytes(b"no database at all" * 100)
    assert terminal("list people", code=1).err


def test_a_data_folder_that_is_a_file_is_refused(terminal: Terminal) -> None:
    terminal.data.write_text("x", encoding="utf-8")
    assert "cannot be written" in terminal("list people", code=1).err


def test_refusals_speak_the_language_asked_for_or_the_desks(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def listen(desk: Desk) -> None:
        asked.append(desk.say.language)

    monkeypatch.setattr(Desk, "undo", listen)
    terminal("undo", language="ru", code=1)
    (terminal.data / "settings.json").write_text('{"language": "en"}', encoding="utf-8")
    terminal.raw("--data", str(terminal.data), "undo")
    assert asked == ["ru", "en"]


def test_a_fault_of_the_program_is_one_line_and_a_report(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "ids", lambda *_: 1 / 0)
    said = terminal("list people", code=1)
    (report,) = (terminal.data / "logs").iterdir()
    assert str(report) in said.err
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")


def test_without_a_command_the_window_opens_on_the_desk_named(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(display, "available", lambda: True)
    assert terminal.raw("--data", str(terminal.data), "--lang", "ru")[0] == 0
    assert terminal.raw()[0] == 0
    assert terminal.window.opened == [(terminal.data, "ru"), (None, None)]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_help_explains_every_command(terminal: Terminal, language: str) -> None:
    code, said = terminal.raw("--lang", language, "--help")
    assert code == 0
    for command in ("demo", "import", "export", "list", "sheet", "print", "undo", "history", "self-test"):
        assert command in said.out
