"""`altdesk print tasks`: what was decided, who answers for it, and how it stands."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from altdesk.commands.answer import Answer
from altdesk.commands.printing import answer, options_of
from altdesk.desk import Desk
from altdesk.domain.tasks import TasksQuery, TaskState
from altdesk.services import bodies, papers, printing, tasks
from altdesk.services.papers.tasks import pressing_first


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
