"""Settings: the organisation and the working rules, by keyboard; what is typed in one is saved before the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from altdesk.domain.organisation import Organisation
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


def test_leaving_a_kazakh_name_that_is_known_offers_its_russian_one(start):
    hand = start()
    boxes = opened(hand).editor.boxes
    boxes["secretary_post"].input.setFocus()
    hand.type("Бас маман")
    hand.press(Qt.Key.Key_Tab)
    assert boxes["secretary_post_ru"].value() == "Главный специалист"
    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert organisation.get(hand.desktop.shell.desk).secretary_post_ru == "Главный специалист"


def test_a_russian_name_that_was_typed_is_not_overwritten(start):
    hand = start()
    boxes = opened(hand).editor.boxes
    hand.type("Специалист отдела", on=boxes["secretary_post_ru"].input)
    boxes["secretary_post"].input.setFocus()
    hand.type("Бас маман")
    hand.press(Qt.Key.Key_Tab)
    assert boxes["secretary_post_ru"].value() == "Специалист отдела"


def test_passing_through_a_kazakh_name_offers_nothing(start):
    hand = start()
    desk = hand.desktop.shell.desk
    organisation.save(desk, Organisation(rector_post="Ректор", welcomed=True))
    editor = opened(hand).editor
    editor.boxes["rector_post"].input.setFocus()
    hand.press(Qt.Key.Key_Tab)
    assert editor.boxes["rector_post_ru"].value() == ""
    assert not editor.changed
