"""Reports: the list, and one report whole; the page holds both and shows one of them."""

from __future__ import annotations

from functools import cached_property

from altdesk.domain.marking import N_
from ui.pages.reporting.listing import ReportsList
from ui.pages.reporting.view import ReportView
from ui.shell import Shell
from ui.viewspage import ListAndWhole


class ReportPage(ListAndWhole):
    """Answers the window with what is shown now."""

    key = "report"
    title = N_("Reports")
    shows = ReportsList.shows | ReportView.shows

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.list = ReportsList(shell, self.open_report)
        self.show_page(self.list)

    @cached_property
    def whole(self) -> ReportView:
        """One report whole, made when the first is opened."""
        return ReportView(self.shell, self.show_list)

    def open_report(self, report_id: int, part: str = "") -> None:
        """Show one report."""
        self.show_page(self.whole)
        self.whole.open_report(report_id, part)
        self.whole.focus_list()

    def opened_id(self) -> int | None:
        return self.whole.opened.report.id if self.whole.opened else None

    def open_record(self, kind: str, record_id: int) -> None:
        part = kind.removeprefix("report_") if kind != "report" else ""
        self.view.leave(lambda: self.open_report(record_id, part))
