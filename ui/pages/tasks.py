"""Tasks: everything decided that somebody has to do by a day, over all bodies, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from altdesk.desk import Changed
from altdesk.domain.dates import short_day
from altdesk.domain.marking import N_
from altdesk.domain.tasks import (
    TASK_STATE_NAMES,
    URGENCY_NAMES,
    Task,
    TaskDraft,
    TasksQuery,
    TaskState,
    Urgency,
    responsible_line,
)
from altdesk.i18n import Translator
from altdesk.services import bodies, exporting_minutes, tasks
from ui.actions import Action, Needs
from ui.columns import Align, Column, RowSource, ServiceRows, State
from ui.editor import Editor, Record
from ui.fields import Field, Kind
from ui.listpage import ListPage
from ui.offers import offer_persons, person_name
from ui.pages.meeting.offers import Offers
from ui.pages.meeting.papers import tasks_paper
from ui.panel import WITH_PARTS
from ui.shell import Shell
from ui.theme import GRID, Tone
from ui.widgets.attachments import Attachments
from ui.widgets.empty import Empty
from ui.widgets.filters import Filter, FilterRow
from ui.widgets.finder import PersonInput
from ui.widgets.named import SeveralNamedInput
from ui.widgets.task_end import ROLES, TaskEnd

OVERDUE = "overdue"
URGENCIES = {
    Urgency.OVERDUE: State("alert-circle-outline", URGENCY_NAMES[Urgency.OVERDUE], Tone.BAD),
    Urgency.TODAY: State("clock-alert-outline", URGENCY_NAMES[Urgency.TODAY], Tone.WAIT),
    Urgency.SOON: State("clock-outline", URGENCY_NAMES[Urgency.SOON]),
    Urgency.LATER: State("circle-outline", URGENCY_NAMES[Urgency.LATER]),
    Urgency.NO_DAY: State("circle-outline", URGENCY_NAMES[Urgency.NO_DAY]),
    Urgency.DONE: State("check-circle-outline", URGENCY_NAMES[Urgency.DONE], Tone.QUIET),
    Urgency.CANCELLED: State("cancel", URGENCY_NAMES[Urgency.CANCELLED], Tone.QUIET),
}


class TaskRows(ServiceRows):
    """The tasks, and beside them how many of them press."""

    overdue = due_today = 0

    def count(self, query: TasksQuery) -> int:
        day, pressing = date.today(), query.state in {None, TaskState.OPEN}
        late, now = replace(query, overdue_on=day), replace(query, state=TaskState.OPEN, due_first=day, due_last=day)
        self.overdue, self.due_today = (super(TaskRows, self).count(each) if pressing else 0 for each in (late, now))
        return super().count(query)


class TasksPage(ListPage):
    """One list of all tasks."""

    key = "tasks"
    title = N_("Tasks")
    shows: ClassVar[frozenset[str]] = frozenset({"task", "task_person", "minutes", "body", "attachment", "person"})
    filter_hint = N_("Find a task")

    columns = (
        Column("state", N_("State"), 150, state=lambda task: URGENCIES[task.urgency_on(date.today())], sort="pressing"),
        Column("due_on", N_("Due on"), 110, lambda task: _due(task), sort="due_on"),
        Column("text", N_("Task"), 360, lambda task: task.text, sort="text"),
        Column("responsible", N_("Responsible"), 210, lambda task: responsible_line(task.responsible),
               sort="responsible"),
        Column("minutes", N_("Basis"), 190, lambda task: source_text(task), sort="minutes"),
        Column("done_on", N_("Carried out on"), 104, lambda task: _day(task.done_on), sort="done_on", shown=False),
        Column("evidence", N_("Evidence"), 90, lambda task: str(task.evidence or ""), Align.RIGHT, shown=False),
        Column("note", N_("Note"), 200, lambda task: task.note, shown=False),
    )  # fmt: skip

    def __init__(self, shell: Shell) -> None:
        self._rows: TaskRows | None = None
        self._bodies: list[tuple[int | None, str]] = [(None, "–")]
        states = tuple((state.value, name) for state, name in TASK_STATE_NAMES.items())
        self.filters = FilterRow(
            shell,
            "tasks",
            (
                Filter("state", N_("State"), ((OVERDUE, URGENCY_NAMES[Urgency.OVERDUE]), *states)),
                Filter("body", N_("Body")),
            ),
        )
        desk = shell.desk
        self.person = PersonInput(shell.work, shell.words, partial(offer_persons, desk), partial(person_name, desk))
        super().__init__(shell)
        self.panel.least = WITH_PARTS
        row = QWidget()
        inside = QVBoxLayout(row)
        inside.setContentsMargins(3 * GRID, 0, 2 * GRID, GRID)
        inside.addWidget(self.filters)
        self.column.insertWidget(1, row)
        shell.words(self.person, name=N_("Responsible"), placeholder=N_("Responsible: all"))
        self.person.setMinimumWidth(240)
        self.filters.add(self.person)
        self.filters.stand_before(self.person, self.table, self.empty.first, self.empty.second)
        self.filters.changed.connect(self.refresh)
        self.person.changed.connect(self._person_changed)

    def fill_editor(self, editor: Editor) -> None:
        self.end = TaskEnd(self.shell, editor.commit)
        self.evidence = Attachments(self.shell, "task", editor.commit, ROLES, title=N_("Evidence"))
        for part in (self.end, self.evidence):
            editor.below.addWidget(part)
            part.hide()
        editor.shown.connect(self._show_parts)

    def primary(self) -> Action:
        return Action("new", N_("Add a task"), self.new_record, "plus")

    def more(self) -> Sequence[Action]:
        return (
            Action("done", N_("Done today"), self._done_today, "check-circle-outline", "Ctrl+D", needs=Needs.SOME),
            Action("source", N_("Open the minutes"), self._open_source, "text-box-outline", needs=Needs.ONE),
            Action("print", N_("Print the control list"), self.print_selected, "printer-outline", line_before=True),
            self.export_action(),
            self.delete_action(),
        )

    def source(self) -> RowSource:
        if self._rows is None:
            self._rows = TaskRows(self.shell.desk, tasks)
        return self._rows

    def query(self) -> TasksQuery:
        chosen = self.filters.values()
        state = chosen["state"]
        return TasksQuery(
            sort="pressing",
            state=TaskState(state) if state and state != OVERDUE else None,
            overdue_on=date.today() if state == OVERDUE else None,
            body_id=chosen["body"],
            person_id=self._person_id(),
        )

    def state(self, say: Translator) -> str:
        said = [say.plural("%(n)d task", "%(n)d tasks", self.table.rows.count)]
        if self._rows and self._rows.overdue:
            said.append(say.plural("%(n)d task is overdue", "%(n)d tasks are overdue", self._rows.overdue))
        if self._rows and self._rows.due_today:
            said.append(say(N_("due today: %(n)d"), n=self._rows.due_today))
        return ", ".join(said)

    def empty_state(self) -> Empty:
        sentence = N_("Here are the tasks that your meetings decided: they come from the minutes by themselves.")
        return Empty("checkbox-marked-outline", sentence, N_("Add a task"), self.new_record)

    def record(self) -> Record:
        desk, offers = self.shell.desk, Offers(self.shell.desk)
        return Record(
            kind="task",
            new_title=N_("New task"),
            fields=(
                Field("text", N_("What is to be done"), Kind.LONG),
                Field("responsible", N_("Responsible"), hint=N_("Several people with semicolons between them."),
                      make=lambda shell: SeveralNamedInput(shell.work, offers.people)),
                Field("due_on", N_("Due on"), Kind.DATE, letters=14),
                Field("due_text", N_("or in words"), beside=True),
                Field("body_id", N_("Body"), Kind.CHOICE, choices=self._bodies),
                Field("note", N_("Note"), Kind.LONG),
            ),
            blank=TaskDraft,
            get=partial(tasks.get, desk),
            add=partial(tasks.add, desk),
            save=partial(tasks.save, desk),
            title=lambda task: source_text(task) if isinstance(task, Task) else "",
        )  # fmt: skip

    def refresh(self) -> None:
        super().refresh()
        desk = self.shell.desk

        def show(found: list[tuple[int, str]]) -> None:
            self.filters.offer("body", found)
            self._bodies[1:] = found
            if self._editor is not None:
                self._editor.boxes["body_id"].input.say_again()

        self.shell.work.do(
            lambda: [(each.id, each.name) for each in bodies.all_bodies(desk)], show, topic="task-bodies"
        )

    def print_selected(self) -> None:
        """The control list as it is filtered, or the list of the one person chosen above."""
        query, desk = self.table.rows.query or self.query(), self.shell.desk
        heading = ", ".join(made.currentText() for made in self.filters.inputs.values() if made.value() is not None)

        def show(ids: Sequence[int]) -> None:
            self.show_paper(tasks_paper(self.shell, ids, query.person_id, heading))

        self.shell.work.do(lambda: tasks.ids(desk, query), show)

    def bin_(self, ids: Sequence[int]) -> Changed:
        return tasks.remove(self.shell.desk, ids)

    def export(self, path: Path, ids: Sequence[int]) -> object:
        return exporting_minutes.tasks(self.shell.desk, path, ids)

    # inside

    def _show_parts(self, record: object) -> None:
        kept = isinstance(record, Task) and record.id > 0
        for part in (self.end, self.evidence):
            part.setVisible(kept)
        if isinstance(record, Task) and kept:
            self.end.show_task(record)
            self.evidence.show_record(record.id)
        if self.editor is not None:
            for key in ("text", "responsible", "due_on", "due_text", "body_id"):
                self.editor.boxes[key].input.setEnabled(not kept or (isinstance(record, Task) and record.by_hand))

    def _done_today(self) -> None:
        desk, ids = self.shell.desk, self.table.selected_ids()
        if ids:
            self.shell.work.do(lambda: tasks.done(desk, ids, date.today()), label=N_("Saving"))

    def _open_source(self) -> None:
        number, desk = self.table.current_id, self.shell.desk
        if number is None:
            return

        def go(task: Task) -> None:
            if task.minutes_id is None:
                self.shell.messages.advise(N_("This task was typed in by hand; no minutes belong to it."))
            else:
                self.shell.go("minutes", task.minutes_id)

        self.shell.work.do(lambda: tasks.get(desk, number), go)

    def _person_id(self) -> int | None:
        return self.person.chosen_id

    def _person_changed(self) -> None:
        if self.person.chosen_id is not None or not self.person.text().strip():
            self.refresh()


def source_text(task: Task) -> str:
    """Where a task comes from: the number of the minutes and the point, which are seen in a narrow column, the body."""
    if task.by_hand:
        return task.body
    return ", ".join(filter(None, (f"№ {task.minutes}", task.point, task.body)))


def _due(task: Task) -> str:
    return _day(task.due_on) or task.due_text


def _day(day: date | None) -> str:
    return short_day(day) if day else ""
