"""How minutes end: they get their number and are locked, their signature is recorded, or they are opened again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from altdesk.desk import Changed
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import Minutes
from altdesk.domain.minutes_decisions import notices, undecided
from altdesk.domain.minutes_kinds import MinutesState
from altdesk.services import minutes_final
from ui.fields import Field, Kind
from ui.shell import Shell
from ui.theme import GRID, SEMIBOLD, Tone, set_look, set_tone, set_type
from ui.widgets.file_input import FileInput
from ui.widgets.parts import SmallForm
from ui.widgets.sentence import SentenceLabel
from ui.words import cut


class Ending(QFrame):
    """A bar above the parts, seen only while something is asked; Esc takes it away."""

    done = Signal()
    refused = Signal(object)  # a Refusal that speaks of a field elsewhere in the minutes

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("notice")
        set_look(self, "tone", Tone.WAIT.value)
        self._shell = shell
        self._minutes: Minutes | None = None
        self.question, self.about, self.tasks = (QLabel(wordWrap=True) for _ in range(3))
        self.notices = tuple(SentenceLabel() for _ in range(2))  # items not dealt with, not adopted
        set_type(self.question, 11, SEMIBOLD)
        set_tone(self.about, Tone.QUIET)
        set_tone(self.tasks, Tone.QUIET)
        fields = (
            Field("number", N_("Number"), letters=10),
            Field("signed_on", N_("Signed on"), Kind.DATE, letters=14),
            Field("scan", N_("Signed scan"), letters=34, make=FileInput),
            Field("reason", N_("Why they are opened again"), letters=44),
        )
        self.form = SmallForm(shell, fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(4)
        for widget in (self.question, self.about, *self.notices, self.tasks, self.form):
            column.addWidget(widget)
        self.hide()
        self.form.closed.connect(self.hide)

    def show_minutes(self, minutes: Minutes) -> None:
        """The minutes stand as they are now; a question about others or another state is gone."""
        before, self._minutes = self._minutes, minutes
        if before is not None and (before.id, before.state) != (minutes.id, minutes.state):
            self.form.close_form()

    def ask(self, minutes: Minutes) -> None:
        """The next step of these minutes: final, or signed."""
        if minutes.state is MinutesState.DRAFT:
            self._ask_number(minutes)
        else:
            self._ask(
                N_("Minutes No. %(number)s came back signed"),
                N_("The scan of the signed paper is kept with them."),
                N_("Record"),
                self._sign,
                number=minutes.number,
                values={"signed_on": date.today(), "scan": None},
            )

    def ask_reason(self, minutes: Minutes) -> None:
        """Why final minutes are opened again."""
        self._ask(
            N_("Open minutes No. %(number)s again"),
            N_("What they say now is kept as a version; the number stays."),
            N_("Open again"),
            self._reopen,
            number=minutes.number,
            values={"reason": ""},
        )

    # inside

    def _ask_number(self, minutes: Minutes) -> None:
        desk = self._shell.desk

        def asked(found: minutes_final.Proposed) -> None:
            gaps = ", ".join(map(str, found.gaps))
            about = N_("They are locked then; only the newest can be opened again.")
            if gaps:
                about = N_("They are locked then. Numbers left out this year: %(gaps)s.")
            self._ask(
                N_("Give the minutes their number and lock them"), about, N_("Finalize"), self._finalize,
                gaps=gaps, values={"number": found.number},
            )  # fmt: skip
            self._say_items(minutes)
            self._say_tasks(minutes)

        self._shell.work.do(lambda: minutes_final.proposed(desk, minutes.id), asked)

    def _say_items(self, minutes: Minutes) -> None:
        """What becomes of items nobody dealt with, and of points that were not adopted, before it cannot be mended."""
        for label, notice in zip(self.notices, notices(minutes), strict=False):
            self._shell.words(label, {"items": cut(notice.items, 160)}, text=notice.sentence)
            label.show()
            self.about.hide()  # in a small window there is no room for both

    def _say_tasks(self, minutes: Minutes) -> None:
        """Which decisions no task comes of: whoever expects one can still name somebody or a day."""
        decided = [item for item in minutes.items if not undecided(minutes, item)]
        idle = [point.number for item in decided for point in item.points if not point.assigned]
        if idle:
            sentence = N_("No task comes of %(points)s: no one is responsible and no day is set.")
            self._shell.words(self.tasks, {"points": cut(", ".join(idle), 60)}, text=sentence)
            self.tasks.show()

    def _ask(
        self,
        question: str,
        about: str,
        verb: str,
        run: Callable[[dict[str, Any]], None],
        *,
        values: dict[str, Any],
        **said: object,
    ) -> None:
        self._shell.words(self.question, said, text=question)
        self._shell.words(self.about, said, text=about)
        for label in (*self.notices, self.tasks):
            label.hide()
        self.about.show()
        self.show()
        self.form.open_form(verb, run, **values)

    def _finalize(self, values: dict[str, Any]) -> None:
        self._do(lambda number: minutes_final.finalize(self._shell.desk, number, values["number"]))

    def _sign(self, values: dict[str, Any]) -> None:
        if values["signed_on"] is None:
            self.form.refuse(Refusal(N_("Type the day on which they were signed."), field="signed_on"))
            return
        desk = self._shell.desk
        self._do(lambda number: minutes_final.sign(desk, number, values["signed_on"], values["scan"]))

    def _reopen(self, values: dict[str, Any]) -> None:
        self._do(lambda number: minutes_final.reopen(self._shell.desk, number, values["reason"]))

    def _do(self, verb: Callable[[int], Changed]) -> None:
        minutes = self._minutes
        if minutes is None:
            return

        def finished(_changed: Changed) -> None:
            self.form.close_form()
            self.done.emit()

        self._shell.work.do(lambda: verb(minutes.id), finished, self._refuse, label=N_("Saving"))

    def _refuse(self, refusal: Refusal) -> None:
        """Below the field asked for here; what stands elsewhere in the minutes is shown there, and this bar is gone."""
        if refusal.field and refusal.field not in self.form.boxes:
            self.form.close_form()
            self.refused.emit(refusal)
        else:
            self.form.refuse(refusal)
