"""Starts one window, says when it was painted and when data stood on it, and ends: `window_probe bare|altdesk DATA`."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

STARTED = float(os.environ["ALTDESK_PROBE_STARTED"])


def since() -> float:
    return (time.time() - STARTED) * 1000


def done(painted: float, shown: float, finish: Callable[[], object] = lambda: None) -> None:
    """Say it and end; `finish` closes the desk in peace, or the next start would check every page of it."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"painted": painted, "shown": shown, "peak": peak}), flush=True)
    finish()
    os._exit(0)


def bare() -> None:
    """A window with a table of a hundred rows, as plain as Qt has it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    class Bare(QMainWindow):
        def paintEvent(self, _event: object) -> None:
            QTimer.singleShot(0, lambda: done(since(), since()))

    app = QApplication([])
    window, table, model = Bare(), QTableView(), QStandardItemModel()
    for row in range(100):
        model.appendRow([QStandardItem(f"{row} {column}") for column in range(6)])
    table.setModel(model)
    window.setCentralWidget(table)
    window.resize(1366, 768)
    window.show()
    app.exec()


def altdesk(data: Path) -> None:
    """The program's own start, watched from outside: the first row painted is data on screen."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from altdesk.folders import Folders
    from altdesk.i18n import Translator
    from altdesk.settings import Settings
    from ui.app import Desktop

    app = QApplication([])
    folders = Folders(data)
    settings = Settings(folders.settings)
    desktop = Desktop(app, folders, settings, Translator("kk"), take_over=False)
    painted: list[float] = []
    desktop.window.painted.connect(lambda: painted.append(since()))

    def look() -> None:
        page = desktop.window.page
        table = getattr(page, "table", None)
        if not painted or page is None:
            return
        if table is None or not table.isVisible():  # an empty desk: the welcome stands there
            page.repaint()
            done(painted[0], since(), desktop.finish)
        elif table.rows.count and table.rows.line_at(0) is not None:
            table.viewport().repaint()
            done(painted[0], since(), desktop.finish)

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(1)
    desktop.start()
    app.exec()


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else altdesk(Path(sys.argv[2]))
