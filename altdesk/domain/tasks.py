"""Tasks: what was resolved, as something to be done by somebody till a day, with its end on record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import Named, PointDraft
from altdesk.domain.twins import Name, twin


class TaskState(StrEnum):
    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class Urgency(StrEnum):
    """How a task stands on a day: what a list shows as icon, word and colour."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"  # due within the next seven days
    LATER = "later"
    NO_DAY = "no_day"  # open, without a day by when
    DONE = "done"
    CANCELLED = "cancelled"


TASK_STATE_NAMES = {
    TaskState.OPEN: N_("To be done"),
    TaskState.DONE: N_("Done"),
    TaskState.CANCELLED: N_("Cancelled"),
}
URGENCY_NAMES = {
    Urgency.OVERDUE: N_("Overdue"),
    Urgency.TODAY: N_("Due today"),
    Urgency.SOON: N_("Due soon"),
    Urgency.LATER: N_("To be done"),
    Urgency.NO_DAY: N_("No due date"),
    Urgency.DONE: N_("Done"),
    Urgency.CANCELLED: N_("Cancelled"),
}

SOON_DAYS = 7


@dataclass(frozen=True)
class TaskDraft(PointDraft):
    """A task as typed by hand; `body_id` where it belongs to a body."""

    body_id: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Task(TaskDraft):
    """A task as kept. One that comes from minutes names them: `minutes` is their number, `point` 1.1, 1.2 …,
    `decided_on` the day of the meeting."""

    id: int = 0
    state: TaskState = TaskState.OPEN
    done_on: date | None = None
    body: str = ""
    minutes_id: int | None = None
    point_id: int | None = None
    minutes: str = ""
    point: str = ""
    decided_on: date | None = None
    reason: str = ""  # why it was cancelled
    evidence: int = 0  # how many files prove it
    body_ru: str = ""

    @property
    def body_in_both(self) -> Name:
        """The body for a paper."""
        return twin(self.body, self.body_ru)

    @property
    def by_hand(self) -> bool:
        """Whether it was typed into the list; what comes from minutes is changed there."""
        return self.minutes_id is None

    def urgency_on(self, day: date) -> Urgency:
        """How the task stands on a day."""
        return urgency(self.state, self.due_on, day)

    def overdue_on(self, day: date) -> bool:
        return self.urgency_on(day) is Urgency.OVERDUE


@dataclass(frozen=True)
class TasksQuery:
    """What a list of tasks shows. `overdue_on` narrows it to open ones whose day has passed by then; `due_first` and
    `due_last` bound the due date, both in it; `person_id` is one of those responsible."""

    text: str = ""
    sort: str = "due_on"  # due_on, text, body, state, responsible, minutes, done_on, pressing (done ones last)
    descending: bool = False
    state: TaskState | None = None
    body_id: int | None = None
    person_id: int | None = None
    minutes_id: int | None = None
    overdue_on: date | None = None
    due_first: date | None = None
    due_last: date | None = None


def urgency(state: TaskState, due_on: date | None, day: date) -> Urgency:
    """How a task of this state and due date stands on a day."""
    if state is TaskState.DONE:
        return Urgency.DONE
    if state is TaskState.CANCELLED:
        return Urgency.CANCELLED
    if due_on is None:
        return Urgency.NO_DAY
    if due_on < day:
        return Urgency.OVERDUE
    if due_on == day:
        return Urgency.TODAY
    return Urgency.SOON if (due_on - day).days <= SOON_DAYS else Urgency.LATER


def check_done(decided_on: date | None, done_on: date | None, today: date) -> None:
    """Refuse a day on which a task cannot have been done: none, before it was decided, or still to come."""
    if done_on is None:
        raise Refusal(N_("Type the day on which the task was done."), field="done_on")
    if done_on > today:
        raise Refusal(N_("The task cannot have been done after today, %(day)s."), field="done_on", day=short_day(today))
    if decided_on is not None and done_on < decided_on:
        sentence = N_("The task was given on %(day)s. It cannot have been done before that day.")
        raise Refusal(sentence, field="done_on", day=short_day(decided_on))


def responsible_line(people: Sequence[Named]) -> str:
    """Those responsible on one line, for lists."""
    return ", ".join(each.full_name for each in people)
