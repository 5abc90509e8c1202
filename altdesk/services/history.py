"""History: who changed what, when, from what to what."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select

from altdesk.desk import Desk
from altdesk.domain.history import FieldChange, StepLine
from db.models.desk import journal, step

_TECHNICAL = frozenset(
    {
        "id",
        "sort_key",
        "fold_key",
        "post_key",
        "group_key",
        "code_key",
        "code_sort",
        "title_sort",
        "owner_sort",
        "name_sort",
        "title_key",
    }
    | {"rule_post_key", "ordinal", "layout", "holder_sort", "unit_sort"}
)


def steps(desk: Desk, limit: int = 500, before: int | None = None) -> list[StepLine]:
    """The newest steps first; `before` continues from a step id."""
    counted = select(func.count()).where(journal.c.step_id == step.c.id).scalar_subquery()
    columns = (step.c.id, step.c.label, step.c.details, step.c.at, step.c.who, step.c.state, counted)
    chosen = select(*columns).order_by(step.c.id.desc()).limit(limit)
    if before is not None:
        chosen = chosen.where(step.c.id < before)
    with desk.store.read() as connection:
        return [StepLine(row[0], row[1], json.loads(row[2] or "{}"), *row[3:]) for row in connection.execute(chosen)]


def of_step(desk: Desk, step_id: int, limit: int = 2000) -> list[FieldChange]:
    """What one step changed, field by field."""
    return _changes(desk, journal.c.step_id == step_id, limit)


def of_record(desk: Desk, table: str, record_id: int, limit: int = 2000) -> list[FieldChange]:
    """Everything that ever changed in one record, the newest first."""
    return _changes(desk, (journal.c.kind == table) & (journal.c.record_id == record_id), limit)[::-1]


def _changes(desk: Desk, which: Any, limit: int) -> list[FieldChange]:
    columns = (journal.c.kind, journal.c.record_id, journal.c.before, journal.c.after, step.c.at, step.c.who, step.c.id)
    chosen = select(*columns).join(step, step.c.id == journal.c.step_id).where(which).order_by(journal.c.id)
    with desk.store.read() as connection:
        rows = connection.execute(chosen.limit(limit)).all()
    return [change for row in rows for change in _fields(row)]


def _fields(row: Any) -> Iterator[FieldChange]:
    before: dict[str, object] = json.loads(row.before) if row.before else {}
    after: dict[str, object] = json.loads(row.after) if row.after else {}
    for name in {**before, **after}:
        old, new = before.get(name), after.get(name)
        if name in _TECHNICAL or (old in {None, ""} and new in {None, ""}):
            continue
        said = (None if old is None else str(old), None if new is None else str(new))
        yield FieldChange(row.kind, row.record_id, name, *said, row.at, row.who, row.id)
