"""The first start: the page comes by itself, keeps what is typed, and leads to where the person wants to begin."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from altdesk.domain.people import PeopleQuery
from altdesk.services import organisation, people
from altdesk.settings import S

Key = Qt.Key


@pytest.fixture
def hand(start):
    return start(welcomed=False)


def click(hand, button) -> None:
    hand.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    hand.settle()


def test_a_new_desk_opens_with_the_welcome(hand):
    assert hand.window.page.key == "welcome"
    assert hand.focus is hand.window.page.boxes["name"].input


def test_a_desk_with_people_opens_with_its_work(start, people):
    people("Асанов Ерлан")
    hand = start(welcomed=False)
    assert hand.window.page.key != "welcome"


def test_typed_with_keys_only_and_begun_empty(hand):
    desk = hand.desktop.shell.desk
    for text in ("ALT", "АО ALT", "Department of youth", "Almaty", "", "Secretary", "Asanova A."):
        hand.type(text)
        hand.press(Key.Key_Tab)
    hand.window.page.plain.setFocus()
    hand.press(Key.Key_Return)
    kept = organisation.get(desk)
    assert (kept.name, kept.name_ru) == ("ALT", "АО ALT")
    assert (kept.department, kept.department_ru, kept.city) == ("Department of youth", "", "Almaty")
    assert (kept.secretary_post, kept.secretary) == ("Secretary", "Asanova A.")
    assert kept.welcomed
    assert hand.window.page.key == "people"


def test_nothing_need_be_typed(hand):
    click(hand, hand.window.page.plain)
    assert organisation.get(hand.desktop.shell.desk).welcomed
    assert hand.window.page.key == "people"


def test_import_leads_to_the_import(hand):
    click(hand, hand.window.page.bring)
    assert hand.window.page.key == "import"


def test_the_sample_fills_the_desk_and_keeps_what_was_typed(hand):
    desk = hand.desktop.shell.desk
    hand.type("Менің университетім")
    click(hand, hand.window.page.sample)
    assert people.count(desk, PeopleQuery()) > 50
    kept = organisation.get(desk)
    assert kept.name == "Менің университетім"
    assert kept.welcomed
    assert kept.secretary
    assert hand.window.page.key != "welcome"
    assert hand.status.startswith("The sample data is here")


def test_cards_cannot_be_pressed_twice_while_the_sample_is_made(hand):
    page = hand.window.page
    hand.qtbot.mouseClick(page.sample, Qt.MouseButton.LeftButton)
    assert not any(card.isEnabled() for card in page.cards)
    hand.settle()
    assert people.count(hand.desktop.shell.desk, PeopleQuery()) > 50


def test_leaving_without_a_choice_keeps_what_is_typed(hand):
    hand.type("ALT")
    hand.window.go("people")
    hand.settle()
    kept = organisation.get(hand.desktop.shell.desk)
    assert kept.name == "ALT"
    assert not kept.welcomed


def test_the_language_switches_at_once_and_what_is_typed_stays(hand):
    page = hand.window.page
    hand.type("ALT")
    click(hand, page.languages["kk"])
    assert hand.desktop.shell.say.language == "kk"
    assert hand.desktop.shell.settings.get(S.language) == "kk"
    assert page.boxes["name"].input.text() == "ALT"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (910, 560)])
def test_no_text_is_cut(start, language, size):
    hand = start(language, welcomed=False)
    hand.window.resize(*size)
    hand.settle()
    for label in hand.window.page.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, label.text()
            assert label.wordWrap() or label.width() >= label.minimumSizeHint().width(), label.text()


def test_the_cards_say_what_they_do(hand):
    for card in hand.window.page.cards:
        assert card.accessibleName()
        assert card.accessibleDescription()
