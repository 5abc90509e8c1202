"""Questions about audiences: what was chosen for a document, and which people that means now."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, select

from altdesk.domain.acquaintance import AudienceEntry
from db.models.acquaintance import audience
from db.models.people import person
from db.queries import people


def rows(connection: Connection, document_id: int) -> list[Any]:
    """The audience rows of a document, in the order they were chosen."""
    chosen = select(audience).where(audience.c.document_id == document_id).order_by(audience.c.id)
    return list(connection.execute(chosen).all())


def entry(row: Any) -> AudienceEntry:
    """One audience row as a record."""
    return AudienceEntry(row.everyone, row.group_id, row.unit_id, row.post, row.person_id)


def people_of(connection: Connection, row: Any) -> Select[int]:
    """Ids of the active people one audience row means."""
    if row.everyone:
        return people.active()
    if row.group_id is not None:
        return people.group_members(connection, row.group_id)
    if row.unit_id is not None:
        return people.in_unit(connection, row.unit_id)
    if row.post_key:
        return people.with_post(row.post_key)
    return people.active().where(person.c.id == row.person_id)


def members(connection: Connection, document_id: int) -> set[int]:
    """Ids of the active people the audience of a document means."""
    found: set[int] = set()
    for row in rows(connection, document_id):
        found.update(connection.execute(people_of(connection, row)).scalars())
    return found
