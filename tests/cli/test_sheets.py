"""`altdesk sheet`: made for an audience, a group or everybody; marked when it is back."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from altdesk.domain.people import GroupRule
from altdesk.services import groups
from tests.cli.conftest import Terminal


@pytest.fixture
def ready(terminal: Terminal) -> Terminal:
    """Six people, two of them curators in a saved group, and a document in force."""
    with terminal.desk() as make:
        make.people(4)
        make.people(2, post="Куратор")
        make.document("ҚР-ALT-05", "Тәуекелдерді басқару")
        groups.add(make.desk, "Кураторлар", GroupRule(post="Куратор"))
    return terminal


def test_a_new_sheet_is_for_everybody_when_there_is_no_audience(ready: Terminal) -> None:
    made = ready("sheet new --json --document", "ҚР-АЛТ-05").data
    assert (made["number"], made["document"], made["revision"], len(made["rows"])) == (1, "ҚР-ALT-05", 1, 6)


def test_a_new_sheet_for_a_group_lists_its_members(ready: Terminal) -> None:
    made = ready("sheet new --json --document ҚР-ALT-05 --group кураторлар").data
    assert [row["post"] for row in made["rows"]] == ["Куратор", "Куратор"]


def test_a_second_sheet_names_the_one_its_people_stand_on(ready: Terminal) -> None:
    assert len(ready("sheet new --document ҚР-ALT-05 --group Кураторлар").lines) == 1
    said = ready("sheet new --document ҚР-ALT-05").lines
    assert said[1] == "Sheet No. 1 is not back yet, and asks 2 of them already."
    ready("sheet mark --sheet 1 --all --date 1.10.2026")
    rows = ready("list sheets --json").data[0]["rows"]
    assert [(row["state"], row["elsewhere"]) for row in rows if row["post"] == "Куратор"] == [("pending", 1)] * 2


def test_the_workbook_says_on_which_other_sheet_a_row_was_signed(ready: Terminal, tmp_path: Path) -> None:
    ready("sheet new --document ҚР-ALT-05 --group Кураторлар")
    ready("sheet new --document ҚР-ALT-05")
    ready("sheet mark --sheet 1 --rows 1 --date 1.10.2026")
    ready("sheet mark --sheet 1 --rows 2 --date 1.10.2026 --state refused --note", "Акт № 4")
    ready("export acquaintance", str(tmp_path / "a.xlsx"))
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    marks = sorted((row[4], row[8]) for row in sheet.iter_rows(min_row=2, values_only=True) if row[7] == "Куратор")
    assert [mark for number, mark in marks if number == 1] == ["Refused to sign", "Signed"]
    assert [mark for number, mark in marks if number == 2] == ["Refused, sheet No. 1", "Signed, sheet No. 1"]


@pytest.mark.parametrize(
    "command",
    [
        "sheet new --document ЖН-ALT-99",
        "sheet new --document ҚР-ALT-05 --revision 7",
        "sheet new --document ҚР-ALT-05 --group Жоқ",
        "sheet mark --sheet 9 --all --date 1.10.2026",
        "print acquaintance --sheet 9 --out /tmp/x.pdf",
    ],
)
def test_what_is_not_there_is_refused_in_one_line(ready: Terminal, command: str) -> None:
    assert ready(command, code=1).err


def test_all_open_rows_are_marked_with_the_day_of_the_paper(ready: Terminal) -> None:
    ready("sheet new --document ҚР-ALT-05")
    ready("sheet mark --sheet 1 --rows 2-3,5 --state absent --date 2026-10-01")
    ready("sheet mark --sheet 1 --rows 6 --state refused --date 01.10.2026 --note", "Акт № 3")
    marked = ready("sheet mark --sheet 1 --all --date 2,10,26 --json").data
    assert marked["marked"] == 5
    rows = ready("list sheets --json").data[0]["rows"]
    assert [row["state"] for row in rows] == ["signed"] * 5 + ["refused"]
    assert [row["signed_on"] for row in rows] == ["2026-10-02"] * 5 + ["2026-10-01"]
    assert rows[5]["note"] == "Акт № 3"
    assert ready("list coverage --json").data[0]["signed"] == 5
    assert "no open rows" in ready("sheet mark --sheet 1 --all --date 2.10.2026", code=1).err


def test_the_number_of_the_act_is_asked_for(ready: Terminal) -> None:
    ready("sheet new --document ҚР-ALT-05")
    mark = "sheet mark --sheet 1 --state refused --date 01.10.2026"
    assert "--note" in ready(f"{mark} --rows 1").lines[1]
    assert len(ready(f"{mark} --rows 2 --note Акт-3").lines) == 1


def test_a_day_still_to_come_is_refused(ready: Terminal) -> None:
    ready("sheet new --document ҚР-ALT-05")
    tomorrow = f"{date.today() + timedelta(days=1):%d.%m.%Y}"
    assert tomorrow in ready(f"sheet mark --sheet 1 --all --date {tomorrow}", code=1).err
    assert ready("list coverage --json").data[0]["signed"] == 0


def test_a_marked_sheet_is_back(ready: Terminal) -> None:
    ready("sheet new --document ҚР-ALT-05")
    ready("sheet mark --sheet 1 --rows 1 --date 2.10.2026")
    assert ready("list sheets --json").data[0]["back_on"] == date.today().isoformat()


@pytest.mark.parametrize(
    "options",
    ["--all --date 31.08.2026", "--all --date жоқ", "--rows 7 --date 1.10.2026", "--rows 1,77 --date 1.10.2026"],
)
def test_a_day_or_row_that_cannot_be_is_refused_and_marks_nothing(ready: Terminal, options: str) -> None:
    ready("sheet new --document ҚР-ALT-05")
    ready(f"sheet mark --sheet 1 {options}", code=1)
    assert {row["state"] for row in ready("list sheets --json").data[0]["rows"]} == {"pending"}


@pytest.mark.parametrize(
    "command",
    [
        "sheet",
        "sheet mark --sheet 1 --date 1.10.2026",
        "sheet mark --sheet 1 --all --rows 1 --date 1.10.2026",
        "sheet mark --sheet 1 --rows 0 --date 1.10.2026",
        "sheet mark --sheet 1 --rows 5-1 --date 1.10.2026",
        "sheet mark --sheet 1 --all",
        "sheet mark --sheet one --all --date 1.10.2026",
        "sheet mark --sheet 1 --all --date 1.10.2026 --state left",
        "sheet new",
        "list",
        "list groups",
        "print acquaintance --sheet 1",
        "fly",
        "--lang de list people",
    ],
)
def test_what_is_not_understood_ends_with_two(ready: Terminal, command: str) -> None:
    said = ready(command, code=2)
    assert said.err.splitlines()[-1].startswith("altdesk: Not understood")


def test_the_scan_of_a_sheet_is_attached(ready: Terminal, tmp_path: Path) -> None:
    ready("sheet new --document ҚР-ALT-05")
    (tmp_path / "скан.pdf").write_bytes(b"%PDF-1.4")
    kept = ready("sheet attach --sheet 1 --json --file", str(tmp_path / "скан.pdf")).data
    assert (kept["sheet"], kept["name"], kept["role"], kept["size"]) == (1, "скан.pdf", "scan", 8)
    assert "cannot be read" in ready("sheet attach --sheet 1 --file", str(tmp_path / "none.pdf"), code=1).err
    ready("sheet attach --sheet 9 --file", str(tmp_path / "скан.pdf"), code=1)


def test_a_sheet_of_a_revision_that_is_not_in_force_says_so(terminal: Terminal) -> None:
    with terminal.desk() as make:
        make.person("Асанов", "Ерлан")
        make.document("ЖН-01", effective_on=None)
        make.document("ЖН-02")
    assert any("not in force yet" in line for line in terminal("sheet new --document ЖН-01").lines)
    assert not any("not in force yet" in line for line in terminal("sheet new --document ЖН-02").lines)
