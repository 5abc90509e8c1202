"""Questions about deleted records: those that say so themselves, and those whose rows only the journal still has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, func, select

from altdesk.domain.bin import EMPTIED
from altdesk.domain.records import TABLES, parts_of
from db import entries
from db.entries import Entry
from db.models import metadata
from db.models.attachments import attachment
from db.models.desk import journal, step
from db.queries import record_names

BINNED = tuple(name for name, declared in TABLES.items() if declared.bin)


class Deleted(NamedTuple):
    """A deleted record as it stood; `step_id` is the step that removed its row, 0 for one that has its row."""

    table: str
    record_id: int
    name: str
    at: datetime
    who: str
    step_id: int


def put_away(connection: Connection) -> Iterator[Deleted]:
    """The records that are marked as being in the bin."""
    for name in BINNED:
        table = metadata.tables.get(name)
        if table is None or "binned_at" not in table.c:
            continue
        binned = select(table.c.id, table.c.binned_at).where(table.c.binned_at.is_not(None))
        when = {row[0]: row[1] for row in connection.execute(binned)}
        called, whose = record_names.names(connection, name, when), _who(connection, name, when)
        for number, at in when.items():
            yield Deleted(name, number, called.get(number, ""), at, whose.get(number, ""), 0)


def _who(connection: Connection, table: str, ids: dict[int, datetime]) -> dict[int, str]:
    """Who put these records into the bin, by the newest entry that says so."""
    marked = and_(journal.c.kind == table, journal.c.record_id.in_(list(ids)), journal.c.after.like('%"binned_at":"%'))
    chosen = select(journal.c.record_id, step.c.who).join(step, step.c.id == journal.c.step_id)
    rows = connection.execute(chosen.where(marked).order_by(journal.c.id)).all()
    return {row[0]: row[1] for row in rows}


def removed(connection: Connection, since: datetime) -> Iterator[Deleted]:
    """The records whose rows were removed after a moment by a step that holds, and that are not there again."""
    first = connection.execute(select(func.min(step.c.id)).where(step.c.at >= since)).scalar()
    if first is None:
        return
    columns = (*(journal.c[name] for name in Entry._fields), step.c.at, step.c.who, step.c.id)
    chosen = select(*columns).join(step, step.c.id == journal.c.step_id)
    chosen = chosen.where(journal.c.step_id >= first, journal.c.after.is_(None), journal.c.kind.in_(BINNED))
    holding = and_(step.c.state == "done", step.c.at >= since, step.c.label != EMPTIED)
    chosen = chosen.where(holding).order_by(journal.c.id.desc())
    seen: set[tuple[str, int]] = set()
    for *entry, at, who, step_id in connection.execute(chosen).all():
        gone = Entry(*entry)
        key = (gone.kind, gone.record_id)
        if key not in seen and not there(connection, *key):
            name = record_names.name_of(connection, gone.kind, row_of(gone))
            yield Deleted(*key, name, at, who, step_id)
        seen.add(key)


def there(connection: Connection, table: str, record_id: int) -> bool:
    """Whether a record has its row."""
    where = metadata.tables[table]
    return connection.execute(select(where.c.id).where(where.c.id == record_id)).first() is not None


def row_of(gone: Entry) -> dict[str, Any]:
    """A removed row as the journal has it."""
    return {name: values[0] for name, values in entries.rows_of(metadata.tables[gone.kind], gone).items()}


def removal(connection: Connection, table: str, record_id: int) -> list[Entry]:
    """The entries of the newest step that removed a record: its own first, then those of its parts, in their order."""
    newest = select(func.max(journal.c.step_id)).join(step, step.c.id == journal.c.step_id)
    own = and_(journal.c.kind == table, journal.c.record_id == record_id, journal.c.after.is_(None))
    step_id = connection.execute(newest.where(own, step.c.state == "done")).scalar()
    if step_id is None:
        return []
    columns = [journal.c[name] for name in Entry._fields]
    chosen = select(*columns).where(journal.c.step_id == step_id, journal.c.after.is_(None)).order_by(journal.c.id)
    gone = [Entry(*row) for row in connection.execute(chosen).all()]
    found = [entry for entry in gone if (entry.kind, entry.record_id) == (table, record_id)]
    for above in found:  # it grows: parts of parts come after their own
        columns_of = dict(parts_of(above.kind))
        for entry in gone:
            row = row_of(entry)
            part = entry.kind in columns_of and row[columns_of[entry.kind]] == above.record_id
            attached = entry.kind == "attachment" and (row["owner"], row["owner_id"]) == (above.kind, above.record_id)
            if (part or attached) and entry not in found:
                found.append(entry)
    return found


Closure = dict[str, set[int]]


def closure(connection: Connection, table: str, record_id: int) -> Closure:
    """A record, its parts, their parts, what is attached to any of them, and what refers to them loosely, by table."""
    found: Closure = {table: {record_id}}
    waiting = [(table, {record_id})]
    while waiting:
        above, ids = waiting.pop()
        for part, more in _below(connection, above, ids):
            new = more - found.get(part, set())
            if new:
                found.setdefault(part, set()).update(new)
                waiting.append((part, new))
    return found


def _below(connection: Connection, above: str, ids: set[int]) -> Iterator[tuple[str, set[int]]]:
    columns = list(parts_of(above))
    columns += [
        (name, column)
        for name, declared in TABLES.items()
        for column in declared.loose
        if record_names.references(name).get(column) == above
    ]
    for part, column in columns:
        where = metadata.tables[part]
        yield part, set(connection.execute(select(where.c.id).where(where.c[column].in_(ids))).scalars())
    mine = and_(attachment.c.owner == above, attachment.c.owner_id.in_(ids))
    yield "attachment", set(connection.execute(select(attachment.c.id).where(mine)).scalars())


def held(connection: Connection, inside: Closure) -> bool:
    """Whether anything outside refers to one of these records: papers and lists would lose what they speak of."""
    for name, table in metadata.tables.items():
        for column, target in record_names.references(name).items():
            if target not in inside or "id" not in table.c:
                continue
            chosen = select(table.c.id).where(table.c[column].in_(inside[target]))
            if set(connection.execute(chosen).scalars()) - inside.get(name, set()):
                return True
    return False
