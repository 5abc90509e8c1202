"""The journal: one row per changed row, exact enough to undo and redo a step, and the history of every record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cache
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Date, DateTime, Integer, Table, delete, insert, select, update

from db import bulk
from db.models import metadata
from db.models.desk import journal

Row = dict[str, Any]

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=lambda value: value.isoformat())


@cache
def blank(table: Table) -> Row:
    """A row of the table with nothing in it: empty texts and zeros where there is never NULL, else NULL."""
    return {column.name: _nothing(column) for column in table.c}


def _nothing(column: Column[Any]) -> str | int | None:
    if column.nullable or column.server_default is None:
        return None
    return 0 if isinstance(column.type, Integer) else ""


def encode(row: Row) -> str:
    """A whole row as JSON text; empty and NULL columns are left out, days and times are ISO."""
    return _encoder.encode({name: value for name, value in row.items() if value is not None and value != ""})


def encode_many(rows: Sequence[Row]) -> list[str]:
    """Whole rows of the same columns as JSON texts, made column by column; columns empty in all of them are left out.

    Many rows share most of their values: what a column says often is put into JSON once.
    """
    columns: list[list[str]] = []
    for name in rows[0]:
        values = [row[name] for row in rows]
        distinct = set(values)
        if distinct <= {None, ""}:
            continue
        head = f'"{name}":'
        if len(distinct) * 2 > len(values) and all(value.__class__ is str for value in values):
            columns.append([head + encode_basestring(value) for value in values])
        else:
            said = {value: head + _encoder.encode(value) for value in distinct}
            columns.append([said[value] for value in values])
    return [f"{{{','.join(parts)}}}" for parts in zip(*columns, strict=True)]


def encode_exact(row: Row) -> str:
    """Some columns of a row as JSON text, NULLs included: what an update changed."""
    return _encoder.encode(row)


def decode(table: Table, text: str) -> Row:
    """The columns that stand in the text, with the types the table gives them."""
    row: Row = json.loads(text)
    for name, value in row.items():
        if isinstance(value, str):
            kind = table.c[name].type
            if isinstance(kind, DateTime):
                row[name] = datetime.fromisoformat(value)
            elif isinstance(kind, Date):
                row[name] = date.fromisoformat(value)
    return row


class Entry(NamedTuple):
    """One changed row. An update's `before` and `after` hold only the columns that changed."""

    kind: str
    record_id: int
    before: str | None
    after: str | None


def write(connection: Connection, step_id: int, first_id: int, entries: Iterable[Entry]) -> None:
    """Append the entries of a step in their order."""
    rows = [(number, step_id, *entry) for number, entry in enumerate(entries, first_id)]
    if rows:
        sql = "INSERT INTO journal (id, step_id, kind, record_id, before, after) VALUES "
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(sql + "(?, ?, ?, ?, ?, ?)", rows)
        else:
            names = ("id", "step_id", *Entry._fields)
            connection.execute(insert(journal), [dict(zip(names, row, strict=True)) for row in rows])


def entries(connection: Connection, step_id: int) -> Iterator[Entry]:
    """The entries of a step in the order they were made."""
    columns = (journal.c.kind, journal.c.record_id, journal.c.before, journal.c.after)
    for row in connection.execute(select(*columns).where(journal.c.step_id == step_id).order_by(journal.c.id)).all():
        yield Entry(*row)


def revert(connection: Connection, step_id: int) -> dict[str, set[int]]:
    """Put every row of the step back as it was before; returns the touched ids by table."""
    undone = [Entry(e.kind, e.record_id, e.after, e.before) for e in entries(connection, step_id)]
    return _apply(connection, undone[::-1])


def repeat(connection: Connection, step_id: int) -> dict[str, set[int]]:
    """Make every row of the step again as it was after it; returns the touched ids by table."""
    return _apply(connection, list(entries(connection, step_id)))


def _apply(connection: Connection, changes: list[Entry]) -> dict[str, set[int]]:
    touched: dict[str, set[int]] = {}
    start = 0
    while start < len(changes):
        shape = _shape(changes[start])
        end = start + 1
        while end < len(changes) and _shape(changes[end]) == shape:
            end += 1
        run = changes[start:end]
        _apply_run(connection, metadata.tables[run[0].kind], run)
        touched.setdefault(run[0].kind, set()).update(entry.record_id for entry in run)
        start = end
    return touched


def _shape(entry: Entry) -> tuple[str, bool, bool]:
    return entry.kind, entry.before is None, entry.after is None


def _apply_run(connection: Connection, table: Table, run: list[Entry]) -> None:
    """Apply neighbouring changes of one kind at once: an import of thousands is undone as fast as it was done."""
    if run[0].after is None:
        ids = [entry.record_id for entry in run]
        for at in range(0, len(ids), 500):
            connection.execute(delete(table).where(table.c.id.in_(ids[at : at + 500])))
    elif run[0].before is None:
        rows = [blank(table) | decode(table, entry.after or "{}") for entry in run]
        bulk.insert_rows(connection, table, rows)
    else:
        for entry in run:
            values = decode(table, entry.after or "{}")
            connection.execute(update(table).where(table.c.id == entry.record_id).values(**values))
