"""What the four lists share: the switch between them, the filter by academic year, printing what is listed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from altdesk.desk import Changed
from altdesk.domain.academic_year import Period
from altdesk.domain.marking import N_
from altdesk.services import year_records
from altdesk.services.papers.paper import Paper
from ui.actions import Action
from ui.columns import RowSource, TotalledRows
from ui.panel import WITH_PARTS
from ui.preview import printable
from ui.shell import Shell
from ui.theme import GRID
from ui.views import View
from ui.widgets.filters import Filter, FilterRow

PARTS = (
    ("sponsors", N_("Sponsors"), "hand-coin-outline"),
    ("leadership", N_("Meetings held"), "account-voice"),
    ("measures", N_("Measures taken"), "hammer-wrench"),
    ("club_assessments", N_("Clubs assessed"), "star-check-outline"),
)
SHOWS = frozenset({"donation", "sponsor", "event", "leadership_meeting", "raised_issue", "measure", "unit",
                   "criterion", "club_assessment", "club_score", "body", "setting"})  # fmt: skip


class YearlyView(View):
    """A list narrowed by academic year; a subclass says by what else, offers the values of those filters, and names
    the service its rows and totals come from."""

    parts = PARTS
    shows: ClassVar[frozenset[str]] = SHOWS
    more_filters: ClassVar[tuple[Filter, ...]] = ()
    service: ClassVar[Any]
    nothing: ClassVar[Any]  # the totals of no rows

    _rows: TotalledRows | None = None

    def __init__(self, shell: Shell, home: Any) -> None:
        super().__init__(shell, home)
        self.panel.least = WITH_PARTS
        self._periods: dict[int, Period] = {}
        self.filters = FilterRow(shell, self.key, (Filter("year", N_("Academic year")), *self.more_filters))
        self.filters.setContentsMargins(3 * GRID, 0, 2 * GRID, 12)
        self.column.insertWidget(2, self.filters)
        self.filters.changed.connect(self.refresh)
        self.setTabOrder(list(self.segments.buttons.values())[-1], next(iter(self.filters.inputs.values())))
        self.filters.stand_before(self.table, self.empty.first, self.empty.second)

    def source(self) -> RowSource:
        self._rows = TotalledRows(self.shell.desk, self.service, self.nothing)
        return self._rows

    def more(self) -> Sequence[Action]:
        return (
            Action("print", N_("Print the list"), self.print_selected, "printer-outline", line_before=True),
            self.export_action(),
            self.delete_action(),
        )

    def bin_(self, ids: Sequence[int]) -> Changed:
        """Into the bin, by the service."""
        binned: Changed = self.service.bin_(self.shell.desk, ids)
        return binned

    @property
    def told(self) -> Any:
        """The totals of what is listed, as the service says them."""
        return self._rows.totals if self._rows else self.nothing

    @property
    def period(self) -> Period | None:
        """The academic year chosen; None for all of them."""
        return self._periods.get(self.filters.values()["year"] or 0)

    @property
    def narrowed(self) -> bool:
        """Whether any filter hides something."""
        return any(value is not None for value in self.filters.values().values())

    def choices(self) -> dict[str, Sequence[tuple[Any, str]]]:
        """In the desk's room: the values of filters that come from the desk, by their keys."""
        return {}

    def refresh(self) -> None:
        desk = self.shell.desk

        def load() -> tuple[list[Period], dict[str, Sequence[tuple[Any, str]]]]:
            return year_records.years(desk), self.choices()

        def offer(found: tuple[list[Period], dict[str, Sequence[tuple[Any, str]]]]) -> None:
            before = self.query()
            self._periods = {period.first.year: period for period in found[0]}
            self.filters.offer("year", [(number, period.name) for number, period in self._periods.items()])
            for key, values in found[1].items():
                self.filters.offer(key, values)
            if self.query() != before:
                super(YearlyView, self).refresh()

        self.shell.work.do(load, offer, topic=f"year-filters-{id(self)}")
        super().refresh()

    def print_listed(self, title: str, make: Callable[[Any, Sequence[int] | None], Paper], form: Any) -> None:
        """The list as a paper: the selected records, or with fewer than two all as filtered and sorted."""
        query = self.table.rows.query or self.query()
        chosen = self.table.selected_ids() if self.table.selected_count() > 1 else None
        self.show_paper(printable(self.shell.desk, self.shell.say(title), lambda: make(query, chosen), form.options))

    def selected_lines(self) -> list[Any]:
        """The selected records, as far as they are loaded."""
        rows = self.table.rows
        found = [rows.row_of(number) for number in self.table.selected_ids()]
        return [line for row in found if row is not None and (line := rows.line_at(row)) is not None]
