"""The structure of a page before its data and its module are there: the same title, grey bars where rows will be."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.page import PageHead
from ui.theme import GRID, ROW_HEIGHT, colours
from ui.words import Words


class Skeleton(QWidget):
    """Shown in the page's place until the desk is open."""

    def __init__(self, words: Words, title: str) -> None:
        super().__init__()
        self.head = PageHead(words, title, "")
        self.head.button.hide()
        self.head.more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Bars(), 1)


class Bars(QWidget):
    """Grey bars in the places of a list's cells."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.of_base())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(self.height() // ROW_HEIGHT):
            y = row * ROW_HEIGHT
            painter.setPen(c.of_line())
            painter.drawLine(0, y + ROW_HEIGHT - 1, self.width(), y + ROW_HEIGHT - 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(c.of_line())
            for place, left in enumerate((GRID, 290, 500)):
                wide = 60 + (row * 37 + place * 53) % 90
                painter.drawRoundedRect(QRectF(left, y + ROW_HEIGHT / 2 - 4, wide, 9), 4, 4)
        painter.end()
