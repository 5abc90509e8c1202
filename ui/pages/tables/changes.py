"""What is changed in the table shown: cells, heads, rows and columns, one user verb each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.services import matrix, matrix_lines
from ui.actions import Action
from ui.pages.tables.shown import Shown
from ui.shell import Shell
from ui.widgets.grid_view import GridView

if TYPE_CHECKING:
    from altdesk.desk import Changed

Verb = Callable[[Desk, int], "Changed"]


class TableChanges(QObject):
    """Changes the table one stands in. `done` comes when the desk has it, or has refused it."""

    done = Signal()

    def __init__(self, shell: Shell, view: GridView) -> None:
        super().__init__()
        self._shell, self._view = shell, view
        self._stand: tuple[int, int] | None = None
        self.shown = Shown()
        self.pending = 0  # changes on their way; what is read meanwhile is of the past
        cells = view.cells
        cells.typed.connect(lambda row, column, text: self.set_cells({(row, column): text}))
        cells.head_typed.connect(self.set_head)
        cells.group_typed.connect(self.set_group)
        cells.refused.connect(shell.messages.refuse)
        view.cells_wanted.connect(self.set_cells)
        view.pasted_block.connect(self.paste)

    def actions(self) -> tuple[Action, ...]:
        """Rows and columns, with their keys."""
        return (
            Action("row", N_("Insert a row below"), partial(self.insert_row, 1), "table-row-plus-after", "Ins"),
            Action("row-above", N_("Insert a row above"), partial(self.insert_row, 0), "table-row-plus-before",
                   "Shift+Ins"),
            Action("row-out", N_("Remove the row"), self.remove_rows, "table-row-remove", "Ctrl+Del"),
            Action("row-up", N_("Move the row up"), partial(self.move_row, -1), "arrow-up", "Alt+Up"),
            Action("row-down", N_("Move the row down"), partial(self.move_row, 1), "arrow-down", "Alt+Down"),
            Action("column", N_("Insert a column after"), self.insert_column, "table-column-plus-after", "Ctrl+Ins",
                   line_before=True),
            Action("column-out", N_("Remove the column"), self.remove_column, "table-column-remove", "Ctrl+Shift+Del"),
            Action("column-left", N_("Move the column to the left"), partial(self.move_column, -1), "arrow-left",
                   "Alt+Left"),
            Action("column-right", N_("Move the column to the right"), partial(self.move_column, 1), "arrow-right",
                   "Alt+Right"),
        )  # fmt: skip

    def do(self, verb: Verb, stand: tuple[int, int] | None = None) -> None:
        """Change the table shown, and stand on a place of it afterwards."""
        grid, desk = self.shown.grid, self._shell.desk
        if grid is None or not self.shown.changeable:
            return
        self.pending += 1

        def done(_changed: object) -> None:
            self._stand = stand or self._stand
            self._end()

        def failed(refusal: Refusal) -> None:
            self._shell.messages.refuse(refusal)
            self._end()

        self._shell.work.do(lambda: verb(desk, grid.id), done, failed, label=N_("Saving"))

    def _end(self) -> None:
        self.pending -= 1
        self.done.emit()

    def stand(self) -> None:
        """Stand where the last change wants one to; called when it is shown."""
        if self._stand is not None:
            self._view.stand_on(*self._stand)
            self._stand = None

    # cells and heads

    def set_cells(self, texts: dict[tuple[int, int], str]) -> None:
        """Keep texts by row and column, counted from 0."""
        grid = self.shown.grid
        if grid is not None:
            ids = {(grid.rows[row].id, grid.columns[column].id): text for (row, column), text in texts.items()}
            self.do(lambda desk, number: matrix.set_cells(desk, number, ids))

    def set_head(self, column: int, head: str) -> None:
        grid = self.shown.grid
        if grid is not None:
            known = grid.columns[column]
            self.do(lambda desk, number: matrix.set_head(desk, number, known.id, head, known.group))

    def set_group(self, column: int, group: str) -> None:
        """Another common head over all neighbours that stand under the one of this column."""
        grid = self.shown.grid
        if grid is None:
            return
        first = last = column
        while first > 0 and grid.columns[first - 1].group == grid.columns[column].group:
            first -= 1
        while last + 1 < len(grid.columns) and grid.columns[last + 1].group == grid.columns[column].group:
            last += 1
        self.group_columns(range(first, last + 1), group)

    def group_columns(self, columns: Sequence[int], group: str) -> None:
        """Put columns under a common head."""
        grid = self.shown.grid
        if grid is not None:
            ids = [grid.columns[column].id for column in columns]
            self.do(lambda desk, number: matrix.set_group(desk, number, ids, group))

    def chosen_columns(self) -> list[int]:
        """The columns of the selection, from 0."""
        found = {max(index.column() - 1, 0) for index in self._view.selectedIndexes()}
        return sorted(found) or [self._view.place[1]]

    def paste(self, block: Any, row: int, column: int) -> None:
        self.do(lambda desk, number: matrix_lines.paste(desk, number, block, row, column))

    # rows

    def insert_row(self, below: int) -> None:
        """An empty row below (1) or above (0) the one one stands on."""
        row, column = self._view.place
        at = max(row + below, 0)
        self.do(lambda desk, number: matrix_lines.insert_row(desk, number, at), (at, column))

    def remove_rows(self) -> None:
        """Take the selected rows out."""
        grid = self.shown.grid
        rows = sorted({row for row, _ in self._view.chosen()})
        if grid is not None and rows:
            ids = [grid.rows[row].id for row in rows]
            self.do(lambda desk, number: matrix_lines.remove_rows(desk, number, ids))

    def move_row(self, by: int) -> None:
        """Move the row one stands on, and stay on it."""
        grid, (row, column) = self.shown.grid, self._view.place
        if grid is not None and row >= 0 and 0 <= row + by < len(grid.rows):
            row_id = grid.rows[row].id
            self.do(lambda desk, number: matrix_lines.move_row(desk, number, row_id, by), (row + by, column))

    # columns

    def insert_column(self) -> None:
        """An empty column after the one one stands on: of its kind, or of the next one's after the first."""
        grid, (row, column) = self.shown.grid, self._view.place
        if grid is not None:
            like = grid.columns[1 if column == 0 and len(grid.columns) > 1 else column]
            self.do(lambda desk, number: matrix_lines.insert_column(desk, number, column + 1, like), (row, column + 1))

    def remove_column(self) -> None:
        """Take the column one stands on out."""
        grid, (_, column) = self.shown.grid, self._view.place
        if grid is not None:
            column_id = grid.columns[column].id
            self.do(lambda desk, number: matrix_lines.remove_column(desk, number, column_id))

    def move_column(self, by: int) -> None:
        """Move the column one stands on, and stay on it."""
        grid, (row, column) = self.shown.grid, self._view.place
        if grid is not None and 0 <= column + by < len(grid.columns):
            column_id = grid.columns[column].id
            self.do(lambda desk, number: matrix_lines.move_column(desk, number, column_id, by), (row, column + by))
