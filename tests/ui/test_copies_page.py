"""The copies page and the document's parts about paper, as a hand uses them: give, collect, take back, hand over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt

from altdesk.domain.copies import CopyKind, CopyState, Recipient
from altdesk.services import copies, documents, handovers, units
from tests.make import Make
from tests.ui.test_documents_page import click, desk_of, find, open_first, put, shown
from ui.pages.copies import CopiesPage
from ui.widgets.document_copies import DocumentCopies
from ui.widgets.document_original import DocumentOriginal

__all__ = ["put"]
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
GIVEN = date(2026, 9, 2)


def build(make: Make) -> int:
    """Two copies of revision 1, and revision 2 in force."""
    document = make.document("ЖН-ALT-40", "Ішкі тәртіп ережелері")
    make.person("Асанов", "Айгүл", post="Маман", unit="Деканат")
    units.add(make.desk, "Кафедра")
    holders = [copies.person_as_recipient(make.desk, 1), Recipient(unit="Кафедра")]
    copies.give(make.desk, make.revision_in_force(document), holders, GIVEN)
    documents.add_revision(make.desk, document, 2, date(2026, 10, 1))
    return document


def open_page(hand) -> CopiesPage:
    hand.window.resize(1366, 728)
    hand.window.go("copies")
    hand.settle()
    page = hand.window.page
    assert isinstance(page, CopiesPage)
    return page


def action(hand, page, key: str) -> None:
    """Choose from the menu of the page."""
    next(made for declared, made in page.made if declared.key == key).trigger()
    hand.settle()


def test_copies_are_given_by_keys_alone(start, put: Callable[[Callable[[Make], object]], None]) -> None:
    put(lambda make: (make.document("ЖН-ALT-40"), make.person("Асанов", "Айгүл", post="Маман"),
                      units.add(make.desk, "Кафедра")))  # fmt: skip
    hand = start()
    page = open_page(hand)
    hand.press(Key.Key_N, CTRL, on=page)
    giving = page.giving
    assert giving is not None
    find(hand, giving.document.input, "ЖН-ALT-40")
    for name in ("Асанов", "Кафедра"):
        find(hand, giving.finder, name)
    assert [row.quiet for row in giving.names.rows()] == ["№ 1", "№ 2"]
    assert copies.every(desk_of(hand)) == []
    hand.press(Key.Key_S, CTRL, on=giving)
    kept = copies.every(desk_of(hand))
    assert [(copy.number, copy.holder, copy.post, copy.unit) for copy in kept] == [
        (1, "Асанов Айгүл", "Маман", ""),
        (2, "", "", "Кафедра"),
    ]
    assert shown(page.table, 2) == ["Асанов Айгүл", "Кафедра"]
    assert not page.panel_open


def test_holders_of_old_copies_get_the_new_revision_and_give_the_old_back(
    start, put: Callable[[Callable[[Make], object]], None]
) -> None:
    put(build)
    hand = start()
    page = open_page(hand)
    assert "to collect: 2" in page.head.state.text()
    hand.window.go("give_copies", 1)
    hand.settle()
    giving = page.giving
    assert giving is not None
    click(hand, giving.before_button)
    assert giving.old.isVisible()
    hand.press(Key.Key_Return, on=giving.do_button)
    assert [(copy.number, copy.revision, copy.state) for copy in copies.every(desk_of(hand))] == [
        (1, 1, CopyState.RETURNED),
        (2, 1, CopyState.RETURNED),
        (3, 2, CopyState.OUT),
        (4, 2, CopyState.OUT),
    ]
    hand.press(Key.Key_Z, CTRL, on=hand.window)
    assert len(copies.to_collect(desk_of(hand))) == 2


def test_delete_takes_a_line_out_before_anything_is_given(
    start, put: Callable[[Callable[[Make], object]], None]
) -> None:
    put(build)
    hand = start()
    page = open_page(hand)
    hand.window.go("give_copies", 1)
    hand.settle()
    giving = page.giving
    assert giving is not None
    click(hand, giving.before_button)
    giving.names.setFocus()
    giving.names.setCurrentRow(0)
    hand.press(Key.Key_Delete, on=giving.names)
    assert [row.text for row in giving.names.rows()] == ["Кафедра"]


def test_several_copies_come_back_in_one_step(start, put: Callable[[Callable[[Make], object]], None]) -> None:
    put(build)
    hand = start()
    page = open_page(hand)
    page.table.selectAll()
    action(hand, page, "back")
    ending = page.ending
    assert ending is not None
    ending.day.set_value(date(2026, 9, 1))
    hand.press(Key.Key_S, CTRL, on=ending)
    assert "given on 02.09.2026" in ending.day.refusal_text
    ending.day.set_value(date(2026, 11, 3))
    hand.press(Key.Key_S, CTRL, on=ending)
    assert [copy.returned_on for copy in copies.every(desk_of(hand))] == [date(2026, 11, 3)] * 2
    assert shown(page.table, 3) == ["Returned"] * 2
    hand.desktop.shell.undo()
    hand.settle()
    assert shown(page.table, 3) == ["To collect"] * 2


def test_a_lost_copy_keeps_why(start, put: Callable[[Callable[[Make], object]], None]) -> None:
    put(build)
    hand = start()
    page = open_page(hand)
    page.table.selectRow(0)
    action(hand, page, "lost")
    ending = page.ending
    assert ending is not None
    ending.note.set_value("Акт № 2")
    click(hand, ending.do_button)
    first = copies.every(desk_of(hand))[0]
    assert (first.state, first.note, first.withdrawn_on) == (CopyState.WITHDRAWN, "Акт № 2", date.today())


def test_the_switch_shows_what_is_to_be_collected_and_prints_it(
    start, put: Callable[[Callable[[Make], object]], None]
) -> None:
    put(build)
    hand = start()
    page = open_page(hand)
    hand.window.go("give_copies", 1)
    hand.settle()
    assert page.giving is not None
    page.giving.old.set_value(False)
    click(hand, page.giving.before_button)
    page.giving.old.set_value(False)
    click(hand, page.giving.do_button)
    assert page.table.rows.count == 4
    page.segments.buttons["all"].setFocus()
    for key, count in (("out", 2), ("collect", 2)):
        hand.press(Key.Key_Right, on=page.segments.buttons["all" if key == "out" else "out"])
        assert page.table.rows.count == count
    hand.press(Key.Key_P, CTRL, on=page.table)
    hand.settle()
    assert page._preview is not None
    assert page.panel.currentWidget() is page._preview
    assert page._preview.document.pageCount() == 1


def test_a_number_that_is_taken_is_refused_under_its_field(
    start, put: Callable[[Callable[[Make], object]], None]
) -> None:
    put(build)
    hand = start()
    page = open_page(hand)
    page.table.setFocus()
    page.table.selectRow(0)
    hand.press(Key.Key_Return, on=page.table)
    editor = page.editor
    assert editor is not None
    editor.boxes["number"].input.set_value(2)
    hand.press(Key.Key_S, CTRL, on=editor)
    assert "already has copy No. 2: Кафедра" in editor.boxes["number"].refusal_text
    editor.boxes["number"].input.set_value(7)
    hand.press(Key.Key_S, CTRL, on=editor)
    assert copies.get(desk_of(hand), 1).number == 7


def test_today_leads_to_the_copies_to_collect(start, put: Callable[[Callable[[Make], object]], None]) -> None:
    put(build)
    hand = start()
    hand.window.go("today")
    hand.settle()
    collect = hand.window.page.lists["collect"]
    assert [row.text for row in collect.list.rows()] == ["ЖН-ALT-40"]
    collect.list.setFocus()
    collect.list.setCurrentRow(0)
    hand.press(Key.Key_Return, on=collect.list)
    hand.settle()
    page = hand.window.page
    assert isinstance(page, CopiesPage)
    assert (page.head.filter.text(), page.table.rows.count) == ("ЖН-ALT-40", 2)


def test_the_document_shows_its_copies_and_takes_them_back(
    start, put: Callable[[Callable[[Make], object]], None]
) -> None:
    put(build)
    hand = start()
    part = open_first(hand).part(DocumentCopies)
    assert "To collect: 2" in part.sentence.text()
    part.unfold()
    part.table.selectAll()
    click(hand, part.back_button)
    hand.press(Key.Key_Return, on=part.form.boxes["on"].input)
    assert [copy.state for copy in copies.every(desk_of(hand))] == [CopyState.RETURNED] * 2
    assert part.form.isHidden()
    assert "No copy is out" in part.sentence.text()


def test_the_original_is_handed_over_and_its_receipt_shown(
    start, put: Callable[[Callable[[Make], object]], None]
) -> None:
    put(build)
    hand = start()
    page = open_first(hand)
    part = page.part(DocumentOriginal)
    assert part.sentence.text() == "Original: still in the department. Word version: still in the department."
    part.unfold()
    click(hand, part.add_button)
    boxes = part.form.boxes
    boxes["sheets"].set_value(14)
    boxes["handed_on"].set_value(date(2026, 10, 3))
    boxes["place"].input.setText("АССД")
    hand.press(Key.Key_Return, on=boxes["handed_on"].input)
    (kept,) = handovers.of_document(desk_of(hand), 1)
    assert (kept.revision, kept.sheets, kept.place, kept.handed_on) == (2, 14, "АССД", date(2026, 10, 3))
    assert "Original: АССД, since 03.10.2026." in part.sentence.text()
    part.table.selectRow(0)
    click(hand, part.print_button)
    hand.settle()
    assert page._preview is not None
    assert page._preview.document.pageCount() == 1


def test_the_page_says_what_it_is_for_when_there_is_nothing(start) -> None:
    hand = start()
    page = open_page(hand)
    assert page.empty.isVisible()
    page.show_view("collect")
    hand.settle()
    assert page.empty.first.text() == "Show all copies"
    click(hand, page.empty.first)
    assert page.empty.first.text() == "Give copies"


def test_an_electronic_copy_for_every_unit(start, put: Callable[[Callable[[Make], object]], None]) -> None:
    put(build)
    hand = start()
    page = open_page(hand)
    hand.window.go("give_copies", 1)
    hand.settle()
    giving = page.giving
    assert giving is not None
    giving.kind.set_value(CopyKind.ELECTRONIC)
    click(hand, giving.units_button)
    click(hand, giving.do_button)
    given = [copy for copy in copies.every(desk_of(hand)) if copy.kind is CopyKind.ELECTRONIC]
    assert [copy.unit for copy in given] == ["Деканат", "Кафедра"]
