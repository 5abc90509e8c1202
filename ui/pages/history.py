"""History: every step, newest first, narrowed by who, when, area or record, and what the selected one changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.history import HistoryQuery, StepLine
from altdesk.domain.marking import N_
from altdesk.domain.moments import clock
from altdesk.domain.records import TABLES
from altdesk.i18n import Translator
from altdesk.services import history
from ui.actions import Action
from ui.columns import Align, Column, RowSource, State, WholeList
from ui.listpage import FOLLOW_MS, ListPage
from ui.shell import Shell
from ui.theme import GRID, Tone
from ui.widgets.dates import DateInput
from ui.widgets.empty import Empty
from ui.widgets.filters import Filter, FilterRow
from ui.widgets.inputs import letters_wide
from ui.widgets.parts import button
from ui.widgets.step_details import StepDetails
from ui.words import cut

MOST = 5000
TYPED_MS = 400
STATES = {
    "done": State("check", N_("Done"), Tone.GOOD),
    "undone": State("undo", N_("Taken back"), Tone.WAIT),
    "discarded": State("close-circle-outline", N_("Taken back for good"), Tone.QUIET),
}


class HistoryPage(ListPage):
    """Who did what, when."""

    key = "history"
    title = N_("History")
    filter_hint = N_("Find a step")
    shows = frozenset(TABLES)

    columns = (
        Column("at", N_("When"), 150, lambda step: clock(step.at), sort="at"),
        Column("label", N_("Step"), 380, lambda step: step.label),
        Column("changes", N_("Changes"), 80, lambda step: str(step.changes), Align.RIGHT, shown=False),
        Column("state", N_("State"), 155, state=lambda step: STATES.get(step.state)),
        Column("who", N_("Who"), 120, lambda step: step.who, shown=False),
    )

    def __init__(self, shell: Shell) -> None:
        self._record: tuple[str, int] | None = None
        super().__init__(shell)
        self.details = StepDetails(shell)
        self._soon = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._soon.timeout.connect(self._show_current)
        self.table.current_id_changed.connect(lambda _number: self._soon.start())
        self.table.rows.loaded.connect(self._soon.start)
        self._add_filters()
        self.show_panel(self.details)

    # what a list page declares

    def all_columns(self) -> tuple[Column, ...]:
        label = Column("label", N_("Step"), 380, lambda step: self.shell.say(step.label, **step.values))
        return tuple(label if column.key == "label" else column for column in self.columns)

    def more(self) -> Sequence[Action]:
        return (
            Action("undo", N_("Undo the last step"), lambda: self.shell.undo(), "undo"),
            Action("redo", N_("Redo the step"), lambda: self.shell.redo(), "redo"),
            self.export_action(),
        )

    def source(self) -> RowSource:
        return WholeList(self._steps, orders={"at": lambda step: step.id})

    def query(self) -> HistoryQuery:
        if not hasattr(self, "filters"):
            return HistoryQuery()
        chosen = self.filters.values()
        since, until = (_day(typed) for typed in self.days.values())
        return HistoryQuery(who=chosen["who"], area=chosen["area"], since=since, until=until, record=self._record)

    def state(self, say: Translator) -> str:
        return say.plural("%(n)d step", "%(n)d steps", self.table.rows.count)

    def empty_state(self) -> Empty:
        if self.narrowed:
            return Empty("filter-outline", N_("No step is like that."), N_("Show all"), self.show_all)
        return Empty("history", N_("Here every step is kept: who changed what, when, from what to what."))

    def export(self, path: Path, ids: Sequence[int]) -> object:
        from altdesk.services import exporting

        del ids
        return exporting.history(self.shell.desk, path, self.table.rows.query)

    # what the window asks

    def refresh(self) -> None:
        super().refresh()
        desk = self.shell.desk
        self.shell.work.do(lambda: history.people(desk), self._offer_people, topic="history-people")

    def open_record(self, kind: str, record_id: int) -> None:
        """A step, or with `history:TABLE` what happened to one record."""
        table = kind.removeprefix("history:")
        if table == kind:
            self.table.want_id(record_id)
            return
        desk = self.shell.desk
        self._record = (table, record_id)
        self.record_button.setText("")
        self.refresh()
        self.shell.work.do(lambda: history.name_of(desk, table, record_id), self._say_record, topic="history-record")

    # filters

    @property
    def narrowed(self) -> bool:
        asked = self.query()
        return any((asked.who, asked.area, asked.since, asked.until, asked.record))

    def show_all(self) -> None:
        """Forget every filter."""
        self._record = None
        self.record_button.hide()
        for each in self.days.values():
            each.set_value(None)
        self.filters.clear()
        self.refresh()

    def _add_filters(self) -> None:
        shell = self.shell
        areas = [(table, TABLES[table].many) for table in history.areas()]
        people: list[tuple[Any, str]] = []
        declared = (Filter("area", N_("Area"), areas), Filter("who", N_("Who"), people, N_("Anybody")))
        self.filters = FilterRow(shell, self.key, declared)
        self.days = {"since": DateInput(shell.words), "until": DateInput(shell.words)}
        self._typed = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._typed.timeout.connect(self.refresh)
        for key, label in (("since", N_("From")), ("until", N_("To"))):
            self.filters.add(self._day_box(label, self.days[key]))
            self.days[key].changed.connect(self._typed.start)
        self.record_button = button(shell, "", self.show_all, "close")
        self.record_button.hide()
        self.filters.add(self.record_button)
        self.filters.setContentsMargins(3 * GRID, 0, 2 * GRID, 12)
        self.filters.changed.connect(self.refresh)
        self.column.insertWidget(1, self.filters)
        before: QWidget = self.head.more
        stops = (*self.filters.inputs.values(), self.filters.clear_button, *self.days.values(), self.record_button)
        for each in stops:
            self.setTabOrder(before, each)
            before = each

    def _day_box(self, label: str, day: DateInput) -> QWidget:
        box, said = QWidget(), QLabel()
        said.setBuddy(day)
        day.setFixedWidth(letters_wide(day, 14))
        self.shell.words(said, text=label)
        self.shell.words(day, name=label)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(said)
        row.addWidget(day)
        return box

    def _offer_people(self, names: list[str]) -> None:
        self.filters.offer("who", [(name, name) for name in names])

    def _say_record(self, name: str) -> None:
        if self._record is not None:
            known = TABLES.get(self._record[0])
            called = name or (self.shell.say(known.one) if known else "")
            text = self.shell.say(N_("Only: %(name)s"), name=cut(called, 40))
            self.record_button.setText(text)
            self.record_button.setAccessibleName(text)
            self.record_button.show()

    # inside

    def _steps(self, query: HistoryQuery) -> list[StepLine]:
        return history.steps(self.shell.desk, MOST, query=query)

    def _show_current(self) -> None:
        number = self.table.current_id
        line = self.table.rows.line_at(self.table.currentIndex().row()) if number is not None else None
        if number is None or line is None:
            self.details.show_nothing()
            return
        desk, record = self.shell.desk, self._record
        self.shell.work.do(
            lambda: history.of_step(desk, number, record=record),
            lambda changes: self.details.show_step(line, changes),
            topic="history-step",
        )


def _day(typed: DateInput) -> date | None:
    try:
        return typed.value()
    except Refusal:
        return None  # still being typed
