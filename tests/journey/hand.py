"""A hand at a real window: keys and mouse go through the X server; looking for widgets is all that is done inside.

The program runs in its own thread as always; the hand works in another and looks inside by asking the program's thread.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

from altdesk.i18n import Translator
from tests.soon import at_rest
from ui.window import Window

PATIENCE = 30.0  # seconds
WHEEL = 40  # turns
CALM = 3  # times in a row that nothing was under way
T = TypeVar("T")


class Eyes(QObject):
    """Answers questions in the thread of the window, also while a dialog is open there."""

    _asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def ask(self, question: Callable[[], T]) -> T:
        answer: Future[T] = Future()
        self._asked.emit(question, answer)
        return answer.result(PATIENCE)

    def _answer(self, question: Callable[[], Any], answer: Future[Any]) -> None:
        try:
            answer.set_result(question())
        except RuntimeError:  # a widget that is gone by now
            answer.set_result(None)
        except BaseException as error:
            answer.set_exception(error)


class Hand:
    """Clicks and types by xdotool, looks by the accessible names a screen reader would say."""

    def __init__(self, app: QApplication, pictures: Path, say: Translator) -> None:
        self.app = app
        self.eyes = Eyes()
        self.pictures = pictures
        self.say = say
        self._shots = 0

    # looking

    def wait(self, until: Callable[[], object], what: str = "", by: Callable[[], object] = lambda: None) -> None:
        """Wait until something is so in the window, doing `by` meanwhile. Raises AssertionError when patience ends."""
        end = time.monotonic() + PATIENCE
        while not self.eyes.ask(until):
            if time.monotonic() > end:
                self.picture("failed")
                raise AssertionError(f"waited in vain: {what or until}\n{self.eyes.ask(self._seen)}")
            by()
            time.sleep(0.02)

    def settle(self) -> None:
        """Wait until nothing is being done or about to be."""
        end, calm = time.monotonic() + PATIENCE, 0
        while calm < CALM and time.monotonic() < end:
            calm = calm + 1 if self.eyes.ask(self._idle) else 0
            time.sleep(0.02)

    def widgets(self, kind: type[QWidget] = QWidget) -> Iterator[QWidget]:
        """In the window's thread: what is visible, a dialog's before the window's."""
        windows = sorted(self.app.topLevelWidgets(), key=lambda each: isinstance(each, Window))
        for window in windows:
            if window.isVisible():
                yield from (child for child in window.findChildren(kind) if child.isVisible())

    def find(self, name: str, kind: type[QWidget] = QWidget, *, exact: bool = False) -> QWidget:
        """The visible widget whose accessible name or text begins so; `name` is a text of the program."""
        said, found = self.say(name), []

        def look() -> bool:
            every = ((widget, called(widget)) for widget in self.widgets(kind))
            found[:] = [widget for widget, text in every if text == said or (not exact and text.startswith(said))]
            return bool(found)

        self.wait(look, f"a {kind.__name__} «{said}»")
        return found[0]

    def says(self, text: str) -> bool:
        """In the window's thread: whether a visible label says so."""
        return any(text in label.text() for label in self.widgets(QLabel) if isinstance(label, QLabel))

    def wait_for_words(self, text: str) -> None:
        """Wait until a visible label says so."""
        self.wait(lambda: self.says(text), f"the words «{text}»")

    # doing

    def click(self, name: str, kind: type[QWidget] = QAbstractButton, *, exact: bool = False) -> None:
        """Move the mouse to a button and click it."""
        self.click_at(self.find(name, kind, exact=exact))

    def click_at(self, widget: QWidget, where: QPoint | None = None, *, times: int = 1) -> None:
        self.wait(widget.isEnabled, f"enabled: {called(widget)}")
        self._bring_into_view(widget)
        at = self.eyes.ask(lambda: widget.mapToGlobal(where or widget.rect().center()))
        self._xdotool("mousemove", str(at.x()), str(at.y()))
        self._xdotool("click", "--repeat", str(times), "--delay", "60", "1")
        self.settle()

    def click_row(self, name: str, text: str) -> None:
        """Click the cell of a list that says so."""
        places: list[QPoint] = []

        def look() -> bool:
            places[:] = _cells(view, text)
            return bool(places)

        view = self.find(name, QTableView)
        assert isinstance(view, QTableView)
        self.wait(look, f"«{text}» in the list «{called(view)}»")
        self.click_at(view.viewport(), places[0])

    def keys(self, *names: str) -> None:
        """Press keys by their X names: `ctrl+k`, `Return`, `space`."""
        self._xdotool("key", "--delay", "15", *names)
        self.settle()

    def keys_without_waiting(self, *names: str) -> None:
        """Press keys after which there may be nothing left to wait for."""
        self._xdotool("key", *names)

    def write(self, text: str) -> None:
        """Type a text letter by letter into what has the focus, and see it stand there."""
        self._xdotool("type", "--delay", "8", text)
        self.wait(lambda: self._stands(text), f"typed «{text}»")
        self.settle()

    def fill(self, name: str, text: str) -> None:
        """Click into a field and type over what stands there."""
        self.click(name, QLineEdit)
        self.keys("ctrl+a")
        self.write(text)

    def choose_file(self, path: Path) -> None:
        """Type a path into the file dialog that is open or about to be."""
        self.wait(self._dialog_has_focus, "a file dialog")
        self.keys("ctrl+a")
        self.write(str(path))
        self.keys("Return")
        self.wait(lambda: not self._dialog_has_focus(), "the file dialog closed")
        self.settle()

    def print_into(self, path: Path) -> None:
        """In the system's print dialog that is about to open: choose the printer that writes a PDF, and its file."""
        self.wait(lambda: self._in_print_dialog(QWidget), "the print dialog")
        self.wait(lambda: self._in_print_dialog(QComboBox), "the printers", by=lambda: self.keys("Tab"))
        self.keys("End")  # files come after the printers
        self.picture("print-dialog")
        self.wait(lambda: self._in_print_dialog(QLineEdit), "the name of the file", by=lambda: self.keys("Tab"))
        self.keys("ctrl+a")
        self.write(str(path))
        self.keys("Return")
        self.wait(path.exists, "the printed file")
        self.settle()

    def picture(self, name: str) -> Path:
        """A picture of the whole screen, when everything has arrived on it."""
        self.settle()
        self._xdotool("mousemove", "1365", "767")
        time.sleep(0.3)  # the last frame is drawn by the X server, which tells nobody
        self._shots += 1
        path = self.pictures / f"{self._shots:02}-{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], check=True, timeout=30)
        return path

    # inside

    def _bring_into_view(self, widget: QWidget) -> None:
        """Turn the wheel until the middle of a widget is on screen."""
        area = self.eyes.ask(lambda: next((each for each in _around(widget) if isinstance(each, QScrollArea)), None))
        for _ in range(WHEEL):
            off = self.eyes.ask(lambda: 0 if _middle_shows(widget) or area is None else _below(widget, area))
            if not off or area is None:
                return
            at = self.eyes.ask(lambda: area.mapToGlobal(QPoint(area.width() // 2, area.height() // 2)))
            self._xdotool("mousemove", str(at.x()), str(at.y()), "click", "5" if off > 0 else "4")
            self.settle()

    def _idle(self) -> bool:
        windows = [each for each in self.app.topLevelWidgets() if isinstance(each, Window)]
        return bool(windows) and all(at_rest(window) for window in windows)

    def _stands(self, text: str) -> bool:
        focused = self.app.focusWidget()
        shown = getattr(focused, "text", None) or getattr(focused, "toPlainText", None)
        return not callable(shown) or text in str(shown())

    def _dialog_has_focus(self) -> bool:
        active = self.app.activeWindow()
        return active is not None and active.inherits("QFileDialog") and isinstance(self.app.focusWidget(), QLineEdit)

    def _in_print_dialog(self, kind: type[QWidget]) -> bool:
        active = self.app.activeWindow()
        return active is not None and active.inherits("QPrintDialog") and isinstance(self.app.focusWidget(), kind)

    def _seen(self) -> str:
        words = sorted({called(widget) for widget in self.widgets()} - {""})
        return f"focus: {called(self.app.focusWidget())}\nseen: {' | '.join(words)}"

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], check=True, timeout=PATIENCE)


def _around(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def _middle_shows(widget: QWidget) -> bool:
    return widget.visibleRegion().contains(widget.rect().center())


def _below(widget: QWidget, area: QWidget) -> int:
    """How far the middle of a widget stands below the middle of the area that scrolls it."""
    return widget.mapTo(area, widget.rect().center()).y() - area.height() // 2


def _cells(view: QTableView, text: str) -> list[QPoint]:
    model = view.model()
    every = (model.index(row, at) for row in range(model.rowCount()) for at in range(model.columnCount()))
    return [view.visualRect(index).center() for index in every if index.data() == text]


def called(widget: QWidget | None) -> str:
    """What a screen reader says of a widget."""
    if widget is None:
        return ""
    if name := widget.accessibleName():
        return name
    text = getattr(widget, "text", None)
    return str(text()).replace("&", "") if callable(text) else ""


def layouts(names: Sequence[str]) -> None:
    """Give the X server a keyboard with these layouts, so that Kazakh letters have keys of their own."""
    subprocess.run(["setxkbmap", "-layout", ",".join(names)], check=True, timeout=30)
