"""The days of a calendar as a table of weeks, Monday first, each with its events in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, Qt

from altdesk.domain.dates import long_day
from altdesk.domain.events import Event
from altdesk.domain.marking import N_
from ui.model import NOWHERE, Index
from ui.words import Words

WEEK = 7
DAY_ROLE = int(Qt.ItemDataRole.UserRole)


class DayModel(QAbstractTableModel):
    """So many weeks from a Monday on. `spoken` says an event on one line."""

    def __init__(self, words: Words, weeks: int, spoken: Callable[[Event], str]) -> None:
        super().__init__()
        self._words, self._weeks, self.spoken = words, weeks, spoken
        self.first = monday(date.today())
        self._events: dict[date, list[Event]] = {}
        words.switched.connect(lambda: self.show_days(self.first))

    @property
    def last(self) -> date:
        return self.first + timedelta(WEEK * self._weeks - 1)

    def show_days(self, first: date, weeks: int = 0) -> None:
        """Show so many weeks from this Monday on; events come by `show_events`."""
        self.beginResetModel()
        self.first, self._weeks = first, weeks or self._weeks
        self.endResetModel()

    def show_events(self, events: Sequence[Event]) -> None:
        """These events, each on every day it lasts."""
        self.beginResetModel()
        self._events = {}
        for each in events:
            day = max(each.first, self.first)
            while day <= min(each.last, self.last):
                self._events.setdefault(day, []).append(each)
                day += timedelta(1)
        self.endResetModel()

    def events(self, day: date) -> Sequence[Event]:
        return self._events.get(day, ())

    def day(self, index: Index) -> date | None:
        return self.first + timedelta(index.row() * WEEK + index.column()) if index.isValid() else None

    def index_of(self, day: date) -> QModelIndex:
        off = (day - self.first).days
        return self.index(off // WEEK, off % WEEK) if 0 <= off < WEEK * self._weeks else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._weeks

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else WEEK

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        locale = QLocale(self._words.say.language)
        if role == Qt.ItemDataRole.DisplayRole:
            return locale.standaloneDayName(section + 1, QLocale.FormatType.ShortFormat)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return locale.standaloneDayName(section + 1, QLocale.FormatType.LongFormat)
        return int(Qt.AlignmentFlag.AlignCenter) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        day = self.day(index)
        if day is None:
            return None
        if role == DAY_ROLE:
            return day
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        return self.said(day) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def said(self, day: date) -> str:
        """A day in words, with everything that is on."""
        found = self.events(day)
        say = self._words.say
        count = say.plural("%(n)d event", "%(n)d events", len(found)) if found else say(N_("no events"))
        head = f"{long_day(day, say.language)}: {count}"
        return "\n".join([head, *(self.spoken(each) for each in found)])


def weeks_of(day: date) -> int:
    """How many weeks the month of a day touches."""
    first = day.replace(day=1)
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    return (last - monday(first)).days // WEEK + 1


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(day.weekday())
