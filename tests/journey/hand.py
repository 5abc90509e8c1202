"""A hand at a real window: keys and mouse go through the X server; looking for widgets is all that is done inside."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

PATIENCE = 20.0  # seconds


class Hand:
    """Clicks and types by xdotool, looks by the accessible names a screen reader would say."""

    def __init__(self, app: QApplication, pictures: Path) -> None:
        self.app = app
        self.pictures = pictures
        self._shots = 0

    def wait(self, until: Callable[[], object], what: str = "") -> None:
        """Let the program work until something is so. Raises AssertionError when patience ends."""
        end = time.monotonic() + PATIENCE
        while not until():
            if time.monotonic() > end:
                self.picture("failed")
                raise AssertionError(f"waited in vain: {what or until}")
            self.app.processEvents()
            time.sleep(0.01)

    def rest(self, seconds: float = 0.25) -> None:
        """Let everything that is on its way arrive."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.01)

    def widgets(self, kind: type[QWidget] = QWidget) -> Iterator[QWidget]:
        for window in self.app.topLevelWidgets():
            if window.isVisible():
                yield from (child for child in window.findChildren(kind) if child.isVisible())

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """The visible widget whose accessible name or text begins so."""
        found: list[QWidget] = []

        def look() -> bool:
            found[:] = [widget for widget in self.widgets(kind) if called(widget).startswith(name)]
            return bool(found)

        self.wait(look, f"a {kind.__name__} «{name}»")
        return found[0]

    def click(self, name: str, kind: type[QWidget] = QAbstractButton) -> None:
        """Move the mouse to a button and click it."""
        self.click_at(self.find(name, kind))

    def click_at(self, widget: QWidget, where: QPoint | None = None) -> None:
        self.wait(widget.isEnabled, f"enabled: {called(widget)}")
        at = widget.mapToGlobal(where or widget.rect().center())
        self._xdotool("mousemove", str(at.x()), str(at.y()), "click", "1")
        self.rest()

    def keys(self, *names: str) -> None:
        """Press keys by their X names: `ctrl+k`, `Return`, `space`."""
        self._xdotool("key", "--delay", "20", *names)
        self.rest()

    def write(self, text: str) -> None:
        """Type a text letter by letter."""
        self._xdotool("type", "--delay", "15", text)
        self.rest()

    def fill(self, name: str, text: str) -> None:
        """Click into a field and type over what stands there."""
        self.click(name, QLineEdit)
        self.keys("ctrl+a")
        self.write(text)

    def picture(self, name: str) -> Path:
        """A picture of the whole screen."""
        self.rest(0.5)
        self._shots += 1
        path = self.pictures / f"{self._shots:02}-{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], check=True, timeout=30)
        return path

    def says(self, text: str) -> bool:
        """Whether a visible label says so."""
        return any(text in label.text() for label in self.widgets(QLabel) if isinstance(label, QLabel))

    def _xdotool(self, *words: str) -> None:
        process = subprocess.Popen(["xdotool", *words])
        end = time.monotonic() + PATIENCE
        while process.poll() is None and time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.005)
        assert process.wait(1) == 0, words


def called(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    if name := widget.accessibleName():
        return name
    text = getattr(widget, "text", None)
    return str(text()).replace("&", "") if callable(text) else ""
