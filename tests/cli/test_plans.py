"""Plans on the command line: the list as data and lines, rows from a file, the paper, a workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from altdesk.domain.plans_kinds import PlanKind
from altdesk.services import organisation, plans_approval
from tests import data_files as files
from tests.cli.conftest import Terminal
from tests.make import HEADS

SENT = date(2025, 10, 1)


@pytest.fixture
def planned(terminal: Terminal) -> Terminal:
    """A plan of two rows that was sent to the Rector, and one of the year before that is approved."""
    with terminal.desk() as make:
        organisation.save(make.desk, HEADS)
        sent = make.plan(("Апталық", "қазан"), ("Акция", "15.10.2025"), year=2025, title="Жастармен жұмыс жоспары")
        plans_approval.send(make.desk, sent, SENT)
        make.plan(("Кездесу", "мамыр"), year=2024, title="Былтырғы жоспар")
    return terminal


def test_plans_are_listed_with_where_the_paper_is(planned: Terminal) -> None:
    sent, draft = planned("list plans --json").data
    assert (sent["year"], sent["title"], sent["state"]) == ("2025-2026", "Жастармен жұмыс жоспары", "on_approval")
    assert (sent["paper_with"], sent["since"]) == ("Ректор, Қағазбаев Төлеген", SENT.isoformat())
    assert (sent["rows"], sent["planned"], sent["held"]) == (2, 2, 0)
    assert (draft["state"], draft["paper_with"]) == ("draft", "")
    assert [each["title"] for each in planned("list plans --year 2024-2025 --json").data] == ["Былтырғы жоспар"]
    assert [each["title"] for each in planned("list plans --state draft --json").data] == ["Былтырғы жоспар"]
    assert "academic year" in planned("list plans --year 2024-2026", code=1).err
    assert "Ректор" in planned("list plans").out


def test_a_plan_is_printed_as_pdf_word_and_excel(planned: Terminal, tmp_path: Path) -> None:
    for suffix, start in ((".pdf", b"%PDF"), (".docx", b"PK"), (".xlsx", b"PK")):
        out = tmp_path / f"plan{suffix}"
        assert planned("print plan --json --plan", "Жастармен жұмыс жоспары", "--out", str(out)).data["pages"] < 3
        assert out.read_bytes().startswith(start)
    book = load_workbook(tmp_path / "plan.xlsx").active
    assert [cell.value for cell in book[1]][:3] == ["№", "Іс-шара", "Түрі/формасы"]
    assert [book.cell(2, column).value for column in (1, 2, 5)] == [1, "Апталық", "қазан"]
    assert "no plan" in planned("print plan --plan Жоқ --out", str(tmp_path / "a.pdf"), code=1).err


def test_without_a_name_the_plan_of_the_work_with_youth_is_printed(planned: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "plan.xlsx"
    planned("print plan --out", str(out))
    assert load_workbook(out).active.cell(2, 2).value == "Апталық"
    planned("print plan --year 2024-2025 --out", str(out))
    assert load_workbook(out).active.cell(2, 2).value == "Кездесу"
    assert "no plan of that year" in planned("print plan --year 2001-2002 --out", str(out), code=1).err


def test_a_plan_is_called_by_the_short_name_of_its_body(terminal: Terminal, tmp_path: Path) -> None:
    with terminal.desk() as make:
        body = make.body(name="Студенттік үкімет", short_name="СҮ")
        for year in (2024, 2025):
            make.plan(
                (f"Жиын {year}", "қазан"), year=year, title="Үкіметтің жоспары", kind=PlanKind.GOVERNMENT, body_id=body
            )
    out = tmp_path / "plan.xlsx"
    terminal("print plan --plan СҮ --out", str(out))
    assert load_workbook(out).active.cell(2, 2).value == "Жиын 2025"
    report = tmp_path / "есеп.pdf"
    for asked in ("--year 2024-2025 --plan", "--plan"):  # a title of every year is of one plan in one year
        terminal("print execution-report", *asked.split(), "Үкіметтің жоспары", "--out", str(report))
    terminal("print execution-report --plan 1 --out", str(report))


def test_rows_come_from_a_file_and_nothing_is_written_in_a_dry_run(planned: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    files.xlsx(path, [("№", "Іс-шара", "Мерзімі"), (1, "Кездесу", "мамыр"), (2, "Форум", "сәуір"), (3, "Той", "2031")])
    asked = ("--plan", "Былтырғы жоспар")
    looked = planned("import plan --json --dry-run", str(path), *asked).data
    assert (looked["new"], looked["same"], looked["doubtful"], looked["written"]) == (1, 1, 1, False)
    planned("import plan", str(path), *asked)
    found = next(each for each in planned("list plans --json").data if each["title"] == asked[1])
    assert found["rows"] == 2
    assert "on approval" in planned("import plan", str(path), "--plan", "Жастармен жұмыс жоспары", code=1).err


def test_rows_of_all_plans_go_to_a_workbook(planned: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "plans.xlsx"
    assert planned("export plans --json", str(out)).data["rows"] == 3
    assert planned("export plans --json", str(out), "--year", "2025-2026").data["rows"] == 2
