"""How a row of a list is drawn: calm, with a hair line below."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.model import Index
from ui.theme import GRID, colours


class RowDelegate(QStyledItemDelegate):
    """Draws a calm row: a hair line below, room at the sides, grey bars where the line is still to come."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c = colours()
        whole = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, c.of_selection())
            option.state &= ~QStyle.StateFlag.State_HasFocus
            foreground = index.data(Qt.ItemDataRole.ForegroundRole)
            if foreground is not None:
                option.palette.setColor(option.palette.ColorRole.HighlightedText, foreground)
        option.rect = whole.adjusted(GRID - 3, 0, 3 - GRID, 0)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if text is None:
            if index.column() < 4:
                wide = min(whole.width() - 3 * GRID, 60 + (index.row() * 37 + index.column() * 53) % 90)
                bar = QRect(whole.left() + GRID, whole.center().y() - 4, max(wide, 8), 9)
                painter.save()
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(c.of_line())
                painter.drawRoundedRect(bar, 4, 4)
                painter.restore()
        else:
            super().paint(painter, option, index)
        painter.setPen(c.of_line())
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
