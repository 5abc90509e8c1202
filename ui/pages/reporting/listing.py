"""The list of reports: of which period, how it stands; Enter opens one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from altdesk.desk import Changed, Desk
from altdesk.domain.academic_year import YearStart
from altdesk.domain.dates import short_day
from altdesk.domain.marking import N_
from altdesk.domain.report import REPORT_KIND_NAMES, REPORT_STATE_NAMES, Report, ReportKind, ReportsQuery, ReportState
from altdesk.forms.form import Option
from altdesk.i18n import Translator
from altdesk.services import report as service
from altdesk.services import rules
from ui.actions import Action, Needs
from ui.columns import Column, RowSource, ServiceRows, State
from ui.listpage import ListPage
from ui.pages.reporting.starting import Starting
from ui.preview import Printable, printable
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.empty import Empty

STATES = {
    ReportState.DRAFT: State("pencil-outline", REPORT_STATE_NAMES[ReportState.DRAFT], Tone.WAIT),
    ReportState.APPROVED: State("check", REPORT_STATE_NAMES[ReportState.APPROVED], Tone.GOOD),
    ReportState.HEARD: State("check-all", REPORT_STATE_NAMES[ReportState.HEARD], Tone.GOOD),
}


class ReportRows(ServiceRows):
    """The reports, and the day on which years begin, by which their periods are told."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, service)
        self._owner = desk
        self.start = YearStart()

    def count(self, query: ReportsQuery) -> int:
        self.start = rules.get(self._owner).year_start
        return len(service.ids(self._owner, query))


class ReportsList(ListPage):
    """Every report, the newest period first."""

    key = "report"
    history_of = "report"
    title = N_("Reports")
    shows: ClassVar[frozenset[str]] = frozenset({"report", "plan", "setting"})
    filter_hint = N_("Find a report")

    def __init__(self, shell: Shell, opened: Callable[[int], None]) -> None:
        self._opened = opened
        self._rows: ReportRows | None = None
        super().__init__(shell)
        self.starting: Starting | None = None

    def all_columns(self) -> tuple[Column, ...]:
        say = self.shell.say
        return (
            Column("period", N_("Period"), 190, lambda line: self._period(line), sort="period"),
            Column("kind", N_("Report"), 260, lambda line: say(REPORT_KIND_NAMES[line.kind]), sort="kind"),
            Column("state", N_("State"), 220, state=lambda line: STATES[line.state], sort="state"),
            Column("plan", N_("Plan"), 260, lambda line: line.plan),
            Column("approved_on", N_("Approved on"), 120,
                   lambda line: short_day(line.approved_on) if line.approved_on else ""),
            Column("title", N_("Title"), 200, lambda line: line.title, sort="title", shown=False),
        )  # fmt: skip

    def _period(self, line: Report) -> str:
        return line.period(self._rows.start if self._rows else YearStart()).name

    def primary(self) -> Action:
        return Action("new", N_("New report"), self.new, "plus")

    def more(self) -> Sequence[Action]:
        return (
            Action("open", N_("Open the report"), self._open_current, "chart-box-outline", needs=Needs.ONE),
            Action("paper", N_("Show the paper"), self.print_selected, "printer-outline", needs=Needs.ONE),
            self.delete_action(),
        )

    def source(self) -> RowSource:
        self._rows = ReportRows(self.shell.desk)
        return self._rows

    def query(self) -> ReportsQuery:
        return ReportsQuery()

    def state(self, say: Translator) -> str:
        return say.plural("%(n)d report", "%(n)d reports", self.table.rows.count)

    def empty_state(self) -> Empty:
        sentence = N_("Here the yearly report is made of what was recorded during the year.")
        return Empty("chart-box-outline", sentence, N_("New report"), self.new)

    def open_record(self, kind: str, record_id: int) -> None:
        del kind
        self._opened(record_id)

    def new(self) -> None:
        """Begin a report."""
        if self.starting is None:
            self.starting = Starting(self.shell)
            self.starting.closed.connect(self.close_panel)
            self.starting.begun.connect(self._begun)
        self.show_panel(self.starting)
        self.starting.start()

    def print_selected(self) -> None:
        number, desk = self.table.current_id, self.shell.desk
        if number is not None:
            self.shell.work.do(
                lambda: service.get(desk, number).kind,
                lambda kind: self.show_paper(paper_of(self.shell, number, kind)),
            )

    def bin_(self, ids: Sequence[int]) -> Changed:
        return service.delete(self.shell.desk, ids)

    def _begun(self, report_id: int) -> None:
        self.close_panel()
        self._opened(report_id)

    def _open_current(self) -> None:
        if (number := self.table.current_id) is not None:
            self._opened(number)


def paper_of(shell: Shell, report_id: int, kind: ReportKind) -> Printable:
    """A report as paper; the yearly one also as slides."""
    from altdesk.forms.form import Output
    from altdesk.services.papers import report as papers
    from altdesk.services.papers.paper import Paper

    desk = shell.desk

    def make() -> Paper:
        return papers.report(desk, service.get(desk, report_id))

    slides = (Output.PPTX,) if kind is ReportKind.YEARLY else ()
    outputs = (Output.PDF, Output.DOCX, *slides)
    return printable(desk, shell.say(REPORT_KIND_NAMES[kind]), make, frozenset({Option.PAGES}), outputs)
