"""A choice card: a big button with an icon, a verb and a sentence of what will happen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from ui.icons import pixmap
from ui.theme import GRID, SEMIBOLD, Tone, set_look, set_tone, set_type
from ui.words import Words

_ICON = 28
_TITLE_POINTS = 12.0


class ChoiceCard(QPushButton):
    """Pressed by click, Space or Enter; as tall as its sentence needs."""

    def __init__(self, words: Words, icon_name: str, title: str, text: str) -> None:
        super().__init__()
        self._icon_name = icon_name
        self._icon, self._title, self._text = QLabel(), QLabel(wordWrap=True), QLabel(wordWrap=True)
        set_look(self, "look", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        set_type(self._title, _TITLE_POINTS, SEMIBOLD)
        set_tone(self._text, Tone.QUIET)
        words(self._title, text=title)
        words(self._text, text=text)
        words(self, name=title, about=text)
        for label in (self._icon, self._title, self._text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lay_out()
        self._draw()

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self._title)
        texts.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        row.setSpacing(2 * GRID)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        inner = self.layout()
        return inner.totalMinimumSize() if inner is not None else super().minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.EnabledChange}:
            self._draw()

    def _draw(self) -> None:
        tone = Tone.ACCENT if self.isEnabled() else Tone.QUIET
        self._icon.setPixmap(pixmap(self._icon_name, tone, _ICON, self.devicePixelRatioF()))
