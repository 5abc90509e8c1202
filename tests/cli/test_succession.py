"""`altdesk handover`: what a successor must accept, in a folder."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Terminal


def test_both_files_are_there(terminal: Terminal, tmp_path: Path) -> None:
    with terminal.desk() as make:
        make.task("Есеп")
    said = terminal("handover --paper ru --json --out", str(tmp_path)).data
    assert Path(said["paper"]).name.startswith("Акт приёма-передачи дел")
    assert Path(said["paper"]).is_file()
    assert Path(said["workbook"]).suffix == ".xlsx"


def test_a_missing_folder_is_one_line(terminal: Terminal, tmp_path: Path) -> None:
    assert "does not exist" in terminal("handover --out", str(tmp_path / "жоқ"), code=1).err
