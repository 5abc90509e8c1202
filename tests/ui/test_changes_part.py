"""Changes of a document on screen: registered, answered, made known, printed, corrected, with keys."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from altdesk.services import acquaintance, changes
from tests.ui.test_documents_page import click, desk_of, first_document, open_first, put, shown, watch_going
from ui.widgets.changes import Changes

__all__ = ["put"]
Key = Qt.Key


def open_changes(hand):
    page = open_first(hand)
    part = page.part(Changes)
    part.unfold()
    hand.settle()
    return page, part


def register(hand, part, text: str, answer: int) -> None:
    """Type an entry and answer the question with its first button or its second."""
    click(hand, part.add_button)
    form = part.entry.form
    assert hand.focus is form.boxes["paragraph"].input
    hand.type("5.5.2")
    form.boxes["change"].input.setPlainText(text)
    form.boxes["name"].input.setText("Мұхамеджан Әсем")
    hand.press(Key.Key_Return, on=form.boxes["paragraph"].input)
    assert part.entry.question.isVisible()
    assert hand.focus is part.entry.question.buttons[0]
    if answer:
        hand.press(Key.Key_Tab)
    hand.press(Key.Key_Return)


def entries(hand):
    return changes.of_document(desk_of(hand), first_document(hand).id)


def test_an_editorial_change_is_registered_with_keys_and_offers_nothing(start, put):
    put(lambda make: (make.people(2), make.audience(make.document("ҚР-ALT-05"))))
    hand = start()
    _, part = open_changes(hand)
    assert part.sentence.text() == "No change is registered yet."
    register(hand, part, "Үтір қосылды", 0)
    assert shown(part.table, 2) == ["5.5.2: Үтір қосылды"]
    assert part.about.text() == "5.5.2: Үтір қосылды  ·  Мұхамеджан Әсем  ·  Editorial"
    assert part.round.isHidden()
    assert part.heading.count.text() == "1"


def test_a_change_of_meaning_offers_the_round_and_makes_the_sheet(start, put):
    put(lambda make: (make.people(3), make.audience(make.document("ҚР-ALT-05"))))
    hand = start()
    _, part = open_changes(hand)
    gone = watch_going(hand)
    register(hand, part, "Проректор бекітеді", 1)
    assert part.round.sentence.text() == "3 people must know the document and sign again."
    due = part.round.boxes["due_on"].input
    assert hand.focus is due
    due.set_value(date.today())
    hand.press(Key.Key_Return, on=due)
    (line,) = acquaintance.sheet_lines(desk_of(hand))
    assert (line.total, line.change_number, line.expected_on) == (3, 1, date.today())
    assert gone == [("sheet", line.id)]
    assert part.round.isHidden()


def test_not_now_leaves_the_offer_for_later(start, put):
    put(lambda make: (make.people(3), make.audience(make.document("ҚР-ALT-05"))))
    hand = start()
    _, part = open_changes(hand)
    register(hand, part, "Проректор бекітеді", 1)
    click(hand, part.round.close_button)
    assert part.about.text().endswith("Not made known yet")
    assert acquaintance.sheet_lines(desk_of(hand)) == []
    click(hand, part.ask_button)
    assert part.round.isVisible()


def test_where_nobody_can_be_asked_it_is_said_when_wanted(start, put):
    put(lambda make: make.document("ҚР-ALT-05"))
    hand = start()
    _, part = open_changes(hand)
    register(hand, part, "Проректор бекітеді", 1)
    assert part.round.isHidden()
    click(hand, part.ask_button)
    assert "Choose first who must know ҚР-ALT-05" in hand.window.notice.accessibleName()


def test_escape_leads_back_from_the_question_to_the_text(start, put):
    put(lambda make: make.document("ҚР-ALT-05"))
    hand = start()
    _, part = open_changes(hand)
    click(hand, part.add_button)
    form = part.entry.form
    form.boxes["change"].input.setPlainText("Мәтін")
    form.boxes["name"].input.setText("Әсем")
    hand.press(Key.Key_Return, on=form.boxes["paragraph"].input)
    hand.press(Key.Key_Escape)
    assert form.isVisible()
    assert form.boxes["change"].input.toPlainText() == "Мәтін"
    assert entries(hand) == []


def test_what_lacks_is_refused_under_its_field(start, put):
    put(lambda make: make.document("ҚР-ALT-05"))
    hand = start()
    _, part = open_changes(hand)
    click(hand, part.add_button)
    hand.press(Key.Key_Return)
    assert part.entry.form.boxes["change"].refusal_text == "Type what is changed."
    assert part.entry.question.isHidden()


def test_a_printed_entry_is_corrected_by_a_new_one_and_a_blank_row_typed_in(start, put):
    put(lambda make: make.document("ҚР-ALT-05"))
    hand = start()
    _, part = open_changes(hand)
    register(hand, part, "Қате мәтін", 0)
    desk, number = desk_of(hand), first_document(hand).id
    hand.desktop.shell.work.do(
        lambda: changes.printed(desk, number, entries(hand), 1, date.today(), changes.heads_now(desk, number))
    )
    hand.settle()
    assert shown(part.table, 0) == ["1", "2"]
    assert part.sentence.text() == "1 row printed blank can be typed in."
    part.table.clearSelection()
    part.table.selectRow(0)
    assert part.edit_button.text() == "Correct by a new entry"
    click(hand, part.edit_button)
    assert part.entry.form.boxes["corrects"].input.value() == 1
    part.entry.form.close_form()
    part.table.clearSelection()
    part.table.selectRow(1)
    assert part.edit_button.text() == "Type in the row"


def test_the_sheet_is_shown_as_a_paper(start, put):
    put(lambda make: make.document("ҚР-ALT-05"))
    hand = start()
    page, part = open_changes(hand)
    register(hand, part, "Бірінші", 0)
    assert part.print_button.text() == "Print the sheet"
    click(hand, part.print_button)
    hand.qtbot.waitUntil(lambda: page._preview is not None and page._preview.document.pageCount() > 0, timeout=30_000)
    assert not entries(hand)[0].printed
