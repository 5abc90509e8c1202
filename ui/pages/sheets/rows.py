"""The rows of a sheet that is back, ticked with keys only: forty rows in under a minute."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QStyleOptionViewItem, QTableView, QWidget

from altdesk.domain.marking import N_
from ui.pages.sheets.rows_model import HEADS, Index, Part, RowsModel
from ui.shell import Shell
from ui.table import RowDelegate
from ui.theme import GRID, ICON_SIZE, ROW_HEIGHT, Tone, colours
from ui.widgets.dates import DateInput
from ui.words import Words

# The same keys with a Russian or Kazakh layout, and the dash and equals keys of the Kazakh one.
BY_PLACE = {"ф": "a", "к": "r", "и": "b", "ө": "-", "һ": "+", "=": "+", "−": "-"}
LEAST_NAME, MOST_NAME, LEAST_POST = 16, 40, 14  # letters
MOST_LINES = 3
ENOUGH_OF_NAME = 0.8


def letter(event: QKeyEvent) -> str:
    """The letter of a key as it stands on a Latin keyboard, whichever layout is switched on."""
    typed = event.text().lower()
    return BY_PLACE.get(typed, typed)


class RowsTable(QTableView):
    """Space, letters and digits act on the current row; what is typed in a cell is understood forgivingly."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.rows = RowsModel(shell.words)
        self._seen: object = None  # what the widths of the columns were made for
        self.setModel(self.rows)
        self.setItemDelegate(CellDelegate(shell.words, self))
        self.setShowGrid(False)
        self.setWordWrap(True)  # of names that do not fit into one line
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked | triggers.AnyKeyPressed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        shell.words.switched.connect(self._fit_columns)
        self.rows.rowsInserted.connect(lambda *_: self._fit_columns())
        self.rows.modelReset.connect(self._fit_columns)
        self.rows.dataChanged.connect(lambda *_: self._fit_again())
        shell.words(self, name=N_("Rows of the sheet"))

    def go_to(self, row: int, part: Part = Part.STATE) -> None:
        index = self.rows.index(row, part)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def type_name(self, row: int) -> None:
        """Let the name of a handwritten row be typed."""
        self.go_to(row, Part.NAME)
        self.edit(self.rows.index(row, Part.NAME))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, part = self.currentIndex().row(), self.currentIndex().column()
        if self.rows.typed is None or row < 0 or self.state() == self.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._down()
        elif event.key() == Qt.Key.Key_Delete:
            self._delete(row, part)
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.rows.typed.toggle(row)
            self._said(row)
        elif event.text().isdigit() and part not in {Part.NAME, Part.POST, Part.NOTE}:
            self._type(row, Part.DAY, event)
        elif not self._command(row, part, letter(event)):
            self._type_or_move(event)

    def _command(self, row: int, part: int, key: str) -> bool:
        """What a letter says of the row. In the cells of free text letters are text."""
        typed = self.rows.typed
        writes = bool(self.rows.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable) and part != Part.DAY
        if typed is None or writes or key not in {"a", "r", "+", "-"}:
            return False
        if key == "a":
            typed.absent(row)
            self._said(row)
        elif key == "r":
            typed.refuse_to_sign(row)
            self.rows.tell(row)
            self.go_to(row, Part.NOTE)
            self.edit(self.rows.index(row, Part.NOTE))
        else:
            typed.step_day(row, 1 if key == "+" else -1)
            self.rows.tell(row)
        return True

    def _said(self, row: int) -> None:
        self.rows.tell(row)
        self._down()

    def _down(self) -> None:
        self.go_to(min(self.currentIndex().row() + 1, self.rows.rowCount() - 1))

    def _type(self, row: int, part: Part, event: QKeyEvent) -> None:
        index = self.rows.index(row, part)
        self.setCurrentIndex(index)
        self.edit(index, QAbstractItemView.EditTrigger.AnyKeyPressed, event)

    def _type_or_move(self, event: QKeyEvent) -> None:
        """Letters open only cells of free text; everything else is the table's own."""
        if event.text().isprintable() and event.text() and self.currentIndex().column() == Part.DAY:
            return
        super().keyPressEvent(event)

    def _delete(self, row: int, part: int) -> None:
        line = self.rows.line(row)
        if line is not None and line.kept is None and part <= Part.POST:
            self.rows.remove(row)
            self.go_to(min(row, self.rows.rowCount() - 1), Part.NAME)
        elif part in {Part.DAY, Part.NOTE}:
            self.rows.setData(self.rows.index(row, part), "")

    def keyboardSearch(self, _search: str) -> None:
        """Letters are commands here."""

    def closeEditor(self, editor: QWidget, hint: Any) -> None:
        """Enter in a cell goes on to the next row; Tab to the next cell that can be written in."""
        by_enter = editor.property("entered")
        super().closeEditor(editor, hint)
        if by_enter:
            self._down()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Number, state and date are as wide as what stands there; then the name, then the note, then the post.

        Post and note stand only where there is room for them, unless something is or can be written in them.
        """
        wide, room = self.fontMetrics().horizontalAdvance, self.viewport().width()
        words = max(map(wide, self.rows.state_words()))
        widths = {Part.NO: wide("000") + 2 * GRID, Part.STATE: words + ICON_SIZE + 3 * GRID,
                  Part.DAY: wide("00.00.0000") + 3 * GRID}  # fmt: skip
        heads = {part: wide(self.rows.head(part)) + 2 * GRID + 4 for part in (Part.NAME, Part.POST, Part.NOTE)}
        rest = room - sum(widths.values())
        name = max([wide(text) for text in self.rows.names()], default=0) + 3 * GRID
        name = max(heads[Part.NAME], min(name, wide("n") * MOST_NAME))
        note = heads[Part.NOTE] if self.rows.has_notes or rest >= name + heads[Part.NOTE] else 0
        post = max(heads[Part.POST], wide("n") * LEAST_POST)
        post = post if self.rows.has_handwritten or rest >= name + note + post else 0
        if rest - note - post >= name * ENOUGH_OF_NAME:
            name = min(name, rest - note - post)
        else:  # the note is the one that is scrolled to
            name = max(min(name, rest - post), wide("n") * LEAST_NAME)
        spare = max(0, rest - name - note - post)
        self.setColumnHidden(Part.NOTE, not note)
        self.setColumnHidden(Part.POST, not post)
        widths |= {Part.NAME: name + (spare if not note and not post else 0)}
        widths |= {Part.POST: post + (spare // 2 if note else spare), Part.NOTE: note + (spare // 2 if post else spare)}
        for part, width in widths.items():
            if not self.isColumnHidden(part):
                self.setColumnWidth(part, width)
        self._fit_heights()

    def _fit_heights(self) -> None:
        """A name too long for its column stands on two lines, or on three."""
        metrics, heights = self.fontMetrics(), self.verticalHeader()
        room = QRect(0, 0, self.columnWidth(Part.NAME) - 2 * GRID - 4, MOST_LINES * metrics.lineSpacing())
        for row, name in enumerate(self.rows.names()):
            needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, name).height()
            height = max(heights.defaultSectionSize(), min(needed, room.height()) + 14)
            if heights.sectionSize(row) != height:
                heights.resizeSection(row, height)

    def _fit_again(self) -> None:
        """A note can be written where there was none."""
        seen = (self.rows.has_notes, frozenset(self.rows.state_words()))
        if seen != self._seen:
            self._seen = seen
            self._fit_columns()

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 14))
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)


class CellDelegate(RowDelegate):
    """Cells are drawn like any list's, with the one that keys act on framed; days are typed in a date field."""

    def __init__(self, words: Words, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent
        self._words = words

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole = QRect(option.rect)
        super().paint(painter, option, index)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.save()
            painter.setPen(QPen(colours().of(Tone.ACCENT), 2))
            painter.drawRect(whole.adjusted(1, 1, -1, -2))
            painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = DateInput(self._words) if index.column() == Part.DAY else QLineEdit()
        editor.setParent(parent)
        editor.setMinimumHeight(0)
        editor.setFrame(False)
        self._words(editor, name=HEADS[Part(index.column())])
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole) or "")

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def eventFilter(self, editor: Any, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                editor.setProperty("entered", True)
            elif isinstance(editor, DateInput) and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                return False
        return super().eventFilter(editor, event)
