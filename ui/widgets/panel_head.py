"""The head of a panel: what it is about, and the cross that closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from ui.shell import Shell
from ui.theme import SECTION_POINTS, SEMIBOLD, set_type
from ui.widgets.parts import Then, close_button


class PanelHead(QHBoxLayout):
    """`said` is the title, a marked text; without it the panel says its title itself."""

    def __init__(self, shell: Shell, close: Then, said: str = "") -> None:
        super().__init__()
        self.title, self.close_button = QLabel(), close_button(shell, close)
        set_type(self.title, SECTION_POINTS, SEMIBOLD)
        if said:
            shell.words(self.title, text=said)
        self.addWidget(self.title, 1)
        self.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
