"""What the panel of a sheet that is out or back is built of; how it behaves is in `recording`."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from altdesk.domain.attachments import Role
from altdesk.domain.marking import N_
from ui.icons import icon, pixmap
from ui.pages.sheets.rows import RowsTable
from ui.shell import Shell
from ui.theme import (
    FIELD_HEIGHT,
    GRID,
    ICON_SIZE,
    SECTION_POINTS,
    SEMIBOLD,
    Tone,
    set_icon,
    set_look,
    set_tone,
    set_type,
)
from ui.widgets.attachments import Attachments
from ui.widgets.day_line import DayLine

ROOMY_LINES = 26  # of text; lower than that, what is only said again is left out
VERY_ROOMY_LINES = 42
KEYS = N_("Space: signed or open  ·  A: absent  ·  R: refused  ·  digits: the date  ·  + and −: a day later, earlier")

SCAN = N_("Scan of the signed sheet")
DAY_HINT = N_("As it stands on the paper. Every open row is signed on this day until you say otherwise.")


class RecordingForm(QWidget):
    """The head of a sheet, the day, the rows, what is refused, and the buttons."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.table = RowsTable(shell)
        self.day = DayLine(shell, N_("Day of the signatures"), DAY_HINT)
        self.files = Attachments(shell, "sheet", lambda then: then(), (Role.SCAN, Role.FILE), title=SCAN)
        self.files.fold_as("sheet-files", opened=False)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height, the rows are what it is for."""
        super().resizeEvent(event)
        lines = event.size().height() / self.fontMetrics().height()
        roomy = lines > ROOMY_LINES
        self.day.hint.setVisible(lines > VERY_ROOMY_LINES)
        for widget in (self.document, self.mark, self.state, self.keys, self.counts, self.add_button):
            widget.setVisible(roomy)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID + 4, GRID, GRID)
        column.setSpacing(GRID - 2)
        column.addLayout(self._head())
        column.addLayout(self._state_line())
        column.addWidget(self.day)
        column.addWidget(self.table, 1)
        column.addLayout(self._refusal_line())
        self.keys = QLabel(wordWrap=True)
        set_tone(self.keys, Tone.QUIET)
        self._shell.words(self.keys, text=KEYS)
        self._shell.words(self.table, about=KEYS)
        column.addLayout(self._counts_line())
        column.addWidget(self.keys)
        column.addWidget(self.files)
        column.addLayout(self._foot())

    def _counts_line(self) -> QHBoxLayout:
        self.counts, self.add_button = QLabel(wordWrap=True), QPushButton()
        set_type(self.counts, 10.5, SEMIBOLD)
        set_icon(self.add_button, icon("plus"))
        set_look(self.add_button, "look", "quiet")
        text, tip = N_("Handwritten row"), N_("A row written by hand on a blank one (Insert)")
        self._shell.words(self.add_button, text=text, name=N_("Add a handwritten row"), tip=tip)
        row = QHBoxLayout()
        row.addWidget(self.counts, 1)
        row.addWidget(self.add_button)
        return row

    def _head(self) -> QHBoxLayout:
        self.title, self.unsaved, close = QLabel(wordWrap=True), QLabel(), QToolButton()
        self.close_button, self.paper_button = close, QToolButton()
        set_icon(self.paper_button, icon("printer-outline"))
        set_look(self.paper_button, "look", "quiet")
        self._shell.words(self.paper_button, name=N_("Show the paper"), tip=N_("Show the paper (Ctrl+P)"))
        set_type(self.title, SECTION_POINTS, SEMIBOLD)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self.unsaved, Tone.WAIT)
        self._shell.words(self.unsaved, text=N_("Not recorded yet"))
        set_icon(close, icon("close"))
        set_look(close, "look", "quiet")
        self._shell.words(close, name=N_("Close the sheet"), tip=N_("Close the sheet (Esc)"))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.title, 1)
        row.addWidget(self.unsaved)
        row.addWidget(self.paper_button)
        row.addWidget(close)
        return row

    def _state_line(self) -> QVBoxLayout:
        self.document, self.mark, self.state = QLabel(wordWrap=True), QLabel(), QLabel(wordWrap=True)
        self.document.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self.state, Tone.QUIET)
        line, both = QHBoxLayout(), QVBoxLayout()
        line.setSpacing(GRID // 2 + 2)
        line.addWidget(self.mark)
        line.addWidget(self.state, 1)
        both.setSpacing(4)
        both.addWidget(self.document)
        both.addLayout(line)
        return both

    def _refusal_line(self) -> QHBoxLayout:
        self.refused_mark, self.refused = QLabel(), QLabel(wordWrap=True)
        self.refused_mark.setPixmap(pixmap("alert-circle", Tone.BAD, ICON_SIZE - 2, self.devicePixelRatioF()))
        self.refused.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self.refused, Tone.BAD)
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.refused_mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.refused, 1)
        return row

    def _foot(self) -> QHBoxLayout:
        words = self._shell.words
        self.record_button, self.next_button, self.take_back_button = QPushButton(), QPushButton(), QPushButton()
        words(self.record_button, text=N_("Record the sheet"), name=N_("Record the sheet"), tip=N_("Record (Ctrl+S)"))
        words(self.take_back_button, text=N_("Take back"), name=N_("Take back what was typed"))
        set_icon(self.next_button, icon("printer-outline", Tone.ON_ACCENT))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for button in (self.record_button, self.next_button):
            set_look(button, "look", "primary")
            button.setMinimumHeight(FIELD_HEIGHT)
            row.addWidget(button)
        set_look(self.take_back_button, "look", "quiet")
        row.addWidget(self.take_back_button)
        row.addStretch(1)
        return row
