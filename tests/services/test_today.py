"""Today: what of meetings and tasks the secretary has to know in the morning."""

from __future__ import annotations

from datetime import timedelta

from altdesk.desk import Desk
from altdesk.services import minutes, tasks, today
from tests.make import HELD, TODAY, Make

DAY = timedelta(days=1)


def test_tasks_that_are_late_and_those_due_this_week(desk: Desk, make: Make) -> None:
    late, now, soon, _, done = (make.task(due_on=HELD + days * DAY) for days in (-1, 0, 7, 8, -2))
    tasks.done(desk, [done], HELD, today=TODAY)
    found = today.today(desk, HELD)
    assert [task.id for task in found.tasks] == [late, now]
    assert [task.id for task in found.coming_tasks] == [soon]


def test_drafts_of_meetings_to_come_and_of_those_that_are_over(desk: Desk, make: Make) -> None:
    body = make.body(members=3)
    over, next_, later = (make.minutes(body, HELD + days * DAY) for days in (-7, 0, 7))
    minutes.finalize(desk, make.minutes(body, HELD - DAY), today=TODAY)
    found = today.today(desk, HELD)
    assert [line.id for line in found.meetings] == [next_, over]
    assert [line.id for line in found.coming_meetings] == [later]
