"""Exporting the registers of minutes and tasks to Excel files, heads in the screen's language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from altdesk.desk import Desk
from altdesk.domain.marking import N_
from altdesk.domain.minutes import STATE_NAMES
from altdesk.domain.minutes_lists import MinutesQuery
from altdesk.domain.tasks import URGENCY_NAMES, TasksQuery, responsible_line
from altdesk.services import minutes as minutes_service
from altdesk.services import tasks as tasks_service
from altdesk.services.exporting import Exported, write
from db.queries import minutes_lists as queries

YES, NO = N_("yes"), N_("no")


def minutes(desk: Desk, out: Path, ids: Sequence[int] | None = None) -> Exported:
    """The minutes of a list, in the order given; without ids all of them, the newest first."""
    wanted = minutes_service.ids(desk, MinutesQuery()) if ids is None else ids
    with desk.store.read() as connection:
        agendas = queries.titles(connection, wanted)
    heads = (
        (N_("Body"), 30),
        (N_("No."), 8),
        (N_("Year"), 12),
        (N_("Held on"), 12),
        (N_("State"), 18),
        (N_("Title"), 30),
        (N_("Place"), 24),
        (N_("Chairperson"), 34),
        (N_("Secretary"), 34),
        (N_("Present"), 10),
        (N_("Entitled to vote"), 10),
        (N_("Quorum"), 10),
        (N_("Agenda"), 60),
        (N_("Signed on"), 12),
    )
    rows = (
        (
            line.body, line.number, line.period, line.held_on, desk.say(STATE_NAMES[line.state]), line.title,
            line.place, line.chair, line.secretary, line.present, line.entitled, desk.say(YES if line.quorum else NO),
            "\n".join(f"{at}. {title}" for at, title in enumerate(agendas.get(line.id, ()), 1)), line.signed_on,
        )
        for line in minutes_service.lines(desk, wanted)
    )  # fmt: skip
    return write(desk, out, desk.say(N_("Minutes")), heads, rows)


def tasks(desk: Desk, out: Path, ids: Sequence[int] | None = None, on: date | None = None) -> Exported:
    """The tasks of a list, in the order given and as they stand on a day; without ids all of them."""
    wanted = tasks_service.ids(desk, TasksQuery()) if ids is None else ids
    day = on or date.today()
    heads = (
        (N_("Task"), 60),
        (N_("Responsible"), 40),
        (N_("Due"), 12),
        (N_("Term"), 20),
        (N_("State"), 18),
        (N_("Done on"), 12),
        (N_("Body"), 30),
        (N_("Minutes No."), 10),
        (N_("Point"), 8),
        (N_("Given on"), 12),
        (N_("Note"), 40),
        (N_("Reason"), 30),
    )
    rows = (
        (
            task.text, responsible_line(task.responsible), task.due_on, task.due_text,
            desk.say(URGENCY_NAMES[task.urgency_on(day)]), task.done_on, task.body, task.minutes, task.point,
            task.decided_on, task.note, desk.say(task.reason),
        )
        for task in tasks_service.lines(desk, wanted)
    )  # fmt: skip
    return write(desk, out, desk.say(N_("Tasks")), heads, rows)
