"""The empty state: what a list is for, in one sentence, and the button that fills it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.theme import GRID, Tone, set_look, set_tone
from ui.words import Words

NARROWEST, WIDEST = 160, 460  # px; the widest is a line one reads without turning the head


@dataclass(frozen=True)
class Empty:
    """Declared by a page: an icon, a sentence, and up to two verbs that fill the list."""

    icon: str
    text: str
    verb: str = ""
    act: Callable[[], None] | None = None
    second_verb: str = ""
    second_act: Callable[[], None] | None = None


class EmptyState(QWidget):
    """Shown where the list would be."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._shown: Empty | None = None
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._text = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        set_tone(self._text, Tone.QUIET)
        self.first, self.second = QPushButton(), QPushButton()
        set_look(self.first, "look", "primary")
        set_look(self.second, "look", "quiet")
        self.first.clicked.connect(lambda: self._run(self._shown.act if self._shown else None))
        self.second.clicked.connect(lambda: self._run(self._shown.second_act if self._shown else None))
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.setSpacing(2 * GRID)
        for widget in (self._icon, self._text, self.first, self.second):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        words.switched.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The words take less room when there is less: what they have now is no measure."""
        needed = [each.minimumSizeHint().width() for each in (self.first, self.second) if not each.isHidden()]
        width = max([NARROWEST, *needed]) + 4 * GRID
        return QSize(width, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """A wrapped label in the middle gets the height its words need only when it is told."""
        width = max(NARROWEST, min(WIDEST, self.width() - 4 * GRID))
        self._text.setFixedSize(width, max(0, self._text.heightForWidth(width)))

    def show_empty(self, empty: Empty, /, **values: object) -> None:
        self._shown = empty
        self._icon.setPixmap(pixmap(empty.icon, Tone.QUIET, 48, self.devicePixelRatioF()))
        self._words(self._text, values, text=empty.text)
        for button, verb in ((self.first, empty.verb), (self.second, empty.second_verb)):
            self._words(button, text=verb, name=verb)
            button.setVisible(bool(verb))
        self._fit()

    @staticmethod
    def _run(act: Callable[[], None] | None) -> None:
        if act is not None:
            act()
