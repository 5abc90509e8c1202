"""What became of an event: held, moved to another day, not held for a reason, or planned again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from altdesk.desk import Changed
from altdesk.domain.dates import short_day
from altdesk.domain.events import Event
from altdesk.domain.events_kinds import HeldState
from altdesk.domain.marking import N_
from altdesk.services import events
from ui.fields import Field, Kind
from ui.shell import Shell
from ui.widgets.event_looks import state_of
from ui.widgets.parts import Part, SmallForm, Then, button, button_row


class EventEnd(Part):
    """Below an event's fields. `saved(then)` saves what is typed in them first."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None]) -> None:
        super().__init__(shell, N_("What became of it"))
        self._saved = saved
        self._event: Event | None = None
        self.held_button = button(shell, N_("Held…"), self.ask_held, "check-circle-outline")
        self.move_button = button(shell, N_("Move…"), self.ask_day, "calendar-arrow-right")
        self.not_button = button(shell, N_("Not held…"), self.ask_reason, "cancel")
        self.again_button = button(shell, N_("Plan it again"), self.plan_again, "restore")
        self.plan_button = button(shell, N_("Open the plan"), self.open_plan, "clipboard-list-outline")
        fields = (
            Field("participants", N_("How many people came"), Kind.NUMBER, letters=10, most=1_000_000),
            Field("result", N_("Result"), Kind.LONG),
            Field("day", N_("New day"), Kind.DATE, letters=14),
            Field("reason", N_("Why it was not held"), letters=34),
        )
        self.form = SmallForm(shell, fields)
        buttons = (self.held_button, self.move_button, self.not_button, self.again_button, self.plan_button)
        self.column.addLayout(button_row(buttons))
        self.column.addWidget(self.form)
        shell.words.switched.connect(self._say)

    def show_event(self, known: Event) -> None:
        if self._event is None or self._event.id != known.id or self._event.state is not known.state:
            self.form.hide()
        self._event = known
        ended = known.state in {HeldState.HELD, HeldState.NOT_HELD}
        self.held_button.setVisible(known.state is not HeldState.HELD)
        self.move_button.setVisible(known.state is not HeldState.HELD)
        self.not_button.setVisible(known.state is not HeldState.NOT_HELD)
        self.again_button.setVisible(ended)
        self.plan_button.setVisible(known.plan_row_id is not None)
        self._say()

    def ask_held(self) -> None:
        """How many came, and with what result; both may be said later."""
        if (known := self._event) is not None:
            values = {"participants": known.participants, "result": known.result}
            self.form.open_form(N_("Held"), self._held, **values)

    def ask_day(self) -> None:
        """To which day it is moved."""
        if (known := self._event) is not None:
            self.form.open_form(N_("Move"), self._moved, day=max(known.first, date.today()) + timedelta(7))

    def ask_reason(self) -> None:
        self.form.open_form(N_("Not held"), self._not_held, reason="")

    def plan_again(self) -> None:
        self._do(lambda number: events.plan_again(self.shell.desk, [number]))

    def open_plan(self) -> None:
        """The row of the plan it carries out."""
        known = self._event
        if known is not None and known.plan_row_id is not None:
            self._saved(partial(self.shell.go, "plan_row", known.plan_row_id))

    def _held(self, values: dict[str, Any]) -> None:
        self._do(lambda number: events.held(self.shell.desk, [number], **values))

    def _moved(self, values: dict[str, Any]) -> None:
        self._do(lambda number: events.move(self.shell.desk, number, values["day"]))

    def _not_held(self, values: dict[str, Any]) -> None:
        self._do(lambda number: events.not_held(self.shell.desk, [number], values["reason"]))

    def _do(self, verb: Callable[[int], Changed]) -> None:
        known = self._event
        if known is None:
            return

        def finished(_changed: Changed) -> None:
            self.form.close_form()

        def start() -> None:
            self.shell.work.do(lambda: verb(known.id), finished, self.form.refuse, label=N_("Saving"))

        self._saved(start)

    def _say(self) -> None:
        known, say = self._event, self.shell.say
        if known is None:
            return
        state = state_of(known)
        said = [say(state.word)]
        if known.moved_from is not None:
            said.append(say(N_("planned for %(day)s first"), day=short_day(known.moved_from)))
        said += [part for part in (known.reason, known.plan and say(N_("plan: %(title)s"), title=known.plan)) if part]
        self.say_sentence("; ".join(said), state.tone)
