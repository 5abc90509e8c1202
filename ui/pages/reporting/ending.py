"""How a report ends: the Rector approves it, the Academic Council hears it, or the approval is taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from altdesk.desk import Changed
from altdesk.domain.dates import short_day
from altdesk.domain.marking import N_
from altdesk.domain.report import REPORT_STATE_NAMES, Report, ReportState
from altdesk.services import report as service
from ui.fields import Field, Kind
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.parts import Part, SmallForm, button, button_row


class Ending(Part):
    """Stands below the head of a report."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, N_("Approval"))
        self._report: Report | None = None
        self.approve_button = button(shell, N_("It is approved…"), self._ask_approved, "check")
        self.heard_button = button(shell, N_("It was heard…"), self._ask_heard, "check-all")
        self.reopen_button = button(shell, N_("Take the approval back"), self._reopen, "lock-open-variant-outline")
        self.form = SmallForm(
            shell,
            (
                Field("approved_on", N_("Approved on"), Kind.DATE, letters=14),
                Field("heard_on", N_("Heard on"), Kind.DATE, letters=14),
            ),
        )
        inside = QWidget()
        row = QVBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(button_row((self.approve_button, self.heard_button, self.reopen_button)))
        row.addWidget(self.form)
        self.column.addWidget(inside)

    def show_report(self, report: Report) -> None:
        """Say how this report stands and offer the next step."""
        self._report = report
        say = self.shell.say
        said = say(REPORT_STATE_NAMES[report.state])
        days = [short_day(day) for day in (report.approved_on, report.heard_on) if day]
        self.say_sentence(": ".join(filter(None, (said, ", ".join(days)))), Tone.GOOD if report.locked else Tone.QUIET)
        self.approve_button.setVisible(report.state is ReportState.DRAFT)
        self.heard_button.setVisible(report.state is ReportState.APPROVED)
        self.reopen_button.setVisible(report.locked)
        self.form.close_form()

    def _ask_approved(self) -> None:
        self.form.open_form(N_("Record"), self._approve, approved_on=date.today())

    def _ask_heard(self) -> None:
        self.form.open_form(N_("Record"), self._heard, heard_on=date.today())

    def _approve(self, values: dict[str, Any]) -> None:
        self._do(lambda number: service.approve(self.shell.desk, number, values["approved_on"]))

    def _heard(self, values: dict[str, Any]) -> None:
        self._do(lambda number: service.heard(self.shell.desk, number, values["heard_on"]))

    def _reopen(self) -> None:
        self._do(lambda number: service.reopen(self.shell.desk, number))

    def _do(self, verb: Callable[[int], Changed]) -> None:
        if self._report is not None:
            number = self._report.id
            self.shell.work.do(lambda: verb(number), lambda _made: self.form.close_form(), self.form.refuse,
                               label=N_("Saving"))  # fmt: skip
