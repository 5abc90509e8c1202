"""`altdesk history` narrowed, and field by field; `altdesk export history`."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from altdesk.services import people
from tests.cli.conftest import Terminal


def a_desk(terminal: Terminal) -> None:
    with terminal.desk() as make:
        make.person("Асанов", unit="Институт")
        make.document("ЖН-01")


def test_steps_are_told_field_by_field(terminal: Terminal) -> None:
    a_desk(terminal)
    document, person = terminal("history --json").data
    assert document["label"] == "Add the document ЖН-01"
    fields = {each["field"]: each for each in person["fields"] if each["table"] == "person"}
    assert fields["surname"]["after"] == "Асанов"
    assert fields["surname"]["record"] == "Асанов Айгүл"
    assert fields["unit_id"]["after"] == "Институт"
    assert fields["kind"]["said"] == ["", "Staff"]
    assert fields["surname"]["name"] == "Surname"


def test_steps_are_narrowed(terminal: Terminal) -> None:
    a_desk(terminal)
    assert [step["label"] for step in terminal("history --json --area document").data] == ["Add the document ЖН-01"]
    assert [step["label"] for step in terminal("history --json --record person/1").data] == ["Add Асанов Айгүл"]
    assert [step["label"] for step in terminal("history --json --search асанов").data] == ["Add Асанов Айгүл"]
    assert terminal("history --json --until 01.01.2020").data == []
    assert len(terminal("history --json --since 01.01.2020").data) == 2
    assert terminal("history --json --who nobody").data == []


def test_what_is_no_record_is_refused(terminal: Terminal) -> None:
    a_desk(terminal)
    assert "person/12" in terminal("history --record 12", code=1).err
    terminal("history --area nothing", code=2)


def test_the_history_goes_to_a_workbook(terminal: Terminal, tmp_path: Path) -> None:
    a_desk(terminal)
    out = tmp_path / "Тарих.xlsx"
    assert terminal("export history --json", str(out), "--area", "document").data["rows"] > 2
    rows = list(load_workbook(out).active.iter_rows(values_only=True))
    assert {row[2] for row in rows[1:]} == {"Add the document ЖН-01"}


def test_deleted_records_are_listed_and_brought_back(terminal: Terminal) -> None:
    with terminal.desk() as make:
        people.bin_(make.desk, [make.person("Асанов")])
    (line,) = terminal("bin list --json").data
    assert (line["key"], line["name"], line["days_left"]) == ("person/1", "Асанов Айгүл", 30)
    assert "person/1" in terminal("bin list").lines[1]
    assert terminal("bin restore --json person/1").data["label"] == "Restore from the bin: Асанов Айгүл"
    assert terminal("bin list --json").data == []
    assert "no longer in the bin" in terminal("bin restore person/1", code=1).err
    assert "person/12" in terminal("bin restore everything", code=1).err
