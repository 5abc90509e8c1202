"""The page of events as a hand uses it: list, month and week, what became of one, who took part, clashes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent

from altdesk.desk import Desk
from altdesk.domain.events import Event, EventDraft, EventsQuery
from altdesk.domain.events_kinds import HeldState, Level
from altdesk.domain.rules import Rules
from altdesk.services import events, participants, rules
from tests.days import ago, ahead
from tests.make import Make
from ui.pages.events import EventsPage
from ui.widgets.day_table import MIME, DayTable
from ui.widgets.event_looks import days

Key = Qt.Key


@pytest.fixture
def put(folder: Path) -> Callable[[Callable[[Make], object]], None]:
    def run(build: Callable[[Make], object]) -> None:
        with Desk.open(folder, "en") as desk:
            build(Make(desk))

    return run


def add(make: Make, title: str, days: int = 0, **fields: object) -> int:
    draft = EventDraft(title, starts_on=ahead(days), **fields)  # type: ignore[arg-type]
    return events.add(make.desk, draft).id or 0


def filled(make: Make) -> None:
    make.person("Ермеков", "Ерлан")
    make.body("Дебат клубы", members=3)
    add(make, "Concert", starts_at=time(15), ends_at=time(17), place="Hall", level=Level.CITY)
    add(make, "Debate", starts_at=time(18), place="Library")


@pytest.fixture
def hand(start, put):
    put(filled)
    opened = start()
    opened.window.resize(1366, 728)
    opened.window.go("events")
    opened.settle()
    return opened


def page_of(hand) -> EventsPage:
    page = hand.window.page
    assert isinstance(page, EventsPage)
    return page


def calendar_of(hand, view: str) -> DayTable:
    page = page_of(hand)
    page.show_view(view)
    hand.settle()
    assert page.calendar is not None
    return page.calendar.table


def kept(hand, title: str) -> Event:
    desk = page_of(hand).shell.desk
    return next(each for each in events.lines(desk, events.ids(desk, EventsQuery())) if each.title == title)


def test_the_list_shows_the_present_year_and_is_found_in(hand) -> None:
    page = page_of(hand)
    assert page.table.rows.count == 2
    assert page.filters.values()["year"] == events.year_of(page.shell.desk, date.today()).name
    page.filters.choose(level=Level.CITY.value)
    hand.settle()
    assert page.table.rows.count == 1
    page.filters.clear()
    page.head.filter.setText("libr")
    hand.qtbot.waitUntil(lambda: page.table.rows.count == 1, timeout=30_000)


def test_a_clash_is_said_while_typing_and_is_saved_all_the_same(hand) -> None:
    page = page_of(hand)
    page.new_record(title="Rehearsal", starts_on=date.today(), starts_at=time(16))
    hand.settle()
    assert page.clashes.isHidden()
    page.editor.boxes["place"].input.setText("hall")
    hand.qtbot.waitUntil(lambda: not page.clashes.isHidden(), timeout=30_000)
    assert "Concert" in page.clashes.said.text()
    page.save()
    hand.settle()
    assert kept(hand, "Rehearsal").place == "hall"


def test_an_impossible_day_is_refused_under_its_field_and_nothing_is_lost(hand) -> None:
    page = page_of(hand)
    page.new_record(title="Camp", starts_on=date.today())
    hand.settle()
    box = page.editor.boxes["ends_on"]
    box.input.set_value(ago(1))
    page.save()
    hand.settle()
    assert "cannot end before" in box.refusal_text
    assert page.editor.boxes["title"].input.value() == "Camp"
    box.input.set_value(ahead(1))
    page.save()
    hand.settle()
    assert kept(hand, "Camp").last == ahead(1)


def test_held_with_its_people_and_result(hand) -> None:
    page = page_of(hand)
    page.open_record("event", kept(hand, "Concert").id)
    hand.settle()
    page.end.ask_held()
    page.end.form.boxes["participants"].input.set_value(120)
    page.end.form.boxes["result"].input.set_value("Well done")
    page.end.form.run()
    hand.settle()
    found = kept(hand, "Concert")
    assert (found.state, found.participants, found.result) == (HeldState.HELD, 120, "Well done")
    assert page.editor.boxes["participants"].input.value() == 120
    page.people.finder.setFocus()
    hand.type("Ермек")
    hand.qtbot.waitUntil(lambda: bool(page.people.finder.offered()), timeout=30_000)
    page.people.add(page.people.finder.offered()[0].value)
    hand.settle()
    assert [each.full_name for each in participants.of(page.shell.desk, found.id)] == ["Ермеков Ерлан"]


def test_a_whole_body_is_added_by_its_name(hand) -> None:
    page, number = page_of(hand), kept(hand, "Debate").id
    page.open_record("event", number)
    hand.settle()
    page.people.finder.setText("Дебат")
    page.people.finder.look()
    hand.qtbot.waitUntil(lambda: bool(page.people.finder.offered()), timeout=30_000)
    assert page.people.finder.offered()[-1].value[0] == "body"


def test_not_held_needs_a_reason_under_its_field(hand) -> None:
    page = page_of(hand)
    page.open_record("event", kept(hand, "Debate").id)
    hand.settle()
    page.end.ask_reason()
    page.end.form.run()
    hand.settle()
    assert page.end.form.boxes["reason"].refusal_text
    page.end.form.boxes["reason"].input.set_value("Quarantine")
    page.end.form.run()
    hand.settle()
    assert kept(hand, "Debate").reason == "Quarantine"


def test_the_arrows_walk_the_month_and_enter_and_insert_work_on_a_day(hand) -> None:
    page, table = page_of(hand), calendar_of(hand, "month")
    assert table.day == date.today()
    for key, step in ((Key.Key_Right, 1), (Key.Key_Down, 7), (Key.Key_Up, -7), (Key.Key_Left, -1)):
        before = table.day
        hand.press(key, on=table)
        assert table.day == before + timedelta(step)
    hand.press(Key.Key_PageDown, on=table)
    assert (table.day.year * 12 + table.day.month) - (date.today().year * 12 + date.today().month) == 1
    hand.press(Key.Key_PageUp, on=table)
    hand.press(Key.Key_Home, on=table)
    assert table.day == date.today()
    hand.press(Key.Key_Return, on=table)
    assert page.panel.currentWidget() is page.day_panel
    assert [row.text for row in page.day_panel.lines.list.rows()] == ["15:00–17:00 Concert", "18:00 Debate"]
    hand.press(Key.Key_Return, on=page.day_panel.lines.list)
    assert page.panel.currentWidget() is page.editor
    assert page.editor.record_id == kept(hand, "Concert").id
    hand.press(Key.Key_Right, on=table)
    hand.press(Key.Key_Insert, on=table)
    assert page.editor.record_id is None
    assert page.editor.boxes["starts_on"].input.value() == ahead(1)


def test_a_day_speaks_of_its_events(hand) -> None:
    table = calendar_of(hand, "month")
    said = table.days.index_of(date.today()).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "2 events" in said
    assert "15:00–17:00 Concert, Hall, Planned" in said


def test_more_events_than_a_day_has_room_for_are_counted(hand) -> None:
    desk = page_of(hand).shell.desk
    for number in range(12):
        events.add(desk, EventDraft(f"Talk {number}", starts_on=date.today()))
    table = calendar_of(hand, "month")
    rect = table.visualRect(table.days.index_of(date.today()))
    placed = table.cells.placed(rect, date.today(), table.font())
    shown = [each for each in placed if each.event is not None]
    assert placed[-1].lines == (f"+{14 - len(shown)}",)
    assert all(rect.contains(each.rect.center()) for each in placed)


def test_an_event_dropped_on_another_day_is_moved_and_undo_takes_it_back(hand) -> None:
    table, known = calendar_of(hand, "week"), kept(hand, "Debate")
    target = table.days.last if table.days.last != date.today() else table.days.first
    data = QMimeData()
    data.setData(MIME, str(known.id).encode())
    at = QPointF(table.visualRect(table.days.index_of(target)).center())
    nothing = Qt.KeyboardModifier.NoModifier
    table.dropEvent(QDropEvent(at, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, nothing))
    hand.settle()
    moved = kept(hand, "Debate")
    assert (moved.first, moved.moved_from) == (target, date.today())
    hand.desktop.shell.undo()
    hand.settle()
    assert kept(hand, "Debate").first == date.today()


def test_a_click_on_a_title_opens_the_event(hand) -> None:
    page, table = page_of(hand), calendar_of(hand, "week")
    rect = table.visualRect(table.days.index_of(date.today()))
    first = table.cells.placed(rect, date.today(), table.font())[0]
    where: QPoint = first.rect.center()
    hand.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    hand.settle()
    assert page.editor.record_id == kept(hand, "Concert").id


def test_the_schedule_of_what_is_shown_is_printed(hand) -> None:
    page = page_of(hand)
    calendar_of(hand, "month")
    page.print_selected()
    hand.qtbot.waitUntil(lambda: page.panel.currentWidget() is page._preview, timeout=30_000)
    span, wanted = page._shown()
    assert span.first == date.today().replace(day=1)
    assert len(wanted()) == 2


def test_kazakh_days_begin_on_monday(start, put) -> None:
    put(filled)
    hand = start("kk")
    hand.window.resize(1366, 728)
    hand.window.go("events")
    hand.settle()
    table = calendar_of(hand, "month")
    heads = [table.days.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) for at in range(7)]
    assert heads[0] == "дс"
    assert heads[-1] == "жс"
    assert table.days.first.weekday() == 0


def test_several_days_are_said_as_short_as_they_can_be():
    def said(first: date, last: date) -> str:
        return days(Event("Camp", starts_on=first, ends_on=last))

    assert said(date(2026, 12, 11), date(2026, 12, 11)) == "11.12.2026"
    assert said(date(2026, 12, 11), date(2026, 12, 13)) == "11–13.12.2026"
    assert said(date(2026, 11, 30), date(2026, 12, 2)) == "30.11–02.12.2026"
    assert said(date(2026, 12, 31), date(2027, 1, 2)) == "31.12.2026–02.01.2027"


def test_the_list_goes_to_the_year_of_an_event_that_is_opened_from_elsewhere(start, put):
    made: list[int] = []

    def put_two_years(make: Make) -> None:
        made.extend([add(make, "Concert"), add(make, "Long ago", -800)])
        for _ in range(60):
            add(make, "Before it", -801)

    put(put_two_years)
    hand = start()
    hand.window.go("event", made[1])
    hand.settle()
    page = page_of(hand)
    hand.qtbot.waitUntil(lambda: page.table.selected_ids() == [made[1]], timeout=30_000)
    assert page.editor.record_id == made[1]
    assert page.table.viewport().rect().intersects(page.table.visualRect(page.table.currentIndex()))
    hand.window.go("event", made[0])
    hand.settle()
    hand.qtbot.waitUntil(lambda: page.table.selected_ids() == [made[0]], timeout=30_000)


def test_the_year_that_runs_is_chosen_first_whenever_years_begin_and_a_month_ends_where_it_ends(start, put) -> None:
    tomorrow = ahead(1)

    def another_start(make: Make) -> None:
        filled(make)
        rules.save(make.desk, Rules(year_starts_month=tomorrow.month, year_starts_day=tomorrow.day))

    put(another_start)
    hand = start()
    hand.window.go("events")
    hand.settle()
    filters = page_of(hand).filters
    running = events.year_of(page_of(hand).shell.desk, date.today())
    assert filters.values()["year"] == running.name
    filters.choose(month=running.first.month)
    hand.settle()
    assert filters.span.first == running.first
    assert filters.span.last is not None
    assert filters.span.last.month == running.first.month
