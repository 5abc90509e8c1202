"""The organisation: names and signatories, typed once and printed on every paper."""

from __future__ import annotations

from sqlalchemy import Connection, select

from altdesk.desk import Changed, Desk
from altdesk.domain.marking import N_
from altdesk.domain.organisation import Organisation
from altdesk.services import kept_settings
from db.models.documents import document
from db.models.people import person

_BEGUN = (person, document)


def read(connection: Connection) -> Organisation:
    """The organisation as it stands on this connection."""
    return kept_settings.read(connection, Organisation)


def get(desk: Desk) -> Organisation:
    with desk.store.read() as connection:
        return read(connection)


def is_new(desk: Desk) -> bool:
    """Whether nobody has begun here yet: never welcomed, no name typed, no person and no document kept."""
    with desk.store.read() as connection:
        kept = read(connection)
        used = kept.welcomed or kept.name or any(connection.execute(select(t.c.id).limit(1)).first() for t in _BEGUN)
    return not used


def save(desk: Desk, wanted: Organisation) -> Changed:
    """Keep the organisation. Papers made before keep the names they were made with."""
    with desk.step(N_("Change the organisation")) as step:
        kept_settings.write(step, wanted)
    return desk.done(step)
