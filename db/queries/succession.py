"""Questions asked when the desk is handed over: revisions and minutes on their way, and how much there is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from altdesk.domain.twins import Name, twin
from db.models.bodies import body
from db.models.documents import document, revision, revision_step
from db.models.minutes import minutes
from db.models.people import person

COUNTED = (person, document, minutes)


class Waiting(NamedTuple):
    """A revision in draft or agreed, or minutes without a signature (`state` is empty); since when."""

    called: Name
    number: str
    state: str
    since: date | None


def revisions(connection: Connection) -> Sequence[Waiting]:
    """Revisions not in force yet, by the codes of their documents."""
    since = select(func.max(revision_step.c.done_on)).where(revision_step.c.revision_id == revision.c.id)
    columns = (document.c.code, revision.c.number, revision.c.state, since.scalar_subquery())
    chosen = select(*columns).select_from(revision.join(document))
    chosen = chosen.where(revision.c.state.in_(("draft", "agreed")), document.c.binned_at.is_(None))
    rows = connection.execute(chosen.order_by(document.c.code_sort, revision.c.number))
    return [Waiting(row[0], str(row[1]), row[2], row[3]) for row in rows]


def minutes_out(connection: Connection) -> Sequence[Waiting]:
    """Minutes that are drafts, or final and not signed, the oldest first."""
    columns = (body.c.name, body.c.name_ru, minutes.c.number, minutes.c.held_on)
    chosen = select(*columns).select_from(minutes.join(body, body.c.id == minutes.c.body_id))
    chosen = chosen.where(minutes.c.signed_on.is_(None), minutes.c.binned_at.is_(None))
    return [
        Waiting(twin(*row[:2]), row[2], "", row[3]) for row in connection.execute(chosen.order_by(minutes.c.held_on))
    ]


class Counts(NamedTuple):
    people: int
    documents: int
    minutes: int


def counts(connection: Connection) -> Counts:
    """How many people (those who left too), documents and minutes there are."""
    there = (select(func.count()).select_from(each).where(each.c.binned_at.is_(None)) for each in COUNTED)
    return Counts(*(int(connection.execute(chosen).scalar_one()) for chosen in there))
