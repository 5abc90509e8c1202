"""The head of an editor: which record it is, whether something is typed, the button that closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from altdesk.domain.marking import N_
from ui.icons import icon
from ui.theme import GRID, SECTION_POINTS, SEMIBOLD, Tone, set_icon, set_look, set_tone, set_type
from ui.words import Words, breakable, cut

TITLE_LETTERS = 160


class EditorHead(QWidget):
    """Title, mark of a change, close button."""

    def __init__(self, words: Words, *, closable: bool) -> None:
        super().__init__()
        self._title, self.changed, self.close_button = QLabel(wordWrap=True), QLabel(), QToolButton()
        set_type(self._title, SECTION_POINTS, SEMIBOLD)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self.changed, Tone.WAIT)
        words(self.changed, text=N_("Changed"))
        set_icon(self.close_button, icon("close"))
        set_look(self.close_button, "look", "quiet")
        words(self.close_button, name=N_("Close the record"), tip=N_("Close the record (Esc)"))
        if not closable:  # to show it here would make it a window of its own
            self.close_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 2 * GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(self._title, 1)
        row.addWidget(self.changed, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, title: str) -> None:
        """Say which record it is; a very long title is cut, its tool tip is not."""
        self._title.setText(breakable(cut(title, TITLE_LETTERS)))
        self._title.setToolTip(title)
