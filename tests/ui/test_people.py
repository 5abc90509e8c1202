"""The people page as a hand uses it: list, editor, keys, undo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ui.listpage import ListPage

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def shown(page: ListPage, column: int = 0) -> list[str]:
    rows = page.table.rows
    return [rows.index(row, column).data() for row in range(rows.rowCount())]


def people_page(hand) -> ListPage:
    page = hand.window.page
    assert isinstance(page, ListPage)
    return page


def open_people(hand) -> ListPage:
    hand.window.go("people")
    hand.settle()
    return people_page(hand)


def test_people_stand_in_kazakh_order(start, people):
    people("Яковлев Пётр", "Әлиев Нұрлан", "Асанов Ерлан", "Іргебаев Қанат")
    page = open_people(start())
    assert shown(page) == ["Асанов Ерлан", "Әлиев Нұрлан", "Іргебаев Қанат", "Яковлев Пётр"]
    assert page.head.state.text() == "4 people in the register"


def test_an_empty_list_says_what_it_is_for(start):
    page = open_people(start())
    assert page.empty.isVisible()
    assert page.empty.first.isVisible()


def test_a_person_is_added_with_keys_only_and_taken_back(start):
    hand = start()
    page = open_people(hand)
    hand.press(Key.Key_N, CTRL)
    hand.type("Қасым")
    hand.press(Key.Key_Tab)
    hand.type("Айгүл")
    hand.press(Key.Key_S, CTRL)
    assert shown(page) == ["Қасым Айгүл"]
    assert hand.status == "Add Қасым Айгүл"
    page.focus_list()
    hand.press(Key.Key_Z, CTRL)
    assert page.table.rows.count == 0
    assert hand.status == "Taken back: Add Қасым Айгүл"
    hand.press(Key.Key_Y, CTRL)
    assert shown(page) == ["Қасым Айгүл"]


def test_a_refusal_stands_under_its_field(start, people):
    people("Асанов Ерлан")
    hand = start()
    page = open_people(hand)
    page.table.selectRow(0)
    hand.press(Key.Key_Return, on=page.table)
    box = page.editor.boxes["left_on"]
    hand.type("31.02.2026", on=box.input)
    hand.press(Key.Key_S, CTRL)
    assert "31.02.2026" in box.refusal_text
    assert page.editor.changed
    assert hand.focus is box.input


def test_leaving_a_record_saves_it(start, people):
    people("Асанов Ерлан", "Әлиев Нұрлан")
    hand = start()
    page = open_people(hand)
    page.table.selectRow(0)
    hand.press(Key.Key_Return, on=page.table)
    page.editor.boxes["post"].input.setText("Доцент")
    hand.window.go("history")
    hand.settle()
    hand.window.go("people")
    hand.settle()
    assert shown(people_page(hand), 1) == ["Доцент", ""]


def test_what_is_typed_before_a_record_has_come_is_not_taken_for_a_change_of_it(start, people):
    people("Асанов Ерлан", "Әлиев Нұрлан")
    hand = start()
    page = open_people(hand)
    page.table.selectRow(0)
    hand.press(Key.Key_Return, on=page.table)
    page.editor.open(page.table.rows.id_at(1))
    page.editor.boxes["post"].input.setText("Доцент")
    page.save()
    hand.settle()
    assert shown(page) == ["Асанов Ерлан", "Әлиев Нұрлан"]
    assert page.editor.boxes["surname"].input.text() == "Әлиев"
    assert not page.editor.changed


def test_escape_offers_to_take_back(start, people):
    people("Асанов Ерлан")
    hand = start()
    page = open_people(hand)
    page.table.selectRow(0)
    hand.press(Key.Key_Return, on=page.table)
    hand.type("X")
    hand.press(Key.Key_Escape)
    assert page.editor.take_back_button.isVisible()
    hand.press(Key.Key_Space)
    assert page.editor.boxes["surname"].input.text() == "Асанов"
    assert not page.editor.changed
    hand.press(Key.Key_Escape, on=page.editor.boxes["surname"].input)
    assert not page.panel_open


def test_what_is_typed_outlives_a_power_cut(start, people, folder):
    people("Асанов Ерлан")
    hand = start()
    page = open_people(hand)
    page.table.selectRow(0)
    hand.press(Key.Key_Return, on=page.table)
    hand.type("ZZ")
    hand.qtbot.waitUntil((folder / "drafts.json").exists, timeout=30_000)
    hand.settle()
    assert "ZZ" in (folder / "drafts.json").read_text(encoding="utf-8")
    page.editor.changed = False
    page.editor.open(page.editor.record_id)
    hand.settle()
    assert "ZZ" in page.editor.boxes["surname"].input.text()
    assert page.editor.changed


def test_delete_goes_to_the_bin_and_undo_brings_it_back(start, people):
    people("Асанов Ерлан", "Әлиев Нұрлан")
    hand = start()
    page = open_people(hand)
    page.table.selectAll()
    hand.press(Key.Key_Delete, on=page.table)
    assert page.table.rows.count == 0
    hand.press(Key.Key_Z, CTRL)
    assert page.table.rows.count == 2


def test_the_filter_finds_without_kazakh_letters_and_escape_clears_it(start, people):
    people("Қасымова Айгүл", "Әлиев Нұрлан")
    hand = start()
    page = open_people(hand)
    hand.press(Key.Key_F, CTRL)
    hand.type("касым")
    hand.settle()
    assert shown(page) == ["Қасымова Айгүл"]
    hand.press(Key.Key_Escape)
    hand.settle()
    assert page.table.rows.count == 2


def test_selected_rows_are_copied_as_excel_takes_them(start, people):
    people('Асанов "Ер"', "Әлиев =1+1", post="Доцент")
    hand = start()
    page = open_people(hand)
    page.table.selectAll()
    hand.press(Key.Key_C, CTRL, on=page.table)
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().split("\n")
    assert lines[0].startswith('"Асанов ""Ер"""\tДоцент\t')
    assert lines[1].startswith("Әлиев =1+1\tДоцент")
    assert "mso-number-format" in data.html()


def test_the_head_sorts_both_ways_and_is_remembered(start, people):
    people("Асанов Ерлан", "Әлиев Нұрлан")
    hand = start()
    page = open_people(hand)
    head = page.table.horizontalHeader()
    for _ in range(1):
        head.sectionClicked.emit(0)
        hand.settle()
    assert shown(page) == ["Әлиев Нұрлан", "Асанов Ерлан"]
    assert hand.desktop.shell.settings.of_page(_sorting(), "people") == ["name", True]


def _sorting():
    from altdesk.settings import S

    return S.sorting


def test_a_cell_is_edited_in_place(start, people):
    people("Асанов Ерлан")
    hand = start()
    page = open_people(hand)
    page.table.selectRow(0)
    hand.press(Key.Key_F2, on=page.table)
    hand.type("Декан")
    hand.press(Key.Key_Return)
    assert shown(page, 1) == ["Декан"]
    assert page.table.state() != page.table.State.EditingState


def test_typing_in_the_list_jumps(start, people):
    people("Асанов Ерлан", "Әлиев Нұрлан", "Жүнісов Қанат")
    hand = start()
    page = open_people(hand)
    page.table.setFocus()
    page.table.keyboardSearch("жун")
    hand.settle()
    assert page.table.currentIndex().row() == 2


def test_further_posts_are_typed_one_on_a_line_with_their_units(start, people):
    people("Қасым Айгүл", post="Маман")
    hand = start()
    page = open_people(hand)
    hand.window.go("person", page.table.rows.id_at(0))
    hand.settle()
    field = page.editor.boxes["further_posts"].input
    field.setFocus()
    hand.type("Оқытушы (Энергетика институты)", on=field)
    hand.press(Key.Key_Return, on=field)
    hand.type("Куратор", on=field)
    hand.press(Key.Key_S, CTRL)
    hand.settle()
    assert field.toPlainText() == "Оқытушы (Энергетика институты)\nКуратор"
    page.editor.close_record()
    hand.window.go("person", page.table.rows.id_at(0))
    hand.settle()
    kept = [str(post) for post in page.editor.boxes["further_posts"].value()]
    assert kept == ["Оқытушы (Энергетика институты)", "Куратор"]
    hand.press(Key.Key_Z, CTRL, on=page.table)
    hand.settle()
    assert page.editor.boxes["further_posts"].value() == ()


def test_a_post_with_brackets_of_its_own_stays_when_something_else_is_changed(start, people, folder):
    from dataclasses import replace

    from altdesk.desk import Desk
    from altdesk.domain.people import Post
    from altdesk.services import people as service

    people("Қасым Айгүл")
    kept = (Post("Маман (1 санат)"), Post("а; б"), Post("Куратор", "ТжӘЖД (басы"))
    with Desk.open(folder, "en") as desk:
        service.save(desk, 1, replace(service.get(desk, 1), further_posts=kept))
    hand = start()
    open_people(hand)
    hand.window.go("person", 1)
    hand.settle()
    hand.window.page.editor.boxes["phone"].input.setText("+7 701 000 00 00")
    hand.press(Key.Key_S, CTRL)
    hand.settle()
    found = service.get(hand.window.shell.desk, 1)
    assert (found.further_posts, found.phone) == (kept, "+7 701 000 00 00")
