"""Import of members: a list of a body or of several, from its Excel file into the registers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from altdesk.desk import Changed, Desk
from altdesk.domain.dates import short_day
from altdesk.domain.import_plan import Decision, SkippedRow
from altdesk.domain.marking import N_
from altdesk.domain.members_columns import MEMBERS_FIELD_NAMES
from altdesk.domain.people import KIND_NAMES
from altdesk.domain.people_columns import PEOPLE_FIELD_NAMES
from altdesk.i18n import Translator
from altdesk.services import bodies, members_import
from ui.columns import Align, Column
from ui.pages.importing.page import ImportPage
from ui.pages.importing.rows import Line, state_of
from ui.pages.importing.saying import Saying
from ui.pages.people_import import NAME_PARTS, known, part_of
from ui.shell import Shell
from ui.theme import GRID
from ui.widgets.day_line import DayLine
from ui.widgets.flow import Flow
from ui.widgets.inputs import ChoiceInput

WAIT_MS = 250


class MembersImportPage(ImportPage):
    """Shows what the file would do to people and registers, row by row."""

    key = "import_members"
    title = N_("Import members")
    icon = "table-arrow-down"
    sentence = N_("Choose the Excel or CSV file with the list of members, or drop it here.")
    field_names = MEMBERS_FIELD_NAMES
    looks_through = ("surname", "given_name", "patronymic", "body", "body_post", "group")
    update_verb = N_("Update that person (U)")
    goes_to = "bodies"

    def __init__(self, shell: Shell) -> None:
        self._body_id: int | None = None
        self._since: date | None = None
        self._bodies: list[tuple[int | None, str]] = [(None, "")]
        super().__init__(shell)

    def questions(self) -> QWidget:
        """The body of rows that name none, and from when terms begin that do not say it."""
        asked, words, self.body = QWidget(), self.shell.words, ChoiceInput(lambda: self._bodies)
        box, label = QWidget(), QLabel()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(label)
        row.addWidget(self.body)
        label.setBuddy(self.body)
        text = N_("Body, where a row names none")
        words(label, text=text)
        words(self.body, name=text)
        self.since = DayLine(self.shell, N_("Terms begin on, where a row does not say"))
        flow = Flow(asked)
        flow.setSpacing(2 * GRID)
        asked.setContentsMargins(3 * GRID, 0, 2 * GRID, 6)
        flow.addWidget(box)
        flow.addWidget(self.since)
        self._soon = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._soon.timeout.connect(self.reread)
        self.body.changed.connect(self._body_chosen)
        self.since.changed.connect(self._since_typed)
        return asked

    def refresh(self) -> None:
        """The bodies there are now; then the file, if there is one."""
        desk = self.shell.desk

        def show(found: list[tuple[int | None, str]]) -> None:
            self._bodies = found
            self.body.blockSignals(True)
            self.body.say_again()
            self.body.set_value(self._body_id)
            self.body.blockSignals(False)

        def load() -> list[tuple[int | None, str]]:
            return [(None, ""), *((body.id, body.name) for body in bodies.all_bodies(desk))]

        self.shell.work.do(load, show, topic="import-bodies")
        super().refresh()

    def open_record(self, kind: str, record_id: int) -> None:
        """Begin with the body whose members are to come."""
        del kind
        self._body_id = record_id
        self.refresh()

    def _body_chosen(self) -> None:
        self._body_id = self.body.value()
        self.reread()

    def _since_typed(self) -> None:
        """The day typed, or none: then terms begin with the academic year."""
        chosen = self.since.day_or(date.max)
        self._since = None if chosen == date.max else chosen
        self._soon.start()

    def all_columns(self) -> tuple[Column, ...]:
        return (
            Column("number", N_("Row"), 52, lambda line: str(line.row.number), Align.RIGHT, sort="number"),
            Column("state", N_("State"), 156, state=state_of, sort="state"),
            *(Column(key, title, 100, partial(part_of, key), sort=key, edit=partial(self.edit, key))
              for key, title in NAME_PARTS),
            Column("body", N_("Body"), 130, partial(part_of, "body"), sort="body", edit=partial(self.edit, "body")),
            Column("body_post", N_("Post"), 110, partial(part_of, "body_post"), sort="body_post",
                   edit=partial(self.edit, "body_post")),
            Column("starts_on", N_("Since"), 96, partial(_day, "starts_on"), Align.RIGHT),
            Column("ends_on", N_("Until"), 96, partial(_day, "ends_on"), Align.RIGHT),
            Column("group", N_("Group"), 80, partial(part_of, "group"), sort="group", shown=False),
            Column("remark", N_("Remark"), 280, lambda line: self.saying.remark(line)),
        )  # fmt: skip

    def make_saying(self, say: Translator) -> Saying:
        return Saying(
            say,
            PEOPLE_FIELD_NAMES | MEMBERS_FIELD_NAMES,
            KIND_NAMES,
            known,
            new=N_("This term is not in the register yet and will be added."),
            hint=N_("F2 mends a part of the name, the body or the post."),
        )

    def verb(self, say: Translator, rows: int) -> str:
        return say.plural("Import %(n)d member", "Import %(n)d members", rows)

    def known(self, record: Any) -> str:
        return known(record)

    def look(self, desk: Desk, path: Path, sheet: int | None, mapping: Mapping[int, Any] | None) -> Any:
        return members_import.preview(desk, path, mapping, sheet=sheet, body_id=self._body_id, since=self._since)

    def write(self, desk: Desk, plan: Any, decisions: Mapping[int, Decision[Any]]) -> Changed:
        return members_import.apply(desk, plan, decisions)


def _day(field: str, line: Line) -> str:
    day = None if isinstance(line.row, SkippedRow) else getattr(line.draft, field)
    return short_day(day) if day else ""
