"""`altdesk list`, `history`, `undo`: answers in the order of the screen, as data and as lines."""

from __future__ import annotations

from datetime import date

from altdesk.services import people
from tests.cli.conftest import Terminal


def test_an_empty_desk_answers_empty_lists(terminal: Terminal) -> None:
    for what in ("people", "documents", "sheets", "coverage", "debts", "copies", "norms"):
        assert terminal(f"list {what} --json").data == []


def test_people_come_in_kazakh_order_with_all_their_keys(terminal: Terminal) -> None:
    with terminal.desk() as make:
        make.person("Ясмин", "")
        make.person("Қуаныш", "Айгүл", "Ерқызы", post="Маман", unit="Деканат", group="КИ-1", course=2)
        gone = make.person("Әсел", "")
        people.leave(make.desk, [gone], date(2026, 9, 1))
    found = terminal("list people --json").data
    assert [each["full_name"] for each in found] == ["Әсел", "Қуаныш Айгүл Ерқызы", "Ясмин"]
    assert [each["active"] for each in found] == [False, True, True]
    second = found[1]
    assert (second["surname"], second["given_name"], second["patronymic"]) == ("Қуаныш", "Айгүл", "Ерқызы")
    assert (second["post"], second["unit"], second["group"], second["course"]) == ("Маман", "Деканат", "КИ-1", 2)


def test_search_finds_without_kazakh_letters(terminal: Terminal) -> None:
    with terminal.desk() as make:
        make.person("Қасымов", "")
        make.person("Асанов", "")
    assert [each["surname"] for each in terminal("list people --json --search касым").data] == ["Қасымов"]
    assert terminal("list people --search касым").lines[1].startswith("Қасымов")


def test_documents_sheets_coverage_and_debts_say_what_the_screen_says(terminal: Terminal) -> None:
    with terminal.desk() as make:
        make.people(3)
        document = make.document("ЖН-ALT-40", "Ішкі тәртіп ережелері")
        make.audience(document)
        make.sheet(document)
    (document_line,) = terminal("list documents --json").data
    assert document_line["code"] == "ЖН-ALT-40"
    assert (document_line["revision"], document_line["effective_on"]) == (1, "2026-09-01")
    assert (document_line["kind"], document_line["state"]) == ("work_instruction", "in_force")
    (sheet,) = terminal("list sheets --json").data
    assert (sheet["number"], sheet["document"], sheet["revision"], sheet["printed_on"]) == (1, "ЖН-ALT-40", 1, None)
    assert [row["no"] for row in sheet["rows"]] == [1, 2, 3]
    assert set(sheet["rows"][0]) >= {"no", "full_name", "post", "state", "signed_on", "note"}
    (coverage,) = terminal("list coverage --json").data
    assert (coverage["document"], coverage["signed"], coverage["total"]) == ("ЖН-ALT-40", 0, 3)
    debts = terminal("list debts --json").data
    assert [(owed["code"], owed["revision"]) for each in debts for owed in each["documents"]] == [("ЖН-ALT-40", 1)] * 3


def test_options_are_taken_before_and_after_the_command(terminal: Terminal) -> None:
    data = str(terminal.data)
    for arguments in (
        ("--data", data, "--lang", "en", "--json", "list", "people"),
        ("list", "--data", data, "--json", "people", "--lang", "ru"),
        ("list", "people", "--json", f"--data={data}", "--lang=kk"),
    ):
        code, said = terminal.raw(*arguments)
        assert (code, said.data) == (0, [])


def test_undo_and_redo_say_the_step_and_refuse_when_there_is_none(terminal: Terminal) -> None:
    assert "nothing to undo" in terminal("undo", code=1).err
    with terminal.desk() as make:
        make.person("Асанов", "Ержан")
    assert terminal("undo").out == "Undone: Add Асанов Ержан\n"
    assert terminal("list people --json").data == []
    assert terminal("redo --json").data["label"] == "Add Асанов Ержан"
    assert len(terminal("list people --json").data) == 1
    assert "nothing to redo" in terminal("redo", code=1).err


def test_history_tells_steps_the_newest_first(terminal: Terminal) -> None:
    with terminal.desk() as make:
        make.person("Асанов", "Ержан")
        make.document("ҚР-ALT-05")
    found = terminal("history --json").data
    assert [each["label"] for each in found] == ["Add the document ҚР-ALT-05", "Add Асанов Ержан"]
    assert found[0]["state"] == "done"
    assert found[0]["at"].endswith("Z")
    assert terminal("history").lines[1].endswith("Add the document ҚР-ALT-05")
