"""The sample desk's plans of the year that runs: approved with marks, on its way, a draft, and one amended once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from altdesk.desk import Desk
from altdesk.domain.academic_year import Period, academic_year, academic_year_of
from altdesk.domain.dates import short_day
from altdesk.domain.events_kinds import Direction, EventForm, EventKind, Level
from altdesk.domain.marking import N_
from altdesk.domain.plans import CycleDraft, PlanDraft, PlanRow, RowDraft
from altdesk.domain.plans_kinds import Approach, PlanKind
from altdesk.forms.words.events_kinds import DIRECTION_WORDS
from altdesk.services import (
    bodies,
    events,
    plans,
    plans_approval,
    plans_rows,
    plans_states,
    plans_versions,
    rules,
    units,
)
from altdesk.services.seeds import seed

HELD = "Жоспар бойынша өткізілді."
FEWEST, SPREAD = 30, 17  # people at an event of the sample: 30 to 110
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


def tell_last(desk: Desk, story: dict[str, Any], today: date) -> None:
    """Put the student government's approved plan of the last academic year on the desk: the events of that year were
    its rows. The events themselves say afterwards what became of each."""
    start = rules.get(desk).year_start
    last = academic_year_of(academic_year(today, start).first.year - 1, start)
    title = next(each for each in story["plan"] if each["kind"] == PlanKind.GOVERNMENT)
    if academic_year(today - timedelta(AFTER), start) == last:
        return
    rows = [each for each in seed("events")["event"] if "on" in each]
    with desk.step(N_("Sample plans")) as step:
        body = bodies.by_name(desk, title["body"]).id
        draft = PlanDraft(PlanKind.GOVERNMENT, last.first.year, body, None, title["title"], Approach(title["approach"]))
        made = plans.add(desk, draft, today).id
        assert made is not None
        for direction, words in DIRECTION_WORDS.items():
            for each in rows:
                if each["direction"] == direction:
                    plans_rows.add(desk, made, _planned(each, words.kk, last))
        for what, days in (("send", 0), ("given", 2), ("given", 5)):
            on = last.first + timedelta(days)
            if what == "send":
                plans_approval.send(desk, made, on, today)
            else:
                plans_approval.given(desk, made, on, today, onward=True)
        plans.save_cycle(desk, made, CycleDraft(title["study"], title["aims"], "Жоспар толық талданды."))
        step.made = None
        step.sealed = None
    desk.done(step)


def _planned(each: dict[str, Any], section: str, year: Period) -> RowDraft:
    """The row that an event of the story was planned as."""
    month, day = each.get("moved", each["on"])
    here = date(year.first.year, month, day)
    on = here if here in year else date(year.last.year, month, day)
    kinds = (EventKind(each["kind"]), EventForm(each["form"]), Direction(each["direction"]), Level(each["level"]))
    return RowDraft(each["title"], short_day(on), section, *kinds, each["responsible"])


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
                came = FEWEST + row.id % SPREAD * 5
                events.hold_row(desk, row.id, _day(row), participants=came, result=HELD, today=today)


def _day(row: PlanRow) -> date:
    """A working day in the middle of its time."""
    first, last = row.said.time.first, row.said.time.last
    day = first + (last - first) // 2
    while day.weekday() > 4 and day > first:
        day -= timedelta(1)
    return day
