"""What stands where in the window: the sidebar, the page with a notice over it, the help, and the status line below."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.help import HelpPanel
from ui.messages import NoticeBar, StatusLine
from ui.shell import Shell
from ui.sidebar import Sidebar
from ui.theme import TEXT_POINTS

CRAMPED = 1000  # a window narrower than this leaves the sidebar its icons only


class Frame(QWidget):
    """The middle of the window."""

    def __init__(self, shell: Shell, sidebar: Sidebar) -> None:
        super().__init__()
        self.sidebar = sidebar
        self.status = StatusLine(shell.words, shell.messages, shell.work)
        self.notice = NoticeBar(shell.words, shell.messages)
        self.stack = QStackedWidget()
        self.help = HelpPanel(shell.words)
        self.help.shown_or_hidden.connect(self.make_room)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.notice)
        middle.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(middle, 1)
        row.addWidget(self.help)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.status)

    def make_room(self) -> None:
        """The sidebar gives its words up where the page would have too little room for its own."""
        window = self.window()
        self.help.make_room(window.width())
        grown = window.font().pointSizeF() / TEXT_POINTS
        room = window.width() - (0 if self.help.isHidden() else self.help.width())
        self.sidebar.make_room(cramped=room < CRAMPED * (1 + (grown - 1) * 0.6))
