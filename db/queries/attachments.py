"""Questions about attached files."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, select

from altdesk.domain.attachments import Attachment, Role
from db.models.attachments import attachment


def of(connection: Connection, owner: str, owner_ids: Iterable[int]) -> list[Attachment]:
    """The files of some records of one table, in the order they were attached."""
    wanted = list(owner_ids)
    return _found(connection, (attachment.c.owner == owner) & attachment.c.owner_id.in_(wanted)) if wanted else []


def get(connection: Connection, attachment_id: int) -> Attachment | None:
    return next(iter(_found(connection, attachment.c.id == attachment_id)), None)


def every(connection: Connection) -> list[Attachment]:
    """Every attached file of the desk."""
    return _found(connection, attachment.c.id > 0)


def _found(connection: Connection, where: ColumnElement[bool]) -> list[Attachment]:
    rows = connection.execute(select(attachment).where(where).order_by(attachment.c.id)).mappings()
    return [Attachment(**{**row, "role": Role(row["role"])}) for row in rows]
