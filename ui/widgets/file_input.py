"""The field for a file: typed, chosen in the system's dialog, or dropped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QToolButton, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.settings import S
from ui.icons import icon
from ui.shell import Shell
from ui.theme import FIELD_HEIGHT, GRID, set_icon


class FileInput(QWidget):
    """The path of a file that is there, or none."""

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.line, browse = QLineEdit(), QToolButton()
        self.line.setMinimumHeight(FIELD_HEIGHT)
        self.line.setTextMargins(4, 0, 4, 0)
        self.line.textChanged.connect(self.changed)
        set_icon(browse, icon("folder-open-outline"))
        browse.setMinimumSize(FIELD_HEIGHT, FIELD_HEIGHT)
        browse.clicked.connect(self.browse)
        shell.words(browse, name=N_("Choose a file"), tip=N_("Choose a file"))
        shell.words(self.line, placeholder=N_("Choose a file, or drop it here"))
        self.setAcceptDrops(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self.line, 1)
        row.addWidget(browse)
        self.setFocusProxy(self.line)

    def value(self) -> Path | None:
        """The file. Raises Refusal where there is none of this name."""
        text = self.line.text().strip()
        if not text:
            return None
        if not Path(text).is_file():
            raise Refusal(N_("There is no file %(name)s."), name=text)
        return Path(text)

    def set_value(self, value: Path | None) -> None:
        self.line.setText(str(value) if value else "")

    def typed(self) -> str:
        return self.line.text()

    def set_typed(self, typed: Any) -> None:
        self.line.setText(str(typed))

    def browse(self) -> None:
        """Ask for the file with the system's dialog."""
        settings = self._shell.settings
        chosen, _ = QFileDialog.getOpenFileName(self, self._shell.say(N_("Choose a file")), settings.get(S.last_folder))
        if chosen:
            settings.set(S.last_folder, str(Path(chosen).parent))
            self.set_value(Path(chosen))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local:
            self.set_value(Path(local[0]))
            event.acceptProposedAction()
