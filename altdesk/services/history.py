"""History: who changed what, when, from what to what."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, islice

from sqlalchemy import ColumnElement, func, select

from altdesk.desk import Desk
from altdesk.domain.history import FieldChange, StepLine
from db import entries
from db.entries import Entry, Row
from db.journal import about
from db.models.desk import journal, step

_TECHNICAL = frozenset(
    {"id", "sort_key", "fold_key", "post_key", "group_key", "code_key", "code_sort", "title_sort", "owner_sort"}
    | {"rule_post_key", "ordinal", "layout", "holder_sort", "unit_sort", "short_sort", "expansion_sort"}
    | {"name_sort", "title_key"}
)


def steps(desk: Desk, limit: int = 500, before: int | None = None) -> list[StepLine]:
    """The newest steps first; `before` continues from a step id."""
    counted = func.coalesce(select(func.sum(journal.c.size)).where(journal.c.step_id == step.c.id).scalar_subquery(), 0)
    columns = (step.c.id, step.c.label, step.c.details, step.c.at, step.c.who, step.c.state, counted)
    chosen = select(*columns).order_by(step.c.id.desc()).limit(limit)
    if before is not None:
        chosen = chosen.where(step.c.id < before)
    with desk.store.read() as connection:
        return [StepLine(row[0], row[1], json.loads(row[2] or "{}"), *row[3:]) for row in connection.execute(chosen)]


def of_step(desk: Desk, step_id: int, limit: int = 2000) -> list[FieldChange]:
    """What one step changed, field by field, of so many records at most."""
    return list(chain.from_iterable(islice(_changes(desk, journal.c.step_id == step_id, limit), limit)))


def of_record(desk: Desk, table: str, record_id: int, limit: int = 2000) -> list[FieldChange]:
    """Everything that ever changed in one record, the newest first."""
    return list(chain.from_iterable(_changes(desk, about(table, record_id), limit, record_id)))[::-1]


def _changes(
    desk: Desk, which: ColumnElement[bool], limit: int, only: int | None = None
) -> Iterator[list[FieldChange]]:
    """The changed fields of each record that the entries speak of (or of that one alone), in the journal's order."""
    columns = (*(journal.c[name] for name in Entry._fields), step.c.at, step.c.who, step.c.id)
    chosen = select(*columns).join(step, step.c.id == journal.c.step_id).where(which).order_by(journal.c.id)
    with desk.store.read() as connection:
        rows = connection.execute(chosen.limit(limit)).all()
    for *entry, at, who, step_id in rows:
        for number, before, after in entries.told(Entry(*entry)):
            if only is None or number == only:
                yield [FieldChange(entry[0], number, *each, at, who, step_id) for each in _fields(before, after)]


def _fields(before: Row, after: Row) -> Iterator[tuple[str, str | None, str | None]]:
    for name in {**before, **after}:
        old, new = before.get(name), after.get(name)
        if name not in _TECHNICAL and not (old in {None, ""} and new in {None, ""}):
            yield name, None if old is None else str(old), None if new is None else str(new)
