"""Lists of minutes: ids in order, how many, the rows shown, and items found by their text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, exists, false, func, or_, select, union

from altdesk.domain.bodies import QuorumKind, QuorumRule
from altdesk.domain.minutes_kinds import MinutesState
from altdesk.domain.minutes_lists import ItemLine, MinutesLine, MinutesQuery
from altdesk.domain.text import asked
from db import search, search_texts
from db.models.bodies import body
from db.models.minutes import agenda_item, attendee, minutes
from db.models.people import person

_SORTS: dict[str, tuple[Any, ...]] = {
    "held_on": (minutes.c.held_on,),
    "number": (minutes.c.period, minutes.c.number_value, minutes.c.number_key),
    "body": (body.c.name_sort, minutes.c.held_on),
    "state": (minutes.c.state, minutes.c.held_on),
    "signed_on": (minutes.c.signed_on, minutes.c.held_on),
}


def ids(connection: Connection, query: MinutesQuery, limit: int | None = None) -> Sequence[int]:
    """Ids in the order shown; with a limit only the first ones."""
    keys = _SORTS.get(query.sort, _SORTS["held_on"])
    order = [key.desc() for key in (*keys, minutes.c.id)] if query.descending else [*keys, minutes.c.id]
    chosen: Select[Any] = select(minutes.c.id).order_by(*order).limit(limit)
    if query.sort == "body":
        chosen = chosen.join(body, body.c.id == minutes.c.body_id)
    return connection.execute(chosen.where(*_narrowed(connection, query))).scalars().all()


def count(connection: Connection, query: MinutesQuery) -> int:
    chosen = select(func.count()).select_from(minutes).where(*_narrowed(connection, query))
    return int(connection.execute(chosen).scalar_one())


def _narrowed(connection: Connection, query: MinutesQuery) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = [minutes.c.binned_at.is_(None)]
    if query.state is not None:
        where.append(minutes.c.state == query.state.value)
    if query.body_id is not None:
        where.append(minutes.c.body_id == query.body_id)
    if query.period:
        where.append(minutes.c.period == query.period)
    if query.first is not None:
        where.append(minutes.c.held_on >= query.first)
    if query.last is not None:
        where.append(minutes.c.held_on <= query.last)
    if query.person_id is not None:
        came = and_(attendee.c.person_id == query.person_id, attendee.c.state.in_(("present", "guest")))
        where.append(minutes.c.id.in_(select(attendee.c.minutes_id).where(came)))
    return where + _saying(connection, query.text)


def _saying(connection: Connection, text: str) -> list[ColumnElement[bool]]:
    """Every typed word begins a word of the head or of an item; rare words are looked up, common ones are tested while
    the list is walked."""
    typed = asked(text)
    if not typed:
        return [false()] if text.strip() else []
    forms = search_texts.common_forms(connection, "agenda_item", typed)
    return [_rare(word) if form is None else _common(word, form) for word, form in forms.items()]


def _rare(word: str) -> ColumnElement[bool]:
    found = agenda_item.c.id.in_(search.beginning("agenda_item", word))
    in_items = select(agenda_item.c.minutes_id).where(found)
    return minutes.c.id.in_(union(search.beginning("minutes", word), in_items))


def _common(word: str, form: str) -> ColumnElement[bool]:
    own = agenda_item.c.minutes_id == minutes.c.id
    in_items = select(agenda_item.c.id).where(own, search.has("agenda_item", agenda_item.c.id, word, form))
    return or_(exists(in_items.correlate(minutes)), search.has("minutes", minutes.c.id, word))


def lines(connection: Connection, wanted: Sequence[int]) -> list[MinutesLine]:
    """The rows of these minutes in the order given; drafts are counted and named as of now."""
    found: dict[int, MinutesLine] = {}
    for at in range(0, len(wanted), 500):
        some = list(wanted[at : at + 500])
        there = _counted(connection, some)
        for row in connection.execute(_LINE.where(minutes.c.id.in_(some))).mappings():
            found[row["id"]] = _line(row, there)
    return [found[number] for number in wanted if number in found]


_chair, _secretary = person.alias("chair"), person.alias("secretary")
_live = and_(minutes.c.state == MinutesState.DRAFT.value, minutes.c.version == 0)
_items = select(func.count()).where(agenda_item.c.minutes_id == minutes.c.id).correlate(minutes).scalar_subquery()
_first_item = (
    select(agenda_item.c.title)
    .where(agenda_item.c.minutes_id == minutes.c.id)
    .order_by(agenda_item.c.ordinal)
    .limit(1)
    .correlate(minutes)
    .scalar_subquery()
)
_RULE = ("quorum_kind", "quorum_parts", "quorum_of")
_SAME = ("id", "body_id", "number", "period", "held_on", "state", "title", "place", "signed_on", "reopened")
_LINE = select(
    *(minutes.c[name] for name in (*_SAME, "present", "entitled", "quorum")),
    *(case((_live, body.c[name]), else_=minutes.c[name]).label(name) for name in _RULE),
    case((_live, body.c.name), else_=minutes.c.body_name).label("body"),
    case((_live, func.coalesce(_chair.c.full_name, minutes.c.chair_name)), else_=minutes.c.chair_name).label("chair"),
    case(
        (_live, func.coalesce(_secretary.c.full_name, minutes.c.secretary_name)), else_=minutes.c.secretary_name
    ).label("secretary"),
    _items.label("items"),
    func.coalesce(_first_item, "").label("first_item"),
).select_from(
    minutes
    .join(body, body.c.id == minutes.c.body_id)
    .outerjoin(_chair, _chair.c.id == minutes.c.chair_id)
    .outerjoin(_secretary, _secretary.c.id == minutes.c.secretary_id)
)


def _counted(connection: Connection, wanted: list[int]) -> dict[int, tuple[int, int]]:
    """Of the drafts among some minutes: present and entitled."""
    here = func.sum(case((attendee.c.state == "present", 1), else_=0))
    chosen = select(attendee.c.minutes_id, here, func.count()).join(minutes, minutes.c.id == attendee.c.minutes_id)
    chosen = chosen.where(attendee.c.votes, attendee.c.state != "guest")
    chosen = chosen.where(attendee.c.minutes_id.in_(wanted), minutes.c.state == "draft")
    return {row[0]: (row[1], row[2]) for row in connection.execute(chosen.group_by(attendee.c.minutes_id))}


def _line(row: Any, counted: dict[int, tuple[int, int]]) -> MinutesLine:
    state = MinutesState(row["state"])
    present, entitled, quorum = row["present"] or 0, row["entitled"] or 0, bool(row["quorum"])
    if state is MinutesState.DRAFT:
        present, entitled = counted.get(row["id"], (0, 0))
        rule = QuorumRule(QuorumKind(row["quorum_kind"]), row["quorum_parts"], row["quorum_of"])
        quorum = entitled > 0 and rule.met(present, entitled)
    same = {
        name: row[name] for name in (*_SAME, "body", "chair", "secretary", "items", "first_item") if name != "state"
    }
    return MinutesLine(**same, state=state, present=present, entitled=entitled, quorum=quorum)


def agendas(connection: Connection, wanted: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The titles of the items of these minutes, in their order."""
    found: dict[int, tuple[str, ...]] = {}
    chosen = select(agenda_item.c.minutes_id, agenda_item.c.title)
    order = (agenda_item.c.minutes_id, agenda_item.c.ordinal, agenda_item.c.id)
    for at in range(0, len(wanted), 500):
        some = agenda_item.c.minutes_id.in_(list(wanted[at : at + 500]))
        for number, title in connection.execute(chosen.where(some).order_by(*order)):
            found[number] = (*found.get(number, ()), title)
    return found


def periods(connection: Connection, body_id: int | None = None) -> list[str]:
    """The periods there are minutes of, the newest first."""
    chosen = select(minutes.c.period, func.max(minutes.c.held_on)).where(minutes.c.binned_at.is_(None))
    if body_id is not None:
        chosen = chosen.where(minutes.c.body_id == body_id)
    rows = connection.execute(chosen.group_by(minutes.c.period).order_by(func.max(minutes.c.held_on).desc()))
    return [row[0] for row in rows]


def unnumbered(connection: Connection) -> list[tuple[int, date, str]]:
    """Drafts that have no number yet, also in the bin: id, day and the year they stand in."""
    waiting = (minutes.c.state == MinutesState.DRAFT.value) & (minutes.c.number == "")
    chosen = select(minutes.c.id, minutes.c.held_on, minutes.c.period).where(waiting)
    return [(row[0], row[1], row[2]) for row in connection.execute(chosen)]


WALKED = 100  # minutes at a time


def items(connection: Connection, text: str, limit: int) -> list[ItemLine]:
    """The newest items in which every typed word begins a word."""
    said = search_texts.condition(connection, "agenda_item", agenda_item.c.id, text)
    if not search_texts.common(connection, "agenda_item", text):
        return _items_where(connection, limit, said)
    found: list[ItemLine] = []
    for some in _newest(connection):  # an engine would first put every item in order
        found += _items_where(connection, limit - len(found), said, minutes.c.id.in_(some))
        if len(found) >= limit:
            break
    return found


def _newest(connection: Connection) -> Iterator[Sequence[int]]:
    """All minutes, the newest first, a part at a time."""
    first = ids(connection, MinutesQuery(), WALKED)
    yield first
    if len(first) == WALKED:
        every = ids(connection, MinutesQuery())
        for at in range(WALKED, len(every), WALKED):
            yield every[at : at + WALKED]


def _items_where(connection: Connection, limit: int, *where: ColumnElement[bool]) -> list[ItemLine]:
    called = case((_live, body.c.name), else_=minutes.c.body_name)
    columns = (agenda_item.c.id, minutes.c.id, agenda_item.c.ordinal, agenda_item.c.title, called)
    chosen = select(*columns, minutes.c.number, minutes.c.held_on, minutes.c.state)
    chosen = chosen.select_from(agenda_item.join(minutes, minutes.c.id == agenda_item.c.minutes_id))
    chosen = chosen.join(body, body.c.id == minutes.c.body_id).where(minutes.c.binned_at.is_(None), *where)
    order = (minutes.c.held_on.desc(), minutes.c.id.desc(), agenda_item.c.ordinal)
    return [
        ItemLine(*row[:7], MinutesState(row[7])) for row in connection.execute(chosen.order_by(*order).limit(limit))
    ]


def places(connection: Connection) -> list[str]:
    """Every place a meeting was held at, the newest first."""
    newest = func.max(minutes.c.held_on)
    chosen = select(minutes.c.place).where(minutes.c.place != "").group_by(minutes.c.place).order_by(newest.desc())
    return list(connection.execute(chosen.limit(200)).scalars())
