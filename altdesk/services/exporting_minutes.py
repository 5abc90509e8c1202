"""Minutes and tasks as workbooks, in the order they are listed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from altdesk.desk import Desk
from altdesk.domain.marking import N_
from altdesk.domain.minutes_kinds import STATE_NAMES
from altdesk.domain.minutes_lists import MinutesQuery
from altdesk.domain.tasks import URGENCY_NAMES, TasksQuery, responsible_line
from altdesk.services import minutes as minutes_service
from altdesk.services import tasks as tasks_service
from altdesk.services.exporting import Exported, write_list


def minutes(desk: Desk, out: Path, ids: Sequence[int] | None = None) -> Exported:
    """The minutes of a list, in the order given; without ids all of them, the newest first."""
    wanted = minutes_service.ids(desk, MinutesQuery()) if ids is None else ids
    agendas = minutes_service.agendas(desk, wanted)
    heads = (
        (N_("Body"), 30),
        (N_("Year"), 12),
        (N_("No."), 8),
        (N_("Held on"), 12),
        (N_("Where"), 24),
        (N_("Subject"), 40),
        (N_("Agenda"), 60),
        (N_("Chairperson"), 30),
        (N_("Secretary"), 30),
        (N_("Present"), 10),
        (N_("Members"), 10),
        (N_("Items"), 8),
        (N_("State"), 14),
        (N_("Signed on"), 12),
    )
    rows = (
        (
            line.body, line.period, line.number, line.held_on, line.place, line.subject,
            "\n".join(f"{at}. {title}" for at, title in enumerate(agendas.get(line.id, ()), 1)),
            line.chair, line.secretary, line.present, line.entitled, line.items,
            desk.say(STATE_NAMES[line.state]), line.signed_on,
        )
        for line in minutes_service.lines(desk, wanted)
    )  # fmt: skip
    return write_list(desk, out, desk.say(N_("Minutes")), heads, rows)


def tasks(desk: Desk, out: Path, ids: Sequence[int] | None = None, today: date | None = None) -> Exported:
    """The tasks of a list, in the order given; without ids all of them."""
    wanted = tasks_service.ids(desk, TasksQuery()) if ids is None else ids
    day = today or date.today()
    heads = (
        (N_("Task"), 60),
        (N_("Responsible"), 36),
        (N_("Due on"), 12),
        (N_("Due, in words"), 16),
        (N_("State"), 16),
        (N_("Carried out on"), 12),
        (N_("Body"), 28),
        (N_("The minutes"), 10),
        (N_("Point"), 8),
        (N_("Note"), 30),
    )
    rows = (
        (
            task.text, responsible_line(task.responsible), task.due_on, task.due_text,
            desk.say(URGENCY_NAMES[task.urgency_on(day)]), task.done_on, task.body, task.minutes, task.point, task.note,
        )
        for task in tasks_service.lines(desk, wanted)
    )  # fmt: skip
    return write_list(desk, out, desk.say(N_("Tasks")), heads, rows)
