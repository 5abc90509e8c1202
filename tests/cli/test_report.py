"""`altdesk list reports`, `altdesk print yearly-report|execution-report`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pdfplumber
import pytest

from altdesk.domain.report import ReportDraft
from altdesk.services import plans_rows, report
from db.models.events import event
from db.models.plans import plan_row
from tests.cli.conftest import Terminal


@pytest.fixture
def ready(terminal: Terminal) -> Terminal:
    with terminal.desk() as make:
        on = date(2025, 10, 1)
        of = make.plan(("Жұмыс", "01.10.2025"), year=2025, title="СҮ жоспары")
        with make.desk.step("seed") as step:
            step.change(plan_row, plans_rows.of(make.desk, of)[0].id, state="held")
            named = {"title": "Акция", "level": "city", "participants": 7}
            step.add(event, starts_on=on, ends_on=on, state="held", sequence=0, **named)
    return terminal


def test_the_latest_year_is_printed_and_what_it_lacks_is_said(ready: Terminal, tmp_path: Path) -> None:
    for ending in ("pdf", "docx", "pptx"):
        file = tmp_path / f"есеп.{ending}"
        data = ready("print yearly-report --json --out", str(file)).data
        assert file.stat().st_size > 1000
        assert {"gap": "no_result", "count": 1} in data["gaps"]
    with pdfplumber.open(tmp_path / "есеп.pdf") as pdf:
        assert "2025-2026 оқу жылы" in (pdf.pages[0].extract_text() or "")


def test_a_period_of_one_plan_is_printed(ready: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "есеп.pdf"
    asked = "print execution-report --from 01.09.2025 --to 31.12.2025 --lang ru --json"
    assert ready(asked, "--plan", "сү жоспары", "--out", str(file)).data["pages"] >= 1
    with pdfplumber.open(file) as pdf:
        text = pdf.pages[0].extract_text()
    assert "01.09.2025 – 31.12.2025" in text
    assert "СҮ жоспары" in text


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("--year 2025-2027", 1),
        ("--from 01.09.2025", 2),
        ("--year 2025 --from 01.09.2025 --to 02.09.2025", 2),
        ("--plan жоқ", 1),
    ],
)
def test_what_makes_no_period_is_refused_in_one_line(ready: Terminal, tmp_path: Path, asked: str, code: int) -> None:
    answer = ready(f"print execution-report {asked} --out", str(tmp_path / "e.pdf"), code=code)
    assert answer.err.strip()
    assert "Traceback" not in answer.err
    assert not (tmp_path / "e.pdf").exists()


def test_a_wrong_call_points_to_the_help_of_its_own_command(ready: Terminal, tmp_path: Path) -> None:
    out = str(tmp_path / "e.pdf")
    said = ready("print execution-report --year 2025-2026 --from 01.09.2025 --out", out, code=2).err.splitlines()[-1]
    assert said.endswith("--from and --to. See altdesk print execution-report --help.")


def test_reports_are_listed_with_their_figures(ready: Terminal) -> None:
    assert ready("list reports --json").data == []
    with ready.desk() as make:
        report.begin(make.desk, ReportDraft(year=2025))
    (line,) = ready("list reports --json").data
    assert (line["report"], line["period"], line["state"]) == ("yearly", "2025-2026", "draft")
    assert (line["figures"]["held"], line["figures"]["people"], line["figures"]["rows_held"]) == (1, 7, 1)


def test_another_start_of_the_year_is_set_and_taken_back_here(ready: Terminal) -> None:
    with ready.desk() as make, make.desk.step("seed") as step:
        for title, on in (("Кеңес", date(2025, 9, 1)), ("Ашылу", date(2025, 9, 3))):
            row = {"precision": "year", "first_on": date(2025, 9, 1), "last_on": date(2026, 8, 31), "title": title}
            step.add(plan_row, plan_id=1, ordinal=2, state="planned", **row)
            step.add(event, title=title, starts_on=on, ends_on=on, state="held", sequence=0)
    with ready.desk() as make:
        for year in (2024, 2025):
            report.begin(make.desk, ReportDraft(year=year))

    def figures() -> list[tuple[str, int, int]]:
        return [
            (each["period"], each["figures"]["rows"], each["figures"]["held"])
            for each in ready("list reports --json").data
        ]

    before = [("2025-2026", 3, 3), ("2024-2025", 0, 0)]
    assert figures() == before
    assert "from 03.09.2025 to 02.09.2026" in ready("rules --year-starts 03.09").lines[0]
    assert figures() == [("2025-2026", 3, 2), ("2024-2025", 0, 1)]
    ready("undo")
    assert figures() == before
    assert ready("rules --json").data["year_starts_day"] == 1
    for wrong in ("31.04", "сентябрь", "0.9"):
        assert len(ready("rules --year-starts", wrong, code=1).err.splitlines()) == 1
