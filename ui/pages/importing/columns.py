"""The columns of the file: its first lines, and over each column a chooser that says what it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from altdesk.domain.columns import Column, Heads
from altdesk.domain.marking import N_
from ui.shell import Shell
from ui.theme import GRID, SEMIBOLD, Tone, set_look, set_tone, set_type
from ui.widgets.inputs import ChoiceInput

SHOWN_LINES = 2
MOST_COLUMNS = 60
_WIDTH = 172


class ColumnChoosers(QScrollArea):
    """Tells by `changed` that a column holds something else now; a field is given to one column only."""

    changed = Signal()

    def __init__(self, shell: Shell, names: Mapping[Any, str]) -> None:
        super().__init__()
        self._shell, self._names = shell, names
        self.choosers: dict[int, ChoiceInput] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shell.words(self, name=N_("Columns of the file"))

    @property
    def mapping(self) -> dict[int, Any]:
        """What each column holds, as it is chosen now."""
        chosen = {index: chooser.value() for index, chooser in self.choosers.items()}
        return {index: value for index, value in chosen.items() if value is not None}

    def show_columns(self, heads: Heads[Any], lines: Sequence[Sequence[str]]) -> None:
        """Show these heads and the first lines below them."""
        kept = self.horizontalScrollBar().value()
        focused = next((index for index, chooser in self.choosers.items() if chooser.hasFocus()), None)
        self.choosers.clear()
        self._width = self._needed_width()
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        row.setSpacing(GRID)
        for column in heads.columns[:MOST_COLUMNS]:
            cells = [line[column.index] if column.index < len(line) else "" for line in lines[:SHOWN_LINES]]
            if column.heading or any(cells):
                row.addWidget(self._column(column, cells))
        row.addStretch(1)
        self.setWidget(whole)
        self._fit()
        self.horizontalScrollBar().setValue(kept)
        if focused in self.choosers:
            self.choosers[focused].setFocus()

    def _needed_width(self) -> int:
        """Room for the longest name of a field in this language and text size, px."""
        names = (self._shell.say(name) for name in self._names.values())
        return max(_WIDTH, max(self.fontMetrics().horizontalAdvance(name) for name in names) + 64)

    def _column(self, column: Column[Any], cells: Sequence[str]) -> QWidget:
        box = QFrame()
        box.setObjectName("card")
        box.setFixedWidth(self._width)
        chooser = self._chooser(column)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.setSpacing(3)
        inside.addWidget(chooser)
        inside.addWidget(_Line(column.heading, self._width, bold=True))
        for cell in cells:
            inside.addWidget(_Line(cell, self._width))
        return box

    def _chooser(self, column: Column[Any]) -> ChoiceInput:
        say = self._shell.say
        pairs: list[tuple[StrEnum | None, str]] = [(None, N_("Left out")), *self._names.items()]
        chooser = _Chooser(lambda: [(value, say(word)) for value, word in pairs])
        self._shell.words.switched.connect(chooser.say_again)
        chooser.setMaxVisibleItems(len(pairs))
        chooser.set_value(column.field)
        title = column.heading or say(N_("Column %(number)d"), number=column.index + 1)
        chooser.setAccessibleName(say(N_("What the column “%(heading)s” holds"), heading=title))
        if column.remark is not None:
            chooser.setToolTip(say(column.remark.message, **column.remark.values))
        self._mark(chooser)
        chooser.changed.connect(lambda: self._chosen(column.index))
        self.choosers[column.index] = chooser
        return chooser

    def _chosen(self, index: int) -> None:
        """The column that held this before holds nothing now."""
        wanted = self.choosers[index].value()
        for other, chooser in self.choosers.items():
            if other != index and wanted is not None and chooser.value() == wanted:
                chooser.blockSignals(True)
                chooser.set_value(None)
                chooser.blockSignals(False)
            self._mark(chooser)
        self.changed.emit()

    @staticmethod
    def _mark(chooser: ChoiceInput) -> None:
        set_look(chooser, "left_out", "yes" if chooser.value() is None else "no")

    def _fit(self) -> None:
        inner = self.widget()
        if inner is not None:
            bar = self.horizontalScrollBar().sizeHint().height()
            self.setFixedHeight(inner.sizeHint().height() + bar)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()


class _Chooser(ChoiceInput):
    """Opens its list on any arrow: stepping through closed would take the fields away from other columns."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Line(QLabel):
    """A cell of the file on one line; what does not fit stands in the tooltip."""

    def __init__(self, text: str, width: int, *, bold: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        shown = " ".join(text.split())
        if bold:
            set_type(self, 10, SEMIBOLD)
        else:
            set_tone(self, Tone.QUIET)
        room = width - 18
        self.setText(self.fontMetrics().elidedText(shown[:200], Qt.TextElideMode.ElideRight, room))
        if self.text() != shown:
            self.setToolTip(shown[:2000])
