"""A day on one line: a label, the date field, beside it what the day means, and the refusal below."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from altdesk.domain.errors import Refusal
from ui.icons import pixmap
from ui.shell import Shell
from ui.theme import GRID, ICON_SIZE, Tone, set_tone
from ui.widgets.dates import DateInput
from ui.widgets.inputs import letters_wide


class DayLine(QWidget):
    """`text` is the label, `hint` what the day means."""

    changed = Signal()

    def __init__(self, shell: Shell, text: str, hint: str = "") -> None:
        super().__init__()
        self._shell, self._hint = shell, hint
        self._refusal: Refusal | None = None
        self.input = DateInput(shell.words)
        self.input.setFixedWidth(letters_wide(self.input, 14))
        label, self.hint = QLabel(), QLabel(wordWrap=True)
        label.setBuddy(self.input)
        shell.words(label, text=text)
        shell.words(self.input, name=text)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(label)
        row.addWidget(self.input)
        label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        if hint:
            set_tone(self.hint, Tone.QUIET)
            shell.words(self.input, about=hint, tip=hint)
            shell.words(self.hint, text=hint)
            row.addSpacing(GRID)
            row.addWidget(self.hint, 1)
            row.addStretch(0)
        else:
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._refusal_line())
        self.input.changed.connect(lambda: self.refuse(None))
        self.input.changed.connect(self.changed)
        shell.words.switched.connect(self._say)

    def set_value(self, day: date | None) -> None:
        self.input.set_value(day)

    def day_or(self, otherwise: date) -> date:
        """The day meant, or another one where none is; what is typed and no day is refused below the field."""
        try:
            return self.input.value() or otherwise
        except Refusal as refusal:
            self.refuse(refusal)
            return otherwise

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
        self.input.setAccessibleDescription(said or (self._shell.say(self._hint) if self._hint else ""))

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
