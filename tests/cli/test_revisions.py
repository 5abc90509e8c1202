"""`altdesk revision …`, `print document-card`, `verify`: the life of a document on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pdfplumber
import pytest

from altdesk.services import attachments, documents
from tests.cli.conftest import Terminal
from tests.days import ahead


@pytest.fixture
def ready(terminal: Terminal) -> Terminal:
    with terminal.desk() as make:
        make.document("ЖН-1", "Ереже")
    return terminal


def state(terminal: Terminal) -> tuple[int, str]:
    (line,) = terminal("list documents --json").data
    return line["revision"], line["state"]


def test_a_revision_is_added_agreed_and_put_in_force(ready: Terminal) -> None:
    assert ready("revision add --document ЖН-1 --json").data["state"] == "draft"
    ready("revision agree --document ЖН-1 --date 1.10.2026 --name Тәуекел --post Директор")
    said = ready("revision put-in-force --document ЖН-1 --date 5.10.2026 --name Мысалова --json").data
    assert (said["revision"], said["state"], said["effective_on"]) == (2, "in_force", "2026-10-05")
    assert [(step["state"], step["on"], step["name"], step["post"]) for step in said["steps"]][1:] == [
        ("agreed", "2026-10-01", "Тәуекел", "Директор"),
        ("in_force", "2026-10-05", "Мысалова", ""),
    ]
    assert state(ready) == (2, "in_force")
    ready("revision withdraw --document ЖН-1 --revision 2 --date 6.10.2026")
    assert "stays as it is" in ready("revision withdraw --document ЖН-1 --revision 2", code=1).err


def test_a_day_to_come_is_waited_for(ready: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    ready(f"revision add --document ЖН-1 --date {ahead(20):%d.%m.%Y}")
    assert state(ready) == (1, "in_force")
    with ready.desk() as make:
        from altdesk.services import daily

        assert daily.catch_up(make.desk, ahead(20))
    assert state(ready) == (2, "in_force")


def test_a_file_is_attached_and_a_damaged_one_named(ready: Terminal, tmp_path: Path) -> None:
    scan = tmp_path / "Скан.pdf"
    scan.write_bytes(b"%PDF signed")
    other = tmp_path / "Түпнұсқа.docx"
    other.write_bytes(b"PK word")
    digest = ready(f"revision attach --document ЖН-1 --role scan --json --file {scan}").data["sha256"]
    gone = ready(f"revision attach --document ЖН-1 --role original --json --file {other}").data["sha256"]
    assert ready("verify --json").data["damaged"] == []
    with ready.desk() as make:
        make.desk.files.path(digest).write_bytes(b"%PDF forged")
        make.desk.files.path(gone).unlink()
    code, said = ready.raw("--data", str(ready.data), "verify", "--json")
    assert code == 1
    damaged = {each["name"]: each["damage"] for each in json.loads(said.out)["damaged"]}
    assert damaged == {"Скан.pdf": "changed", "Түпнұсқа.docx": "missing"}
    with ready.desk() as make:
        (revision,) = documents.by_code(make.desk, "ЖН-1").revisions
        assert len(attachments.of(make.desk, "revision", revision.id)) == 2


def test_the_card_shows_revisions_and_says_when_the_document_is_withdrawn(ready: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "card.pdf"
    ready("print document-card --document ЖН-1 --out", str(out))
    with pdfplumber.open(out) as pdf:
        text = pdf.pages[0].extract_text()
    assert "ҚҰЖАТТЫҢ КАРТАСЫ" in text
    assert "КҮШІ ЖОЙЫЛДЫ" not in text
    ready("revision withdraw --document ЖН-1")
    for command in ("print document-card", "print changes"):
        ready(f"{command} --document ЖН-1 --out", str(out))
        with pdfplumber.open(out) as pdf:
            assert "КҮШІ ЖОЙЫЛДЫ" in pdf.pages[0].extract_text()
