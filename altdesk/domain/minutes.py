"""Minutes of a meeting: the records a screen, a paper and the rules work with.

States and kinds are in `minutes_kinds`; who was there, and when, in `minutes_attendance`; votes and results in
`minutes_votes`; numbers in `minutes_numbering`; rows of lists in `minutes_lists`; what two versions differ in in
`minutes_difference`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from altdesk.domain.bodies import QuorumRule
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes_kinds import Choice, ItemState, Majority, MinutesState, Presence, VoteKind
from altdesk.domain.rules import ResolvedVerb, TieRule
from altdesk.domain.twins import Name, twin


@dataclass(frozen=True)
class Named:
    """Somebody as minutes name them; without `person_id` somebody who is not in the register, or nobody yet."""

    full_name: str = ""
    post: str = ""
    person_id: int | None = None

    @property
    def said(self) -> bool:
        """Whether anybody is named at all."""
        return bool(self.full_name) or self.person_id is not None


NOBODY = Named()


@dataclass(frozen=True)
class Stay:
    """From when till when somebody was in the room, local time; None is from the beginning, or till the end.

    Who leaves at a minute is no longer there in that minute.
    """

    arrives: time | None = None
    leaves: time | None = None

    def __contains__(self, at: time) -> bool:
        return (self.arrives is None or self.arrives <= at) and (self.leaves is None or at < self.leaves)


@dataclass(frozen=True)
class Attendee:
    """One row of the attendance list. `votes`: entitled to vote in this body. No `stays`: there all the time."""

    id: int
    full_name: str
    post: str = ""
    person_id: int | None = None
    votes: bool = True
    state: Presence = Presence.PRESENT
    reason: str = ""
    stays: tuple[Stay, ...] = ()

    @property
    def member(self) -> bool:
        """A member of the body; everybody on the list who is no guest."""
        return self.state is not Presence.GUEST

    @property
    def counted(self) -> bool:
        """Whether the quorum is taken of this row: members entitled to vote, there or not."""
        return self.votes and self.member

    @property
    def arrives(self) -> time | None:
        """When they first came; None when they were there from the beginning."""
        return self.stays[0].arrives if self.stays else None

    @property
    def leaves(self) -> time | None:
        """When they left for good; None when they stayed till the end."""
        return self.stays[-1].leaves if self.stays else None


@dataclass(frozen=True)
class NamedVote:
    """How one attendee voted in a vote by name, where it was not "for"."""

    attendee_id: int
    choice: Choice


@dataclass(frozen=True)
class Vote:
    """What was counted. `votes_for` None is the default: everybody present and entitled who did not vote otherwise.

    `chair` is how the chair voted in an open vote; only asked where a tie is decided by it.
    """

    kind: VoteKind = VoteKind.NONE
    majority: Majority = Majority.ORDINARY
    votes_for: int | None = None
    against: int = 0
    abstained: int = 0
    chair: Choice | None = None
    names: tuple[NamedVote, ...] = ()


@dataclass(frozen=True)
class PointDraft:
    """One thing resolved, as typed. `due_text` is for what is no day («тұрақты»)."""

    text: str = ""
    responsible: tuple[Named, ...] = ()
    due_on: date | None = None
    due_text: str = ""

    @property
    def assigned(self) -> bool:
        """Whether somebody has to do something, or by a day: then it becomes a task. Other points only state."""
        return bool(self.responsible or self.due_on or self.due_text)


@dataclass(frozen=True)
class ResolvedPoint(PointDraft):
    """One thing resolved, as kept; `number` is 1.1, 1.2 … as the paper has it."""

    id: int = 0
    number: str = ""


@dataclass(frozen=True)
class ItemDraft:
    """An item of the agenda as typed. The vote on it is taken at `ends_at`, where that is said (see `moment`)."""

    title: str = ""
    speaker: Named = NOBODY
    heard: str = ""
    discussed: str = ""
    state: ItemState = ItemState.PLANNED
    starts_at: time | None = None
    ends_at: time | None = None


@dataclass(frozen=True)
class AgendaItem(ItemDraft):
    """An item as kept; `number` counts from 1 in the order of the agenda. `carried_from` is the id of the item of an
    earlier meeting that this one goes on with."""

    id: int = 0
    number: int = 0
    vote: Vote = Vote()
    points: tuple[ResolvedPoint, ...] = ()
    carried_from: int | None = None

    @property
    def dealt(self) -> bool:
        """Whether the meeting dealt with it: said so, or something is written under it."""
        if self.state is not ItemState.PLANNED:
            return self.state in {ItemState.DEALT, ItemState.NOT_ADOPTED}
        written = self.heard or self.discussed or self.points
        return bool(written) or self.vote.kind is not VoteKind.NONE


@dataclass(frozen=True)
class MinutesDraft:
    """The head of minutes as typed; times are local. `chair` leads the meeting, `secretary` keeps the minutes."""

    held_on: date
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    chair: Named = NOBODY
    secretary: Named = NOBODY
    title: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Minutes(MinutesDraft):
    """Minutes whole. A draft has the names, posts and rules of this moment; once final it keeps those of then, also
    when it is reopened.

    `number` is as shown (5, 5/1), empty until one is given; `period` the name of the year it is counted in.
    `version` counts the finalizations; `reopened` says why a draft that was final is open again.
    """

    id: int = 0
    body_id: int = 0
    body: str = ""
    organisation: str = ""
    department: str = ""
    city: str = ""
    state: MinutesState = MinutesState.DRAFT
    number: str = ""
    period: str = ""
    verb: ResolvedVerb = ResolvedVerb.RESOLVED
    tie_rule: TieRule = TieRule.REJECTED
    quorum: QuorumRule = field(default_factory=QuorumRule)
    attendees: tuple[Attendee, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    version: int = 0
    finalized_at: datetime | None = None  # UTC
    signed_on: date | None = None
    reopened: str = ""
    body_ru: str = ""
    organisation_ru: str = ""
    department_ru: str = ""

    @property
    def body_in_both(self) -> Name:
        """The body for a paper."""
        return twin(self.body, self.body_ru)

    @property
    def locked(self) -> bool:
        return self.state is not MinutesState.DRAFT

    @property
    def live(self) -> bool:
        """Whether names, posts and rules are still those of this moment."""
        return self.state is MinutesState.DRAFT and self.version == 0

    def item(self, item_id: int) -> AgendaItem:
        """The item of this id. Refused when it is not on this agenda."""
        for each in self.items:
            if each.id == item_id:
                return each
        raise Refusal(N_("There is no such item on this agenda."))
