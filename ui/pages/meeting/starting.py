"""The beginning of a meeting: which body, on which day; everything else comes from its members and the last time."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from altdesk.desk import Changed
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.services import bodies
from altdesk.services import minutes as minutes_service
from ui.fields import Field, FieldBox, Kind
from ui.icons import icon
from ui.shell import Shell
from ui.theme import GRID, SECTION_POINTS, SEMIBOLD, Tone, set_icon, set_look, set_tone, set_type
from ui.widgets.inputs import ChoiceInput
from ui.widgets.parts import button, button_row


class Starting(QWidget):
    """Enter begins the meeting, Esc closes."""

    begun = Signal(int)  # minutes id
    closed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._bodies: list[tuple[int, str]] = []
        title, about, close = QLabel(), QLabel(wordWrap=True), QToolButton()
        set_type(title, SECTION_POINTS, SEMIBOLD)
        set_tone(about, Tone.QUIET)
        shell.words(title, text=N_("New meeting"))
        said = N_("The members of that day, the last chair, secretary and place, and what was left open are filled in.")
        shell.words(about, text=said)
        set_icon(close, icon("close"))
        set_look(close, "look", "quiet")
        shell.words(close, name=N_("Close"), tip=N_("Close (Esc)"))
        close.clicked.connect(self.closed)
        self.body = FieldBox(Field("body_id", N_("Body"), Kind.CHOICE, choices=self._bodies), shell)
        self.held_on = FieldBox(Field("held_on", N_("Held on"), Kind.DATE, letters=14), shell)
        self.begin_button = button(shell, N_("Begin the meeting"), self.begin, "play-circle-outline")
        set_look(self.begin_button, "look", "primary")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, GRID, GRID)
        column.setSpacing(12)
        column.addLayout(head)
        for widget in (about, self.body, self.held_on):
            column.addWidget(widget)
        column.addLayout(button_row((self.begin_button,)))
        column.addStretch(1)

    def start(self, body_id: int | None = None) -> None:
        """Offer the bodies there are, and today."""
        desk = self._shell.desk
        self.held_on.set_value(date.today())

        def show(found: list[tuple[int, str]]) -> None:
            self._bodies[:] = found
            assert isinstance(self.body.input, ChoiceInput)
            self.body.input.say_again()
            if body_id is not None:
                self.body.set_value(body_id)
            self.body.input.setFocus(Qt.FocusReason.TabFocusReason)

        self._shell.work.do(lambda: [(each.id, each.name) for each in bodies.all_bodies(desk)], show)

    def begin(self) -> None:
        """Make the minutes of the meeting."""
        try:
            held_on = self.held_on.value()
            if held_on is None:
                raise Refusal(N_("Type the day of the meeting."), field="held_on")
            body_id = self.body.value()
            if body_id is None:
                raise Refusal(N_("There is no body yet. Add one on the page of bodies first."), field="body_id")
        except Refusal as refusal:
            self._refuse(refusal)
            return
        desk = self._shell.desk

        def made(changed: Changed) -> None:
            self.begun.emit(changed.id or 0)

        self._shell.work.do(
            lambda: minutes_service.start(desk, body_id, held_on), made, self._refuse, label=N_("Beginning the meeting")
        )

    def _refuse(self, refusal: Refusal) -> None:
        box = {"held_on": self.held_on, "body_id": self.body}.get(refusal.field)
        if box is None:
            self._shell.messages.refuse(refusal)
        else:
            box.refuse(refusal)
            box.input.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.begin()
        else:
            super().keyPressEvent(event)
