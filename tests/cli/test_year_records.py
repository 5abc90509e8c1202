"""`altdesk list|print|export sponsors|leadership|measures|assessments`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pdfplumber
import pytest
from openpyxl import load_workbook

from altdesk.domain.club_assessments import ClubAssessmentDraft, Score
from altdesk.domain.leadership import IssueDraft, LeadershipDraft
from altdesk.domain.measures import MeasureDraft
from altdesk.domain.minutes import Named
from altdesk.domain.sponsors import DonationDraft
from altdesk.services import club_assessments, leadership, measures, sponsors
from tests.cli.conftest import Terminal

KINDS = ("sponsors", "leadership", "measures", "assessments")
OLD, NEW = date(2025, 8, 31), date(2025, 9, 1)  # the last day of one academic year, the first of the next


@pytest.fixture
def ready(terminal: Terminal) -> Terminal:
    """One record of each kind in 2024-2025, and one in 2025-2026."""
    with terminal.desk() as make:
        desk = make.desk
        for day in (OLD, NEW):
            sponsors.add(desk, DonationDraft("«Үлгі» ЖШС", Decimal("150000.50"), "", day, None, "Шарт № 1", day, "=1"))
            issue = IssueDraft("Асханадағы кезек", "Касса ашылады", "Асхана", day, day)
            leadership.add(desk, LeadershipDraft(day, Named("Басшыбаев Үлгі", "Ректор"), participants=40), [issue])
            measures.add(desk, MeasureDraft("Зертхана жабдығы", taken_on=day, cost=Decimal("1250000")))
            scores = (Score("Жоспар", 30, 20), Score("Белсенділік", 20, 15))
            club_assessments.add(desk, ClubAssessmentDraft("«Таза қала» бастамасы", day, "Бас маман", 35, scores))
        sponsors.add(desk, DonationDraft("«Мысал» АҚ", None, "40 жинақ", NEW))
    return terminal


def test_sponsors_are_listed_with_sums_as_numbers(ready: Terminal) -> None:
    found = ready("list sponsors --year 2025-2026 --json").data
    assert found[1] == {
        "id": 2,
        "sponsor": "«Үлгі» ЖШС",
        "amount": 150000.5,
        "event": "",
        "event_on": None,
        "document": "Шарт № 1",
        "document_on": "2025-09-01",
        "received_on": "2025-09-01",
        "note": "=1",
        "in_kind": "",
    }
    assert (found[0]["sponsor"], found[0]["amount"], found[0]["in_kind"]) == ("«Мысал» АҚ", 0, "40 жинақ")
    assert len(ready("list sponsors --json").data) == 3
    assert ready("list sponsors").lines[-1] == "Total: 300\u00a0001\u00a0₸"
    assert [each["sponsor"] for each in ready("list sponsors --json --search мысал").data] == ["«Мысал» АҚ"]


def test_the_other_lists_tell_what_they_hold(ready: Terminal) -> None:
    (meeting,) = ready("list leadership --year 2024 --json").data
    assert (meeting["leader"], meeting["audience"], meeting["held_on"]) == ("Басшыбаев Үлгі", "students", "2025-08-31")
    assert meeting["issues"][0]["issue"] == "Асханадағы кезек"
    (measure,) = ready("list measures --year 2025-2026 --json").data
    assert (measure["cost"], measure["conditions"], measure["unit"]) == (1250000, "study", "")
    (made,) = ready("list assessments --year 2025/2026 --json").data
    assert (made["kind"], made["points"], made["most"], made["percent"]) == ("initiative", 35, 50, 70)
    assert [each["points"] for each in made["scores"]] == [20, 15]


@pytest.mark.parametrize("kind", KINDS)
def test_a_year_divides_the_records_without_a_rest(ready: Terminal, kind: str) -> None:
    every = {each["id"] for each in ready(f"list {kind} --json").data}
    parts = [{each["id"] for each in ready(f"list {kind} --year {year} --json").data} for year in ("2024", "2025")]
    assert parts[0] | parts[1] == every
    assert not parts[0] & parts[1]
    assert "2025-2026" in ready(f"list {kind} --year жыл", code=1).err


@pytest.mark.parametrize("kind", KINDS)
def test_papers_come_in_every_output_and_language(ready: Terminal, tmp_path: Path, kind: str) -> None:
    for ending in ("pdf", "docx", "xlsx"):
        out = tmp_path / f"{kind}.{ending}"
        ready(f"print {kind} --lang ru --out", str(out))
        assert out.stat().st_size > 1000
    with pdfplumber.open(tmp_path / f"{kind}.pdf") as pdf:
        text = pdf.pages[0].extract_text()
    assert "2025-2026 учебный год" in text
    assert "01.09.2025" in text
    assert "31.08.2025" not in text


def test_a_sum_on_paper_in_excel_is_a_number(ready: Terminal, tmp_path: Path) -> None:
    ready("print sponsors --out", str(tmp_path / "a.xlsx"))
    book = load_workbook(tmp_path / "a.xlsx")
    assert [row[2].value for row in book.worksheets[0].iter_rows(min_row=2)] == [150000.5, "заттай: 40 жинақ"]
    book.close()
    assert ready("export sponsors --json", str(tmp_path / "b.xlsx")).data["rows"] == 3
    book = load_workbook(tmp_path / "b.xlsx")
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=2)]
    assert [row[1] for row in rows] == [0, 150000.5, 150000.5]
    assert rows[1][7] == "=1"
    book.close()


def test_the_sheet_of_one_assessment_is_printed(ready: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "парақ.pdf"
    ready("print assessments --id 2 --out", str(out))
    with pdfplumber.open(out) as pdf:
        text = pdf.pages[0].extract_text()
    assert "БАҒАЛАУ ПАРАҒЫ" in text
    assert "35" in text
    assert "no such assessment" in ready("print assessments --id 9 --out", str(out), code=1).err


@pytest.mark.parametrize("kind", KINDS)
def test_empty_lists_are_lists_and_papers_too(terminal: Terminal, tmp_path: Path, kind: str) -> None:
    assert terminal(f"list {kind} --json").data == []
    terminal(f"list {kind}")
    terminal(f"print {kind} --out", str(tmp_path / "a.pdf"))
    assert terminal(f"export {kind} --json", str(tmp_path / "a.xlsx")).data["rows"] == 0
