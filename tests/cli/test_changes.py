"""`altdesk change`, `list changes`, `print changes`: the change-registration sheet on the command line."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest

from tests.cli.conftest import Terminal

ADD = "change add --document ЖН-1 --paragraph 5.5 --date 20.11.2026 --name Мұхамеджан"


@pytest.fixture
def ready(terminal: Terminal) -> Terminal:
    """A document that two people must know."""
    with terminal.desk() as make:
        make.people(2)
        make.audience(make.document("ЖН-1", "Ереже"))
    return terminal


def test_a_change_is_listed_with_everything_that_is_said_of_it(ready: Terminal) -> None:
    ready(f"{ADD} --kind editorial --change", "Үтір қосылды")
    (entry,) = ready("list changes --json").data
    assert {name: entry[name] for name in ("document", "number", "paragraph", "change", "on", "name", "kind")} == {
        "document": "ЖН-1",
        "number": 1,
        "paragraph": "5.5",
        "change": "Үтір қосылды",
        "on": "2026-11-20",
        "name": "Мұхамеджан",
        "kind": "editorial",
    }
    assert (entry["printed_on"], entry["corrects"]) == (None, None)


def test_a_change_of_meaning_makes_the_sheet_of_all_who_sign_again(ready: Terminal) -> None:
    said = ready(f"{ADD} --kind meaning --ask-again --by 4.12.2026 --json --change", "Проректор").data
    (sheet,) = ready("list sheets --json").data
    assert (said["round"], said["due_on"], said["acquaintance_sheet"]) == (1, "2026-12-04", sheet["number"])
    assert (len(sheet["rows"]), sheet["expected_on"], sheet["change"]) == (2, "2026-12-04", 1)


def test_what_cannot_be_asked_leaves_no_entry_behind(ready: Terminal) -> None:
    assert "Only a change of meaning" in ready(f"{ADD} --kind editorial --ask-again --change X", code=1).err
    assert ready("list changes --json").data == []


def test_a_printed_entry_is_edited_by_no_command_and_not_undone(ready: Terminal, tmp_path: Path) -> None:
    ready(f"{ADD} --kind editorial --change X")
    ready("change edit --document ЖН-1 --number 1 --change Y")
    out = tmp_path / "sheet.pdf"
    ready("print changes --document ЖН-1 --blank-rows 2 --out", str(out))
    for command in ("change edit --document ЖН-1 --number 1 --change Z", "change remove --document ЖН-1 --number 1"):
        assert "printed and stays as it is" in ready(command, code=1).err
    assert "was printed" in ready("undo", code=1).err
    ready("change edit --document ЖН-1 --number 2 --date 21.11.2026 --name Әсем --kind editorial --change Қолмен")
    ready(f"{ADD} --kind editorial --corrects 1 --change", "Түзету")
    found = ready("list changes --json").data
    assert [(each["number"], each["kind"], each["change"]) for each in found] == [
        (1, "editorial", "Y"),
        (2, "editorial", "Қолмен"),
        (3, None, ""),
        (4, "editorial", "Түзету"),
    ]
    assert [each["printed_on"] is not None for each in found] == [True, True, True, False]
    assert found[3]["corrects"] == 1


def test_the_sheet_goes_on_from_an_entry(ready: Terminal, tmp_path: Path) -> None:
    for _ in range(3):
        ready(f"{ADD} --kind editorial --change X")
    out = tmp_path / "sheet.pdf"
    ready("print changes --document ЖН-1 --from 3 --lang ru --out", str(out))
    with pdfplumber.open(out) as pdf:
        text = pdf.pages[0].extract_text()
    assert "ЛИСТ РЕГИСТРАЦИИ ИЗМЕНЕНИЙ" in text
    assert text.count("5.5 X") == 1
    assert [each["printed_on"] is not None for each in ready("list changes --json").data] == [False, False, True]
    assert "no change number 9" in ready("print changes --document ЖН-1 --from 9 --out", str(out), code=1).err


def test_only_the_entries_of_one_document_are_listed(ready: Terminal) -> None:
    with ready.desk() as make:
        make.document("ЖН-2")
    ready(f"{ADD} --kind editorial --change X")
    assert ready("list changes --document ЖН-2 --json").data == []
    assert len(ready("list changes --search ЖН-1").lines) == 2


def test_what_is_missing_is_a_wrong_call(ready: Terminal) -> None:
    ready("change add --document ЖН-1 --change X --kind editorial", code=2)
    ready(f"{ADD} --change X --kind other", code=2)
