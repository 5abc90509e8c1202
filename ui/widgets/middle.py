"""A screen with one thing on it: in the middle, a little above, and scrolled where the window is too small for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import GRID


def put_in_the_middle(screen: QWidget, inside: QWidget) -> None:
    """Lay out a screen around the widget that stands on it."""
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
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(middle)
    whole = QVBoxLayout(screen)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(scroll)
