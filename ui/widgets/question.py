"""A question in place: a sentence and two or three answers as buttons; Esc goes back without one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from ui.shell import Shell
from ui.theme import Tone, set_look
from ui.widgets.parts import Then, button, button_row, come_into_view


class Question(QFrame):
    """Asked where the thing stands that it is about; the first answer has the focus."""

    def __init__(self, shell: Shell, sentence: str, answers: Sequence[tuple[str, Then]], back: Then) -> None:
        super().__init__()
        self.setObjectName("notice")
        set_look(self, "tone", Tone.WAIT.value)
        self._back = back
        said = QLabel(wordWrap=True)
        shell.words(said, text=sentence)
        shell.words(self, name=sentence)
        self.buttons: list[QPushButton] = [button(shell, title, run) for title, run in answers]
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(said)
        column.addLayout(button_row(self.buttons))
        self.hide()

    def ask(self) -> None:
        """Show it and wait for an answer."""
        self.show()
        self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, self, lambda: come_into_view(self))  # when it has its place

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._back()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)
