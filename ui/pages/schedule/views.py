"""A list of events that a month or a week can stand in the place of; what is chosen is the same in all three."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from altdesk.desk import Changed
from altdesk.domain.events import Event
from altdesk.domain.marking import N_
from altdesk.forms.sheets.schedule import Span
from altdesk.i18n import Translator
from altdesk.services import events
from ui.listpage import ListPage
from ui.pages.schedule.narrowing import EventFilters
from ui.shell import Shell
from ui.theme import GRID
from ui.widgets.calendar_view import CalendarView
from ui.widgets.day_panel import DayPanel
from ui.widgets.segments import Segments

LIST, MONTH, WEEK = "list", "month", "week"
VIEWS = (
    (LIST, N_("List"), "format-list-bulleted"),
    (MONTH, N_("Month"), "calendar-month-outline"),
    (WEEK, N_("Week"), "calendar-week"),
)


class ScheduleViews(ListPage):
    """The list page with its calendars."""

    def __init__(self, shell: Shell) -> None:
        self.view = LIST
        self.filters = EventFilters(shell)
        super().__init__(shell)
        self.segments = Segments(shell.words, N_("View"), VIEWS, LIST)
        self.segments.chosen.connect(self.show_view)
        self.calendars = {key: CalendarView(shell, week=key == WEEK, load=self._load_days) for key in (MONTH, WEEK)}
        for shown in self.calendars.values():
            self.body.hold(shown)
        self._on_days = 0
        self.day_panel = DayPanel(shell, self._open_from_day, self.new_on)
        self.day_panel.closed.connect(self.close_panel)
        self._lay_out_head()
        self._connect_calendars()

    @property
    def calendar(self) -> CalendarView | None:
        """The calendar that is shown; None for the list."""
        return self.calendars.get(self.view)

    def show_view(self, view: str) -> None:
        """Show the list, the month or the week; the calendars stand on the same day."""
        day = self.calendar.table.day if self.calendar is not None else None
        by_switch = self.segments.has_focus()
        self.view = view
        self.segments.mark(view)
        self.filters.show_time(shown=view == LIST)
        self.body.show_instead(self.calendar)
        if self.calendar is not None:
            if day is not None:
                self.calendar.table.show_day(day)
            self._load_days()
        elif self.stale:
            self.refresh()
        else:
            self.head.show_state(self._said_state)
        if by_switch:
            self.segments.focus_marked()
        else:
            self.focus_list()
        self._selection_changed()

    def focus_list(self) -> None:
        (self.table if self.calendar is None else self.calendar.table).setFocus()

    def close_panel(self) -> None:
        super().close_panel()
        self.focus_list()
        self._selection_changed()

    def new(self) -> None:
        """On the day one stands on in a calendar."""
        if self.calendar is None:
            self.new_record()
        else:
            self.new_on(self.calendar.table.day)

    def new_on(self, day: date) -> None:
        """A new event on a day."""
        self.new_record(starts_on=day, body_id=self.filters.values()["body"])

    def _load_days(self) -> None:
        shown, desk = self.calendar, self.shell.desk
        if shown is None:
            return
        model, query = shown.table.days, self.filters.query(timed=False)
        asked = events.on_days
        text = self.head.filter.text()
        first, last = model.first, model.last

        def show(found: list[Event]) -> None:
            shown.show_events(found)
            self._on_days = len(found)
            self.head.show_state(self._said_state)

        narrowed = replace(query, text=text)
        self.shell.work.do(lambda: asked(desk, first, last, narrowed), show, topic="event-days")

    def _said_state(self, say: Translator) -> str:
        if self.calendar is None:
            return super()._said_state(say)
        return say.plural("%(n)d event", "%(n)d events", self._on_days)

    def _open_day(self, day: date) -> None:
        """The only event of a day opens; of several they are listed; on a free day a new one begins."""
        assert self.calendar is not None
        found = list(self.calendar.table.days.events(day))
        if len(found) == 1:
            self._open_and_focus(found[0].id)
        elif found:
            self.leave(partial(self._list_day, day, found))
        else:
            self.new_on(day)

    def _list_day(self, day: date, found: Sequence[Event]) -> None:
        if self._editor is not None:
            self._editor.active = False
        self.show_panel(self.day_panel)
        self.day_panel.show_day(day, found)

    def _open_from_day(self, event_id: int) -> None:
        self._open_and_focus(event_id)

    def _show_day_of(self, known: Event) -> None:
        """A calendar goes to the day of an event that is opened, the list to its year."""
        if self.calendar is None:
            self.filters.reach(known.first)
            self.table.want_id(known.id)
        elif known.first != self.calendar.table.day:
            self.calendar.table.show_day(known.first)

    def _stand_on(self, day: date) -> None:
        if self.calendar is None:
            self.show_view(MONTH)
        assert self.calendar is not None
        self.calendar.table.show_day(day)

    def chosen_ids(self) -> list[int]:
        """The selected rows of the list; in a calendar the event that is open beside it."""
        if self.calendar is None:
            return list(self.table.selected_ids())
        editor = self._editor
        opened = editor is not None and self.panel_open and self.panel.currentWidget() is editor
        return [editor.record_id] if opened and editor is not None and editor.record_id is not None else []

    def selected_count(self) -> int:
        return self.table.selected_count() if self.calendar is None else len(self.chosen_ids())

    def delete_selected(self) -> None:
        if self.calendar is None:
            super().delete_selected()
            return
        ids = self.chosen_ids()
        if ids and self._editor is not None:
            self._editor.take_back()
            self._editor.active = False
            self.close_panel()
            self.shell.work.do(lambda: self.bin_(ids), label=N_("Deleting"))

    def show_history(self) -> None:
        if ids := self.chosen_ids():
            self.shell.go(f"history:{self.history_of}", ids[0])

    def _lay_out_head(self) -> None:
        row = QWidget()
        inside = QVBoxLayout(row)
        inside.setContentsMargins(3 * GRID, 0, 2 * GRID, GRID)
        inside.setSpacing(GRID)
        inside.addWidget(self.segments)
        inside.addWidget(self.filters)
        self.column.insertWidget(1, row)
        before: QWidget = self.head.more
        for each in self.segments.buttons.values():
            self.setTabOrder(before, each)
            before = each
        self.setTabOrder(before, next(iter(self.filters.inputs.values())))
        stops = [each for shown in self.calendars.values() for each in shown.stops]
        self.filters.stand_before(*stops, self.table, self.empty.first, self.empty.second)
        self.filters.changed.connect(self.refresh)

    def _connect_calendars(self) -> None:
        for shown in self.calendars.values():
            table = shown.table
            table.opened.connect(self._open_day)
            table.picked.connect(self._open_and_focus)
            table.new_wanted.connect(self.new_on)
            table.delete_wanted.connect(self.delete_selected)
            table.dropped.connect(self._move)

    def _move(self, event_id: int, day: date) -> None:
        self._save_and(partial(events.move, self.shell.desk, event_id, day))

    def _save_and(self, verb: Callable[[], Changed]) -> None:
        """What is typed is saved first."""

        def start() -> None:
            self.shell.work.do(verb, label=N_("Saving"))

        self.leave(start)

    def _shown(self) -> tuple[Span, Callable[[], Sequence[int]]]:
        """The time that is shown, and the ids of its events, asked in the desk's room."""
        desk = self.shell.desk
        if self.calendar is None:
            query = self.table.rows.query or self.query()
            return self.filters.span, partial(events.ids, desk, query)
        span, query = self.calendar.span, self.filters.query(timed=False)
        query = replace(query, text=self.head.filter.text(), first=span.first, last=span.last)
        return span, partial(events.ids, desk, query)
