"""A window in which somebody types into the note of a person, to be killed; every letter is told with its time.

Time is counted in letters, which come at even intervals while nothing is being written: on a busy machine it stands
still for all of the program alike.

python -m tests.faults.typing FOLDER
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

import ui  # noqa: F401 - before Qt
from altdesk.desk import Desk
from altdesk.domain.people import PersonDraft
from altdesk.folders import Folders
from altdesk.i18n import Translator
from altdesk.services import organisation, people
from altdesk.settings import Settings
from tests.faults import tell
from ui.app import Desktop

EVERY_MS = 40


def main(folder: Path) -> None:
    with Desk.open(folder, "en") as desk:
        people.add(desk, PersonDraft("Асанов"))
        organisation.save(desk, replace(organisation.get(desk), welcomed=True))
    app = QApplication([])
    desktop = Desktop(app, Folders(folder), Settings(Folders(folder).settings), Translator("en"), take_over=False)
    timer = QTimer(interval=EVERY_MS)

    def begin() -> None:
        desktop.window.go("person", 1)
        desktop.window.page.editor.shown.connect(lambda _record: QTimer.singleShot(100, start))

    def start() -> None:
        if not timer.isActive():
            desktop.window.page.editor.boxes["note"].input.setFocus()
            timer.start()
            tell("ready")

    def letter() -> None:
        if not desktop.shell.work.idle:
            return
        field = desktop.window.page.editor.boxes["note"].input
        event = QInputMethodEvent()
        event.setCommitString("қ")
        QApplication.sendEvent(field, event)
        text = field.typed()
        tell(json.dumps({"at": len(text) * EVERY_MS / 1000, "text": text}))

    timer.timeout.connect(letter)
    desktop.window.opened.connect(begin)
    desktop.start()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
