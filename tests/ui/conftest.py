"""What tests of the window share: a desk of their own, and the window on it, used as a hand would."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import ui  # noqa: F401, I001 - before Qt: it guards the interpreter
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from altdesk.domain.people import PersonDraft
from altdesk.folders import Folders
from altdesk.i18n import Translator
from altdesk.settings import Settings
from tests.soon import at_rest
from ui.app import Desktop
from ui.window import Window

# What the offscreen platform says about itself on every run.
QUIET = (
    "This plugin does not support propagateSizeHints",
    "This plugin does not support raise",
    "This plugin does not support grabbing the keyboard",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/ui" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore(*QUIET))


@pytest.fixture(scope="session", autouse=True)
def _leave_nothing_to_the_interpreter(qapp: QApplication) -> Iterator[None]:
    """What stands on the screen is gone before Python is: Qt must not free our halves of it afterwards."""
    yield
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.clipboard().clear()
    gc.collect()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for a desk, with Kazakh letters and a space in its name."""
    return tmp_path / "Менің үстелім"


class Hand:
    """Uses the window with keys, and waits for what it asked for."""

    def __init__(self, qtbot: QtBot, desktop: Desktop) -> None:
        self.qtbot = qtbot
        self.desktop = desktop
        self.window: Window = desktop.window

    def settle(self) -> None:
        """Wait until nothing is being done or about to be."""
        for _ in range(3):
            self.qtbot.wait(10)
            self.qtbot.waitUntil(lambda: at_rest(self.window), timeout=240_000)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier, on: QWidget | None = None) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        self.qtbot.keyClick(on or self.focus, key, held)
        if modifiers:
            let_go(self.qtbot, self.focus)
        self.settle()

    def type(self, text: str, on: QWidget | None = None) -> None:
        """Type a text; letters outside ASCII come as an input method sends them."""
        from PySide6.QtGui import QInputMethodEvent

        target = on or self.focus
        if text.isascii():
            self.qtbot.keyClicks(target, text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(target, event)
        self.settle()

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window.focusWidget() or self.window  # whichever window is in front

    @property
    def status(self) -> str:
        return self.window.status.text


def come_forward(qtbot: QtBot, desktop: Desktop) -> None:
    """The window in front, and no other one, has the keys; the test before holds none of them."""
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow, timeout=30_000)
    let_go(qtbot, desktop.window)


def let_go(qtbot: QtBot, widget: QWidget) -> None:
    """Hold no key any more: while Ctrl is held, choosing a row that is chosen takes it out."""
    qtbot.keyRelease(widget, Qt.Key.Key_Control)


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, folder: Path) -> Iterator[Callable[..., Hand]]:
    """Start the window on the desk in `folder`; it is closed at the end."""
    started: list[Desktop] = []
    crashes: list[BaseException] = []

    def begin(language: str = "en", *, welcomed: bool = True, **chosen: object) -> Hand:
        if welcomed:
            welcome(folder)
        folders = Folders(folder)
        settings = Settings(folders.settings)
        for name, value in chosen.items():
            from altdesk.settings import S

            settings.set(getattr(S, name), value)
        desktop = Desktop(qapp, folders, settings, Translator(language), take_over=False)
        desktop.shell.work.on_crash = crashes.append
        started.append(desktop)
        qtbot.addWidget(desktop.window)
        with qtbot.waitSignal(desktop.window.opened, timeout=30_000):
            desktop.start()
        come_forward(qtbot, desktop)
        hand = Hand(qtbot, desktop)
        hand.settle()
        return hand

    yield begin
    for desktop in started:
        desktop.finish()
    for error in crashes:
        raise error


def welcome(folder: Path) -> None:
    """The first start is behind this desk."""
    from altdesk.desk import Desk
    from altdesk.services import organisation

    with Desk.open(folder, "en") as desk:
        if not organisation.get(desk).welcomed:
            organisation.save(desk, replace(organisation.get(desk), welcomed=True))


@pytest.fixture
def people(folder: Path) -> Callable[..., None]:
    """Put people on the desk before the window is opened: `people("Surname Name", …)`."""

    def add(*names: str, post: str = "") -> None:
        from altdesk.desk import Desk
        from altdesk.services import people as service

        with Desk.open(folder, "en") as desk:
            for name in names:
                surname, _, given = name.partition(" ")
                service.add(desk, PersonDraft(surname, given, post=post))

    return add
