"""A question asked in place: a bar with a sentence and two buttons, instead of a dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from ui.theme import Tone, set_look
from ui.words import Words


class YesNo(QFrame):
    """Hidden until it is asked. Texts are marked; `yes` and `no` are pairs of a button's text and its full name."""

    def __init__(self, words: Words, text: str, yes: tuple[str, str], no: tuple[str, str]) -> None:
        super().__init__()
        self.setObjectName("notice")
        set_look(self, "tone", Tone.WAIT.value)
        said, self.yes, self.no = QLabel(wordWrap=True), QPushButton(), QPushButton()
        words(said, text=text)
        row = QHBoxLayout(self)
        row.addWidget(said, 1)
        for button, (short, name) in ((self.yes, yes), (self.no, no)):
            words(button, text=short, name=name)
            row.addWidget(button)
        self.no.clicked.connect(self.hide)
        self.hide()

    def ask(self) -> None:
        self.show()
        self.yes.setFocus()
