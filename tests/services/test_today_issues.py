"""Issues raised before the leadership come back on Today when their day is near or has passed."""

from __future__ import annotations

from datetime import date, timedelta

from altdesk.desk import Desk
from altdesk.domain.leadership import IssueDraft, LeadershipDraft
from altdesk.domain.minutes import Named
from altdesk.services import leadership
from altdesk.services.today import today

NOW = date(2026, 11, 20)


def meeting(desk: Desk, *issues: IssueDraft) -> int:
    draft = LeadershipDraft(held_on=date(2026, 11, 1), leader=Named("Асанов Ерлан"))
    made = leadership.add(desk, draft, issues, NOW).id
    assert made is not None
    return made


def raised(name: str, days: int | None, *, settled: bool = False) -> IssueDraft:
    due = NOW + timedelta(days) if days is not None else None
    return IssueDraft(name, "", "Қасым Айгүл", due, NOW if settled else None)


def test_open_issues_come_a_week_before_their_day_the_longest_waiting_first(desk: Desk) -> None:
    made = meeting(
        desk, raised("Асхана", 7), raised("Жатақхана", -3), raised("Спортзал", 8), raised("Күнсіз", None),
        raised("Шешілген", -5, settled=True),
    )  # fmt: skip
    found = today(desk, NOW).issues
    assert [(each.issue, each.meeting_id) for each in found] == [("Жатақхана", made), ("Асхана", made)]


def test_an_issue_of_a_meeting_in_the_bin_is_not_asked_for(desk: Desk) -> None:
    leadership.bin_(desk, [meeting(desk, raised("Асхана", 0))])
    assert today(desk, NOW).issues == ()


def test_once_settled_it_is_gone(desk: Desk) -> None:
    number = leadership.get(desk, meeting(desk, raised("Асхана", -1))).issues[0].id
    leadership.settle(desk, number, NOW, NOW)
    assert today(desk, NOW).issues == ()
