"""A short list of records beside the page's list: a title, a sentence, rows of two texts, and one thing to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from altdesk.domain.marking import N_
from ui.icons import icon
from ui.model import Index
from ui.shell import Shell
from ui.theme import (
    FIELD_HEIGHT,
    GRID,
    ROW_HEIGHT,
    SECTION_POINTS,
    SEMIBOLD,
    Tone,
    colours,
    set_icon,
    set_look,
    set_tone,
    set_type,
)
from ui.words import breakable

MOST_SAID = 1 / 3  # of the height is for the sentence
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_ROW = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class ShortRow:
    """A row: what it is, and quietly beside it what else is known."""

    id: int
    text: str
    quiet: str = ""
    about: str = ""  # under the text, small


class RowList(QListWidget):
    """Rows of two texts and a quiet one at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_RowDelegate(self))

    def show_rows(self, rows: Sequence[ShortRow]) -> None:
        self.clear()
        for row in rows:
            item = QListWidgetItem()
            item.setData(_ROW, row)
            spoken = ", ".join(filter(None, (row.text, row.about, row.quiet)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(spoken)
            self.addItem(item)
        if rows:
            self.setCurrentRow(0)
            self.clearSelection()

    def rows(self) -> list[ShortRow]:
        return [self.item(at).data(_ROW) for at in range(self.count())]

    def selected(self) -> list[ShortRow]:
        return [item.data(_ROW) for item in self.selectedItems()]

    def row_at(self, at: int) -> ShortRow | None:
        item = self.item(at)
        row: ShortRow | None = item.data(_ROW) if item is not None else None
        return row


class ShortList(QWidget):
    """Enter or a double click opens a row."""

    opened = Signal(int)
    closed = Signal()

    def __init__(self, shell: Shell, name: str) -> None:
        super().__init__()
        self._said: tuple[str, ...] = ()
        self.title, self.state = QLabel(wordWrap=True), QLabel(wordWrap=True)
        for label in (self.title, self.state):
            label.setTextFormat(Qt.TextFormat.PlainText)
        set_type(self.title, SECTION_POINTS, SEMIBOLD)
        set_tone(self.state, Tone.QUIET)
        close = QToolButton()
        set_icon(close, icon("close"))
        set_look(close, "look", "quiet")
        shell.words(close, name=N_("Close"), tip=N_("Close (Esc)"))
        close.clicked.connect(self.closed)
        self.list = RowList()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemDoubleClicked.connect(self._open)
        shell.words(self.list, name=name)
        self.button = QPushButton()
        set_look(self.button, "look", "primary")
        self.button.setMinimumHeight(FIELD_HEIGHT)
        self.head, foot = QHBoxLayout(), QHBoxLayout()
        self.head.addWidget(self.title, 1)
        self.head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.button)
        foot.addStretch(1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, GRID, GRID + 4)
        column.setSpacing(GRID)
        column.addLayout(self.head)
        column.addWidget(self.state)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def say_state(self, *texts: str) -> None:
        """Say the first of these, the fullest first, that leaves the rows their room; the tip says the fullest."""
        self._said = texts
        self.state.setToolTip(texts[0] if len(texts) > 1 else "")
        self._fit_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_state()

    def _fit_state(self) -> None:
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for text in self._said:
            self.state.setText(breakable(text))
            if self.state.heightForWidth(room) <= self.height() * MOST_SAID:
                return

    def show_rows(self, rows: Sequence[ShortRow]) -> None:
        self.list.show_rows(rows)

    def rows(self) -> list[ShortRow]:
        return self.list.rows()

    def selected(self) -> list[ShortRow]:
        return self.list.selected()

    def enter(self) -> None:
        """Put the focus on the thing to do, or on the rows."""
        (self.button if self.button.isEnabled() and not self.button.isHidden() else self.list).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.button.hasFocus():
                self.button.click()
            elif self.list.hasFocus() and (item := self.list.currentItem()) is not None:
                self._open(item)
        else:
            super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_ROW).id)


class _RowDelegate(QStyledItemDelegate):
    """The text at the left, the quiet one at the right, a hair line below. In a row of two lines the text, which may be
    a name, has the whole of the upper one; the quiet one stands beside what is said of it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> object:  # type: ignore[override]
        row: ShortRow = index.data(_ROW)
        size = super().sizeHint(option, index)
        line = option.fontMetrics.height()
        size.setHeight(max(ROW_HEIGHT, line + 14) + (line if row.about else 0))
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ShortRow = index.data(_ROW)
        c, whole = colours(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, c.of_selection())
        self._texts(painter, row, whole.adjusted(GRID, 4, -GRID, -4))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(c.of(Tone.ACCENT))
            painter.drawRect(whole.adjusted(0, 0, -1, -1))
        else:
            painter.setPen(c.of_line())
            painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        painter.restore()

    def _texts(self, painter: QPainter, row: ShortRow, inner: QRect) -> None:
        c, metrics, elide = colours(), painter.fontMetrics(), Qt.TextElideMode.ElideRight
        left, right = (Qt.AlignmentFlag.AlignVCenter | side for side in (LEFT, RIGHT))
        beside = min(metrics.horizontalAdvance(row.quiet), inner.width() // 2)
        room = inner.width() - (beside + 2 * GRID if beside else 0)
        upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2) if row.about else inner
        lower = upper.translated(0, upper.height()) if row.about else upper
        painter.setPen(c.of(Tone.PLAIN))
        whole = upper.width() if row.about else room
        painter.drawText(upper, left, metrics.elidedText(row.text, elide, whole))
        painter.setPen(c.of(Tone.QUIET))
        painter.drawText(lower, left, metrics.elidedText(row.about, elide, room))
        painter.drawText(lower, right, metrics.elidedText(row.quiet, elide, beside + 1))
