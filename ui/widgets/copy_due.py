"""A line on Today that stays until a backup copy outside this disk is made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from altdesk.domain.backups import Reminder
from altdesk.domain.marking import N_
from ui.icons import pixmap
from ui.shell import Shell
from ui.theme import GRID, ICON_SIZE, Tone
from ui.widgets.parts import button


class CopyDue(QFrame):
    """Hidden while nothing is due."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("card")
        self._shell = shell
        self._reminder: Reminder | None = None
        mark, self.text = QLabel(), QLabel(wordWrap=True)
        mark.setPixmap(pixmap("usb-flash-drive-outline", Tone.WAIT, ICON_SIZE, self.devicePixelRatioF()))
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.button = button(shell, N_("Back up now…"), lambda: shell.back_up(), "content-save-outline")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(mark)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        shell.words.switched.connect(self._say)
        self.hide()

    def show_reminder(self, reminder: Reminder | None) -> None:
        self._reminder = reminder
        self._say()
        self.setVisible(reminder is not None)

    def _say(self) -> None:
        due, say = self._reminder, self._shell.say
        if due is None:
            return
        never = N_("All records lie on one disk. Put a backup copy on a stick.")
        old = N_("The last backup copy outside this disk is %(days)d days old. Put one on a stick.")
        self.text.setText(say(never) if due.last is None else say(old, days=due.days))
