"""The issues raised at a leadership meeting: add one, answer it, settle it, move it, remove it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut

from altdesk.desk import Changed
from altdesk.domain.dates import short_day
from altdesk.domain.leadership import Issue, IssueDraft, LeadershipMeeting
from altdesk.domain.marking import N_
from altdesk.services import leadership
from ui.columns import Column, State
from ui.fields import Field, Kind
from ui.offers import offer_names, offer_posts
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.finder import Suggestion
from ui.widgets.parts import Part, SmallForm, Then, button, button_row
from ui.widgets.short_table import ShortTable

WIDE = 30  # letters of a text


class Issues(Part):
    """Below the fields of a meeting. `saved(then)` saves what is typed in them first."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None]) -> None:
        super().__init__(shell, N_("Issues raised"))
        self._saved = saved
        self._meeting: LeadershipMeeting | None = None
        columns = (
            Column("issue", N_("Issue raised"), 220, lambda issue: " ".join(issue.issue.split())),
            Column("state", N_("Settled"), 140, state=_state, fits="00.00.0000"),
        )
        self.table = ShortTable(shell, "raised issues", columns, 8)
        shell.words(self.table, name=N_("Issues raised"))
        self.add_button = button(shell, N_("Add an issue"), self.ask_new, "plus")
        self.change_button = button(shell, N_("Edit"), self.ask_change, "pencil-outline")
        self.settle_button = button(shell, N_("Settled today"), self.settle, "check-circle-outline")
        self.up_button = button(shell, N_("Up"), lambda: self.move_issue(-1), "arrow-up", N_("Higher (Ctrl+Up)"))
        self.down_button = button(shell, N_("Down"), lambda: self.move_issue(1), "arrow-down", N_("Lower (Ctrl+Down)"))
        self.out_button = button(shell, N_("Remove"), self.remove, "minus")
        self.form = SmallForm(shell, self._fields())
        self.column.addWidget(self.table)
        buttons = (self.add_button, self.change_button, self.settle_button, self.up_button, self.down_button,
                   self.out_button)  # fmt: skip
        self.column.addLayout(button_row(buttons))
        self.column.addWidget(self.form)
        self._connect()

    def _fields(self) -> tuple[Field, ...]:
        return (
            Field("issue", N_("Issue raised"), Kind.LONG, letters=WIDE),
            Field("answer", N_("Answer"), Kind.LONG, letters=WIDE),
            Field("responsible", N_("Responsible"), Kind.COMPLETED, letters=WIDE, offers=self._offer),
            Field("due_on", N_("Due on"), Kind.DATE, letters=14),
            Field("settled_on", N_("Settled on"), Kind.DATE, letters=14),
        )

    def _offer(self, text: str) -> list[Suggestion]:
        desk = self.shell.desk
        return [*offer_posts(desk, text), *offer_names(desk, text)][:30]

    def _connect(self) -> None:
        for keys, step in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            QShortcut(QKeySequence(keys), self.table).activated.connect(partial(self.move_issue, step))
        self.table.selection_changed.connect(self._show_possible)
        self.table.insert_wanted.connect(self.ask_new)
        self.table.delete_wanted.connect(self.remove)
        self.table.activated_id.connect(lambda _id: self.ask_change())
        self.table.rows.loaded.connect(self._show_possible)
        self.shell.words.switched.connect(self._say)

    def show_meeting(self, meeting: LeadershipMeeting) -> None:
        if self._meeting is None or self._meeting.id != meeting.id:
            self.form.hide()
            self.table.clearSelection()
        self._meeting = meeting
        self.table.setVisible(bool(meeting.issues))
        self.table.show_lines(meeting.issues)
        self.say_count(len(meeting.issues) or "")
        self._say()
        self._show_possible()

    def _say(self) -> None:
        empty = self._meeting is not None and not self._meeting.issues
        self.say_sentence(self.shell.say(N_("No issue is written down yet.")) if empty else "")

    @property
    def chosen(self) -> Issue | None:
        line = self.table.current_line()
        return line if isinstance(line, Issue) else None

    def _show_possible(self) -> None:
        chosen, known = self.chosen, self._meeting
        last = len(known.issues) if known else 0
        at = known.issues.index(chosen) if known and chosen in known.issues else -1
        for each in (self.change_button, self.out_button):
            each.setEnabled(chosen is not None)
        self.settle_button.setEnabled(chosen is not None and chosen.settled_on is None)
        self.up_button.setEnabled(at > 0)
        self.down_button.setEnabled(0 <= at < last - 1)

    def ask_new(self) -> None:
        values = {"issue": "", "answer": "", "responsible": "", "due_on": None, "settled_on": None}
        self.form.open_form(N_("Add"), self._add, **values)

    def ask_change(self) -> None:
        if (chosen := self.chosen) is not None:
            names = ("issue", "answer", "responsible", "due_on", "settled_on")
            values = {name: getattr(chosen, name) for name in names}
            self.form.open_form(N_("Save"), partial(self._change, chosen.id), **values)

    def settle(self) -> None:
        """Note that the selected issue was settled today."""
        chosen, desk = self.chosen, self.shell.desk
        if chosen is not None and chosen.settled_on is None:
            self._do(lambda: leadership.settle(desk, chosen.id, date.today()))

    def move_issue(self, step: int) -> None:
        """Give the selected issue a higher or lower place; it stays selected."""
        chosen, known, desk = self.chosen, self._meeting, self.shell.desk
        if chosen is None or known is None or chosen not in known.issues:
            return
        rank = known.issues.index(chosen) + 1 + step
        if 1 <= rank <= len(known.issues):
            self._do(lambda: leadership.move_issue(desk, chosen.id, rank))

    def remove(self) -> None:
        chosen, desk = self.chosen, self.shell.desk
        if chosen is not None:
            self._do(lambda: leadership.remove_issue(desk, chosen.id))

    def _add(self, values: dict[str, Any]) -> None:
        known, desk = self._meeting, self.shell.desk
        if known is not None:
            self._do(lambda: leadership.add_issue(desk, known.id, IssueDraft(**values)))

    def _change(self, issue_id: int, values: dict[str, Any]) -> None:
        desk = self.shell.desk
        self._do(lambda: leadership.save_issue(desk, issue_id, IssueDraft(**values)))

    def _do(self, verb: Callable[[], Changed]) -> None:
        def start() -> None:
            self.shell.work.do(verb, self._done, self.form.refuse, label=N_("Saving"))

        self._saved(start)

    def _done(self, changed: Changed) -> None:
        if not self.form.isHidden():
            self.form.close_form()
        (self.table if self.table.isVisible() else self.add_button).setFocus()
        if changed.id is not None:
            self.table.want_id(changed.id)


def _state(issue: Issue) -> State:
    if issue.settled_on is not None:
        return State("check-circle-outline", short_day(issue.settled_on), Tone.QUIET)
    if issue.due_on is None:
        return State("circle-outline", N_("Not settled"))
    if issue.overdue(date.today()):
        return State("alert-circle-outline", short_day(issue.due_on), Tone.BAD)
    return State("clock-outline", short_day(issue.due_on), Tone.WAIT)
