"""How Tab walks through the window: in reading order, and what it comes to is scrolled into sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def put_last(window: QWidget, *parts: QWidget) -> None:
    """Let Tab come to these parts after everything else, however late that was made."""
    for part in parts:
        for inside in part.findChildren(QWidget):
            if inside.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(_last_stop(window), inside)


def scroll_to_focus() -> None:
    """Show what has the focus: a scroll area that Tab comes into from outside does not scroll by itself."""
    focused = above = QApplication.focusWidget()
    while focused is not None and above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(focused)
        above = above.parentWidget()


def _last_stop(window: QWidget) -> QWidget:
    """The last widget that Tab stops at before it goes round."""
    last = window.previousInFocusChain()
    while last is not None and last is not window and last.focusPolicy() == Qt.FocusPolicy.NoFocus:
        last = last.previousInFocusChain()
    return last or window
