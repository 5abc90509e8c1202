"""History: a step as a line, what it changed field by field, and what the list of steps may be narrowed to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from altdesk.domain import records


@dataclass(frozen=True)
class HistoryQuery:
    """Which steps to list, the newest first; days are those of this machine's calendar, both included.

    `area` is a table of `records.TABLE_NAMES`, `record` a table and an id: what happened to that record and its parts.
    """

    text: str = ""
    sort: str = "at"
    descending: bool = True
    who: str | None = None
    area: str | None = None
    since: date | None = None
    until: date | None = None
    record: tuple[str, int] | None = None


@dataclass(frozen=True)
class StepLine:
    """A step as a row of the history; `at` is UTC; `state` is done, undone or discarded."""

    id: int
    label: str
    values: Mapping[str, object]
    at: datetime
    who: str
    state: str
    changes: int


@dataclass(frozen=True)
class FieldChange:
    """One field of one record, as text before and after; None where there was no record.

    `record` is what the record is called now, where that is known.
    """

    table: str
    record_id: int
    field: str
    before: str | None
    after: str | None
    at: datetime
    who: str
    step_id: int
    record: str = ""


def said_value(say: Callable[[str], str], table: str, field: str, value: str | None) -> str:
    """A value of the journal as a person reads it: days, states and kinds in words."""
    if not value:
        return ""
    words = records.value_name(table, field, value)
    if words is not None:
        return say(words)
    if len(value) == 10 and value[4] == value[7] == "-":
        return f"{value[8:]}.{value[5:7]}.{value[:4]}"
    return value
