"""Whether a row read from a damaged page can be one: its values are of their columns' kinds, its JSON can be read."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Date, DateTime, Integer, Table, Text, Time
from sqlalchemy.exc import DBAPIError

from db.models import metadata

_STEP_STATES = frozenset({"done", "undone", "discarded"})
Check = Callable[[Any], bool]


def of(table: Table, columns: Sequence[str]) -> Callable[[Sequence[Any]], bool]:
    """Tells of a raw row, given in these columns, whether it makes sense."""
    checks = [_check(table, table.c[name]) for name in columns]

    def makes_sense(row: Sequence[Any]) -> bool:
        return all(check(value) for check, value in zip(checks, row, strict=True))

    return makes_sense


def everywhere(connection: Connection) -> bool:
    """Whether every row of every table makes sense; what was damaged without a sum to tell it may not."""
    for table in metadata.sorted_tables:
        columns = table.c.keys()
        names = ", ".join(f'"{name}"' for name in columns)
        makes_sense = of(table, columns)
        try:
            for row in connection.exec_driver_sql(f'SELECT {names} FROM "{table.name}"'):
                if not makes_sense(tuple(row)):
                    return False
        except DBAPIError:
            return False
    return True


def _check(table: Table, column: Column[Any]) -> Check:
    kind = _kind(table.name, column)
    if not column.nullable:
        return kind
    return lambda value: value is None or kind(value)


def _kind(table: str, column: Column[Any]) -> Check:
    if (table, column.name) in {("journal", "before"), ("journal", "after"), ("step", "details")}:
        return _is_object
    if (table, column.name) == ("step", "state"):
        return lambda value: value in _STEP_STATES
    of_kind: list[tuple[Any, Check]] = [
        (Boolean, lambda value: value in {0, 1}),
        (Integer, lambda value: isinstance(value, int)),
        (DateTime, _reads(datetime.fromisoformat)),
        (Date, _reads(date.fromisoformat)),
        (Time, _reads(time.fromisoformat)),
        (Text, lambda value: isinstance(value, str)),
    ]
    return next(check for each, check in of_kind if isinstance(column.type, each))


def _reads(read: Callable[[str], object]) -> Check:
    def check(value: Any) -> bool:
        try:
            read(value)
        except (ValueError, TypeError):
            return False
        return True

    return check


def _is_object(value: Any) -> bool:
    try:
        return isinstance(json.loads(value), dict)
    except (ValueError, TypeError, RecursionError):
        return False
