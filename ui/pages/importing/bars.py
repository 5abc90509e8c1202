"""The lines around the preview: what to know about the file, the row one stands on, and the button that imports."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from altdesk.domain.marking import N_
from altdesk.domain.remarks import Remark
from ui.icons import icon, pixmap
from ui.theme import FIELD_HEIGHT, GRID, Tone, set_icon, set_look, set_tone
from ui.words import Words

_MOST_WARNINGS = 3


class Warnings(QFrame):
    """What is worth knowing about the file, said calmly."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._remarks: Sequence[Remark] = ()
        self.setObjectName("notice")
        set_look(self, "tone", Tone.WAIT.value)
        mark, self._text = QLabel(), QLabel(wordWrap=True)
        mark.setPixmap(pixmap("information-outline", Tone.WAIT, ratio=self.devicePixelRatioF()))
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()
        words.switched.connect(self._say)

    @property
    def text(self) -> str:
        return self._text.text()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        self._remarks = list({str(remark): remark for remark in remarks}.values())
        self._say()
        self.setVisible(bool(self._remarks))

    def _say(self) -> None:
        said = [self._words.say(remark.message, **remark.values) for remark in self._remarks]
        shown = said[:_MOST_WARNINGS]
        if len(said) > len(shown):
            shown.append(self._words.say(N_("And %(count)d more remarks."), count=len(said) - len(shown)))
        self._text.setText("\n".join(shown))
        self._text.setToolTip("\n".join(said))


class RowBar(QFrame):
    """The row one stands on in full sentences, and the three ways to decide a doubtful one."""

    decided = Signal(str)

    def __init__(self, words: Words, update: str) -> None:
        super().__init__()
        self._words = words
        self._mark, self._text = QLabel(), QLabel(wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = {
            "new": self._button("plus", N_("Take as new (N)")),
            "update": self._button("pencil-outline", update),
            "out": self._button("close-circle-outline", N_("Leave out (X)")),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, 6, 2 * GRID, 6)
        row.setSpacing(GRID)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self.decided.emit(key))
            row.addWidget(button)
        self.setMinimumHeight(FIELD_HEIGHT + 14)

    @property
    def text(self) -> str:
        return self._text.text()

    def show_row(self, icon_name: str, tone: Tone, text: str, possible: Sequence[str]) -> None:
        """Say what is to know about the row; `possible` are the decisions there are to make."""
        self._mark.setPixmap(pixmap(icon_name, tone, ratio=self.devicePixelRatioF()))
        self._mark.setVisible(bool(icon_name))
        self._text.setText(text)
        self._text.setToolTip(text)
        for key, button in self.buttons.items():
            button.setVisible(key in possible)

    def _button(self, icon_name: str, text: str) -> QPushButton:
        button = QPushButton()
        set_icon(button, icon(icon_name))
        button.setMinimumHeight(FIELD_HEIGHT - 2)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._words(button, text=text, name=text)
        return button


class ImportBar(QWidget):
    """Nothing is written yet; and the one button that does it."""

    wanted = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("importbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark, self._calm, self._more = QLabel(), QLabel(), QLabel(wordWrap=True)
        self._mark.setPixmap(pixmap("shield-check-outline", Tone.GOOD, 24, self.devicePixelRatioF()))
        words(self._calm, text=N_("Nothing is written yet."))
        set_tone(self._more, Tone.QUIET)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setRange(0, 0)
        self._bar.setFixedSize(140, 6)
        words(self._bar, name=N_("Progress"))
        self.button = QPushButton()
        set_look(self.button, "look", "primary")
        self.button.setMinimumHeight(FIELD_HEIGHT + 4)
        set_icon(self.button, icon("check", Tone.ON_ACCENT))
        self.button.clicked.connect(self.wanted)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._calm)
        texts.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(12)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        row.addWidget(self._bar)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_ready("", "", enabled=False)

    @property
    def text(self) -> str:
        return f"{self._calm.text()} {self._more.text()}".strip()

    def show_ready(self, more: str, verb: str, *, enabled: bool) -> None:
        """Say what the button will do."""
        self._bar.hide()
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.button.setText(verb)
        self.button.setAccessibleName(verb)
        self.button.setEnabled(enabled)

    def show_busy(self, verb: str) -> None:
        """It is being done: nothing more can be pressed."""
        self._bar.show()
        self.button.setText(verb)
        self.button.setEnabled(False)
