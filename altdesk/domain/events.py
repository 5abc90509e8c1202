"""Events: what is held, when, where, by whom and for whom; what became of each, and who took part (§5.5, §5.6 № 2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from altdesk.domain.academic_year import Period
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.events_kinds import Direction, EventForm, EventKind, HeldState, Level
from altdesk.domain.marking import N_
from altdesk.domain.minutes import NOBODY, Named

LONGEST = timedelta(366)  # of one event
MOST_PEOPLE = 1_000_000


class PartRole(StrEnum):
    """What somebody of the register did at an event."""

    TOOK_PART = "took_part"
    ORGANISED = "organised"
    SPOKE = "spoke"


PART_ROLE_NAMES = {
    PartRole.TOOK_PART: N_("Took part"),
    PartRole.ORGANISED: N_("Organised"),
    PartRole.SPOKE: N_("Spoke"),
}


@dataclass(frozen=True)
class EventDraft:
    """An event as typed. It may last several days, the last one included; without a time it takes the whole day.

    `whom` says in words who is awaited; `expected` and `participants` are how many people are awaited and came.
    """

    title: str = ""
    kind: EventKind | None = None
    form: EventForm | None = None
    direction: Direction | None = None
    level: Level | None = None
    body_id: int | None = None
    unit_id: int | None = None
    plan_row_id: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None  # the same day where none is said
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    responsible: Named = NOBODY
    whom: str = ""
    expected: int | None = None
    participants: int | None = None
    result: str = ""
    note: str = ""


@dataclass(frozen=True)
class Event(EventDraft):
    """An event as kept. `plan` is the title of the plan it comes from, `plan_year` the year that plan is of.

    `people` are those of the register who took part, `files` what is attached; `changed_at` is in UTC.
    """

    id: int = 0
    state: HeldState = HeldState.PLANNED
    moved_from: date | None = None
    reason: str = ""
    body: str = ""
    unit: str = ""
    plan: str = ""
    plan_year: int | None = None
    uid: str = ""
    sequence: int = 0
    changed_at: datetime | None = None
    people: int = 0
    files: int = 0

    @property
    def first(self) -> date:
        """The day it begins: the academic year of this day is the one the event belongs to."""
        assert self.starts_on is not None
        return self.starts_on

    @property
    def last(self) -> date:
        return self.ends_on or self.first

    @property
    def wanting(self) -> bool:
        """Whether it was held and nobody has said with what result."""
        return self.state is HeldState.HELD and not (self.result and self.participants is not None)


@dataclass(frozen=True)
class EventsQuery:
    """What a list of events shows. `first` and `last` bound the first day of an event, both in it."""

    text: str = ""
    sort: str = "starts_on"  # starts_on, title, state, place, responsible, body, direction, level, participants
    descending: bool = False
    first: date | None = None
    last: date | None = None
    body_id: int | None = None
    unit_id: int | None = None
    direction: Direction | None = None
    level: Level | None = None
    form: EventForm | None = None
    state: HeldState | None = None
    plan_row_id: int | None = None
    person_id: int | None = None  # who took part or answers for it
    wanting: bool = False  # held, without a result or the number of those who came
    unmarked_on: date | None = None  # over by this day, and nobody has said what became of it


@dataclass(frozen=True)
class PartDraft:
    """What is said of somebody who took part."""

    role: PartRole = PartRole.TOOK_PART
    result: str = ""  # a place taken, a thank-you letter


@dataclass(frozen=True)
class Participant(PartDraft):
    """Somebody of the register at an event, named as they were when it was recorded."""

    id: int = 0
    event_id: int = 0
    person_id: int = 0
    full_name: str = ""
    post: str = ""


def checked_days(starts_on: date | None, ends_on: date | None) -> tuple[date, date]:
    """The first and the last day. Refused for none, an end before the beginning, and more than a year."""
    if starts_on is None:
        raise Refusal(N_("Type the day of the event."), field="starts_on")
    last = ends_on or starts_on
    if last < starts_on:
        sentence = N_("The event begins on %(day)s. It cannot end before that day.")
        raise Refusal(sentence, field="ends_on", day=short_day(starts_on))
    if last - starts_on > LONGEST:
        raise Refusal(N_("An event lasts a year at most. Check the day on which it ends."), field="ends_on")
    return starts_on, last


def check(draft: EventDraft, state: HeldState, today: date) -> None:
    """Refuse what cannot be: no title, days or times out of order, negative numbers, held on a day to come."""
    if not draft.title:
        raise Refusal(N_("Type what the event is called."), field="title")
    first, last = checked_days(draft.starts_on, draft.ends_on)
    if draft.ends_at is not None and draft.starts_at is None:
        raise Refusal(N_("Type when the event begins, or leave both times empty."), field="starts_at")
    if first == last and draft.starts_at and draft.ends_at and draft.ends_at <= draft.starts_at:
        raise Refusal(N_("The event ends later than it begins. Check the times."), field="ends_at")
    for field in ("expected", "participants"):
        number = getattr(draft, field)
        if number is not None and not 0 <= number <= MOST_PEOPLE:
            sentence = N_("The number of people is between 0 and %(most)s.")
            raise Refusal(sentence, field=field, most=MOST_PEOPLE)
    if state is HeldState.HELD:
        check_held(first, today)


def check_held(first: date, today: date) -> None:
    """Refuse that an event was held which has not begun yet."""
    if first > today:
        sentence = N_("The event is on %(day)s. It can be marked as held from that day on.")
        raise Refusal(sentence, field="starts_on", day=short_day(first))


def check_within(day: date, year: Period | None, field: str = "starts_on") -> None:
    """Refuse a day outside the year of the plan that the event comes from."""
    if year is not None and day not in year:
        sentence = N_("The plan is of the year %(year)s: the event is on a day from %(first)s to %(last)s.")
        values = {"year": year.name, "first": short_day(year.first), "last": short_day(year.last)}
        raise Refusal(sentence, field=field, **values)
