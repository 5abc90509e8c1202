"""Backup copies in the window: made at close, by hand to a folder, looked into, and put back in the desk's place."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from altdesk import disk
from altdesk.backups.shelf import Shelf
from altdesk.desk import Desk
from altdesk.domain.people import PeopleQuery, PersonDraft
from altdesk.services import backups
from altdesk.services import people as service
from tests.ui.conftest import Hand


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the dialog answers."""
    folder = tmp_path / "Флешка"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    return folder


def years_old(folder: Path) -> None:
    """The desk as if it had been begun long ago."""
    with closing(sqlite3.connect(folder / "altdesk.db")) as connection:
        connection.execute("UPDATE step SET at = '2024-09-01 09:00:00'")
        connection.commit()
    (folder / "altdesk.sums").unlink()


def names(hand: Hand) -> list[str]:
    desk = hand.desktop.shell.desk
    return [line.full_name for line in service.lines(desk, service.ids(desk, PeopleQuery()))]


def test_closing_the_window_leaves_a_copy_when_something_changed(
    start: Callable[..., Hand], folder: Path, people: Callable[..., None]
) -> None:
    people("Асанов Ерлан")
    hand = start()
    hand.desktop.finish()
    shelf = Shelf(folder / "backups")
    assert len(shelf.kept()) == 1
    start().desktop.finish()
    assert len(shelf.kept()) == 1


def test_a_copy_is_made_by_hand_with_the_keyboard(
    start: Callable[..., Hand], people: Callable[..., None], stick: Path
) -> None:
    people("Асанов Ерлан")
    hand = start()
    hand.window.go("backups")
    hand.settle()
    hand.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    (made,) = stick.iterdir()
    assert str(made) in hand.status
    assert "same disk" in hand.window.notice._text.text()


def test_today_reminds_until_a_copy_lies_outside(
    start: Callable[..., Hand], folder: Path, people: Callable[..., None], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people("Асанов Ерлан")
    years_old(folder)
    hand = start()
    hand.window.go("today")
    hand.settle()
    due = hand.window.page.copy_due
    assert due.isVisible()
    monkeypatch.setattr(disk, "same_disk", lambda _one, _other: False)
    due.button.setFocus()
    hand.press(Qt.Key.Key_Space)
    assert not due.isVisible()


def test_a_start_reminds_above_the_page(start: Callable[..., Hand], folder: Path, people: Callable[..., None]) -> None:
    people("Асанов Ерлан")
    years_old(folder)
    hand = start()
    assert hand.window.notice.isVisible()
    assert "no backup copy outside this disk" in hand.window.notice._text.text()


def test_a_copy_is_looked_into_and_restored(
    start: Callable[..., Hand], folder: Path, people: Callable[..., None]
) -> None:
    people("Асанов Ерлан")
    with Desk.open(folder) as desk:
        backups.by_itself(desk, backups.Reason.CLOSE)
    people("Бақытов Ерлан")
    hand = start()
    hand.window.go("people")
    hand.window.go("backups")
    hand.settle()
    page = hand.window.page
    page.table.selectRow(0)
    hand.settle()
    assert "the copy is whole" in page.copy.holds.sentence.text()
    page.copy.restore_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    assert page.copy.question.isVisible()
    with hand.qtbot.waitSignal(hand.window.opened, timeout=30_000):
        hand.qtbot.keyClick(hand.focus, Qt.Key.Key_Space)
    hand.settle()
    assert names(hand) == ["Асанов Ерлан"]
    assert "as it was on" in hand.window.notice._text.text()
    hand.window.go("backups")
    hand.settle()
    assert hand.window.page.table.rows.count == 2
    service.add(hand.desktop.shell.desk, PersonDraft("Жаңа"))
    hand.settle()
    hand.window.undo()
    hand.settle()
    assert names(hand) == ["Асанов Ерлан"]


def test_a_file_that_is_no_copy_is_refused_in_the_panel(
    start: Callable[..., Hand], people: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people("Асанов Ерлан")
    other = tmp_path / "сурет.zip"
    other.write_bytes(b"PK")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(other), ""))
    hand = start()
    hand.window.go("backups")
    hand.settle()
    hand.window.page.choose_file()
    hand.settle()
    assert "no backup copy" in hand.window.page.copy.refusal.text()
    assert not hand.window.page.copy.restore_button.isVisible()


def test_a_restore_that_is_refused_opens_the_desk_again(
    start: Callable[..., Hand], people: Callable[..., None], tmp_path: Path
) -> None:
    people("Асанов Ерлан")
    other = tmp_path / "сурет.zip"
    other.write_bytes(b"PK")
    hand = start()
    with hand.qtbot.waitSignal(hand.window.opened, timeout=30_000):
        hand.desktop.shell.restore(other, without_files=False)
    hand.settle()
    assert "no backup copy" in hand.window.notice._text.text()
    assert names(hand) == ["Асанов Ерлан"]


def test_the_desk_says_whether_it_is_whole(start: Callable[..., Hand], people: Callable[..., None]) -> None:
    people("Асанов Ерлан")
    hand = start()
    hand.window.go("backups")
    hand.settle()
    hand.window.page.verify()
    hand.settle()
    assert hand.status == "The desk is whole; attached files read: 0"


def test_the_act_for_a_successor_is_written_and_shown(start, folder, tmp_path):
    hand = start()
    hand.window.go("backups")
    hand.settle()
    page = hand.window.page
    page.hand_over_to(tmp_path)
    hand.settle()
    assert sorted(path.suffix for path in tmp_path.glob("Істерді*")) == [".pdf", ".xlsx"]
    assert page._preview.isVisible()
    assert "beside it the workbook" in hand.status
