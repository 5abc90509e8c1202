"""A table of a document as Qt's model: two rows of heads, then its rows; the first column numbers them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.matrix import Grid, GridColumn, Holds
from altdesk.domain.matrix_cells import read_cell
from altdesk.i18n import Translator
from ui.model import NOWHERE, Index

HEADS = 2  # the common heads, and the heads of the columns
NUMBERS = 1  # the column of the rows' numbers
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


class GridModel(QAbstractTableModel):
    """Shows a table and takes what is typed; who keeps it is told by `typed` (row and column from 0) and the rest."""

    typed = Signal(int, int, str)  # a cell
    head_typed = Signal(int, str)  # the head of a column
    group_typed = Signal(int, str)  # the common head over a column
    refused = Signal(object)  # Refusal

    def __init__(self, say: Callable[[], Translator]) -> None:
        super().__init__()
        self._say = say
        self.grid: Grid | None = None
        self.open = False  # may be changed

    def show_grid(self, grid: Grid | None, *, open_: bool) -> None:
        self.beginResetModel()
        self.grid, self.open = grid, open_
        self.endResetModel()

    # places

    def cell_at(self, index: Index) -> tuple[int, int] | None:
        """Row and column of a cell, from 0; None for heads and numbers."""
        row, column = index.row() - HEADS, index.column() - NUMBERS
        return (row, column) if index.isValid() and row >= 0 and column >= 0 else None

    def index_of(self, row: int, column: int) -> QModelIndex:
        return self.index(row + HEADS, column + NUMBERS)

    def column_at(self, index: Index) -> GridColumn | None:
        at = index.column() - NUMBERS
        return self.grid.columns[at] if self.grid and 0 <= at < len(self.grid.columns) else None

    def is_head(self, index: Index) -> bool:
        return index.row() < HEADS

    def covered(self, index: Index) -> bool:
        """Whether the common head of the column before reaches over this one."""
        at, grid = index.column() - NUMBERS, self.grid
        return grid is not None and at > 0 and "" != grid.columns[at].group == grid.columns[at - 1].group

    # what is typed

    def put(self, index: Index, text: str) -> bool:
        """Show a cell's new text at once and tell who keeps it; what the column cannot hold is refused."""
        place, grid = self.cell_at(index), self.grid
        if place is None or grid is None or not self.open:
            return False
        row, column = place
        try:
            kept = read_cell(grid.columns[column].holds, text)
        except Refusal as refusal:
            self.refused.emit(refusal)
            return False
        if kept == grid.rows[row].cells[column]:
            return True
        cells = list(grid.rows[row].cells)
        cells[column] = kept
        rows = list(grid.rows)
        rows[row] = replace(rows[row], cells=tuple(cells))
        self.grid = replace(grid, rows=tuple(rows))
        self.dataChanged.emit(index, index)
        self.typed.emit(row, column, kept)
        return True

    # Qt's questions

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.grid is None else len(self.grid.rows) + HEADS

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.grid is None else len(self.grid.columns) + NUMBERS

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.open and index.column() >= NUMBERS else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.grid is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            column = self.column_at(index)
            words = column is not None and column.holds is Holds.TEXT and not self.is_head(index)
            return _LEFT if words else _MIDDLE
        if role == Qt.ItemDataRole.FontRole and self.is_head(index):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.column_at(index)
        if role != Qt.ItemDataRole.EditRole or column is None or not self.open:
            return False
        text = str(value)
        if not self.is_head(index):
            return self.put(index, text)
        at = index.column() - NUMBERS
        if index.row() == 0 and column.group:
            if text != column.group:
                self.group_typed.emit(at, text)
        elif text != column.head:
            self.head_typed.emit(at, text)
        return True

    def _text(self, index: Index) -> str:
        grid, column = self.grid, self.column_at(index)
        assert grid is not None
        if column is None:
            return self._number(index.row())
        if index.row() == 0:
            return column.group or column.head
        if self.is_head(index):
            return column.head
        return grid.rows[index.row() - HEADS].cells[index.column() - NUMBERS]

    @staticmethod
    def _number(row: int) -> str:
        return "№" if row < HEADS else f"{row - HEADS + 1}."

    def _spoken(self, index: Index) -> str:
        """A cell with its row and its column, for those who listen."""
        grid, column = self.grid, self.column_at(index)
        if grid is None or column is None or self.is_head(index):
            return self._text(index)
        row = grid.rows[index.row() - HEADS]
        said = self._text(index) or self._say()(N_("empty"))
        about = " · ".join(part for part in (row.cells[0], column.head) if part)
        return f"{about}: {said}"
