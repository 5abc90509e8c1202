"""A row of a plan was held: its event is made where there is none, and both are marked in one step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from altdesk.desk import Changed, Desk
from altdesk.domain.marking import N_
from altdesk.services import events, plans_known, plans_states
from altdesk.services.plans_rows import short


def held(desk: Desk, rows: Sequence[int], day: date, today: date | None = None) -> Changed:
    """Mark rows of an approved plan and their events as held. Refused for a day ahead, or outside the plan's year."""
    plans_states.refuse_ahead(day, today or date.today())
    with desk.store.read() as connection:
        titles = [plans_known.row(connection, number)[1].said.title for number in rows]
    called = short(titles[0]) if len(titles) == 1 else str(len(titles))
    with desk.step(N_("Held: %(title)s"), title=called) as step:
        for number in rows:
            plans_states.require(step, number, day)
            events.hold_row(desk, number, day, today=today)
        step.made = rows[0] if len(rows) == 1 else None
    return desk.done(step)
