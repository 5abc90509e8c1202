"""A sentence of two lines at most: what does not fit is left out part by part, and never within a number."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.widgets.elided import whole_numbers

LINES = 2
LEAST = 16  # letters that are always seen in a line
_PARTS = re.compile(r"(?<=[,.;:])\s")


class SentenceLabel(QLabel):
    """As high as its lines; the whole sentence is in the tip, and what is read aloud."""

    def __init__(self) -> None:
        super().__init__(wordWrap=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def shown_text(self) -> str:
        """What can be read of the sentence."""
        return " ".join(self._lines(self.contentsRect().width()))

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.fontMetrics().height() * len(self._lines(width))

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().averageCharWidth() * LEAST
        return QSize(min(least, self.sizeHint().width()), self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, height = QPainter(self), self.fontMetrics().height()
        place = self.contentsRect()
        place.setHeight(height)
        for line in self._lines(place.width()):
            side = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.style().drawItemText(
                painter, place, side, self.palette(), self.isEnabled(), line, self.foregroundRole()
            )
            place.translate(0, height)
        painter.end()

    def _lines(self, width: int) -> list[str]:
        return in_two_lines(self.text(), self.fontMetrics(), width)


def in_two_lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """The lines of a sentence within a width: whole, else without its last parts, else without its last words."""
    for parts in (_PARTS.split(text), text.split(" ")):
        for kept in range(len(parts), 0, -1):
            end = _place(text, parts, kept)
            lines = _broken(text if kept == len(parts) else f"{text[:end]} …", metrics, width)
            if len(lines) <= LINES and all(metrics.horizontalAdvance(line) <= width for line in lines):
                return lines
    return [whole_numbers(metrics.elidedText(text, Qt.TextElideMode.ElideRight, width))]


def _place(text: str, parts: list[str], kept: int) -> int:
    """Where the first parts end; one space stands between them."""
    return min(len(text), sum(map(len, parts[:kept])) + kept - 1)


def _broken(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """All words in as many lines as they need; a figure's own spaces are no places to break at."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
