"""A calendar with its head: which month or week is shown, the way to the next one and back to today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from altdesk.domain.events import Event
from altdesk.domain.marking import N_
from altdesk.forms.sheets.schedule import Span, spanned
from altdesk.forms.words import PaperLanguage
from altdesk.services.papers.events import of_month
from ui.icons import icon
from ui.shell import Shell
from ui.theme import FIELD_HEIGHT, GRID, SECTION_POINTS, SEMIBOLD, set_icon, set_look, set_type
from ui.widgets.day_table import DayTable
from ui.widgets.elided import ElidedLabel
from ui.widgets.parts import button


class CalendarView(QWidget):
    """`load` is asked for the events whenever other days are shown."""

    def __init__(self, shell: Shell, *, week: bool, load: Callable[[], None]) -> None:
        super().__init__()
        self._shell, self._week = shell, week
        self.table = DayTable(shell.words, week=week)
        self.title = ElidedLabel()
        set_type(self.title, SECTION_POINTS, SEMIBOLD)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        names = (N_("The week before"), N_("The next week")) if week else (N_("The month before"), N_("The next month"))
        self.back_button = self._arrow("chevron-left", names[0], -1)
        self.on_button = self._arrow("chevron-right", names[1], 1)
        self.today_button = button(shell, N_("Today"), lambda: self.table.show_day(date.today()), "calendar-today")
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        for widget in (self.back_button, self.on_button, self.title, self.today_button):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.table.span_changed.connect(load)
        self.table.day_changed.connect(lambda _day: self._say())
        shell.words.switched.connect(self._say)
        self._say()

    @property
    def span(self) -> Span:
        """The month or the week shown, as its schedule is printed."""
        days = self.table.days
        return Span(days.first, days.last) if self._week else of_month(self.table.day)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in the order of reading."""
        return (self.back_button, self.on_button, self.today_button, self.table)

    def show_events(self, events: list[Event]) -> None:
        self.table.show_events(events)

    def _arrow(self, icon_name: str, name: str, step: int) -> QToolButton:
        made = QToolButton()
        set_icon(made, icon(icon_name))
        set_look(made, "look", "quiet")
        made.setMinimumSize(QSize(FIELD_HEIGHT, FIELD_HEIGHT))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shell.words(made, name=name, tip=name)
        made.clicked.connect(lambda: self.table.step_span(step))
        return made

    def _say(self) -> None:
        said = spanned(self.span, PaperLanguage(self._shell.say.language))
        self.title.setText(said[:1].upper() + said[1:])
