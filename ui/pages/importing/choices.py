"""What can be decided about a row of an import."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from altdesk.domain.import_plan import Action, Decision, RowStatus, SkippedRow
from ui.pages.importing.rows import Line

Deciding = Decision[Any]


OUT: Deciding = Decision(Action.SKIP)
_NEW: Deciding = Decision(Action.NEW)
_SETTLED: dict[RowStatus, dict[str, Deciding | None]] = {
    RowStatus.NEW: {"new": None, "out": OUT},
    RowStatus.CHANGED: {"new": _NEW, "update": None, "out": OUT},
    RowStatus.SAME: {},
}


_PLANNED = {RowStatus.NEW: "new", RowStatus.CHANGED: "update"}


def choices(row: Any) -> Mapping[str, Deciding | None]:
    """The decisions by key (new, update, out); None brings back what the plan itself would do."""
    if isinstance(row, SkippedRow):
        return {}
    if row.status is not RowStatus.DOUBTFUL:
        return _SETTLED[row.status]
    known = meant(row)
    return {"new": _NEW, **({"update": known} if known else {}), "out": OUT}


def offered(line: Line) -> tuple[str, ...]:
    """The decisions worth a button: those that would change what will be done with the row."""
    if line.decision is not None:
        now = {Action.NEW: "new", Action.SKIP: "out"}.get(line.decision.action, "update")
    else:
        now = _PLANNED.get(getattr(line.row, "status", RowStatus.SAME), "")
    return tuple(key for key in choices(line.row) if key != now)


def meant(row: Any) -> Deciding | None:
    """Whom a doubtful row speaks of: the record proposed, the earlier row, else the first that may be meant."""
    proposed: Deciding = row.proposed
    if proposed.action in {Action.UPDATE, Action.JOIN}:
        return proposed
    return Decision(Action.UPDATE, row.matches[0].id) if row.matches else None


def namesakes(row: Any, known: Callable[[Any], str]) -> list[tuple[str, Deciding]]:
    """Every record a doubtful row may speak of, when there are several."""
    if isinstance(row, SkippedRow) or row.status is not RowStatus.DOUBTFUL or len(row.matches) < 2:
        return []
    return [(known(record), Decision(Action.UPDATE, record.id)) for record in row.matches]


def edited(line: Line, field: str, typed: str) -> Deciding | None:
    """What is decided by typing a cell anew: the row is taken, with the cell as typed."""
    if isinstance(line.row, SkippedRow) or typed.strip() == getattr(line.draft, field):
        return None
    draft = replace(line.draft, **{field: typed.strip()})
    if line.decision is not None and line.decision.action is not Action.SKIP:
        return replace(line.decision, draft=draft)
    return replace(meant(line.row) or Decision(Action.NEW), draft=draft)
