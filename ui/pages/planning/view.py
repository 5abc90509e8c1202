"""One plan: its rows, and beside them a row, the way of the paper, the cycle, the versions or the paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from altdesk.desk import Changed
from altdesk.domain.marking import N_
from altdesk.domain.plans import Plan, PlanRow
from altdesk.domain.plans_kinds import VersionState
from altdesk.domain.plans_lists import figures
from altdesk.domain.text import fold
from altdesk.i18n import Translator
from altdesk.services import exporting_plans, plans, plans_rows
from ui.actions import Action
from ui.columns import Column, ListQuery, RowSource, WholeList
from ui.editor import Editor, Record
from ui.icons import icon
from ui.listpage import ListPage
from ui.pages.planning.above import Above
from ui.pages.planning.cycle import Cycle
from ui.pages.planning.listing import plan_paper
from ui.pages.planning.looks import plan_said
from ui.pages.planning.marking import Marking
from ui.pages.planning.retyping import Retyping
from ui.pages.planning.row_columns import row_columns
from ui.pages.planning.row_record import row_record
from ui.pages.planning.row_verbs import RowVerbs
from ui.pages.planning.versions import Versions
from ui.pages.planning.way import PartPanel, Way
from ui.shell import Shell
from ui.theme import Tone, set_icon
from ui.widgets.drag_rows import DragRows
from ui.widgets.empty import Empty

Then = Callable[[], None]


class PlanView(ListPage):
    """F2 types into a cell, Ins adds a row, Alt with the arrows moves it; Ctrl+D says that it was held."""

    key = "plan"
    history_of = "plan_row"
    title = N_("Plan")
    shows: ClassVar[frozenset[str]] = frozenset({
        "plan", "plan_row", "plan_version", "approval", "approval_visit", "event", "setting",
    })  # fmt: skip
    filter_hint = N_("Find a row")

    def __init__(self, shell: Shell, back: Then) -> None:
        self._back = back
        self.plan: Plan | None = None
        self._rows: list[PlanRow] = []
        self._retyping = Retyping(shell.desk, lambda number: self.open_record("plan_row", number))
        self.marking = Marking(shell)
        self.verbs = RowVerbs(shell, self.marking, self._chosen, self.leave)
        super().__init__(shell)
        self.way, self.versions = Way(shell), Versions(shell)
        self._way_panel = PartPanel(self.way)
        self.cycle = Cycle(shell)
        self.above = Above(
            shell, lambda: self.leave(self._back), self.show_way, self.show_cycle, self.show_versions,
            self.print_selected, self.marking,
        )  # fmt: skip
        self.column.insertWidget(1, self.above)
        self.above.stand_between(self.head.more, self.table)
        drag = DragRows(self.table)
        drag.moved.connect(self.verbs.put)
        self.marking.done.connect(self.table.setFocus)
        self.versions.print_wanted.connect(self._print_version)
        for panel in (self.cycle, self._way_panel, self.versions):
            panel.closed.connect(self.close_panel)
        shell.words.switched.connect(self._say_head)

    def fill_editor(self, editor: Editor) -> None:
        editor.shown.connect(lambda _record: self._lock_editor())

    # what a list page declares

    def all_columns(self) -> tuple[Column, ...]:
        return row_columns(self.shell.say, self._edit)

    def primary(self) -> Action:
        return Action("next", N_("Add a row"), self._next, "plus")

    def more(self) -> Sequence[Action]:
        return (
            *self.verbs.actions(),
            Action("import", N_("Import rows from Excel or Word"), self._import, "table-arrow-down"),
            Action("way", N_("Approval"), self.show_way, "send-outline", line_before=True),
            Action("cycle", N_("Work cycle"), self.show_cycle, "sync"),
            Action("versions", N_("Versions"), self.show_versions, "history"),
            Action("paper", N_("Print the plan"), self.print_selected, "printer-outline"),
            self.export_action(),
            self.delete_action(),
        )  # fmt: skip

    def source(self) -> RowSource:
        desk = self.shell.desk

        def fetch(query: Any) -> list[PlanRow]:
            typed = fold(query.text)
            rows = plans_rows.of(desk, query.more) if query.more else []
            return [row for row in rows if typed in fold(f"{row.said.title} {row.said.responsible}")]

        return WholeList(fetch)

    def query(self) -> ListQuery:
        return ListQuery(more=self._plan_id())

    def state(self, say: Translator) -> str:
        return self._state(say)

    def empty_state(self) -> Empty:
        sentence = N_("The plan has no rows yet. Type them, or take them over from Excel or a Word table.")
        return Empty("clipboard-list-outline", sentence, N_("Add a row"), self.new,
                     N_("Import rows from Excel or Word"), self._import)  # fmt: skip

    def record(self) -> Record:
        return row_record(self.shell.desk, self._plan_id, self._place)

    def bin_(self, ids: Sequence[int]) -> Changed:
        return plans_rows.remove(self.shell.desk, ids)

    def export(self, path: Path, ids: Sequence[int]) -> object:
        del ids
        return exporting_plans.rows(self.shell.desk, path, self.plan.year if self.plan else None)

    # what others ask

    def open_plan(self, plan_id: int, row_id: int | None = None) -> None:
        """Show a plan, standing on one of its rows."""
        desk = self.shell.desk

        def load() -> tuple[Plan, list[PlanRow]]:
            return plans.get(desk, plan_id), plans_rows.of(desk, plan_id)

        def show(found: tuple[Plan, list[PlanRow]]) -> None:
            fresh = self.plan is None or self.plan.id != plan_id
            self.plan, self._rows = found
            if fresh:
                self._start()
            if row_id is not None:
                self.table.want_id(row_id)
            super(PlanView, self).refresh()
            self._show_plan()

        self.shell.work.do(load, show, lambda _gone: self._back(), topic="plan")

    def refresh(self) -> None:
        self.stale = False
        if self.plan is not None:
            self.open_plan(self.plan.id)

    def leave(self, then: Then) -> None:
        if self.cycle.active:
            self.cycle.leave(lambda: super(PlanView, self).leave(then))
        else:
            super().leave(then)

    def save(self) -> None:
        if self.cycle.active:
            self.cycle.commit()
        else:
            super().save()

    def new(self) -> None:
        """A new row below the one one stands on, in its section."""
        row = self._current()
        self.leave(lambda: self.new_record(section=row.said.section if row else ""))

    def print_selected(self) -> None:
        """The approved version, or the draft; while an approved plan is changed, the draft of the amendment."""
        if self.plan is not None:
            self.show_paper(plan_paper(self.shell, self.plan.id, self.plan.newest.number))

    def show_way(self) -> None:
        """The approvals, at the right."""
        self._show_part(self._way_panel, self.way)

    def show_cycle(self) -> None:
        """The work cycle with its figures, at the right."""
        plan = self.plan

        def show() -> None:
            if plan is not None:
                self._leave_editor()
                self.show_panel(self.cycle)
                self.cycle.open(plan.id)
                self.cycle.focus_first()

        self.leave(show)

    def show_versions(self) -> None:
        """The versions and what is different, at the right."""
        self._show_part(self.versions, self.versions)

    # inside: showing

    def _start(self) -> None:
        """Another plan: nothing of the one before stays open."""
        self._leave_editor()
        self.cycle.active = False
        self.marking.hide()
        if self.panel_open:
            self.close_panel()

    def _show_plan(self) -> None:
        plan = self.plan
        if plan is None:
            return
        self.way.show_plan(plan)
        self.versions.show_plan(plan)
        self.cycle.refresh()
        self._say_head()
        self._lock_editor()

    def _say_head(self) -> None:
        plan = self.plan
        if plan is None:
            return
        self.above.show_plan(plan)
        self.cycle.say_figures(figures(self._rows, date.today()))
        self.head.show_state(self._state)
        verb, look = (N_("Add a row"), "plus") if plan.editable else (N_("Held…"), "check-circle-outline")
        if plan.newest.state is VersionState.ON_APPROVAL:
            verb, look = (N_("Signed…"), "draw") if plan.newest.with_them else (N_("Send…"), "send-outline")
        self.shell.words(self.head.button, text=verb, name=verb)
        set_icon(self.head.button, icon(look, Tone.ON_ACCENT))

    def _state(self, say: Translator) -> str:
        return plan_said(self.plan, self._rows, say) if self.plan else ""

    def _lock_editor(self) -> None:
        editor, plan = self.editor, self.plan
        if editor is None or plan is None:
            return
        for box in editor.boxes.values():
            box.input.setEnabled(plan.editable)
        self._retyping.say(editor)

    def _leave_editor(self) -> None:
        if self._editor is not None:
            self._editor.active = False

    def _show_part(self, panel: QWidget, focus: QWidget) -> None:
        def show() -> None:
            self._leave_editor()
            self.cycle.active = False
            self.show_panel(panel)
            focus.setFocus()

        self.leave(show)

    # inside: doing

    def _edit(self, field: str, row_id: int, typed: str) -> object:
        assert self.editor is not None
        return self._retyping.keep(self.editor, field, row_id, typed)

    def _next(self) -> None:
        plan = self.plan
        if plan is None:
            return
        if plan.newest.state is VersionState.ON_APPROVAL:
            self.show_way()
            (self.way.ask_given if plan.newest.with_them else self.way.ask_send)()
        elif plan.editable:
            self.new()
        else:
            self.verbs.held()

    def _chosen(self) -> tuple[Plan, Sequence[PlanRow]] | None:
        chosen = set(self.table.selected_ids())
        return None if self.plan is None else (self.plan, [row for row in self._rows if row.id in chosen])

    def _plan_id(self) -> int:
        return self.plan.id if self.plan else 0

    def _import(self) -> None:
        if self.plan is not None:
            self.shell.go("rows_of_plan", self.plan.id)

    def _print_version(self, number: int) -> None:
        if self.plan is not None:
            self.show_paper(plan_paper(self.shell, self.plan.id, number))

    def _current(self) -> PlanRow | None:
        return next((row for row in self._rows if row.id == self.table.current_id), None)

    def _place(self) -> int | None:
        """Where a new row comes to stand: below the one one stands on."""
        row = self._current()
        return None if row is None else self._rows.index(row) + 1
