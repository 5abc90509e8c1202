"""The beginning of a report: the yearly one of an academic year, or one on carrying out plans in a period."""

from __future__ import annotations

from datetime import date

from altdesk.domain.academic_year import YearStart, academic_year_of
from altdesk.domain.marking import N_
from altdesk.domain.report import REPORT_KIND_NAMES, ReportDraft, ReportKind
from altdesk.services import report as service
from altdesk.services import rules
from ui.fields import Field, Kind
from ui.shell import Shell
from ui.widgets.beginning import Beginning, Verb

YEARS_BACK = 6
YEARLY, OF_A_PERIOD = ("year",), ("first_on", "last_on", "plan_id")


class Starting(Beginning):
    """Begins a report; asks only what its kind needs."""

    def __init__(self, shell: Shell) -> None:
        self._years: list[tuple[int, str]] = []
        self._plans: list[tuple[int | None, str]] = [(None, N_("All plans"))]
        super().__init__(
            shell,
            N_("New report"),
            N_("Figures, tables and charts come by themselves; you write what is to be judged."),
            (
                Field("kind", N_("Which report"), Kind.CHOICE, choices=tuple(REPORT_KIND_NAMES.items())),
                Field("year", N_("Academic year"), Kind.CHOICE, choices=self._years),
                Field("first_on", N_("First day"), Kind.DATE, letters=14),
                Field("last_on", N_("Last day"), Kind.DATE, letters=14),
                Field("plan_id", N_("Plan"), Kind.CHOICE, choices=self._plans),
            ),
            N_("Begin the report"),
        )
        self.boxes["kind"].changed.connect(self._fit)
        self._fit()

    def start(self) -> None:
        """Offer the years and plans there are."""
        desk = self.shell.desk

        def load() -> tuple[int, YearStart, list[tuple[int, str]]]:
            return service.latest_year(desk), rules.get(desk).year_start, service.plans(desk)

        def show(found: tuple[int, YearStart, list[tuple[int, str]]]) -> None:
            latest, start, plans = found
            years = range(latest + 1, latest - YEARS_BACK, -1)
            self._years[:] = [(year, academic_year_of(year, start).name) for year in years]
            self._plans[1:] = plans
            self.offer_again("year", "plan_id")
            period = academic_year_of(latest, start)
            self.boxes["year"].set_value(latest)
            self.boxes["first_on"].set_value(period.first)
            self.boxes["last_on"].set_value(min(period.last, max(period.first, date.today())))
            self.stand_on("kind")

        self.shell.work.do(load, show)

    def verb(self) -> Verb:
        kind = self.boxes["kind"].value()
        keys = YEARLY if kind is ReportKind.YEARLY else OF_A_PERIOD
        draft = ReportDraft(kind=kind, **{key: self.boxes[key].value() for key in keys})
        return lambda desk: service.begin(desk, draft)

    def _fit(self) -> None:
        yearly = self.boxes["kind"].value() is ReportKind.YEARLY
        for key in YEARLY:
            self.boxes[key].setVisible(yearly)
        for key in OF_A_PERIOD:
            self.boxes[key].setVisible(not yearly)
