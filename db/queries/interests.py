"""Questions about interests: a person's words, every word in use, who has one of some words."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, func, select

from db.models.bodies import interest
from db.models.people import person, unit


def of_person(connection: Connection, person_id: int) -> tuple[str, ...]:
    """A person's interests in the order they were named."""
    chosen = select(interest.c.word).where(interest.c.person_id == person_id).order_by(interest.c.id)
    return tuple(connection.execute(chosen).scalars())


def keys(connection: Connection) -> list[str]:
    """The find key of every interest anybody has, each once."""
    return list(connection.execute(select(interest.c.fold_key).distinct()).scalars())


def words(connection: Connection) -> list[str]:
    """Every interest anybody has, each spelling once, the most frequent first."""
    chosen = select(interest.c.word).group_by(interest.c.word).order_by(func.count().desc(), interest.c.word)
    return list(connection.execute(chosen).scalars())


def who_has(connection: Connection, wanted: Collection[str]) -> list[tuple[int, str, str, str, int | None, str, str]]:
    """A row for each of these find keys and active person: id, name, unit, group, course, the word, its key.

    In Kazakh order of names.
    """
    columns = (person.c.id, person.c.full_name, func.coalesce(unit.c.name, ""), person.c.group_name, person.c.course)
    chosen = select(*columns, interest.c.word, interest.c.fold_key).select_from(
        interest.join(person, person.c.id == interest.c.person_id).outerjoin(unit, unit.c.id == person.c.unit_id)
    )
    chosen = chosen.where(interest.c.fold_key.in_(sorted(wanted)))
    chosen = chosen.where(person.c.left_on.is_(None), person.c.binned_at.is_(None))
    rows = connection.execute(chosen.order_by(person.c.sort_key, person.c.id, interest.c.id))
    return [(row[0], row[1], row[2], row[3], row[4], row[5], row[6]) for row in rows]
