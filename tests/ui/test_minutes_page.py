"""Minutes as they are typed while people talk: by keys from the opening of a meeting to its locked minutes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from altdesk.desk import Desk
from altdesk.domain.bodies import BodyKind
from altdesk.domain.minutes import Vote
from altdesk.domain.minutes_kinds import ItemState, MinutesState, Presence, VoteKind
from altdesk.domain.minutes_lists import MinutesQuery
from altdesk.domain.minutes_votes import VoteResult, result
from altdesk.domain.phrases import PhraseDraft, Section
from altdesk.domain.rules import Rules, TieRule
from altdesk.domain.tasks import TasksQuery
from altdesk.services import attendance, minutes, phrases, rules, tasks, votes
from altdesk.settings import S
from tests.make import Make
from ui.pages.meeting import looks
from ui.pages.meeting.points import PointsInput
from ui.pages.meeting.vote import VoteInput

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture
def put(folder: Path) -> Callable[[Callable[[Make], object]], None]:
    """Put records on the desk before the window is opened."""

    def run(build: Callable[[Make], object]) -> None:
        with Desk.open(folder, "en") as desk:
            build(Make(desk))

    return run


def desk_of(hand) -> Desk:
    return hand.desktop.shell.desk


def opened(hand, number: int | None = None):
    """The page of minutes; with a number the meeting of this record."""
    hand.window.resize(1366, 728)
    hand.window.go("minutes", number)
    hand.settle()
    return hand.window.page


def stand_on(hand, meeting, key: str) -> None:
    meeting.outline.setFocus()
    meeting.outline.setCurrentRow(meeting.outline.part_keys().index(key))
    hand.settle()


def only(hand):
    desk = desk_of(hand)
    return minutes.get(desk, minutes.ids(desk, MinutesQuery())[0])


def test_a_meeting_is_opened_typed_and_locked_by_keys(start, put):
    put(lambda make: make.body(members=5))
    hand = start()
    page = opened(hand)
    hand.press(Key.Key_N, CTRL)
    hand.press(Key.Key_Return)
    meeting = page.meeting
    assert page.view is meeting
    assert meeting.outline.part_keys() == [looks.HEAD, looks.ATTENDANCE, looks.FILES]

    hand.press(Key.Key_PageDown, CTRL)
    table = meeting.attendance.part.table
    table.setFocus()
    for _ in range(3):  # behind the chair and the secretary, who have to be there
        hand.press(Key.Key_Down)
    hand.press(Key.Key_Space)
    assert [each.state for each in only(hand).attendees].count(Presence.ABSENT) == 1

    hand.press(Key.Key_N, CTRL)
    assert hand.focus is meeting.item_editor.boxes["title"].input
    hand.type("On the week of youth")
    meeting.item_editor.boxes["heard"].input.setFocus()
    hand.type("The programme was read.")
    vote = meeting.item_editor.boxes["vote"].input
    assert isinstance(vote, VoteInput)
    vote.kind.setFocus()
    hand.press(Key.Key_Down)
    vote.against.setFocus()
    hand.press(Key.Key_Up)
    assert "for 3, against 1" in vote.present.text()
    points = meeting.item_editor.boxes["points"].input
    assert isinstance(points, PointsInput)
    points.add_button.click()
    hand.type("Approve the programme.")
    hand.press(Key.Key_Return, CTRL)
    hand.type("Tell the groups.")
    hand.press(Key.Key_Tab)
    hand.type("Nobody in the register")
    hand.press(Key.Key_Tab)
    hand.type("1.12.2036")
    hand.press(Key.Key_S, CTRL)

    kept = only(hand)
    (item,) = kept.items
    assert (item.title, item.heard) == ("On the week of youth", "The programme was read.")
    assert item.vote.kind is VoteKind.OPEN
    assert result(kept, item) is VoteResult.ADOPTED
    assert [(point.number, point.text) for point in item.points] == [
        ("1.1", "Approve the programme."),
        ("1.2", "Tell the groups."),
    ]

    assert [row.no_task.isVisible() for row in points.rows] == [True, False]

    meeting.head.button.click()
    hand.settle()
    assert meeting.ending.tasks.text().startswith("No task comes of 1.1: no one is responsible")
    hand.press(Key.Key_Return)
    assert only(hand).state is MinutesState.FINAL
    assert only(hand).number == "1"
    (task,) = tasks.lines(desk_of(hand), tasks.ids(desk_of(hand), TasksQuery()))
    assert (task.text, task.due_on) == ("Tell the groups.", date(2036, 12, 1))
    assert meeting.item_editor.boxes["heard"].input.isReadOnly()
    assert meeting.item_editor.save_button.isHidden()


def test_the_quorum_is_said_at_once_when_people_leave(start, put):
    put(lambda make: make.minutes(present=3, of=4))
    hand = start()
    page = opened(hand, 1)
    stand_on(hand, page.meeting, looks.ATTENDANCE)
    assert "Quorum is there: 3 of 4, 3 needed" in page.meeting.head.state.text()
    part = page.meeting.attendance.part
    hand.qtbot.waitUntil(lambda: part.chosen is not None, timeout=30_000)
    hand.press(Key.Key_L, on=part.table)
    hand.qtbot.waitUntil(lambda: "No quorum: 2 of 4, 3 needed" in page.meeting.head.state.text(), timeout=30_000)
    assert "No quorum" in part.sentence.text()


def test_too_many_votes_are_refused_under_the_vote_and_stay_typed(start, put):
    put(lambda make: make.minutes(present=3, of=3))
    hand = start()
    page = opened(hand, 1)
    stand_on(hand, page.meeting, looks.item_key(1))
    vote = page.meeting.item_editor.boxes["vote"].input
    vote.kind.set_value(VoteKind.SECRET)
    vote.against.set_value(5)
    assert "More votes than the 3" in vote.present.text()
    hand.press(Key.Key_S, CTRL)
    assert "3 were present" in page.meeting.item_editor.boxes["vote"].refusal_text
    assert vote.against.value() == 5
    assert only(hand).items[0].vote.kind is VoteKind.NONE


def test_items_are_moved_by_keys_and_by_the_mouse(start, put):
    put(lambda make: make.minutes(present=3, of=3, items=("A", "B", "C")))
    hand = start()
    page = opened(hand, 1)
    outline = page.meeting.outline
    stand_on(hand, page.meeting, looks.item_key(1))
    hand.press(Key.Key_Down, ALT)
    assert [item.id for item in only(hand).items] == [2, 1, 3]
    assert outline.current_key == looks.item_key(1)
    outline.moved.emit(looks.item_key(3), 0)
    hand.settle()
    assert [item.id for item in only(hand).items] == [3, 2, 1]
    hand.window.undo()
    hand.settle()
    assert [item.id for item in only(hand).items] == [2, 1, 3]
    assert outline.part_keys()[2:5] == [looks.item_key(number) for number in (2, 1, 3)]


def test_leaving_an_item_saves_what_is_typed(start, put):
    put(lambda make: make.minutes(present=3, of=3, items=("A", "B")))
    hand = start()
    page = opened(hand, 1)
    stand_on(hand, page.meeting, looks.item_key(1))
    page.meeting.item_editor.boxes["discussed"].input.setFocus()
    hand.type("Nobody was against it.")
    hand.press(Key.Key_PageDown, CTRL)
    assert page.meeting.outline.current_key == looks.item_key(2)
    assert only(hand).items[0].discussed == "Nobody was against it."


def test_a_short_key_becomes_its_phrase(start, put):
    def build(make: Make) -> None:
        make.minutes(present=3, of=3)
        phrases.add(make.desk, PhraseDraft("ok", "The report was taken note of.", Section.ANY))

    put(build)
    hand = start()
    page = opened(hand, 1)
    stand_on(hand, page.meeting, looks.item_key(1))
    heard = page.meeting.item_editor.boxes["heard"].input
    heard.setFocus()
    hand.type("Chair: ok")
    hand.press(Key.Key_Space, CTRL)
    assert heard.value() == "Chair: The report was taken note of."


def test_final_minutes_are_signed_with_their_scan_and_reopened_with_a_reason(start, put, tmp_path):
    put(lambda make: make.final(present=3, of=3, held_on=date(2026, 11, 11)))
    hand = start()
    page = opened(hand, 1)
    form = page.meeting.ending.form
    page.meeting.head.button.click()
    hand.settle()
    hand.press(Key.Key_Return)
    assert "scan" in form.boxes["scan"].refusal_text
    scan = tmp_path / "скан.pdf"
    scan.write_bytes(b"%PDF")
    form.boxes["scan"].set_value(scan)
    form.boxes["signed_on"].set_value(date(2026, 11, 12))
    form.run()
    hand.settle()
    assert only(hand).state is MinutesState.SIGNED
    page.meeting._reopen()
    hand.settle()
    form.run()
    hand.settle()
    assert form.boxes["reason"].refusal_text
    form.boxes["reason"].input.setText("A name was wrong")
    form.run()
    hand.settle()
    assert only(hand).state is MinutesState.DRAFT
    assert looks.VERSIONS in page.meeting.outline.part_keys()
    stand_on(hand, page.meeting, looks.item_key(1))
    page.meeting.item_editor.boxes["title"].input.setText("Another title")
    hand.press(Key.Key_S, CTRL)
    stand_on(hand, page.meeting, looks.VERSIONS)
    assert "Another" in page.meeting.versions.text.text()


def test_what_becomes_of_items_is_said_before_the_minutes_are_locked(start, put):
    def build(make: Make) -> None:
        made = make.minutes(present=4, of=4, items=("On sport", "On food", "On trips"))
        make.point(made, "Buy balls.")
        make.point(made, "Open the canteen.", item=2, due_on=date(2036, 12, 1))
        votes.save(make.desk, make.item(made, 2), Vote(VoteKind.OPEN, against=2))

    put(build)
    hand = start()
    meeting = opened(hand, 1).meeting
    meeting.head.button.click()
    hand.settle()
    untouched, refused = meeting.ending.notices
    assert "Not dealt with: 3. On trips." in untouched.text()
    assert "Not adopted: 2. On food." in refused.text()
    assert "No task comes of 1.1:" in meeting.ending.tasks.text()
    assert untouched.isVisible()
    assert refused.isVisible()
    hand.press(Key.Key_Return)
    assert not tasks.ids(desk_of(hand), TasksQuery())
    stand_on(hand, meeting, looks.item_key(only(hand).items[1].id))
    assert meeting.item_editor.boxes["state"].input.value() is ItemState.DEALT


def test_what_keeps_minutes_from_being_final_is_said_under_its_field(start, put):
    def build(make: Make) -> None:
        rules.save(make.desk, Rules(tie_rule=TieRule.CHAIR_DECIDES))
        made = make.minutes(present=4, of=4, items=("On sport", "On food"))
        attendance.mark(make.desk, made, [minutes.get(make.desk, made).attendees[0].id], Presence.ABSENT)
        make.point(made, "Open the canteen.", item=2)

    put(build)
    hand = start()
    meeting = opened(hand, 1).meeting
    stand_on(hand, meeting, looks.item_key(2))

    def end() -> None:
        meeting.head.button.click()
        hand.settle()
        hand.press(Key.Key_Return)

    end()
    assert meeting.outline.current_key == looks.HEAD
    chair = meeting.head_editor.boxes["chair"]
    assert "is marked absent" in chair.refusal_text
    assert chair.input.hasFocus()
    assert not meeting.ending.isVisible()
    known = only(hand)
    attendance.mark(desk_of(hand), known.id, [known.attendees[0].id], Presence.PRESENT)
    votes.save(desk_of(hand), known.items[1].id, Vote(VoteKind.OPEN, against=2))
    hand.settle()
    end()
    assert meeting.outline.current_key == looks.item_key(2)
    assert "Say how the chair voted" in meeting.item_editor.boxes["vote"].refusal_text
    assert only(hand).state is MinutesState.DRAFT


def test_final_minutes_look_closed_and_no_key_changes_them(start, put):
    put(lambda make: make.final(present=4, of=4))
    hand = start()
    meeting = opened(hand, 1).meeting
    boxes = meeting.head_editor.boxes
    for key in ("held_on", "starts_at", "place", "chair", "secretary"):
        made = boxes[key].input
        before = made.text()
        made.setFocus()
        for each in (Key.Key_Up, Key.Key_Down, Key.Key_Down, Key.Key_F4, Key.Key_X):
            hand.press(each)
        assert (made.text(), made.isReadOnly()) == (before, True)
        ground = made.grab().toImage().pixelColor(made.width() // 2, 6)
        assert ground == made.palette().window().color()
    assert not meeting.head_editor.changed
    hand.press(Key.Key_N, CTRL)
    assert "are final. Reopen them to change anything." in hand.window.status.text
    assert len(only(hand).items) == 1


def test_undo_does_not_go_behind_the_finalization(start, put):
    put(lambda make: make.final(present=3, of=3))
    hand = start()
    opened(hand, 1)
    for _ in range(2):  # the first is the welcome of this desk
        hand.window.undo()
        hand.settle()
    assert "are final" in hand.window.notice.accessibleName()
    assert only(hand).state is MinutesState.FINAL


def test_what_was_left_open_is_taken_over_with_one_button(start, put):
    def build(make: Make) -> None:
        first = make.final(present=3, of=3, held_on=date(2026, 11, 11), items=("Not dealt with",))
        minutes.start(make.desk, minutes.get(make.desk, first).body_id, date(2026, 11, 25))

    put(build)
    hand = start()
    page = opened(hand, 2)
    stand_on(hand, page.meeting, looks.OFFERED)
    page.meeting.offered.take_button.click()
    hand.settle()
    assert [item.title for item in minutes.get(desk_of(hand), 2).items] == ["Not dealt with"]
    assert looks.OFFERED not in page.meeting.outline.part_keys()


def test_any_word_of_the_minutes_finds_the_meeting(start, put):
    put(lambda make: (make.minutes(present=3, of=3, items=("Көктем байқауы",)), make.minutes(present=2, of=2)))
    hand = start()
    page = opened(hand)
    for text, rows in (("коктем", [1]), ("nosuchword", [])):
        page.list.head.filter.setText(text)
        hand.settle()
        table = page.list.table.rows
        assert [table.id_at(row) for row in range(table.count)] == rows


@pytest.mark.parametrize("met", [True, False])
def test_a_new_meeting_is_of_the_body_that_meets(start, put, met):
    def build(make: Make) -> None:
        make.body("Aerobics club", kind=BodyKind.STUDENT_CLUB)
        body = make.body("Zeal council", kind=BodyKind.COUNCIL if met else BodyKind.STUDENT_GOVERNMENT)
        if met:
            make.minutes(body)
            make.body("Student government")

    put(build)
    hand = start()
    page = opened(hand)
    hand.press(Key.Key_N, CTRL)
    assert page.list.starting.boxes["body_id"].input.currentText() == "Zeal council"
    page.list.begin_for(1)
    hand.settle()
    assert page.list.starting.boxes["body_id"].input.currentText() == "Aerobics club"


def test_filters_are_remembered(start, put):
    put(lambda make: (make.final(present=3, of=3), make.minutes(present=2, of=2)))
    hand = start()
    page = opened(hand)
    assert page.list.table.rows.count == 2
    page.list.filters.choose(state="draft")
    hand.settle()
    assert page.list.table.rows.count == 1
    assert hand.desktop.shell.settings.of_page(S.filters, "minutes") == {"state": "draft"}
    page.list.filters.clear_button.click()
    hand.settle()
    assert page.list.table.rows.count == 2


def test_esc_goes_back_to_the_list_on_the_same_meeting(start, put):
    put(lambda make: make.minutes(present=3, of=3))
    hand = start()
    page = opened(hand, 1)
    hand.press(Key.Key_Escape)
    assert page.view is page.list
    assert page.list.table.current_id == 1
