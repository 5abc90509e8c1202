"""The table's model: ids of the whole list in order, lines of what is seen, everything else fetched when needed."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from altdesk.domain.errors import Refusal
from ui.columns import Align, Column, RowSource
from ui.icons import icon
from ui.theme import colours
from ui.words import Words
from ui.work import Work

Index = QModelIndex | QPersistentModelIndex
FIRST_IDS = 200
PAGE = 100
PAGES_KEPT = 40
SKELETON_ROWS = 14
NOWHERE = QModelIndex()

_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _FLAGS | Qt.ItemFlag.ItemIsEditable
_ALIGN = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    Align.CENTRE: Qt.AlignmentFlag.AlignCenter,
}


@dataclass(frozen=True)
class _Loaded:
    """What one look at the desk brought."""

    count: int
    ids: array[int]
    first: int  # the row of the first line
    lines: Sequence[Any]


class TableModel(QAbstractTableModel):
    """A list of any length. Rows whose line has not come yet answer None and are drawn as grey bars."""

    loaded = Signal()  # another list, or the same one again
    completed = Signal()  # every id has come of a list too long for one look
    refused = Signal(int, object)  # row, Refusal: an edit in place was refused

    def __init__(self, columns: Sequence[Column], work: Work, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.count = 0
        self.waiting = True  # nothing has been loaded yet
        self.seen: Callable[[], tuple[int, int]] = lambda: (0, PAGE)  # first and last row on screen
        self._work = work
        self._words = words
        self._topic = f"rows-{id(self)}"
        self._source: RowSource | None = None
        self._query: Any = None
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, list[Any]] = OrderedDict()
        self._asked: set[int] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fetch)
        words.switched.connect(self._say_again)

    # what is shown

    def show_rows(self, source: RowSource, query: Any) -> None:
        """Show the rows of `query`; what was shown stays until they come."""
        fresh = query != self._query
        self._source, self._query = source, query
        first, last = (0, PAGE) if fresh or self.waiting else self.seen()
        everything = last > FIRST_IDS

        def load() -> _Loaded:
            count = source.count(query)
            ids = array("q", source.ids(query, None if everything else FIRST_IDS))
            start = max(0, min(first, count - 1) // PAGE * PAGE)
            return _Loaded(count, ids, start, _matched(source, ids[start : max(start + PAGE, last + 1)]))

        self._work.do(load, self._show_loaded, topic=self._topic)

    def reload(self) -> None:
        """Show the same rows as they are now."""
        if self._source is not None:
            self.show_rows(self._source, self._query)

    @property
    def query(self) -> Any:
        return self._query

    @property
    def source(self) -> RowSource | None:
        return self._source

    def id_at(self, row: int) -> int | None:
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def ids_between(self, first: int, last: int) -> Sequence[int]:
        """The ids of neighbouring rows, both ends included."""
        return self._ids[max(first, 0) : last + 1]

    def row_of(self, record_id: int) -> int | None:
        try:
            return self._ids.index(record_id)
        except ValueError:
            return None

    def line_at(self, row: int) -> Any | None:
        """The line of a row, or None while it is still to come; then it is asked for."""
        page = self._pages.get(row // PAGE)
        if page is not None:
            return page[row % PAGE] if row % PAGE < len(page) else None
        if row < len(self._ids):
            self._asked.add(row // PAGE)
            if not self._soon.isActive():
                self._soon.start()
        return None

    def _show_loaded(self, loaded: _Loaded) -> None:
        self.beginResetModel()
        self.waiting = False
        self.count = loaded.count
        self._ids = loaded.ids
        self._pages.clear()
        self._asked.clear()
        for at in range(0, len(loaded.lines), PAGE):
            self._pages[(loaded.first + at) // PAGE] = list(loaded.lines[at : at + PAGE])
        self.endResetModel()
        self.loaded.emit()
        source, query = self._source, self._query
        if len(self._ids) < self.count and source is not None:
            self._work.do(lambda: array("q", source.ids(query)), self._show_ids, topic=self._topic)

    def _show_ids(self, ids: array[int]) -> None:
        if len(ids) != self.count:
            self.reload()
            return
        self._ids = ids
        self._changed_rows(0, self.count - 1)
        self.completed.emit()

    def _fetch(self) -> None:
        first, last = self.seen()
        near = range(first // PAGE, last // PAGE + 1)
        wanted = [page for page in sorted(self._asked) if page in near]
        self._asked.clear()
        source = self._source
        if not wanted or source is None:
            return
        ids = {page: self._ids[page * PAGE : (page + 1) * PAGE] for page in wanted}
        self._work.do(
            lambda: {page: _matched(source, own) for page, own in ids.items()},
            self._show_pages,
            topic=self._topic + "p",
        )

    def _show_pages(self, pages: dict[int, list[Any]]) -> None:
        for page, lines in pages.items():
            self._pages[page] = lines
            self._pages.move_to_end(page)
            self._changed_rows(page * PAGE, min(self.count, (page + 1) * PAGE) - 1)
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)

    def _changed_rows(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _say_again(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self._changed_rows(0, self.rowCount() - 1)

    # Qt's questions

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if parent.isValid():
            return 0
        return SKELETON_ROWS if self.waiting else self.count

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.say(self.columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[self.columns[section].align]
        return None

    def text_of(self, column: Column, line: Any) -> str:
        """What a cell says: its state's word, or its text on one line."""
        if column.state is not None:
            state = column.state(line)
            return self._words.say(state.word) if state else ""
        return column.text(line)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[column.align]
        if role not in _ROLES or (line := self.line_at(index.row())) is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return one_line(self.text_of(column, line))
        if role == Qt.ItemDataRole.EditRole:
            return column.text(line)
        if column.state is None or (state := column.state(line)) is None:
            return None
        return icon(state.icon, state.tone) if role == Qt.ItemDataRole.DecorationRole else colours().of(state.tone)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _EDITABLE if self.columns[index.column()].edit is not None else _FLAGS

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        edit, record_id = self.columns[index.column()].edit, self.id_at(index.row())
        if edit is None or record_id is None or role != Qt.ItemDataRole.EditRole:
            return False
        if value == self.data(index, Qt.ItemDataRole.EditRole):
            return True
        row = index.row()

        def refuse(refusal: Refusal) -> None:
            self.refused.emit(row, refusal)

        self._work.do(lambda: edit(record_id, str(value)), failed=refuse)
        return True


_ROLES = {
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.ForegroundRole,
    )
}


def one_line(text: str) -> str:
    """A text of several lines, shown on one; very long ones are cut for drawing only."""
    return " ".join(text.split("\n"))[:400] if "\n" in text or len(text) > 400 else text


def _matched(source: RowSource, ids: Sequence[int]) -> list[Any]:
    """The lines of these ids, each at its place; a line that is gone by now leaves None."""
    lines = list(source.lines(ids))
    if len(lines) == len(ids):
        return lines
    kept = {getattr(line, "id", None): line for line in lines}
    return [kept.get(number) for number in ids]
