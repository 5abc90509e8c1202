"""Who is there: the attendance of a meeting, kept with single keys, with the quorum above it all the time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from altdesk.desk import Changed
from altdesk.domain.marking import N_
from altdesk.domain.minutes import Attendee, Minutes, Named
from altdesk.domain.minutes_attendance import quorum_now, stays_text
from altdesk.domain.minutes_kinds import Presence
from altdesk.services import attendance
from ui.columns import Column
from ui.fields import Field, Kind
from ui.pages.meeting.looks import PRESENCES, quorum_said
from ui.pages.meeting.offers import Offers
from ui.pages.sheets.rows import letter
from ui.shell import Shell
from ui.theme import GRID, Tone
from ui.widgets.downward import Downward
from ui.widgets.named import NamedInput
from ui.widgets.parts import Part, SmallForm, button, button_row
from ui.widgets.short_table import ShortTable

SHOWN = 16  # rows before the list scrolls by itself
POST, LEAST_LETTERS = 1, 88  # the column of posts, and how wide the list must be for it
NEXT = {
    Presence.PRESENT: Presence.ABSENT,
    Presence.ABSENT: Presence.EXCUSED,
    Presence.EXCUSED: Presence.PRESENT,
}


class Attendance(Downward):
    """Space goes to the next state, A: came now, L: left now, Enter: reason and times, Insert: somebody more."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.part = AttendancePart(shell)
        inside = QWidget()
        inside.setObjectName("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        column.addWidget(self.part)
        self.setWidget(inside)
        self.setFocusProxy(self.part.table)

    def show_minutes(self, minutes: Minutes) -> None:
        self.part.show_minutes(minutes)


class AttendancePart(Part):
    """The list with its keys and buttons."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, N_("Attendance"))
        self._minutes: Minutes | None = None
        self._offers = Offers(shell.desk)
        columns = (
            Column("name", N_("Full name"), 250, lambda who: who.full_name),
            Column("post", N_("Post"), 170, lambda who: who.post),
            Column("state", N_("State"), 150, state=lambda who: PRESENCES[who.state]),
            Column("note", N_("Note"), 170, lambda who: _note(who)),
        )
        self.table = ShortTable(shell, "attendance", columns, SHOWN)
        shell.words(self.table, name=N_("Attendance"))
        self.toggle_button = button(shell, N_("Present / absent"), self.toggle, "check", N_("Space in the list"))
        self.came_button = button(shell, N_("Came now"), self.came, "login", N_("A in the list"))
        self.left_button = button(shell, N_("Left now"), self.leave_now, "logout", N_("L in the list"))
        self.more_button = button(
            shell, N_("Reason and times…"), self.ask_more, "pencil-outline", N_("Enter in the list")
        )
        self.add_button = button(shell, N_("Add somebody…"), self.ask_who, "plus", N_("Insert in the list"))
        self.remove_button = button(shell, N_("Take off the list"), self.remove, "trash-can-outline")
        self.form = SmallForm(shell, self._fields())
        self.column.addWidget(self.table)
        self.column.addLayout(button_row((self.toggle_button, self.came_button, self.left_button)))
        self.column.addLayout(button_row((self.more_button, self.add_button, self.remove_button)))
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self.table.installEventFilter(self)
        self.table.selection_changed.connect(self._show_possible)
        self.table.activated_id.connect(lambda _id: self.ask_more())
        self.table.insert_wanted.connect(self.ask_who)
        self.table.delete_wanted.connect(self.remove)
        self.table.rows.loaded.connect(self._stand_somewhere)
        shell.words.switched.connect(self._say)

    def show_minutes(self, minutes: Minutes) -> None:
        """Show who is there as it stands now."""
        if self._minutes is None or self._minutes.id != minutes.id:
            self.form.hide()
            self.table.clearSelection()
        self._minutes = minutes
        self.table.show_lines(minutes.attendees)
        self._say()
        self._show_possible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the names need it; posts are on the paper."""
        super().resizeEvent(event)
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        self.table.show_column(POST, shown=letters >= LEAST_LETTERS)

    # verbs of the list

    def toggle(self) -> None:
        """The next state: present, absent, excused."""
        who = self.chosen
        if who is not None and who.state in NEXT:
            self._mark(who, NEXT[who.state])

    def came(self) -> None:
        """Came this minute."""
        self._at_now(attendance.arrive)

    def leave_now(self) -> None:
        """Left this minute."""
        self._at_now(attendance.leave)

    def ask_more(self) -> None:
        """Reason and times of the current row, in place."""
        who = self.chosen
        if who is None or self._locked:
            return

        def keep(values: dict[str, Any]) -> None:
            told = (values["state"], values["reason"], values["stays"])
            self._do(lambda: attendance.tell(self.shell.desk, who.id, *told))

        self.form.open_form(N_("Keep"), keep, state=who.state, stays=stays_text(who.stays), reason=who.reason)

    def ask_who(self) -> None:
        """Somebody who is not on the list: a guest, or a member."""
        minutes = self._minutes
        if minutes is None or self._locked:
            return

        def add(values: dict[str, Any]) -> None:
            member = values["kind"] is Presence.PRESENT
            add = partial(attendance.add, self.shell.desk, minutes.id, values["who"], values["kind"], votes=member)
            self._do(add)

        self.form.open_form(N_("Add"), add, who=Named(), kind=Presence.GUEST)

    def remove(self) -> None:
        """Take the current row off the list; undo brings it back."""
        who, minutes = self.chosen, self._minutes
        if who is not None and minutes is not None and not self._locked:
            self._do(lambda: attendance.remove(self.shell.desk, minutes.id, [who.id]))

    # inside

    @property
    def chosen(self) -> Attendee | None:
        line = self.table.current_line()
        return line if isinstance(line, Attendee) else None

    @property
    def _locked(self) -> bool:
        return self._minutes is None or self._minutes.locked

    def _at_now(self, verb: Callable[..., Changed]) -> None:
        who, now = self.chosen, datetime.now().time().replace(second=0, microsecond=0)
        if who is not None and not self._locked:
            self._do(lambda: verb(self.shell.desk, who.id, now))

    def _mark(self, who: Attendee, state: Presence) -> None:
        minutes = self._minutes
        if minutes is not None and not self._locked:
            self._do(lambda: attendance.mark(self.shell.desk, minutes.id, [who.id], state, who.reason))

    def _do(self, verb: Callable[[], Changed]) -> None:
        self.shell.work.do(verb, lambda _changed: self._done(), self.form.refuse, label=N_("Saving"))

    def _done(self) -> None:
        if not self.form.isHidden():
            self.form.close_form()
            self.table.setFocus()

    def _say(self) -> None:
        if self._minutes is not None:
            quorum = quorum_now(self._minutes)
            self.say_sentence(quorum_said(quorum, self.shell.say), Tone.GOOD if quorum.held else Tone.BAD)

    def _stand_somewhere(self) -> None:
        if self.table.rows.count and not self.table.selected_count():
            self.table.selectRow(0)
        self._show_possible()

    def _show_possible(self) -> None:
        locked, one = self._locked, self.chosen is not None
        for each in (self.toggle_button, self.came_button, self.left_button, self.more_button, self.remove_button):
            each.setEnabled(one and not locked)
        self.add_button.setEnabled(not locked)

    def _fields(self) -> Sequence[Field]:
        states = tuple((state, PRESENCES[state].word) for state in Presence)
        kinds = ((Presence.GUEST, N_("Guest")), (Presence.PRESENT, N_("Member")))
        return (
            Field("who", N_("Who"), letters=34, make=lambda shell: NamedInput(shell.work, self._offers.people)),
            Field("kind", N_("As"), Kind.CHOICE, choices=kinds),
            Field("state", N_("State"), Kind.CHOICE, choices=states),
            Field("stays", N_("Came – left"), letters=18, hint=N_("For example 14:10–15:30.")),
            Field("reason", N_("Reason"), letters=30),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Space:
                self.toggle()
                return True
            verb = {"a": self.came, "l": self.leave_now}.get(letter(event))
            if verb is not None and not event.modifiers():
                verb()
                return True
        return super().eventFilter(watched, event)


def _note(who: Attendee) -> str:
    """When somebody came and left, and why they were not there."""
    return ", ".join(filter(None, (stays_text(who.stays), who.reason)))
