"""Messages instead of dialogs: the last step and its undo in the status line, refusals in a bar above the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QToolButton, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.i18n import Translator
from ui.icons import icon, pixmap
from ui.theme import GRID, Tone, set_icon, set_look, set_tone
from ui.widgets.elided import ElidedLabel
from ui.words import Words
from ui.work import Work

if TYPE_CHECKING:
    from altdesk.desk import Changed


@dataclass(frozen=True)
class Notice:
    """A sentence above the page, with one thing that can be done about it."""

    text: str
    values: Mapping[str, object]
    tone: Tone = Tone.BAD
    verb: str = ""
    act: Callable[[], None] | None = None


class StepName:
    """The name of a step within a sentence, in whatever language the screen speaks when it is said."""

    def __init__(self, say: Translator, changed: Changed) -> None:
        self._say, self._changed = say, changed

    def __str__(self) -> str:
        return self._say(self._changed.label, **self._changed.values)


class Messages(QObject):
    """Where anybody says something to the person."""

    told = Signal(str, object)  # source text, values
    advised = Signal(str)  # source text
    stepped = Signal(object)  # Changed
    noticed = Signal(object)  # Notice or None

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def tell(self, text: str, /, **values: object) -> None:
        """Say a marked sentence in the status line."""
        self.told.emit(text, values)

    def advise(self, text: str, /) -> None:
        """Say in the status line what to do first; it goes when one leaves the page it was said of."""
        self.advised.emit(text)

    def tell_count_copied(self, rows: int) -> None:
        self.tell(N_("Copied to the clipboard, rows: %(count)s"), count=rows)

    def step(self, changed: Changed) -> None:
        """Say which step was made; the status line offers to undo it."""
        self.stepped.emit(changed)

    def refuse(self, refusal: Refusal) -> None:
        """Say above the page what cannot be done, when there is no field to say it under."""
        self.noticed.emit(Notice(refusal.message, refusal.values))

    def notice(self, text: str, /, *, verb: str = "", act: Callable[[], None] | None = None, **values: object) -> None:
        """Say something above the page that stays until it is dealt with."""
        self.noticed.emit(Notice(text, values, Tone.WAIT, verb, act))

    def quiet(self) -> None:
        """Take the bar above the page away."""
        self.noticed.emit(None)


_NOTICE_ICONS = {Tone.BAD: "alert-circle-outline", Tone.WAIT: "information-outline"}


class NoticeBar(QFrame):
    """The bar above the page."""

    def __init__(self, words: Words, messages: Messages) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._words = words
        self._notice: Notice | None = None
        self._icon = QLabel()
        self._text = QLabel(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._verb = QPushButton()
        self._verb.clicked.connect(self._act)
        self._close = QToolButton()
        set_icon(self._close, icon("close"))
        set_look(self._close, "look", "quiet")
        words(self._close, name=N_("Close the message"), tip=N_("Close the message"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._verb)
        row.addWidget(self._close)
        self.hide()
        messages.noticed.connect(self.show_notice)
        words.switched.connect(self._say)

    def show_notice(self, notice: Notice | None) -> None:
        self._notice = notice
        if notice is not None:
            set_look(self, "tone", notice.tone.value)
            self._icon.setPixmap(pixmap(_NOTICE_ICONS[notice.tone], notice.tone, ratio=self.devicePixelRatioF()))
            self._say()
        self.setVisible(notice is not None)

    def _say(self) -> None:
        if self._notice is None:
            return
        said = self._words.say(self._notice.text, **self._notice.values)
        self._text.setText(said)
        self.setAccessibleName(said)
        self._verb.setText(self._words.say(self._notice.verb))
        self._verb.setAccessibleName(self._verb.text())
        self._verb.setVisible(bool(self._notice.verb))

    def _act(self) -> None:
        notice = self._notice
        self.hide()
        if notice is not None and notice.act is not None:
            notice.act()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


class StatusLine(QWidget):
    """The line at the bottom: the last step and its undo, and what takes long right now."""

    undo_wanted = Signal()

    def __init__(self, words: Words, messages: Messages, work: Work) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words, self._work = words, work
        self._said: tuple[str, Mapping[str, object]] = ("", {})
        self._advice = ""
        self._text = ElidedLabel()
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._undo = QPushButton()
        set_icon(self._undo, icon("undo"))
        set_look(self._undo, "look", "quiet")
        words(self._undo, text=N_("Undo"), name=N_("Undo the last step"))
        self._undo.clicked.connect(self.undo_wanted)
        self._undo.hide()
        self._doing = QLabel()
        set_tone(self._doing, Tone.QUIET)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedSize(140, 6)
        words(self._bar, name=N_("Progress"))
        self._cancel = QPushButton()
        set_look(self._cancel, "look", "quiet")
        words(self._cancel, text=N_("Cancel"), name=N_("Cancel what is running"))
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 2, GRID, 2)
        row.setSpacing(GRID)
        row.addWidget(self._text, 1)
        row.addWidget(self._undo)
        row.addSpacing(GRID)
        for widget in (self._doing, self._bar, self._cancel):
            row.addWidget(widget)
            widget.hide()
        self.setFixedHeight(self._cancel.sizeHint().height() + 6)
        messages.told.connect(self._tell)
        messages.advised.connect(self._advise)
        messages.noticed.connect(self._end_advice)
        messages.stepped.connect(lambda changed: self._tell(changed.label, changed.values))
        work.changed.connect(self._show_work)
        words.switched.connect(self._say)

    @property
    def text(self) -> str:
        return self._text.text()

    def offer_undo(self, step_made: Changed | None) -> None:
        """Offer to undo this step, or nothing."""
        self._undo.setVisible(step_made is not None)
        if step_made is not None:
            step = self._words.say(step_made.label, **step_made.values)
            self._undo.setToolTip(self._words.say(N_("Undo: %(step)s (Ctrl+Z)"), step=step))

    def _tell(self, text: str, values: Mapping[str, object]) -> None:
        self._said = (text, values)
        self._say()

    def _advise(self, text: str) -> None:
        self._tell(text, {})
        self._advice = text

    def _end_advice(self, notice: Notice | None) -> None:
        """Another page is shown: what was advised on the one before holds no more."""
        if notice is None and self._advice and self._said[0] == self._advice:
            self._tell("", {})

    def _say(self) -> None:
        said = self._words.say(self._said[0], **self._said[1])
        self._text.setText(said)
        self._show_work()

    def _show_work(self) -> None:
        job = self._work.showing
        for widget in (self._doing, self._bar):
            widget.setVisible(job is not None)
        self._cancel.setVisible(job is not None and job.cancellable)
        if job is None:
            return
        self._doing.setText(self._words.say(job.label))
        total = job.progress.total if job.progress else 0
        self._bar.setRange(0, total)
        self._bar.setValue(job.progress.done if job.progress else 0)

    def _stop(self) -> None:
        if self._work.showing:
            self._work.showing.cancel()
