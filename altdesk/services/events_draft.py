"""What the verbs of events share: clean drafts, the rows they become, and the row of a plan that goes along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar
from uuid import uuid4

from sqlalchemy import Connection, select

from altdesk.domain.academic_year import academic_year_of
from altdesk.domain.errors import Refusal
from altdesk.domain.events import Event, EventDraft, check, check_within
from altdesk.domain.events_clashes import meets_from
from altdesk.domain.events_kinds import Direction, EventForm, EventKind, HeldState, Level
from altdesk.domain.marking import N_
from altdesk.domain.minutes import Named
from altdesk.domain.minutes_attendance import clock
from altdesk.domain.plans_time import PlanTime, Precision, in_period, says
from altdesk.domain.text import clean, clean_lines, fold, sort_key
from altdesk.services import plans_states, rules
from altdesk.services.minutes_draft import tidy as tidy_named
from db.models.events import event
from db.queries import events as queries
from db.queries import people as people_queries
from db.step import Step, now

SHOWN = 60  # letters of a title in the name of a step
E = TypeVar("E", bound=StrEnum)


def short(title: str) -> str:
    """A title as the name of a step holds it."""
    said = clean(title).text
    return said if len(said) <= SHOWN else said[: SHOWN - 1].rstrip() + "…"


def tidy(connection: Connection, draft: EventDraft) -> EventDraft:
    """The draft with clean texts, the last day said, and the responsible person as the register calls them."""
    lines_of: dict[str, Any] = {name: clean(getattr(draft, name)).text for name in ("title", "place", "whom")}
    texts: dict[str, Any] = {name: clean_lines(getattr(draft, name)) for name in ("result", "note")}
    who = _responsible(connection, draft.responsible)
    return replace(draft, **lines_of, **texts, responsible=who, ends_on=draft.ends_on or draft.starts_on)


def _responsible(connection: Connection, who: Named) -> Named:
    who = tidy_named(who)
    if who.person_id is None:
        return who
    line = next(iter(people_queries.lines(connection, [who.person_id])), None)
    if line is None:
        raise Refusal(N_("There is no such person in the register."), field="responsible")
    return Named(line.full_name, person_id=line.id)


def refuse_wrong(
    connection: Connection, draft: EventDraft, state: HeldState, today: date, kept: Event | None = None
) -> None:
    """Refuse under its field what an event cannot be, and a day outside the year of its plan; one that was `kept`
    there already stays, though years may begin on another day since."""
    check(draft, state, today)
    if draft.plan_row_id is None or draft.starts_on is None:
        return
    if kept is None or (kept.plan_row_id, kept.starts_on) != (draft.plan_row_id, draft.starts_on):
        refuse_outside(connection, draft.plan_row_id, draft.starts_on)


def refuse_outside(connection: Connection, plan_row_id: int, day: date, field: str = "starts_on") -> None:
    """Refuse a day outside the year of the plan a row stands in, but for a day which the row itself says."""
    row = queries.row_of_plan(connection, plan_row_id)
    if row is None or says(PlanTime(Precision(row["precision"]), row["first_on"], row["last_on"]), day):
        return
    check_within(day, academic_year_of(row["year"], rules.read(connection).year_start), field)


def likely_day(connection: Connection, row: Mapping[str, Any]) -> date:
    """The first day of a row's time, as the year of its plan stands now."""
    time = PlanTime(Precision(row["precision"]), row["first_on"], row["last_on"])
    return in_period(time, academic_year_of(row["year"], rules.read(connection).year_start)).first


def columns(draft: EventDraft) -> dict[str, Any]:
    """A clean draft as columns of its table, with the keys it is ordered and compared by."""
    names = (
        "title", "body_id", "unit_id", "plan_row_id", "starts_on", "ends_on", "starts_at", "ends_at", "place", "whom",
        "expected", "participants", "result", "note",
    )  # fmt: skip
    kinds = {name: getattr(draft, name) for name in ("kind", "form", "direction", "level")}
    who = draft.responsible
    return {
        **{name: getattr(draft, name) for name in names},
        **{name: value.value if value else "" for name, value in kinds.items()},
        "responsible_id": who.person_id,
        "responsible": who.full_name,
        "responsible_sort": sort_key(who.full_name),
        "title_sort": sort_key(draft.title),
        "place_key": fold(draft.place),
        "time_sort": clock(draft.starts_at),
        "meets_from": meets_from(draft.starts_on) if draft.starts_on else None,
    }


def insert(step: Step, draft: EventDraft, state: HeldState, today: date) -> int:
    """Within a step: keep a new event. Refused where it cannot be."""
    tidied = tidy(step.connection, draft)
    refuse_wrong(step.connection, tidied, state, today)
    new = {"state": state.value, "uid": f"{uuid4().hex}@altdesk", "sequence": 0, "changed_at": now()}
    return step.add(event, **columns(tidied), **new)


def change(step: Step, event_id: int, values: Mapping[str, Any]) -> None:
    """Within a step: change an event; a calendar that took it over learns by its number that it is another now."""
    row = step.connection.execute(select(event).where(event.c.id == event_id)).mappings().one()
    if any(row[name] != value for name, value in values.items()):
        step.change(event, event_id, **values, sequence=row["sequence"] + 1, changed_at=now())


def known(step: Step, event_id: int) -> Event:
    """The event as it stands within a step. Refused when there is none."""
    found = queries.lines(step.connection, [event_id])
    if not found:
        raise Refusal(N_("There is no such event."))
    return found[0]


def of_row(row: Mapping[str, Any], day: date) -> EventDraft:
    """The draft of an event that carries out a row of a plan on a day."""
    return EventDraft(
        title=row["title"],
        kind=_read(EventKind, row["kind"]),
        form=_read(EventForm, row["form"]),
        direction=_read(Direction, row["direction"]),
        level=_read(Level, row["level"]),
        body_id=row["body_id"],
        unit_id=row["unit_id"],
        plan_row_id=row["id"],
        starts_on=day,
        ends_on=day,
        responsible=Named(row["responsible"], person_id=row["responsible_id"]),
    )


def _read(kind: type[E], kept: str) -> E | None:
    return kind(kept) if kept in set(kind) else None


def plan_row_known(step: Step, plan_row_id: int) -> Mapping[str, Any]:
    """A row of a plan. Refused when there is none."""
    row: Mapping[str, Any] | None = queries.row_of_plan(step.connection, plan_row_id)
    if row is None:
        raise Refusal(N_("There is no such row in a plan."))
    return row


def mark_row(step: Step, event_id: int) -> None:
    """Bring the row of an approved plan to what became of its event, in the same step; one undo takes both back."""
    found = known(step, event_id)
    if found.plan_row_id is None or queries.of_row(step.connection, found.plan_row_id) != event_id:
        return
    match found.state:
        case HeldState.HELD:
            plans_states.row_held(step, found.plan_row_id, found.first)
        case HeldState.MOVED:
            plans_states.row_moved(step, found.plan_row_id, found.first)
        case HeldState.NOT_HELD:
            plans_states.row_not_held(step, found.plan_row_id, found.reason)
        case HeldState.PLANNED:
            plans_states.row_planned(step, found.plan_row_id)


def release_row(step: Step, found: Event) -> None:
    """The event of a row is gone: another one of the row says how it stands, without one it is planned again."""
    if found.plan_row_id is None:
        return
    other = queries.of_row(step.connection, found.plan_row_id)
    if other is not None:
        mark_row(step, other)
    else:
        plans_states.row_planned(step, found.plan_row_id)
