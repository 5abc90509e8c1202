"""A calendar one walks with the arrows: days, PgUp and PgDn for the next span, Enter opens, Insert adds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QToolTip

from altdesk.domain.events import Event
from altdesk.domain.marking import N_
from ui.model import Index
from ui.theme import GRID
from ui.widgets.dates import later_months
from ui.widgets.day_cells import DayDelegate
from ui.widgets.day_model import WEEK, DayModel, monday, weeks_of
from ui.widgets.event_looks import spoken
from ui.words import Words

MIME = "application/x-altdesk-event"
Key = Qt.Key
_STEPS = {Key.Key_Left: -1, Key.Key_Right: 1, Key.Key_Up: -WEEK, Key.Key_Down: WEEK}


class DayTable(QTableView):
    """The weeks of a month, or one week in its whole height."""

    day_changed = Signal(object)  # the day one stands on
    span_changed = Signal()  # other days are shown
    opened = Signal(object)  # a day, by Enter
    picked = Signal(int)  # an event, by a click
    new_wanted = Signal(object)  # on this day
    delete_wanted = Signal()
    dropped = Signal(int, object)  # an event, on another day

    def __init__(self, words: Words, *, week: bool) -> None:
        super().__init__()
        self._week = week
        self.day = date.today()
        self._pressed: tuple[QPoint, Event] | None = None
        self.days = DayModel(words, 1 if week else weeks_of(self.day), lambda each: spoken(each, words.say))
        self.setModel(self.days)
        self.cells = DayDelegate(words, self.days, tall=week)
        self.setItemDelegate(self.cells)
        words(self, name=N_("Calendar"), about=N_("Arrows go by days, PgUp and PgDn further, Enter opens, Insert adds"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.show_day(self.day)

    # what a page asks

    def show_day(self, day: date) -> None:
        """Stand on a day, and show the month or the week it is in."""
        first = monday(day) if self._week else monday(day.replace(day=1))
        self.day = day
        self.cells.month = 0 if self._week else day.month
        if first != self.days.first or (not self._week and self.days.rowCount() != weeks_of(day)):
            self.days.show_days(first, 1 if self._week else weeks_of(day))
            self._fit()
            self.span_changed.emit()
        self._stand()
        self.day_changed.emit(day)

    def show_events(self, events: list[Event]) -> None:
        """Show what is on in the days shown."""
        self.days.show_events(events)
        self._fit()
        self._stand()

    def step_span(self, step: int) -> None:
        """The same day of the next month or week, or of the one before."""
        self._go(self.day + timedelta(WEEK * step) if self._week else later_months(self.day, step))

    def event_at(self, at: QPoint) -> Event | None:
        """The event under a point of the view."""
        index = self.indexAt(at)
        day = self.days.day(index)
        if day is None:
            return None
        placed = self.cells.placed(self.visualRect(index), day, self.font())
        return next((each.event for each in placed if each.rect.contains(at)), None)

    # inside

    def _go(self, day: date) -> None:
        if 1900 < day.year < 2199:
            self.show_day(day)

    def _stand(self) -> None:
        index = self.days.index_of(self.day)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
        self.viewport().update()

    def _fit(self) -> None:
        rows, height = self.days.rowCount(), self.viewport().height()
        for row in range(rows):
            self.setRowHeight(row, height * (row + 1) // rows - height * row // rows)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """One came here by a click or by what reads the screen."""
        super().currentChanged(current, previous)
        day = self.days.day(current)
        if day is not None and day != self.day:
            self.day = day
            self.day_changed.emit(day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "days"):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if not plain and key != Key.Key_Home:
            event.ignore()
        elif key in _STEPS:
            self._go(self.day + timedelta(_STEPS[key]))
        elif key in {Key.Key_PageUp, Key.Key_PageDown}:
            self.step_span(1 if key == Key.Key_PageDown else -1)
        elif key == Key.Key_Home:
            self._go(date.today())
        elif key in {Key.Key_Return, Key.Key_Enter, Key.Key_F2}:
            self.opened.emit(self.day)
        elif key == Key.Key_Insert:
            self.new_wanted.emit(self.day)
        elif key == Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            event.ignore()

    # the mouse: a click opens, a drag moves

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        found = self.event_at(event.position().toPoint())
        self._pressed = (event.position().toPoint(), found) if found is not None else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._pressed is not None:
            self.picked.emit(self._pressed[1].id)
        elif event.button() == Qt.MouseButton.LeftButton and self._more_at(event.position().toPoint()):
            self.opened.emit(self.day)
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.event_at(event.position().toPoint()) is None and self.indexAt(event.position().toPoint()).isValid():
            self.new_wanted.emit(self.day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """No rubber band: an event that is held goes along to another day."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        begun, held = self._pressed
        if (event.position().toPoint() - begun).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed = None
        data = QMimeData()
        data.setData(MIME, str(held.id).encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)

    def _more_at(self, at: QPoint) -> bool:
        day = self.days.day(self.indexAt(at))
        if day is None:
            return False
        placed = self.cells.placed(self.visualRect(self.indexAt(at)), day, self.font())
        return any(each.event is None and each.rect.contains(at) for each in placed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME) and self.indexAt(event.position().toPoint()).isValid():
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        day = self.days.day(self.indexAt(event.position().toPoint()))
        if day is not None and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.dropped.emit(int(bytes(event.mimeData().data(MIME).data())), day)

    def viewportEvent(self, event: QEvent) -> bool:
        """The tooltip is of the event under the mouse, else of its day."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        found, day = self.event_at(event.pos()), self.days.day(self.indexAt(event.pos()))
        said = self.tip_of(found) if found is not None else self.days.said(day) if day is not None else ""
        QToolTip.showText(event.globalPos(), said, self)
        return True

    def tip_of(self, known: Event) -> str:
        """What the mouse learns of an event."""
        return self.days.spoken(known)

    def sizeHint(self) -> QSize:
        return QSize(600, 400)

    def minimumSizeHint(self) -> QSize:
        letters: Any = self.fontMetrics().horizontalAdvance("00 ")
        return QSize(WEEK * (letters + 2 * GRID), self.fontMetrics().height() * 12)
