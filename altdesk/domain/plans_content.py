"""A plan as one JSON text and back: how an approved version is kept, whatever becomes of its rows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from altdesk.domain.events_kinds import Direction, EventForm, EventKind, Level
from altdesk.domain.plans import ContentRow, PlanContent
from altdesk.domain.plans_kinds import Approach, PlanKind
from altdesk.domain.plans_time import PlanTime, Precision

Kept = Mapping[str, Any]


def to_text(content: PlanContent) -> str:
    """The plan as JSON; days are ISO."""
    return json.dumps(asdict(content), ensure_ascii=False, sort_keys=True, default=lambda value: value.isoformat())


def from_text(text: str) -> PlanContent:
    """The plan that `to_text` wrote."""
    kept = json.loads(text)
    rows = tuple(map(_row, kept["rows"]))
    return PlanContent(**{**kept, "kind": PlanKind(kept["kind"]), "approach": Approach(kept["approach"]), "rows": rows})


def _row(kept: Kept) -> ContentRow:
    time = kept["time"]
    days = (date.fromisoformat(time["first"]), date.fromisoformat(time["last"]))
    return ContentRow(**{
        **kept,
        "time": PlanTime(Precision(time["precision"]), *days),
        "kind": EventKind(kept["kind"]) if kept["kind"] else None,
        "form": EventForm(kept["form"]) if kept["form"] else None,
        "direction": Direction(kept["direction"]) if kept["direction"] else None,
        "level": Level(kept["level"]) if kept["level"] else None,
    })
