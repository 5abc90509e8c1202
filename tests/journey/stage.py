"""Where a journey is played: a screen with a window manager, the program on a folder, and a hand in its own thread."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from altdesk.i18n import Translator
from tests.journey.hand import Hand, layouts
from ui import app as program
from ui.window import Window

# Windows fill the screen and wear no frame; Alt+F4 closes them as everywhere.
MANNERS = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <applications>
    <application type="normal"><decor>no</decor><maximized>yes</maximized><focus>yes</focus></application>
  </applications>
</openbox_config>
"""
KEYBOARD = ("us", "kz")


def play(folder: Path, journey: Callable[[Hand], None]) -> int:
    """Start the program on `folder`/desk and let a hand make the journey. Answers the exit code."""
    pictures = folder / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    app = QApplication(sys.argv[:1])
    layouts(KEYBOARD)  # with a client there: an X server that is left by its last one forgets its keyboard
    failed: list[str] = []
    with _window_manager(folder):
        hand = Hand(app, pictures, Translator("kk"))
        thread = threading.Thread(target=_play, args=(hand, journey, failed), daemon=True)
        thread.start()
        program.run(folder / "desk", None)
        thread.join(10)
    if failed or thread.is_alive():
        sys.stderr.write("".join(failed) or "the window was closed before the journey was over\n")
        return 1
    return 0


def window_of(hand: Hand) -> Window:
    """The program's window, once it shows its first page."""
    found: list[Window] = []

    def look() -> bool:
        found[:] = [each for each in hand.app.topLevelWidgets() if isinstance(each, Window) and each.page is not None]
        return bool(found) and hand.app.activeWindow() is not None

    hand.wait(look, "the window")
    hand.settle()
    return found[0]


def close(hand: Hand) -> None:
    """Alt+F4, and see that the window is gone."""
    window = window_of(hand)
    hand.keys_without_waiting("alt+F4")
    end = time.monotonic() + 10
    while threading.main_thread().is_alive() and window.isVisible() and time.monotonic() < end:
        time.sleep(0.02)


def _play(hand: Hand, journey: Callable[[Hand], None], failed: list[str]) -> None:
    try:
        journey(hand)
        close(hand)
    except BaseException:
        failed.append(traceback.format_exc())
        hand.eyes.ask(lambda: hand.app.exit(1))


@contextmanager
def _window_manager(folder: Path) -> Iterator[None]:
    manners = folder / "openbox.xml"
    manners.write_text(MANNERS, encoding="utf-8")
    manager = subprocess.Popen(["openbox", "--config-file", str(manners)], stderr=subprocess.DEVNULL)
    try:
        while subprocess.run(["xdotool", "get_num_desktops"], capture_output=True).returncode:
            time.sleep(0.02)  # it does not rule yet
        yield
    finally:
        manager.terminate()
        manager.wait(10)
