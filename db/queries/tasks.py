"""Questions about tasks: lists in their order, one task whole, who answers for what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from altdesk.domain.minutes import Named
from altdesk.domain.tasks import Task, TasksQuery, TaskState
from db import search_texts
from db.models.attachments import attachment
from db.models.bodies import body
from db.models.minutes import minutes
from db.models.tasks import task, task_person

OWNER = "task"

_SORTS: dict[str, tuple[Any, ...]] = {
    "due_on": (task.c.due_sort,),
    "text": (task.c.text_sort,),
    "body": (body.c.name_sort, task.c.due_sort),
    "state": (task.c.state, task.c.due_sort),
    "responsible": (task.c.responsible_sort, task.c.due_sort),
    "minutes": (task.c.decided_on, task.c.minutes_id, task.c.point),
    "done_on": (task.c.done_on, task.c.due_sort),
}


# What presses first, each kind by an index of its own: open ones by their days, then what was done, the newest first.
_PRESSING = (
    (TaskState.OPEN, "due_on", False),
    (TaskState.DONE, "done_on", True),
    (TaskState.CANCELLED, "due_on", False),
)


def ids(connection: Connection, query: TasksQuery, limit: int | None = None) -> Sequence[int]:
    """Ids in the order shown; with a limit only the first ones."""
    if query.sort == "pressing":
        return _pressing(connection, query, limit)
    keys = _SORTS.get(query.sort, _SORTS["due_on"])
    order = [key.desc() if query.descending else key for key in keys]
    own = task.c.id.desc() if query.descending else task.c.id
    chosen: Select[Any] = select(task.c.id).order_by(*order, own).limit(limit)
    if query.sort == "body":
        chosen = chosen.outerjoin(body, body.c.id == task.c.body_id)
    return connection.execute(chosen.where(*_narrowed(connection, query))).scalars().all()


def _pressing(connection: Connection, query: TasksQuery, limit: int | None) -> list[int]:
    found: list[int] = []
    for state, sort, descending in reversed(_PRESSING) if query.descending else _PRESSING:
        if query.state in {None, state} and (limit is None or len(found) < limit):
            part = replace(query, state=state, sort=sort, descending=descending != query.descending)
            found += ids(connection, part, None if limit is None else limit - len(found))
    return found


def count(connection: Connection, query: TasksQuery) -> int:
    if query.text.strip() and query == TasksQuery(query.text, query.sort, query.descending):
        return search_texts.count(connection, "task", query.text)
    chosen = select(func.count()).select_from(task).where(*_narrowed(connection, query))
    return int(connection.execute(chosen).scalar_one())


def _narrowed(connection: Connection, query: TasksQuery) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if query.state is not None:
        where.append(task.c.state == query.state.value)
    if query.body_id is not None:
        where.append(task.c.body_id == query.body_id)
    if query.minutes_id is not None:
        where.append(task.c.minutes_id == query.minutes_id)
    if query.person_id is not None:
        mine = select(task_person.c.task_id).where(task_person.c.person_id == query.person_id)
        where.append(task.c.id.in_(mine))
    if query.overdue_on is not None:
        where.append(and_(task.c.state == TaskState.OPEN.value, task.c.due_on < query.overdue_on))
    if query.due_first is not None:
        where.append(task.c.due_on >= query.due_first)
    if query.due_last is not None:
        where.append(task.c.due_on <= query.due_last)
    if query.text.strip():
        where.append(search_texts.condition(connection, "task", task.c.id, query.text))
    return where


def lines(connection: Connection, wanted: Sequence[int]) -> list[Task]:
    """These tasks in the order given; those that are gone are left out."""
    found: dict[int, Task] = {}
    for at in range(0, len(wanted), 500):
        some = list(wanted[at : at + 500])
        people = _people(connection, some)
        for row in connection.execute(_TASK.where(task.c.id.in_(some))).mappings():
            found[row["id"]] = _task(row, people.get(row["id"], ()))
    return [found[number] for number in wanted if number in found]


_SAME = ("id", "text", "due_on", "due_text", "body_id", "note", "done_on", "minutes_id", "point_id", "point")
_proofs = select(func.count()).where(and_(attachment.c.owner == OWNER, attachment.c.owner_id == task.c.id))
_TASK = select(
    *(task.c[name] for name in (*_SAME, "state", "decided_on", "reason")),
    func.coalesce(body.c.name, "").label("body"),
    func.coalesce(body.c.name_ru, "").label("body_ru"),
    func.coalesce(minutes.c.number, "").label("minutes"),
    _proofs.correlate(task).scalar_subquery().label("evidence"),
).select_from(task.outerjoin(body, body.c.id == task.c.body_id).outerjoin(minutes, minutes.c.id == task.c.minutes_id))


def _people(connection: Connection, wanted: list[int]) -> dict[int, tuple[Named, ...]]:
    columns = (task_person.c.task_id, task_person.c.full_name, task_person.c.post, task_person.c.person_id)
    chosen = select(*columns).where(task_person.c.task_id.in_(wanted))
    found: dict[int, tuple[Named, ...]] = {}
    for row in connection.execute(chosen.order_by(task_person.c.task_id, task_person.c.ordinal)):
        found[row[0]] = (*found.get(row[0], ()), Named(*row[1:]))
    return found


def _task(row: Any, people: tuple[Named, ...]) -> Task:
    same = {name: row[name] for name in (*_SAME, "decided_on", "reason", "body", "body_ru", "minutes", "evidence")}
    return Task(**same, state=TaskState(row["state"]), responsible=people)


def responsible(connection: Connection) -> list[Named]:
    """Everybody in the register who answers for an open task, each once, by name as it was last written."""
    chosen = select(task_person.c.full_name, task_person.c.post, task_person.c.person_id)
    chosen = chosen.join(task, task.c.id == task_person.c.task_id)
    chosen = chosen.where(task.c.state == TaskState.OPEN.value, task_person.c.person_id.is_not(None))
    latest = {row[2]: Named(*row) for row in connection.execute(chosen.order_by(task_person.c.id))}
    return list(latest.values())
