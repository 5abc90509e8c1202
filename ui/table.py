"""The shared table: sorting by stored keys, chosen and remembered columns, copying to Excel, type-ahead, keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from altdesk.settings import S
from ui.clipboard import copy_rows
from ui.columns import Column, asked
from ui.model import TableModel
from ui.row_delegate import RowDelegate
from ui.shell import Shell
from ui.table_columns import WIDE, TableColumns, fitted
from ui.theme import GRID, ROW_HEIGHT, TEXT_POINTS

__all__ = ["WIDE", "RowDelegate", "Table"]

TYPE_AHEAD_MS = 900


class Table(QTableView):
    """A list of records. Pages listen to `activated_id`, `current_id_changed` and `selection_changed`."""

    activated_id = Signal(int)  # Enter or a double click
    current_id_changed = Signal(object)  # id or None
    selection_changed = Signal()
    insert_wanted = Signal()
    delete_wanted = Signal()
    sorted_by = Signal(str, bool)

    def __init__(self, shell: Shell, key: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.columns = tuple(columns)
        self._shell = shell
        self._typed = ""
        self._typing = QTimer(self, singleShot=True, interval=TYPE_AHEAD_MS)
        self._typing.timeout.connect(self._forget_typed)
        self._keep: tuple[int | None, tuple[int, ...]] = (None, ())
        self._wanted: int | None = None  # to be scrolled to as soon as it is there
        self.rows = TableModel(columns, shell.work, shell.words, self)
        self.rows.seen = self.seen_rows
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self._dress()
        self._set_up_header()
        self.chosen = TableColumns(self, shell, key, columns, lambda: self._fit_columns())
        self.rows.modelAboutToBeReset.connect(self._remember_selection)
        self.rows.loaded.connect(self._restore_selection)
        self.rows.refused.connect(lambda _row, refusal: shell.messages.refuse(refusal))
        self.selectionModel().selectionChanged.connect(self.selection_changed)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.activated.connect(self._activate)
        self.chosen.restore()

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 14))

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        # With the list's own selection the head asks every row whether it is selected, at each paint.
        header.setSelectionModel(QItemSelectionModel(self.rows, header))
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(40)
        header.setStretchLastSection(True)
        header.sectionClicked.connect(self._sort_by_section)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    # rows

    def seen_rows(self) -> tuple[int, int]:
        """The first and the last row on screen."""
        height = max(1, self.verticalHeader().defaultSectionSize())
        top = self.verticalScrollBar().value() // height
        return top, top + self.viewport().height() // height + 1

    @property
    def current_id(self) -> int | None:
        return self.rows.id_at(self.currentIndex().row())

    def selected_ids(self) -> list[int]:
        """The ids of the selected rows, in the order shown."""
        found: dict[int, None] = {}
        for first, last in sorted(self._blocks()):
            found.update(dict.fromkeys(self.rows.ids_between(first, last)))
        return list(found)

    def selected_count(self) -> int:
        return sum(last - first + 1 for first, last in self._blocks())

    def _blocks(self) -> list[tuple[int, int]]:
        """First and last row of each block of selected rows."""
        chosen = self.selectionModel().selection().toList()
        return [(block.top(), block.bottom()) for block in chosen]

    def select_id(self, record_id: int) -> bool:
        """Make a record the current row; False when it is not in the list as far as that is loaded."""
        row = self.rows.row_of(record_id)
        if row is None:
            return False
        index = self.rows.index(row, self._first_column())
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def want_id(self, record_id: int) -> None:
        """Make a record the current row as soon as the list has it."""
        if not self.select_id(record_id):
            self.setCurrentIndex(QModelIndex())
            self._keep, self._wanted = (record_id, (record_id,)), record_id

    def _remember_selection(self) -> None:
        current = self.current_id
        if current is not None or self._keep[0] is None:
            chosen = self.selected_ids()
            self._keep = (current, tuple(chosen) if len(chosen) <= 500 else ())

    def _restore_selection(self) -> None:
        current, chosen = self._keep
        row = self.rows.row_of(current) if current is not None else None
        if row is None:
            self.selection_changed.emit()
            return
        model = self.selectionModel()
        model.setCurrentIndex(self.rows.index(row, self._first_column()), QItemSelectionModel.SelectionFlag.NoUpdate)
        blocks = QItemSelection()
        for at in sorted(at for number in chosen if (at := self.rows.row_of(number)) is not None) or [row]:
            blocks.select(self.rows.index(at, 0), self.rows.index(at, len(self.columns) - 1))
        model.select(blocks, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if current == self._wanted:
            self.scrollTo(self.currentIndex())
        self._keep, self._wanted = (None, ()), None
        self.selection_changed.emit()

    def _first_column(self) -> int:
        return next(iter(self.chosen.as_they_stand()), 0)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_id_changed.emit(self.rows.id_at(current.row()))

    def _activate(self, index: QModelIndex) -> None:
        record_id = self.rows.id_at(index.row())
        if record_id is not None:
            self.activated_id.emit(record_id)

    # sorting

    def _sort_by_section(self, section: int) -> None:
        name = self.columns[section].sort
        query = self.rows.query
        if not name or query is None:
            self.show_order(query)
            return
        down = query.sort == name and not query.descending
        self._shell.settings.set_of_page(S.sorting, self.key, [name, down])
        self.sorted_by.emit(name, down)

    def show_order(self, query: Any) -> None:
        """Set the header's arrow as the query sorts."""
        order = Qt.SortOrder.DescendingOrder if query and query.descending else Qt.SortOrder.AscendingOrder
        names = [column.sort for column in self.columns]
        at = names.index(query.sort) if query and query.sort and query.sort in names else -1
        self.horizontalHeader().setSortIndicator(at, order)

    def remembered_order(self, query: Any) -> Any:
        """The query sorted as the person last chose on this page."""
        kept = self._shell.settings.of_page(S.sorting, self.key)
        match kept:
            case [str(name), bool(down)] if any(column.sort == name for column in self.columns):
                return asked(query, sort=name, descending=down)
        return query

    def choose_columns(self) -> None:
        """Open the list of columns by key, as a right click on the head does."""
        self.chosen.choose(self.horizontalHeader().rect().bottomLeft())

    def shown_columns(self) -> list[Column]:
        """The columns as they stand now, from left to right."""
        return [self.columns[at] for at in self.chosen.as_they_stand()]

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.state() != self.State.EditingState:
            self._activate(self.currentIndex())
        elif plain and key == Qt.Key.Key_Insert:
            self.insert_wanted.emit()
        elif plain and key == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif plain and key == Qt.Key.Key_F2:
            self._edit_in_place()
        else:
            super().keyPressEvent(event)

    def _edit_in_place(self) -> None:
        index = self.currentIndex()
        editable = [at for at, column in enumerate(self.columns) if column.edit and not self.isColumnHidden(at)]
        if not index.isValid() or not editable:
            self._activate(index)
            return
        at = index.column() if index.column() in editable else editable[0]
        self.setCurrentIndex(index.siblingAtColumn(at))
        self.edit(index.siblingAtColumn(at))

    def keyboardSearch(self, search: str) -> None:
        """Type-ahead: the first record that the list's own search finds for what is typed."""
        self._typed += search
        self._typing.start()
        source, query, typed = self.rows.source, self.rows.query, self._typed
        if source is None or not typed.strip():
            return
        wanted = asked(query, text=typed)

        def found(ids: Sequence[int]) -> None:
            if ids:
                self.select_id(ids[0])

        self._shell.work.do(lambda: source.ids(wanted, 1), found, topic=f"ahead-{id(self)}")

    def _forget_typed(self) -> None:
        self._typed = ""

    def copy(self) -> None:
        """The selected rows as text that Excel takes, the columns as they stand."""
        columns = self.shown_columns()
        ids, source = self.selected_ids(), self.rows.source
        if not ids or source is None:
            return

        def put(lines: Sequence[Any]) -> None:
            copy_rows([[self.rows.text_of(column, line) for column in columns] for line in lines])
            self._shell.messages.tell_count_copied(len(lines))

        self._shell.work.do(lambda: source.lines(ids), put)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.chosen.as_declared:
            self._fit_columns()

    def _fit_columns(self) -> None:
        """Spread the declared widths over the room there is, until the person has set widths."""
        heads = {at: self._head_width(at) for at in self.chosen.shown()}
        grown = self.font().pointSizeF() / TEXT_POINTS
        for at, width in fitted(self.columns, heads, grown, self.viewport().width()).items():
            self.setColumnWidth(at, width)

    def _head_width(self, section: int) -> int:
        """What the head of a column needs, with its arrow."""
        return self.fontMetrics().horizontalAdvance(self._shell.say(self.columns[section].title)) + 4 * GRID

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 14))
