"""Questions about one meeting: its minutes whole, what was kept of them, what earlier ones offer to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from altdesk.domain.bodies import MembersQuery, QuorumKind, QuorumRule
from altdesk.domain.minutes import AgendaItem, Attendee, Minutes, Named, NamedVote, ResolvedPoint, Vote
from altdesk.domain.minutes_attendance import parse_stays
from altdesk.domain.minutes_kinds import Choice, ItemState, Majority, MinutesState, Presence, VoteKind
from altdesk.domain.rules import ResolvedVerb, TieRule
from db.models.bodies import body
from db.models.minutes import agenda_item, attendee, minutes, named_vote, point_person, resolved_point
from db.models.people import person
from db.queries import bodies

Names = Mapping[int, tuple[str, str]]  # person → name and post


def names(connection: Connection, people: Iterable[int], body_id: int, on: date) -> Names:
    """How people are called now, with their post in a body on a day, else the post they have now."""
    wanted = sorted(set(people))
    found: dict[int, tuple[str, str]] = {}
    for at in range(0, len(wanted), 500):
        chosen = select(person.c.id, person.c.full_name, person.c.post)
        for row in connection.execute(chosen.where(person.c.id.in_(wanted[at : at + 500]))):
            found[row[0]] = (row[1], row[2])
    if wanted:
        for member in reversed(bodies.members(connection, on, MembersQuery(body_id=body_id))):
            if member.person_id in found:
                found[member.person_id] = (member.full_name, member.post)
    return found


def whole(connection: Connection, minutes_id: int) -> Minutes | None:
    """Minutes with everything below them, binned ones too; those that were never final with the names of now."""
    chosen = select(minutes, *(body.c[name].label(f"now_{name}") for name in ("name", "name_ru", *_RULE)))
    chosen = chosen.join(body, body.c.id == minutes.c.body_id).where(minutes.c.id == minutes_id)
    row = connection.execute(chosen).mappings().one_or_none()
    if row is None:
        return None
    of_minutes = agenda_item.c.minutes_id == minutes_id
    people = connection.execute(_in_order(attendee, attendee.c.minutes_id == minutes_id)).mappings().all()
    items = connection.execute(_in_order(agenda_item, of_minutes)).mappings().all()
    responsible = _joined(point_person, resolved_point, agenda_item).where(of_minutes)
    said = connection.execute(responsible.order_by(point_person.c.ordinal)).mappings().all()
    live = row["state"] == MinutesState.DRAFT and row["version"] == 0
    called: Names = {}
    if live:
        known = (row["chair_id"], row["secretary_id"], *(each["speaker_id"] for each in items))
        known += tuple(each["person_id"] for each in (*people, *said))
        called = names(connection, (each for each in known if each is not None), row["body_id"], row["held_on"])
    return _minutes(row, _attendees(people, called), _items(connection, items, said, of_minutes, called), called)


_RULE = ("quorum_kind", "quorum_parts", "quorum_of")


def _in_order(table: Any, where: Any) -> Select[Any]:
    return select(table).where(where).order_by(table.c.ordinal, table.c.id)


def _joined(table: Any, *above: Any) -> Select[Any]:
    """Rows of a table below others, so that they can be asked for by the topmost one."""
    links = {point_person: point_person.c.point_id, resolved_point: resolved_point.c.item_id}
    chosen, below = select(table), table
    for parent in above:
        chosen = chosen.join(parent, parent.c.id == links[below])
        below = parent
    return chosen


def _named(person_id: int | None, full_name: str, post: str, called: Names) -> Named:
    """Somebody by what is kept; a post that was not typed is the one they have now."""
    if person_id is not None and person_id in called:
        now = called[person_id]
        return Named(now[0], post or now[1], person_id)
    return Named(full_name, post, person_id)


def _minutes(row: Any, people: tuple[Attendee, ...], items: tuple[AgendaItem, ...], called: Names) -> Minutes:
    state = MinutesState(row["state"])
    live = state is MinutesState.DRAFT and row["version"] == 0
    kind, parts, of = (row[f"now_{name}" if live else name] for name in _RULE)
    same = ("held_on", "starts_at", "ends_at", "place", "title", "notes", "id", "body_id", "organisation")
    more = ("department", "city", "number", "period", "version", "finalized_at", "signed_on", "reopened")
    russian = ("organisation_ru", "department_ru")
    return Minutes(
        **{name: row[name] for name in same + more + russian},
        chair=_named(row["chair_id"], row["chair_name"], row["chair_post"], called),
        secretary=_named(row["secretary_id"], row["secretary_name"], row["secretary_post"], called),
        body=row["now_name" if live else "body_name"],
        body_ru=row["now_name_ru" if live else "body_name_ru"],
        state=state,
        verb=ResolvedVerb(row["verb"]),
        tie_rule=TieRule(row["tie_rule"]),
        quorum=QuorumRule(QuorumKind(kind), parts, of),
        attendees=people,
        items=items,
    )


def _attendees(rows: Iterable[Any], called: Names) -> tuple[Attendee, ...]:
    found = []
    for row in rows:
        who = _named(row["person_id"], row["full_name"], row["post"], called)
        state, stays = Presence(row["state"]), parse_stays(row["stays"])
        found.append(
            Attendee(row["id"], who.full_name, who.post, who.person_id, row["votes"], state, row["reason"], stays)
        )
    return tuple(found)


def _items(
    connection: Connection, rows: Iterable[Any], said: Iterable[Any], of_minutes: Any, called: Names
) -> tuple[AgendaItem, ...]:
    responsible: dict[int, tuple[Named, ...]] = {}
    for row in said:
        who = _named(row["person_id"], row["full_name"], row["post"], called)
        responsible[row["point_id"]] = (*responsible.get(row["point_id"], ()), who)
    points: dict[int, list[Any]] = {}
    chosen = _joined(resolved_point, agenda_item).where(of_minutes)
    for row in connection.execute(chosen.order_by(resolved_point.c.ordinal, resolved_point.c.id)).mappings():
        points.setdefault(row["item_id"], []).append(row)
    voices: dict[int, list[NamedVote]] = {}
    cast = select(named_vote).join(agenda_item, agenda_item.c.id == named_vote.c.item_id).where(of_minutes)
    for row in connection.execute(cast.order_by(named_vote.c.attendee_id)).mappings():
        voices.setdefault(row["item_id"], []).append(NamedVote(row["attendee_id"], Choice(row["choice"])))
    found = []
    for number, row in enumerate(rows, 1):
        own = tuple(
            ResolvedPoint(
                each["text"], responsible.get(each["id"], ()), each["due_on"], each["due_text"], each["id"],
                f"{number}.{at}",
            )
            for at, each in enumerate(points.get(row["id"], ()), 1)
        )  # fmt: skip
        found.append(_item(row, number, own, tuple(voices.get(row["id"], ())), called))
    return tuple(found)


def _item(
    row: Any, number: int, points: tuple[ResolvedPoint, ...], voices: tuple[NamedVote, ...], called: Names
) -> AgendaItem:
    chair = Choice(row["chair_vote"]) if row["chair_vote"] else None
    counts = (row["votes_for"], row["votes_against"], row["votes_abstained"])
    return AgendaItem(
        **{name: row[name] for name in ("title", "heard", "discussed", "starts_at", "ends_at", "id", "carried_from")},
        speaker=_named(row["speaker_id"], row["speaker"], row["speaker_post"], called),
        state=ItemState(row["state"]),
        number=number,
        vote=Vote(VoteKind(row["vote"]), Majority(row["majority"]), *counts, chair, voices),
        points=points,
    )


def minutes_of(connection: Connection, table: Any, record_id: int) -> int | None:
    """The minutes that a row below them belongs to."""
    if table is resolved_point:
        chosen = select(agenda_item.c.minutes_id).join(resolved_point, resolved_point.c.item_id == agenda_item.c.id)
        return connection.execute(chosen.where(resolved_point.c.id == record_id)).scalar()
    return connection.execute(select(table.c.minutes_id).where(table.c.id == record_id)).scalar()


def item_of_point(connection: Connection, point_id: int) -> int | None:
    return connection.execute(select(resolved_point.c.item_id).where(resolved_point.c.id == point_id)).scalar()


def last_of(connection: Connection, body_id: int, before: date | None = None) -> int | None:
    """The newest minutes of a body, also drafts; held on a day or before it, where one is given."""
    chosen = select(minutes.c.id).where(minutes.c.body_id == body_id, minutes.c.binned_at.is_(None))
    if before is not None:
        chosen = chosen.where(minutes.c.held_on <= before)
    return connection.execute(chosen.order_by(minutes.c.held_on.desc(), minutes.c.id.desc()).limit(1)).scalar()


def latest_final(connection: Connection, body_id: int) -> int | None:
    """The latest minutes of a body that ever were final: the only ones that may be opened again."""
    chosen = select(minutes.c.id).where(minutes.c.body_id == body_id, minutes.c.version > 0)
    chosen = chosen.where(minutes.c.binned_at.is_(None))
    order = (minutes.c.held_on.desc(), minutes.c.number_value.desc(), minutes.c.id.desc())
    return connection.execute(chosen.order_by(*order).limit(1)).scalar()


def used_numbers(connection: Connection, body_id: int, period: str) -> list[int]:
    """The numbers in use in a body and period, without what follows them (5/1 uses 5)."""
    chosen = select(minutes.c.number_value).where(minutes.c.body_id == body_id, minutes.c.period == period)
    return list(connection.execute(chosen.where(minutes.c.number_key != "").order_by(minutes.c.number_value)).scalars())


def holder_of(connection: Connection, body_id: int, period: str, key: str, own: int) -> Any:
    """The other minutes that have a number already: number and day; None when nobody does."""
    same = and_(minutes.c.body_id == body_id, minutes.c.period == period, minutes.c.number_key == key)
    chosen = select(minutes.c.number, minutes.c.held_on).where(same, minutes.c.id != own)
    return connection.execute(chosen).first()


def last_ordinal(connection: Connection, table: Any, where: Any) -> int:
    """The highest ordinal among some rows; 0 when there are none."""
    return connection.execute(select(func.max(table.c.ordinal)).where(where)).scalar() or 0
