"""Audiences as a screen shows them: every part named and counted, what may be added, and whom all of it means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, func, or_, select

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry, PartKind
from altdesk.domain.people import GroupRule, PeopleQuery, PersonLine
from altdesk.domain.text import fold, post_key
from altdesk.services import groups, people, units
from db.models.people import person
from db.queries import audience as audience_queries
from db.queries import people as queries

MOST = 30


@dataclass(frozen=True)
class Part:
    """One line of an audience: what was chosen, what it is called, how many active people it means now.

    `about` is the post and the unit of a person; `id` is the line's own, 0 for one that is not chosen yet.
    """

    kind: PartKind
    entry: AudienceEntry
    name: str
    people: int | None = None
    about: str = ""
    id: int = 0


def parts(desk: Desk, document_id: int) -> list[Part]:
    """The audience of a document, in the order it was chosen."""
    with desk.store.read() as connection:
        rows = audience_queries.rows(connection, document_id)
        named = [row.person_id for row in rows if row.person_id is not None]
        known = {line.id: line for line in queries.lines(connection, named)}
        places = {each.id: each.name for each in queries.units(connection)}
        called = (
            {group.id: group.name for group in groups.all_groups(desk)} if any(row.group_id for row in rows) else {}
        )
        found: list[Part] = []
        for row in rows:
            entry = audience_queries.entry(row)
            if row.person_id is not None:
                found.append(_of_person(known[row.person_id], entry, row.id))
                continue
            size = _size(connection, audience_queries.people_of(connection, row))
            kind, name = _named(entry, called, places)
            found.append(Part(kind, entry, name, size, id=row.id))
    return found


def _size(connection: Connection, chosen: Select[int]) -> int:
    return int(connection.execute(select(func.count()).select_from(chosen.subquery())).scalar_one())


def _named(entry: AudienceEntry, called: dict[int, str], places: dict[int, str]) -> tuple[PartKind, str]:
    if entry.everyone:
        return PartKind.EVERYONE, ""
    if entry.group_id is not None:
        return PartKind.GROUP, called.get(entry.group_id, "")
    if entry.unit_id is not None:
        return PartKind.UNIT, places.get(entry.unit_id, "")
    return PartKind.POST, entry.post


def _of_person(line: PersonLine, entry: AudienceEntry, own: int = 0) -> Part:
    about = ", ".join(filter(None, (line.post, line.unit)))
    return Part(PartKind.PERSON, entry, line.full_name, 1 if line.active else 0, about, own)


def ids(desk: Desk, document_id: int) -> Sequence[int]:
    """Ids of the active people an audience means now, in Kazakh order."""
    with desk.store.read() as connection:
        rows = audience_queries.rows(connection, document_id)
        if not rows:
            return []
        named = [row.person_id for row in rows if row.person_id is not None]
        wider = [row for row in rows if row.person_id is None]
        meant = [person.c.id.in_(audience_queries.people_of(connection, row)) for row in wider]
        return _in_order(connection, queries.active().where(or_(person.c.id.in_(named), *meant)))


def members(desk: Desk, rule: GroupRule, added: Iterable[int] = (), removed: Iterable[int] = ()) -> Sequence[int]:
    """Ids of the active people a group of this rule would have, in Kazakh order; nothing needs to be saved."""
    with desk.store.read() as connection:
        kind = rule.kind.value if rule.kind else None
        conditions = queries.by_rule(connection, kind, rule.unit_id, post_key(rule.post))
        return _in_order(connection, queries.meant(conditions, list(added), list(removed)))


def _in_order(connection: Connection, chosen: Select[int]) -> Sequence[int]:
    return connection.execute(chosen.order_by(person.c.sort_key, person.c.id)).scalars().all()


def choices(desk: Desk, text: str, taken: Iterable[AudienceEntry] = (), everybody: str = "") -> list[Part]:
    """What may be added to an audience: everybody, groups, units and posts that hold the text, and persons by any
    part of the name; persons only when something is typed. `everybody` is what the screen calls them all."""
    key, gone = fold(text), set(taken)
    found = [Part(PartKind.EVERYONE, AudienceEntry(everyone=True), "")] if key in fold(everybody) else []
    wider = [
        *(
            Part(PartKind.GROUP, AudienceEntry(group_id=each.id), each.name, each.size)
            for each in groups.all_groups(desk)
        ),
        *(Part(PartKind.UNIT, AudienceEntry(unit_id=each.id), each.name) for each in units.all_units(desk)),
        *(Part(PartKind.POST, AudienceEntry(post=post), post) for post in people.posts(desk)),
    ]
    found += [part for part in wider if key in fold(part.name)]
    if key:
        lines = people.lines(desk, people.ids(desk, PeopleQuery(text=text), MOST))
        persons = [_of_person(line, AudienceEntry(person_id=line.id)) for line in lines]
        found = found[: MOST // 2] + persons
    return [part for part in found if part.entry not in gone][: MOST if key else None]
