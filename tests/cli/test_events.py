"""`altdesk list events`, `print schedule`, `export events`, `event held|move|cancel`."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from icalendar import Calendar

from altdesk.domain.events import EventDraft
from altdesk.domain.events_kinds import Direction, EventForm, EventKind, Level
from altdesk.domain.minutes import Named
from altdesk.services import events
from tests.cli.conftest import Terminal


def filled(terminal: Terminal) -> None:
    with terminal.desk() as make:
        body = make.body("«Пікір» дебат клубы")
        first = EventDraft(
            "Дебат турнирі", EventKind.DEBATE, EventForm.GROUP, Direction.INTELLECTUAL, Level.CITY, body,
            starts_on=date(2026, 3, 12), starts_at=time(15), place="Акт залы", responsible=Named("Ермеков Ерлан"),
        )  # fmt: skip
        events.add(make.desk, first)
        events.add(make.desk, EventDraft("Білім күні", starts_on=date(2025, 9, 1)))
        events.add(make.desk, EventDraft("Өткен жыл", starts_on=date(2025, 8, 31)))


def test_events_are_listed_with_stable_keys(terminal: Terminal) -> None:
    filled(terminal)
    (found,) = terminal("list events --json --search дебат").data
    wanted = "id title starts_on ends_on starts_at place kind form direction level state body unit plan participants"
    assert set(wanted.split()) | {"responsible", "result"} <= set(found)
    assert (found["starts_on"], found["starts_at"], found["level"]) == ("2026-03-12", "15:00", "city")
    assert (found["body"], found["responsible"], found["state"]) == ("«Пікір» дебат клубы", "Ермеков Ерлан", "planned")
    assert [each["title"] for each in terminal("list events --json --year 2025-2026").data] == [
        "Білім күні",
        "Дебат турнирі",
    ]
    assert [each["title"] for each in terminal("list events --json --month 2026-03").data] == ["Дебат турнирі"]
    assert "Дебат турнирі" in terminal("list events --month 2026-03").out


def test_a_time_that_ends_before_it_begins_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "кесте.pdf"
    answer = terminal("print schedule --from 05.03.2026 --to 01.03.2026 --out", str(out), code=1)
    assert answer.err.strip() == "The last day cannot be before the first."
    assert not out.exists()


def test_a_month_that_is_none_is_refused(terminal: Terminal) -> None:
    assert "2026-13" in terminal("list events --month 2026-13", code=1).err


def test_the_schedule_is_printed_in_every_output(terminal: Terminal, tmp_path: Path) -> None:
    filled(terminal)
    for ending, begins in (("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK"), ("ics", b"BEGIN:VCALENDAR\r\n")):
        out = tmp_path / f"Кесте.{ending}"
        terminal("print schedule --month 2026-03 --lang ru --out", str(out))
        assert out.read_bytes().startswith(begins)
    (event,) = Calendar.from_ical((tmp_path / "Кесте.ics").read_bytes()).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Дебат турнирі"


def test_without_a_time_the_schedule_is_of_the_latest_year_with_events(terminal: Terminal, tmp_path: Path) -> None:
    filled(terminal)
    out = tmp_path / "Кесте.ics"
    terminal("print schedule --out", str(out))
    assert len(Calendar.from_ical(out.read_bytes()).walk("VEVENT")) == 2
    terminal("print schedule --from 01.08.2025 --to 31.08.2025 --out", str(out))
    assert len(Calendar.from_ical(out.read_bytes()).walk("VEVENT")) == 1


def test_what_became_of_an_event_is_said_from_the_command_line(terminal: Terminal, tmp_path: Path) -> None:
    filled(terminal)
    number = next(each["id"] for each in terminal("list events --json --search білім").data)
    done = terminal(f"event held --id {number} --participants 300 --json", "--result", "Мереке өтті").data
    assert (done["state"], done["participants"], done["result"]) == ("held", 300, "Мереке өтті")
    assert "01.09.2025" in terminal(f"event move --id {number} --to 02.09.2025", code=1).err
    other = next(each["id"] for each in terminal("list events --json --search өткен").data)
    moved = terminal(f"event move --id {other} --to 05.09.2025 --json").data
    assert (moved["state"], moved["starts_on"], moved["moved_from"]) == ("moved", "2025-09-05", "2025-08-31")
    assert terminal(f"event cancel --id {other} --json", "--reason", "Карантин").data["reason"] == "Карантин"
    assert terminal("event held --id 999", code=1).err
    out = tmp_path / "Тізім.xlsx"
    assert terminal("export events --json", str(out)).data["rows"] == 3
    terminal(f"print participants --id {number} --out", str(tmp_path / "Қатысушылар.pdf"))
