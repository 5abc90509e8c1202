"""Who voted how: a list in which Space goes to the next choice, and the letters of the choices choose at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from altdesk.domain.marking import N_
from altdesk.domain.minutes import Attendee
from altdesk.domain.minutes_kinds import CHOICE_NAMES, Choice
from ui.icons import icon
from ui.shell import Shell
from ui.theme import Tone

ORDER = (Choice.FOR, Choice.AGAINST, Choice.ABSTAINED, Choice.NOT_VOTING)
LOOKS = {
    Choice.FOR: ("thumb-up-outline", Tone.GOOD),
    Choice.AGAINST: ("thumb-down-outline", Tone.BAD),
    Choice.ABSTAINED: ("minus-circle-outline", Tone.WAIT),
    Choice.NOT_VOTING: ("circle-outline", Tone.QUIET),
}
SHOWN = 8  # rows before it scrolls
_VOICE = int(Qt.ItemDataRole.UserRole)


class Voices(QListWidget):
    """Those who may vote, each with the choice that stands."""

    said = Signal(int, object)  # attendee id, Choice

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        shell.words(self, name=N_("Who voted how"), tip=N_("Space changes the vote"))
        self.itemDoubleClicked.connect(self._next)

    def show_voices(self, voices: Sequence[tuple[Attendee, Choice]]) -> None:
        row = self.currentRow()
        self.clear()
        for attendee, choice in voices:
            item = QListWidgetItem(
                icon(*LOOKS[choice]), f"{attendee.full_name}  ·  {self._shell.say(CHOICE_NAMES[choice])}"
            )
            item.setData(_VOICE, (attendee.id, choice))
            self.addItem(item)
        self.setCurrentRow(min(max(row, 0), self.count() - 1))
        self._fit()

    def _next(self, item: QListWidgetItem) -> None:
        attendee_id, choice = item.data(_VOICE)
        self.said.emit(attendee_id, ORDER[(ORDER.index(choice) + 1) % len(ORDER)])

    def _fit(self) -> None:
        rows = max(1, min(self.count(), SHOWN))
        self.setFixedHeight(rows * (self.fontMetrics().height() + 10) + 4)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            self._next(item)
        else:
            super().keyPressEvent(event)
