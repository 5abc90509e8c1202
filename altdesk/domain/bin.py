"""The bin: what was deleted in the last thirty days, and how long it can still come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from altdesk.domain.marking import N_

KEPT = timedelta(days=30)
EMPTIED = N_("Empty the bin of what is older than %(days)s days: %(count)s")
_USED = timedelta(days=1)


@dataclass(frozen=True)
class BinQuery:
    """Which lines to list; `area` is a table of `records.TABLES`."""

    text: str = ""
    sort: str = "at"
    descending: bool = True
    area: str | None = None


@dataclass(frozen=True)
class BinLine:
    """A deleted record: its table and id, what it was called, when (UTC) and by whom it was deleted.

    `days_left` is how long it stays; `removed` are rows that are gone and stand in the journal only.
    """

    id: int  # within one list
    table: str
    record_id: int
    name: str
    at: datetime
    who: str
    days_left: int
    removed: bool

    @property
    def key(self) -> tuple[str, int]:
        return self.table, self.record_id


def days_left(at: datetime, moment: datetime) -> int:
    """The days a record deleted at a moment still stays in the bin, begun ones too."""
    return max(0, -((moment - at - KEPT) // timedelta(days=1)))


def full_until(moment: datetime, last_step: datetime | None) -> datetime:
    """What was deleted before this goes for good. Time counts while the desk is used, so that neither a long holiday
    nor a clock set forward empties the bin before anybody looked into it. Times are UTC."""
    used = moment if last_step is None else min(moment, last_step + _USED)
    return used - KEPT
