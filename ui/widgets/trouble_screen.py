"""A screen over the whole page that says what is wrong with the desk itself, what to do, and offers to do it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from altdesk.domain.marking import N_
from ui.icons import pixmap
from ui.shell import Shell
from ui.theme import GRID, SEMIBOLD, TITLE_POINTS, Tone, set_look, set_tone, set_type
from ui.widgets.copied import CopiedLabel
from ui.widgets.copy_secret import CopySecret
from ui.widgets.flow import Flow
from ui.widgets.middle import MiddleScreen

if TYPE_CHECKING:
    from altdesk.sealing.keys import Keys

COPY_LOCKED = N_("“%(file)s” is encrypted. Type the passphrase or the recovery key it was made with.")


@dataclass(frozen=True)
class Way:
    """A way out: a verb and what it does; the first one shown is the one most people want."""

    verb: str
    act: Callable[[], None]
    values: Mapping[str, object] = field(default_factory=dict)


class TroubleScreen(MiddleScreen):
    """Shown in the place of the pages."""

    widest = 640

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._words = shell.words
        self.title, self.text, self.more = QLabel(wordWrap=True), QLabel(wordWrap=True), CopiedLabel(shell.words)
        self.secret = CopySecret(shell)
        self._icon = QLabel()
        self.buttons: list[QPushButton] = []
        set_type(self.title, TITLE_POINTS, SEMIBOLD)
        set_tone(self.more, Tone.QUIET)
        for label in (self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._row = Flow()
        self._row.setSpacing(GRID)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        for widget in (self._icon, self.title, self.text, self.more):
            column.addWidget(widget)
        column.addWidget(self.secret)
        column.addLayout(self._row)
        self.stand(inside, (self.title, self.text, self.more))

    def show_trouble(
        self, icon_name: str, title: str, text: str, values: Mapping[str, object], more: str, ways: Sequence[Way]
    ) -> None:
        """Say it in marked texts; `more` is a plain line, such as a folder."""
        self._icon.setPixmap(pixmap(icon_name, Tone.BAD, 48, self.devicePixelRatioF()))
        self._words(self.title, text=title)
        self._words(self.text, values, text=text)
        self.more.show_text(more)
        self.more.setVisible(bool(more))
        self._words(self, name=title, about=text)
        self.secret.hide()
        self.secret.setEnabled(True)
        for button in self.buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(way, first=not at) for at, way in enumerate(ways)]
        for button in self.buttons:
            self._row.addWidget(button)
            button.show()  # a hidden one is not remembered as the focus of a window that is not in front
        self.fit()
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def ask_secret(self, copy: Path, then: Callable[[Keys | None], None]) -> None:
        """Ask for what opens a copy; `then` hears its keys. The other ways stay open meanwhile."""
        self.secret.ask(copy, N_("Go back to this copy"), then)
        self.secret.say_above(self._words.say(COPY_LOCKED, file=copy.name))
        self.fit()

    def set_busy(self, *, busy: bool) -> None:
        """A way was taken: no second one meanwhile."""
        for button in (*self.buttons, self.secret):
            button.setEnabled(not busy)

    def _button(self, way: Way, *, first: bool) -> QPushButton:
        button = QPushButton()
        set_look(button, "look", "primary" if first else "quiet")
        button.setAutoDefault(True)
        self._words(button, way.values, text=way.verb, name=way.verb)
        button.clicked.connect(lambda _checked=False: way.act())
        return button
