"""A short list on a card: a heading with its count, and lines that open with one click or Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidgetItem, QVBoxLayout

from altdesk.domain.marking import N_
from ui.icons import pixmap
from ui.shell import Shell
from ui.theme import GRID, ICON_SIZE, SEMIBOLD, Tone, set_tone, set_type
from ui.widgets.shortlist import RowList, ShortRow

Line = ShortRow


class Lines(QFrame):
    """Hidden while it has no lines. Up and Down go over its edges to the lists beside it."""

    left_up = Signal()
    left_down = Signal()

    def __init__(self, shell: Shell, title: str, icon_name: str, tone: Tone, opened: Callable[[int], None]) -> None:
        super().__init__()
        self.setObjectName("card")
        self._shell, self._opened = shell, opened
        mark, heading = QLabel(), QLabel()
        mark.setPixmap(pixmap(icon_name, tone, ICON_SIZE, self.devicePixelRatioF()))
        set_type(heading, 11, SEMIBOLD)
        shell.words(heading, text=title)
        self.count = QLabel()
        set_tone(self.count, Tone.QUIET)
        self.list = _Lines(self)
        shell.words(self.list, name=title)
        self.list.itemClicked.connect(self._open)
        self.further = QLabel()
        set_tone(self.further, Tone.QUIET)
        self.further.setContentsMargins(GRID, 4, GRID, 2)
        head = QHBoxLayout()
        head.setContentsMargins(GRID, 4, GRID, 4)
        head.setSpacing(GRID)
        head.addWidget(mark)
        head.addWidget(heading)
        head.addWidget(self.count)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self.further)
        self.setFocusProxy(self.list)
        self.hide()

    def show_lines(self, lines: Sequence[Line], most: int) -> None:
        """Show the first lines; how many more there are stands below them."""
        self.list.show_rows(lines[:most])
        self.count.setText(str(len(lines)))
        more = len(lines) - most
        self.further.setText(self._shell.say(N_("and %(n)d more"), n=more) if more > 0 else "")
        self.further.setVisible(more > 0)
        self.list.setFixedHeight(sum(self.list.sizeHintForRow(row) for row in range(self.list.count())))
        self.setVisible(bool(lines))

    def enter(self, *, from_below: bool) -> None:
        """Come in with the arrow keys."""
        self.list.setFocus()
        self.list.setCurrentRow(self.list.count() - 1 if from_below else 0)

    def _open(self, item: QListWidgetItem) -> None:
        row = self.list.row_at(self.list.row(item))
        if row is not None:
            self._opened(row.id)


class _Lines(RowList):
    def __init__(self, home: Lines) -> None:
        super().__init__()
        self._home = home
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.currentRow()
        item = self.currentItem()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
            self.itemClicked.emit(item)
        elif key == Qt.Key.Key_Up and row <= 0:
            self._home.left_up.emit()
        elif key == Qt.Key.Key_Down and row >= self.count() - 1:
            self._home.left_down.emit()
        else:
            super().keyPressEvent(event)
