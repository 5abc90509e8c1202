"""The field for a time of day: types forgivingly, steps with the arrows, Ctrl+T is now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from altdesk.domain.errors import Refusal
from altdesk.domain.minutes_attendance import clock, parse_clock
from ui.theme import FIELD_HEIGHT

STEP = 5  # minutes
DAY = 24 * 60


class TimeInput(QLineEdit):
    """A time of day or none."""

    changed = Signal()

    def __init__(self, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self._now = now
        self.setMinimumHeight(FIELD_HEIGHT)
        self.setTextMargins(4, 0, 4, 0)
        self.setPlaceholderText("00:00")
        self.textChanged.connect(self.changed)

    def value(self) -> time | None:
        """The time meant. Raises Refusal when the text is none."""
        return parse_clock(self.text()) if self.text().strip() else None

    def set_value(self, value: time | None) -> None:
        self.setText(clock(value))

    def set_now(self) -> None:
        """The minute it is."""
        self.set_value(self._now().time())

    def typed(self) -> str:
        return self.text()

    def set_typed(self, typed: Any) -> None:
        self.setText(str(typed))

    def step(self, minutes: int) -> None:
        """Go on from the time typed, or begin at the last full step before now."""
        at = self._time_or_none()
        now = self._now()
        whole = at.hour * 60 + at.minute + minutes if at else (now.hour * 60 + now.minute) // STEP * STEP
        self.set_value(time(whole % DAY // 60, whole % 60))

    def _time_or_none(self) -> time | None:
        try:
            return self.value()
        except Refusal:
            return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: STEP, Qt.Key.Key_Down: -STEP}.get(Qt.Key(event.key()), 0)
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif step:
            self.step(step)
        elif event.key() == Qt.Key.Key_T and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.set_now()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        at = self._time_or_none()
        if at is not None and self.text() != clock(at):
            self.set_value(at)
