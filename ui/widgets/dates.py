"""The date field: types forgivingly, steps with the arrows, opens a calendar with F4."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from ui.icons import icon
from ui.theme import FIELD_HEIGHT, Tone, colours
from ui.words import Words


def later_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    first_next = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day.day, (first_next - timedelta(days=1)).day))


class DateInput(QLineEdit):
    """A day or none. Up and Down step days, with Ctrl months; what is typed is understood on leaving the field."""

    changed = Signal()

    def __init__(self, words: Words, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self._words, self._today = words, today
        self._calendar: QWidget | None = None
        self.setMinimumHeight(FIELD_HEIGHT)
        self.setTextMargins(4, 0, 4, 0)
        self.setPlaceholderText("00.00.0000")
        self._open = self.addAction(icon("calendar-month-outline"), QLineEdit.ActionPosition.TrailingPosition)
        self._open.triggered.connect(self.open_calendar)
        words(self._open, text=N_("Calendar"), tip=N_("Calendar (F4)"))
        self.textChanged.connect(self.changed)

    def value(self) -> date | None:
        """The day meant. Raises Refusal when the text is no day."""
        from altdesk.domain.dates import parse_day

        return parse_day(self.text(), self._today()) if self.text().strip() else None

    def set_value(self, value: date | None) -> None:
        self.setText(_short(value) if value else "")

    def typed(self) -> str:
        return self.text()

    def set_typed(self, typed: Any) -> None:
        self.setText(str(typed))

    def step(self, days: int = 0, months: int = 0) -> None:
        """Move on from the day typed, or from today."""
        day = self._day_or(None)
        if day is None:
            self.set_value(self._today())
            return
        try:
            self.set_value(later_months(day, months) + timedelta(days=days))
        except (OverflowError, ValueError):
            return

    def open_calendar(self) -> None:
        if self.isReadOnly():
            return
        self._calendar = CalendarPopup(self._day_or(self._today()) or self._today(), self._words)
        self._calendar.chosen.connect(self._choose)
        self._calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        self._calendar.show()

    def _choose(self, day: date) -> None:
        self.set_value(day)
        self.setFocus()

    def _day_or(self, otherwise: date | None) -> date | None:
        try:
            return self.value() or otherwise
        except Refusal:
            return otherwise

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        month = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif step:
            self.step(months=step) if month else self.step(days=step)
        elif event.key() == Qt.Key.Key_F4:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        day = self._day_or(None)
        if day is not None and self.text() != _short(day):
            self.set_value(day)


class CalendarPopup(QWidget):
    """A month to choose a day from; Enter takes it, Esc does not."""

    chosen = Signal(object)

    def __init__(self, day: date, words: Words) -> None:
        super().__init__(None, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(words.say.language))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        words(self.calendar, name=N_("Calendar"))
        free = QTextCharFormat()
        free.setForeground(colours().of(Tone.BAD))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekday, free)
        self.calendar.activated.connect(self._take)
        self.calendar.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.calendar)
        self.calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()


def _short(day: date) -> str:
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"
