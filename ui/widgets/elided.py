"""A label of one line that ends in an ellipsis where there is no room, with the whole text in its tip."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

LEAST = 8  # letters that are always seen


def whole_numbers(shown: str) -> str:
    """A text that ends in an ellipsis, without the beginning of a number before it: that would be another number."""
    return re.sub(r"\d[\d\s.,–-]*…$", "…", shown)


class ElidedLabel(QLabel):
    """Never asks for more room than there is."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def shown_text(self) -> str:
        """What can be read of the text."""
        room = self.contentsRect().width()
        return whole_numbers(self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room))

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().averageCharWidth() * LEAST
        return QSize(min(least, self.sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            self.palette(),
            self.isEnabled(),
            self.shown_text,
            self.foregroundRole(),
        )
        painter.end()
