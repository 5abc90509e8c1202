"""Whether a window is about to do something by itself: look for what was typed, follow the chosen row."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from ui.window import Window

SOON_MS = 500  # drafts and settings are kept later; nothing waits for them


def at_rest(window: Window) -> bool:
    """Nothing is being done, and nothing is about to be."""
    if not window.shell.work.idle:
        return False
    timers = window.findChildren(QTimer)
    return not any(each.isActive() and each.isSingleShot() and each.interval() <= SOON_MS for each in timers)
