"""The bin and the history in the window, used with the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from altdesk.domain.people import PeopleQuery
from altdesk.services import people as service
from altdesk.services import units
from tests.ui.conftest import Hand


def count(hand: Hand) -> int:
    return service.count(hand.desktop.shell.desk, PeopleQuery())


def test_what_was_deleted_is_restored_with_the_keyboard(
    start: Callable[..., Hand], people: Callable[..., None]
) -> None:
    people("Асанов Ерлан", "Бақытов Ерлан")
    hand = start()
    hand.window.go("people")
    hand.settle()
    hand.window.page.table.selectRow(0)
    hand.press(Qt.Key.Key_Delete, on=hand.window.page.table)
    assert count(hand) == 1
    hand.window.go("bin")
    hand.settle()
    page = hand.window.page
    page.table.setFocus()
    page.table.selectRow(0)
    hand.settle()
    assert page.details.title.text() == "Асанов Ерлан"
    assert "Person" in page.details.when.text()
    hand.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    page.head.button.setFocus()
    hand.press(Qt.Key.Key_Space)
    assert count(hand) == 2
    assert hand.status == "Restore from the bin: Асанов Ерлан"
    assert page.empty.isVisible()
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, on=hand.window)
    assert page.table.rows.count == 1


def test_the_bin_is_narrowed_to_an_area(start: Callable[..., Hand], people: Callable[..., None]) -> None:
    people("Асанов Ерлан")
    hand = start()
    desk = hand.desktop.shell.desk
    service.bin_(desk, [1])
    units.remove(desk, [units.add(desk, "Деканат").id])  # type: ignore[list-item]
    hand.window.go("bin")
    hand.settle()
    page = hand.window.page
    assert page.table.rows.count == 2
    page.filters.choose(area="unit")
    hand.settle()
    assert page.table.rows.count == 1
    page.filters.choose(area="risk")
    hand.settle()
    assert "Nothing of this kind" in page.empty._text.text()
    page.empty.first.click()
    hand.settle()
    assert page.table.rows.count == 2


def test_the_history_of_a_record_is_reached_from_its_page(
    start: Callable[..., Hand], people: Callable[..., None]
) -> None:
    people("Асанов Ерлан", "Бақытов Ерлан")
    hand = start()
    hand.window.go("people")
    hand.settle()
    hand.window.page.table.selectRow(1)
    action = next(made for action, made in hand.window.page.made if action.key == "record_history")
    action.trigger()
    hand.settle()
    page = hand.window.page
    assert page.key == "history"
    assert page.record_button.text() == "Only: Бақытов Ерлан"
    assert page.table.rows.count == 1
    page.record_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    assert page.table.rows.count == 3
    assert not page.record_button.isVisible()


def test_the_history_is_narrowed_by_area_and_day(start: Callable[..., Hand], people: Callable[..., None]) -> None:
    people("Асанов Ерлан")
    hand = start()
    hand.window.go("history")
    hand.settle()
    page = hand.window.page
    assert page.table.rows.count == 2
    page.filters.choose(area="person")
    hand.settle()
    assert page.table.rows.count == 1
    page.days["until"].setFocus()
    hand.type("01.01.2020")
    hand.settle()
    assert "No step is like that" in page.empty._text.text()
    page.empty.first.click()
    hand.settle()
    assert page.table.rows.count == 2
    page.table.selectRow(1)
    hand.settle()
    said = [page.details.list.item(row, 0).text() for row in range(page.details.list.rowCount())]
    assert said[0] == "Person: Асанов Ерлан"
    assert "Surname" in said


def test_the_history_is_exported_as_it_is_narrowed(
    start: Callable[..., Hand], people: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from openpyxl import load_workbook

    people("Асанов Ерлан")
    out = tmp_path / "Тарих.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), ""))
    hand = start()
    hand.window.go("history")
    hand.settle()
    hand.window.page.filters.choose(area="person")
    hand.settle()
    hand.window.page.export_list()
    hand.settle()
    rows = list(load_workbook(out).active.iter_rows(values_only=True))
    assert {row[2] for row in rows[1:]} == {"Add Асанов Ерлан"}


def test_what_is_old_goes_at_the_start(start: Callable[..., Hand], folder: Path, people: Callable[..., None]) -> None:
    import sqlite3
    from contextlib import closing

    from altdesk.desk import Desk

    people("Асанов Ерлан", "Бақытов Ерлан")
    with Desk.open(folder) as desk:
        service.bin_(desk, [1])
    with closing(sqlite3.connect(folder / "altdesk.db")) as connection:
        connection.execute("UPDATE person SET binned_at = '2020-01-01 00:00:00' WHERE id = 1")
        connection.commit()
    (folder / "altdesk.sums").unlink()
    hand = start()
    with hand.desktop.shell.desk.store.read() as connection:
        assert connection.exec_driver_sql("SELECT id FROM person").scalars().all() == [2]
