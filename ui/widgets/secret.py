"""A passphrase typed unseen: an eye shows it, and what goes wrong unseen (Caps Lock, the other keyboard) is said."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from altdesk.domain.marking import N_
from altdesk.domain.passphrases import Letters, letters_of
from ui.icons import icon
from ui.shell import Shell
from ui.theme import FIELD_HEIGHT, Tone, set_tone
from ui.widgets.inputs import letters_wide

WIDE = 34  # letters
LETTERS_SAID = {
    Letters.CYRILLIC: N_("You are typing Cyrillic letters."),
    Letters.LATIN: N_("You are typing Latin letters."),
}
CAPS = N_("Caps Lock is on.")
SHOW, HIDE = N_("Show what is typed"), N_("Hide what is typed")


class SecretInput(QWidget):
    """One line that shows dots. An input of an editor's field that no draft ever keeps."""

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell, self._caps = shell, False
        self.line, self.said = QLineEdit(), QLabel(wordWrap=True)
        self.line.setMinimumHeight(FIELD_HEIGHT)
        self.line.setTextMargins(4, 0, 4, 0)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.eye: QAction = self.line.addAction(
            icon("eye-outline", Tone.QUIET), QLineEdit.ActionPosition.TrailingPosition
        )
        self.eye.triggered.connect(lambda: self.show_typed(shown=not self.shown))
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._on_changed)
        set_tone(self.said, Tone.QUIET)
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.said)
        shell.words.switched.connect(self._say)
        self.show_typed(shown=False)
        self._fit()

    @property
    def shown(self) -> bool:
        """Whether letters are shown instead of dots."""
        return self.line.echoMode() == QLineEdit.EchoMode.Normal

    def show_typed(self, *, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.setIcon(icon("eye-off-outline" if shown else "eye-outline", Tone.QUIET))
        self._say()

    def value(self) -> str:
        return self.line.text()

    def set_value(self, value: str | None) -> None:
        self.line.setText(value or "")
        self.show_typed(shown=False)

    def typed(self) -> str:
        return ""

    def set_typed(self, typed: Any) -> None:
        del typed

    def setAccessibleName(self, name: str) -> None:
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, about: str) -> None:
        self.line.setAccessibleDescription(about)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            letter, held = event.text(), event.modifiers()
            if len(letter) == 1 and letter.isalpha() and not held & Qt.KeyboardModifier.ControlModifier:
                shifted = bool(held & Qt.KeyboardModifier.ShiftModifier)
                self._caps = letter.isupper() != shifted and letter.upper() != letter.lower()
            elif event.key() == Qt.Key.Key_CapsLock:
                self._caps = False
            self._say()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "line"):
            self._fit()

    def _fit(self) -> None:
        self.line.setFixedWidth(letters_wide(self.line, WIDE))

    def _on_changed(self) -> None:
        if not self.line.text():
            self._caps = False
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        say, letters = self._shell.say, letters_of(self.line.text())
        told = [say(CAPS)] if self._caps else []
        if letters is not None and not self.shown:
            told.append(say(LETTERS_SAID[letters]))
        self.said.setText(" ".join(told))
        self.said.setVisible(bool(told))
        set_tone(self.said, Tone.WAIT if self._caps else Tone.QUIET)
        self.eye.setText(say(HIDE if self.shown else SHOW))
        self.eye.setToolTip(self.eye.text())
