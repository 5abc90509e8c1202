"""The keys of the window: what each does, on the page one is on or anywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from ui.help import keys_sheet

if TYPE_CHECKING:
    from ui.page import Page
    from ui.window import Window


def bind_keys(window: Window) -> list[QShortcut]:
    """Give the window its keys."""

    def here(act: Callable[[Page], None]) -> Callable[[], None]:
        """A key that acts on the page one is on."""

        def run() -> None:
            if window.page is not None:
                act(window.page)

        return run

    keys: dict[str, Callable[[], None]] = {
        "Ctrl+K": window.find_anything,
        "Ctrl+N": here(lambda page: page.new()),
        "Ctrl+S": here(lambda page: page.save()),
        "Ctrl+P": here(lambda page: page.print_selected()),
        "Ctrl+F": here(lambda page: page.head.filter.setFocus()),
        "F5": here(lambda page: page.refresh()),
        "F6": here(_next_part),
        "Ctrl+Z": window.undo,
        "Ctrl+Y": window.redo,
        "Ctrl+Shift+Z": window.redo,
        "F1": window.toggle_help,
        "Ctrl+/": window.show_keys,
        "Shift+F1": window.show_keys,
        "Ctrl+Shift+L": lambda: window.shell.lock(),
    }
    bound = []
    for key, act in keys.items():
        bound.append(QShortcut(QKeySequence(key), window))
        bound[-1].activated.connect(act)
    return bound


def all_keys(window: Window) -> str:
    """The sheet of all keys: of the window, of its pages, of the page one is on."""
    pages = [(entry.title, entry.letter) for entry in window.entries if entry.letter]
    here = [(action.keys, action.title) for action, _ in window.page.made if action.keys] if window.page else []
    return keys_sheet(window.shell.say, pages, here)


def _next_part(page: Page) -> None:
    """F6: from the list to what stands beside it, and back."""
    focused = QApplication.focusWidget()
    panel: Any = getattr(page, "panel", None)
    if panel is not None and panel.isVisible() and not (focused and panel.isAncestorOf(focused)):
        panel.currentWidget().setFocus()
        panel.currentWidget().focusNextChild()
    else:
        page.focus_list()
