"""Starts one window, says when it was painted and when data stood on it, and ends: `window_probe bare|altdesk DATA`."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

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


def altdesk(data: str) -> None:
    """The program's own start from its door, as by its icon, watched from outside once its events begin to run."""
    from PySide6.QtWidgets import QApplication

    run = QApplication.exec

    def watched(app: QApplication) -> int:
        watch(app)
        return run()

    QApplication.exec = watched  # type: ignore[assignment,method-assign]
    os.environ["ALTDESK_DATA"] = data
    sys.argv = ["altdesk"]
    from altdesk.__main__ import main

    main()


def watch(app: object) -> None:
    """The window's first painting is the first paint, the first one with a row (or the welcome) is data on screen."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    from ui.window import Window

    window = next(each for each in app.topLevelWidgets() if isinstance(each, Window))  # type: ignore[attr-defined]
    painted: list[float] = []

    def data_stands_there() -> bool:
        table = getattr(window.page, "table", None)
        return table is None or (table.rows.count > 0 and table.rows.line_at(0) is not None)

    class Eye(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                if watched is window:
                    watched.removeEventFilter(self)
                    QTimer.singleShot(0, lambda: painted.append(since()))
                elif data_stands_there():
                    QTimer.singleShot(0, lambda: done(painted[0], since(), window.close_now))
            return False

    def look_at_the_page() -> None:
        table = getattr(window.page, "table", None)
        page: Any = window.page if table is None else table.viewport()
        page.installEventFilter(eye)

    eye = Eye(window)
    window.installEventFilter(eye)
    window.opened.connect(look_at_the_page)


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else altdesk(sys.argv[2])
