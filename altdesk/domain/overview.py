"""The overview of acquaintance: how much is signed, which units are behind, what is due this week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from altdesk.domain.marking import N_


class DueKind(StrEnum):
    SHEET = "sheet"
    TASK = "task"
    REVIEW = "review"
    MEASURE = "measure"


DUE_NAMES = {
    DueKind.SHEET: N_("Sheet expected back"),
    DueKind.TASK: N_("Task"),
    DueKind.REVIEW: N_("Review of a document"),
    DueKind.MEASURE: N_("Measure of a risk"),
}


@dataclass(frozen=True)
class UnitCoverage:
    """A unit and one revision: signed of those who must; `unit_id` 0 and an empty name are people without a unit."""

    unit_id: int
    unit: str
    signed: int
    total: int

    @property
    def missing(self) -> int:
        return self.total - self.signed


@dataclass(frozen=True)
class UnitDebt:
    """What the people of a unit owe: signatures, and how many people owe them; `most` is what the unit that
    owes most does."""

    unit_id: int
    unit: str
    signatures: int
    people: int
    most: int = 0


@dataclass(frozen=True)
class UnitDocument:
    """A revision in force as the people of one unit know it."""

    revision_id: int
    code: str
    title: str
    signed: int
    total: int

    @property
    def missing(self) -> int:
        return self.total - self.signed


@dataclass(frozen=True)
class Due:
    """Something due: a record of its kind, what it is, of whom or of what, its day, and whether that has passed."""

    kind: DueKind
    id: int
    title: str
    about: str
    on: date
    late: bool = False


@dataclass(frozen=True)
class Overview:
    """Everything on one screen. `behind` of `documents` in force are not signed by all; `people` owe something."""

    signed: int
    total: int
    documents: int
    behind: int
    people: int
    units: tuple[UnitDebt, ...]
    due: tuple[Due, ...]
    refused: int = 0  # signatures, by an act

    @property
    def percent(self) -> int:
        """Whole per cent, never 100 while a signature is missing."""
        return self.signed * 100 // self.total if self.total else 0


def end_of_week(day: date) -> date:
    """The Sunday of the week of a day."""
    return day + timedelta(6 - day.weekday())
