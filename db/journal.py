"""The journal: every changed row of every step, exact enough to undo and redo it, and the history of every record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from db import bulk, entries, search_words
from db.entries import Entry
from db.models.desk import journal


def write(connection: Connection, step_id: int, first_id: int, made: Iterable[Entry]) -> None:
    """Append the entries of a step in their order."""
    rows = [(number, step_id, *entry) for number, entry in enumerate(made, first_id)]
    if rows:
        names = ("id", "step_id", *Entry._fields)
        if connection.dialect.name == "sqlite":
            marks = ", ".join("?" * len(names))
            connection.exec_driver_sql(f"INSERT INTO journal ({', '.join(names)}) VALUES ({marks})", rows)
        else:
            connection.execute(insert(journal), [dict(zip(names, row, strict=True)) for row in rows])


def of_step(connection: Connection, step_id: int) -> Iterator[Entry]:
    """The entries of a step in the order they were made."""
    columns = (journal.c[name] for name in Entry._fields)
    for row in connection.execute(select(*columns).where(journal.c.step_id == step_id).order_by(journal.c.id)).all():
        yield Entry(*row)


def revert(connection: Connection, step_id: int) -> frozenset[str]:
    """Put every row of the step back as it was before; returns the touched tables."""
    undone = [entry._replace(before=entry.after, after=entry.before) for entry in of_step(connection, step_id)]
    return _apply(connection, undone[::-1])


def repeat(connection: Connection, step_id: int) -> frozenset[str]:
    """Make every row of the step again as it was after it; returns the touched tables."""
    return _apply(connection, list(of_step(connection, step_id)))


def _apply(connection: Connection, changes: list[Entry]) -> frozenset[str]:
    from db.models import metadata  # only here are rows of any table met

    start = 0
    while start < len(changes):
        shape = _shape(changes[start])
        end = start + 1
        while end < len(changes) and _shape(changes[end]) == shape:
            end += 1
        _apply_run(connection, metadata.tables[shape[0]], changes[start:end])
        start = end
    return frozenset(entry.kind for entry in changes)


def _shape(entry: Entry) -> tuple[str, bool, bool]:
    return entry.kind, entry.before is None, entry.after is None


def _apply_run(connection: Connection, table: Table, run: list[Entry]) -> None:
    """Apply neighbouring changes of one kind at once: an import of thousands is undone as fast as it was done."""
    if run[0].after is None:
        _remove(connection, table, run)
    elif run[0].before is None:
        rows = _rows(table, run)
        bulk.insert_columns(connection, table, rows)
        search_words.add(connection, search_words.words_of(table.name, rows))
    else:
        _change(connection, table, run)


def _rows(table: Table, run: list[Entry]) -> dict[str, list[Any]]:
    """The rows of a run of entries as columns."""
    first, *rest = (entries.rows_of(table, entry) for entry in run)
    for rows in rest:
        for name, values in rows.items():
            first[name] += values
    return first


def _remove(connection: Connection, table: Table, run: list[Entry]) -> None:
    if search_words.sources(table.name):
        search_words.forget(connection, search_words.words_of(table.name, _rows(table, run)))
    singles = [entry.record_id for entry in run if entry.size == 1]
    for at in range(0, len(singles), 500):
        connection.execute(delete(table).where(table.c.id.in_(singles[at : at + 500])))
    for block in (entry.ids for entry in run if entry.size > 1):
        connection.execute(delete(table).where(table.c.id >= block.start, table.c.id < block.stop))


def _change(connection: Connection, table: Table, run: list[Entry]) -> None:
    changes = [(entry.record_id, entries.changed(table, entry.after or "{}")) for entry in run]
    sources = search_words.sources(table.name)
    renamed = sorted({number for number, values in changes if not sources.isdisjoint(values)})
    before = _words(connection, table, renamed)
    for number, values in changes:
        connection.execute(update(table).where(table.c.id == number).values(**values))
    search_words.renew(connection, before, _words(connection, table, renamed))


def _words(connection: Connection, table: Table, ids: list[int]) -> search_words.Found:
    """What the index says of these records, as they stand now."""
    found: search_words.Found = {}
    for at in range(0, len(ids), 500):
        rows = connection.execute(select(table).where(table.c.id.in_(ids[at : at + 500]))).mappings()
        for row in rows:
            search_words.gather(found, search_words.words_of_row(table.name, dict(row)))
    return found
