"""Questions about bodies: the bodies with their posts, who held what on a day, the terms of a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from altdesk.domain.bodies import (
    Body,
    BodyKind,
    BodyPost,
    EndReason,
    Member,
    MembersQuery,
    PostRole,
    QuorumKind,
    QuorumRule,
    Term,
)
from altdesk.domain.names import NameParts, signature_name
from altdesk.domain.text import post_key
from db.models.bodies import body, body_keyword, body_post, term
from db.models.people import person, unit


def all_bodies(connection: Connection) -> list[Body]:
    """Every body that is not in the bin, in Kazakh order."""
    return _bodies(connection, body.c.binned_at.is_(None))


def get(connection: Connection, body_id: int) -> Body | None:
    """One body, also from the bin."""
    return next(iter(_bodies(connection, body.c.id == body_id)), None)


def _bodies(connection: Connection, where: ColumnElement[bool]) -> list[Body]:
    posts: dict[int, list[BodyPost]] = {}
    for post in _posts(connection, body_post.c.binned_at.is_(None), where):
        posts.setdefault(post.body_id, []).append(post)
    keywords: dict[int, list[str]] = {}
    said = select(body_keyword.c.body_id, body_keyword.c.word).join(body, body.c.id == body_keyword.c.body_id)
    for number, word in connection.execute(said.where(where).order_by(body_keyword.c.id)):
        keywords.setdefault(number, []).append(word)
    chosen = select(body, func.coalesce(unit.c.name, "").label("unit"))
    chosen = chosen.select_from(body.outerjoin(unit, unit.c.id == body.c.unit_id)).where(where)
    rows = connection.execute(chosen.order_by(body.c.name_sort, body.c.id)).mappings()
    return [_body(row, tuple(keywords.get(row["id"], ())), tuple(posts.get(row["id"], ()))) for row in rows]


def _body(row: Any, keywords: tuple[str, ...], posts: tuple[BodyPost, ...]) -> Body:
    return Body(
        name=row["name"],
        short_name=row["short_name"],
        kind=BodyKind(row["kind"]),
        unit=row["unit"],
        quorum=QuorumRule(QuorumKind(row["quorum_kind"]), row["quorum_parts"], row["quorum_of"]),
        keywords=keywords,
        note=row["note"],
        founded_on=row["founded_on"],
        closed_on=row["closed_on"],
        name_ru=row["name_ru"],
        id=row["id"],
        unit_id=row["unit_id"],
        posts=posts,
    )


def post(connection: Connection, body_post_id: int) -> BodyPost | None:
    """One post, also from the bin."""
    return next(iter(_posts(connection, body_post.c.id == body_post_id)), None)


def posts_of(connection: Connection, body_id: int) -> list[BodyPost]:
    """The posts of a body in their order, also those in the bin."""
    return _posts(connection, body_post.c.body_id == body_id)


def _posts(connection: Connection, *where: ColumnElement[bool]) -> list[BodyPost]:
    names = ("title", "seats", "votes", "role", "id", "body_id", "ordinal")
    chosen = select(*(body_post.c[name] for name in names)).join(body, body.c.id == body_post.c.body_id)
    chosen = chosen.where(*where).order_by(body_post.c.body_id, body_post.c.ordinal, body_post.c.id)
    return [
        BodyPost(row[0], row[1], row[2], PostRole(row[3]), row[4], row[5], row[6]) for row in connection.execute(chosen)
    ]


_TERM = (
    select(
        term.c.id,
        term.c.body_id,
        body.c.name,
        body.c.kind,
        term.c.body_post_id,
        body_post.c.title,
        body_post.c.role,
        term.c.person_id,
        person.c.full_name,
        term.c.starts_on,
        term.c.ends_on,
        term.c.end_reason,
        term.c.note,
        body.c.name_ru,
    )
    .select_from(term)
    .join(body, body.c.id == term.c.body_id)
    .join(body_post, body_post.c.id == term.c.body_post_id)
    .join(person, person.c.id == term.c.person_id)
)


def _terms(connection: Connection, chosen: Select[Any]) -> list[Term]:
    return [
        Term(
            row[0],
            row[1],
            row[2],
            BodyKind(row[3]),
            row[4],
            row[5],
            PostRole(row[6]),
            row[7],
            row[8],
            row[9],
            row[10],
            EndReason(row[11]),
            row[12],
            row[13],
        )  # fmt: skip
        for row in connection.execute(chosen)
    ]


def term_of(connection: Connection, term_id: int) -> Term | None:
    return next(iter(_terms(connection, _TERM.where(term.c.id == term_id))), None)


def terms_of_person(connection: Connection, person_id: int) -> list[Term]:
    """Everything a person held in bodies that are not in the bin, the newest first."""
    chosen = _TERM.where(term.c.person_id == person_id, body.c.binned_at.is_(None))
    return _terms(connection, chosen.order_by(term.c.starts_on.desc(), body_post.c.ordinal, term.c.id.desc()))


def terms_of_body(connection: Connection, body_id: int) -> list[Term]:
    """Everything that was held in a body: the newest first, of one day in the order of the posts."""
    order = (term.c.starts_on.desc(), body_post.c.ordinal, person.c.sort_key, term.c.id)
    return _terms(connection, _TERM.where(term.c.body_id == body_id).order_by(*order))


def every_term(connection: Connection) -> list[Term]:
    """Every term of bodies that are not in the bin, the earliest first."""
    return _terms(connection, _TERM.where(body.c.binned_at.is_(None)).order_by(term.c.starts_on, term.c.id))


def terms_of_post(connection: Connection, body_post_id: int) -> list[Term]:
    """Everybody who held a post, also people in the bin: what a new term must not overlap."""
    chosen = _TERM.where(term.c.body_post_id == body_post_id)
    return _terms(connection, chosen.order_by(term.c.starts_on, term.c.id))


def beyond(connection: Connection, day: date, *where: ColumnElement[bool]) -> list[Term]:
    """Terms that run, or are planned, past a day, the earliest first."""
    later = or_(term.c.ends_on.is_(None), term.c.ends_on > day)
    return _terms(connection, _TERM.where(later, *where).order_by(term.c.starts_on, term.c.id))


_MEMBER = (
    select(
        term.c.id,
        term.c.body_id,
        body.c.name,
        term.c.body_post_id,
        body_post.c.title,
        body_post.c.role,
        body_post.c.votes,
        body_post.c.ordinal,
        term.c.person_id,
        person.c.full_name,
        term.c.starts_on,
        term.c.ends_on,
        person.c.group_name,
        person.c.course,
        func.coalesce(unit.c.name, ""),
        person.c.phone,
        person.c.email,
        term.c.note,
        person.c.surname,
        person.c.given_name,
        person.c.patronymic,
        body.c.name_ru,
    )
    .select_from(term)
    .join(body, body.c.id == term.c.body_id)
    .join(body_post, body_post.c.id == term.c.body_post_id)
    .join(person, person.c.id == term.c.person_id)
    .outerjoin(unit, unit.c.id == person.c.unit_id)
)
_RANKED = (body.c.name_sort, body.c.id, body_post.c.ordinal, person.c.sort_key, term.c.id)
_SORTS: dict[str, tuple[Any, ...]] = {
    "name": (person.c.sort_key,),
    "post": (body_post.c.title_key,),
    "unit": (unit.c.sort_key,),
    "group": (person.c.group_key,),
    "course": (person.c.course,),
    "starts_on": (term.c.starts_on,),
    "ends_on": (term.c.ends_on,),
}


def running(day: date) -> ColumnElement[bool]:
    """The terms that are held on a day."""
    return (term.c.starts_on <= day) & or_(term.c.ends_on.is_(None), term.c.ends_on >= day)


def members(connection: Connection, day: date, query: MembersQuery) -> list[Member]:
    """Who holds what on a day in bodies that are not in the bin; the text of the query is not asked here."""
    chosen = _MEMBER.where(running(day), body.c.binned_at.is_(None))
    if query.body_id is not None:
        chosen = chosen.where(term.c.body_id == query.body_id)
    if query.kind is not None:
        chosen = chosen.where(body.c.kind == query.kind.value)
    if query.post:
        chosen = chosen.where(body_post.c.title_key == post_key(query.post))
    first: Sequence[Any] = _SORTS.get(query.sort, ())
    if query.descending:
        first = [key.desc() for key in first or (body.c.name_sort,)]
    return [_member(row) for row in connection.execute(chosen.order_by(*first, *_RANKED))]


def _member(row: Any) -> Member:
    signature = signature_name(NameParts(*row[18:21]))
    return Member(
        row[0], row[1], row[2], row[3], row[4], PostRole(row[5]), row[6], row[7], row[8], row[9], signature, row[10],
        row[11], row[12], row[13], row[14], row[15], row[16], row[17], row[21],
    )  # fmt: skip
