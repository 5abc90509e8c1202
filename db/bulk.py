"""Bulk insert: columns of values go to the driver many rows at a time, in the form SQLAlchemy would have stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert

Columns = Mapping[str, Sequence[Any]]

_MOST_VALUES = 900  # of one statement; any SQLite takes 999


@cache
def _forms(table: Table, dialect: Dialect) -> dict[str, Callable[[Any], Any]]:
    """The columns whose values the dialect stores in another form (days, times, truth values)."""
    forms = ((column.name, column.type.dialect_impl(dialect).bind_processor(dialect)) for column in table.c)
    return {name: form for name, form in forms if form is not None}


@cache
def _unsaid(table: Table) -> dict[str, Any]:
    """What a column is where nothing is said of it: NULL, or an empty text by the table's own default."""
    unsaid = {column.name: None if column.server_default is None else "" for column in table.c}
    return {column.name: unsaid[column.name] for column in table.c if column.nullable or unsaid[column.name] == ""}


def insert_columns(connection: Connection, table: Table, columns: Columns) -> None:
    """Insert rows given as columns of the same length; a column that all of them leave empty is not even bound."""
    if connection.dialect.name != "sqlite":
        rows = zip(*columns.values(), strict=True)
        connection.execute(insert(table), [dict(zip(columns, row, strict=True)) for row in rows])
        return
    forms, unsaid = _forms(table, connection.dialect), _unsaid(table)
    bound: dict[str, Sequence[Any]] = {}
    for name, values in columns.items():
        if name in unsaid and values.count(unsaid[name]) == len(values):
            continue
        form = forms.get(name)
        bound[name] = values if form is None else [None if value is None else form(value) for value in values]
    names = ", ".join(f'"{name}"' for name in bound)
    _insert(connection, f'INSERT INTO "{table.name}" ({names}) VALUES', list(zip(*bound.values(), strict=True)))


def _insert(connection: Connection, begun: str, rows: list[tuple[Any, ...]]) -> None:
    """Run a begun statement with as many rows at a time as it may hold values, and with what is left."""
    marks = f" ({', '.join('?' * len(rows[0]))})"
    together = max(1, _MOST_VALUES // len(rows[0]))
    rest = len(rows) - len(rows) % together
    if rest:
        many = [tuple(chain.from_iterable(rows[at : at + together])) for at in range(0, rest, together)]
        connection.exec_driver_sql(begun + ",".join([marks] * together), many)
    if rest < len(rows):
        connection.exec_driver_sql(begun + marks, rows[rest:])
