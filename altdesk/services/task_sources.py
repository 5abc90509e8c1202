"""Tasks that come from minutes: made when they become final, kept in step when they are reopened and final again."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from altdesk.domain.marking import N_
from altdesk.domain.minutes import Minutes, Named, PointDraft, ResolvedPoint
from altdesk.domain.minutes_decisions import undecided
from altdesk.domain.tasks import TaskState, responsible_line
from altdesk.domain.text import sort_key
from db.models.tasks import task, task_person
from db.step import Step

TAKEN_OUT = N_("The point was taken out of the minutes.")
NOT_ADOPTED = N_("The decision was not adopted.")


def let_go(step: Step, points: list[int]) -> None:
    """Within a step: the tasks of points that are taken out stay, without their point."""
    if points:
        wanted = select(task.c.id).where(task.c.point_id.in_(points))
        for number in step.connection.execute(wanted).scalars().all():
            step.change(task, number, point_id=None)


def agree(step: Step, minutes: Minutes) -> None:
    """Within a step: a task for each point that was adopted and assigns something. What was changed in the minutes is
    changed in its task, whatever state that is in; an open task whose point is gone or was not adopted is cancelled,
    a done one stays done."""
    columns = (task.c.id, task.c.point_id, task.c.state, task.c.reason)
    rows = step.connection.execute(select(*columns).where(task.c.minutes_id == minutes.id)).all()
    points = {point.id: point for item in minutes.items for point in item.points}
    refused = {point.id for item in minutes.items if undecided(minutes, item) for point in item.points}
    for row in rows:
        point = points.pop(row.point_id, None)
        if point is not None:
            step.change(task, row.id, **_columns(minutes, point))
            keep_people(step, row.id, point.responsible)
        if point is None or not point.assigned or point.id in refused:
            if row.state == TaskState.OPEN:
                why = NOT_ADOPTED if row.point_id in refused else TAKEN_OUT
                step.change(task, row.id, state=TaskState.CANCELLED.value, reason=why)
        elif row.state == TaskState.CANCELLED and row.reason in {TAKEN_OUT, NOT_ADOPTED}:
            step.change(task, row.id, state=TaskState.OPEN.value, reason="")
    for point in points.values():
        if point.assigned and point.id not in refused:
            _make(step, minutes, point)


def _make(step: Step, minutes: Minutes, point: ResolvedPoint) -> None:
    source = {"body_id": minutes.body_id, "minutes_id": minutes.id, "point_id": point.id}
    made = step.add(task, **source, **_columns(minutes, point), state=TaskState.OPEN.value, done_on=None)
    keep_people(step, made, point.responsible)


def _columns(minutes: Minutes, point: ResolvedPoint) -> dict[str, Any]:
    return said_columns(point, point.responsible) | {"point": point.number, "decided_on": minutes.held_on}


def said_columns(said: PointDraft, responsible: tuple[Named, ...]) -> dict[str, Any]:
    """What a task says, who answers for it and till when, with the keys for their order."""
    people = responsible_line(responsible)
    return {
        "text": said.text,
        "text_sort": sort_key(said.text[:80]),
        "due_on": said.due_on,
        "due_sort": said.due_on or date.max,
        "due_text": said.due_text,
        "responsible": people,
        "responsible_sort": sort_key(people),
    }


def keep_people(step: Step, task_id: int, wanted: tuple[Named, ...]) -> None:
    """Within a step: make those responsible for a task be exactly these."""
    columns = (task_person.c.person_id, task_person.c.full_name, task_person.c.post)
    kept = select(*columns).where(task_person.c.task_id == task_id).order_by(task_person.c.ordinal)
    rows = [(who.person_id, who.full_name, who.post) for who in wanted]
    if [tuple(row) for row in step.connection.execute(kept)] == rows:
        return
    step.remove(task_person, task_person.c.task_id == task_id)
    step.add_many(
        task_person,
        [
            {"task_id": task_id, "ordinal": at, "person_id": row[0], "full_name": row[1], "post": row[2]}
            for at, row in enumerate(rows, 1)
        ],
    )
