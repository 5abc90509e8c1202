"""Under a paper: where it is printed, whether without asking, and what went where the last time."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from altdesk.domain.marking import N_
from altdesk.domain.printing import Choice, spans
from ui.icons import icon
from ui.sending import Sent, how
from ui.theme import Tone, set_icon, set_look, set_tone
from ui.widgets.flow import Flow
from ui.words import Words, breakable


class PrintLine(QWidget):
    """Shows what was chosen for a form; hidden as long as nothing was."""

    straight_wanted = Signal(bool)
    ask_wanted = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._say = words.say
        self._choice = Choice()
        self._sent: tuple[Sent, str] | None = None
        self.where, self.told = (QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText) for _ in range(2))
        set_tone(self.where, Tone.QUIET)
        set_tone(self.told, Tone.GOOD)
        self.straight, self.ask = QCheckBox(), QPushButton()
        words(self.straight, text=N_("Print without asking"), name=N_("Print without asking"))
        words(self.straight, tip=N_("This form goes straight to the same printer, as it was printed the last time"))
        words(self.ask, text=N_("Another printer…"), name=N_("Choose another printer and print"))
        set_look(self.ask, "look", "quiet")
        set_icon(self.ask, icon("printer-settings"))
        self.straight.clicked.connect(self.straight_wanted)
        self.ask.clicked.connect(self.ask_wanted)
        self.straight.setMinimumHeight(self.ask.sizeHint().height())  # on one line with what stands beside it
        row = Flow()
        row.addWidget(self.straight)
        row.addWidget(self.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for label in (self.told, self.where):
            column.addWidget(label)
        column.addLayout(row)
        words.switched.connect(self._tell)
        self._tell()

    def show_choice(self, choice: Choice) -> None:
        """Say what was chosen for the form that is shown."""
        self._choice = choice
        self._tell()

    def show_sent(self, sent: Sent | None) -> None:
        """Say what went where; None when another paper is shown."""
        self._sent = None if sent is None else (sent, QTime.currentTime().toString("HH:mm"))
        self._tell()

    def _tell(self) -> None:
        say, choice = self._say, self._choice
        self.setVisible(choice.known or self._sent is not None)
        self.straight.setVisible(choice.known)
        self.straight.setChecked(choice.straight)
        self.ask.setVisible(choice.straight)
        self.where.setVisible(choice.known and self._sent is None)  # else it is said already
        self.where.setText(breakable(", ".join([choice.printer, *how(say, choice.sides, choice.copies)])))
        self.told.setVisible(self._sent is not None)
        if self._sent is not None:
            sent, at = self._sent
            if sent.in_file:
                self.told.setText(breakable(say(N_("Saved: %(file)s"), file=sent.printer)))
                return
            pages = [] if sent.whole else [say(N_("pages %(pages)s"), pages=spans(sent.look.printed))]
            what = ", ".join([say(N_("the whole paper"))] * sent.whole + pages + how(say, sent.sides, sent.copies))
            said = N_("%(time)s – sent to %(printer)s: %(what)s")
            self.told.setText(breakable(say(said, time=at, printer=sent.printer, what=what)))
