"""The line that names the file: which file, which sheet, where the heads stand, and another file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from altdesk.domain.marking import N_
from ui.icons import icon, pixmap
from ui.theme import FIELD_HEIGHT, GRID, SEMIBOLD, Tone, set_icon, set_look, set_tone, set_type
from ui.widgets.inputs import ChoiceInput
from ui.words import Words


class FileLine(QWidget):
    """Tells which sheet is wanted, that another file is, and that the columns should be shown or hidden."""

    sheet_wanted = Signal(int)
    other_wanted = Signal()
    columns_wanted = Signal(bool)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._sheets: Sequence[str] = ()
        self._head = (0, False)
        self._name, self._where, self._of = Elided(160), Elided(0), QLabel()
        set_type(self._name, 11, SEMIBOLD)
        set_tone(self._where, Tone.QUIET)
        words(self._of, text=N_("Sheet"))
        self.sheets = ChoiceInput(lambda: list(enumerate(self._sheets)))
        words(self.sheets, name=N_("Sheet of the workbook"))
        self.sheets.changed.connect(lambda: self.sheet_wanted.emit(self.sheets.value()))
        self.columns = QPushButton()
        self.columns.setCheckable(True)
        self.columns.setChecked(True)
        set_icon(self.columns, icon("table-column"))
        set_look(self.columns, "look", "quiet")
        self.columns.toggled.connect(self._toggled)
        self.other = QPushButton()
        set_icon(self.other, icon("folder-open-outline"))
        self.other.setMinimumHeight(FIELD_HEIGHT - 2)
        words(self.other, text=N_("Another file…"), name=N_("Choose another file"))
        self.other.clicked.connect(self.other_wanted)
        self._lay_out()
        words.switched.connect(self._say)
        self._say()

    def show_file(self, name: str, sheets: Sequence[str], at: int, head_row: int, *, found: bool) -> None:
        """Name the file; `head_row` is the last row of heads as its own program counts, 0 without any."""
        self._name.say(name)
        self._sheets, self._head = sheets, (head_row, found)
        self.sheets.blockSignals(True)
        self.sheets.say_again()
        self.sheets.set_value(at)
        self.sheets.blockSignals(False)
        for widget in (self._of, self.sheets):
            widget.setVisible(len(sheets) > 1)
        self._say()

    def _say(self) -> None:
        say, (row, found) = self._words.say, self._head
        self._where.say(say(N_("Heads in row %(row)d"), row=row) if found else say(N_("No heads were found")))
        self._toggled(self.columns.isChecked(), tell=False)

    def _toggled(self, shown: bool, *, tell: bool = True) -> None:
        text = N_("Hide the columns") if shown else N_("Show the columns")
        self._words(self.columns, text=text, name=text)
        if tell:
            self.columns_wanted.emit(shown)

    def _lay_out(self) -> None:
        mark = QLabel()
        mark.setPixmap(pixmap("microsoft-excel", Tone.GOOD, 22, self.devicePixelRatioF()))
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, 6, 2 * GRID, 6)
        row.setSpacing(GRID)
        row.addWidget(mark)
        row.addWidget(self._name)
        row.addSpacing(GRID)
        row.addWidget(self._of)
        row.addWidget(self.sheets)
        row.addWidget(self._where)
        row.addStretch(1)
        row.addWidget(self.columns)
        row.addWidget(self.other)


class Elided(QLabel):
    """A text on one line that gives way where there is little room: shortened, or gone; whole in the tooltip."""

    def __init__(self, least: int) -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(least)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, self.width())
        self.setText(shown if shown == self._whole or self.minimumWidth() else "")
