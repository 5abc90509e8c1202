"""What a report counts: the records of its period, as few words of each as the figures need."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from altdesk.domain.academic_year import Period
from altdesk.domain.twins import Name, twin


@dataclass(frozen=True, slots=True)
class EventFact:
    id: int
    title: str
    starts_on: date
    kind: str
    form: str
    direction: str
    level: str
    state: str
    participants: int | None
    result: str
    reason: str
    plan_row_id: int | None


@dataclass(frozen=True, slots=True)
class RowFact:
    """A row of a plan, with the name of the plan."""

    id: int
    plan_id: int
    plan: str
    title: str
    first_on: date
    last_on: date
    state: str
    moved_on: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """A meeting of the leadership, and the issues raised there: (issue, answer)."""

    id: int
    held_on: date
    leader: str
    leader_post: str
    audience: str
    participants: int | None
    topic: str
    issues: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ClubFact:
    """A circle, club or section there in the period, and its newest assessment in it."""

    id: int
    name: str
    kind: str
    members: int
    assessment_id: int | None = None
    assessed_on: date | None = None
    points: int | None = None
    most: int | None = None
    conclusion: str = ""
    name_ru: str = ""

    @property
    def in_both(self) -> Name:
        return twin(self.name, self.name_ru)


@dataclass(frozen=True, slots=True)
class MeasureFact:
    """`cost` in tiyn; None where it is not said."""

    id: int
    unit: str
    conditions: str
    title: str
    taken_on: date
    cost: int | None
    result: str


@dataclass(frozen=True, slots=True)
class DonationFact:
    """`amount` in tiyn."""

    id: int
    sponsor: str
    amount: int
    in_kind: str
    event_id: int | None
    event: str
    document: str
    received_on: date


@dataclass(frozen=True)
class Facts:
    """All that a report of this period counts; each tuple in the order of days, clubs in that of names."""

    period: Period
    events: tuple[EventFact, ...] = ()
    rows: tuple[RowFact, ...] = ()
    meetings: tuple[MeetingFact, ...] = ()
    clubs: tuple[ClubFact, ...] = ()
    initiatives: tuple[ClubFact, ...] = ()  # assessed in the period, no bodies; `id` is that of the assessment
    measures: tuple[MeasureFact, ...] = ()
    donations: tuple[DonationFact, ...] = ()
    members: int = 0  # people in the student government on the last day
    staff: int = 0  # members of staff on the desk
    students: int = 0
    parts: dict[str, str] = field(default_factory=dict)  # written texts, by part
