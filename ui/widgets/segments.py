"""A segmented control: a few views of one page side by side, chosen by click or with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.icons import icon
from ui.theme import FIELD_HEIGHT, set_icon, set_look
from ui.words import Words

Part = tuple[str, str, str]  # key, marked text, icon


class Segments(QWidget):
    """One of the parts is always marked; the page answers `chosen` and marks what it shows."""

    chosen = Signal(str)

    def __init__(self, words: Words, name: str, parts: Sequence[Part], marked: str) -> None:
        super().__init__()
        words(self, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # what stands below gives way first
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for key, text, icon_name in parts:
            button = QPushButton()
            button.setCheckable(True)
            set_icon(button, icon(icon_name))
            button.setMinimumHeight(FIELD_HEIGHT - 2)
            set_look(button, "look", "segment")
            words(button, text=text, name=text)
            button.clicked.connect(lambda _checked=False, key=key: self._click(key))
            button.installEventFilter(self)
            self.buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        self._marked = marked
        self.mark(marked)

    def mark(self, key: str) -> None:
        """Show which part is open; Tab stops only there."""
        self._marked = key
        for name, button in self.buttons.items():
            button.setChecked(name == key)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)

    def has_focus(self) -> bool:
        return any(button.hasFocus() for button in self.buttons.values())

    def focus_marked(self) -> None:
        self.buttons[self._marked].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows choose the neighbour; a button alone would only move the focus."""
        step = 0
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            return super().eventFilter(watched, event)
        keys = list(self.buttons)
        at = keys.index(self._marked) + step
        if 0 <= at < len(keys):
            self.chosen.emit(keys[at])
        return True

    def _click(self, key: str) -> None:
        self.mark(self._marked)
        if key != self._marked:
            self.chosen.emit(key)
