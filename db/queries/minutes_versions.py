"""Questions about the kept versions of minutes."""

from __future__ import annotations

from sqlalchemy import Connection, select

from altdesk.domain.minutes_versions import MinutesVersion
from db.models.minutes import minutes_version, point_person


def versions(connection: Connection, minutes_id: int) -> list[MinutesVersion]:
    """The kept versions, the newest first, without their content."""
    names = ("number", "kept_at", "kept_by", "reopened_at", "reason")
    chosen = select(*(minutes_version.c[name] for name in names)).where(minutes_version.c.minutes_id == minutes_id)
    return [MinutesVersion(*row) for row in connection.execute(chosen.order_by(minutes_version.c.number.desc()))]


def content(connection: Connection, minutes_id: int, number: int) -> str | None:
    """What minutes were when they became final for the n-th time, JSON."""
    mine = (minutes_version.c.minutes_id == minutes_id) & (minutes_version.c.number == number)
    return connection.execute(select(minutes_version.c.content).where(mine)).scalar()


def version_id(connection: Connection, minutes_id: int, number: int) -> int | None:
    mine = (minutes_version.c.minutes_id == minutes_id) & (minutes_version.c.number == number)
    return connection.execute(select(minutes_version.c.id).where(mine)).scalar()


def point_people(connection: Connection, point_id: int) -> list[int]:
    """The rows of those responsible for a point, in their order."""
    mine = select(point_person.c.id).where(point_person.c.point_id == point_id)
    return list(connection.execute(mine.order_by(point_person.c.ordinal)).scalars())
