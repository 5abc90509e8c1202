"""Import of the rows of a plan: an Excel list or the table of a Word document, looked at row by row."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.events_kinds import DIRECTION_NAMES, EVENT_KIND_NAMES, FORM_NAMES, LEVEL_NAMES
from altdesk.domain.import_plan import Decision, SkippedRow
from altdesk.domain.marking import N_
from altdesk.domain.plans import PlanRow
from altdesk.domain.plans_columns import PLANS_FIELD_NAMES
from altdesk.domain.plans_lists import PlansQuery
from altdesk.files import Tell
from altdesk.i18n import Translator
from altdesk.services import plans, plans_import
from ui.columns import Align, Column
from ui.pages.importing.page import ImportPage
from ui.pages.importing.rows import Line, state_of
from ui.pages.importing.saying import Saying
from ui.shell import Shell
from ui.theme import GRID
from ui.widgets.inputs import ChoiceInput

NAMES: dict[Any, str] = {**EVENT_KIND_NAMES, **FORM_NAMES, **DIRECTION_NAMES, **LEVEL_NAMES}


class PlansImportPage(ImportPage):
    """Shows what the file would do to the rows of the plan chosen above, row by row."""

    key = "import_plan"
    title = N_("Import rows of a plan")
    sentence = N_("Choose the Excel file or the Word document with the table of the plan, or drop it here.")
    field_names = PLANS_FIELD_NAMES
    looks_through = ("title", "when", "responsible")
    update_verb = N_("Change that row (U)")
    goes_to = "plans"
    shows = ImportPage.shows | {"plan", "plan_row", "plan_version", "event"}

    def __init__(self, shell: Shell) -> None:
        self._plan_id: int | None = None
        self._plans: list[tuple[int | None, str]] = [(None, "")]
        super().__init__(shell)

    def questions(self) -> QWidget:
        """The plan the rows are for."""
        asked, label, words = QWidget(), QLabel(), self.shell.words
        self.chosen = ChoiceInput(lambda: self._plans)
        label.setBuddy(self.chosen)
        words(label, text=N_("Plan"))
        words(self.chosen, name=N_("Plan"))
        row = QHBoxLayout(asked)
        row.setContentsMargins(3 * GRID, 0, 2 * GRID, 6)
        row.setSpacing(GRID)
        row.addWidget(label)
        row.addWidget(self.chosen)
        row.addStretch(1)
        self.chosen.changed.connect(self._choose)
        return asked

    def refresh(self) -> None:
        """The plans there are now; then the file, if there is one."""
        desk = self.shell.desk

        def load() -> list[tuple[int | None, str]]:
            lines = plans.lines(desk, plans.ids(desk, PlansQuery()))
            return [(None, ""), *((line.id, f"{line.title}, {line.period}") for line in lines)]

        def show(found: list[tuple[int | None, str]]) -> None:
            self._plans = found
            self.chosen.blockSignals(True)
            self.chosen.say_again()
            self.chosen.set_value(self._plan_id)
            self.chosen.blockSignals(False)

        self.shell.work.do(load, show, topic="import-plans")
        super().refresh()

    def open_record(self, kind: str, record_id: int) -> None:
        """Begin with the plan whose rows are to come."""
        del kind
        self._plan_id = record_id
        self.refresh()

    def _choose(self) -> None:
        self._plan_id = self.chosen.value()
        self.reread()

    def all_columns(self) -> tuple[Column, ...]:
        say = self.shell.say
        return (
            Column("number", N_("Row"), 52, lambda line: str(line.row.number), Align.RIGHT, sort="number"),
            Column("state", N_("State"), 156, state=state_of, sort="state"),
            Column("title", N_("Event"), 280, partial(_part, "title"), sort="title", edit=partial(self.edit, "title")),
            Column("when", N_("Time"), 130, partial(_part, "when"), sort="when", edit=partial(self.edit, "when")),
            Column("responsible", N_("Responsible"), 150, partial(_part, "responsible"), sort="responsible",
                   edit=partial(self.edit, "responsible")),
            Column("section", N_("Section"), 120, partial(_part, "section")),
            Column("kind", N_("Kind"), 110, lambda line: _named(line, "kind", say)),
            Column("form", N_("Form"), 100, lambda line: _named(line, "form", say), shown=False),
            Column("direction", N_("Direction"), 120, lambda line: _named(line, "direction", say)),
            Column("remark", N_("Remark"), 260, lambda line: self.saying.remark(line)),
        )  # fmt: skip

    def make_saying(self, say: Translator) -> Saying:
        return Saying(
            say,
            PLANS_FIELD_NAMES,
            NAMES,
            known,
            new=N_("This row is not in the plan yet and will be added."),
            hint=N_("F2 mends the event, the time or who is responsible."),
        )

    def verb(self, say: Translator, rows: int) -> str:
        return say.plural("Import %(n)d row", "Import %(n)d rows", rows)

    def known(self, record: Any) -> str:
        return known(record)

    def look(self, desk: Desk, path: Path, sheet: int | None, mapping: Mapping[int, Any] | None) -> Any:
        if self._plan_id is None:
            raise Refusal(N_("Choose above which plan the rows are for."))
        return plans_import.preview(desk, path, mapping, sheet=sheet, plan_id=self._plan_id)

    def write(self, desk: Desk, plan: Any, decisions: Mapping[int, Decision[Any]], tell: Tell) -> Changed:
        return plans_import.apply(desk, plan, decisions, tell=tell)


def known(row: PlanRow) -> str:
    """A kept row in a few words."""
    return row.said.title


def _part(field: str, line: Line) -> str:
    if isinstance(line.row, SkippedRow):
        return line.row.text if field == "title" else ""
    return str(getattr(line.draft, field) or "")


def _named(line: Line, field: str, say: Translator) -> str:
    value = None if isinstance(line.row, SkippedRow) else getattr(line.draft, field)
    return say(NAMES[value]) if value is not None else ""
