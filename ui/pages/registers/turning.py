"""The turn of the year, in place: of every member it is said who stays or leaves, and who comes; one button does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from altdesk.domain.bodies import Body, Term
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.services import bodies
from ui.fields import Field, FieldBox, Kind
from ui.icons import icon
from ui.pages.registers.who_comes import WhoComes
from ui.pages.registers.who_stays import WhoStays
from ui.shell import Shell
from ui.theme import GRID, SECTION_POINTS, SEMIBOLD, Tone, set_icon, set_look, set_tone, set_type
from ui.widgets.downward import Downward
from ui.widgets.parts import button, button_row
from ui.words import breakable, cut

WAIT_MS = 250


@dataclass(frozen=True)
class _Waiting:
    """What the desk says of the body before its year turns."""

    body: Body
    on: date
    terms: Sequence[Term]


class Turning(QWidget):
    """Nothing is written before the button is pressed."""

    done = Signal(int)  # body id
    closed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._found: _Waiting | None = None
        self._refusal: Refusal | None = None
        self.on = FieldBox(Field("on", N_("New year begins on"), Kind.DATE, letters=14), shell)
        hint = N_("Empty: until the next turn.")
        self.until = FieldBox(Field("until", N_("New terms end on"), Kind.DATE, letters=14, hint=hint), shell)
        self.stays, self.comes = WhoStays(shell), WhoComes(shell)
        self._soon = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._soon.timeout.connect(self._look)
        self._lay_out()
        self.on.changed.connect(self._soon.start)
        self.stays.changed.connect(self._say)
        self.comes.changed.connect(self._say)
        shell.words.switched.connect(self._say)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the choices, which do not scroll sideways."""
        least, bar = super().minimumSizeHint(), self._scroll.verticalScrollBar().sizeHint().width()
        return QSize(max(least.width(), self._inside.minimumSizeHint().width() + bar + 3 * GRID), least.height())

    def start(self, body_id: int) -> None:
        """Begin with the turn that is due: of this academic year when it is still to be made, else of the next."""
        desk, today = self._shell.desk, date.today()
        self._found = None
        self.stays.forget()
        self.comes.forget()
        self.until.set_value(None)

        def load() -> _Waiting:
            on = bodies.due(desk, body_id, today)
            return _Waiting(bodies.get(desk, body_id), on, bodies.to_turn(desk, body_id, on))

        def show(found: _Waiting) -> None:
            self.on.blockSignals(True)
            self.on.set_value(found.on)
            self.on.blockSignals(False)
            self._show(found)
            self.on.input.setFocus(Qt.FocusReason.TabFocusReason)

        self._shell.work.do(load, show, topic=f"turning-{id(self)}")

    def turn(self) -> None:
        """Turn the year over; the answer comes as `done`."""
        found, desk = self._found, self._shell.desk
        if found is None or self._soon.isActive():
            return
        try:
            on, until = self._first_day(), self.until.value()
            self.comes.refuse_half_chosen()
        except Refusal as refusal:
            self._refuse(refusal)
            return
        number, stays, leaves, comes = found.body.id, self.stays.stays(), self.stays.leaves(), list(self.comes.comers)

        def write() -> object:
            return bodies.turn_year(desk, number, on, stays=stays, leaves=leaves, comes=comes, until=until)

        self._shell.work.do(write, lambda _changed: self.done.emit(number), self._refuse, label=N_("Saving"))

    # inside

    def _look(self) -> None:
        """The day is another one: ask who is to be decided about then."""
        found, desk = self._found, self._shell.desk
        if found is None:
            return
        try:
            on = self._first_day()
        except Refusal as refusal:
            self._refuse(refusal)
            return
        body = found.body
        load = partial(bodies.to_turn, desk, body.id, on)
        self._shell.work.do(load, lambda terms: self._show(_Waiting(body, on, terms)), topic=f"turning-{id(self)}")

    def _first_day(self) -> date:
        day = self.on.value()
        if not isinstance(day, date):
            raise Refusal(N_("Type the day."), field="on")
        return day

    def _refuse(self, refusal: Refusal) -> None:
        """Below its field, or above the button where it is about a member."""
        box = {"on": self.on, "until": self.until, "person": self.comes.person}.get(refusal.field)
        if box is not None:
            box.refuse(refusal)
            box.input.setFocus()
            return
        self._refusal = refusal
        self._say()

    def _show(self, found: _Waiting) -> None:
        self._found, self._refusal = found, None
        self.stays.show_terms(found.terms, found.body.posts)
        self.comes.show_posts(found.body.posts)
        last = self.comes.tab_from(self.stays.tab_from(self.until.input))
        self.setTabOrder(last, self.turn_button)
        self._say()

    def _say(self) -> None:
        say, found = self._shell.say, self._found
        if found is None:
            return
        self.title.setText(breakable(cut(say(N_("Turn of the year: %(body)s"), body=found.body.name), 100)))
        text = N_("Stay: %(stay)d. Leave: %(leave)d. Come: %(come)d.")
        stay, leave, come = len(self.stays.stays()), len(self.stays.leaves()), len(self.comes.comers)
        self.count.setText(say(text, stay=stay, leave=leave, come=come))
        self.refusal.setText(say.refusal(self._refusal) if self._refusal else "")
        self.refusal.setVisible(self._refusal is not None)
        self.turn_button.setEnabled(bool(stay or leave or come))

    # building

    def _lay_out(self) -> None:
        shell = self._shell
        self.title, self.count, self.refusal = QLabel(wordWrap=True), QLabel(wordWrap=True), QLabel(wordWrap=True)
        set_type(self.title, SECTION_POINTS, SEMIBOLD)
        set_tone(self.refusal, Tone.BAD)
        for label in (self.title, self.refusal):
            label.setTextFormat(Qt.TextFormat.PlainText)
        close = QToolButton()
        set_icon(close, icon("close"))
        set_look(close, "look", "quiet")
        shell.words(close, name=N_("Close"), tip=N_("Close (Esc)"))
        close.clicked.connect(self.closed)
        self.turn_button = button(shell, N_("Turn the year over"), self.turn)
        set_look(self.turn_button, "look", "primary")
        set_icon(self.turn_button, icon("calendar-sync-outline", Tone.ON_ACCENT))
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.turn_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, GRID, GRID + 4)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._form(), 1)
        column.addWidget(self.refusal)
        column.addWidget(self.count)
        column.addLayout(foot)

    def _form(self) -> Downward:
        inside, scroll, explained = QWidget(), Downward(), QLabel(wordWrap=True)
        self._inside, self._scroll = inside, scroll
        inside.setObjectName("panel")
        set_tone(explained, Tone.QUIET)
        self._shell.words(explained, text=N_("Last year's terms end the day before and stay in the register."))
        days = button_row((self.on, self.until))
        days.setSpacing(2 * GRID)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(12)
        column.addLayout(days)
        for widget in (explained, self.stays, self.comes):
            column.addWidget(widget)
        column.addStretch(1)
        scroll.setWidget(inside)
        return scroll

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
