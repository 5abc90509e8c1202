"""Questions about people: lists in their order, one person whole, who matches a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, union

from altdesk.domain.people import Anonymity, PeopleQuery, Person, PersonKind, PersonLine, Post, Unit
from db import search
from db.models.people import further_post, group_member, person, saved_group, unit

_SORTS: dict[str, tuple[Any, ...]] = {
    "name": (person.c.sort_key,),
    "post": (person.c.post_key, person.c.sort_key),
    "unit": (unit.c.sort_key, person.c.sort_key),
    "group": (person.c.group_key, person.c.sort_key),
    "course": (person.c.course, person.c.sort_key),
    "kind": (person.c.kind, person.c.sort_key),
}


def _narrowed(chosen: Select[Any], query: PeopleQuery, connection: Connection) -> Select[Any]:
    chosen = chosen.where(person.c.binned_at.is_(None))
    if not query.include_left:
        chosen = chosen.where(person.c.left_on.is_(None))
    if query.kind is not None:
        chosen = chosen.where(person.c.kind == query.kind.value)
    if query.unit_id is not None:
        inside = within(connection, query.unit_id)
        elsewhere = select(further_post.c.person_id).where(further_post.c.unit_id.in_(inside))
        chosen = chosen.where(or_(person.c.unit_id.in_(inside), person.c.id.in_(elsewhere)))
    if query.group_id is not None:
        chosen = chosen.where(person.c.id.in_(group_members(connection, query.group_id)))
    return chosen


def ids(connection: Connection, query: PeopleQuery, limit: int | None = None) -> Sequence[int]:
    """Ids in the order shown; with a limit only the first ones."""
    keys = _SORTS.get(query.sort, _SORTS["name"])
    order = [key.desc() for key in keys] if query.descending else list(keys)
    chosen: Select[Any] = select(person.c.id).order_by(*order, person.c.id).limit(limit)
    if query.sort == "unit":
        chosen = chosen.select_from(person.outerjoin(unit, unit.c.id == person.c.unit_id))
    chosen = _narrowed(chosen, query, connection)
    if limit is not None:
        chosen = chosen.where(search.condition(connection, "person", person.c.id, query.text))
    elif (matching := search.matching("person", query.text)) is not None:
        chosen = chosen.where(person.c.id.in_(matching))
    return connection.execute(chosen).scalars().all()


def count(connection: Connection, query: PeopleQuery) -> int:
    chosen: Select[Any] = _narrowed(select(func.count()).select_from(person), query, connection)
    if (matching := search.matching("person", query.text)) is not None:
        chosen = chosen.where(person.c.id.in_(matching))
    return int(connection.execute(chosen).scalar_one())


_LINE = select(
    person.c.id,
    person.c.full_name,
    person.c.surname,
    person.c.given_name,
    person.c.patronymic,
    person.c.kind,
    person.c.post,
    func.coalesce(unit.c.name, "").label("unit"),
    person.c.group_name,
    person.c.course,
    person.c.left_on,
    person.c.anonymous_on,
).select_from(person.outerjoin(unit, unit.c.id == person.c.unit_id))


def _line(row: Any) -> PersonLine:
    return PersonLine(
        row[0], row[1], row[2], row[3], row[4], PersonKind(row[5]), row[6], row[7], row[8], row[9],
        row[10] is None, row[10], row[11] is not None,
    )  # fmt: skip


def lines(connection: Connection, wanted: Sequence[int]) -> list[PersonLine]:
    """The lines of these people in the order given; those that are gone are left out."""
    found: dict[int, PersonLine] = {}
    for at in range(0, len(wanted), 500):
        some = _LINE.where(person.c.id.in_(list(wanted[at : at + 500])))
        found.update((row[0], _line(row)) for row in connection.execute(some))
    return [found[number] for number in wanted if number in found]


def lines_by_name(connection: Connection, chosen: Select[Any]) -> list[PersonLine]:
    """The people whose ids a select gives, in Kazakh order of their names."""
    query = _LINE.where(person.c.id.in_(chosen)).order_by(person.c.sort_key, person.c.id)
    return [_line(row) for row in connection.execute(query)]


_WHOLE = (
    "surname", "given_name", "patronymic", "kind", "post", "group_name", "course", "email", "phone", "note",
    "consent_on", "left_on", "id", "full_name", "fold_key", "anonymous_on", "anonymous_by", "anonymous_why",
)  # fmt: skip


def _whole(where: ColumnElement[bool]) -> Select[Any]:
    columns = (*(person.c[name] for name in _WHOLE), func.coalesce(unit.c.name, ""))
    return select(*columns).select_from(person.outerjoin(unit, unit.c.id == person.c.unit_id)).where(where)


def _posts(connection: Connection, where: ColumnElement[bool]) -> dict[int, tuple[Post, ...]]:
    """Further posts by person, in their order."""
    chosen = select(further_post.c.person_id, further_post.c.post, func.coalesce(unit.c.name, ""))
    chosen = chosen.select_from(further_post.outerjoin(unit, unit.c.id == further_post.c.unit_id)).where(where)
    found: dict[int, tuple[Post, ...]] = {}
    for number, title, place in connection.execute(chosen.order_by(further_post.c.person_id, further_post.c.ordinal)):
        found[number] = (*found.get(number, ()), Post(title, place))
    return found


def further_posts(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[Post, ...]]:
    """Further posts of these people, by person; nobody without one is among them."""
    found: dict[int, tuple[Post, ...]] = {}
    for at in range(0, len(ids), 500):
        found |= _posts(connection, further_post.c.person_id.in_(ids[at : at + 500]))
    return found


def _person(row: Any, posts: tuple[Post, ...]) -> Person:
    anonymous = Anonymity(*row[15:18]) if row[15] else None
    return Person(
        row[0], row[1], row[2], PersonKind(row[3]), row[4], row[18], posts, row[5], row[6], row[7], row[8], row[9],
        row[10], row[11], row[12], row[13], anonymous,
    )  # fmt: skip


def get(connection: Connection, person_id: int) -> Person | None:
    """One person whole, binned ones too."""
    row = connection.execute(_whole(person.c.id == person_id)).one_or_none()
    if row is None:
        return None
    return _person(row, _posts(connection, further_post.c.person_id == person_id).get(person_id, ()))


def anonymous_among(connection: Connection, people: Iterable[int]) -> bool:
    """Whether one of these was made anonymous."""
    wanted, known = sorted(set(people)), person.c.anonymous_on.is_not(None)
    pieces = (wanted[at : at + 500] for at in range(0, len(wanted), 500))
    return any(connection.execute(select(person.c.id).where(known, person.c.id.in_(some))).first() for some in pieces)


def every(connection: Connection) -> Iterator[tuple[str, Person]]:
    """Everybody who is not in the bin, whole, each with the find key of the name; in the order they came."""
    posts = _posts(connection, further_post.c.id > 0)
    for row in connection.execute(_whole(person.c.binned_at.is_(None)).order_by(person.c.id)):
        yield row[14], _person(row, posts.get(row[12], ()))


def posts(connection: Connection) -> list[str]:
    """Every post title in use, in Kazakh order."""
    first = select(person.c.post, person.c.post_key).where(person.c.binned_at.is_(None), person.c.post != "")
    every = union(first, select(further_post.c.post, further_post.c.post_key)).subquery()
    chosen = select(every.c.post).distinct().order_by(every.c.post_key)
    return list(connection.execute(chosen).scalars())


def units(connection: Connection) -> list[Unit]:
    """Every unit in Kazakh order."""
    chosen = select(unit.c.id, unit.c.name, unit.c.parent_id).order_by(unit.c.sort_key, unit.c.id)
    return [Unit(*row) for row in connection.execute(chosen)]


def within(connection: Connection, unit_id: int) -> list[int]:
    """The unit and every unit below it."""
    parents = connection.execute(select(unit.c.id, unit.c.parent_id)).all()
    inside = {unit_id}
    grown = True
    while grown:
        more = {number for number, parent in parents if parent in inside} - inside
        inside |= more
        grown = bool(more)
    return sorted(inside)


def active() -> Select[int]:
    """Ids of everybody who is there: neither left nor in the bin."""
    return select(person.c.id).where(person.c.left_on.is_(None), person.c.binned_at.is_(None))


def with_post(post_key: str) -> Select[int]:
    """Ids of the active people who hold a post, as the first or a further one."""
    further = select(further_post.c.person_id).where(further_post.c.post_key == post_key)
    return active().where(or_(person.c.post_key == post_key, person.c.id.in_(further)))


def in_unit(connection: Connection, unit_id: int) -> Select[int]:
    """Ids of the active people of a unit and the units below it."""
    inside = within(connection, unit_id)
    further = select(further_post.c.person_id).where(further_post.c.unit_id.in_(inside))
    return active().where(or_(person.c.unit_id.in_(inside), person.c.id.in_(further)))


def by_rule(connection: Connection, kind: str | None, unit_id: int | None, post_key: str) -> list[ColumnElement[bool]]:
    """The conditions of a group's rule; none when the rule is empty."""
    conditions: list[ColumnElement[bool]] = []
    if kind:
        conditions.append(person.c.kind == kind)
    if unit_id:
        conditions.append(person.c.id.in_(in_unit(connection, unit_id)))
    if post_key:
        conditions.append(person.c.id.in_(with_post(post_key)))
    return conditions


def meant(conditions: Sequence[ColumnElement[bool]], added: Any, removed: Any) -> Select[int]:
    """Ids of the active people who meet all conditions, with those added and without those taken out."""
    members: ColumnElement[bool] = person.c.id.in_(added)
    if conditions:
        members = or_(members, and_(*conditions, person.c.id.not_in(removed)))
    return active().where(members)


def group_members(connection: Connection, group_id: int) -> Select[int]:
    """Ids of the active members of a saved group: by its rule, with those added and without those taken out."""
    row = connection.execute(select(saved_group).where(saved_group.c.id == group_id)).mappings().one_or_none()
    by_hand = select(group_member.c.person_id).where(group_member.c.group_id == group_id)
    added, removed = (by_hand.where(group_member.c.mode == mode) for mode in ("added", "removed"))
    if row is None:
        return meant((), added, removed)
    return meant(by_rule(connection, row["rule_kind"], row["rule_unit_id"], row["rule_post_key"]), added, removed)
