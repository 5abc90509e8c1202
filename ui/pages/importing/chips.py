"""Chips: how many rows of each state there are; pressing one shows only those."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from altdesk.domain.marking import N_
from ui.columns import State
from ui.icons import icon
from ui.theme import set_icon, set_look
from ui.words import Words

ALL = ""


class Chips(QWidget):
    """One of the chips is always pressed; the first shows every row."""

    chosen = Signal(str)

    def __init__(self, words: Words, states: Mapping[str, State]) -> None:
        super().__init__()
        self._words, self._states = words, states
        self.buttons: dict[str, QPushButton] = {}
        self._icons: dict[QPushButton, QIcon] = {}
        self._group = QButtonGroup(self)
        words(self, name=N_("Show only rows of one state"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key in (ALL, *states):
            row.addWidget(self._chip(key))
        row.addStretch(1)
        self.buttons[ALL].setChecked(True)

    @property
    def marked(self) -> str:
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many rows of each state there are; a state without rows has no chip."""
        for key, button in self.buttons.items():
            count = sum(counts.values()) if key == ALL else counts.get(key, 0)
            word = N_("All") if key == ALL else self._states[key].word
            said = self._words.say(word)
            button.setText(f"{said}  {count}")
            button.setAccessibleName(f"{said}: {count}")
            button.setVisible(key == ALL or count > 0)
        if self.buttons[self.marked].isHidden():
            self.mark(ALL)
        self._fit()

    def mark(self, key: str) -> None:
        """Press a chip, as a hand would."""
        if key != self.marked:
            self.buttons[key].setChecked(True)
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        shown = [key for key, button in self.buttons.items() if not button.isHidden()]
        at = shown.index(self.marked) + step
        if step and 0 <= at < len(shown):
            self.mark(shown[at])
            self.buttons[shown[at]].setFocus()
        elif not step:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Where there is little room the icons go, the words and the counts stay."""
        shown = [button for key, button in self.buttons.items() if key != ALL and not button.isHidden()]
        for button in shown:
            set_icon(button, self._icons[button])
        if self.sizeHint().width() > self.width():
            for button in shown:
                button.setIcon(QIcon())

    def _chip(self, key: str) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        set_look(button, "look", "chip")
        if key != ALL:
            state = self._states[key]
            self._icons[button] = icon(state.icon, state.tone)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(key))
        self._group.addButton(button)
        self.buttons[key] = button
        return button
