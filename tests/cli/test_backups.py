"""`altdesk backup`, `restore` and `verify` on the command line."""

from __future__ import annotations

from pathlib import Path

from altdesk.backups.shelf import Shelf
from altdesk.domain.people import PeopleQuery
from altdesk.services import attachments, people
from tests.cli.conftest import Terminal


def a_desk(terminal: Terminal) -> None:
    with terminal.desk() as make:
        make.people(3)


def count(terminal: Terminal) -> int:
    with terminal.desk() as make:
        return people.count(make.desk, PeopleQuery())


def test_a_backup_is_made_looked_into_and_restored(terminal: Terminal, tmp_path: Path) -> None:
    a_desk(terminal)
    out = tmp_path / "көшірме.zip"
    made = terminal("backup --json", str(out)).data
    assert made["file"] == str(out)
    assert made["size"] == out.stat().st_size
    with terminal.desk() as make:
        make.person("Кейінгі")
    looked = terminal("restore --dry-run --json", str(out)).data
    assert (looked["restored"], looked["counts"]["person"]) == (False, 3)
    assert count(terminal) == 4
    restored = terminal("restore --json", str(out)).data
    assert restored["restored"]
    assert Path(restored["before"]).exists()
    assert looked["newest"] == restored["newest"]
    assert count(terminal) == 3


def test_lines_say_what_a_copy_holds(terminal: Terminal, tmp_path: Path) -> None:
    a_desk(terminal)
    out = tmp_path / "көшірме.zip"
    assert "көшірме.zip" in terminal("backup", str(out)).lines[0]
    said = terminal("verify", str(out)).lines
    assert said[0] == "The backup copy is whole."
    assert "People: 3" in said
    assert terminal("restore", str(out)).lines[0].startswith("The desk is as it was on")


def test_a_desk_is_verified(terminal: Terminal, tmp_path: Path) -> None:
    assert "no desk" in terminal("verify", code=1).err
    scan = tmp_path / "скан.pdf"
    scan.write_bytes(b"%PDF")
    with terminal.desk() as make:
        attachments.attach(make.desk, "person", make.person(), scan)
        kept = make.desk.files.path(attachments.of(make.desk, "person", 1)[0].digest)
    assert terminal("verify --json").data == {"ok": True, "files": 1, "damaged": []}
    kept.write_bytes(b"%PDf")
    assert terminal("verify", code=1).lines == [
        "1 of 1 attached files are missing or damaged:",
        "скан.pdf: its content was damaged.",
    ]
    (damaged,) = terminal("verify --json", code=1).data["damaged"]
    assert (damaged["name"], damaged["damage"]) == ("скан.pdf", "changed")


def test_refusals_are_one_line(terminal: Terminal, tmp_path: Path) -> None:
    a_desk(terminal)
    other = tmp_path / "басқа.zip"
    other.write_bytes(b"PK\x03\x04 something else")
    for command in ("restore", "verify", "restore --dry-run"):
        assert "no backup copy" in terminal(command, str(other), code=1).err
        assert "cannot be read" in terminal(command, str(tmp_path / "жоқ.zip"), code=1).err
    assert "does not exist" in terminal("backup", str(tmp_path / "жоқ" / "a.zip"), code=1).err
    assert count(terminal) == 3


def test_a_copy_is_restored_where_there_was_no_desk(terminal: Terminal, tmp_path: Path) -> None:
    a_desk(terminal)
    terminal("backup", str(tmp_path / "a.zip"))
    elsewhere = Terminal(tmp_path / "жаңа", terminal._capsys)
    assert elsewhere("restore --json", str(tmp_path / "a.zip")).data["before"] is None
    assert count(elsewhere) == 3


def test_a_command_that_changed_something_leaves_a_backup_once_an_hour(terminal: Terminal, tmp_path: Path) -> None:
    shelf = Shelf(terminal.data / "backups")
    terminal("list people")
    assert shelf.kept() == []
    a_desk(terminal)
    terminal("list people")
    assert len(shelf.kept()) == 1
    terminal("undo")
    terminal("undo")
    assert len(shelf.kept()) == 1


def test_an_undo_goes_on_after_a_restore(terminal: Terminal, tmp_path: Path) -> None:
    a_desk(terminal)
    terminal("backup", str(tmp_path / "a.zip"))
    terminal("undo")
    terminal("restore", str(tmp_path / "a.zip"))
    terminal("undo")
    assert count(terminal) == 2
