"""Starts the window: first the frame is painted, then the desk is opened and shown."""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from altdesk import display
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.drafts import Drafts
from altdesk.folders import Folders, data_folder, resources
from altdesk.i18n import LANGUAGES, Translator
from altdesk.lock import DeskIsOpen, Lock
from altdesk.settings import S, Settings
from ui import crash, theme
from ui.keeping import Keeping
from ui.locking import Locking
from ui.messages import Messages
from ui.protecting import Protecting
from ui.shell import Shell
from ui.troubles import Troubles
from ui.window import Window
from ui.words import Words
from ui.work import Work

if TYPE_CHECKING:
    from altdesk.desk import Desk

RAISE = "raise"
STARTED_MS = 3000
_NO_DISPLAY = N_("There is no screen here. Start altdesk in a desktop session, or use its commands.")


def run(data: Path | None, language: str | None) -> int:
    """Open the window on a desk and stay until it is closed. Answers the exit code."""
    folders = Folders(data_folder(data))
    settings = Settings(folders.settings)
    say = Translator(_known(language) or _known(settings.language) or LANGUAGES[0])
    if not display.available():
        return _refuse(say(_NO_DISPLAY))
    if (refusal := _locked(folders)) is not None:
        return _hand_over(folders, say, refusal)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    desktop = Desktop(app, folders, settings, say)
    desktop.start()
    QTimer.singleShot(STARTED_MS, _collect)
    return app.exec()


class Desktop(QObject):
    """The application around one window."""

    def __init__(
        self, app: QApplication, folders: Folders, settings: Settings, say: Translator, *, take_over: bool = True
    ) -> None:
        """With `take_over` the log, uncaught exceptions and Qt's messages belong to this window."""
        super().__init__()
        self._app, self._folders, self._take_over = app, folders, take_over
        self._qt_words: QTranslator | None = None
        self._language = settings.language  # as last seen; `--lang` holds until the person chooses another
        app.setApplicationName("altdesk")
        app.setDesktopFileName("altdesk")
        app.setWindowIcon(QIcon(str(resources("icons/altdesk.svg"))))
        theme.apply(app, settings.get(S.theme), settings.get(S.text_size))
        words, work = Words(say), Work(self)
        self.shell = Shell(folders, settings, words, work, Messages(words), Drafts(folders.drafts))
        self.shell.dress = self.dress
        work.on_refusal = self.shell.messages.refuse
        work.on_crash = self.crashed
        self.window = Window(self.shell)
        self.window.painted.connect(self._after_paint)
        self.keeping = Keeping(self.window, self._open_window_desk)
        self.locking = Locking(self.window, self._open_window_desk)
        self.protecting = Protecting(self.window, self.keeping)
        self.troubles = Troubles(self.window, self.keeping, self._open_window_desk, self.locking.ask)
        self._watcher: QFileSystemWatcher | None = None

    def start(self) -> None:
        self.window.show()

    def finish(self) -> None:
        """Close the window, leaving what is refused as a draft, and the desk."""
        self.window.close_now()
        self.locking.release()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if self._qt_words is not None:
            self._app.removeTranslator(self._qt_words)

    def dress(self) -> None:
        """Theme, text size and language as the settings say now."""
        settings, say = self.shell.settings, self.shell.say
        theme.apply(self._app, settings.get(S.theme), settings.get(S.text_size))
        language = _known(settings.language)
        if language and language != self._language:
            self._language = language
            say.switch(language)
            self._load_qt_words()

    def crashed(self, error: BaseException) -> None:
        """Log our bug and show the report; the program goes on."""
        crash.log.error("unexpected error", exc_info=error)
        shown = crash.CrashWindow(error, self.shell.words, self._folders.logs, self.window)
        shown.show()

    def _after_paint(self) -> None:
        if self._take_over:
            crash.keep_log(self._folders.logs, self._folders.key_file.exists)
            crash.take_over(self.crashed)
        self._open_window_desk()
        self._load_qt_words()
        QTimer.singleShot(0, self._watch)

    def _open_window_desk(self) -> None:
        self.window.open_desk(self._open_desk)

    def _open_desk(self) -> Desk:
        from altdesk.desk import Desk

        keys, any_clock = self.shell.folders.keys, self.troubles.any_clock
        desk = Desk.open(self._folders.data, self.shell.say.language, any_clock=any_clock, keys=keys)
        self.shell.settings.set(S.accepted_clock, desk.settings.get(S.accepted_clock))
        return desk

    def _load_qt_words(self) -> None:
        """Qt's own words (standard buttons, the print dialog) in the screen's language."""
        language = self.shell.say.language
        if self._qt_words is not None:
            self._app.removeTranslator(self._qt_words)
        translator = QTranslator(self)
        if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._app.installTranslator(translator)
        self._qt_words = translator
        QLocale.setDefault(QLocale(language))

    def _watch(self) -> None:
        """Come forward when a second start asks for it."""
        self._watcher = QFileSystemWatcher([str(self._folders.data)], self)
        self._watcher.directoryChanged.connect(self._look_for_call)

    def _look_for_call(self) -> None:
        called = self._folders.data / RAISE
        if called.exists():
            called.unlink(missing_ok=True)
            self.window.come_forward()


def _collect() -> None:
    """Garbage is collected again, but not looked for among what the start has made: all of that stays."""
    gc.freeze()
    gc.enable()


def _known(language: str | None) -> str | None:
    return language if language in LANGUAGES else None


def _locked(folders: Folders) -> Refusal | None:
    """Why this desk cannot be opened here, when another window has it. Anything else is said when it is opened."""
    if not folders.lock.exists():
        return None
    try:
        Lock(folders.lock).release()
    except DeskIsOpen as refusal:
        return refusal
    except OSError:
        return None
    return None


def _hand_over(folders: Folders, say: Translator, refusal: Refusal) -> int:
    """Ask the window that has the desk to come forward; exit 0, for the person has what was asked for."""
    try:
        (folders.data / RAISE).write_text(str(time.time()), encoding="utf-8")
    except OSError:
        return _refuse(say.refusal(refusal))
    _tell(say(N_("This desk is open already; its window comes forward.")))
    return 0


def _refuse(sentence: str) -> int:
    _tell(sentence)
    return 1


def _tell(sentence: str) -> None:
    if sys.stderr is not None:  # a windowed program on Windows has none
        sys.stderr.write(sentence + "\n")
