"""The map of risks as a table one walks with the arrows: likelihood upwards, impact to the right, Enter shows which."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from altdesk.domain.marking import N_
from altdesk.domain.risk_scale import LEVEL_NAMES, STEP_NAMES, Level
from altdesk.domain.risks import HeatCell, HeatMap
from ui.columns import State
from ui.icons import icon
from ui.model import NOWHERE, Index
from ui.theme import GRID, Tone, colours
from ui.words import Words

LEVELS = {
    Level.LOW: State("check-circle-outline", LEVEL_NAMES[Level.LOW], Tone.GOOD),
    Level.MEDIUM: State("alert-outline", LEVEL_NAMES[Level.MEDIUM], Tone.WAIT),
    Level.HIGH: State("alert-octagon", LEVEL_NAMES[Level.HIGH], Tone.BAD),
}
LEAST = 62  # px, the height of a cell at the usual text size
_CELL = int(Qt.ItemDataRole.UserRole)
_SMALL = 0.9  # of the text size: the word of the level


class HeatModel(QAbstractTableModel):
    """The cells of one map."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.shown: HeatMap | None = None
        words.switched.connect(self._say_again)

    def show_map(self, shown: HeatMap) -> None:
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def cell(self, index: Index) -> HeatCell | None:
        return self.shown.rows[index.row()][index.column()] if self.shown and index.isValid() else None

    def index_of(self, likelihood: int, impact: int) -> QModelIndex:
        steps = self.shown.scale.steps if self.shown else 0
        return self.index(steps - likelihood, impact - 1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or not self.shown else self.shown.scale.steps

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return self.rowCount(parent)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if self.shown is None:
            return None
        steps = self.shown.scale.steps
        number = section + 1 if orientation == Qt.Orientation.Horizontal else steps - section
        if role == Qt.ItemDataRole.DisplayRole:
            return str(number)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{number} – {self._words.say(STEP_NAMES[steps][number - 1])}"
        return int(Qt.AlignmentFlag.AlignCenter) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index)
        if cell is None:
            return None
        if role == _CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cell.count)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self.said(cell)
        return None

    def said(self, cell: HeatCell) -> str:
        """A cell in words."""
        say = self._words.say
        return say(
            N_("Likelihood %(likelihood)s, impact %(impact)s: level %(level)s, risks: %(count)s"),
            likelihood=cell.likelihood,
            impact=cell.impact,
            level=say(LEVEL_NAMES[cell.level]).lower(),
            count=cell.count,
        )

    def _say_again(self) -> None:
        if self.shown is not None:
            self.show_map(self.shown)


class HeatTable(QTableView):
    """Tells `chosen` when one wants to see the risks of a cell."""

    chosen = Signal(int, int)  # likelihood, impact
    walked = Signal(str)  # where one stands, in words

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.cells = HeatModel(words)
        self.setModel(self.cells)
        self.setItemDelegate(HeatDelegate(words, self))
        words(self, name=N_("Map of the risks"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        for bar in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical):
            self._header(bar).setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            self._header(bar).setSectionsClickable(False)
            self._header(bar).setHighlightSections(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        self.selectionModel().currentChanged.connect(self._walk)

    def show_map(self, shown: HeatMap) -> None:
        """Show these counts; the cell one stands on stays."""
        at = self.currentIndex()
        row, column = (at.row(), at.column()) if at.isValid() else (0, 0)
        self.cells.show_map(shown)
        last = shown.scale.steps - 1
        self.setCurrentIndex(self.cells.index(min(row, last), min(column, last)))
        self._fit()

    def stand_on(self, likelihood: int, impact: int) -> None:
        self.setCurrentIndex(self.cells.index_of(likelihood, impact))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the words of the levels in every cell."""
        steps = self.cells.rowCount() or 5
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * _SMALL)
        widest = max(QFontMetrics(small).horizontalAdvance(self._words.say(name)) for name in LEVEL_NAMES.values())
        return QSize((widest + 2 * GRID) * steps + self.verticalHeader().sizeHint().width() + 4, self._wanted_height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def _wanted_height(self) -> int:
        grown = self.fontMetrics().height() / 17
        steps = self.cells.rowCount() or 5
        return round(LEAST * grown) * steps + self.horizontalHeader().sizeHint().height() + 4

    def _fit(self) -> None:
        self.setFixedHeight(self._wanted_height())

    def _header(self, way: Qt.Orientation) -> QHeaderView:
        return self.horizontalHeader() if way == Qt.Orientation.Horizontal else self.verticalHeader()

    def _choose(self, index: QModelIndex) -> None:
        cell = self.cells.cell(index)
        if cell is not None:
            self.chosen.emit(cell.likelihood, cell.impact)

    def _walk(self, current: QModelIndex, _previous: QModelIndex) -> None:
        cell = self.cells.cell(current)
        self.walked.emit(self.cells.said(cell) if cell else "")


class HeatDelegate(QStyledItemDelegate):
    """Draws a cell: its count large, the word and the icon of its level, a ground that only repeats them."""

    def __init__(self, words: Words, parent: QTableView) -> None:
        super().__init__(parent)
        self._words = words

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(_CELL)
        if not isinstance(cell, HeatCell):
            return
        c, state = colours(), LEVELS[cell.level]
        ground = {Level.LOW: c.base, Level.MEDIUM: c.wait_ground, Level.HIGH: c.bad_ground}[cell.level]
        box = QRect(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.fillRect(box, QColor(ground))
        painter.setPen(c.of_line())
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        self._draw_words(painter, option, box, cell, state)
        if option.state & QStyle.StateFlag.State_Selected:
            pen = painter.pen()
            pen.setColor(c.of(Tone.ACCENT))
            pen.setWidth(3 if option.state & QStyle.StateFlag.State_HasFocus else 2)
            painter.setPen(pen)
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def _draw_words(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, cell: HeatCell, state: State
    ) -> None:
        c = colours()
        large, small = QFont(option.font), QFont(option.font)
        large.setPointSizeF(large.pointSizeF() * 1.35)
        large.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(small.pointSizeF() * _SMALL)
        side = round(option.fontMetrics.height() * 0.85)
        upper = QRect(box.left(), box.top(), box.width(), box.height() * 11 // 20)
        lower = QRect(box.left(), upper.bottom(), box.width(), box.height() - upper.height())
        painter.setPen(c.of(Tone.PLAIN if cell.count else Tone.QUIET))
        painter.setFont(large if cell.count else small)
        icon(state.icon, state.tone).paint(painter, QRect(box.left() + GRID // 2, box.top() + GRID // 2, side, side))
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignCenter), str(cell.count) if cell.count else "–")
        painter.setFont(small)
        painter.setPen(c.of(state.tone))
        word = painter.fontMetrics().elidedText(
            self._words.say(state.word), Qt.TextElideMode.ElideRight, lower.width() - 4
        )
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), word)
