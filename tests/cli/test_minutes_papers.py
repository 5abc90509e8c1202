"""`altdesk print` of minutes, extracts, attendance, registers and tasks: the right meeting, the right file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from openpyxl import load_workbook

from altdesk.domain.minutes import Named
from altdesk.services import minutes
from tests.cli.conftest import Terminal
from tests.make import TODAY

BODY = ("--body", "Студенттік үкімет")


@pytest.fixture
def ready(terminal: Terminal) -> Terminal:
    """A student government with two final meetings, the second with two decisions."""
    with terminal.desk() as make:
        body = make.body(members=8)
        make.final(body, held_on=date(2026, 9, 10))
        made = make.minutes(body, held_on=date(2026, 10, 10))
        person = minutes.get(make.desk, made).attendees[2]
        make.point(made, "Бірінші шешім")
        make.point(made, "Екінші шешім", responsible=(Named(person.full_name, "", person.person_id),))
        minutes.finalize(make.desk, made, "", TODAY)
    return terminal


def text_of(file: Path) -> str:
    with pdfplumber.open(file) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def test_minutes_by_number_and_the_newest_without(ready: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    said = ready("print minutes --number 1 --json --out", str(out), *BODY).data
    assert said["pages"] == 1
    assert "2026 жылғы 10 қыркүйек" in text_of(out)
    ready("print minutes --out", str(out))
    assert "2026 жылғы 10 қазан" in text_of(out)
    ready("print minutes --short --lang ru --out", str(out))
    assert "КРАТКИЙ ПРОТОКОЛ № 2" in text_of(out)


def test_minutes_as_word(ready: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "a.docx"
    ready("print minutes --out", str(out))
    assert "ХАТТАМА № 2" in [paragraph.text for paragraph in Document(str(out)).paragraphs]


def test_the_decisions_of_a_meeting_as_a_workbook(ready: Terminal, tmp_path: Path) -> None:
    book = tmp_path / "m.xlsx"
    for what in ("minutes", "minutes --short"):
        ready(f"print {what} --out", str(book))
        rows = [[cell.value for cell in row] for row in load_workbook(book).active.iter_rows(min_row=2)]
        assert [row[3:5] for row in rows][:2] == [["1.1", "Бірінші шешім"], ["1.2", "Екінші шешім"]]
    ready("print extract --point 1.2 --out", str(book))
    rows = [[cell.value for cell in row] for row in load_workbook(book).active.iter_rows(min_row=2)]
    assert [row[3:5] for row in rows] == [["1.2", "Екінші шешім"]]


def test_an_extract_of_one_decision(ready: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    ready("print extract --point 1.2 --date 15.10.2026 --out", str(out))
    assert "Екінші шешім" in text_of(out)
    assert "Бірінші шешім" not in text_of(out)
    ready("print extract --point 9.9 --out", str(out), code=1)


def test_an_extract_is_of_the_newest_final_minutes(ready: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    with ready.desk() as make:
        make.minutes(1, date(2026, 11, 5), items=("Әлі шешілмеген",))
    ready("print extract --point 1.2 --out", str(out), *BODY)
    assert "Екінші шешім" in text_of(out)


def test_attendance_register_and_tasks(ready: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    ready("print attendance --out", str(out))
    assert "№ 2 хаттамаға қосымша" in text_of(out)
    book = tmp_path / "r.xlsx"
    ready("print minutes-register --year 2026-2027 --out", str(book), *BODY)
    assert [row[0].value for row in load_workbook(book).active.iter_rows(min_row=2)] == ["1", "2"]
    ready("print tasks --open --out", str(book), *BODY)
    assert [row[1].value for row in load_workbook(book).active.iter_rows(min_row=2)] == ["Екінші шешім"]
    with ready.desk() as make:
        name = minutes.get(make.desk, 2).attendees[2].full_name
    ready("print tasks --out", str(out), "--person", name)
    assert name in text_of(out)


def test_a_number_needs_its_body(ready: Terminal, tmp_path: Path) -> None:
    ready("print minutes --number 1 --out", str(tmp_path / "a.pdf"), code=2)
    assert list(tmp_path.glob("*.pdf")) == []


def test_what_is_not_there_is_refused(ready: Terminal, tmp_path: Path) -> None:
    out = str(tmp_path / "a.pdf")
    ready("print minutes --body Жоқ --out", out, code=1)
    ready("print minutes --number 77 --out", out, *BODY, code=1)
    ready("print minutes --id 4711 --out", out, code=1)
    assert list(tmp_path.glob("*.pdf")) == []
