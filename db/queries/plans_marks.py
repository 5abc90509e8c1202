"""What the rows of a plan were marked with when one of its versions was replaced: the journal tells."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from altdesk.domain.events_kinds import HeldState
from altdesk.domain.plans import Mark
from altdesk.domain.plans_kinds import VersionState
from db import entries
from db.models.desk import journal, step
from db.models.plans import plan_row

MARKED = frozenset({"state", "held_on", "moved_on", "reason"})
AT_ONCE = 500


def when_replaced(connection: Connection, version_id: int, now: Mapping[int, Mark]) -> dict[int, Mark]:
    """The marks of these rows as they stood; those of now where the journal does not know of the replacement."""
    replaced = _replaced(connection, version_id)
    if replaced is None:
        return dict(now)
    before = _before(connection, replaced, sorted(now))
    return {number: _mark(mark, before.get(number, {})) for number, mark in now.items()}


def _replaced(connection: Connection, version_id: int) -> int | None:
    """The newest entry that called the version replaced."""
    said = f'"state":"{VersionState.SUPERSEDED.value}"'
    chosen = select(journal.c.id).join(step, step.c.id == journal.c.step_id)
    chosen = chosen.where(journal.c.kind == "plan_version", journal.c.record_id == version_id, step.c.state == "done")
    return connection.execute(
        chosen.where(journal.c.after.contains(said)).order_by(journal.c.id.desc()).limit(1)
    ).scalar()


def _before(connection: Connection, entry_id: int, rows: Collection[int]) -> dict[int, dict[str, Any]]:
    """Of each row marked after an entry, what its columns were before the first change of each."""
    found: dict[int, dict[str, Any]] = {}
    every = list(rows)
    for at in range(0, len(every), AT_ONCE):
        chosen = select(journal.c.record_id, journal.c.before).join(step, step.c.id == journal.c.step_id)
        chosen = chosen.where(journal.c.kind == "plan_row", journal.c.record_id.in_(every[at : at + AT_ONCE]))
        chosen = chosen.where(journal.c.id > entry_id, journal.c.before.is_not(None), step.c.state == "done")
        for number, before in connection.execute(chosen.order_by(journal.c.id)):
            known = found.setdefault(number, {})
            for name, value in entries.changed(plan_row, before).items():
                if name in MARKED:
                    known.setdefault(name, value)
    return found


def _mark(now: Mark, before: Mapping[str, Any]) -> Mark:
    said = dict(before)
    if "state" in said:
        said["state"] = HeldState(said["state"])
    return replace(now, **said)
