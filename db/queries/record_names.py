"""What records of any table are called, found by the columns their area declares; and what points to what."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Connection, select

from altdesk.domain.records import TABLES
from db.models import metadata

DEEP = 4  # a record called by another one, called by another one


@cache
def references(table: str) -> dict[str, str]:
    """The columns of a table that refer to another one, and to which."""
    columns = metadata.tables[table].c if table in metadata.tables else ()
    return {column.name: key.column.table.name for column in columns for key in column.foreign_keys}


def names(connection: Connection, table: str, ids: Iterable[int], deep: int = DEEP) -> dict[int, str]:
    """What these records are called; those that are gone are left out."""
    declared = TABLES.get(table)
    if declared is None or not declared.called or table not in metadata.tables:
        return {}
    where = metadata.tables[table]
    columns = [where.c.id, *(where.c[name] for name in declared.called)]
    rows: list[Any] = []
    wanted = sorted(set(ids))
    for at in range(0, len(wanted), 500):
        rows += connection.execute(select(*columns).where(where.c.id.in_(wanted[at : at + 500]))).all()
    parts = [
        _parts(connection, table, name, [row[at] for row in rows], deep) for at, name in enumerate(declared.called, 1)
    ]
    return {row[0]: " ".join(filter(None, (part[at] for part in parts))) for at, row in enumerate(rows)}


def name_of(connection: Connection, table: str, row: dict[str, Any]) -> str:
    """What a record is called, given as a row that need not be there any more."""
    declared = TABLES.get(table)
    called = declared.called if declared else ()
    return " ".join(filter(None, (_parts(connection, table, name, [row.get(name)], DEEP)[0] for name in called)))


def _parts(connection: Connection, table: str, column: str, values: list[Any], deep: int) -> list[str]:
    """One column of names as text; a reference by the name of what it refers to."""
    target = references(table).get(column)
    if target is None:
        return [_said(value) for value in values]
    if deep <= 0:
        return ["" for _ in values]
    known = names(connection, target, [int(value) for value in values if value is not None], deep - 1)
    return [known.get(value, "") for value in values]


def _said(value: Any) -> str:
    text = "" if value is None else str(value)
    if len(text) == 10 and text[4] == text[7] == "-":
        return f"{text[8:]}.{text[5:7]}.{text[:4]}"
    return text
