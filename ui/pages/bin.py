"""The bin: what was deleted in any area in the last thirty days, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from altdesk.domain.bin import BinLine, BinQuery
from altdesk.domain.history import FieldChange
from altdesk.domain.marking import N_
from altdesk.domain.moments import clock
from altdesk.domain.records import TABLES
from altdesk.i18n import Translator
from altdesk.services import bin as bin_service
from ui.actions import Action, Needs
from ui.columns import Align, Column, RowSource, WholeList
from ui.listpage import FOLLOW_MS, ListPage
from ui.shell import Shell
from ui.theme import GRID
from ui.widgets.empty import Empty
from ui.widgets.filters import Filter, FilterRow
from ui.widgets.step_details import StepDetails


class BinPage(ListPage):
    """What was deleted, and when it goes for good."""

    key = "bin"
    title = N_("Bin")
    filter_hint = N_("Find what was deleted")
    shows = frozenset(TABLES)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.details = StepDetails(shell)
        self._soon = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._soon.timeout.connect(self._show_current)
        self.table.current_id_changed.connect(lambda _number: self._soon.start())
        self.table.rows.loaded.connect(self._soon.start)
        kinds = [(name, declared.many) for name, declared in TABLES.items() if declared.bin]
        self.filters = FilterRow(shell, self.key, (Filter("area", N_("Area"), kinds),))
        self.filters.setContentsMargins(3 * GRID, 0, 2 * GRID, 12)
        self.filters.changed.connect(self.refresh)
        self.column.insertWidget(1, self.filters)
        before: QWidget = self.head.more if self.head.more.isVisibleTo(self.head) else self.head.button
        for each in (*self.filters.inputs.values(), self.filters.clear_button):
            self.setTabOrder(before, each)
            before = each
        self.show_panel(self.details)

    def all_columns(self) -> tuple[Column, ...]:
        say = self.shell.say
        return (
            Column("name", N_("What was deleted"), 280, lambda line: line.name, sort="name"),
            Column("kind", N_("Kind"), 120, lambda line: say(TABLES[line.table].one), sort="kind"),
            Column("at", N_("Deleted at"), 150, lambda line: clock(line.at), sort="at"),
            Column("left", N_("Days left"), 100, lambda line: str(line.days_left), Align.RIGHT, sort="at"),
            Column("who", N_("Who"), 120, lambda line: line.who, shown=False),
        )

    def primary(self) -> Action:
        return Action("restore", N_("Restore"), self.restore_selected, "delete-restore", needs=Needs.SOME)

    def source(self) -> RowSource:
        say = self.shell.say
        orders = {
            "at": lambda line: line.at,
            "name": lambda line: line.name.casefold(),
            "kind": lambda line: (say(TABLES[line.table].one), line.name.casefold()),
        }
        return WholeList(self._lines, orders=orders)

    def query(self) -> BinQuery:
        return BinQuery(area=self.filters.values()["area"] if hasattr(self, "filters") else None)

    def state(self, say: Translator) -> str:
        count = self.table.rows.count
        return say.plural("%(n)d record, kept for 30 days", "%(n)d records, each kept for 30 days", count)

    def empty_state(self) -> Empty:
        if self.query().area is not None:
            return Empty("filter-outline", N_("Nothing of this kind was deleted."), N_("Show all"), self.filters.clear)
        return Empty("trash-can-outline", N_("What you delete stays here for 30 days and can be brought back."))

    def new(self) -> None:
        """Nothing is made here."""

    def restore_selected(self) -> None:
        """Bring the selected records back; the status line offers to undo it."""
        rows = self.table.rows
        lines = [rows.line_at(row) for number in self.table.selected_ids() if (row := rows.row_of(number)) is not None]
        keys = [line.key for line in lines if isinstance(line, BinLine)]
        desk = self.shell.desk
        if keys:
            self.shell.work.do(lambda: bin_service.restore(desk, keys), label=N_("Restoring"))

    def _lines(self, query: BinQuery) -> list[BinLine]:
        return bin_service.lines(self.shell.desk, query)

    def _show_current(self) -> None:
        number = self.table.current_id
        line = self.table.rows.line_at(self.table.currentIndex().row()) if number is not None else None
        if not isinstance(line, BinLine):
            self.details.show_nothing(N_("Choose a record to see what it was."))
            return
        desk, table, record_id = self.shell.desk, line.table, line.record_id
        self.shell.work.do(
            lambda: bin_service.shown(desk, table, record_id),
            lambda changes: self._show(line, changes),
            topic="bin-record",
        )

    def _show(self, line: BinLine, changes: Sequence[FieldChange]) -> None:
        say = self.shell.say

        def about() -> str:
            kind = say(TABLES[line.table].one)
            left = say.plural("%(n)d day left", "%(n)d days left", line.days_left)
            return "  ·  ".join(filter(None, (kind, clock(line.at), line.who, left)))

        self.details.show_record(line.name, about, changes)
