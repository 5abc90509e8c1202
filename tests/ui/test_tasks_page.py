"""Tasks on screen: what presses stands first, and the head says how much of it there is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from altdesk.desk import Desk
from tests.make import Make

DAY = timedelta(days=1)


def test_the_page_opens_on_what_presses_and_says_how_much(start, folder):
    today = date.today()
    with Desk.open(folder, "en") as desk:
        make = Make(desk)
        for text, due in (("Later", today + DAY), ("Today", today), ("Late", today - DAY), ("Latest", today - 9 * DAY)):
            make.task(text, due_on=due)
    hand = start()
    hand.window.go("tasks", None)
    hand.settle()
    page = hand.window.page
    rows = page.table.rows
    assert [rows.line_at(at).text for at in range(rows.count)] == ["Latest", "Late", "Today", "Later"]
    assert page.head.state.text() == "4 tasks, 2 tasks are overdue, due today: 1"


@pytest.mark.parametrize("number", [40, 250])  # among the first that come, and among those that come later
def test_a_record_that_is_opened_is_seen_in_its_list_at_once(start, folder, number):
    with Desk.open(folder, "en") as desk, desk.step("Tasks"):
        make = Make(desk)
        made = [make.task(f"Task {at:02}", due_on=date(2027, 1, 1) + at * DAY) for at in range(260)]
    hand = start()
    hand.window.resize(1366, 728)
    hand.window.go("tasks", made[number])
    hand.settle()
    table = hand.window.page.table
    assert table.current_id == made[number]
    seen = table.visualRect(table.currentIndex())
    assert table.viewport().rect().contains(seen.center())
