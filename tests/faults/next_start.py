"""The window on a desk whose program was killed while somebody typed: tells what is offered, and what is there then.

python -m tests.faults.next_start FOLDER
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

import ui  # noqa: F401 - before Qt
from altdesk.folders import Folders
from altdesk.i18n import Translator
from altdesk.settings import Settings
from tests.faults import tell
from ui.app import Desktop
from ui.messages import NoticeBar

PATIENCE_MS = 240_000


def main(folder: Path) -> None:
    app = QApplication([])
    desktop = Desktop(app, Folders(folder), Settings(Folders(folder).settings), Translator("en"), take_over=False)
    window = desktop.window

    def accept() -> None:
        (bar,) = window.findChildren(NoticeBar)
        (verb,) = [each for each in bar.findChildren(QPushButton) if not each.isHidden()]
        tell(json.dumps({"offered": verb.text()}))
        verb.click()
        window.page.editor.shown.connect(lambda _record: QTimer.singleShot(0, look))

    def look() -> None:
        editor = window.page.editor
        tell(json.dumps({"note": editor.boxes["note"].input.typed(), "unsaved": editor.changed}))
        app.exit()

    window.opened.connect(accept)
    QTimer.singleShot(PATIENCE_MS, app.exit)
    desktop.start()
    app.exec()
    desktop.finish()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
