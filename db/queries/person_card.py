"""Questions about one person over all areas: what was signed or is owed, meetings, copies, other records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, or_, select

from altdesk.domain.twins import Name, twin
from db.models import metadata
from db.models.acquaintance import duty
from db.models.bodies import body
from db.models.copies import working_copy
from db.models.desk import journal, step
from db.models.documents import document, revision
from db.models.minutes import attendee, minutes
from db.queries import anonymising, history, record_names

PERSON = "person"
TOLD_ELSEWHERE = frozenset({"duty", "attendee", "working_copy", "term", "task_person", "further_post", "interest"})


class Duty(NamedTuple):
    """A revision the person had to know."""

    code: str
    title: str
    revision: int
    state: str
    signed_on: date | None


class Meeting(NamedTuple):
    """A meeting on whose list the person stands."""

    body: Name
    number: str
    held_on: date
    presence: str


class Copy(NamedTuple):
    """A working copy the person has or had."""

    code: str
    title: str
    number: int
    given_on: date
    back_on: date | None


class Named(NamedTuple):
    """Another record that points to the person; `table` says of which kind."""

    table: str
    name: str


def duties(connection: Connection, person_id: int) -> Sequence[Duty]:
    columns = (document.c.code, document.c.title, revision.c.number, duty.c.state, duty.c.signed_on)
    chosen = select(*columns).select_from(duty.join(revision).join(document, document.c.id == revision.c.document_id))
    chosen = chosen.where(duty.c.person_id == person_id, or_(duty.c.expected, duty.c.state != "owed"))
    return [Duty(*row) for row in connection.execute(chosen.order_by(document.c.code_sort, revision.c.number))]


def meetings(connection: Connection, person_id: int) -> Sequence[Meeting]:
    columns = (body.c.name, body.c.name_ru, minutes.c.number, minutes.c.held_on, attendee.c.state)
    chosen = select(*columns).select_from(attendee.join(minutes).join(body, body.c.id == minutes.c.body_id))
    chosen = chosen.where(attendee.c.person_id == person_id, minutes.c.binned_at.is_(None))
    return [
        Meeting(twin(*row[:2]), *row[2:])
        for row in connection.execute(chosen.order_by(minutes.c.held_on, minutes.c.id))
    ]


def copies(connection: Connection, person_id: int) -> Sequence[Copy]:
    ended = func.coalesce(working_copy.c.returned_on, working_copy.c.withdrawn_on)
    columns = (document.c.code, document.c.title, working_copy.c.number, working_copy.c.given_on, ended)
    chosen = select(*columns).select_from(working_copy.join(document))
    chosen = chosen.where(working_copy.c.person_id == person_id, working_copy.c.binned_at.is_(None))
    return [Copy(*row) for row in connection.execute(chosen.order_by(working_copy.c.given_on, working_copy.c.id))]


def named(connection: Connection, person_id: int) -> list[Named]:
    """The records of every other kind that point to the person, each once."""
    found: dict[tuple[str, str, int], None] = {}
    for table in metadata.sorted_tables:
        own = [link.column for link in anonymising.links(table.name)]
        if not own or table.name in TOLD_ELSEWHERE:
            continue
        chosen = select(table.c.id).where(or_(*(table.c[column] == person_id for column in own)))
        for number in connection.execute(chosen.order_by(table.c.id)).scalars():
            top = [(table.name, number), *anonymising.owners_of(connection, table.name, number)][-1]
            found[table.name, *top] = None
    names = {key: record_names.names(connection, key[1], [key[2]]).get(key[2], "") for key in found}
    return list(dict.fromkeys(Named(key[0], name) for key, name in names.items()))


class Kept(NamedTuple):
    """Since when a record is kept, when it was last changed (UTC), in how many steps."""

    since: datetime | None
    last: datetime | None
    steps: int


def kept(connection: Connection, person_id: int) -> Kept:
    here = select(journal.c.step_id).where(history.of(PERSON, [person_id]))
    chosen = select(func.min(step.c.at), func.max(step.c.at), func.count()).where(
        step.c.id.in_(here), step.c.state == "done"
    )
    return Kept(*connection.execute(chosen).one())
