"""Which events are at the same place, or have the same person, at the same time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, select

from altdesk.domain.events_clashes import LONG, Clash, ClashKind, Taken, can_clash
from altdesk.domain.events_kinds import HeldState
from db.models.events import event, participant
from db.models.people import person

_TIME = (event.c.starts_on, event.c.ends_on, event.c.starts_at, event.c.ends_at)
_there = (event.c.binned_at.is_(None), event.c.state != HeldState.NOT_HELD.value)
_within = (event.c.starts_on.between(bindparam("earliest"), bindparam("last")), event.c.ends_on >= bindparam("first"))
_AT_PLACE: Select[Any] = select(event.c.id, event.c.title, event.c.place, *_TIME).where(
    event.c.place_key == bindparam("place"), event.c.place_key != "", *_within, *_there
)


class Asked(NamedTuple):
    """What an event takes up: its time, the key of its place, its people; `id` 0 for one that is not kept yet."""

    id: int
    taken: Taken
    place_key: str
    people: Sequence[int]


def of(connection: Connection, asked: Asked) -> list[Clash]:
    """The events that clash with one, the place first; each place and person of each event once."""
    if not asked.taken.counts:
        return []
    found = [*_at_place(connection, asked), *_with_people(connection, asked)]
    return [each for each in found if each.event_id != asked.id and each.taken.meets(asked.taken)]


def _at_place(connection: Connection, asked: Asked) -> Iterable[Clash]:
    if not asked.place_key:
        return []
    rows = connection.execute(_AT_PLACE, {"place": asked.place_key, **_days(asked.taken)})
    return [Clash(ClashKind.PLACE, row.place, row.id, row.title, _taken(row)) for row in rows]


def _with_people(connection: Connection, asked: Asked) -> Iterable[Clash]:
    who = sorted(set(asked.people))
    found: dict[tuple[int, int], Clash] = {}
    for at in range(0, len(who), 500):
        some = who[at : at + 500]
        for chosen in (_answering(some), _taking_part(some)):
            for row in connection.execute(chosen.where(*_within), _days(asked.taken)):
                clash = Clash(ClashKind.PERSON, row.full_name, row.id, row.title, _taken(row))
                found.setdefault((row.id, row.person_id), clash)
    return found.values()


def _answering(people: Sequence[int]) -> Select[Any]:
    columns = (event.c.id, event.c.title, *_TIME, person.c.id.label("person_id"), person.c.full_name)
    chosen = select(*columns).join(person, person.c.id == event.c.responsible_id)
    return chosen.where(event.c.responsible_id.in_(people), *_there)


def _taking_part(people: Sequence[int]) -> Select[Any]:
    columns = (event.c.id, event.c.title, *_TIME, participant.c.person_id, participant.c.full_name)
    chosen = select(*columns).join(participant, participant.c.event_id == event.c.id)
    return chosen.where(participant.c.person_id.in_(people), *_there)


def _days(taken: Taken) -> dict[str, date]:
    return {"earliest": taken.starts_on - LONG, "first": taken.starts_on, "last": taken.ends_on}


def _taken(row: Any) -> Taken:
    return Taken(row.starts_on, row.ends_on, row.starts_at, row.ends_at)


def of_kept(connection: Connection, wanted: Sequence[int]) -> dict[int, list[Clash]]:
    """The clashes of kept events, by the event's id; those without one are left out."""
    found = {each.id: of(connection, each) for each in asked_of(connection, wanted)}
    return {number: clashes for number, clashes in found.items() if clashes}


def asked_of(connection: Connection, wanted: Sequence[int]) -> list[Asked]:
    """What kept events take up; those that were not held take up nothing."""
    made: list[Asked] = []
    columns = (event.c.id, *_TIME, event.c.place_key, event.c.responsible_id, event.c.state)
    for at in range(0, len(wanted), 500):
        some = list(wanted[at : at + 500])
        people: dict[int, list[int]] = {}
        for event_id, person_id in connection.execute(
            select(participant.c.event_id, participant.c.person_id).where(participant.c.event_id.in_(some))
        ):
            people.setdefault(event_id, []).append(person_id)
        for row in connection.execute(select(*columns).where(event.c.id.in_(some), event.c.binned_at.is_(None))):
            if can_clash(HeldState(row.state)):
                own = [row.responsible_id] if row.responsible_id is not None else []
                made.append(Asked(row.id, _taken(row), row.place_key, [*own, *people.get(row.id, ())]))
    return made
