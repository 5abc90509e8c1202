"""What a form says to a calendar program: its events as data, written as iCalendar by `render/ics.py`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class CalendarEntry:
    """One event. `begins` and `ends` are both days (the second one no longer in it) or both moments in Almaty.

    `uid` stays the same for ever, `sequence` grows with every change, `changed_at` is the moment of the last one, UTC.
    """

    uid: str
    title: str
    begins: date | datetime
    ends: date | datetime
    place: str = ""
    about: str = ""
    category: str = ""
    cancelled: bool = False
    sequence: int = 0
    changed_at: datetime | None = None
