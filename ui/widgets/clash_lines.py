"""What an event clashes with, said over its fields while they are typed; nothing is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.events import EventDraft
from altdesk.domain.events_clashes import Clash
from altdesk.services import events
from ui.fields import FieldBox
from ui.icons import pixmap
from ui.shell import Shell
from ui.theme import GRID, ICON_SIZE, Tone, set_tone
from ui.widgets.event_looks import clash_text
from ui.words import breakable

WATCHED = ("starts_on", "ends_on", "starts_at", "ends_at", "place", "responsible")
WAIT_MS = 250
MOST = 4


class ClashLines(QWidget):
    """Hidden while there is no clash."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._found: list[Clash] = []
        self._boxes: dict[str, FieldBox] = {}
        self._event_id: Callable[[], int] = lambda: 0
        mark, self.said = QLabel(), QLabel(wordWrap=True)
        mark.setPixmap(pixmap("alert-outline", Tone.WAIT, ICON_SIZE, self.devicePixelRatioF()))
        set_tone(self.said, Tone.WAIT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(mark)
        row.addWidget(self.said, 1)
        self._soon = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._soon.timeout.connect(self.look)
        shell.words.switched.connect(self._say)
        self.hide()

    def watch(self, boxes: dict[str, FieldBox], event_id: Callable[[], int]) -> None:
        """Look again whenever time, place or the responsible person change."""
        self._boxes, self._event_id = boxes, event_id
        for key in WATCHED:
            boxes[key].changed.connect(self._soon.start)

    def look(self) -> None:
        """Ask what the event as it is typed clashes with."""
        desk, draft, number = self._shell.desk, self._typed(), self._event_id()
        self._shell.work.do(lambda: events.clashes(desk, draft, number), self._show, topic=f"clashes-{id(self)}")

    def _typed(self) -> EventDraft:
        draft = EventDraft()
        for key in WATCHED:
            try:
                draft = replace(draft, **{key: self._boxes[key].input.value()})
            except Refusal:
                continue
        return draft

    def _show(self, found: list[Clash]) -> None:
        self._found = found
        self._say()

    def _say(self) -> None:
        shown = [clash_text(each, self._shell.say) for each in self._found[:MOST]]
        if len(self._found) > MOST:
            shown.append(f"+{len(self._found) - MOST}")
        self.said.setText("\n".join(map(breakable, shown)))
        self.said.setAccessibleName(self.said.text())
        self.setVisible(bool(shown))
