"""The pages of saved groups and of units as a hand uses them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry
from altdesk.domain.people import GroupRule, PersonKind
from altdesk.services import groups, people, units
from tests.make import Make
from ui.listpage import ListPage

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def put(folder: Path) -> Callable[[Callable[[Make], object]], None]:
    """Put records on the desk before the window is opened."""

    def run(build: Callable[[Make], object]) -> None:
        with Desk.open(folder, "en") as desk:
            build(Make(desk))

    return run


def department(make: Make) -> None:
    make.person("Қасымов", "Ерлан", unit="Кафедра", post="Доцент")
    make.person("Әлиева", "Сәуле", unit="Кафедра", post="Куратор")
    make.person("Нұрланов", "Бек", unit="Деканат", post="Куратор")
    make.person("Шәкенов", "Дәурен", kind=PersonKind.STUDENT)


def open_page(hand, key: str) -> ListPage:
    hand.window.resize(1366, 728)
    hand.window.go(key)
    hand.settle()
    page = hand.window.page
    assert isinstance(page, ListPage)
    assert page.key == key
    return page


def open_row(hand, page: ListPage, row: int = 0) -> None:
    page.table.setFocus()
    choose(page.table, row)
    hand.press(Key.Key_Return, on=page.table)


def choose(table, row: int) -> None:
    """Select this row only, whatever keys the hand held last."""
    table.clearSelection()
    table.selectRow(row)


def shown(table, column: int = 0) -> list[str]:
    return [table.rows.index(row, column).data() for row in range(table.rows.rowCount())]


def find(hand, finder, text: str) -> None:
    """Type into a finder and take the first of what it offers."""
    finder.setFocus()
    hand.type(text, on=finder)
    hand.settle()
    popup = finder._completer.popup()
    assert popup.isVisible(), f"nothing offered for {text}"
    hand.qtbot.keyClick(popup, Key.Key_Return)
    hand.settle()


def desk_of(hand) -> Desk:
    return hand.desktop.shell.desk


def test_an_empty_list_says_what_a_group_is(start):
    page = open_page(start(), "groups")
    assert page.empty.isVisible()
    assert page.empty.first.text() == "Add a group"


def test_a_group_says_who_belongs_in_words(start, put):
    def build(make: Make) -> None:
        department(make)
        place = next(unit.id for unit in units.all_units(make.desk) if unit.name == "Кафедра")
        student = people.ids(make.desk, people.PeopleQuery(kind=PersonKind.STUDENT))[0]
        groups.add(make.desk, "Қураторлар", GroupRule(PersonKind.STAFF, place, "Куратор"), [student])

    put(build)
    page = open_page(start(), "groups")
    assert shown(page.table, 1) == ["Staff · Кафедра · Куратор · 1 by hand"]
    assert shown(page.table, 2) == ["2"]


def test_members_are_shown_while_the_rule_is_typed(start, put):
    put(department)
    hand = start()
    page = open_page(hand, "groups")
    hand.press(Key.Key_N, CTRL)
    hand.type("Кураторлар")
    page.editor.boxes["post"].input.setText("куратор")
    hand.settle()
    assert shown(page.members.table) == ["Әлиева Сәуле", "Нұрланов Бек"]
    page.editor.boxes["unit"].input.setText("Кафедра")
    hand.settle()
    assert shown(page.members.table) == ["Әлиева Сәуле"]
    assert page.members.sentence.text() == "1 person belongs to it."
    hand.press(Key.Key_S, CTRL, on=page.editor.boxes["unit"].input)
    assert shown(page.table) == ["Кураторлар"]
    assert groups.by_name(desk_of(hand), "Кураторлар").size == 1


def test_an_unknown_unit_is_refused_under_its_field(start, put):
    put(department)
    hand = start()
    page = open_page(hand, "groups")
    hand.press(Key.Key_N, CTRL)
    hand.type("Топ")
    page.editor.boxes["unit"].input.setText("Жоқ бөлім")
    hand.settle()
    assert not page.members.table.isVisible()
    hand.press(Key.Key_S, CTRL)
    assert "Жоқ бөлім" in page.editor.boxes["unit"].refusal_text


def test_people_are_put_in_and_taken_out_by_hand(start, put):
    def build(make: Make) -> None:
        department(make)
        groups.add(make.desk, "Кураторлар", GroupRule(post="Куратор"))

    put(build)
    hand = start()
    page = open_page(hand, "groups")
    open_row(hand, page)
    find(hand, page.members.finder, "касым")
    assert shown(page.members.table) == ["Әлиева Сәуле", "Қасымов Ерлан", "Нұрланов Бек"]
    assert shown(page.members.table, 2) == ["By rule", "By hand", "By rule"]
    page.members.table.setFocus()
    page.members.table.selectAll()
    choose(page.members.table, 0)
    hand.press(Key.Key_Delete, on=page.members.table)
    assert shown(page.members.table) == ["Қасымов Ерлан", "Нұрланов Бек"]
    assert shown(page.members.gone) == ["Әлиева Сәуле"]
    choose(page.members.gone, 0)
    hand.qtbot.mouseClick(page.members.back_button, Qt.MouseButton.LeftButton)
    hand.settle()
    assert len(shown(page.members.table)) == 3
    assert not page.members.gone.isVisible()
    for _ in range(3):
        hand.press(Key.Key_Z, CTRL, on=page.members.table)
    assert shown(page.members.table) == ["Әлиева Сәуле", "Нұрланов Бек"]


def test_a_new_group_wants_a_name_before_people(start, put):
    put(department)
    hand = start()
    page = open_page(hand, "groups")
    hand.press(Key.Key_N, CTRL)
    find(hand, page.members.finder, "касым")
    assert "name of the group" in page.editor.boxes["name"].refusal_text
    page.editor.boxes["name"].input.setText("Топ")
    find(hand, page.members.finder, "касым")
    assert shown(page.table) == ["Топ"]
    assert shown(page.members.table) == ["Қасымов Ерлан"]


def test_a_group_that_is_an_audience_is_not_removed(start, put):
    def build(make: Make) -> None:
        department(make)
        made = groups.add(make.desk, "Кураторлар", GroupRule(post="Куратор")).id
        make.audience(make.document(), AudienceEntry(group_id=made))
        groups.add(make.desk, "Басқа")

    put(build)
    hand = start()
    page = open_page(hand, "groups")
    choose(page.table, 1)
    hand.press(Key.Key_Delete, on=page.table)
    assert "audience of a document" in hand.window.notice.accessibleName()
    choose(page.table, 0)
    hand.press(Key.Key_Delete, on=page.table)
    assert shown(page.table) == ["Кураторлар"]
    hand.press(Key.Key_Z, CTRL)
    assert shown(page.table) == ["Басқа", "Кураторлар"]


def test_units_stand_as_a_tree_with_their_people(start, put):
    def build(make: Make) -> None:
        department(make)
        known = {unit.name: unit.id for unit in units.all_units(make.desk)}
        units.save(make.desk, known["Деканат"], "Деканат", known["Кафедра"])

    put(build)
    hand = start()
    page = open_page(hand, "units")
    assert [name.strip() for name in shown(page.table)] == ["Кафедра", "Деканат"]
    assert shown(page.table)[1].startswith("\u2003")
    assert shown(page.table, 2) == ["3", "1"]
    open_row(hand, page)
    assert shown(page.people.table) == ["Әлиева Сәуле", "Қасымов Ерлан", "Нұрланов Бек"]


def test_a_unit_is_renamed_put_within_another_and_never_within_itself(start, put):
    put(department)
    hand = start()
    page = open_page(hand, "units")
    open_row(hand, page, 1)
    boxes = page.editor.boxes
    boxes["name"].input.setText("Байланыс кафедрасы")
    boxes["parent"].input.setText("Деканат")
    hand.press(Key.Key_S, CTRL)
    assert [name.strip() for name in shown(page.table)] == ["Деканат", "Байланыс кафедрасы"]
    boxes["parent"].input.setText("Байланыс кафедрасы")
    hand.press(Key.Key_S, CTRL)
    assert "within itself" in boxes["parent"].refusal_text
    boxes["parent"].input.setText("Жоқ")
    hand.press(Key.Key_S, CTRL)
    assert "no unit called Жоқ" in boxes["parent"].refusal_text


def test_a_unit_in_use_stays_and_an_empty_one_goes(start, put):
    put(lambda make: (department(make), units.add(make.desk, "Бос бөлім")))
    hand = start()
    page = open_page(hand, "units")
    choose(page.table, 2)
    hand.press(Key.Key_Delete, on=page.table)
    assert "in use" in hand.window.notice.accessibleName()
    choose(page.table, 0)
    hand.press(Key.Key_Delete, on=page.table)
    assert shown(page.table) == ["Деканат", "Кафедра"]
