"""The rows of a sheet that is back as Qt's tables ask for them; what they hold is a Return."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from altdesk.domain.acquaintance import ELSEWHERE_NAMES, RowState
from altdesk.domain.marking import N_
from ui.icons import icon
from ui.pages.sheets.returning import DATED, Line, Return
from ui.pages.sheets.states import ROW_STATES
from ui.theme import Tone, colours
from ui.words import Words

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Part(IntEnum):
    """The columns."""

    NO = 0
    NAME = 1
    POST = 2
    STATE = 3
    DAY = 4
    NOTE = 5


HEADS = {
    Part.NO: N_("No."),
    Part.NAME: N_("Full name"),
    Part.POST: N_("Post"),
    Part.STATE: N_("State"),
    Part.DAY: N_("Date"),
    Part.NOTE: N_("Note, act No."),
}


class RowsModel(QAbstractTableModel):
    """Shows what a Return holds."""

    said = Signal()  # something was said of a row

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.typed: Return | None = None
        words.switched.connect(self.show_all)

    def show_return(self, typed: Return | None) -> None:
        self.beginResetModel()
        self.typed = typed
        self.endResetModel()

    @property
    def has_handwritten(self) -> bool:
        return self.typed is not None and any(line.kept is None for line in self.typed.lines)

    @property
    def has_notes(self) -> bool:
        """Whether a note stands anywhere, or is expected: with those who refused or were absent."""
        noted = {RowState.REFUSED, RowState.ABSENT}
        lines = self.typed.lines if self.typed else []
        return any(line.note or line.refusal is not None or line.state in noted for line in lines)

    def states(self) -> frozenset[RowState]:
        """The states rows are in, and those most rows will be in."""
        lines = self.typed.lines if self.typed else []
        return frozenset({RowState.PENDING, RowState.SIGNED, *(line.state for line in lines)})

    def state_words(self) -> list[str]:
        """What the column of states says, and what most rows will say."""
        lines = self.typed.lines if self.typed else []
        return [self.word_of(state) for state in self.states()] + [
            self._state(line) for line in lines if line.elsewhere
        ]

    def names(self) -> list[str]:
        return [line.full_name for line in self.typed.lines] if self.typed else []

    def head(self, part: Part) -> str:
        return self._words.say(HEADS[part])

    def show_all(self) -> None:
        if self.rowCount():
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Part) - 1)
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(Part) - 1))

    def line(self, row: int) -> Line | None:
        lines = self.typed.lines if self.typed else []
        return lines[row] if 0 <= row < len(lines) else None

    # Qt's questions

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self.typed.lines) if self.typed and not parent.isValid() else 0

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Part)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._words.say(HEADS[Part(section)])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            right = Part(section) in {Part.NO, Part.DAY}
            return (
                Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            ) | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row())
        if line is None:
            return None
        part = Part(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(line, part)
            case Qt.ItemDataRole.EditRole:
                return self._text(line, part) if part is not Part.NOTE else line.note
            case Qt.ItemDataRole.ToolTipRole:
                if line.refusal:
                    return self._words.say.refusal(line.refusal)
                whole = ", ".join(filter(None, (line.full_name, line.post)))
                return whole if part is Part.NAME else self._text(line, part)
            case Qt.ItemDataRole.TextAlignmentRole if part in {Part.NO, Part.DAY}:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return _look(line, part, role)

    def word_of(self, state: RowState) -> str:
        return self._words.say(ROW_STATES[state].word)

    def _text(self, line: Line, part: Part) -> str:
        match part:
            case Part.NO:
                return str(line.no)
            case Part.NAME:
                return line.full_name
            case Part.POST:
                return line.post
            case Part.STATE:
                return self._state(line)
            case Part.DAY:
                return line.day if line.state in DATED else ""
        if line.refusal is not None:
            return self._words.say.refusal(line.refusal)
        return self._words.say(N_("Type the number of the act")) if line.act_missing else line.note

    def _state(self, line: Line) -> str:
        if line.elsewhere is None:
            return self.word_of(line.state)
        return self._words.say(ELSEWHERE_NAMES[line.elsewhere.state], number=line.elsewhere.sheet)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        line = self.line(index.row())
        by_hand = line is not None and line.kept is None
        if index.column() in {Part.DAY, Part.NOTE} or (by_hand and index.column() in {Part.NAME, Part.POST}):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if self.typed is None or role != Qt.ItemDataRole.EditRole:
            return False
        row, text = index.row(), str(value)
        match Part(index.column()):
            case Part.DAY:
                self.typed.set_line_day(row, text)
            case Part.NOTE:
                self.typed.set_note(row, text)
            case Part.NAME:
                self.typed.set_name(row, text)
            case Part.POST:
                self.typed.set_post(row, text)
        self.tell(row)
        return True

    def tell(self, row: int) -> None:
        """A row says something else now."""
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Part) - 1))
        self.said.emit()

    def add(self) -> int:
        """One more row, written by hand."""
        assert self.typed is not None
        at = len(self.typed.lines)
        self.beginInsertRows(NOWHERE, at, at)
        self.typed.add_line()
        self.endInsertRows()
        self.said.emit()
        return at

    def remove(self, row: int) -> None:
        """Take a handwritten row away again."""
        line = self.line(row)
        if self.typed is None or line is None or line.kept is not None:
            return
        self.beginResetModel()
        self.typed.remove_line(row)
        self.endResetModel()
        self.said.emit()


def _look(line: Line, part: Part, role: int) -> Any:
    """The icon and the colour of a cell."""
    state = ROW_STATES[line.elsewhere.state if line.elsewhere else line.state]
    refused = line.refusal is not None and part in {Part.DAY, Part.NOTE}
    if role == Qt.ItemDataRole.DecorationRole:
        if line.refusal is not None and part is Part.NOTE:
            return icon("alert-circle", Tone.BAD)
        return icon(state.icon, state.tone) if part is Part.STATE else None
    if role == Qt.ItemDataRole.ForegroundRole:
        if refused:
            return colours().of(Tone.BAD)
        if part is Part.STATE:
            return colours().of(state.tone)
        if part in {Part.NO, Part.POST} or (part is Part.NOTE and line.act_missing):
            return colours().of(Tone.QUIET)
    return None
