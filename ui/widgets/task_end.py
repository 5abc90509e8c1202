"""How a task ends: done on a day, or cancelled for a reason; and how it is opened again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from altdesk.desk import Changed
from altdesk.domain.attachments import Role
from altdesk.domain.dates import short_day
from altdesk.domain.marking import N_
from altdesk.domain.tasks import Task, TaskState
from altdesk.services import tasks
from ui.fields import Field, Kind
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.parts import Part, SmallForm, Then, button, button_row

ROLES = (Role.EVIDENCE, Role.PHOTO, Role.FILE)


class TaskEnd(Part):
    """Below a task's fields. `saved(then)` saves what is typed in them first."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None]) -> None:
        super().__init__(shell, N_("How it stands"))
        self._saved = saved
        self._task: Task | None = None
        self.done_button = button(shell, N_("Done…"), self.ask_done, "check-circle-outline")
        self.cancel_button = button(shell, N_("Cancel the task…"), self.ask_reason, "cancel")
        self.open_button = button(shell, N_("Open it again"), self.open_again, "restore")
        fields = (
            Field("done_on", N_("Carried out on"), Kind.DATE, letters=14),
            Field("reason", N_("Why it is cancelled"), letters=34),
        )
        self.form = SmallForm(shell, fields)
        self.column.addLayout(button_row((self.done_button, self.cancel_button, self.open_button)))
        self.column.addWidget(self.form)
        shell.words.switched.connect(self._say)

    def show_task(self, task: Task) -> None:
        if self._task is None or self._task.id != task.id:
            self.form.hide()
        self._task = task
        is_open = task.state is TaskState.OPEN
        self.done_button.setVisible(is_open)
        self.cancel_button.setVisible(is_open)
        self.open_button.setVisible(not is_open)
        self._say()

    def ask_done(self) -> None:
        """On which day it was done."""
        self.form.open_form(N_("Done"), self._done, done_on=date.today())

    def ask_reason(self) -> None:
        """Why nobody has to do it any more."""
        self.form.open_form(N_("Cancel the task"), self._cancelled, reason="")

    def open_again(self) -> None:
        """It was not done after all."""
        self._do(lambda number: tasks.reopen(self.shell.desk, [number]))

    def _done(self, values: dict[str, Any]) -> None:
        self._do(lambda number: tasks.done(self.shell.desk, [number], values["done_on"]))

    def _cancelled(self, values: dict[str, Any]) -> None:
        self._do(lambda number: tasks.cancel(self.shell.desk, [number], values["reason"]))

    def _do(self, verb: Callable[[int], Changed]) -> None:
        task = self._task
        if task is None:
            return

        def finished(_changed: Changed) -> None:
            self.form.close_form()

        def start() -> None:
            self.shell.work.do(lambda: verb(task.id), finished, self.form.refuse, label=N_("Saving"))

        self._saved(start)

    def _say(self) -> None:
        task, say = self._task, self.shell.say
        if task is None:
            return
        if task.state is TaskState.DONE and task.done_on is not None:
            self.say_sentence(say(N_("Done on %(day)s"), day=short_day(task.done_on)), Tone.GOOD)
        elif task.state is TaskState.CANCELLED:
            self.say_sentence(say(N_("Cancelled: %(reason)s"), reason=task.reason))
        elif task.overdue_on(date.today()) and task.due_on is not None:
            late = (date.today() - task.due_on).days
            self.say_sentence(say.plural("%(n)d day late", "%(n)d days late", late), Tone.BAD)
        else:
            self.say_sentence("")
