"""Questions about events: lists in their order, the events of some days, one event whole, who took part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, TextClause, and_, func, or_, select

from altdesk.domain.events import LONGEST, Event, EventsQuery, Participant, PartRole
from altdesk.domain.events_kinds import Direction, EventForm, EventKind, HeldState, Level
from altdesk.domain.minutes import Named
from altdesk.domain.text import sort_key
from db import search_texts
from db.models.attachments import attachment
from db.models.bodies import body
from db.models.events import OPEN, UNSAID, event, participant
from db.models.people import unit
from db.models.plans import plan, plan_row

OWNER = "event"

_DAY = (event.c.starts_on, event.c.time_sort)
_SORTS: dict[str, tuple[Any, ...]] = {
    "starts_on": _DAY,
    "title": (event.c.title_sort,),
    "state": (event.c.state, *_DAY),
    "place": (event.c.place_key, *_DAY),
    "responsible": (event.c.responsible_sort, *_DAY),
    "body": (body.c.name_sort, *_DAY),
    "direction": (event.c.direction, *_DAY),
    "level": (event.c.level, *_DAY),
    "participants": (event.c.participants, *_DAY),
}


def ids(connection: Connection, query: EventsQuery, limit: int | None = None) -> Sequence[int]:
    """Ids in the order shown; with a limit only the first ones."""
    keys = _SORTS.get(query.sort, _SORTS["starts_on"])
    order = [key.desc() for key in (*keys, event.c.id)] if query.descending else [*keys, event.c.id]
    chosen: Select[Any] = select(event.c.id).order_by(*order).limit(limit)
    if query.sort == "body":
        chosen = chosen.outerjoin(body, body.c.id == event.c.body_id)
    return connection.execute(chosen.where(*narrowed(connection, query))).scalars().all()


def count(connection: Connection, query: EventsQuery) -> int:
    chosen = select(func.count()).select_from(event).where(*narrowed(connection, query))
    return int(connection.execute(chosen).scalar_one())


def narrowed(connection: Connection, query: EventsQuery) -> list[ColumnElement[bool] | TextClause]:
    """The conditions of a query; the report counts by the same ones."""
    where: list[ColumnElement[bool] | TextClause] = [event.c.binned_at.is_(None)]
    if query.first is not None:
        where.append(event.c.starts_on >= query.first)
    if query.last is not None:
        where.append(event.c.starts_on <= query.last)
    for name in ("body_id", "unit_id", "plan_row_id"):
        if (number := getattr(query, name)) is not None:
            where.append(event.c[name] == number)
    for name in ("direction", "level", "form", "state"):
        if (value := getattr(query, name)) is not None:
            where.append(event.c[name] == value.value)
    if query.person_id is not None:
        mine = select(participant.c.event_id).where(participant.c.person_id == query.person_id)
        where.append(or_(event.c.responsible_id == query.person_id, event.c.id.in_(mine)))
    if query.wanting:
        where.append(UNSAID)
    if query.unmarked_on is not None:
        where += [OPEN, event.c.ends_on < query.unmarked_on]
    if query.text.strip():
        where.append(search_texts.condition(connection, "event", event.c.id, query.text))
    return where


def touching(connection: Connection, first: date, last: date, query: EventsQuery) -> list[int]:
    """Ids of the events that are on one of these days, those that began before too, in the order of their days."""
    running = event.c.starts_on.between(first - LONGEST, last) & (event.c.ends_on >= first)
    chosen = select(event.c.id).where(running, *narrowed(connection, query)).order_by(*_DAY, event.c.id)
    return list(connection.execute(chosen).scalars())


_SAME = (
    "id", "title", "body_id", "unit_id", "plan_row_id", "starts_on", "ends_on", "starts_at", "ends_at", "place",
    "whom", "expected", "participants", "result", "note", "moved_from", "reason", "uid", "sequence", "changed_at",
)  # fmt: skip
_people = select(func.count()).where(participant.c.event_id == event.c.id).correlate(event).scalar_subquery()
_files = (
    select(func.count())
    .where(attachment.c.owner == OWNER, attachment.c.owner_id == event.c.id)
    .correlate(event)
    .scalar_subquery()
)
_EVENT = select(
    *(event.c[name] for name in (*_SAME, "kind", "form", "direction", "level", "state")),
    event.c.responsible,
    event.c.responsible_id,
    func.coalesce(body.c.name, "").label("body"),
    func.coalesce(unit.c.name, "").label("unit"),
    func.coalesce(plan.c.title, "").label("plan"),
    plan.c.year.label("plan_year"),
    _people.label("people"),
    _files.label("files"),
).select_from(
    event
    .outerjoin(body, body.c.id == event.c.body_id)
    .outerjoin(unit, unit.c.id == event.c.unit_id)
    .outerjoin(plan_row, plan_row.c.id == event.c.plan_row_id)
    .outerjoin(plan, plan.c.id == plan_row.c.plan_id)
)


def lines(connection: Connection, wanted: Sequence[int]) -> list[Event]:
    """These events in the order given; those that are gone are left out."""
    found: dict[int, Event] = {}
    for at in range(0, len(wanted), 500):
        some = _EVENT.where(event.c.id.in_(list(wanted[at : at + 500])))
        found.update((row["id"], _event(row)) for row in connection.execute(some).mappings())
    return [found[number] for number in wanted if number in found]


def _event(row: Any) -> Event:
    same = {name: row[name] for name in (*_SAME, "body", "unit", "plan", "plan_year", "people", "files")}
    return Event(
        **same,
        kind=EventKind(row["kind"]) if row["kind"] else None,
        form=EventForm(row["form"]) if row["form"] else None,
        direction=Direction(row["direction"]) if row["direction"] else None,
        level=Level(row["level"]) if row["level"] else None,
        state=HeldState(row["state"]),
        responsible=Named(row["responsible"], person_id=row["responsible_id"]),
    )


def of_row(connection: Connection, plan_row_id: int) -> int | None:
    """The event of a row of a plan, the newest where there are several."""
    chosen = select(event.c.id).where(event.c.plan_row_id == plan_row_id, event.c.binned_at.is_(None))
    return connection.execute(chosen.order_by(event.c.id.desc()).limit(1)).scalar()


def day_of_row(connection: Connection, plan_row_id: int) -> date | None:
    """The first day of the event of a row of a plan; None without one."""
    chosen = select(event.c.starts_on).where(event.c.id == of_row(connection, plan_row_id))
    return connection.execute(chosen).scalar()


def bounds(connection: Connection) -> tuple[date, date] | None:
    """The first days of the earliest and of the latest event; None without any."""
    chosen = select(event.c.starts_on).where(event.c.binned_at.is_(None))
    first = connection.execute(chosen.order_by(event.c.starts_on).limit(1)).scalar()
    last = connection.execute(chosen.order_by(event.c.starts_on.desc()).limit(1)).scalar()
    return None if first is None or last is None else (first, last)


def places(connection: Connection) -> Sequence[str]:
    """The places named so far, each once."""
    chosen = select(func.max(event.c.place)).where(event.c.place_key != "", event.c.binned_at.is_(None))
    return connection.execute(chosen.group_by(event.c.place_key)).scalars().all()


def participants(connection: Connection, event_id: int) -> list[Participant]:
    """Those of the register who took part, in the order of their names."""
    chosen = select(participant).where(participant.c.event_id == event_id)
    found = [Participant(**{**row, "role": PartRole(row["role"])}) for row in connection.execute(chosen).mappings()]
    return sorted(found, key=lambda each: (sort_key(each.full_name), each.id))


def participant_of(connection: Connection, participant_id: int) -> Participant | None:
    chosen = select(participant).where(participant.c.id == participant_id)
    row = connection.execute(chosen).mappings().one_or_none()
    return None if row is None else Participant(**{**row, "role": PartRole(row["role"])})


def row_of_plan(connection: Connection, plan_row_id: int) -> Any | None:
    """A row of a plan with the year, body and unit of its plan, as a mapping; None when there is none."""
    chosen = select(plan_row, plan.c.year, plan.c.body_id, plan.c.unit_id)
    chosen = chosen.join(plan, plan.c.id == plan_row.c.plan_id).where(plan_row.c.id == plan_row_id)
    return connection.execute(chosen).mappings().one_or_none()


def row_titled(connection: Connection, title_sort: str, year: int) -> int | None:
    """The row of a plan of a year that is called so, the first where there are several."""
    chosen = select(plan_row.c.id).join(plan, plan.c.id == plan_row.c.plan_id)
    mine = and_(plan_row.c.title_sort == title_sort, plan.c.year == year, plan.c.binned_at.is_(None))
    return connection.execute(chosen.where(mine).order_by(plan_row.c.id).limit(1)).scalar()
