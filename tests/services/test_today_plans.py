"""Papers of plans that wait long for a signature stand on Today."""

from __future__ import annotations

from datetime import date, timedelta

from altdesk.desk import Desk
from altdesk.services import organisation, plans_approval
from altdesk.services.today import today
from tests.make import EFFECTIVE, HEADS, TODAY, Make


def test_a_paper_with_somebody_for_over_two_weeks_is_told(desk: Desk, make: Make) -> None:
    organisation.save(desk, HEADS)
    plan = make.plan()
    plans_approval.send(desk, plan, EFFECTIVE, TODAY)
    assert today(desk, EFFECTIVE + timedelta(14)).slow_papers == ()
    (line,) = today(desk, EFFECTIVE + timedelta(15)).slow_papers
    assert (line.id, line.holder) == (plan, "Ректор, Қағазбаев Төлеген")
    plans_approval.given(desk, plan, date(2026, 9, 16), TODAY)
    assert today(desk, EFFECTIVE + timedelta(40)).slow_papers == ()
