"""`altdesk person …`: what is done about one person."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from altdesk.services import people
from tests.cli.conftest import Terminal


def left(terminal: Terminal) -> None:
    with terminal.desk() as make:
        people.leave(make.desk, [make.person("Асанов", "Ерлан")], date(2026, 11, 1))
        make.task("Асановтан сұрау")


def test_a_person_is_made_anonymous_after_a_look(terminal: Terminal) -> None:
    left(terminal)
    looked = terminal("person anonymize --person Асанов --dry-run --json").data
    text = {"kind": "task", "name": "Асановтан сұрау"}
    assert looked == {"person": "Асанов Ерлан", "papers": [], "backups": [], "texts": [text]}
    done = terminal("person anonymize --person Асанов --why Өтініш")
    assert done.lines[0] == "Anonymous No. 1"
    assert "  Task: Асановтан сұрау" in done.lines
    assert "made anonymous here" in terminal("undo", code=1).err


def test_a_reason_is_needed(terminal: Terminal) -> None:
    left(terminal)
    assert "--why is missing" in terminal("person anonymize --person Асанов", code=2).err
    assert "Type why" in terminal("person anonymize --person Асанов --why", "  ", code=1).err


def test_the_data_card_is_printed(terminal: Terminal, tmp_path: Path) -> None:
    left(terminal)
    for name in ("карта.pdf", "карта.docx"):
        out = tmp_path / name
        assert terminal("print person-card --person Асанов --json --out", str(out)).data["pages"] == 1
        assert out.stat().st_size > 2000
