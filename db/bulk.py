"""Bulk insert: rows given as dicts go to the driver as tuples, in the very form SQLAlchemy would have stored them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert

Row = dict[str, Any]


@cache
def _plan(table: Table, dialect: Dialect) -> tuple[str, tuple[tuple[str, Callable[[Any], Any]], ...]]:
    """The statement, and the columns whose values the dialect stores in another form (days, times, truth values)."""
    names = ", ".join(f'"{column.name}"' for column in table.c)
    marks = ", ".join("?" * len(table.c))
    forms = ((column.name, column.type.dialect_impl(dialect).bind_processor(dialect)) for column in table.c)
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', tuple((n, f) for n, f in forms if f is not None)


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows that name every column of the table."""
    if connection.dialect.name != "sqlite":
        connection.execute(insert(table), rows)
        return
    statement, forms = _plan(table, connection.dialect)
    values = itemgetter(*table.c.keys())
    used = [(name, form) for name, form in forms if any(row[name] is not None for row in rows)]
    if used:
        rows = [row | {name: form(row[name]) for name, form in used if row[name] is not None} for row in rows]
    connection.exec_driver_sql(statement, [values(row) for row in rows])
