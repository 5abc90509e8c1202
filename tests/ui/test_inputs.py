"""Inputs as a hand uses them: dates, persons, numbers, long texts."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from altdesk.domain.errors import Refusal
from altdesk.i18n import Translator
from ui.widgets.dates import DateInput, later_months
from ui.widgets.finder import PersonInput, Suggestion
from ui.widgets.inputs import LongInput, NumberInput
from ui.words import Words
from ui.work import Work

TODAY = date(2026, 11, 23)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def words() -> Words:
    return Words(Translator("en"))


@pytest.fixture
def place(qtbot):
    """Shows inputs in a window, with another field to go to."""

    windows: list[QWidget] = []

    def show(field: QWidget) -> QWidget:
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        column.addWidget(field)
        column.addWidget(QLineEdit())
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        field.setFocus()
        qtbot.waitUntil(field.hasFocus, timeout=30_000)
        return field

    return show


@pytest.mark.parametrize("typed", ["22.11.2026", "22,11,2026", "22/11/26", "22 11 2026"])
def test_a_date_is_understood_on_leaving(place, words, qtbot, typed):
    field = place(DateInput(words, lambda: TODAY))
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "22.11.2026"
    assert field.value() == date(2026, 11, 22)


def test_arrows_step_days_and_months(place, words, qtbot):
    field = place(DateInput(words, lambda: TODAY))
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == TODAY
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == date(2026, 11, 24)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down, CTRL)
    assert field.value() == date(2026, 10, 23)


def test_months_end_where_the_shorter_one_ends():
    assert later_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert later_months(date(2028, 3, 31), -1) == date(2028, 2, 29)
    assert later_months(date(2026, 12, 15), 1) == date(2027, 1, 15)


def test_the_calendar_opens_and_gives_its_day(place, words, qtbot):
    field = place(DateInput(words, lambda: TODAY))
    qtbot.keyClick(field, Qt.Key.Key_F4)
    calendar = field._calendar.calendar
    qtbot.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Return)
    assert field.value() == TODAY


def test_what_is_no_day_is_refused_and_kept(place, words, qtbot):
    field = place(DateInput(words, lambda: TODAY))
    qtbot.keyClicks(field, "31.02.2026")
    with pytest.raises(Refusal):
        field.value()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "31.02.2026"


def test_a_number_can_be_none(place, qtbot):
    field = place(NumberInput(1, 9))
    assert field.value() is None
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 1


def test_a_long_text_takes_paragraphs_without_looks(place):
    field = place(LongInput())
    data = QMimeData()
    data.setHtml("<p><b>Бірінші</b></p><p>Екінші</p>")
    data.setText("Бірінші\r\nЕкінші")
    field.insertFromMimeData(data)
    assert field.value() == "Бірінші\nЕкінші"


@pytest.fixture
def work():
    made = Work()
    yield made
    made.close()


def test_a_person_is_found_and_taken(place, words, work, qtbot):
    def search(text: str) -> list[Suggestion]:
        return [Suggestion(7, "Қасымова Айгүл", "Доцент")] if text else []

    field = place(PersonInput(work, words, search, lambda _id: "Қасымова Айгүл"))
    qtbot.keyClicks(field, "kas")
    qtbot.waitUntil(lambda: bool(field.offered()), timeout=30_000)
    with pytest.raises(Refusal):
        field.value()
    popup = field._completer.popup()
    qtbot.waitUntil(popup.isVisible, timeout=30_000)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == "Қасымова Айгүл"
    assert field.value() == 7


def test_the_name_of_who_was_chosen_does_not_come_over_what_is_typed_meanwhile(place, words, work, qtbot):
    field = place(PersonInput(work, words, lambda _text: [], lambda _id: "Қасымова Айгүл"))
    field.set_value(7)
    qtbot.keyClicks(field, "Asan")
    qtbot.waitUntil(lambda: work.idle, timeout=30_000)
    assert field.text() == "Asan"


def test_a_new_person_is_made_in_place(place, words, work, qtbot):
    made: list[str] = []

    def add(name: str) -> int:
        made.append(name)
        return 31

    field = place(PersonInput(work, words, lambda _text: [], lambda _id: "Asanov Erlan", add))
    qtbot.keyClicks(field, "Asanov Erlan")
    qtbot.waitUntil(lambda: bool(field.offered()), timeout=30_000)
    field.take(field.offered()[-1])
    qtbot.waitUntil(lambda: field._id == 31, timeout=30_000)
    assert made == ["Asanov Erlan"]
