"""A text that is there to be copied, such as a path: it wraps anywhere, and is copied as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel

from altdesk.domain.marking import N_
from ui.words import UNSEEN_BREAK, Words, breakable


class CopiedLabel(QLabel):
    """Select with the mouse; Ctrl+C and the menu copy what is selected, else all of it."""

    def __init__(self, words: Words) -> None:
        super().__init__(wordWrap=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = QAction(self)
        words(copy, text=N_("Copy the text"))
        copy.triggered.connect(self.copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_text(self, text: str) -> None:
        self.setText(breakable(text))

    def copy(self) -> None:
        """The breaks that let it wrap are no part of what is said."""
        QGuiApplication.clipboard().setText((self.selectedText() or self.text()).replace(UNSEEN_BREAK, ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)
