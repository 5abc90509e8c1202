"""Acquaintance: the sheets that go round, who has signed what, and who owes; three lists on one page."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut

from altdesk.domain.marking import N_
from ui.pages.sheets.coverage import CoverageView
from ui.pages.sheets.debts import DebtsView
from ui.pages.sheets.listing import SheetsView
from ui.pages.sheets.view import PARTS, View
from ui.shell import Shell
from ui.viewspage import ViewsPage

_VIEWS: dict[str, type[View]] = {view.key: view for view in (SheetsView, CoverageView, DebtsView)}
_OF_KIND = {"sheet": "sheets", "coverage": "coverage", "debtor": "debts"}


class AcquaintancePage(ViewsPage):
    """Holds the three lists, each with its own head, and answers the window with the one that is shown."""

    key = "acquaintance"
    title = N_("Acquaintance")
    view: View
    shows = frozenset[str]().union(*(view.shows for view in _VIEWS.values()))

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.views: dict[str, View] = {}
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda step=step: self._step(step))
        self.show_page(self._view(PARTS[0][0]))

    # what views ask

    def show_view(self, key: str) -> None:
        """Show one of the lists; what is typed in the one shown is kept first."""
        self.view.segments.mark(self.view.key)

        def enter() -> None:
            by_switch = self.view.segments.has_focus()
            self._enter(self._view(key))
            if by_switch:
                self.view.segments.focus_marked()
            else:
                self.view.focus_list()

        if key != self.view.key:
            self.view.leave(enter)

    def make_sheet(self, document_id: int | None = None, people: tuple[int, ...] = ()) -> None:
        """Begin a sheet; the list of sheets is where it will stand."""

        def enter() -> None:
            self._enter(self._view("sheets"))
            if isinstance(self.view, SheetsView):
                self.view.make_for(document_id, people)

        self.view.leave(enter)

    def show_sheet(self, sheet_id: int) -> None:
        self.open_record("sheet", sheet_id)

    # what the window asks

    def refresh(self) -> None:
        for view in self.views.values():
            view.stale = True
        self.view.refresh()

    def open_record(self, kind: str, record_id: int) -> None:
        def enter() -> None:
            self._enter(self._view(_OF_KIND.get(kind, "sheets")))
            self.view.open_record(kind, record_id)

        self.view.leave(enter)

    # inside

    def _view(self, key: str) -> View:
        if key not in self.views:
            self.views[key] = _VIEWS[key](self.shell, self)
        return self.views[key]

    def _enter(self, view: View) -> None:
        self.show_page(view)
        if view.stale:
            view.refresh()

    def _step(self, step: int) -> None:
        keys = [key for key, _, _ in PARTS]
        at = keys.index(self.view.key) + step
        if 0 <= at < len(keys):
            self.show_view(keys[at])
