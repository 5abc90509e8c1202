"""Papers of tasks: the control list over all bodies, and the list of one responsible person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from altdesk.desk import Desk
from altdesk.domain.names import signature_name, split_full_name
from altdesk.domain.tasks import Task, TasksQuery, Urgency, responsible_line
from altdesk.forms.sheets import person_tasks as person_form
from altdesk.forms.sheets import tasks as form
from altdesk.forms.sheets.tasks import Source, Standing, TaskRow
from altdesk.services import attachments, organisation, people
from altdesk.services import tasks as service
from altdesk.services.papers.paper import Paper, signed_by
from db.queries.tasks import OWNER

STANDINGS = {
    Urgency.OVERDUE: Standing.OVERDUE,
    Urgency.TODAY: Standing.TODAY,
    Urgency.DONE: Standing.DONE,
    Urgency.CANCELLED: Standing.DROPPED,
}


def tasks(desk: Desk, ids: Sequence[int] | None = None, heading: str = "", on: date | None = None) -> Paper:
    """Tasks as listed, in the order given; without ids all of them. `heading` says what is listed."""
    wanted = pressing_first(desk) if ids is None else ids
    day, heads = on or date.today(), organisation.get(desk)
    data = form.TasksData(
        rows_of(desk, service.lines(desk, wanted), day), heading, day, heads.in_both, signed_by(heads)
    )
    return Paper(form.FORM, data)


def pressing_first(desk: Desk, body_id: int | None = None) -> list[int]:
    """The tasks of a body, or all, as a control list has them: the open ones by their days, then what was done, the
    newest first, then what was given up."""
    return list(service.ids(desk, TasksQuery(sort="pressing", body_id=body_id)))


def person_tasks(desk: Desk, person_id: int, on: date | None = None) -> Paper:
    """A person's open tasks, the most pressing first."""
    day, known = on or date.today(), people.get(desk, person_id)
    data = person_form.PersonTasksData(
        known.full_name,
        known.post,
        known.unit,
        rows_of(desk, service.of(desk, person_id), day),
        signature_name(split_full_name(known.full_name).parts),
        day,
        organisation.get(desk).in_both,
    )
    return Paper(person_form.FORM, data)


def rows_of(desk: Desk, found: Sequence[Task], day: date) -> tuple[TaskRow, ...]:
    """Tasks as rows of a list, as they stand on a day."""
    proofs = attachments.of_all(desk, OWNER, [each.id for each in found if each.evidence])
    return tuple(_row(each, day, ", ".join(file.name for file in proofs.get(each.id, ()))) for each in found)


def _row(known: Task, day: date, evidence: str) -> TaskRow:
    return TaskRow(
        known.text,
        responsible_line(known.responsible),
        known.due_on,
        known.due_text,
        STANDINGS.get(known.urgency_on(day), Standing.OPEN),
        Source(known.body_in_both, known.minutes, known.point, known.decided_on) if known.body else None,
        known.done_on,
        evidence,
    )
