"""Risks: the register, the editor of one with its assessments, and the map of all of them beside the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.dates import short_day
from altdesk.domain.marking import N_
from altdesk.domain.risks import RISK_STATE_NAMES, HeatMap, RiskLine, RisksQuery, RiskState, Side
from altdesk.i18n import Translator
from altdesk.services import documents, exporting, risks
from ui.actions import Action, Needs
from ui.columns import Column, RowSource, ServiceRows, State
from ui.editor import Editor, Record
from ui.listpage import ListPage
from ui.pages.risks_form import RiskForm, risk_record
from ui.panel import WITH_PARTS
from ui.shell import Shell
from ui.theme import GRID, Tone
from ui.widgets.assessments import Assessments, level_state
from ui.widgets.empty import Empty
from ui.widgets.filters import Filter, FilterRow
from ui.widgets.heat_panel import HeatPanel
from ui.widgets.parts import button

STATES = {
    RiskState.OPEN: State("circle-outline", RISK_STATE_NAMES[RiskState.OPEN], Tone.PLAIN),
    RiskState.CLOSED: State("archive-outline", RISK_STATE_NAMES[RiskState.CLOSED], Tone.QUIET),
}


class RiskRows(ServiceRows):
    """The risks, and beside them how many measures are overdue."""

    def __init__(self, desk: Any) -> None:
        super().__init__(desk, risks)
        self._owner = desk
        self.late = 0

    def count(self, query: Any) -> int:
        self.late = len(risks.overdue(self._owner, date.today()))
        return super().count(query)


class RisksPage(ListPage):
    """What may go wrong, how likely and how bad it is, and what is done about it."""

    key = "risks"
    history_of = "risk"
    title = N_("Risks")
    shows = frozenset({"risk", "assessment", "document", "setting"})
    filter_hint = N_("Find a risk")

    def __init__(self, shell: Shell) -> None:
        self._rows: RiskRows | None = None
        self._cell: tuple[int, int] | None = None
        self._side = Side.INITIAL
        super().__init__(shell)
        self.panel.least = WITH_PARTS + 40
        self.map = HeatPanel(shell)
        self.map.closed.connect(self.close_panel)
        self.map.side_chosen.connect(self._choose_side)
        self.map.cell_chosen.connect(self.show_cell)
        self._add_filters()

    def fill_editor(self, editor: Editor) -> None:
        self.assessments = Assessments(self.shell, editor.commit, lambda: editor.record_id)
        editor.below.addWidget(self.assessments)
        editor.shown.connect(self._show_assessments)

    def _add_filters(self) -> None:
        states = [(state.value, name) for state, name in RISK_STATE_NAMES.items()]
        self.filters = FilterRow(self.shell, self.key, (Filter("state", N_("State"), states),))
        self.map_button = button(self.shell, N_("Map of the risks"), self.show_map, "grid")
        self.cell_button = button(self.shell, "", self.clear_cell, "close")
        self.cell_button.hide()
        self.filters.add(self.map_button)
        self.filters.add(self.cell_button)
        self.filters.setContentsMargins(3 * GRID, 0, 2 * GRID, 12)
        self.filters.changed.connect(self.refresh)
        self.column.insertWidget(1, self.filters)
        before: Any = self.head.more
        for each in (*self.filters.inputs.values(), self.filters.clear_button, self.map_button, self.cell_button):
            self.setTabOrder(before, each)
            before = each
        self.shell.words.switched.connect(self._say_cell)

    # what a list page declares

    def all_columns(self) -> tuple[Column, ...]:
        say = self.shell.say
        return (
            Column("title", N_("Risk"), 300, lambda line: line.title, sort="title"),
            Column("level", N_("Level"), 148, sort="level",
                   state=lambda line: level_state(line.likelihood, line.impact, line.level, say)),
            Column("residual", N_("After the measure"), 148, sort="residual", state=lambda line: level_state(
                line.residual_likelihood, line.residual_impact, line.residual_level, say)),
            Column("due_on", N_("Due"), 140, state=self._due, sort="due_on"),
            Column("owner", N_("Responsible"), 150, lambda line: line.owner, sort="owner"),
            Column("measure", N_("Measure"), 220, lambda line: line.measure),
            Column("document", N_("Document"), 110, lambda line: line.document, sort="document"),
            Column("process", N_("Process"), 150, lambda line: line.process, shown=False),
            Column("cause", N_("Cause"), 200, lambda line: line.cause, shown=False),
            Column("state", N_("State"), 100, state=lambda line: STATES[line.state], sort="state", shown=False),
            Column("assessed_on", N_("Assessed on"), 110, lambda line: _day(line.assessed_on), sort="assessed_on",
                   shown=False),
        )  # fmt: skip

    def _due(self, line: RiskLine) -> State | None:
        if line.state is RiskState.CLOSED:
            return State("archive-outline", RISK_STATE_NAMES[RiskState.CLOSED], Tone.QUIET)
        if line.due_on is None:
            return None
        if line.overdue(date.today()):
            return State("clock-alert-outline", short_day(line.due_on), Tone.BAD)
        return State("calendar-clock", short_day(line.due_on), Tone.PLAIN)

    def primary(self) -> Action:
        return Action("new", N_("Add a risk"), self.new_record, "plus")

    def more(self) -> Sequence[Action]:
        return (
            Action("map", N_("Map of the risks"), self.show_map, "grid"),
            Action("close", N_("Close the risk"), self.close_selected, "archive-outline", needs=Needs.SOME),
            Action("reopen", N_("Open the risk again"), self.reopen_selected, "circle-outline", needs=Needs.SOME),
            self.export_action(),
            Action("print", N_("Print the register"), self.print_selected, "printer-outline"),
            self.delete_action(),
        )

    def source(self) -> RowSource:
        self._rows = RiskRows(self.shell.desk)
        return self._rows

    def query(self) -> RisksQuery:
        chosen = self.filters.values().get("state")
        state = RiskState(chosen) if chosen else None
        return RisksQuery(state=state, cell=self._cell, side=self._side)

    def state(self, say: Translator) -> str:
        count = say.plural("%(n)d risk", "%(n)d risks", self.table.rows.count)
        late = self._rows.late if self._rows else 0
        if not late:
            return count
        return count + ", " + say.plural("%(n)d measure is overdue", "%(n)d measures are overdue", late)

    def empty_state(self) -> Empty:
        if self._cell is not None or self.filters.values().get("state"):
            return Empty("filter-outline", N_("There is no risk like this."), N_("Show all"), self.show_all)
        sentence = N_("Here you write down what may go wrong, how likely and how bad it is, and what is done about it.")
        return Empty("alert-outline", sentence, N_("Add a risk"), self.new_record)

    def record(self) -> Record:
        return risk_record(self.shell.desk)

    def open_record(self, kind: str, record_id: int) -> None:
        if kind != "risk_of":
            super().open_record(kind, record_id)
            return
        desk = self.shell.desk
        self.shell.work.do(lambda: documents.get(desk, record_id).code, lambda code: self.new_record(document=code))

    def bin_(self, ids: Sequence[int]) -> Changed:
        return risks.bin_(self.shell.desk, ids)

    def export(self, path: Path, ids: Sequence[int]) -> object:
        return exporting.risks(self.shell.desk, path, ids)

    def refresh(self) -> None:
        super().refresh()
        if self.panel_open and self.panel.currentWidget() is self.map:
            self._load_map()

    def _show_assessments(self, form: object) -> None:
        self.assessments.show_risk(form.known if isinstance(form, RiskForm) else None)

    # closing and opening again

    def close_selected(self) -> None:
        """Close the selected risks."""
        self._change_selected(risks.close)

    def reopen_selected(self) -> None:
        """Open the selected risks again."""
        self._change_selected(risks.reopen)

    def _change_selected(self, verb: Callable[[Desk, Sequence[int]], Changed]) -> None:
        ids, desk = self.table.selected_ids(), self.shell.desk

        def change() -> None:
            self.shell.work.do(lambda: verb(desk, ids), label=N_("Saving"))

        self.leave(change)

    # the map

    def show_map(self) -> None:
        """Show the map of the listed risks at the right; without a choice, of those that are open."""

        def show() -> None:
            if self._editor is not None:
                self._editor.active = False
            if self.filters.values().get("state") is None:
                self.filters.choose(state=RiskState.OPEN.value)
            self.show_panel(self.map)
            self._load_map()
            self.map.table.setFocus()

        self.leave(show)

    def show_cell(self, likelihood: int, impact: int) -> None:
        """Narrow the list to the risks of a cell of the map; the map stays where it is."""
        self._cell = (likelihood, impact)
        self._say_cell()
        self.refresh()

    def clear_cell(self) -> None:
        """List the risks of every cell again."""
        self._cell = None
        self._say_cell()
        self.refresh()

    def show_all(self) -> None:
        """Take every filter away."""
        self._cell = None
        self._say_cell()
        self.filters.clear()
        self.refresh()

    def _choose_side(self, side: Side) -> None:
        self._side = side
        self.refresh()

    def _load_map(self) -> None:
        desk, query = self.shell.desk, replace(self.query(), text=self.head.filter.text())

        def show(found: HeatMap) -> None:
            self.map.show_map(found)

        self.shell.work.do(lambda: risks.heat(desk, query), show, topic="heat-map")

    def _say_cell(self) -> None:
        self.cell_button.setVisible(self._cell is not None)
        if self._cell is None:
            return
        likelihood, impact = self._cell
        said = self.shell.say(
            N_("Only likelihood %(likelihood)s, impact %(impact)s"), likelihood=likelihood, impact=impact
        )
        self.cell_button.setText(said)
        self.cell_button.setAccessibleName(said)

    def print_selected(self) -> None:
        """The register as a paper: the selected risks, or with fewer than two all as filtered and sorted."""
        from altdesk.forms.form import Option
        from altdesk.services.papers import risks as papers
        from altdesk.services.papers.paper import Paper
        from ui.preview import printable

        desk, query = self.shell.desk, self.table.rows.query or self.query()
        chosen = self.table.selected_ids() if self.table.selected_count() > 1 else None

        def make() -> Paper:
            return papers.register(desk, chosen, query)

        self.show_paper(printable(desk, self.shell.say(N_("Risk register")), make, frozenset({Option.PAGES})))


def _day(day: date | None) -> str:
    return short_day(day) if day else ""
