"""The page Today as a hand uses it: what is said, the next step as one button, and lines that open with Enter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from altdesk.desk import Desk
from altdesk.domain.acquaintance import RowMark, RowState
from altdesk.domain.documents import DocumentDraft
from altdesk.domain.leadership import IssueDraft, LeadershipDraft
from altdesk.domain.minutes import Named
from altdesk.services import acquaintance, documents, leadership, organisation, rounds
from db.models.documents import revision
from tests.days import ago, ahead
from tests.make import Make
from ui.widgets.revisions import Revisions

Key = Qt.Key


@pytest.fixture
def on_desk(folder, start) -> Callable:
    """Open Today on a desk filled by `fill`."""

    def begin(fill: Callable[[Make], object] = lambda make: None, **options):
        with Desk.open(folder, "en") as desk:
            organisation.save(desk, replace(organisation.get(desk), welcomed=True))
            fill(Make(desk))
        hand = start(**options)
        hand.window.resize(1366, 728)
        hand.window.go("today")
        hand.settle()
        return hand

    return begin


def late(make: Make) -> None:
    """A sheet that should have been back three days ago, another on its way, and one back with open rows."""
    make.people(3, post="Маман")
    for expected in (-3, 4, None):
        document = make.document(effective_on=ago(30))
        make.audience(document)
        number = make.sheet(document, expected_on=ahead(expected) if expected is not None else None)
        acquaintance.printed(make.desk, number, None, ago(9))
    marks = {1: RowMark(RowState.SIGNED, ago(1))}
    rounds.record(make.desk, number, marks, back_on=date.today())


def texts(lines) -> list[tuple[str, str]]:
    return [(row.text, row.quiet) for row in lines.list.rows()]


def test_a_new_desk_says_where_to_begin(on_desk):
    hand = on_desk()
    page = hand.window.page
    assert page.head.state.text().endswith("the desk is new")
    assert page.step_button.text() == "Import from Excel…"
    assert hand.focus is page.step_button
    assert not any(each.isVisible() for each in page.lists.values())


def test_people_without_documents_lead_to_the_documents(on_desk):
    hand = on_desk(lambda make: make.people(2))
    assert hand.window.page.step_button.text() == "Add a document"
    hand.press(Key.Key_Return)
    assert hand.window.page.key == "documents"


def test_a_document_nobody_was_asked_to_sign_leads_to_its_sheet(on_desk):
    def fill(make: Make) -> None:
        make.people(2)
        make.document(effective_on=date.today())

    hand = on_desk(fill)
    page = hand.window.page
    assert texts(page.lists["owing"])[0][1] == "nobody was asked"
    hand.press(Key.Key_Return)
    assert hand.window.page.view.key == "coverage"
    assert hand.focus is hand.window.page.view.missing.button
    hand.press(Key.Key_Return)
    assert hand.window.page.view.making.names.count() == 2


def test_what_is_late_comes_first_and_is_opened_with_enter(on_desk):
    hand = on_desk(late)
    page = hand.window.page
    assert "1 sheet is overdue, 1 sheet is on its way, 8 signatures are missing" in page.head.state.text()
    assert texts(page.lists["overdue"]) == [("Sheet No. 1  ·  ҚР-ALT-01", "3 days late")]
    assert texts(page.lists["out"])[0][1].startswith("expected ")
    assert texts(page.lists["back"]) == [("Sheet No. 3  ·  ҚР-ALT-03", "1 of 3")]
    assert [quiet for _, quiet in texts(page.lists["owing"])] == ["0 of 3", "0 of 3", "1 of 3"]
    assert page.step_button.text() == "Open the sheet"
    hand.press(Key.Key_Return)
    recording = hand.window.page.view.recording
    assert recording.sheet.number == 1
    assert hand.focus is recording.day.input


def test_every_line_is_reached_with_the_arrows(on_desk):
    hand = on_desk(late)
    page = hand.window.page
    page.lists["overdue"].list.setFocus()
    hand.press(Key.Key_Down)
    assert hand.focus is page.lists["out"].list
    hand.press(Key.Key_Down)
    assert hand.focus is page.lists["owing"].list
    hand.press(Key.Key_Down)
    hand.press(Key.Key_Return)
    assert hand.window.page.view.key == "coverage"
    assert hand.window.page.view._shown.document == "ҚР-ALT-02"


def test_a_line_opens_with_one_click(on_desk):
    hand = on_desk(late)
    lines = hand.window.page.lists["back"].list
    hand.qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=lines.visualItemRect(lines.item(0)).center())
    hand.settle()
    assert hand.window.page.view.recording.sheet.number == 3


def test_a_residual_sheet_is_one_press_away(on_desk):
    def fill(make: Make) -> None:
        make.people(2)
        number = make.sheet(make.document(effective_on=ago(9)))
        acquaintance.printed(make.desk, number, None, date.today())
        rounds.record(make.desk, number, {1: RowMark(RowState.SIGNED, date.today())}, back_on=date.today())

    hand = on_desk(fill)
    assert hand.window.page.step_button.text() == "Print residual sheet"
    hand.press(Key.Key_Return)
    hand.settle()
    view = hand.window.page.view
    assert view.panel.currentWidget() is view.preview
    assert acquaintance.sheet_by_number(hand.desktop.shell.desk, 2).residual_of == 1


def test_when_everything_is_signed_it_says_so(on_desk):
    def fill(make: Make) -> None:
        make.people(2)
        number = make.sheet(make.document(effective_on=ago(9)))
        acquaintance.printed(make.desk, number, None, date.today())
        acquaintance.mark_back(make.desk, number, date.today())

    hand = on_desk(fill)
    page = hand.window.page
    assert page.head.state.text().endswith("everything is signed")
    assert page.step_button.isHidden()
    assert "Nothing waits" in page.step_text.text()
    assert hand.focus is page.lists["back"].list


def test_it_follows_what_is_done_elsewhere(on_desk):
    hand = on_desk(late)
    desk = hand.desktop.shell.desk
    hand.desktop.shell.work.do(lambda: acquaintance.mark_back(desk, 1, date.today()))
    hand.settle()
    assert hand.window.page.lists["overdue"].isHidden()
    assert len(texts(hand.window.page.lists["back"])) == 2


def test_an_issue_that_is_not_settled_opens_its_meeting(on_desk):
    def fill(make: Make) -> None:
        draft = LeadershipDraft(held_on=ago(20), leader=Named("Асанов Ерлан"), topic="Асхана")
        leadership.add(make.desk, draft, [IssueDraft("Түскі ас", due_on=ago(2))])

    hand = on_desk(fill)
    issues = hand.window.page.lists["issues"]
    assert texts(issues) == [("Түскі ас", "2 days late")]
    issues.enter(from_below=False)
    hand.press(Key.Key_Return)
    page = hand.window.page
    assert page.key == "year_records"
    assert page.view.editor.boxes["topic"].value() == "Асхана"


def test_what_has_to_be_reviewed_is_listed_and_opens_the_document(on_desk):
    def fill(make: Make) -> None:
        for code, days in (("ЖН-1", -3), ("ЖН-2", 9), ("ЖН-3", 60)):
            draft = DocumentDraft(code, "Ереже", review_on=ahead(days))
            documents.add(make.desk, draft, 1, ago(90))

    hand = on_desk(fill)
    page = hand.window.page
    assert texts(page.lists["reviews"]) == [("ЖН-1", "3 days late"), ("ЖН-2", f"{ahead(9):%d.%m.%Y}")]
    assert "2 documents have to be reviewed" in page.head.state.text()
    page.lists["reviews"].list.setCurrentRow(0)
    hand.press(Key.Key_Return, on=page.lists["reviews"].list)
    assert hand.window.page.editor.boxes["code"].input.text() == "ЖН-1"


def test_tasks_late_and_to_come_and_the_next_meeting_open_with_enter(on_desk):
    def fill(make: Make) -> None:
        for text, days in (("Late", -2), ("Due", 0), ("Soon", 5), ("Far", 30)):
            make.task(text, due_on=ahead(days))
        make.minutes(make.body("Кеңес", members=3), ahead(3), present=3, of=3)

    hand = on_desk(fill)
    page = hand.window.page
    assert "1 task is overdue" in page.head.state.text()
    assert texts(page.lists["late_tasks"]) == [("Late", "2 days late")]
    assert texts(page.lists["tasks"]) == [("Due", "today"), ("Soon", f"{ahead(5):%d.%m.%Y}")]
    assert texts(page.lists["coming"]) == [("Кеңес", f"{ahead(3):%d.%m.%Y}")]
    page.lists["tasks"].enter(from_below=True)
    hand.press(Key.Key_Return)
    assert hand.window.page.key == "tasks"
    assert hand.window.page.editor.boxes["text"].input.value() == "Soon"
    hand.window.go("today")
    hand.settle()
    page.lists["coming"].enter(from_below=False)
    hand.press(Key.Key_Return)
    assert hand.window.page.view is hand.window.page.meeting


def test_a_revision_kept_back_by_a_signature_is_named_here_and_in_its_document(on_desk):
    early, day = ago(20), ago(3)

    def fill(make: Make) -> None:
        make.people(1)
        document = make.document("ЖН-ALT-40", "Ереже", ago(30))
        make.audience(document)
        number = make.revision_in_force(document)
        acquaintance.mark_back(make.desk, make.sheet(document), early, back_on=early)
        with make.desk.step("A desk of an earlier program") as step:
            step.change(revision, number, state="agreed", effective_on=day)

    hand = on_desk(fill)
    page = hand.window.page
    assert texts(page.lists["held_up"]) == [("ЖН-ALT-40", f"revision 1, {day:%d.%m.%Y}")]
    hand.window.go("document", 1)
    hand.settle()
    said = hand.window.page.part(Revisions).sentence.text()
    assert f"a signature of {early:%d.%m.%Y} is on record" in said
