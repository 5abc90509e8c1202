"""Fields side by side, below each other where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import GRID

ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class FieldLine(QWidget):
    """Holds the fields of one line."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QBoxLayout(ACROSS, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2 * GRID)
        self._fields: list[QWidget] = []

    def add(self, field: QWidget, stretch: int) -> None:
        self._row.addWidget(field, stretch)
        self._fields.append(field)

    def end(self) -> None:
        """Leave the rest of the line empty."""
        self._row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(max(field.minimumSizeHint().width() for field in self._fields), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        gaps = self._row.spacing() * (len(self._fields) - 1)
        needed = sum(field.minimumSizeHint().width() for field in self._fields) + gaps
        wanted = ACROSS if needed <= event.size().width() else DOWN
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
