"""Today says what is on in the next seven days, and of which events nobody has said what became of them."""

from __future__ import annotations

from datetime import date, timedelta

from altdesk.desk import Desk
from altdesk.domain.events import EventDraft
from altdesk.services import events
from altdesk.services.today import today

NOW = date(2026, 11, 25)


def add(desk: Desk, days: int, **fields: object) -> int:
    draft = EventDraft(f"Іс-шара {days}", starts_on=NOW + timedelta(days), **fields)  # type: ignore[arg-type]
    return events.add(desk, draft, NOW).id or 0


def test_the_events_of_seven_days_come_in_their_order(desk: Desk) -> None:
    later, soon, camp = add(desk, 6), add(desk, 0), add(desk, -2, ends_on=NOW)
    add(desk, 7)
    events.not_held(desk, [add(desk, 3)], "Карантин")
    assert [each.id for each in today(desk, NOW).events] == [camp, soon, later]


def test_an_event_that_is_over_waits_for_what_became_of_it(desk: Desk) -> None:
    unmarked, without, whole = add(desk, -9), add(desk, -5), add(desk, -4)
    add(desk, 0)
    events.held(desk, [without], today=NOW)
    events.held(desk, [whole], participants=12, result="Өтті", today=NOW)
    moved = add(desk, -20)
    events.move(desk, moved, NOW - timedelta(1))
    assert [each.id for each in today(desk, NOW).unsaid_events] == [unmarked, without, moved]
