"""A row that goes on in the next line when there is no room: for buttons in a narrow panel."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.theme import GRID


class Flow(QLayout):
    """Puts widgets side by side, as many as fit, in reading order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(GRID)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        left, top, tall = rect.left(), rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = item.sizeHint()
            wide = min(wanted.width(), rect.width())
            if left > rect.left() and left + wide > rect.left() + rect.width():
                left, top, tall = rect.left(), top + tall + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), QSize(wide, wanted.height())))
            left += wide + self.spacing()
            tall = max(tall, wanted.height())
        return top + tall - rect.top()
