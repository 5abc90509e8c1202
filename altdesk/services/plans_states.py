"""What became of the rows of an approved plan: held, moved to a day, not held for a reason.

The functions that take a step are for events too: what becomes of an event becomes of its row in the same step.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from altdesk.desk import Changed, Desk
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.events_kinds import HeldState
from altdesk.domain.marking import N_
from altdesk.domain.plans import Plan, PlanRow
from altdesk.domain.plans_time import OUTSIDE, says
from altdesk.domain.text import clean
from altdesk.services import plans_known
from db.models.events import event
from db.models.plans import plan_row
from db.queries import events as event_queries
from db.step import Step

NOT_APPROVED = N_("The plan is not approved yet. What became of a row is marked in an approved plan.")
_BLANK: dict[str, Any] = {"held_on": None, "moved_on": None, "reason": ""}


def held(desk: Desk, rows: Sequence[int], day: date, today: date | None = None) -> Changed:
    """Mark rows as held on a day. Refused for a day ahead, or outside the year of the plan."""
    refuse_ahead(day, today or date.today())
    return _mark(desk, N_("Mark as held: %(title)s"), rows, lambda step, number: _held(step, number, day))


def refuse_ahead(day: date, today: date) -> None:
    """Refuse to call held what is still to come."""
    if day > today:
        raise Refusal(N_("%(day)s lies ahead. An event to come is not held yet."), field="day", day=short_day(day))


def require(step: Step, row_id: int, day: date) -> None:
    """Within a step: refuse a row of a plan that is not approved, and a day outside the plan's year."""
    _require(step, row_id)
    _inside(step, row_id, day)


def moved(desk: Desk, rows: Sequence[int], day: date, reason: str = "") -> Changed:
    """Mark rows as moved to another day of the same year."""
    said = clean(reason).text
    return _mark(desk, N_("Move to another day: %(title)s"), rows, lambda step, row: _moved(step, row, day, said))


def not_held(desk: Desk, rows: Sequence[int], reason: str) -> Changed:
    """Mark rows as not held. Refused without a reason."""
    said = clean(reason).text
    if not said:
        raise Refusal(N_("Type why it was not held."), field="reason")
    return _mark(desk, N_("Mark as not held: %(title)s"), rows, lambda step, row: _not_held(step, row, said))


def planned_again(desk: Desk, rows: Sequence[int]) -> Changed:
    """Take back what was marked."""
    return _mark(desk, N_("Take back the mark: %(title)s"), rows, _planned)


def row_held(step: Step, row_id: int, day: date) -> bool:
    """Within a step: the event of a row was held. False while the plan waits for its approval; then approving marks
    the row."""
    return _markable(step, row_id) and _held(step, row_id, day, of_event=True)


def row_moved(step: Step, row_id: int, day: date, reason: str = "") -> bool:
    """Within a step: the event of a row was moved to another day."""
    return _markable(step, row_id) and _moved(step, row_id, day, reason, of_event=True)


def row_not_held(step: Step, row_id: int, reason: str) -> bool:
    """Within a step: the event of a row is not held."""
    return _markable(step, row_id) and _not_held(step, row_id, reason)


def row_planned(step: Step, row_id: int) -> bool:
    """Within a step: the event of a row is planned again, or goes."""
    return _markable(step, row_id) and _planned(step, row_id)


def catch_up(step: Step, rows: Iterable[int]) -> None:
    """Within a step that approves a plan: rows whose events were held meanwhile are held."""
    open_ = plan_row.c.id.in_(list(rows)) & (plan_row.c.state == HeldState.PLANNED.value)
    done = (event.c.state == HeldState.HELD.value) & event.c.binned_at.is_(None)
    chosen = select(plan_row.c.id, event.c.starts_on).join(event, event.c.plan_row_id == plan_row.c.id)
    found = step.connection.execute(chosen.where(open_, done).order_by(event.c.starts_on, event.c.id)).all()
    for number, day in found:
        _held(step, number, day, of_event=True)


def _mark(desk: Desk, label: str, rows: Sequence[int], mark: Any) -> Changed:
    with desk.store.read() as connection:
        titles = [plans_known.row(connection, number)[1].said.title for number in rows]
    shown = titles[0] if len(titles) == 1 else f"{len(titles)}"
    with desk.step(label, title=shown[:60]) as step:
        for number in rows:
            _require(step, number)
            mark(step, number)
        step.made = rows[0] if len(rows) == 1 else None
    return desk.done(step)


def _require(step: Step, row_id: int) -> tuple[Plan, PlanRow]:
    of, row = plans_known.row(step.connection, row_id)
    if not row.markable:
        raise Refusal(NOT_APPROVED)
    return of, row


def _markable(step: Step, row_id: int) -> bool:
    return plans_known.row(step.connection, row_id)[1].markable


def _held(step: Step, row_id: int, day: date, *, of_event: bool = False) -> bool:
    if not of_event:
        _inside(step, row_id, day)
    return step.change(plan_row, row_id, **{**_BLANK, "state": HeldState.HELD.value, "held_on": day})


def _moved(step: Step, row_id: int, day: date, reason: str, *, of_event: bool = False) -> bool:
    if not of_event:
        _inside(step, row_id, day)
    values = {**_BLANK, "state": HeldState.MOVED.value, "moved_on": day, "reason": reason}
    return step.change(plan_row, row_id, **values)


def _not_held(step: Step, row_id: int, reason: str) -> bool:
    return step.change(plan_row, row_id, **{**_BLANK, "state": HeldState.NOT_HELD.value, "reason": reason})


def _planned(step: Step, row_id: int) -> bool:
    return step.change(plan_row, row_id, **{**_BLANK, "state": HeldState.PLANNED.value})


def _inside(step: Step, row_id: int, day: date) -> None:
    of, row = plans_known.row(step.connection, row_id)
    period, kept = of.period, event_queries.day_of_row(step.connection, row_id)
    if day not in period and day != kept and not says(row.said.time, day):
        days = {"first": short_day(period.first), "last": short_day(period.last)}
        raise Refusal(OUTSIDE, field="day", when=short_day(day), **days)
