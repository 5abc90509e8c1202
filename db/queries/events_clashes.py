"""Which events are at the same place, or have the same person, at the same time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Subquery, Text, bindparam, cast, literal, select, union_all

from altdesk.domain.events_clashes import Clash, ClashKind, Taken, meets_from
from altdesk.domain.events_kinds import HeldState
from db.models.events import event, participant
from db.models.people import person

_mine = event.alias("mine")
_TIME = (event.c.starts_on, event.c.ends_on, event.c.starts_at, event.c.ends_at)
_there = (event.c.binned_at.is_(None), event.c.state != HeldState.NOT_HELD.value)
_KEPT: Any = (
    _mine.c.id.label("number"), _mine.c.meets_from.label("earliest"), _mine.c.starts_on.label("first"),
    _mine.c.ends_on.label("last"), _mine.c.starts_at.label("begins"), _mine.c.ends_at.label("ends"),
)  # fmt: skip
_alive = (_mine.c.binned_at.is_(None), _mine.c.state != HeldState.NOT_HELD.value)


def of(connection: Connection, event_id: int, taken: Taken, place_key: str, people: Sequence[int]) -> list[Clash]:
    """What an event as it is typed clashes with, the place first; `event_id` 0 for one that is not kept yet."""
    clock = event.c.starts_at.type
    asked: Any = [
        literal(event_id).label("number"),
        literal(meets_from(taken.starts_on)).label("earliest"),
        literal(taken.starts_on).label("first"),
        literal(taken.ends_on).label("last"),
        literal(taken.starts_at, clock).label("begins"),
        literal(taken.ends_at, clock).label("ends"),
    ]
    place = select(*asked, cast(literal(place_key), Text).label("key")).where(literal(place_key) != "")
    who = select(*asked, person.c.id.label("key")).where(person.c.id.in_(list(people)))
    return _found(connection, place, who, {}).get(event_id, [])


def of_kept(connection: Connection, wanted: Sequence[int]) -> dict[int, list[Clash]]:
    """The clashes of kept events, by the event's id; those without one, and those not held, are left out."""
    found: dict[int, list[Clash]] = {}
    for at in range(0, len(wanted), 500):
        found |= _found(connection, _PLACES, _PEOPLE, {"wanted": list(wanted[at : at + 500])})
    return found


_wanted = _mine.c.id.in_(bindparam("wanted", expanding=True))
_PLACES = select(*_KEPT, _mine.c.place_key.label("key")).where(_wanted, *_alive, _mine.c.place_key != "")
_PEOPLE: Any = union_all(
    select(*_KEPT, _mine.c.responsible_id.label("key")).where(_wanted, *_alive, _mine.c.responsible_id.is_not(None)),
    select(*_KEPT, participant.c.person_id.label("key"))
    .join_from(_mine, participant, participant.c.event_id == _mine.c.id)
    .where(_wanted, *_alive),
)


def _found(connection: Connection, places: Any, people: Any, values: dict[str, Any]) -> dict[int, list[Clash]]:
    """All of them are looked up at once: the events that may meet by place and by person, then the time of day."""
    found: dict[int, dict[tuple[object, ...], Clash]] = {}
    for kind, chosen in _questions(places.subquery("asked"), people.subquery("asked")):
        for row in connection.execute(chosen, values):
            other = Taken(row.starts_on, row.ends_on, row.starts_at, row.ends_at)
            if other.meets(Taken(row.first, row.last, row.begins, row.ends)):
                clash = Clash(kind, row.what, row.id, row.title, other)
                found.setdefault(row.number, {}).setdefault((kind, row.id, row.key), clash)
    return {number: list(clashes.values()) for number, clashes in found.items()}


def _questions(places: Subquery, people: Subquery) -> Iterator[tuple[ClashKind, Select[Any]]]:
    at_place = select(places, event.c.id, event.c.title, event.c.place.label("what"), *_TIME)
    yield ClashKind.PLACE, _within(at_place, places).where(event.c.place_key == places.c.key)
    same = select(people, event.c.id, event.c.title, person.c.full_name.label("what"), *_TIME)
    answering = same.join_from(event, person, person.c.id == event.c.responsible_id)
    yield ClashKind.PERSON, _within(answering, people).where(event.c.responsible_id == people.c.key)
    taking = same.join_from(event, participant, participant.c.event_id == event.c.id)
    taking = taking.join(person, person.c.id == participant.c.person_id)
    yield ClashKind.PERSON, _within(taking, people).where(participant.c.person_id == people.c.key)


def _within(chosen: Select[Any], asked: Subquery) -> Select[Any]:
    days = (event.c.starts_on.between(asked.c.earliest, asked.c.last), event.c.ends_on >= asked.c.first)
    return chosen.where(*days, event.c.id != asked.c.number, *_there)


def people_of(connection: Connection, event_id: int) -> list[int]:
    """Those of the register who are on the list of an event."""
    chosen = select(participant.c.person_id).where(participant.c.event_id == event_id)
    return list(connection.execute(chosen).scalars())
