"""The frame of a meeting: the way back and the outline at the left, at the right what is asked above the part shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from altdesk.domain.marking import N_
from ui.pages.meeting.ending import Ending
from ui.pages.meeting.parts import Parts
from ui.shell import Shell
from ui.theme import GRID
from ui.widgets.outline import Outline
from ui.widgets.parts import button, button_row

OUTLINE, PART = 34, 66  # per cent
Then = Callable[[], None]


class Frame(QSplitter):
    """Holds outline, ending and parts; `back` and `add_item` are what its two buttons do."""

    def __init__(self, shell: Shell, back: Then, add_item: Then) -> None:
        super().__init__(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.outline, self.ending, self.parts = Outline(), Ending(shell), Parts(shell)
        self.back_button = button(shell, N_("All minutes"), back, "arrow-left", N_("Back to the list (Esc)"))
        self.add_button = button(shell, N_("Add an item"), add_item, "plus", N_("Add an item (Ctrl+N)"))
        tip = N_("Alt+↑ and Alt+↓ move an item, Ctrl+PgDn goes on to the next part.")
        shell.words(self.outline, name=N_("Parts of the meeting"), about=tip)
        self.setHandleWidth(1)
        for side, share in ((self._left(), OUTLINE), (self._right(), PART)):
            side.setObjectName("panel")
            self.addWidget(side)
            self.setStretchFactor(self.indexOf(side), share)
        self.setSizes([OUTLINE * 10, PART * 10])

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(button_row((self.back_button, self.add_button)))
        column.addWidget(self.outline, 1)
        return left

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.ending)
        column.addWidget(self.parts, 1)
        return right
