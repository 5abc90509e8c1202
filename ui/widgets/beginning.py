"""A panel that begins a record: what it is, the few fields it needs, one button; all else comes by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from ui.fields import Field, FieldBox
from ui.shell import Shell
from ui.theme import GRID, Tone, set_tone
from ui.widgets.inputs import ChoiceInput
from ui.widgets.panel_head import PanelHead
from ui.widgets.parts import button_row, primary_button

Verb = Callable[[Desk], Changed]


class Beginning(QWidget):
    """Enter begins, Esc closes; refusals stand under their fields. A page says `verb`: what its fields come to."""

    begun = Signal(int)  # the id of what was made
    closed = Signal()
    label = N_("Saving")

    def __init__(self, shell: Shell, title: str, about: str, fields: Sequence[Field], begin: str) -> None:
        super().__init__()
        self.shell = shell
        self.boxes = {field.key: FieldBox(field, shell) for field in fields}
        self.begin_button = primary_button(shell, begin, self.begin, "play-circle-outline")
        sentence = QLabel(wordWrap=True)
        set_tone(sentence, Tone.QUIET)
        shell.words(sentence, text=about)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, GRID, GRID)
        column.setSpacing(12)
        column.addLayout(PanelHead(shell, self.closed.emit, title))
        column.addWidget(sentence)
        for box in self.boxes.values():
            column.addWidget(box)
        column.addLayout(button_row((self.begin_button,)))
        column.addStretch(1)

    def verb(self) -> Verb:
        """What is to be done with what the fields hold. Raises Refusal for a field."""
        raise NotImplementedError

    def begin(self) -> None:
        """Make the record."""
        try:
            verb = self.verb()
        except Refusal as refusal:
            self._refuse(refusal)
            return
        desk = self.shell.desk

        def made(changed: Changed) -> None:
            self.begun.emit(changed.id or 0)

        self.shell.work.do(lambda: verb(desk), made, self._refuse, label=self.label)

    def offer_again(self, *keys: str) -> None:
        """Say the choices of fields anew, after they changed."""
        for key in keys:
            given = self.boxes[key].input
            assert isinstance(given, ChoiceInput)
            given.say_again()

    def stand_on(self, key: str) -> None:
        self.boxes[key].input.setFocus(Qt.FocusReason.TabFocusReason)

    def _refuse(self, refusal: Refusal) -> None:
        box = self.boxes.get(refusal.field)
        if box is None:
            self.shell.messages.refuse(refusal)
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
