"""`altdesk print` and `export`: files whole or not at all, and on record only when they are there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pdfplumber
import pytest
from openpyxl import load_workbook

from altdesk.domain.acquaintance import USUAL_WAY
from altdesk.domain.people import PersonDraft
from altdesk.services import acquaintance, people
from tests.cli.conftest import Terminal


@pytest.fixture
def ready(terminal: Terminal) -> Terminal:
    """Thirty people and a sheet of one document."""
    with terminal.desk() as make:
        make.people(30, post="Маман")
        make.sheet(make.document("ЖН-ALT-40", "Ішкі тәртіп ережелері"))
    return terminal


def text_of(file: Path) -> list[str]:
    with pdfplumber.open(file) as pdf:
        return [page.extract_text() for page in pdf.pages]


def test_a_sheet_is_printed_and_on_record_with_its_map(ready: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "Танысу парағы.pdf"
    said = ready("print acquaintance --sheet 1 --json --blank-rows 3 --out", str(out)).data
    assert (said["file"], said["pages"]) == (str(out), 2)
    pages = text_of(out)
    assert "ТАНЫСУ ПАРАҒЫ № 1" in pages[0]
    assert "2-бет, барлығы 2" in pages[1]
    assert ready("list sheets --json").data[0]["printed_on"] == date.today().isoformat()
    with ready.desk() as make:
        layout = acquaintance.layout(make.desk, 1)
        assert layout is not None
        assert '"pages":2' in layout


def test_a_file_for_both_sides_has_its_backs(ready: Terminal, tmp_path: Path) -> None:
    ready("print acquaintance --sheet 1 --two-sided --out", str(tmp_path / "a.pdf"))
    with ready.desk() as make:
        layout = acquaintance.layout(make.desk, 1)
        assert layout is not None
        assert '"turned":[2]' in layout


def test_the_paper_has_its_own_language(ready: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    ready("print acquaintance --sheet 1 --out", str(out), language="en")
    assert "ТАНЫСУ ПАРАҒЫ" in text_of(out)[0]
    ready("print acquaintance --sheet 1 --lang ru --out", str(out), language="kk")
    assert "ЛИСТ ОЗНАКОМЛЕНИЯ" in text_of(out)[0]


def test_names_stay_as_first_printed(ready: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    with ready.desk() as make:
        first = acquaintance.sheet(make.desk, 1).rows[0]
        assert first.person_id is not None
        people.save(make.desk, first.person_id, PersonDraft("Аабаев", "Жаңа"))
    ready("print acquaintance --sheet 1 --out", str(out))
    assert "Аабаев Жаңа" in text_of(out)[0]
    with ready.desk() as make:
        people.save(make.desk, first.person_id, PersonDraft("Аабаев", "Кейінгі"))
    ready("print acquaintance --sheet 1 --out", str(out))
    assert "Аабаев Жаңа" in text_of(out)[0]


def test_one_page_again_leaves_the_kept_map(ready: Terminal, tmp_path: Path) -> None:
    ready("print acquaintance --sheet 1 --blank-rows 20 --out", str(tmp_path / "a.pdf"))
    with ready.desk() as make:
        kept = acquaintance.layout(make.desk, 1)
    said = ready("print acquaintance --sheet 1 --pages 2 --json --out", str(tmp_path / "b.pdf")).data
    assert said["pages"] == 1
    assert len(text_of(tmp_path / "b.pdf")) == 1
    with ready.desk() as make:
        assert acquaintance.layout(make.desk, 1) == kept


@pytest.mark.parametrize(
    "options",
    [
        "--pages 9 --out {}/a.pdf",
        "--pages x --out {}/a.pdf",
        "--blank-rows -1 --out {}/a.pdf",
        "--out {}/none/a.pdf",
        "--out {}/a.txt",
        "--out {}/a.xlsx",
        "--out {}",
    ],
)
@pytest.mark.parametrize("what", ["acquaintance", "residual"])
def test_a_print_that_fails_leaves_no_file_and_no_record(
    ready: Terminal, tmp_path: Path, what: str, options: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    steps = len(ready("history --json").data)
    ready(f"print {what} --sheet 1 {options.format(folder)}", code=1)
    assert list(folder.iterdir()) == []
    assert len(ready("history --json").data) == steps
    assert [sheet["printed_on"] for sheet in ready("list sheets --json").data] == [None]


def test_a_residual_sheet_has_a_number_of_its_own_and_the_open_rows(ready: Terminal, tmp_path: Path) -> None:
    ready("sheet mark --sheet 1 --rows 1-24 --date 1.10.2026")
    out = tmp_path / "r.pdf"
    said = ready("print residual --sheet 1 --json --out", str(out)).data
    assert (said["sheet"], said["pages"]) == (2, 1)
    assert "ТАНЫСУ ПАРАҒЫ № 2" in text_of(out)[0]
    newest = ready("list sheets --json").data[0]
    assert (newest["number"], newest["residual_of"], len(newest["rows"])) == (2, 1, 6)
    assert newest["printed_on"] is not None
    ready("undo")
    assert [sheet["number"] for sheet in ready("list sheets --json").data] == [1]


def test_a_residual_sheet_printed_twice_is_the_same_sheet(ready: Terminal, tmp_path: Path) -> None:
    ready("sheet mark --sheet 1 --rows 1-24 --date 1.10.2026")
    for name in ("r.pdf", "again.pdf"):
        assert ready("print residual --sheet 1 --json --out", str(tmp_path / name)).data["sheet"] == 2
    newest = ready("list sheets --json").data[0]
    assert (newest["number"], newest["expected_on"]) == (2, (date.today() + USUAL_WAY).isoformat())


def test_debts_of_one_person_and_of_everybody(ready: Terminal, tmp_path: Path) -> None:
    name = ready("list people --json").data[0]["full_name"]
    one, every = tmp_path / "one.pdf", tmp_path / "every.pdf"
    assert ready("print debts --json --out", str(one), "--person", name.upper()).data["pages"] == 1
    assert name in text_of(one)[0]
    assert ready("print debts --all --json --out", str(every)).data["pages"] == 30
    assert "nobody" in ready("print debts --person Жоқ --out", str(one), code=1).err
    assert "Several" in ready("print debts --person Айгүл --out", str(one), code=1).err


def test_coverage_prints_to_pdf_and_word(ready: Terminal, tmp_path: Path) -> None:
    for name in ("c.pdf", "c.docx"):
        assert ready("print coverage --json --out", str(tmp_path / name)).data["pages"] >= 1
        assert (tmp_path / name).stat().st_size > 1000


def test_a_sheet_in_word_is_on_record_too(ready: Terminal, tmp_path: Path) -> None:
    said = ready("print acquaintance --sheet 1 --json --out", str(tmp_path / "a.docx")).data
    assert said["pages"] == 2
    assert ready("list sheets --json").data[0]["printed_on"] is not None


def test_lists_are_exported_as_they_are(ready: Terminal, tmp_path: Path) -> None:
    with ready.desk() as make:
        make.person("=1+1", "<b>", "%s")
    rows = {"people": 31, "documents": 1, "acquaintance": 31}
    for what, count in rows.items():
        out = tmp_path / f"{what}.xlsx"
        assert ready(f"export {what} --json", str(out)).data == {"file": str(out), "rows": count}
        sheet = load_workbook(out).active
        assert sheet is not None
        assert sheet.max_row == count + 1
    sheet = load_workbook(tmp_path / "people.xlsx").active
    assert sheet is not None
    assert ("=1+1", "<b>", "%s") in [row[:3] for row in sheet.iter_rows(values_only=True)]
    ready("export people", str(tmp_path / "people.csv"), code=1)
