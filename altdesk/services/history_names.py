"""What the ids of the journal are called: codes, numbers and names, the frozen ones where a record keeps its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from altdesk.desk import Desk
from altdesk.domain.history import FieldChange
from db import entries
from db.entries import Entry
from db.journal import about
from db.models import metadata
from db.models.desk import journal
from db.models.documents import document

_CALLED_BY = (
    "full_name",
    "code",
    "designation",
    "number",
    "name",
    "title",
    "text",
    "head",
    "held_on",
    "changed_on",
    "ordinal",
)
"""By which of its columns a record is called: the first that says anything."""

MOST_GONE = 200  # records of one kind that are looked for in the journal


def named(desk: Desk, changes: Sequence[FieldChange]) -> list[FieldChange]:
    """The changes with names where the journal keeps ids; an id that nothing tells of stays."""
    frozen = {_record(change): change for change in changes if change.field == "full_name"}
    pointing = [(change, target) for change in changes if (target := _target(change)) is not None]
    wanted: dict[str, set[int]] = {}
    for change, target in pointing:
        wanted.setdefault(target, set()).update(_ids(change))
    with desk.store.read() as connection:
        known = {kind: _names(connection, kind, sorted(ids)) for kind, ids in wanted.items()}

    def name(change: FieldChange) -> FieldChange:
        own, target = frozen.get(_record(change)), _target(change)
        if target is None:
            return change
        if own is not None and target == "person":
            return replace(change, before=change.before and own.before, after=change.after and own.after)
        names = known[target]
        return replace(change, before=_called(names, change.before), after=_called(names, change.after))

    return [name(change) for change in changes]


def _record(change: FieldChange) -> tuple[str, int, int]:
    return change.table, change.record_id, change.step_id


def _target(change: FieldChange) -> str | None:
    """The kind of record a field points to."""
    table = metadata.tables.get(change.table)
    if table is None or change.field not in table.c:
        return None
    return next((str(key.column.table.name) for key in table.c[change.field].foreign_keys), None)


def _ids(change: FieldChange) -> set[int]:
    return {int(text) for text in (change.before, change.after) if text and text.isdecimal()}


def _called(names: Mapping[int, str], text: str | None) -> str | None:
    return names.get(int(text), text) if text and text.isdecimal() else text


def _names(connection: Connection, kind: str, ids: Sequence[int]) -> dict[int, str]:
    """What these records are called now, or were called when they went."""
    table = metadata.tables[kind]
    found: dict[int, str] = {}
    for at in range(0, len(ids), 500):
        chosen = select(table).where(table.c.id.in_(ids[at : at + 500]))
        if numbered := {"document_id", "number"} <= set(table.c.keys()):
            chosen = chosen.add_columns(document.c.code.label("code"))
            chosen = chosen.join(document, document.c.id == table.c.document_id)
        for row in connection.execute(chosen).mappings():
            found[row["id"]] = f"{row['code']} · {row['number']}" if numbered else _name(dict(row))
    for gone in sorted(set(ids) - found.keys())[:MOST_GONE]:
        if before := _name(_as_it_was(connection, kind, gone)):
            found[gone] = before
    return {number: name for number, name in found.items() if name}


def _name(row: Mapping[str, Any]) -> str:
    by = next((column for column in _CALLED_BY if row.get(column) not in {None, ""}), None)
    if by is None:
        return ""
    return f"№ {row[by]}" if by in {"number", "ordinal"} else str(row[by])


def _as_it_was(connection: Connection, kind: str, record_id: int) -> Mapping[str, Any]:
    """A record that is not there any more, as the journal last knew it whole."""
    columns = (journal.c[name] for name in Entry._fields)
    chosen = select(*columns).where(about(kind, record_id)).order_by(journal.c.id.desc())
    for row in connection.execute(chosen):
        for number, before, after in entries.told(Entry(*row)):
            if number == record_id and (not before or not after):
                return before or after
    return {}
