"""Acquaintance: the sheets that go round, who has signed what, who owes, and how it stands at a glance."""

from __future__ import annotations

from altdesk.domain.marking import N_
from ui.pages.sheets.coverage import CoverageView
from ui.pages.sheets.debts import DebtsView
from ui.pages.sheets.listing import SheetsView
from ui.pages.sheets.overview import OverviewView
from ui.pages.sheets.view import View
from ui.views import ViewsPage

_VIEWS: dict[str, type[View]] = {view.key: view for view in (SheetsView, CoverageView, DebtsView, OverviewView)}


class AcquaintancePage(ViewsPage):
    """The lists, and how they ask each other for a sheet."""

    key = "acquaintance"
    title = N_("Acquaintance")
    shows = frozenset[str]().union(*(view.shows for view in _VIEWS.values()))
    views_by_key = _VIEWS
    view_of_kind = {"sheet": "sheets", "coverage": "coverage", "debtor": "debts"}

    def make_sheet(self, document_id: int | None = None, people: tuple[int, ...] = ()) -> None:
        """Begin a sheet; the list of sheets is where it will stand."""

        def enter() -> None:
            self.enter(self.view_called("sheets"))
            if isinstance(self.view, SheetsView):
                self.view.make_for(document_id, people)

        self.view.leave(enter)

    def show_sheet(self, sheet_id: int) -> None:
        self.open_record("sheet", sheet_id)
