"""A table inside a record: as tall as its rows, up to a limit, with the same looks and keys as every list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.columns import Column, ListQuery, RowSource, WholeList
from ui.shell import Shell
from ui.table import WIDE, Table
from ui.table_columns import narrowed
from ui.theme import GRID


class ShortTable(Table):
    """Shows lines handed to it, or rows of a source."""

    def __init__(self, shell: Shell, key: str, columns: Sequence[Column], most: int) -> None:
        self._most = most
        super().__init__(shell, key, columns)
        self._asked = 0
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.loaded.connect(self._fit_height)
        self._fit_height()

    def show_lines(self, lines: Sequence[Any]) -> None:
        """Show these lines, each with an `id`."""
        kept = list(lines)
        self.show_source(WholeList(lambda _query: kept))

    def show_source(self, source: RowSource, more: Any = None) -> None:
        """Show the rows of a source; `more` tells one question from another."""
        self._asked += 1
        self.rows.show_rows(source, ListQuery(more=more if more is not None else self._asked))

    def current_line(self) -> Any | None:
        """The line the selection stands on, if there is one."""
        chosen = self.selected_ids()
        row = self.rows.row_of(chosen[0]) if len(chosen) == 1 else None
        return None if row is None else self.rows.line_at(row)

    def _fit_height(self) -> None:
        rows = max(1, min(self.rows.rowCount(), self._most))
        height = self.verticalHeader().defaultSectionSize()
        scrolls = self.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        bar = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * height + bar + 2)

    def scroll_sideways(self) -> None:
        """Let a table with more columns than a panel has room for be scrolled, rather than lose its last ones."""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._fit_height()

    def show_column(self, section: int, *, shown: bool) -> None:
        """Hide a column where there is too little room for all, or show it again."""
        if self.isColumnHidden(section) == shown:
            self.setColumnHidden(section, not shown)
            self._fit_columns()

    def _fit_columns(self) -> None:
        """Share all the room there is as declared: nothing scrolls sideways in a narrow panel, no head is cut."""
        room = self.viewport().width()
        columns = {at: column for at, column in enumerate(self.columns) if not self.isColumnHidden(at)}
        least = {at: self._head_width(at) - 2 * GRID for at in columns}
        for at, column in columns.items():
            least[at] = max(least[at], column.width if column.state is not None else 0, self._fitting(column.fits))
        narrow = [at for at, column in columns.items() if column.width < WIDE]
        wide = [at for at in columns if at not in narrow]
        declared = sum(column.width for column in columns.values())
        wanted = {at: max(least[at], room * columns[at].width // declared) for at in narrow}
        rest = max(1, room - sum(wanted.values()))
        shared = sum(columns[at].width for at in wide)
        wanted |= {at: max(least[at], rest * columns[at].width // shared) for at in wide}
        for at, width in narrowed(wanted, least, [wide, narrow], sum(wanted.values()) - room).items():
            self.setColumnWidth(at, width)

    def _fitting(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + 2 * GRID + 2 if text else 0

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_most"):
            self._fit_height()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by key, stand on a row, so that it is seen where one is."""
        super().focusInEvent(event)
        by_key = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if by_key and self.rows.count and not self.selected_count():
            self.selectRow(0)

    def keyboardSearch(self, search: str) -> None:
        """Short enough to look at."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the record's own
            return
        super().keyPressEvent(event)


class FoundPeople:
    """The row source of people whose ids a service answers, `find()` in the desk's room."""

    def __init__(self, desk: Any, find: Callable[[], Sequence[int]]) -> None:
        self._desk, self._find = desk, find
        self._ids: Sequence[int] = ()

    def count(self, query: Any) -> int:
        del query
        self._ids = self._find()
        return len(self._ids)

    def ids(self, query: Any, limit: int | None = None) -> Sequence[int]:
        del query
        return self._ids[:limit]

    def lines(self, ids: Sequence[int]) -> Sequence[Any]:
        from altdesk.services import people

        return people.lines(self._desk, ids)
