"""A table of figures with names at its left: every column is as wide as its figures, and never less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ui.theme import GRID, ROW_HEIGHT, set_type
from ui.widgets.inputs import letters_wide

HEAD_GAP, CELL_GAP = 2 * GRID, 2 * GRID  # px beside the words of a head, beside a figure
NAME_LETTERS, NAME_LEAST = 30, 7  # of a name: as many as are asked for, as many as are seen in any case
HEAD_POINTS = 9
ROWS_SEEN = 8  # rows of a long table that are seen without scrolling


@dataclass(frozen=True)
class FigureLine:
    """A name and its figures as they are said; `data` belongs to each of them."""

    name: str
    said: tuple[str, ...]
    data: tuple[Any, ...] = ()


class FigureTable(QTableWidget):
    """Enter asks for the records behind the figure that is chosen."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        names, heads = self.verticalHeader(), self.horizontalHeader()  # names stay when the figures scroll
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        set_type(heads, HEAD_POINTS)
        for header in (names, heads):
            header.setHighlightSections(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self._all_rows = False
        self._heads: tuple[str, ...] = ()
        self._lines: tuple[FigureLine, ...] = ()
        self.itemDoubleClicked.connect(lambda _item: self.entered.emit())

    def show_lines(self, heads: Sequence[str], lines: Sequence[FigureLine]) -> None:
        """Show these lines, and stand where one stood."""
        row, column = max(0, self.currentRow()), max(0, self.currentColumn())
        self.blockSignals(True)
        self.clear()
        self.setRowCount(len(lines))
        self.setColumnCount(len(heads))
        for at, line in enumerate(lines):
            name = QTableWidgetItem(line.name)
            name.setToolTip(line.name)
            self.setVerticalHeaderItem(at, name)
            for place, said in enumerate(line.said):
                self.setItem(at, place, _figure(said, line.data[place] if line.data else None))
        self._heads, self._lines = tuple(heads), tuple(lines)
        for at, head in enumerate(heads):
            self.setHorizontalHeaderItem(at, QTableWidgetItem(head))
        self.blockSignals(False)
        self._fit()
        self.setCurrentCell(min(row, len(lines) - 1), min(column, len(heads) - 1))

    def show_all_rows(self, *, whole: bool) -> None:
        """Be as high as all rows, or let a long table scroll."""
        if whole != self._all_rows:
            self._all_rows = whole
            self._fit()

    def needed_width(self, heads: Sequence[str], lines: Sequence[FigureLine], *, whole: bool) -> int:
        """What a table needs so that its names can be read, `whole` or mostly, and every figure is seen."""
        columns = sum(width for _head, width in self._columns(heads, lines))
        return self._frame() + self._names(lines, whole=whole) + columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_all_rows"):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    # inside

    def _fit(self) -> None:
        """Columns as wide as their figures; names take what is left, and the table the height of its rows."""
        columns, names = self._columns(self._heads, self._lines), self._names(self._lines, whole=True)
        widths = [width for _head, width in columns]
        room = self.width() - self._frame()
        least = min(names, letters_wide(self, NAME_LEAST))
        self.verticalHeader().setFixedWidth(max(least, min(names, room - sum(widths))))
        for at, (head, width) in enumerate(columns):
            self.model().setHeaderData(at, Qt.Orientation.Horizontal, head)
            self.setColumnWidth(at, width)
        tall = max(ROW_HEIGHT, self.fontMetrics().height() + 10)
        self.verticalHeader().setDefaultSectionSize(tall)
        self._fit_height(tall, scrolls=least + sum(widths) > room)
        self.updateGeometries()

    def _fit_height(self, row: int, *, scrolls: bool) -> None:
        bar = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        around = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + bar
        self.setMaximumHeight(around + row * self.rowCount())
        seen = self.rowCount() if self._all_rows else min(self.rowCount(), ROWS_SEEN)
        self.setMinimumHeight(around + row * seen)

    def _frame(self) -> int:
        return 2 * self.frameWidth() + self.verticalScrollBar().sizeHint().width()

    def _columns(self, heads: Sequence[str], lines: Sequence[FigureLine]) -> list[tuple[str, int]]:
        """Every head, in two lines where its figures are narrower than its words, and the width of its column."""
        of_heads, of_cells = self.horizontalHeader().fontMetrics(), self.fontMetrics()
        columns = []
        for at, head in enumerate(heads):
            figures = max((of_cells.horizontalAdvance(line.said[at]) for line in lines), default=0) + CELL_GAP
            said = head if of_heads.horizontalAdvance(head) + HEAD_GAP <= figures else _two_lines(head, of_heads)
            words = max(map(of_heads.horizontalAdvance, said.split("\n"))) + HEAD_GAP
            columns.append((said, max(words, figures)))
        return columns

    def _names(self, lines: Sequence[FigureLine], *, whole: bool) -> int:
        metrics = self.verticalHeader().fontMetrics()
        longest = max((metrics.horizontalAdvance(line.name) for line in lines), default=0) + HEAD_GAP + GRID // 2
        return longest if whole else min(longest, letters_wide(self, NAME_LETTERS))


def _two_lines(words: str, metrics: QFontMetrics) -> str:
    """Words in two lines that are as equal as they can be."""
    each = words.split()
    broken = [f"{' '.join(each[:at])}\n{' '.join(each[at:])}" for at in range(1, len(each))]
    return min(broken or [words], key=lambda lines: max(map(metrics.horizontalAdvance, lines.split("\n"))))


def _figure(said: str, data: Any) -> QTableWidgetItem:
    item = QTableWidgetItem(said)
    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setData(Qt.ItemDataRole.UserRole, data)
    return item
