"""A screen with one thing on it: in the middle, a little above, and scrolled where the window is too small for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import GRID, TEXT_POINTS
from ui.widgets.downward import Downward

NARROWEST = 320  # px


class MiddleScreen(QWidget):
    """A subclass says how wide its content may be, in px at the usual size of text, and stands it here when made."""

    widest: int

    def stand(self, inside: QWidget, wrapped: Sequence[QLabel]) -> None:
        """Lay the screen out around its content; `wrapped` are the labels in it whose words wrap."""
        self._inside, self._wrapped = inside, wrapped
        middle = QWidget()
        beside = QHBoxLayout()
        beside.addStretch(1)
        beside.addWidget(inside)
        beside.addStretch(1)
        around = QVBoxLayout(middle)
        around.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        around.addStretch(1)
        around.addLayout(beside)
        around.addStretch(2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Downward(middle))

    def fit(self) -> None:
        """Wrapped words get the height they need only when they are told how wide they are."""
        grown = self.font().pointSizeF() / TEXT_POINTS
        width = round(max(NARROWEST, min(self.widest * grown, self.width() - 8 * GRID)))
        self._inside.setFixedWidth(width)
        for label in self._wrapped:
            label.setFixedSize(width, max(0, label.heightForWidth(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
