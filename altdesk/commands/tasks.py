"""Commands about tasks: what was decided, who answers for it, and how it stands."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from altdesk.commands import exporting as export_answers
from altdesk.commands.answer import Answer, table
from altdesk.commands.printing import answer, options_of
from altdesk.desk import Desk
from altdesk.domain.marking import N_
from altdesk.domain.tasks import URGENCY_NAMES, Task, TasksQuery, TaskState, responsible_line
from altdesk.services import bodies, exporting_minutes, printing, tasks
from altdesk.services.papers import tasks as papers
from altdesk.services.papers.tasks import pressing_first


def list_tasks(desk: Desk, asked: Namespace) -> Answer:
    """Tasks of all bodies, the most pressing first."""
    today = date.today()
    query = TasksQuery(
        text=asked.search,
        body_id=bodies.by_name(desk, asked.body).id if asked.body is not None else None,
        state=TaskState(asked.state) if asked.state is not None else None,
        person_id=printing.person_called(desk, asked.person) if asked.person is not None else None,
        overdue_on=today if asked.overdue else None,
    )
    found = tasks.lines(desk, tasks.ids(desk, query))
    heads = (N_("Task"), N_("Responsible"), N_("Due on"), N_("State"), N_("Body"), N_("The minutes"), N_("Point"))
    rows = (
        (
            task.text, responsible_line(task.responsible), task.due_on or task.due_text,
            desk.say(URGENCY_NAMES[task.urgency_on(today)]), task.body, task.minutes, task.point,
        )
        for task in found
    )  # fmt: skip
    data = [task_data(desk, task, today) for task in found]
    return Answer(data, table([desk.say(head) for head in heads], rows))


def task_data(desk: Desk, task: Task, today: date) -> dict[str, Any]:
    """`responsible` are names, `minutes` is the number of the minutes the task comes from."""
    names = ("id", "text", "due_on", "due_text", "done_on", "body", "minutes", "point", "decided_on", "note")
    people = {"responsible": [who.full_name for who in task.responsible], "evidence": task.evidence}
    stands = {"state": task.state.value, "overdue": task.overdue_on(today), "reason": desk.say(task.reason)}
    return {name: getattr(task, name) for name in names} | people | stands


def export_tasks(desk: Desk, asked: Namespace) -> Answer:
    return export_answers.answer(desk, exporting_minutes.tasks(desk, Path(asked.file)))


def print_tasks(desk: Desk, asked: Namespace) -> Answer:
    """The control list of all tasks or of a body's, or a person's own list."""
    if asked.person is not None:
        paper = papers.person_tasks(desk, printing.person_called(desk, asked.person))
    else:
        body = bodies.by_name(desk, asked.body) if asked.body is not None else None
        of = body.id if body else None
        opened = TasksQuery(state=TaskState.OPEN, body_id=of)
        wanted = tasks.ids(desk, opened) if asked.open else pressing_first(desk, of)
        paper = papers.tasks(desk, wanted, body.name if body else "")
    return answer(desk, printing.save(desk, paper, Path(asked.out), options_of(asked)))
