"""Rows of a list put into another order with the mouse: a row is taken and let go where it is to stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from ui.table import Table


class DragRows(QObject):
    """Tells by `moved` which record goes to which place, counted from 0."""

    moved = Signal(int, int)

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table
        self._from: tuple[int, QPoint] | None = None
        self._drags = False
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            row = self._table.rowAt(at.y())
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            self._from = (row, at) if row >= 0 and plain else None
        elif event.type() == QEvent.Type.MouseMove and self._from is not None:
            if (at - self._from[1]).manhattanLength() > QApplication.startDragDistance() * 2:
                self._drags = True
                self._table.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return True  # the selection stays on the row that is carried
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._let_go(at)
        return super().eventFilter(watched, event)

    def _let_go(self, at: QPoint) -> None:
        taken, drags = self._from, self._drags
        self._from, self._drags = None, False
        self._table.viewport().unsetCursor()
        if taken is None or not drags:
            return
        row = self._table.rowAt(at.y())
        row = self._table.rows.rowCount() - 1 if row < 0 else row
        number = self._table.rows.id_at(taken[0])
        if number is not None and row != taken[0]:
            self.moved.emit(number, row)
