"""A single line of text that is shown in as many lines as it needs, because its end matters as much as its start."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from ui.theme import FIELD_HEIGHT
from ui.widgets.inputs import LongInput


class WrappedLineInput(LongInput):
    """Enter ends it; what is pasted becomes one line."""

    returnPressed = Signal()
    LEAST, MOST = 1, 3

    def text(self) -> str:
        return self.toPlainText()

    def set_value(self, value: str) -> None:
        if (value or "") != self.text():
            super().set_value(value)
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def take_height(self, height: int) -> None:
        super().take_height(max(FIELD_HEIGHT, height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))
