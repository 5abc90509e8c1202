"""The beginning of a report: the yearly one of an academic year, or one on carrying out plans in a period."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from altdesk.desk import Changed
from altdesk.domain.academic_year import YearStart, academic_year_of
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.report import REPORT_KIND_NAMES, ReportDraft, ReportKind
from altdesk.services import report as service
from altdesk.services import rules
from ui.fields import Field, FieldBox, Kind
from ui.icons import icon
from ui.shell import Shell
from ui.theme import GRID, SECTION_POINTS, SEMIBOLD, Tone, set_icon, set_look, set_tone, set_type
from ui.widgets.inputs import ChoiceInput
from ui.widgets.parts import button, button_row

YEARS_BACK = 6


class Starting(QWidget):
    """Enter begins the report, Esc closes."""

    begun = Signal(int)  # report id
    closed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._years: list[tuple[int, str]] = []
        self._plans: list[tuple[int | None, str]] = [(None, N_("All plans"))]
        title, about, close = QLabel(), QLabel(wordWrap=True), QToolButton()
        set_type(title, SECTION_POINTS, SEMIBOLD)
        set_tone(about, Tone.QUIET)
        shell.words(title, text=N_("New report"))
        shell.words(about, text=N_("Figures, tables and charts come by themselves; you write what is to be judged."))
        set_icon(close, icon("close"))
        set_look(close, "look", "quiet")
        shell.words(close, name=N_("Close"), tip=N_("Close (Esc)"))
        close.clicked.connect(self.closed)
        kinds = tuple(REPORT_KIND_NAMES.items())
        self.boxes = {
            field.key: FieldBox(field, shell)
            for field in (
                Field("kind", N_("Which report"), Kind.CHOICE, choices=kinds),
                Field("year", N_("Academic year"), Kind.CHOICE, choices=self._years),
                Field("first_on", N_("First day"), Kind.DATE, letters=14),
                Field("last_on", N_("Last day"), Kind.DATE, letters=14),
                Field("plan_id", N_("Plan"), Kind.CHOICE, choices=self._plans),
            )
        }
        self.boxes["kind"].changed.connect(self._fit)
        self.begin_button = button(shell, N_("Begin the report"), self.begin, "play-circle-outline")
        set_look(self.begin_button, "look", "primary")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, GRID, GRID)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(about)
        for box in self.boxes.values():
            column.addWidget(box)
        column.addLayout(button_row((self.begin_button,)))
        column.addStretch(1)
        self._fit()

    def start(self) -> None:
        """Offer the years and plans there are."""
        desk = self._shell.desk

        def load() -> tuple[int, YearStart, list[tuple[int, str]]]:
            return service.latest_year(desk), rules.get(desk).year_start, service.plans(desk)

        def show(found: tuple[int, YearStart, list[tuple[int, str]]]) -> None:
            latest, start, plans = found
            self._years[:] = [
                (year, academic_year_of(year, start).name) for year in range(latest + 1, latest - YEARS_BACK, -1)
            ]
            self._plans[1:] = plans
            period = academic_year_of(latest, start)
            for key in ("year", "plan_id"):
                given = self.boxes[key].input
                assert isinstance(given, ChoiceInput)
                given.say_again()
            self.boxes["year"].set_value(latest)
            self.boxes["first_on"].set_value(period.first)
            self.boxes["last_on"].set_value(min(period.last, max(period.first, date.today())))
            self.boxes["kind"].input.setFocus(Qt.FocusReason.TabFocusReason)

        self._shell.work.do(load, show)

    def begin(self) -> None:
        """Make the report."""
        try:
            kind = self.boxes["kind"].value()
            keys = ("year",) if kind is ReportKind.YEARLY else ("first_on", "last_on", "plan_id")
            draft = ReportDraft(kind=kind, **{key: self.boxes[key].value() for key in keys})
        except Refusal as refusal:
            self._refuse(refusal)
            return
        desk = self._shell.desk

        def made(changed: Changed) -> None:
            self.begun.emit(changed.id or 0)

        self._shell.work.do(lambda: service.begin(desk, draft), made, self._refuse, label=N_("Saving"))

    def _fit(self) -> None:
        """Ask only what the kind of report needs."""
        yearly = self.boxes["kind"].value() is ReportKind.YEARLY
        self.boxes["year"].setVisible(yearly)
        for key in ("first_on", "last_on", "plan_id"):
            self.boxes[key].setVisible(not yearly)

    def _refuse(self, refusal: Refusal) -> None:
        box = self.boxes.get(refusal.field)
        if box is None:
            self._shell.messages.refuse(refusal)
        else:
            box.refuse(refusal)
            box.input.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.begin()
        else:
            super().keyPressEvent(event)
