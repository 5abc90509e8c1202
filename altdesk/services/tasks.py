"""Tasks over all bodies: what has to be done, by whom, till when, and how it ended. A screen starts here.

Lists: `ids`, `count`, `lines` of a `TasksQuery` (a person's own list by `person_id`). Tasks come from minutes by
themselves (`task_sources`); `add` is for those given otherwise. Evidence are attachments of the owner "task".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.attachments import Role
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import Named
from altdesk.domain.tasks import Task, TaskDraft, TasksQuery, TaskState, check_done
from altdesk.domain.text import clean, clean_lines
from altdesk.files import Tell, silent
from altdesk.services import attachments, task_sources
from altdesk.services.minutes_draft import tidy
from db.models.tasks import task, task_person
from db.queries import people as people_queries
from db.queries import tasks as queries
from db.queries.tasks import OWNER
from db.step import Step

SHOWN = 60  # characters of a task in the name of a step


def ids(desk: Desk, query: TasksQuery, limit: int | None = None) -> Sequence[int]:
    """Ids of the tasks of a list in the order shown."""
    with desk.store.read() as connection:
        return queries.ids(connection, query, limit)


def count(desk: Desk, query: TasksQuery) -> int:
    with desk.store.read() as connection:
        return queries.count(connection, query)


def lines(desk: Desk, wanted: Sequence[int]) -> list[Task]:
    """These tasks, in the order given."""
    with desk.store.read() as connection:
        return queries.lines(connection, wanted)


def get(desk: Desk, task_id: int) -> Task:
    """One task. Refused when there is no such record."""
    found = lines(desk, [task_id])
    if not found:
        raise Refusal(N_("There is no such task."))
    return found[0]


def of(desk: Desk, person_id: int, state: TaskState | None = TaskState.OPEN) -> list[Task]:
    """A person's own list, the most pressing first."""
    return _found(desk, TasksQuery(person_id=person_id, state=state))


def due(desk: Desk, first: date, last: date) -> list[Task]:
    """Open tasks due within days, both included, the next first."""
    return _found(desk, TasksQuery(state=TaskState.OPEN, due_first=first, due_last=last))


def _found(desk: Desk, query: TasksQuery) -> list[Task]:
    with desk.store.read() as connection:
        return queries.lines(connection, queries.ids(connection, query))


def responsible(desk: Desk) -> list[Named]:
    """Everybody in the register who answers for an open task: what a filter offers."""
    with desk.store.read() as connection:
        return queries.responsible(connection)


def add(desk: Desk, draft: TaskDraft, today: date | None = None) -> Changed:
    """Give a task that no minutes gave. Refused without a text."""
    with desk.step(N_("Add the task %(text)s"), text=_short(draft.text)) as step:
        people = _people(step, draft.responsible)
        state = {"state": TaskState.OPEN.value, "decided_on": today or date.today()}
        step.made = step.add(task, **_columns(draft, people), **state)
        task_sources.keep_people(step, step.made, people)
    return desk.done(step)


def save(desk: Desk, task_id: int, draft: TaskDraft) -> Changed:
    """Change a task; of one that comes from minutes the note only, its wording is changed in the minutes."""
    with desk.step(N_("Change the task %(text)s"), text=_short(draft.text)) as step:
        step.made = task_id
        known = _known(step, task_id)
        note = clean_lines(draft.note)
        if not known.by_hand:
            same = (draft.text, draft.due_on, draft.due_text, tuple(draft.responsible))
            if same != (known.text, known.due_on, known.due_text, known.responsible):
                sentence = N_("This task is point %(point)s of the minutes No. %(number)s. Reopen them to change it.")
                raise Refusal(sentence, field="text", point=known.point or "–", number=known.minutes or "–")
            step.change(task, task_id, note=note)
        else:
            people = _people(step, draft.responsible)
            step.change(task, task_id, **_columns(draft, people))
            task_sources.keep_people(step, task_id, people)
    return desk.done(step)


def done(desk: Desk, tasks: Iterable[int], on: date, *, note: str = "", today: date | None = None) -> Changed:
    """Record that tasks were done on a day. Refused for a day before they were given, or to come, or when one is
    cancelled. A note is added where one is typed."""
    chosen = list(tasks)
    with desk.step(N_("%(count)s tasks done"), count=len(chosen)) as step:
        step.made = chosen[0] if len(chosen) == 1 else None
        for number in chosen:
            known = _known(step, number)
            if known.state is TaskState.CANCELLED:
                raise Refusal(N_("The task is cancelled. Reopen it first: %(text)s"), text=_short(known.text))
            check_done(known.decided_on, on, today or date.today())
            said = {"note": clean_lines(note)} if note.strip() else {}
            step.change(task, number, state=TaskState.DONE.value, done_on=on, **said)
    return desk.done(step)


def reopen(desk: Desk, tasks: Iterable[int]) -> Changed:
    """Open tasks again that were done or cancelled."""
    chosen = list(tasks)
    with desk.step(N_("%(count)s tasks open again"), count=len(chosen)) as step:
        step.made = chosen[0] if len(chosen) == 1 else None
        for number in chosen:
            step.change(task, _known(step, number).id, state=TaskState.OPEN.value, done_on=None, reason="")
    return desk.done(step)


def cancel(desk: Desk, tasks: Iterable[int], reason: str) -> Changed:
    """Give tasks up, with the reason. Refused without one, and for a task that is done."""
    chosen, said = list(tasks), clean(reason).text
    with desk.step(N_("%(count)s tasks cancelled"), count=len(chosen)) as step:
        step.made = chosen[0] if len(chosen) == 1 else None
        if not said:
            raise Refusal(N_("Type why the task is cancelled."), field="reason")
        for number in chosen:
            known = _known(step, number)
            if known.state is TaskState.DONE:
                raise Refusal(N_("The task is done. Reopen it first: %(text)s"), text=_short(known.text))
            step.change(task, number, state=TaskState.CANCELLED.value, reason=said)
    return desk.done(step)


def remove(desk: Desk, tasks: Iterable[int]) -> Changed:
    """Remove tasks that were typed by hand; undo brings them back. Refused for those that come from minutes."""
    chosen = list(tasks)
    with desk.step(N_("%(count)s tasks removed"), count=len(chosen)) as step:
        for number in chosen:
            known = _known(step, number)
            if not known.by_hand:
                raise Refusal(N_("This task comes from minutes. Cancel it, with the reason."))
            step.remove(task_person, task_person.c.task_id == number)
            step.remove(task, task.c.id == number)
    return desk.done(step)


def prove(desk: Desk, task_id: int, source: Path, *, note: str = "", tell: Tell = silent) -> Changed:
    """Attach a file that shows that the task was done."""
    return attachments.attach(desk, OWNER, get(desk, task_id).id, source, Role.EVIDENCE, note=note, tell=tell)


def _known(step: Step, task_id: int) -> Task:
    found = queries.lines(step.connection, [task_id])
    if not found:
        raise Refusal(N_("There is no such task."))
    return found[0]


def _people(step: Step, wanted: Iterable[Named]) -> tuple[Named, ...]:
    """Those responsible, each once, as they are called now; a task keeps names and posts as they were given."""
    found: dict[tuple[int | None, str], Named] = {}
    for who in map(tidy, wanted):
        if who.person_id is not None:
            line = next(iter(people_queries.lines(step.connection, [who.person_id])), None)
            if line is None:
                raise Refusal(N_("There is no such person in the register."), field="responsible")
            who = Named(line.full_name, who.post or line.post, line.id)
        if who.said:
            found.setdefault((who.person_id, "" if who.person_id else who.full_name), who)
    return tuple(found.values())


def _columns(draft: TaskDraft, people: tuple[Named, ...]) -> dict[str, Any]:
    tidied = replace(draft, text=clean_lines(draft.text), due_text=clean(draft.due_text).text)
    if not tidied.text:
        raise Refusal(N_("Type what has to be done."), field="text")
    return task_sources.said_columns(tidied, people) | {"body_id": draft.body_id, "note": clean_lines(draft.note)}


def _short(text: str) -> str:
    said = clean(text).text
    return said if len(said) <= SHOWN else said[: SHOWN - 1] + "…"
