"""Minutes and tasks on the command line: lists as data and lines, Excel files, finalizing, signing, opening again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from altdesk.domain.minutes import ItemDraft, Named, Vote
from altdesk.domain.minutes_kinds import MinutesState, VoteKind
from altdesk.domain.minutes_lists import MinutesQuery
from altdesk.services import agenda, attendance, minutes, tasks, votes
from tests.cli.conftest import Terminal
from tests.days import ago, ahead

HELD, LATER = date(2026, 9, 7), date(2026, 9, 17)  # in one year: numbers begin anew with the next
BODY = ("--body", "Студенттік үкімет")


def day(on: date) -> str:
    return f"{on:%d.%m.%Y}"


@pytest.fixture
def met(terminal: Terminal) -> Terminal:
    """A government of five that met twice; the first minutes are final and gave a task that is overdue."""
    with terminal.desk() as make:
        body = make.body()
        make.members(body, 5, date(2025, 9, 1))
        first = make.minutes(body, HELD, present=3, items=("Жоспар туралы", "Шәкіртақы туралы"))
        attendance.add(make.desk, first, Named("Қонақов Ерлан"))
        chair = minutes.get(make.desk, first).chair
        make.point(first, "Жоспар дайындалсын", responsible=(chair,), due_on=ago(1))
        make.point(first, "Есеп берілсін", responsible=(Named("Деканат"),), due_on=ahead(5))
        minutes.finalize(make.desk, first)
        make.minutes(body, LATER, present=5)
    return terminal


def test_minutes_are_listed_the_newest_first(met: Terminal) -> None:
    draft, final = met("list minutes --json").data
    assert (draft["number"], draft["state"], draft["held_on"]) == ("", "draft", LATER.isoformat())
    assert (final["body"], final["number"], final["state"]) == ("Студенттік үкімет", "1", "final")
    assert (final["present"], final["of"], final["quorum"], final["items"]) == (3, 5, True, 2)
    assert (final["chair"], final["secretary"]) == ("Асанов Айгүл", "Әбенов Айгүл")
    assert set(final) >= {"period", "title", "place"}
    assert met("list minutes").lines[2].split()[-2:] == ["3/5", "2"]


def test_minutes_are_narrowed(met: Terminal) -> None:
    def numbers(*options: str) -> list[str]:
        return [each["number"] for each in met("list minutes --json", *options).data]

    assert numbers("--search", "шакиртакы") == ["1"]
    assert numbers("--state", "draft") == [""]
    assert numbers(*BODY, "--person", "Ғалымов Айгүл") == [""]
    assert numbers("--year", "1999-2000") == []
    assert "no body" in met("list minutes --body Жоқ", code=1).err


def test_tasks_are_listed_the_most_pressing_first(met: Terminal) -> None:
    late, soon = met("list tasks --json").data
    assert (late["text"], late["responsible"], late["overdue"]) == ("Жоспар дайындалсын", ["Асанов Айгүл"], True)
    assert (late["body"], late["minutes"], late["point"], late["state"]) == ("Студенттік үкімет", "1", "1.1", "open")
    assert (soon["due_on"], soon["done_on"], soon["overdue"]) == (ahead(5).isoformat(), None, False)
    assert met("list tasks --overdue --json").data == [late]
    assert met("list tasks --json --person", "Асанов Айгүл").data == [late]
    with met.desk() as make:
        tasks.done(make.desk, [late["id"]], date.today())
    assert [each["text"] for each in met("list tasks --json --state done").data] == ["Жоспар дайындалсын"]
    assert met("list tasks --overdue --json").data == []
    assert "Due soon" in met("list tasks --search есеп").lines[1]


def test_registers_are_written_to_excel(met: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "Хаттамалар.xlsx"
    assert met("export minutes --json", str(out)).data["rows"] == 2
    sheet = load_workbook(out).worksheets[0]
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {"Студенттік үкімет", "Жоспар туралы", "Асанов Айгүл"} <= set(cells)
    out = tmp_path / "Тапсырмалар.xlsx"
    assert met("export tasks --json", str(out)).data["rows"] == 2
    cells = [str(cell.value) for row in load_workbook(out).worksheets[0].iter_rows() for cell in row]
    assert {"Overdue", "Деканат", "Есеп берілсін"} <= set(cells)


def test_a_draft_becomes_final_by_the_day_of_its_meeting(met: Terminal) -> None:
    said = met("minutes finalize --json", *BODY, "--date", day(LATER)).data
    assert (said["number"], said["state"]) == ("2", "final")
    again = met("minutes finalize", *BODY, "--date", day(LATER), code=1).err
    assert "The minutes No. 2 of Студенттік үкімет are final. Reopen them" in again
    assert "has no minutes of" in met("minutes finalize", *BODY, "--date", day(date.today()), code=1).err


def test_what_locking_makes_of_the_items_is_said(met: Terminal) -> None:
    with met.desk() as make:
        draft = minutes.ids(make.desk, MinutesQuery(state=MinutesState.DRAFT))[0]
        agenda.add(make.desk, draft, ItemDraft("Есеп туралы"))
        make.point(draft, "Есеп бекітілсін", item=2)
        votes.save(make.desk, make.item(draft, 2), Vote(VoteKind.OPEN, against=5))
    said = met("minutes finalize", *BODY, "--date", day(LATER)).lines
    assert said[1].startswith("Not dealt with: 1. Жоспар туралы.")
    assert said[2].startswith("Not adopted: 2. Есеп туралы.")
    met("minutes reopen --number 2 --reason Қате", *BODY)
    data = met("minutes finalize --json", *BODY, "--date", day(LATER)).data
    assert data["put_off"] == [{"number": 1, "title": "Жоспар туралы"}]
    assert data["not_adopted"] == [{"number": 2, "title": "Есеп туралы"}]


def test_a_number_that_is_taken_is_refused(met: Terminal) -> None:
    said = met("minutes finalize --number 1", *BODY, "--date", day(LATER), code=1).err
    assert f"Number 1 belongs to the meeting of {day(HELD)}" in said
    assert met("list minutes --json --state draft").data != []


def test_final_minutes_are_neither_undone_nor_opened_without_need(met: Terminal) -> None:
    met("minutes finalize", *BODY, "--date", day(LATER))
    assert "Undo cannot open them again" in met("undo", code=1).err
    assert "Only the latest minutes" in met("minutes reopen --number 1 --reason Қате", *BODY, code=1).err
    said = met("minutes reopen --number 2 --reason Қате --json", *BODY).data
    assert (said["number"], said["state"]) == ("2", "draft")


def test_signed_minutes_have_their_scan(met: Terminal, tmp_path: Path) -> None:
    scan = tmp_path / "скан.pdf"
    scan.write_bytes(b"%PDF")
    asked = ("minutes sign --number 1 --json", *BODY, "--date", day(date.today()))
    assert "Attach the scan" in met(*asked, code=1).err
    assert met(*asked, "--scan", str(scan)).data["state"] == "signed"
