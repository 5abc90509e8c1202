"""Meetings of the leadership with students and staff (§6), the issues raised there, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from altdesk.domain.academic_year import Period
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import NOBODY, Named

MOST_PARTICIPANTS = 100_000


class Audience(StrEnum):
    STUDENTS = "students"
    STAFF = "staff"
    BOTH = "both"


AUDIENCE_NAMES = {
    Audience.STUDENTS: N_("With students"),
    Audience.STAFF: N_("With staff"),
    Audience.BOTH: N_("With students and staff"),
}


@dataclass(frozen=True)
class IssueDraft:
    """An issue as typed: what was raised, what was answered, who sees to it and by when; settled on a day or open."""

    issue: str = ""
    answer: str = ""
    responsible: str = ""
    due_on: date | None = None
    settled_on: date | None = None


@dataclass(frozen=True)
class Issue(IssueDraft):
    """A kept issue; `ordinal` is its place in the meeting, from 1."""

    id: int = 0
    ordinal: int = 0

    def overdue(self, on: date) -> bool:
        return self.settled_on is None and self.due_on is not None and self.due_on < on


@dataclass(frozen=True)
class DueIssue:
    """An issue that is not settled and has a day, with the meeting it was raised at."""

    id: int
    meeting_id: int
    issue: str
    responsible: str
    due_on: date


@dataclass(frozen=True)
class LeadershipDraft:
    """A meeting as typed. The leader's name and post are kept as they were on that day."""

    held_on: date | None = None
    leader: Named = NOBODY
    leader_post: str = ""
    audience: Audience = Audience.STUDENTS
    unit_id: int | None = None
    place: str = ""
    participants: int | None = None
    topic: str = ""
    note: str = ""


@dataclass(frozen=True)
class LeadershipMeeting(LeadershipDraft):
    """A kept meeting with its issues in their order."""

    id: int = 0
    unit: str = ""
    issues: tuple[Issue, ...] = ()

    @property
    def settled(self) -> int:
        return sum(issue.settled_on is not None for issue in self.issues)


@dataclass(frozen=True)
class LeadershipQuery:
    """Which meetings are listed; with `open_only` those with an issue that is not settled."""

    text: str = ""
    sort: str = "held_on"  # held_on, leader, topic, participants
    descending: bool = True
    period: Period | None = None
    audience: Audience | None = None
    open_only: bool = False


@dataclass(frozen=True)
class LeadershipTotals:
    """Meetings counted, with the issues raised and settled, and the people who took part as far as it is known."""

    count: int = 0
    participants: int = 0
    issues: int = 0
    settled: int = 0


def check_meeting(draft: LeadershipDraft, today: date) -> None:
    """Refuse what cannot be, of a draft whose texts are clean."""
    if draft.held_on is None:
        raise Refusal(N_("Type the day of the meeting."), field="held_on")
    if draft.held_on > today:
        raise Refusal(N_("The day of the meeting lies ahead. Enter it when it has been held."), field="held_on")
    if not draft.leader.full_name:
        raise Refusal(N_("Type who of the leadership met them."), field="leader")
    if draft.participants is not None and not 0 <= draft.participants <= MOST_PARTICIPANTS:
        raise Refusal(N_("So many people cannot have been there."), field="participants")


def check_issue(draft: IssueDraft, held_on: date, today: date) -> None:
    """Refuse what cannot be: an issue is settled on a day from the meeting on, not on one to come."""
    if not draft.issue:
        raise Refusal(N_("Type what was raised."), field="issue")
    if draft.due_on is not None and draft.due_on < held_on:
        raise Refusal(N_("The due day lies before the meeting."), field="due_on")
    if draft.settled_on is None:
        return
    if draft.settled_on < held_on:
        raise Refusal(N_("The issue cannot be settled before the meeting."), field="settled_on")
    if draft.settled_on > today:
        raise Refusal(N_("This day lies ahead. Enter it when the issue is settled."), field="settled_on")
