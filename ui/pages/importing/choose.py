"""Choosing the file: a button, a place to drop it, and the sentence when it is not what it says."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from ui.icons import pixmap
from ui.theme import FIELD_HEIGHT, GRID, SECTION_POINTS, SEMIBOLD, Tone, set_look, set_tone, set_type
from ui.words import Words


def dropped_file(event: QDragEnterEvent | QDropEvent) -> Path | None:
    """The one file of this computer that is being dropped."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())


class ChooseFile(QFrame):
    """Shown until a file is read; while it is read, shows that and how to stop."""

    wanted = Signal()  # the button
    dropped = Signal(object)  # Path
    stopped = Signal()

    def __init__(self, words: Words, icon_name: str, sentence: str) -> None:
        super().__init__()
        self._words = words
        self._refusal: Refusal | None = None
        self._icon_name = icon_name
        self.setAcceptDrops(True)
        self.setObjectName("panel")
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._asking(sentence))
        self._pages.addWidget(self._waiting())
        words.switched.connect(self._say)

    # what the page tells

    def ask(self, refusal: Refusal | None = None) -> None:
        """Ask for a file; with a refusal, say first why the last one will not do."""
        self._refusal = refusal
        self._say()
        self._pages.setCurrentIndex(0)

    def wait(self, file: str) -> None:
        """Say that this file is being read."""
        self._words(self._reading, {"file": file}, text=N_("Reading “%(file)s”"))
        self._pages.setCurrentIndex(1)

    @property
    def refusal_text(self) -> str:
        return self._said.text() if self._refusal else ""

    # inside

    def _say(self) -> None:
        self._refused.setVisible(self._refusal is not None)
        self._said.setText(self._words.say.refusal(self._refusal) if self._refusal else "")
        self._refused.setAccessibleName(self._said.text())

    def _asking(self, sentence: str) -> QWidget:
        self._place = QFrame()
        self._place.setObjectName("drop")
        picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        picture.setPixmap(pixmap(self._icon_name, Tone.ACCENT, 48, self.devicePixelRatioF()))
        text = _centred(SECTION_POINTS)
        self._words(text, text=sentence)
        calm = _centred()
        set_tone(calm, Tone.QUIET)
        self._words(calm, text=N_("You will see every row first. Nothing is written until you say so."))
        self.button = QPushButton()
        set_look(self.button, "look", "primary")
        self.button.setMinimumHeight(FIELD_HEIGHT + 4)
        self._words(self.button, text=N_("Choose a file…"), name=N_("Choose a file"))
        self.button.clicked.connect(self.wanted)
        inner = QVBoxLayout(self._place)
        inner.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        inner.setSpacing(2 * GRID)
        for widget in (picture, text, calm):
            inner.addWidget(widget)
        inner.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        return _in_the_middle(self._refused_line(), self._place)

    def _refused_line(self) -> QWidget:
        self._refused = QFrame()
        self._refused.setObjectName("notice")
        set_look(self._refused, "tone", Tone.BAD.value)
        mark, self._said = QLabel(), QLabel(wordWrap=True)
        mark.setPixmap(pixmap("alert-circle-outline", Tone.BAD, ratio=self.devicePixelRatioF()))
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self._refused)
        row.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        row.setSpacing(GRID)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._said, 1)
        self._refused.hide()
        return self._refused

    def _waiting(self) -> QWidget:
        self._reading = _centred(SECTION_POINTS)
        bar = QProgressBar(textVisible=False)
        bar.setRange(0, 0)
        bar.setFixedHeight(6)
        self._words(bar, name=N_("Progress"))
        self.stop = QPushButton()
        self._words(self.stop, text=N_("Cancel"), name=N_("Stop reading the file"))
        self.stop.clicked.connect(self.stopped)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setSpacing(2 * GRID)
        column.addWidget(self._reading)
        column.addWidget(bar)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)
        return _in_the_middle(inner)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()
            set_look(self._place, "over", "yes")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_look(self._place, "over", "no")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        set_look(self._place, "over", "no")
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)


def _centred(points: float = 0) -> QLabel:
    label = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if points:
        set_type(label, points, SEMIBOLD)
    return label


def _in_the_middle(*widgets: QWidget) -> QWidget:
    """The widgets one below the other, as wide as a sentence reads well."""
    whole, narrow = QWidget(), QWidget()
    narrow.setMaximumWidth(640)
    inner = QVBoxLayout(narrow)
    inner.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
    inner.setSpacing(2 * GRID)
    for widget in widgets:
        inner.addWidget(widget)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(narrow, 20)
    row.addStretch(1)
    column = QVBoxLayout(whole)
    column.addStretch(2)
    column.addLayout(row)
    column.addStretch(3)
    return whole
