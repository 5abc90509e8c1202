"""The page of bodies by keys alone: members as on a day, a change of office, the turn of the year, lists as shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from altdesk.desk import Desk
from altdesk.domain.bodies import BodyKind, EndReason
from altdesk.domain.people import PeopleQuery, PersonKind
from altdesk.services import bodies, interests, people
from tests.make import Make
from tests.ui.conftest import Hand
from ui.pages.registers.turning import Turning

START = date(2025, 9, 1)


@pytest.fixture
def filled(folder: Path) -> None:
    """A government of three and a circle of one, since last year."""
    with Desk.open(folder, "en") as desk:
        make = Make(desk)
        about = {"kind": PersonKind.STUDENT, "group": "КӨЛ-23-1", "course": 3}
        body = make.body(short_name="СҮ")
        for surname, post in (("Асанов", "Төраға"), ("Бақытов", "Хатшы"), ("Ғалымов", "Мүше")):
            make.term(body, post, make.person(surname, "Ерлан", **about), START)
        make.person("Өмірбеков", "Нұрлан", **about)
        circle = make.body("Шахмат үйірмесі", kind=BodyKind.HOBBY_CIRCLE, keywords=("шахмат",))
        make.term(circle, "Төраға", make.person("Яхин", "Ким", **about), START)


@pytest.fixture
def hand(start: Callable[..., Hand], filled: None) -> Hand:
    del filled
    made = start()
    made.window.resize(1366, 728)
    made.window.go("bodies")
    made.settle()
    return made


def desk_of(hand: Hand) -> Desk:
    return hand.desktop.shell.desk


def open_body(hand: Hand, name: str = "СҮ"):  # type: ignore[no-untyped-def]
    hand.window.go("body", bodies.by_name(desk_of(hand), name).id)
    hand.settle()
    return hand.window.page.view


def held(hand: Hand, on: date | None = None) -> list[str]:
    body = bodies.by_name(desk_of(hand), "СҮ")
    return [f"{m.post}: {m.full_name}" for m in bodies.members(desk_of(hand), body.id, on or date.today())]


def shown(table) -> list[str]:  # type: ignore[no-untyped-def]
    model = table.rows
    return [str(model.index(row, 0).data()) for row in range(model.count)]


def choose_person(hand: Hand, box, text: str) -> None:  # type: ignore[no-untyped-def]
    """Type a part of the name and take the first that is offered, as Down and Enter do."""
    box.input.setFocus()
    hand.type(text, on=box.input)
    hand.settle()
    box.input.take(box.input.offered()[0])
    hand.settle()


def test_the_russian_name_of_a_body_is_offered_and_kept(hand: Hand) -> None:
    boxes = open_body(hand).editor.boxes
    boxes["name"].input.setFocus()
    boxes["name"].input.selectAll()
    hand.type("«Үміт» үйірмесі")
    hand.press(Qt.Key.Key_Tab)
    assert hand.focus is boxes["name_ru"].input
    assert boxes["name_ru"].value() == "Кружок «Үміт»"
    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert bodies.by_name(desk_of(hand), "кружок «Үміт»").name == "«Үміт» үйірмесі"


def test_enter_opens_a_body_on_its_members(hand: Hand) -> None:
    view = hand.window.page.view
    hand.press(Qt.Key.Key_Down, on=view.head.filter)
    view.table.selectRow(0)
    hand.press(Qt.Key.Key_Return, on=view.table)
    assert view.editor.boxes["name"].value() == "Студенттік үкімет"
    assert hand.focus is view.members.day.input
    assert shown(view.members.table) == ["Асанов Ерлан", "Бақытов Ерлан", "Ғалымов Ерлан"]
    assert "2 of them make a quorum" in view.members.sentence.text()


def test_the_members_of_another_day_are_shown_when_it_is_typed(hand: Hand) -> None:
    view = open_body(hand)
    day = view.members.day.input
    day.setFocus()
    day.selectAll()
    hand.type("31.08.2025", on=day)
    hand.settle()
    assert view.members.table.rows.count == 0
    assert "Nobody on this day" in view.members.sentence.text()


def test_a_member_is_added_and_a_clash_is_said_under_the_day(hand: Hand) -> None:
    view = open_body(hand)
    part = view.members
    part.add_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    assert hand.focus is part.form.boxes["person"].input
    choose_person(hand, part.form.boxes["person"], "омирбек")
    part.form.boxes["post"].set_value(part._posts[0][0])
    hand.press(Qt.Key.Key_Return, on=part.form.boxes["starts_on"].input)
    assert "Асанов Ерлан holds it: 01.09.2025" in part.form.boxes["starts_on"].refusal_text
    part.form.boxes["post"].set_value(part._posts[-1][0])
    hand.press(Qt.Key.Key_Return, on=part.form.boxes["starts_on"].input)
    assert "Мүше: Өмірбеков Нұрлан" in held(hand)
    assert part.form.isHidden()
    assert hand.focus is part.table


def test_a_new_student_is_made_in_place(hand: Hand) -> None:
    part = open_body(hand).members
    part.ask_new()
    box = part.form.boxes["person"]
    box.input.setFocus()
    hand.type("Жаңаев Арман", on=box.input)
    hand.settle()
    box.input.take(box.input.offered()[-1])
    hand.settle()
    hand.press(Qt.Key.Key_Return, on=part.form.boxes["starts_on"].input)
    assert "Мүше: Жаңаев Арман" in held(hand)
    found = people.ids(desk_of(hand), PeopleQuery(text="жанаев"))[0]
    assert people.get(desk_of(hand), found).kind is PersonKind.STUDENT


def test_an_office_changes_hands_with_one_form_and_one_undo(hand: Hand) -> None:
    view = open_body(hand)
    part = view.members
    part.table.setFocus()
    part.table.selectRow(0)
    hand.settle()
    part.office_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    choose_person(hand, part.form.boxes["person"], "бакытов")
    part.form.boxes["becomes"].set_value(part._posts[-1][0])
    hand.press(Qt.Key.Key_Return, on=part.form.boxes["on"].input)
    assert held(hand) == ["Төраға: Бақытов Ерлан", "Мүше: Асанов Ерлан", "Мүше: Ғалымов Ерлан"]
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert held(hand)[0] == "Төраға: Асанов Ерлан"


def test_delete_asks_for_the_last_day_and_the_reason(hand: Hand) -> None:
    part = open_body(hand).members
    part.table.setFocus()
    part.table.selectRow(2)
    hand.settle()
    hand.press(Qt.Key.Key_Delete, on=part.table)
    assert hand.focus is part.form.boxes["last"].input
    part.form.boxes["last"].set_value(date(2025, 8, 1))
    hand.press(Qt.Key.Key_Return, on=part.form.boxes["last"].input)
    assert "Choose a later day" in part.form.boxes["last"].refusal_text
    part.form.boxes["last"].set_value(date(2025, 12, 31))
    part.form.boxes["reason"].set_value(EndReason.RESIGNED)
    hand.press(Qt.Key.Key_Return, on=part.form.boxes["last"].input)
    assert len(held(hand)) == 2


def turning_of(hand: Hand) -> Turning:
    view = open_body(hand)
    view.members.turn_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.settle()
    assert view.panel.currentWidget() is view.turning
    return view.turning


def test_the_year_turns_over_by_keys(hand: Hand) -> None:
    turning = turning_of(hand)
    on = turning.on.value()
    assert (on.month, on.day) == (9, 1)
    choices = list(turning.stays.choices.values())
    assert [choice.value() for choice in choices] == ["stays"] * 3
    hand.press(Qt.Key.Key_Down, on=choices[0])
    hand.press(Qt.Key.Key_Down, on=choices[1])
    hand.press(Qt.Key.Key_Down, on=choices[1])
    assert choices[0].value() == "leaves"
    choose_person(hand, turning.comes.person, "омирбек")
    hand.press(Qt.Key.Key_Return, on=turning.comes.post.input)
    assert turning.count.text() == "Stay: 2. Leave: 1. Come: 1."
    before = held(hand, date(on.year, 8, 31))
    turning.turn_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    assert held(hand, date(on.year, 8, 31)) == before
    assert held(hand, on) == ["Төраға: Бақытов Ерлан", "Мүше: Ғалымов Ерлан", "Мүше: Өмірбеков Нұрлан"]
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert held(hand, on)[0] == "Төраға: Асанов Ерлан"


def test_somebody_chosen_and_not_added_is_not_forgotten(hand: Hand) -> None:
    turning = turning_of(hand)
    choose_person(hand, turning.comes.person, "омирбек")
    turning.turn()
    hand.settle()
    assert "Add this person" in turning.comes.person.refusal_text
    hand.press(Qt.Key.Key_Escape, on=turning.on.input)
    assert hand.window.page.view.panel.currentWidget() is hand.window.page.view.editor


def test_posts_are_added_and_moved_with_keys(hand: Hand) -> None:
    view = open_body(hand)
    part = view.posts
    part.table.setFocus()
    hand.press(Qt.Key.Key_Insert, on=part.table)
    hand.type("Спорт жетекшісі", on=part.form.boxes["title"].input)
    hand.press(Qt.Key.Key_Return, on=part.form.boxes["title"].input)
    titles = [post.title for post in bodies.by_name(desk_of(hand), "СҮ").posts]
    assert titles == ["Төраға", "Орынбасар", "Хатшы", "Мүше", "Спорт жетекшісі"]
    part.table.selectRow(4)
    hand.settle()
    hand.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier, on=part.table)
    titles = [post.title for post in bodies.by_name(desk_of(hand), "СҮ").posts]
    assert titles == ["Төраға", "Орынбасар", "Хатшы", "Спорт жетекшісі", "Мүше"]


def test_a_new_body_begins_with_the_usual_posts(hand: Hand) -> None:
    view = hand.window.page.view
    hand.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    hand.type("Media club", on=view.editor.boxes["name"].input)
    view.editor.boxes["kind"].set_value(BodyKind.STUDENT_CLUB)
    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [post.title for post in bodies.by_name(desk_of(hand), "media club").posts] == ["Head", "Member"]


def test_a_club_takes_in_who_is_interested(hand: Hand) -> None:
    desk = desk_of(hand)
    person = people.ids(desk, PeopleQuery(text="омирбек"))[0]
    interests.save(desk, person, ["Шахматы"])
    view = open_body(hand, "Шахмат үйірмесі")
    assert shown(view.might_join.table) == ["Өмірбеков Нұрлан"]
    view.might_join.table.selectRow(0)
    hand.settle()
    view.might_join.join_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    members = bodies.members(desk, bodies.by_name(desk, "Шахмат үйірмесі").id, date.today())
    assert [member.full_name for member in members] == ["Яхин Ким", "Өмірбеков Нұрлан"]
    assert view.might_join.table.isHidden()


def test_the_members_over_all_bodies_are_narrowed_and_exported_as_they_are_shown(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier, on=hand.window.page.view.table)
    view = hand.window.page.view
    hand.settle()
    assert view.key == "members"
    assert view.table.rows.count == 4
    view.filters.choose(post="Төраға")
    hand.settle()
    assert shown(view.table) == ["Асанов Ерлан", "Яхин Ким"]
    view.table_columns()
    hand.settle()
    menu = next(each for each in view.table.findChildren(QMenu) if each.isVisible())
    next(action for action in menu.actions() if action.text() == "Contacts").trigger()
    menu.close()
    view.table.horizontalHeader().moveSection(1, 0)
    file = tmp_path / "мүшелер.xlsx"
    monkeypatch.setattr("ui.list_export.QFileDialog.getSaveFileName", lambda *_args: (str(file), ""))
    view.export_list()
    hand.settle()
    rows = list(load_workbook(file).active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert rows[0] == ("Post", "Full name", "Body", "Institute", "Group, course", "Term of office")
    assert rows[1][:3] == ("Төраға", "Асанов Ерлан", "Студенттік үкімет")
    assert [column.value for column in view.shown_columns()] == [
        "post", "full_name", "body", "unit", "group_course", "term",
    ]  # fmt: skip


def test_the_register_is_shown_as_paper_of_the_day_on_screen(hand: Hand) -> None:
    view = open_body(hand)
    hand.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier, on=view.members.table)
    hand.settle()
    assert view.panel.currentWidget().document.pageCount() == 1


def test_a_persons_page_shows_posts_and_suggests_clubs(hand: Hand) -> None:
    desk = desk_of(hand)
    person = people.ids(desk, PeopleQuery(text="асанов"))[0]
    hand.window.go("person", person)
    hand.settle()
    terms, wishes = hand.window.page.parts.terms, hand.window.page.parts.interests
    assert "Төраға (Студенттік үкімет)" in terms.sentence.text()
    hand.type("шахмат", on=wishes.finder)
    hand.settle()
    wishes.finder.take(wishes.finder.offered()[0])
    hand.settle()
    assert interests.of_person(desk, person) == ("шахмат",)
    assert shown(wishes.table) == ["Шахмат үйірмесі"]
    wishes.table.selectRow(0)
    hand.settle()
    wishes.join_button.click()
    hand.settle()
    assert "Мүше (Шахмат үйірмесі)" in terms.sentence.text()


def test_a_body_is_found_by_its_short_name_from_anywhere(hand: Hand) -> None:
    hand.window.go("people")
    hand.settle()
    hand.window.find_anything()
    hand.type("студенттик")
    hand.settle()
    hand.press(Qt.Key.Key_Return)
    assert hand.window.page.key == "bodies"
    assert hand.window.page.view.editor.boxes["name"].value() == "Студенттік үкімет"
