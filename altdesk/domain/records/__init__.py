"""Records: what tables, fields and values are called where a person reads of them, a module an area.

An area to come declares its tables in a module of its own and names it in AREAS; history, bin, backups and the data
card of a person then speak of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from altdesk.domain.marking import N_
from altdesk.domain.records import (
    acquaintance,
    binder,
    bodies,
    changes,
    copies,
    desk,
    documents,
    events,
    matrix,
    minutes,
    norms,
    people,
    plans,
    report,
    risks,
    tasks,
    year_records,
)
from altdesk.domain.records.table import Table

__all__ = ["AREAS", "TABLES", "TABLE_NAMES", "Table", "area_of", "field_name", "parts_of", "technical", "value_name"]

AREAS = (
    people,
    documents,
    changes,
    acquaintance,
    norms,
    copies,
    matrix,
    risks,
    bodies,
    minutes,
    tasks,
    plans,
    year_records,
    events,
    report,
    binder,
    desk,
)
TABLES: dict[str, Table] = {name: table for area in AREAS for name, table in area.TABLES.items()}
TABLE_NAMES: dict[str, str] = {name: table.many for name, table in TABLES.items() if table.many}

_COMMON = {
    "note": N_("Note"),
    "binned_at": N_("Put into the bin"),
    "person_id": N_("Person"),
    "unit_id": N_("Unit"),
    "document_id": N_("Document"),
    "revision_id": N_("Revision"),
    "body_id": N_("Body"),
    "full_name": N_("Full name"),
    "post": N_("Post"),
    "state": N_("State"),
    "title": N_("Title"),
    "number": N_("Number"),
    "kind": N_("Kind"),
    "name": N_("Name"),
    "organisation": N_("Organisation"),
    "department": N_("Department"),
    "organisation_ru": N_("Organisation in Russian"),
    "department_ru": N_("Department in Russian"),
    "body_name_ru": N_("Name of the body in Russian"),
    "post_ru": N_("Post in Russian"),
    "recorded_by": N_("Recorded by"),
    "recorded_at": N_("Recorded at"),
    "round": N_("Round"),
}
_YES_NO = {"True": N_("Yes"), "False": N_("No")}
_TECHNICAL = frozenset({
    "id",
    "ordinal",
    "layout",
    "fold_key",
    "number_value",
    "content",
    "digest",
    "uid",
    "sequence",
    "changed_at",
    "meets_from",
})


def technical(column: str) -> bool:
    """Whether a column is the program's own and nobody reads it: ids, keys for order and search, maps of paper."""
    return column in _TECHNICAL or column.endswith(("_key", "_sort", "_fold"))


def field_name(table: str, column: str) -> str:
    """The marked words for a column; its own name where it has none."""
    known = TABLES.get(table)
    own = known.fields.get(column) if known else None
    return own or _COMMON.get(column, column)


def value_name(table: str, column: str, value: str) -> str | None:
    """The marked words for a value, where it has some: a state, a kind, yes or no."""
    known = TABLES.get(table)
    words = known.values.get(column) if known else None
    if words is None:
        return _YES_NO.get(value)
    return next((said for key, said in words.items() if key.value == value), None)


def area_of(table: str) -> str:
    """The table whose list the rows of a table are read in: of a part, the one its record stands in."""
    known = TABLES.get(table)
    while known is not None and known.of is not None and not known.many:
        table = known.of[0]
        known = TABLES.get(table)
    return table


def parts_of(table: str) -> Iterable[tuple[str, str]]:
    """The tables whose rows are parts of a record of this table, and the column that says of which."""
    return [(name, known.of[1]) for name, known in TABLES.items() if known.of is not None and known.of[0] == table]
