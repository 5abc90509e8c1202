"""Today also says which tasks are due and which minutes are still to be finalized."""

from __future__ import annotations

from datetime import date

from altdesk.desk import Desk
from altdesk.services import tasks
from altdesk.services.today import today
from tests.make import Make

NOW = date(2026, 11, 25)


def test_tasks_due_today_or_before_are_named_the_longest_waiting_first(desk: Desk, make: Make) -> None:
    later = make.task("Later", due_on=date(2026, 11, 26))
    due = make.task("Due", due_on=NOW)
    late = make.task("Late", due_on=date(2026, 11, 20))
    done = make.task("Done", due_on=date(2026, 11, 20))
    tasks.done(desk, [done], NOW, today=NOW)
    assert [line.id for line in today(desk, NOW).tasks] == [late, due]
    assert later not in {line.id for line in today(desk, NOW).tasks}


def test_drafts_of_meetings_that_were_held_are_named(desk: Desk, make: Make) -> None:
    held = make.minutes(held_on=date(2026, 11, 20), present=2, of=3)
    make.minutes(held_on=date(2026, 12, 1), present=2, of=3)
    make.final(held_on=date(2026, 11, 18), present=2, of=3)
    assert [line.id for line in today(desk, NOW).meetings] == [held]
