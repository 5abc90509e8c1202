"""Questions about steps and the journal: which steps there are, and what happened to records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal_column, or_, select

from altdesk.domain.history import HistoryQuery
from altdesk.domain.records import TABLES, area_of, parts_of
from db.entries import Entry
from db.models import metadata
from db.models.attachments import attachment
from db.models.desk import journal, step

MOST_PARTS = 400
Record = tuple[str, int]


def lines(connection: Connection, query: HistoryQuery, before: int | None, limit: int) -> Sequence[Any]:
    """Rows of steps, the newest first, older than the step `before`; texts are not looked at here."""
    counted = func.coalesce(select(func.sum(journal.c.size)).where(journal.c.step_id == step.c.id).scalar_subquery(), 0)
    columns = (step.c.id, step.c.label, step.c.details, step.c.at, step.c.who, step.c.state, counted)
    chosen = _narrowed(connection, select(*columns), query).order_by(step.c.id.desc()).limit(limit)
    if before is not None:
        chosen = chosen.where(step.c.id < before)
    return connection.execute(chosen).all()


def _narrowed(connection: Connection, chosen: Select[Any], query: HistoryQuery) -> Select[Any]:
    if query.who is not None:
        chosen = chosen.where(step.c.who == query.who)
    if query.since is not None:
        chosen = chosen.where(step.c.at >= midnight(query.since))
    if query.until is not None:
        chosen = chosen.where(step.c.at < midnight(query.until + timedelta(days=1)))
    if query.area is not None:
        kinds = [name for name in TABLES if area_of(name) == query.area]
        here = select(journal.c.id).where(journal.c.step_id == step.c.id, journal.c.kind.in_(kinds))
        chosen = chosen.where(here.correlate(step).exists())
    if query.record is not None:
        chosen = chosen.where(step.c.id.in_(sorted(steps_of(connection, query.record))))
    return chosen


def midnight(day: date) -> datetime:
    """The beginning of a day on this machine's clock, UTC without a zone."""
    return datetime.combine(day, time()).astimezone(UTC).replace(tzinfo=None)


def people(connection: Connection) -> list[str]:
    """Everybody who ever made a step."""
    return [name for name in connection.execute(select(step.c.who).distinct().order_by(step.c.who)).scalars() if name]


def told(connection: Connection, which: ColumnElement[bool], limit: int | None) -> Sequence[Any]:
    """Entries with when and who, in the journal's order."""
    columns = (*(journal.c[name] for name in Entry._fields), step.c.at, step.c.who, step.c.id)
    chosen = select(*columns).join(step, step.c.id == journal.c.step_id).where(which).order_by(journal.c.id)
    return connection.execute(chosen.limit(limit)).all()


def of(table: str, ids: Iterable[int]) -> ColumnElement[bool]:
    """The entries that speak of these records of a table, alone or in a block of new ones."""
    wanted, this = sorted(ids), journal.c.kind == table
    blocks = [and_(journal.c.record_id <= number, journal.c.record_id + journal.c.size > number) for number in wanted]
    in_block = and_(this, journal.c.size > literal_column("1"), or_(*blocks))
    return or_(and_(this, journal.c.record_id.in_(wanted)), in_block)


def steps_of(connection: Connection, record: Record) -> set[int]:
    """The steps that touched a record or one of its parts."""
    found: set[int] = set()
    for table, ids in with_parts(connection, record).items():
        for at in range(0, len(ids), 100):
            chosen = select(journal.c.step_id).where(of(table, ids[at : at + 100])).distinct()
            found.update(connection.execute(chosen).scalars())
    return found


def with_parts(connection: Connection, record: Record) -> dict[str, list[int]]:
    """A record and its parts, those removed since among them, by table."""
    found: dict[str, list[int]] = {record[0]: [record[1]]}
    waiting = [record[0]]
    while waiting:
        table = waiting.pop()
        for part, ids in _parts(connection, table, found[table]):
            if ids and part not in found:
                found[part] = ids[:MOST_PARTS]
                waiting.append(part)
    return found


def _parts(connection: Connection, table: str, owners: list[int]) -> Iterator[tuple[str, list[int]]]:
    for part, column in parts_of(table):
        if not TABLES[part].derived:
            where = metadata.tables[part]
            chosen = select(where.c.id).where(where.c[column].in_(owners))
            ids = set(connection.execute(chosen).scalars()) | removed(connection, part, column, owners)
            yield part, sorted(ids)
    mine = and_(attachment.c.owner == table, attachment.c.owner_id.in_(owners))
    ids = set(connection.execute(select(attachment.c.id).where(mine)).scalars())
    ids |= removed(connection, "attachment", "owner_id", owners, f'"owner":"{table}"')
    yield "attachment", sorted(ids)


def removed(connection: Connection, part: str, column: str, owners: list[int], also: str = "") -> set[int]:
    """The ids of parts that were removed: what is removed stands whole in the journal, alone in its entry."""
    gone = and_(journal.c.kind == part, journal.c.after.is_(None))
    said = [
        or_(journal.c.before.like(f'%"{column}":{number},%'), journal.c.before.like(f'%"{column}":{number}}}'))
        for number in owners[:50]
    ]
    chosen = select(journal.c.record_id).where(gone, or_(*said))
    if also:
        chosen = chosen.where(journal.c.before.like(f"%{also}%"))
    return set(connection.execute(chosen.distinct()).scalars())
