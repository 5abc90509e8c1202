"""`altdesk starter` and the tables it brings: listed row by row, printed as in the source, refused in words."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from openpyxl import load_workbook

from altdesk.services import documents
from tests.cli.conftest import Terminal


@pytest.fixture
def started(terminal: Terminal) -> Terminal:
    """A desk with the starter set."""
    terminal("starter")
    return terminal


def test_the_starter_set_says_what_came_and_what_was_left(terminal: Terminal) -> None:
    with terminal.desk() as make:
        make.document("ҚР-АЛТ-05", "Тәуекелдер")
    said = terminal("starter --json").data
    assert said["left"] == ["ҚР-АЛТ-05"]
    assert "ҚР-ALT-05" not in said["documents"]
    assert "ҚР-ALT-04" in said["documents"]
    assert len(said["tables"]) == 4
    assert said["abbreviations"].count("СҮ") == 2
    again = terminal("starter --json").data
    assert (again["documents"], again["tables"], again["abbreviations"]) == ([], [], [])
    assert "Already there and left alone" in terminal("starter").out
    assert terminal("undo").out == "Undone: Load the starter set\n"
    assert [each["code"] for each in terminal("list documents --json").data] == ["ҚР-АЛТ-05"]


def test_the_matrix_is_listed_row_by_row(started: Terminal) -> None:
    rows = started("list matrix --json").data
    assert [row["no"] for row in rows] == [1, 2, 3, 4, 5, 6]
    assert rows[0]["cells"] == ["Жоспарлау", "Б", "Б, Ж, О", "О", "Ж,О,Қ"]
    assert rows[0]["heads"][-1] == "СҮ"
    assert {(row["document"], row["revision"], row["kind"]) for row in rows} == {("ЖН-ALT-00", 1, "matrix")}
    assert len(started("list matrix --kind storage --json").data) == 5
    assert len(started("list matrix --kind all --document ЖН-АЛТ-00 --json").data) == 6 + 5 + 5 + 2
    assert "Б, Ж, О" in started("list matrix").out


def test_every_table_is_printed_in_every_output(started: Terminal, tmp_path: Path) -> None:
    for what in ("matrix", "outputs", "inputs", "storage", "tables"):
        out = tmp_path / f"{what}.pdf"
        assert started(f"print {what} --document ЖН-ALT-00 --json --out", str(out)).data["pages"] >= 1
        started(f"print {what} --document ЖН-ALT-00 --out", str(tmp_path / f"{what}.docx"))
    with pdfplumber.open(tmp_path / "storage.pdf") as pdf:
        assert "Іс-шаралар кестесі" in pdf.pages[0].extract_text()
    word = Document(str(tmp_path / "matrix.docx")).tables[0]
    assert word.rows[0].cells[2].text == word.rows[0].cells[5].text == "Жауапты құрылымдық бөлімшелер (лауазымы)"
    started("print storage --document ЖН-ALT-00 --out", str(tmp_path / "storage.xlsx"))
    book = load_workbook(tmp_path / "storage.xlsx")
    assert book.worksheets[0]["B4"].value == "СҮ жұмыс жоспары"
    book.close()
    started("print tables --document ЖН-ALT-00 --out", str(tmp_path / "tables.xlsx"))
    book = load_workbook(tmp_path / "tables.xlsx")
    assert len(book.sheetnames) == 4
    matrix = list(book.worksheets[2].iter_rows(values_only=True))
    assert str(matrix[0][0]).startswith("5.5.")
    assert "Б – бақылау" in str(matrix[-1][0])
    book.close()


def test_a_table_that_is_not_there_is_refused_in_words(started: Terminal, tmp_path: Path) -> None:
    with started.desk() as make:
        documents.add_revision(make.desk, documents.by_code(make.desk, "ҚР-ALT-05").id, 3)
    out = str(tmp_path / "a.pdf")
    assert (
        "has no such table: Responsibility matrix"
        in started("print matrix --document ҚР-ALT-05 --out", out, code=1).err
    )
    assert "has no tables" in started("print tables --document ҚР-ALT-05 --out", out, code=1).err
    assert "no such revision" in started("print matrix --document ҚР-ALT-06 --out", out, code=1).err
    assert "no document" in started("print matrix --document ҚР-99 --out", out, code=1).err
    started("print matrix --out", out, code=2)


def test_an_older_revision_prints_as_it_was(started: Terminal, tmp_path: Path) -> None:
    with started.desk() as make:
        desk = make.desk
        known = documents.by_code(desk, "ЖН-ALT-00")
        documents.add_revision(desk, known.id, 2)
    out = tmp_path / "a.pdf"
    started("print matrix --document ЖН-ALT-00 --revision 2 --out", str(out))
    with pdfplumber.open(out) as pdf:
        assert "Нұсқа: 2" in pdf.pages[0].extract_text()


def test_abbreviations_are_listed_with_what_is_not_known_left_empty(started: Terminal) -> None:
    found = {each["short"]: each["expansion"] for each in started("list abbreviations --json").data}
    assert found["ББЖ"] == "Біріктірілген басқару жүйесі"
    assert {found[short] for short in ("ЖСК", "ЖСБЖ", "СП", "КиСР", "ЖН")} == {""}
    assert [each["short"] for each in started("list abbreviations --json --search биристирилген").data] == []
    assert [each["short"] for each in started("list abbreviations --json --search биріктір").data] == ["ББЖ"]
