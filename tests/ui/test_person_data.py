"""What is done about a person's own data: made anonymous in place, with what goes and what stays said before."""

from __future__ import annotations

from datetime import date

from altdesk.services import people
from tests.ui.test_people import open_people


def opened(hand, number: int):
    open_people(hand)
    hand.window.go("person", number)
    hand.settle()
    return hand.window.page


def test_whoever_is_still_there_is_refused_in_place(start, people):
    people("Асанов Ерлан")
    hand = start()
    data = opened(hand, 1).parts.data
    data.anonymise_button.click()
    hand.settle()
    assert data.sentence.text() == "Асанов Ерлан is still in the register. Record the leaving first."
    assert not data.form.isVisible()


def test_a_person_who_left_is_made_anonymous_with_a_reason(start, people):
    people("Асанов Ерлан", "Қасым Айгүл")
    hand = start()
    desk = hand.desktop.shell.desk
    leave(desk, 1)
    hand.settle()
    page = opened(hand, 1)
    data = page.parts.data
    data.anonymise_button.click()
    hand.settle()
    assert data.form.isVisible()
    assert "cannot be undone" in data.form.sentence.text()
    assert "No paper and no backup copy says the name." in data.form.sentence.text()
    data.form.run()
    hand.settle()
    assert data.form.boxes["why"].refusal_text.startswith("Type why")
    hand.type("Өтініш")
    data.form.run()
    hand.settle()
    assert page.editor.boxes["surname"].input.typed() == "Anonymous No. 1"
    assert data.sentence.text().endswith(": Өтініш")
    assert data.anonymise_button.isHidden()
    assert data.form.isHidden()
    hand.window.undo()
    hand.settle()
    assert page.editor.boxes["surname"].input.typed() == "Anonymous No. 1"


def leave(desk, number: int) -> None:
    people.leave(desk, [number], date(2026, 11, 1))


def test_the_data_card_is_shown_beside_the_list(start, people):
    people("Асанов Ерлан")
    hand = start()
    page = opened(hand, 1)
    page.parts.data.card_button.click()
    hand.settle()
    assert page._preview.isVisible()
    assert page._preview.title.text() == "Data card"
