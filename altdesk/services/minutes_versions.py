"""Versions of minutes: what they were each time they became final, and what two of them differ in."""

from __future__ import annotations

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import Minutes
from altdesk.domain.minutes_difference import Change
from altdesk.domain.minutes_difference import difference as compare
from altdesk.domain.minutes_picture import from_text
from altdesk.domain.minutes_versions import MinutesVersion
from altdesk.services.minutes_draft import whole
from db.queries import minutes_versions as queries


def versions(desk: Desk, minutes_id: int) -> list[MinutesVersion]:
    """The versions of minutes, the newest first; none before they are final for the first time."""
    with desk.store.read() as connection:
        return queries.versions(connection, minutes_id)


def version(desk: Desk, minutes_id: int, number: int | None = None) -> Minutes:
    """Minutes as they were in a version; without a number as they are now. Refused when there is no such version."""
    with desk.store.read() as connection:
        if number is None:
            return whole(connection, minutes_id)
        content = queries.content(connection, minutes_id, number)
    if content is None:
        raise Refusal(N_("These minutes have no version %(number)s."), number=number)
    return from_text(content)


def difference(desk: Desk, minutes_id: int, older: int, newer: int | None = None) -> list[Change]:
    """What two versions differ in, in the order of the paper; without `newer` an old one and the minutes of now."""
    return compare(version(desk, minutes_id, older), version(desk, minutes_id, newer))
