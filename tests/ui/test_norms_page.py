"""The norms page as a hand uses it: a norm is added, changes, and the documents that cite it are looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt

from altdesk.domain.norms import NormDraft, NormState, Outcome
from altdesk.services import documents, norms
from tests.make import Make
from tests.ui.test_documents_page import click, desk_of, find, open_first, put, shown
from ui.pages.norms import NormsPage
from ui.widgets.document_norms import DocumentNorms

__all__ = ["put"]
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def build(make: Make) -> None:
    """A law that a document cites, and an internal norm that is a document of the desk."""
    law = norms.add(make.desk, NormDraft("№ 285-V", "Жастар саясаты туралы")).id
    own = norms.add(make.desk, NormDraft("ҚР-АЛТ-01", "Басқару")).id
    assert law is not None
    assert own is not None
    norms.cite(make.desk, make.document("ЖН-ALT-00", "Қағидалар"), [law, own])
    make.document("ҚР-ALT-01", "Басқару")


def open_page(hand) -> NormsPage:
    hand.window.resize(1366, 728)
    hand.window.go("norms")
    hand.settle()
    page = hand.window.page
    assert isinstance(page, NormsPage)
    return page


def open_law(hand) -> NormsPage:
    page = open_page(hand)
    page.table.setFocus()
    page.table.selectRow(0)
    hand.press(Key.Key_Return, on=page.table)
    return page


def test_a_norm_is_added_by_keys_and_a_twin_refused_under_its_field(start) -> None:
    hand = start()
    page = open_page(hand)
    editor = page.editor
    assert editor is not None
    for designation in ("ҚР-ALT-05", "КР-АЛТ-05"):
        hand.press(Key.Key_N, CTRL, on=page)
        hand.type(designation, on=editor.boxes["designation"].input)
        hand.type("Тәуекелдер", on=editor.boxes["title"].input)
        hand.press(Key.Key_S, CTRL, on=editor)
    assert shown(page.table) == ["ҚР-ALT-05"]
    assert "already a norm ҚР-ALT-05" in editor.boxes["designation"].refusal_text


def test_a_change_is_marked_and_answered_on_the_page(start, put: Callable[[Callable[[Make], object]], None]) -> None:
    put(build)
    hand = start()
    page = open_law(hand)
    click(hand, page.changes.buttons[NormState.CHANGED])
    page.changes.form.boxes["changed_on"].set_value(date(2026, 11, 1))
    hand.press(Key.Key_Return, on=page.changes.form.boxes["note"].input)
    assert [flag.code for flag in norms.flags(desk_of(hand))] == ["ЖН-ALT-00"]
    assert "1 document to review" in page.head.state.text()
    assert "1 document has to be looked at" in page.documents.sentence.text()
    click(hand, page.documents.review_button)
    hand.type("Айша", on=page.documents.form.boxes["reviewed_by"].input)
    hand.press(Key.Key_Return, on=page.documents.form.boxes["note"].input)
    (citing,) = norms.get(desk_of(hand), 1).documents
    assert (citing.outcome, citing.reviewed_by) == (Outcome.NO_CHANGE, "Айша")
    assert page.documents.review_button.isHidden()


def test_a_review_without_a_name_is_refused_under_its_field(
    start, put: Callable[[Callable[[Make], object]], None]
) -> None:
    put(lambda make: (build(make), norms.mark(make.desk, 1, NormState.REPEALED, date(2026, 11, 1))))
    hand = start()
    page = open_law(hand)
    click(hand, page.documents.review_button)
    hand.press(Key.Key_Return, on=page.documents.form.boxes["note"].input)
    assert "who reviewed" in page.documents.form.boxes["reviewed_by"].refusal_text


def test_documents_are_added_and_taken_off_on_the_page(start, put: Callable[[Callable[[Make], object]], None]) -> None:
    put(build)
    hand = start()
    page = open_law(hand)
    find(hand, page.documents.finder, "ҚР-ALT-01")
    assert shown(page.documents.table) == ["ЖН-ALT-00", "ҚР-ALT-01"]
    page.documents.table.selectRow(0)
    click(hand, page.documents.out_button)
    assert [each.code for each in norms.get(desk_of(hand), 1).documents] == ["ҚР-ALT-01"]


def test_the_document_says_which_norm_changed_and_takes_the_answer(
    start, put: Callable[[Callable[[Make], object]], None]
) -> None:
    put(lambda make: (build(make), norms.mark(make.desk, 1, NormState.CHANGED, date(2026, 11, 1))))
    hand = start()
    part = open_first(hand).part(DocumentNorms)
    assert "A norm it refers to has changed" in part.sentence.text()
    part.unfold()
    assert shown(part.table, 2) == ["To review", "In force"]
    click(hand, part.review_button)
    hand.type("Айша", on=part.form.boxes["reviewed_by"].input)
    hand.press(Key.Key_Return, on=part.form.boxes["reviewed_by"].input)
    assert norms.flags(desk_of(hand)) == []
    assert shown(part.table, 2) == ["Amended", "In force"]
    part.table.selectRow(1)
    click(hand, part.out_button)
    assert [each.designation for each in norms.of_document(desk_of(hand), 1)] == ["№ 285-V"]
    find(hand, part.finder, "Басқару")
    assert len(norms.of_document(desk_of(hand), 1)) == 2


def test_only_what_is_to_be_reviewed_is_shown_and_today_leads_there(
    start, put: Callable[[Callable[[Make], object]], None]
) -> None:
    put(lambda make: (build(make), norms.mark(make.desk, 1, NormState.CHANGED, date(2026, 11, 1))))
    hand = start()
    hand.window.go("today")
    hand.settle()
    flags = hand.window.page.lists["norms"]
    assert [(row.text, row.quiet) for row in flags.list.rows()] == [("Жастар саясаты туралы", "1 document")]
    flags.list.setFocus()
    flags.list.setCurrentRow(0)
    hand.press(Key.Key_Return, on=flags.list)
    page = hand.window.page
    assert isinstance(page, NormsPage)
    assert page.editor is not None
    assert page.editor.record_id == 1
    page.segments.buttons["all"].setFocus()
    hand.press(Key.Key_Right, on=page.segments.buttons["all"])
    assert shown(page.table) == ["№ 285-V"]


def test_an_internal_norm_opens_as_the_document_it_is(start, put: Callable[[Callable[[Make], object]], None]) -> None:
    put(build)
    hand = start()
    page = open_page(hand)
    page.table.selectRow(1)
    next(made for declared, made in page.made if declared.key == "document").trigger()
    hand.settle()
    assert hand.window.page.editor.record_id == documents.by_code(desk_of(hand), "ҚР-ALT-01").id


def test_ctrl_k_finds_norms_and_ctrl_p_shows_the_list(start, put: Callable[[Callable[[Make], object]], None]) -> None:
    put(build)
    hand = start()
    hand.press(Key.Key_K, CTRL, on=hand.window)
    hand.type("жастар")
    hand.settle()
    hand.press(Key.Key_Return)
    page = hand.window.page
    assert isinstance(page, NormsPage)
    page.table.setFocus()
    hand.press(Key.Key_P, CTRL, on=page.table)
    assert page._preview is not None
    assert page._preview.document.pageCount() == 1
