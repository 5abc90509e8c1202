"""The sample desk's plans of the year that runs: approved with marks, on its way, a draft, and one amended once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from altdesk.desk import Desk
from altdesk.domain.academic_year import Period, academic_year
from altdesk.domain.events_kinds import Direction, EventForm, EventKind, Level
from altdesk.domain.marking import N_
from altdesk.domain.plans import CycleDraft, PlanDraft, PlanRow, RowDraft
from altdesk.domain.plans_kinds import Approach, PlanKind
from altdesk.services import bodies, plans, plans_approval, plans_rows, plans_states, plans_versions, rules, units

AFTER = 40  # days of the year that are over before it is the one told of


def tell(desk: Desk, story: dict[str, Any], today: date) -> None:
    """Put the plans on the desk, in one step. Just after its beginning the year before is told of."""
    period = academic_year(today - timedelta(AFTER), rules.get(desk).year_start)
    with desk.step(N_("Sample plans")) as step:
        for each in story["plan"]:
            _plan(desk, each, period, today)
        step.made = None
        step.sealed = None  # the sample is taken back as it was laid out
    desk.done(step)


def _plan(desk: Desk, each: dict[str, Any], period: Period, today: date) -> None:
    draft = PlanDraft(
        PlanKind(each["kind"]),
        period.first.year,
        bodies.by_name(desk, each["body"]).id if "body" in each else None,
        next(unit.id for unit in units.all_units(desk) if unit.name == each["unit"]) if "unit" in each else None,
        each["title"],
        Approach(each.get("approach", "")),
    )
    made = plans.add(desk, draft, today).id
    assert made is not None
    for section in each["section"]:
        for row in section["rows"]:
            plans_rows.add(desk, made, _row(section["title"], row))
    _send(desk, made, each.get("paper", ()), today)
    if "amended" in each:
        _amend(desk, made, each["amended"], today)
    cycle = CycleDraft(each.get("study", ""), each.get("aims", ""), each.get("carried_out", ""))
    if cycle != CycleDraft():
        plans.save_cycle(desk, made, cycle)
    if plans.get(desk, made).valid is not None:
        _mark(desk, made, each.get("marks", {}), period, today)


def _row(section: str, row: list[str]) -> RowDraft:
    title, when, kind, form, direction, level, who = row
    return RowDraft(title, when, section, EventKind(kind), EventForm(form), Direction(direction), Level(level), who)


def _send(desk: Desk, plan_id: int, paper: Any, today: date) -> None:
    for what, ago in paper:
        on = today - timedelta(ago)
        if what == "send":
            plans_approval.send(desk, plan_id, on, today)
        else:
            plans_approval.given(desk, plan_id, on, today, onward=True)


def _amend(desk: Desk, plan_id: int, amended: dict[str, Any], today: date) -> None:
    plans_versions.amend(desk, plan_id, amended["reason"], today - timedelta(amended["on"]), today)
    row = next(row for row in plans_rows.of(desk, plan_id) if row.said.title == amended["row"])
    plans_rows.set_field(desk, row.id, "when", amended["when"])
    _send(desk, plan_id, amended["paper"], today)


def _mark(desk: Desk, plan_id: int, marks: dict[str, Any], period: Period, today: date) -> None:
    """What became of the rows whose day is over."""
    for row in plans_rows.of(desk, plan_id):
        if row.said.time.last >= today:
            continue
        what, days, reason = marks.get(row.said.title, ("held", 0, ""))
        match what:
            case "moved":
                plans_states.moved(desk, [row.id], min(row.said.time.last + timedelta(days), period.last), reason)
            case "not_held":
                plans_states.not_held(desk, [row.id], reason)
            case _:
                plans_states.held(desk, [row.id], _day(row), today)


def _day(row: PlanRow) -> date:
    """A working day in the middle of its time."""
    first, last = row.said.time.first, row.said.time.last
    day = first + (last - first) // 2
    while day.weekday() > 4 and day > first:
        day -= timedelta(1)
    return day
