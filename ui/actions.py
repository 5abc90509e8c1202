"""Actions: declared once, shown as button, menu line, context menu and key alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.icons import icon
from ui.words import Words


class Needs(Enum):
    """What must be selected for an action to make sense."""

    NOTHING = 0
    ONE = 1
    SOME = 2


@dataclass(frozen=True)
class Action:
    """A thing the person can do here. The title is a verb; `keys` as Qt writes them, e.g. `Ctrl+N`."""

    key: str
    title: str
    run: Callable[[], None]
    icon: str = ""
    keys: str = ""
    needs: Needs = Needs.NOTHING
    tip: str = ""
    line_before: bool = False  # a separator above it in menus

    def possible(self, selected: int) -> bool:
        match self.needs:
            case Needs.ONE:
                return selected == 1
            case Needs.SOME:
                return selected > 0
        return True


def make(action: Action, owner: QWidget, words: Words) -> QAction:
    """The Qt action of a declared one; its key works while the focus is within `owner`."""
    made = QAction(owner)
    made.setObjectName(action.key)
    words(made, text=action.title)
    if action.icon:
        made.setIcon(icon(action.icon))
    if action.keys:
        made.setShortcut(QKeySequence(action.keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    if action.tip:
        words(made, tip=action.tip)
    made.triggered.connect(lambda _checked=False: action.run())
    return made


def make_all(actions: Iterable[Action], owner: QWidget, words: Words) -> list[tuple[Action, QAction]]:
    """The Qt actions of a page, added to it so that their keys work."""
    made = [(action, make(action, owner, words)) for action in actions]
    for _, qt in made:
        owner.addAction(qt)
    return made


def menu_of(made: Iterable[tuple[Action, QAction]], owner: QWidget) -> QMenu:
    """A menu of these actions that goes when it is closed."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for action, qt in made:
        if action.line_before:
            menu.addSeparator()
        menu.addAction(qt)
    return menu


def keys_text(keys: str) -> str:
    """A key as the system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
