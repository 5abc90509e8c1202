"""History: every step, newest first, and field by field what the selected one changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from altdesk.desk import Desk
from altdesk.domain.acquaintance import ROW_STATE_NAMES
from altdesk.domain.changes import KIND_NAMES as CHANGE_KINDS
from altdesk.domain.copies import COPY_KIND_NAMES, HANDED_NAMES
from altdesk.domain.documents import KIND_NAMES as DOCUMENT_KINDS
from altdesk.domain.documents import STATE_NAMES as REVISION_STATES
from altdesk.domain.history import FieldChange, StepLine
from altdesk.domain.marking import N_
from altdesk.domain.norms import NORM_KIND_NAMES, NORM_STATE_NAMES, OUTCOME_NAMES
from altdesk.domain.people import KIND_NAMES as PERSON_KINDS
from altdesk.i18n import Translator
from altdesk.services import history, people, units
from ui.actions import Action
from ui.columns import Align, Column, ListQuery, RowSource, State, WholeList
from ui.listpage import FOLLOW_MS, ListPage
from ui.shell import Shell
from ui.theme import GRID, SECTION_POINTS, SEMIBOLD, Tone, set_tone, set_type
from ui.widgets.empty import Empty
from ui.words import breakable, cut

MOST = 5000
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
    shows = frozenset(
        {"person", "further_post", "unit", "saved_group", "group_member", "document", "revision", "audience", "duty"}
        | {"sheet", "sheet_row", "setting", "working_copy", "handover", "norm", "norm_change", "norm_flag"}
        | {"document_norm", "revision_step", "change", "change_sheet", "attachment"}
    )

    columns = (
        Column("at", N_("When"), 150, lambda step: local(step.at), sort="at"),
        Column("label", N_("Step"), 380, lambda step: step.label),
        Column("changes", N_("Changes"), 80, lambda step: str(step.changes), Align.RIGHT, shown=False),
        Column("state", N_("State"), 155, state=lambda step: STATES.get(step.state)),
        Column("who", N_("Who"), 120, lambda step: step.who, shown=False),
    )

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.details = StepDetails(shell)
        self._soon = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._soon.timeout.connect(self._show_current)
        self.table.current_id_changed.connect(lambda _number: self._soon.start())
        self.table.rows.loaded.connect(self._soon.start)
        self.show_panel(self.details)

    def all_columns(self) -> tuple[Column, ...]:
        label = Column("label", N_("Step"), 380, lambda step: self.shell.say(step.label, **step.values))
        return tuple(label if column.key == "label" else column for column in self.columns)

    def more(self) -> Sequence[Action]:
        return (
            Action("undo", N_("Undo the last step"), lambda: self.shell.undo(), "undo"),
            Action("redo", N_("Redo the step"), lambda: self.shell.redo(), "redo"),
        )

    def source(self) -> RowSource:
        return WholeList(self._steps, orders={"at": lambda step: step.id})

    def query(self) -> ListQuery:
        return ListQuery(sort="at", descending=True)

    def state(self, say: Translator) -> str:
        return say.plural("%(n)d step", "%(n)d steps", self.table.rows.count)

    def empty_state(self) -> Empty:
        return Empty("history", N_("Here every step is kept: who changed what, when, from what to what."))

    def open_record(self, kind: str, record_id: int) -> None:
        del kind
        self.table.want_id(record_id)

    def _steps(self, query: ListQuery) -> list[StepLine]:
        from altdesk.domain.text import fold

        found = history.steps(self.shell.desk, MOST)
        typed = fold(query.text)
        if not typed:
            return found
        return [step for step in found if typed in fold(self.shell.say(step.label, **step.values))]

    def _show_current(self) -> None:
        number = self.table.current_id
        line = self.table.rows.line_at(self.table.currentIndex().row()) if number is not None else None
        if number is None or line is None:
            self.details.show_nothing()
            return
        desk = self.shell.desk
        self.shell.work.do(
            lambda: named(desk, history.of_step(desk, number)),
            lambda changes: self.details.show_step(line, changes),
            topic="history-step",
        )


class StepDetails(QWidget):
    """What one step changed."""

    HEADS = (N_("Field"), N_("Before"), N_("After"))

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._say: Callable[[], None] = self.show_nothing
        self.title, self.when = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        set_type(self.title, SECTION_POINTS, SEMIBOLD)
        set_tone(self.when, Tone.QUIET)
        self.list = QTableWidget(0, len(self.HEADS))
        self.list.verticalHeader().hide()
        self.list.setShowGrid(False)
        self.list.setWordWrap(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setTabKeyNavigation(False)
        self.list.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.list.horizontalHeader().setHighlightSections(False)
        self.list.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        shell.words(self.list, name=N_("What the step changed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 0, 0)
        for widget in (self.title, self.when, self.list):
            column.addWidget(widget)
        shell.words.switched.connect(lambda: self._say())
        self.show_nothing()

    def show_nothing(self) -> None:
        self._say = self.show_nothing
        self.title.setText("")
        self.when.setText(self._shell.say(N_("Choose a step to see what it changed.")))
        self.list.hide()

    def show_step(self, step: StepLine, changes: Sequence[FieldChange]) -> None:
        say = self._shell.say
        self._say = lambda: self.show_step(step, changes)
        said = say(step.label, **step.values)
        self.title.setText(breakable(cut(said, 300)))
        self.title.setToolTip(said)
        self.when.setText(f"{local(step.at)}  {step.who}")
        self.list.setHorizontalHeaderLabels([say(head) for head in self.HEADS])
        self.list.setRowCount(len(changes))
        for row, change in enumerate(changes):
            called = say(FIELD_NAMES.get(change.field, change.field))
            before, after = (said_value(say, value) for value in (change.before, change.after))
            for at, text in enumerate((called, before, after)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.list.setItem(row, at, item)
        self.list.setVisible(bool(changes))
        QTimer.singleShot(0, self.list, self.list.resizeRowsToContents)


def named(desk: Desk, changes: Sequence[FieldChange]) -> list[FieldChange]:
    """The changes with names where the journal keeps ids; runs in the desk's room."""
    unit_names = {str(unit.id): unit.name for unit in units.all_units(desk)}
    wanted = {
        text for change in changes if change.field == "person_id" for text in (change.before, change.after) if text
    }
    ids = sorted(int(text) for text in wanted if text.isdecimal())[:500]
    person_names = {str(line.id): line.full_name for line in people.lines(desk, ids)} if ids else {}
    names = {"unit_id": unit_names, "person_id": person_names, "rule_unit_id": unit_names, "parent_id": unit_names}

    def name(change: FieldChange) -> FieldChange:
        known = names.get(change.field)
        if known is None:
            return change
        return replace(
            change,
            before=known.get(change.before or "", change.before),
            after=known.get(change.after or "", change.after),
        )

    return [name(change) for change in changes]


def said_value(say: Translator, value: str | None) -> str:
    """A value of the journal as a person reads it: days, states and kinds in words."""
    if not value:
        return ""
    if len(value) == 10 and value[4] == value[7] == "-":
        return f"{value[8:]}.{value[5:7]}.{value[:4]}"
    return say(VALUE_NAMES[value]) if value in VALUE_NAMES else value


def local(at: datetime) -> str:
    """A moment kept in UTC, on this machine's clock."""
    from datetime import UTC

    here = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone()
    return f"{here:%d.%m.%Y %H:%M}"


VALUE_NAMES: dict[str, str] = {
    key.value: name
    for key, name in (
        *PERSON_KINDS.items(),
        *DOCUMENT_KINDS.items(),
        *REVISION_STATES.items(),
        *ROW_STATE_NAMES.items(),
        *COPY_KIND_NAMES.items(),
        *HANDED_NAMES.items(),
        *NORM_KIND_NAMES.items(),
        *NORM_STATE_NAMES.items(),
        *OUTCOME_NAMES.items(),
        *CHANGE_KINDS.items(),
    )
} | {
    "True": N_("Yes"),
    "False": N_("No"),
    "added": N_("Added by hand"),
    "removed": N_("Taken out by hand"),
    "acquaintance": N_("Acquaintance sheet"),
    "residual": N_("Residual sheet"),
    "owed": N_("Pending"),
}
FIELD_NAMES = {
    "surname": N_("Surname"),
    "given_name": N_("Given name"),
    "patronymic": N_("Patronymic"),
    "full_name": N_("Full name"),
    "kind": N_("Kind"),
    "post": N_("Post"),
    "unit_id": N_("Unit"),
    "group_name": N_("Group"),
    "course": N_("Course"),
    "email": N_("Email"),
    "phone": N_("Phone"),
    "note": N_("Note"),
    "consent_on": N_("Consent given on"),
    "left_on": N_("Left on"),
    "binned_at": N_("Put into the bin"),
    "name": N_("Name"),
    "code": N_("Code"),
    "title": N_("Title"),
    "owner": N_("Owner"),
    "number": N_("Number"),
    "state": N_("State"),
    "effective_on": N_("In force from"),
    "signed_on": N_("Signed on"),
    "made_on": N_("Made on"),
    "printed_on": N_("Printed on"),
    "expected_on": N_("Expected back on"),
    "back_on": N_("Came back on"),
    "value": N_("Value"),
    "person_id": N_("Person"),
    "document_id": N_("Document"),
    "revision_id": N_("Revision"),
    "sheet_id": N_("Sheet"),
    "group_id": N_("Group"),
    "mode": N_("How"),
    "everyone": N_("Everybody"),
    "rule_kind": N_("Kind"),
    "rule_post": N_("Post"),
    "rule_unit_id": N_("Unit"),
    "parent_id": N_("Lies within"),
    "organisation": N_("Organisation"),
    "department": N_("Department"),
    "document_code": N_("Code"),
    "document_title": N_("Title"),
    "revision_number": N_("Revision"),
    "residual_of": N_("Residual of sheet"),
    "no": N_("Row"),
    "expected": N_("Must know it"),
    "recorded_by": N_("Recorded by"),
    "recorded_at": N_("Recorded at"),
    "holder": N_("Holder"),
    "unit": N_("Unit"),
    "given_on": N_("Given on"),
    "returned_on": N_("Returned on"),
    "withdrawn_on": N_("Out of use since"),
    "what": N_("What"),
    "sheets": N_("Sheets of the original"),
    "handed_on": N_("Handed over"),
    "given_by": N_("Given by"),
    "given_by_post": N_("Post of who gives"),
    "received_by": N_("Received by"),
    "received_by_post": N_("Post of who receives"),
    "place": N_("Where"),
    "designation": N_("Designation"),
    "changed_on": N_("Changed on"),
    "change_note": N_("What changed"),
    "norm_id": N_("Norm"),
    "outcome": N_("Came of it"),
    "reviewed_on": N_("Reviewed on"),
    "reviewed_by": N_("Reviewed by"),
    "review_on": N_("Review date"),
    "retention": N_("Retention period"),
    "file_index": N_("File index"),
    "electronic_place": N_("Where the electronic original is"),
    "paper_place": N_("Where the paper original is"),
    "done_on": N_("Date"),
    "paragraph": N_("Paragraph"),
    "wording": N_("What is changed"),
    "corrects": N_("Corrects entry No."),
    "due_on": N_("To be signed by"),
    "round": N_("Round of acquaintance"),
    "change_number": N_("Change"),
    "change_on": N_("Date of the change"),
}
