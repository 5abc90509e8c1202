"""`altdesk demo` and `altdesk self-test`: the program shows itself, and looks at itself."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from altdesk import display
from altdesk.forms.catalogue import FORMS
from altdesk.forms.form import Output
from tests.cli.conftest import Terminal


def test_the_demo_fills_an_empty_desk_prints_every_form_and_says_where(terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "Баспа"
    lines = terminal("demo --no-window --out", str(out)).lines
    assert str(terminal.data) in lines[-2]
    assert lines[-1].endswith(str(out))
    for output in (Output.PDF, Output.DOCX):
        bound = int(output is Output.PDF)  # the binder
        offered = sum(output in form.outputs for form in FORMS)
        assert len(list(out.glob(f"*.{output.value}"))) == offered + bound
    assert 55 <= len(terminal("list people --json").data) <= 70
    assert len(terminal("list documents --json").data) >= 15
    sheets = terminal("list sheets --json").data
    assert {row["state"] for sheet in sheets for row in sheet["rows"]} == {
        "pending", "signed", "refused", "absent", "left",
    }  # fmt: skip
    assert {sheet["kind"] for sheet in sheets} == {"acquaintance", "residual"}


def test_a_desk_that_holds_something_is_not_filled(terminal: Terminal) -> None:
    with terminal.desk() as make:
        make.person()
    assert "not empty" in terminal("demo --no-window", code=1).err
    assert len(terminal("list people --json").data) == 1


def test_without_a_desk_the_demo_makes_a_fresh_one_and_names_it(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("ALTDESK_DATA", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    code, said = terminal.raw("demo", "--json")
    assert code == 0
    assert Path(said.data["data"]).parent == tmp_path
    assert Path(said.data["out"]).parent == Path(said.data["data"])
    assert all(Path(each["file"]).exists() for each in said.data["files"])


@pytest.mark.parametrize(("ci", "screen", "opened"), [("1", True, 0), ("", False, 0), ("", True, 1)])
def test_the_window_opens_afterwards_only_where_somebody_sits(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, ci: str, screen: bool, opened: int
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(display, "available", lambda: screen)
    terminal("demo")
    assert len(terminal.window.opened) == opened


def test_the_program_finds_itself_whole(terminal: Terminal) -> None:
    checks = {each["name"]: each for each in terminal("self-test --json").data["checks"]}
    assert {"fonts", "migrations", "translations", "forms", "import", "window"} <= set(checks)
    assert all(each["ok"] for each in checks.values())


def test_a_broken_program_says_so(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal.window, "page_text", lambda content: "")
    code, said = terminal.raw("--lang", "en", "self-test")
    assert code == 1
    assert "FAILED  window" in said.out
