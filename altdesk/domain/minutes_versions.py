"""The kept versions of minutes: one each time they become final."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class MinutesVersion:
    """One version; times are UTC. `reason` says why it was opened again, empty while it stands."""

    number: int
    kept_at: datetime
    kept_by: str
    reopened_at: datetime | None = None
    reason: str = ""
