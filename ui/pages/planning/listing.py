"""The list of plans: whose each is, its state, where its paper is and since when, how much of it was held."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from altdesk.desk import Changed
from altdesk.domain.dates import short_day
from altdesk.domain.marking import N_
from altdesk.domain.plans import PlanDraft
from altdesk.domain.plans_kinds import (
    APPROACH_NAMES,
    OF_BODY,
    PLAN_KIND_NAMES,
    VERSION_STATE_NAMES,
    PlanKind,
    VersionState,
)
from altdesk.domain.plans_lists import PlansQuery
from altdesk.i18n import Translator
from altdesk.services import bodies, exporting_plans, plans, plans_copy, units
from altdesk.services.papers import plans as papers
from ui.actions import Action, Needs
from ui.columns import Align, Column, RowSource, ServiceRows
from ui.editor import Editor, Record
from ui.fields import Field, Kind
from ui.listpage import ListPage
from ui.pages.planning.looks import VERSION_STATES, holder_state
from ui.shell import Shell
from ui.theme import GRID
from ui.widgets.empty import Empty
from ui.widgets.filters import Filter, FilterRow

STATES = tuple(state for state in VersionState if state is not VersionState.SUPERSEDED)


class PlansList(ListPage):
    """Enter opens the plan; its head is edited at the right."""

    key = "plans"
    history_of = "plan"
    title = N_("Plans")
    shows: ClassVar[frozenset[str]] = frozenset({
        "plan", "plan_row", "plan_version", "approval", "approval_visit", "body", "unit", "setting",
    })  # fmt: skip
    filter_hint = N_("Find a plan")

    def __init__(self, shell: Shell, opened: Callable[[int], None]) -> None:
        self._opened = opened
        self._years: list[tuple[int, str]] = []
        self._bodies: list[tuple[int | None, str]] = [(None, "–")]
        self._units: list[tuple[int | None, str]] = [(None, "–")]
        self.filters = FilterRow(
            shell,
            "plans",
            (
                Filter("year", N_("Academic year")),
                Filter("kind", N_("Kind"), tuple((kind.value, name) for kind, name in PLAN_KIND_NAMES.items())),
                Filter("state", N_("State"), tuple((state.value, VERSION_STATE_NAMES[state]) for state in STATES)),
            ),
        )
        super().__init__(shell)
        row = QWidget()
        inside = QVBoxLayout(row)
        inside.setContentsMargins(3 * GRID, 0, 2 * GRID, GRID)
        inside.addWidget(self.filters)
        self.column.insertWidget(1, row)
        self.filters.stand_before(self.table, self.empty.first, self.empty.second)
        self.filters.changed.connect(self.refresh)

    def fill_editor(self, editor: Editor) -> None:
        editor.boxes["kind"].changed.connect(self._show_owner)
        editor.shown.connect(lambda _record: self._show_owner())

    # what a list page declares

    def all_columns(self) -> tuple[Column, ...]:
        say = self.shell.say
        return (
            Column("title", N_("Title"), 310, lambda line: line.title, sort="title"),
            Column("of", N_("Whose"), 150, lambda line: line.of, sort="of"),
            Column("year", N_("Year"), 112, lambda line: line.period, sort="year"),
            Column("state", N_("State"), 158, state=lambda line: VERSION_STATES[line.state], sort="state"),
            Column("where", N_("Where the paper is"), 260, state=lambda line: holder_state(line, say)),
            Column("held", N_("Held"), 76, lambda line: f"{line.figures.held} / {line.figures.rows}", Align.RIGHT),
            Column("version", N_("Version"), 72, lambda line: str(line.version), Align.RIGHT, shown=False),
            Column("kind", N_("Kind"), 200, lambda line: say(PLAN_KIND_NAMES[line.kind]), sort="kind", shown=False),
            Column("approved_on", N_("Approved on"), 110,
                   lambda line: short_day(line.approved_on) if line.approved_on else "", shown=False),
            Column("late", N_("Overdue"), 90, lambda line: str(line.figures.late or ""), Align.RIGHT, shown=False),
        )  # fmt: skip

    def primary(self) -> Action:
        return Action("new", N_("Add a plan"), self.new, "plus")

    def more(self) -> Sequence[Action]:
        return (
            Action("open", N_("Open the plan"), self._open_current, "clipboard-text-outline", needs=Needs.ONE),
            Action("head", N_("Change title and owner"), self._edit_head, "pencil-outline", "Shift+F2",
                   needs=Needs.ONE),
            Action("copy", N_("Copy into the next year"), self._copy, "content-copy", needs=Needs.ONE),
            Action("import", N_("Import rows from Excel or Word"), self._import, "table-arrow-down", needs=Needs.ONE),
            Action("paper", N_("Print the plan"), self.print_selected, "printer-outline", needs=Needs.ONE,
                   line_before=True),
            self.export_action(),
            self.delete_action(),
        )  # fmt: skip

    def source(self) -> RowSource:
        return ServiceRows(self.shell.desk, plans)

    def query(self) -> PlansQuery:
        chosen = self.filters.values()
        kind, state = chosen["kind"], chosen["state"]
        return PlansQuery(
            year=chosen["year"],
            kind=PlanKind(kind) if kind else None,
            state=VersionState(state) if state else None,
        )

    def state(self, say: Translator) -> str:
        return say.plural("%(n)d plan", "%(n)d plans", self.table.rows.count)

    def empty_state(self) -> Empty:
        sentence = N_("Here are the work plans of the year: what is planned, where the paper is, what was held.")
        return Empty("clipboard-list-outline", sentence, N_("Add a plan"), self.new)

    def record(self) -> Record:
        desk = self.shell.desk
        kinds = tuple(PLAN_KIND_NAMES.items())
        return Record(
            kind="plan",
            new_title=N_("New plan"),
            fields=(
                Field("kind", N_("Kind"), Kind.CHOICE, choices=kinds),
                Field("body_id", N_("Body"), Kind.CHOICE, choices=self._bodies),
                Field("unit_id", N_("Institute"), Kind.CHOICE, choices=self._units),
                Field("year", N_("Academic year"), Kind.CHOICE, choices=self._years),
                Field("title", N_("Title"), hint=N_("Left empty, it is called by its kind.")),
                Field("approach", N_("Programme approach"), Kind.CHOICE, choices=tuple(APPROACH_NAMES.items())),
                Field("note", N_("Note"), Kind.LONG),
            ),
            blank=lambda: PlanDraft(year=self._years[-1][0] if self._years else date.today().year),
            get=partial(plans.get, desk),
            add=partial(plans.add, desk),
            save=partial(plans.save, desk),
            title=lambda plan: plan.title,
        )

    def refresh(self) -> None:
        super().refresh()
        desk = self.shell.desk

        def load() -> tuple[list[tuple[int, str]], list[tuple[int, str]], list[tuple[int, str]]]:
            years = plans.years(desk)
            wanted = {period.first.year: period.name for period in years}
            newest = years[0].first.year
            wanted[newest + 1] = f"{newest + 1}-{newest + 2}" if "-" in years[0].name else str(newest + 1)
            kept = [(each.id, each.name) for each in bodies.all_bodies(desk)]
            return sorted(wanted.items(), reverse=True), kept, [(each.id, each.name) for each in units.all_units(desk)]

        self.shell.work.do(load, lambda found: self._offer(*found), topic="plans-filters")

    def _offer(self, years: list[Any], kept: list[Any], places: list[Any]) -> None:
        self._years[:] = years[1:] + years[:1]  # the year that runs is offered first, the coming one last
        self._years.sort(reverse=True)
        self._bodies[1:], self._units[1:] = kept, places
        self.filters.offer("year", years)
        if self._editor is not None:
            for key in ("body_id", "unit_id", "year"):
                self._editor.boxes[key].input.say_again()

    def new(self) -> None:
        chosen = self.filters.values()
        known: dict[str, Any] = {"year": chosen["year"] or self._running}
        if chosen["kind"]:
            known["kind"] = PlanKind(chosen["kind"])
        self.new_record(**known)

    @property
    def _running(self) -> int:
        """The academic year that runs, or the newest there is a plan of."""
        return self._years[1][0] if len(self._years) > 1 else date.today().year

    def new_for_body(self, body_id: int) -> None:
        """A new plan of this body."""
        desk = self.shell.desk

        def begin(kind: Any) -> None:
            wanted = next((plan for plan, body in OF_BODY.items() if body is kind), PlanKind.CLUB)
            self.new_record(kind=wanted, body_id=body_id, year=self._running)

        self.shell.work.do(lambda: bodies.get(desk, body_id).kind, begin)

    def print_selected(self) -> None:
        number = self.table.current_id
        if number is not None:
            self.show_paper(plan_paper(self.shell, number))

    def bin_(self, ids: Sequence[int]) -> Changed:
        return plans.bin_(self.shell.desk, ids)

    def export(self, path: Path, ids: Sequence[int]) -> object:
        return exporting_plans.plans_list(self.shell.desk, path, ids)

    # inside

    def _open_and_focus(self, record_id: int) -> None:
        self.leave(lambda: self._opened(record_id))

    def _want_saved(self, changed: Changed) -> None:
        """A new plan is opened at once: its rows are what comes next."""
        super()._want_saved(changed)
        if changed.label == "Add the plan «%(title)s»" and changed.id is not None:
            self._opened(changed.id)

    def _show_owner(self) -> None:
        editor = self.editor
        if editor is None:
            return
        kind = editor.boxes["kind"].value()
        editor.boxes["body_id"].setVisible(kind in OF_BODY)
        editor.boxes["unit_id"].setVisible(kind is PlanKind.INSTITUTE)

    def _open_current(self) -> None:
        if (number := self.table.current_id) is not None:
            self._open_and_focus(number)

    def _edit_head(self) -> None:
        if (number := self.table.current_id) is not None:
            self.open_record("plan", number)

    def _copy(self) -> None:
        number, desk = self.table.current_id, self.shell.desk
        if number is not None:
            self.shell.work.do(
                lambda: plans_copy.copy(desk, number),
                lambda changed: self._opened(changed.id or number),
                label=N_("Saving"),
            )

    def _import(self) -> None:
        if (number := self.table.current_id) is not None:
            self.shell.go("rows_of_plan", number)


def plan_paper(shell: Shell, plan_id: int, number: int | None = None) -> Any:
    """The paper of a plan, or of one of its versions, for the preview."""
    from altdesk.forms.form import Option
    from ui.preview import printable

    make = partial(papers.plan, shell.desk, plan_id, number)
    return printable(shell.desk, shell.say(N_("Work plan")), make, frozenset({Option.PAGES}))
