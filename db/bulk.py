"""Bulk insert: rows given as dicts go to the driver as tuples, in the very form SQLAlchemy would have stored them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert

Row = dict[str, Any]


@cache
def _forms(table: Table, dialect: Dialect) -> dict[str, Callable[[Any], Any]]:
    """The columns whose values the dialect stores in another form (days, times, truth values)."""
    forms = ((column.name, column.type.dialect_impl(dialect).bind_processor(dialect)) for column in table.c)
    return {name: form for name, form in forms if form is not None}


@cache
def _unsaid(table: Table) -> Row:
    """What a column is where nothing is said of it: NULL, or an empty text by the table's own default."""
    unsaid = {column.name: None if column.server_default is None else "" for column in table.c}
    return {column.name: unsaid[column.name] for column in table.c if column.nullable or unsaid[column.name] == ""}


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows that name every column of the table; a column that all of them leave empty is not even bound."""
    if connection.dialect.name != "sqlite":
        connection.execute(insert(table), rows)
        return
    forms, unsaid = _forms(table, connection.dialect), _unsaid(table)
    columns: dict[str, list[Any]] = {}
    for name in table.c.keys():  # noqa: SIM118 - a collection of columns, its values are columns
        values = [row[name] for row in rows]
        if name in unsaid and values.count(unsaid[name]) == len(values):
            continue
        form = forms.get(name)
        columns[name] = values if form is None else [None if value is None else form(value) for value in values]
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'
    connection.exec_driver_sql(statement, list(zip(*columns.values(), strict=True)))
