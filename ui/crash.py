"""When it is our bug: nothing is lost, the log has it, and a window has a report to copy, without personal data."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, QUrl, qInstallMessageHandler, qVersion
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from altdesk.domain.marking import N_
from altdesk.version import version
from ui.theme import GRID, set_look
from ui.words import Words

log = logging.getLogger("altdesk")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Discreet(logging.Formatter):
    """While `hidden` says so, nothing of what was at hand is written: a name of a file or the words of an error may
    tell of a person. What is left is the sentence as it stands in the program, and the trace of calls."""

    def __init__(self, hidden: Callable[[], bool]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")
        self._hidden = hidden

    def format(self, record: logging.LogRecord) -> str:
        if not self._hidden():
            return super().format(record)
        error = record.exc_info[1] if record.exc_info else None
        bare = logging.makeLogRecord({**record.__dict__, "args": None, "exc_info": None, "exc_text": None})
        return super().format(bare) if error is None else f"{super().format(bare)}\n{report(error)}"


def keep_log(folder: Path, hidden: Callable[[], bool]) -> None:
    """Write the log into `folder`; a folder that cannot be written leaves the program without a log."""
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            folder / "altdesk.log", maxBytes=500_000, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        return
    file.setFormatter(Discreet(hidden))
    log.addHandler(file)
    log.setLevel(logging.INFO)


def take_over(on_crash: Callable[[BaseException], None]) -> None:
    """Send Qt's messages to the log and every uncaught exception to `on_crash`."""

    def qt_said(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)

    def uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        on_crash(error.with_traceback(trace))

    qInstallMessageHandler(qt_said)
    sys.excepthook = uncaught


def report(error: BaseException) -> str:
    """What a developer needs: versions and the trace of calls. No values, no texts of the desk, no user name."""
    import platform

    home = str(Path.home())
    frames = traceback.extract_tb(error.__traceback__)
    calls = [f"  {frame.filename.replace(home, '~')}:{frame.lineno} {frame.name}" for frame in frames]
    causes: list[str] = []
    cause = error.__cause__ or error.__context__
    while cause is not None and len(causes) < 5:
        causes.append(f"because of {type(cause).__name__}")
        cause = cause.__cause__ or cause.__context__
    versions = f"altdesk {version()}, Qt {qVersion()}, Python {platform.python_version()}, {platform.platform()}"
    return "\n".join([versions, type(error).__name__, *calls, *causes])


class CrashWindow(QDialog):
    """Says that something went wrong in the program, and lets the report be copied. Not modal: work goes on."""

    def __init__(self, error: BaseException, words: Words, logs: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words(self, window_title=N_("Something went wrong in the program"))
        self.resize(640, 420)
        said = QLabel(wordWrap=True)
        sentence = N_(
            "The program met an error of its own. The last step was taken back, everything saved is safe, and you can "
            "go on. Please send this report to those who look after the program."
        )
        words(said, text=sentence)
        self.text = QPlainTextEdit(report(error), readOnly=True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        words(self.text, name=N_("Report"))
        copy, folder, close = QPushButton(), QPushButton(), QPushButton()
        set_look(copy, "look", "primary")
        words(copy, text=N_("Copy the report"), name=N_("Copy the report"))
        words(folder, text=N_("Open the log folder"), name=N_("Open the log folder"))
        words(close, text=N_("Close"), name=N_("Close"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(logs))))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addWidget(folder)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(12)
        column.addWidget(said)
        column.addWidget(self.text, 1)
        column.addLayout(row)
