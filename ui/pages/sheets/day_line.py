"""The day of the signatures: asked once, on one line, with the refusal below it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from ui.icons import pixmap
from ui.shell import Shell
from ui.theme import GRID, ICON_SIZE, Tone, set_tone
from ui.widgets.dates import DateInput
from ui.widgets.inputs import letters_wide

HINT = N_("As it stands on the paper. Every open row is signed on this day until you say otherwise.")


class DayLine(QWidget):
    """A label, the date field, and beside it what the day means."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._refusal: Refusal | None = None
        self.input = DateInput(shell.words)
        self.input.setFixedWidth(letters_wide(self.input, 14))
        label, self.hint = QLabel(), QLabel(wordWrap=True)
        label.setBuddy(self.input)
        set_tone(self.hint, Tone.QUIET)
        text = N_("Day of the signatures")
        shell.words(label, text=text)
        shell.words(self.input, name=text, about=HINT, tip=HINT)
        shell.words(self.hint, text=HINT)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(label)
        row.addWidget(self.input)
        row.addSpacing(GRID)
        row.addWidget(self.hint, 1)
        label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._refusal_line())
        self.input.changed.connect(lambda: self.refuse(None))
        shell.words.switched.connect(self._say)

    def set_value(self, day: date | None) -> None:
        self.input.set_value(day)

    def refuse(self, refusal: Refusal | None) -> None:
        """Say below the field why the day is refused, or take that away."""
        self._refusal = refusal
        self._say()
        self._line.setVisible(refusal is not None)

    @property
    def refusal_text(self) -> str:
        return self._said.text() if self._refusal else ""

    def _say(self) -> None:
        said = self._shell.say.refusal(self._refusal) if self._refusal else ""
        self._said.setText(said)
        self.input.setAccessibleDescription(said or self._shell.say(HINT))

    def _refusal_line(self) -> QWidget:
        self._line, mark, self._said = QWidget(), QLabel(), QLabel(wordWrap=True)
        mark.setPixmap(pixmap("alert-circle", Tone.BAD, ICON_SIZE - 2, self.devicePixelRatioF()))
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self._said, Tone.BAD)
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._said, 1)
        self._line.hide()
        return self._line
