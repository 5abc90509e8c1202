"""Settings: the organisation and the working rules, by keyboard; what is typed in one is saved before the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from altdesk.domain.rules import Numbering
from altdesk.services import organisation, rules
from ui.widgets.copied import CopiedLabel


def test_rules_are_reached_and_changed_by_keyboard(start):
    hand = start()
    page = opened(hand)
    page.segments.focus_marked()
    hand.press(Qt.Key.Key_Right)
    assert page.editor is page.editors["rules"]
    box = page.editor.boxes["minutes_numbering"]
    box.input.setFocus()
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert rules.get(hand.desktop.shell.desk).minutes_numbering is Numbering.CALENDAR_YEAR


def test_going_to_the_rules_saves_the_organisation(start):
    hand = start()
    page = opened(hand)
    hand.type("ALT", on=page.editor.boxes["name"].input)
    page.show_section("rules")
    hand.settle()
    assert organisation.get(hand.desktop.shell.desk).name == "ALT"
    assert page.editor is page.editors["rules"]


def test_a_day_that_no_month_has_is_refused_under_its_field(start):
    hand = start()
    page = opened(hand)
    page.show_section("rules")
    hand.settle()
    page.editor.boxes["year_starts_month"].set_value(4)
    page.editor.boxes["year_starts_day"].set_value(31)
    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "no such day" in page.editor.boxes["year_starts_day"].refusal_text
    assert rules.get(hand.desktop.shell.desk).year_starts_day == 1


def test_the_folder_of_the_desk_is_copied_as_it_is(start, folder):
    hand = start()
    where = next(each for each in opened(hand).findChildren(CopiedLabel))
    where.setSelection(0, len(where.text()))
    hand.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier, on=where)
    assert QApplication.clipboard().text() == str(folder)


def opened(hand):
    hand.window.go("settings", None)
    hand.settle()
    return hand.window.page
