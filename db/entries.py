"""Entries of the journal: what happened to one row, or to a block of new rows, written as JSON and read back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Column, Date, DateTime, Integer, Table, Time

from db.bulk import Columns

Row = dict[str, Any]

BLOCK = 1000
"""A block holds so many rows at most, so that the history of one record has little to read."""

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=lambda value: value.isoformat())


class Entry(NamedTuple):
    """A changed row as JSON. New and removed rows stand whole, an update's two texts hold the columns that changed.

    With a `size` over 1 it is a block: so many new rows, of neighbouring ids from `record_id` on, column by column.
    """

    kind: str
    record_id: int
    before: str | None
    after: str | None
    size: int = 1

    @property
    def ids(self) -> range:
        return range(self.record_id, self.record_id + self.size)


@cache
def blank(table: Table) -> Row:
    """A row of the table with nothing in it: empty texts and zeros where there is never NULL, else NULL."""
    return {column.name: _nothing(column) for column in table.c}


def _nothing(column: Column[Any]) -> str | int | None:
    if column.nullable or column.server_default is None:
        return None
    return 0 if isinstance(column.type, Integer) else ""


def added(table: Table, columns: Columns) -> Iterator[Entry]:
    """The entries of new rows, whose ids are neighbours."""
    kind, ids = str(table.name), columns["id"]  # plain: the driver is slow with subclasses of str
    if len(ids) == 1:
        yield Entry(kind, ids[0], None, whole({name: values[0] for name, values in columns.items()}))
        return
    for at in range(0, len(ids), BLOCK):
        block = slice(at, at + BLOCK)
        yield Entry(kind, ids[at], None, _block(table, columns, block), len(ids[block]))


def whole(row: Mapping[str, Any]) -> str:
    """A whole row as JSON text; empty and NULL columns are left out, days and times are ISO."""
    return _encoder.encode({name: value for name, value in row.items() if value is not None and value != ""})


def _block(table: Table, columns: Columns, block: slice) -> str:
    """What is empty in all rows is left out, as the ids are; what they all say alike is said once."""
    said: Row = {}
    for name, empty in blank(table).items():
        values = columns[name][block]
        alike = values.count(values[0]) == len(values)
        if name != "id" and not (alike and values[0] == empty):
            said[name] = values[0] if alike else values
    return _encoder.encode(said)


def some(row: Row) -> str:
    """Some columns of a row as JSON text, NULLs included: what an update changed."""
    return _encoder.encode(row)


@cache
def _reader(table: Table, name: str) -> Callable[[str], Any] | None:
    kind = table.c[name].type
    readers = {DateTime: datetime.fromisoformat, Date: date.fromisoformat, Time: time.fromisoformat}
    return next((read for each, read in readers.items() if isinstance(kind, each)), None)


def changed(table: Table, text: str) -> Row:
    """The columns that stand in a text of an update, with the types the table gives them."""
    said: Row = json.loads(text)
    return {name: _read(_reader(table, name), [value])[0] for name, value in said.items()}


def rows_of(table: Table, entry: Entry) -> dict[str, list[Any]]:
    """The rows an entry speaks of, as columns of the table: those it made, or else those it removed."""
    said: Row = json.loads(entry.after or entry.before or "{}")
    columns: dict[str, list[Any]] = {"id": list(entry.ids)}
    for name, empty in blank(table).items():
        if name not in said:
            columns.setdefault(name, [empty] * entry.size)
        elif name != "id":
            values = said[name]
            values = _read(_reader(table, name), values if isinstance(values, list) else [values])
            columns[name] = values * (entry.size // len(values))
    return columns


def _read(reader: Callable[[str], Any] | None, values: list[Any]) -> list[Any]:
    if reader is None:
        return values
    return [None if value is None else reader(value) for value in values]


def told(entry: Entry) -> Iterator[tuple[int, Row, Row]]:
    """Each row an entry speaks of: its id, and what its columns were before and after, as JSON keeps them."""
    before: Row = json.loads(entry.before) if entry.before else {}
    after: Row = json.loads(entry.after) if entry.after else {}
    if entry.size == 1:
        yield entry.record_id, before, after
        return
    for at, number in enumerate(entry.ids):
        yield number, before, {"id": number} | {n: v[at] if isinstance(v, list) else v for n, v in after.items()}
