"""Tasks: how they stand on a day, and when they can have been done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.errors import Refusal
from altdesk.domain.tasks import TaskState, Urgency, check_done, urgency

DAY = date(2026, 11, 25)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def test_an_open_task_is_overdue_from_the_day_after() -> None:
    due = {1: Urgency.SOON, 0: Urgency.TODAY, -1: Urgency.OVERDUE, 7: Urgency.SOON, 8: Urgency.LATER}
    for days, stands in due.items():
        assert urgency(TaskState.OPEN, DAY + timedelta(days), DAY) is stands
    assert urgency(TaskState.OPEN, None, DAY) is Urgency.NO_DAY


@given(st.none() | DAYS, DAYS)
def test_what_is_done_or_cancelled_is_never_overdue(due: date | None, day: date) -> None:
    assert urgency(TaskState.DONE, due, day) is Urgency.DONE
    assert urgency(TaskState.CANCELLED, due, day) is Urgency.CANCELLED


@given(st.none() | DAYS, st.none() | DAYS, DAYS)
def test_a_task_is_done_between_the_decision_and_today(decided: date | None, done: date | None, today: date) -> None:
    possible = done is not None and (decided is None or decided <= done) and done <= today
    if possible:
        check_done(decided, done, today)
    else:
        with pytest.raises(Refusal) as refused:
            check_done(decided, done, today)
        assert refused.value.field == "done_on"
