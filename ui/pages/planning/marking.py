"""What became of a row, asked in a bar above the rows: Enter says it, Esc takes the question away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from altdesk.desk import Changed
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.plans import Plan, PlanRow
from altdesk.domain.plans_time import Precision, says
from altdesk.services import plans_held, plans_states
from ui.fields import Field, Kind
from ui.shell import Shell
from ui.theme import GRID, SEMIBOLD, Tone, set_look, set_type
from ui.widgets.parts import SmallForm


class Marking(QFrame):
    """Asks about the rows handed to it."""

    done = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("notice")
        set_look(self, "tone", Tone.WAIT.value)
        self._shell = shell
        self._rows: list[int] = []
        self.question = QLabel(wordWrap=True)
        set_type(self.question, 11, SEMIBOLD)
        fields = (
            Field("day", N_("Day"), Kind.DATE, letters=14),
            Field("reason", N_("Reason"), letters=44),
        )
        self.form = SmallForm(shell, fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(4)
        column.addWidget(self.question)
        column.addWidget(self.form)
        self.hide()
        self.form.closed.connect(self._closed)

    def ask_held(self, plan: Plan, rows: Sequence[PlanRow]) -> None:
        """The day on which it was held: the planned one where that is over, else today."""
        self._ask(N_("Held: %(title)s"), N_("Held"), rows, self._held, day=_likely(plan, rows[0]))

    def ask_moved(self, plan: Plan, rows: Sequence[PlanRow]) -> None:
        """The new day, and why."""
        del plan
        self._ask(N_("Moved to another day: %(title)s"), N_("Move"), rows, self._moved, day=None, reason="")

    def ask_reason(self, plan: Plan, rows: Sequence[PlanRow]) -> None:
        """Why it was not held."""
        del plan
        self._ask(N_("Not held: %(title)s"), N_("Not held"), rows, self._not_held, reason="")

    # inside

    def _ask(self, question: str, verb: str, rows: Sequence[PlanRow], run: Any, **values: Any) -> None:
        self._rows = [row.id for row in rows]
        title = rows[0].said.title if len(rows) == 1 else str(len(rows))
        self._shell.words(self.question, {"title": title}, text=question)
        self.show()
        self.form.open_form(verb, run, **values)

    def _held(self, values: dict[str, Any]) -> None:
        day = self._day(values)
        if day is not None:
            self._do(lambda: plans_held.held(self._shell.desk, self._rows, day))

    def _moved(self, values: dict[str, Any]) -> None:
        day = self._day(values)
        if day is not None:
            self._do(lambda: plans_states.moved(self._shell.desk, self._rows, day, values["reason"] or ""))

    def _not_held(self, values: dict[str, Any]) -> None:
        self._do(lambda: plans_states.not_held(self._shell.desk, self._rows, values["reason"] or ""))

    def _day(self, values: dict[str, Any]) -> date | None:
        day: date | None = values["day"]
        if day is None:
            self.form.refuse(Refusal(N_("Type a day, for example 22.11.2026."), field="day"))
        return day

    def _do(self, verb: Any) -> None:
        def finished(_changed: Changed) -> None:
            self.form.close_form()

        self._shell.work.do(verb, finished, self.form.refuse, label=N_("Saving"))

    def _closed(self) -> None:
        self.hide()
        self.done.emit()


def _likely(plan: Plan, row: PlanRow) -> date:
    """The day a row was most probably held on."""
    today = date.today()
    time = row.said.time
    planned = row.mark.moved_on or (time.first if time.precision is Precision.DAY else today)
    first = min(plan.period.first, planned) if says(time, planned) else plan.period.first  # a day said is never outside
    return max(first, min(planned, today, plan.period.last))
