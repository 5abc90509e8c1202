"""Clashes: two events at one place, or with one person, at the same time. They are told, never refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

ASSUMED = timedelta(hours=1)  # how long an event lasts that says only when it begins
LONG = timedelta(31)  # what lasts longer (a contest of a term) takes up neither a hall nor a person all the time


class ClashKind(StrEnum):
    PLACE = "place"
    PERSON = "person"


@dataclass(frozen=True)
class Taken:
    """The time an event takes up."""

    starts_on: date
    ends_on: date
    starts_at: time | None = None
    ends_at: time | None = None

    @property
    def counts(self) -> bool:
        """Whether it can clash with anything at all."""
        return self.ends_on - self.starts_on < LONG

    @property
    def begins(self) -> datetime:
        return datetime.combine(self.starts_on, self.starts_at or time.min)

    @property
    def ends(self) -> datetime:
        """The moment at which it is over; without a time the end of its last day."""
        if self.ends_at is not None:
            return datetime.combine(self.ends_on, self.ends_at)
        if self.starts_at is not None and self.ends_on == self.starts_on:
            return self.begins + ASSUMED
        return datetime.combine(self.ends_on, time.min) + timedelta(days=1)

    def meets(self, other: Taken) -> bool:
        """Whether the two are at the same time at some moment; one that ends when the other begins is not."""
        return self.counts and other.counts and self.begins < other.ends and other.begins < self.ends


@dataclass(frozen=True)
class Clash:
    """Another event at the same time: `what` is the place or the person they share."""

    kind: ClashKind
    what: str
    event_id: int
    title: str
    taken: Taken


def meets_from(day: date) -> date:
    """The day an event began at the earliest that can meet one of this day."""
    return day - LONG
