"""History: a step as a line, and what it changed field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


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
    """One field of one record, as text before and after; None where there was no record."""

    table: str
    record_id: int
    field: str
    before: str | None
    after: str | None
    at: datetime
    who: str
    step_id: int
