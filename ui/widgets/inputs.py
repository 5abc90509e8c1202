"""Inputs of an editor's fields: each tells when it changes, and keeps what was typed as plain text for the draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import Any, Protocol

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QSpinBox, QWidget

from ui.theme import FIELD_HEIGHT, GRID


class Input(Protocol):
    """What an editor needs of an input."""

    changed: Any  # Signal()

    def value(self) -> Any:
        """The value meant. Raises Refusal where the typed text means none."""

    def set_value(self, value: Any) -> None: ...

    def typed(self) -> Any:
        """What is typed, as JSON can keep it."""

    def set_typed(self, typed: Any) -> None: ...


def letters_wide(widget: QWidget, letters: int) -> int:
    """The width of a field for so many letters."""
    return widget.fontMetrics().averageCharWidth() * letters + 4 * GRID


class LineInput(QLineEdit):
    """One line of text."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(FIELD_HEIGHT)
        self.setTextMargins(4, 0, 4, 0)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        return self.text()

    def set_value(self, value: str) -> None:
        self.setText(value or "")
        self.setCursorPosition(0)

    def typed(self) -> str:
        return self.text()

    def set_typed(self, typed: Any) -> None:
        self.setText(str(typed))


class LongInput(QPlainTextEdit):
    """Text of several lines: grows with what is typed, takes paragraphs from Word without their looks."""

    changed = Signal()
    LEAST, MOST = 3, 14  # lines

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    def value(self) -> str:
        return self.toPlainText()

    def set_value(self, value: str) -> None:
        self.setPlainText(value or "")

    def typed(self) -> str:
        return self.toPlainText()

    def set_typed(self, typed: Any) -> None:
        self.setPlainText(str(typed))

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text().replace("\r\n", "\n").replace("\x0b", "\n"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def _grow(self) -> None:
        lines = self._lines()
        first = self.document().begin().layout()
        line = ceil(first.lineAt(0).height()) if first.lineCount() else 0  # more than the metrics say, in some fonts
        self.take_height(max(line, self.fontMetrics().lineSpacing()) * lines + 2 * GRID)

    def take_height(self, height: int) -> None:
        """Be as high as what is written."""
        self.setFixedHeight(height)

    def _lines(self) -> int:
        """The lines written, wrapped ones too. A narrower field breaks its lines anew only when they are asked for."""
        layout, block = self.document().documentLayout(), self.document().begin()
        while block.isValid():
            layout.blockBoundingRect(block)
            block = block.next()
        return min(max(round(layout.documentSize().height()), self.LEAST), self.MOST)


class RoomyInput(LongInput):
    """Long text that is the work itself: takes the height there is, and needs what is written at least."""

    LEAST, LETTERS = 4, 28

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def take_height(self, height: int) -> None:
        self.setMinimumHeight(height)

    def minimumSizeHint(self) -> QSize:
        return QSize(letters_wide(self, self.LETTERS), self.minimumHeight())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


class NumberInput(QSpinBox):
    """A whole number or none, with steps, because digits cost a change of the keyboard's layout."""

    changed = Signal()

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.setRange(least - 1, most)
        self.setSpecialValueText(" ")
        self.setMinimumHeight(FIELD_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.changed)

    def value(self) -> int | None:  # type: ignore[override]
        number = super().value()
        return None if number == self.minimum() else number

    def set_value(self, value: int | None) -> None:
        self.setValue(self.minimum() if value is None else value)

    def typed(self) -> int | None:
        return self.value()

    def set_typed(self, typed: Any) -> None:
        self.set_value(typed if isinstance(typed, int) else None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceInput(QComboBox):
    """One of a few. The choices are pairs of value and words, asked anew when the language changes."""

    changed = Signal()

    def __init__(self, choices: Callable[[], Sequence[tuple[Any, str]]]) -> None:
        super().__init__()
        self._choices = choices
        self._values: list[Any] = []
        self.setMinimumHeight(FIELD_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.say_again()
        self.currentIndexChanged.connect(self.changed)

    def say_again(self) -> None:
        at = self.currentIndex()
        self.blockSignals(True)
        self.clear()
        pairs = list(self._choices())
        self._values = [value for value, _ in pairs]
        self.addItems([words for _, words in pairs])
        self.setCurrentIndex(at if 0 <= at < len(pairs) else 0)
        self.blockSignals(False)

    def value(self) -> Any:
        return self._values[self.currentIndex()] if self._values else None

    def set_value(self, value: Any) -> None:
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def typed(self) -> int:
        return self.currentIndex()

    def set_typed(self, typed: Any) -> None:
        if isinstance(typed, int) and 0 <= typed < self.count():
            self.setCurrentIndex(typed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4:
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(min(least.width(), letters_wide(self, 26)), least.height())
