"""The organisation: names and signatories, typed once and printed on every paper."""

from __future__ import annotations

import json
from dataclasses import asdict, fields

from sqlalchemy import Connection, select

from altdesk.desk import Changed, Desk
from altdesk.domain.marking import N_
from altdesk.domain.organisation import Organisation
from altdesk.domain.text import clean
from db.models.desk import setting
from db.models.documents import document
from db.models.people import person

_BEGUN = (person, document)


def read(connection: Connection) -> Organisation:
    """The organisation as it stands on this connection."""
    kept = {row.name: json.loads(row.value) for row in connection.execute(select(setting))}
    known = {field.name for field in fields(Organisation)}
    return Organisation(**{name: value for name, value in kept.items() if name in known})


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
        rows = {row.name: row.id for row in step.connection.execute(select(setting))}
        for name, value in asdict(wanted).items():
            text = json.dumps(clean(value).text if isinstance(value, str) else value, ensure_ascii=False)
            if name in rows:
                step.change(setting, rows[name], value=text)
            elif value:
                step.add(setting, name=name, value=text)
    return desk.done(step)
