"""The table of a document on screen, as it stands on paper: walked with the arrows, filled by typing and by pasting."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from altdesk.domain.matrix import Grid, Holds
from altdesk.domain.matrix_cells import CROSS, crossed, letter_of, pasted, toggled
from ui.clipboard import copy_rows
from ui.model import Index
from ui.shell import Shell
from ui.theme import GRID, ROW_HEIGHT, TEXT_POINTS, Tone, colours
from ui.widgets.grid_model import HEADS, NUMBERS, GridModel

NARROW, WIDE = 92, 150  # px at the usual text size: the least of a column of marks, of words
FIRST = 1.6  # how much wider than others the first column of words is
_PAD = 12


class GridView(QTableView):
    """Letters toggle with their keys, Х with Space, words are typed; Delete clears, Ctrl+C, X and V work with Excel."""

    pasted_block = Signal(object, int, int)  # rows of texts, row and column from 0
    cells_wanted = Signal(object)  # {(row, column): text}

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.cells = GridModel(lambda: shell.say)
        self.setModel(self.cells)
        self.setItemDelegate(GridDelegate(self))
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(20)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self._fit)
        self.cells.dataChanged.connect(lambda *_: self._fit_soon.start())

    def show_grid(self, grid: Grid | None, *, open_: bool) -> None:
        """Show a table; the cell one stands on stays where it was, by its place."""
        at = self.currentIndex()
        row, column = (at.row(), at.column()) if at.isValid() else (HEADS, NUMBERS)
        self.cells.show_grid(grid, open_=open_)
        self._span()
        self._fit()
        if grid is not None:
            self.stand_on(max(row, 0) - HEADS, max(column, NUMBERS) - NUMBERS)

    def stand_on(self, row: int, column: int) -> None:
        """Stand on a cell, or on the nearest there is; a row below 0 is a head."""
        last_row, last_column = self.cells.rowCount() - 1, self.cells.columnCount() - 1
        index = self.cells.index(max(0, min(row + HEADS, last_row)), max(NUMBERS, min(column + NUMBERS, last_column)))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    @property
    def place(self) -> tuple[int, int]:
        """Where one stands: row and column from 0; a head has row -1."""
        at = self.currentIndex()
        return max(at.row() - HEADS, -1), max(at.column() - NUMBERS, 0)

    def chosen(self) -> list[tuple[int, int]]:
        """The places of the selected cells, row by row."""
        found = (self.cells.cell_at(index) for index in self.selectedIndexes())
        return sorted(place for place in found if place is not None)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy()
            self.clear_chosen()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and not held:
            self.clear_chosen()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not held:
            self._step_down()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif held or not self._mark(event.text()):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self._mark(event.commitString()):
            super().inputMethodEvent(event)

    def _mark(self, text: str) -> bool:
        """Take typed letters in a column of marks; False where words are typed."""
        index = self.currentIndex()
        column = self.cells.column_at(index)
        plain = column is None or column.holds is Holds.TEXT or self.cells.is_head(index)
        if plain or not text or not text.isprintable() or not self.cells.open:
            return False
        kept = str(index.data(Qt.ItemDataRole.EditRole))
        assert column is not None
        for key in text:
            if column.holds is Holds.LETTERS and (letter := letter_of(key)):
                kept = toggled(kept, letter)
            elif column.holds is Holds.CROSS and (key == " " or key.upper() in {CROSS, "X"}):
                kept = crossed(kept)
        self.cells.put(index, kept)
        return True

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter ends typing and goes on to the cell below, as in Excel."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and self.place[0] >= 0:
            self._step_down()

    def _step_down(self) -> None:
        row, column = self.place
        self.stand_on(row + 1, column)

    # the clipboard

    def copy(self) -> None:
        """The selected cells as text that Excel takes."""
        grid, places = self.cells.grid, self.chosen()
        if grid is None or not places:
            return
        rows = sorted({row for row, _ in places})
        columns = sorted({column for _, column in places})
        copy_rows([[grid.rows[row].cells[column] for column in columns] for row in rows])
        self._shell.messages.tell_count_copied(len(rows))

    def paste(self) -> None:
        """Fill in what the clipboard holds, from the first selected cell on; a single text fills every selected one."""
        block = pasted(QGuiApplication.clipboard().text())
        places = self.chosen()
        if not block or not places or not self.cells.open:
            return
        if len(block) == 1 and len(block[0]) == 1 and len(places) > 1:
            self.cells_wanted.emit(dict.fromkeys(places, block[0][0]))
        else:
            self.pasted_block.emit(block, *places[0])

    def clear_chosen(self) -> None:
        """Empty the selected cells."""
        if self.cells.open and (places := self.chosen()):
            self.cells_wanted.emit(dict.fromkeys(places, ""))

    # looks

    def _span(self) -> None:
        """Common heads over their columns, other heads over both rows."""
        self.clearSpans()
        grid = self.cells.grid
        if grid is None:
            return
        self.setSpan(0, 0, HEADS, NUMBERS)
        begins = [0, *(at for at, (one, other) in enumerate(pairwise(grid.columns), 1) if one.group != other.group)]
        ends = [*begins[1:], len(grid.columns)]
        for first, end in zip(begins, ends, strict=True):
            if not grid.columns[first].group:
                for at in range(first, end):
                    self.setSpan(0, at + NUMBERS, HEADS, 1)
            elif end - first > 1:
                self.setSpan(0, first + NUMBERS, 1, end - first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_fit_soon"):
            self._fit_soon.start()

    def _fit(self) -> None:
        """Widths as on paper: marks as wide as their heads need, the rest for the words."""
        grid = self.cells.grid
        if grid is None:
            return
        grown = self.font().pointSizeF() / TEXT_POINTS
        number = round(46 * grown)
        least = [self._least(at, grown) for at in range(len(grid.columns))]
        words = [at for at, column in enumerate(grid.columns) if column.holds is Holds.TEXT]
        share = {at: FIRST if at == 0 else 1.0 for at in words or range(len(grid.columns))}
        spare = max(0, self.viewport().width() - number - sum(least) - 1)
        self.setColumnWidth(0, number)
        for at, wide in enumerate(least):
            more = round(spare * share[at] / sum(share.values())) if at in share else 0
            self.setColumnWidth(at + NUMBERS, wide + more)
        self.resizeRowsToContents()

    def _least(self, at: int, grown: float) -> int:
        grid = self.cells.grid
        assert grid is not None
        column = grid.columns[at]
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in column.head.split()), default=0)
        usual = WIDE if column.holds is Holds.TEXT else NARROW
        return max(round(usual * grown), min(round(longest * 1.1) + 2 * _PAD, round(2 * WIDE * grown)))


class GridDelegate(QStyledItemDelegate):
    """Draws cells with the lines of a table; heads on the ground of the window."""

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c, box = colours(), QRect(option.rect)
        head = self._view.cells.is_head(index) or index.column() < NUMBERS
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, c.of_selection() if chosen else self._view.palette().window() if head else c.of_base())
        painter.setPen(c.of_line())
        before = (int(index.column() > 0), int(index.row() > 0))  # the line of the neighbour is there already
        painter.drawRect(box.adjusted(-before[0], -before[1], -1, -1))
        font = index.data(Qt.ItemDataRole.FontRole)
        wanted = option.font
        if font is not None:
            wanted.setWeight(font.weight())
        painter.setFont(wanted)
        painter.setPen(c.of(Tone.QUIET if index.column() < NUMBERS else Tone.PLAIN))
        flags = int(index.data(Qt.ItemDataRole.TextAlignmentRole)) | int(Qt.TextFlag.TextWordWrap.value)
        painter.drawText(box.adjusted(GRID, 4, -GRID, -4), flags, str(index.data() or ""))
        if index == self._view.currentIndex():
            pen = painter.pen()
            pen.setColor(c.of(Tone.ACCENT))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(box.adjusted(0, 0, -2, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view, text = self._view, str(index.data() or "")
        if index.row() == 0 and view.cells.covered(index):
            return QSize(0, 0)
        across, down = view.columnSpan(index.row(), index.column()), view.rowSpan(index.row(), index.column())
        width = sum(view.columnWidth(at) for at in range(index.column(), index.column() + across))
        room = QRect(0, 0, max(20, width - 2 * GRID), 10_000)
        metrics = option.fontMetrics
        needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap.value), text).height() + 14
        least = ROW_HEIGHT if index.row() >= HEADS else ROW_HEIGHT - 4
        return QSize(width, max(round(least * metrics.height() / 17), -(-needed // down)))
