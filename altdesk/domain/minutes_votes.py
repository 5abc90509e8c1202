"""Votes: what was counted, that it never exceeds those present and entitled, and what it means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import AgendaItem, Attendee, Minutes, NamedVote, Vote
from altdesk.domain.minutes_attendance import quorum_of, voters
from altdesk.domain.minutes_kinds import Choice, Majority, VoteKind
from altdesk.domain.rules import TieRule


class VoteResult(StrEnum):
    NONE = "none"  # nothing was voted on
    ADOPTED = "adopted"
    NOT_ADOPTED = "not_adopted"
    TIED = "tied"  # the chair's vote decides and is not said yet
    NO_QUORUM = "no_quorum"  # too few were there to decide


RESULT_NAMES = {
    VoteResult.NONE: N_("No vote"),
    VoteResult.ADOPTED: N_("Adopted"),
    VoteResult.NOT_ADOPTED: N_("Not adopted"),
    VoteResult.TIED: N_("Tied: say how the chair voted"),
    VoteResult.NO_QUORUM: N_("No quorum"),
}


@dataclass(frozen=True)
class Tally:
    """What a vote came to. `present` are those there and entitled; who is left over took no part."""

    present: int
    votes_for: int
    against: int
    abstained: int

    @property
    def not_voting(self) -> int:
        return self.present - self.votes_for - self.against - self.abstained

    @property
    def unanimous(self) -> bool:
        """Whether everybody there was for it."""
        return 0 < self.present == self.votes_for


def tally(minutes: Minutes, item: AgendaItem) -> Tally:
    """The counts of a vote; members present count as "for" until something else is said of them."""
    vote, there = item.vote, len(voters(minutes, item))
    if vote.kind is VoteKind.NONE:
        return Tally(there, 0, 0, 0)
    if vote.kind is VoteKind.BY_NAME:
        said = [each.choice for each in vote.names]
        against, abstained = said.count(Choice.AGAINST), said.count(Choice.ABSTAINED)
        return Tally(there, there - sum(each is not Choice.FOR for each in said), against, abstained)
    rest = there - vote.against - vote.abstained
    return Tally(there, rest if vote.votes_for is None else vote.votes_for, vote.against, vote.abstained)


def check(minutes: Minutes, item: AgendaItem) -> None:
    """Refuse counts that cannot be: more than were present and entitled at that moment, or names that were not."""
    vote = item.vote
    if vote.kind is VoteKind.NONE:
        return
    _check_names(minutes, item)
    counted = tally(minutes, item)
    if min(vote.votes_for or 0, vote.against, vote.abstained) < 0:
        raise Refusal(N_("Votes are counted from 0 up."), field="votes")
    given = (vote.votes_for or 0) + vote.against + vote.abstained
    if vote.kind is not VoteKind.BY_NAME and given > counted.present:
        sentence = N_("Item %(item)s has %(votes)s votes, but %(present)s were present and entitled to vote.")
        raise Refusal(sentence, field="votes", item=item.number, votes=given, present=counted.present)
    _check_chair(minutes, item, counted)


def _check_names(minutes: Minutes, item: AgendaItem) -> None:
    entitled = {each.id for each in voters(minutes, item)}
    called = {each.id: each.full_name for each in minutes.attendees}
    seen: set[int] = set()
    for each in item.vote.names:
        if each.attendee_id not in entitled:
            sentence = N_("%(name)s was not there to vote on item %(item)s. Take that vote out first.")
            name = called.get(each.attendee_id, "?")
            raise Refusal(sentence, field="votes", name=name, item=item.number)
        if each.attendee_id in seen:
            sentence = N_("%(name)s votes twice on item %(item)s.")
            raise Refusal(sentence, field="votes", name=called[each.attendee_id], item=item.number)
        seen.add(each.attendee_id)


def _check_chair(minutes: Minutes, item: AgendaItem, counted: Tally) -> None:
    """What is said of the chair's open vote has to be among the votes counted."""
    if item.vote.kind is not VoteKind.OPEN or item.vote.chair is None:
        return
    left = {
        Choice.FOR: counted.votes_for,
        Choice.AGAINST: counted.against,
        Choice.ABSTAINED: counted.abstained,
        Choice.NOT_VOTING: counted.not_voting,
    }
    if _chair(minutes, item) is None or left[item.vote.chair] < 1:
        sentence = N_("The chair's vote on item %(item)s is not among the votes counted.")
        raise Refusal(sentence, field="chair_vote", item=item.number)


def check_all(minutes: Minutes) -> None:
    """Refuse minutes in which any item has votes that cannot be."""
    for item in minutes.items:
        check(minutes, item)


def outcome(counted: Tally, majority: Majority, tie_rule: TieRule, chair: Choice | None) -> VoteResult:
    """What counts mean; the share is always of those present and entitled, so who abstains or takes no part is not
    for it.

    Ordinary majority: more than half of those present. When as many vote for as against, that holds for which the
    chair voted where the tie rule says so, and nothing is adopted otherwise; `chair` None is not known yet. Qualified
    majority: at least two thirds or three quarters of those present; no tie can be one.
    """
    votes, present = counted.votes_for, counted.present
    if majority is Majority.TWO_THIRDS:
        return _adopted(adopted=present > 0 and 3 * votes >= 2 * present)
    if majority is Majority.THREE_QUARTERS:
        return _adopted(adopted=present > 0 and 4 * votes >= 3 * present)
    if tie_rule is TieRule.CHAIR_DECIDES and votes == counted.against > 0:
        return VoteResult.TIED if chair is None else _adopted(adopted=chair is Choice.FOR)
    return _adopted(adopted=2 * votes > present)


def _adopted(*, adopted: bool) -> VoteResult:
    return VoteResult.ADOPTED if adopted else VoteResult.NOT_ADOPTED


def result(minutes: Minutes, item: AgendaItem) -> VoteResult:
    """What was decided on an item. Without a quorum at that moment nothing is, whatever was counted."""
    if item.vote.kind is VoteKind.NONE:
        return VoteResult.NONE
    if not quorum_of(minutes, item).held:
        return VoteResult.NO_QUORUM
    found = outcome(tally(minutes, item), item.vote.majority, minutes.tie_rule, _chairs_choice(minutes, item))
    if found is VoteResult.TIED and (item.vote.kind is VoteKind.SECRET or _chair(minutes, item) is None):
        return VoteResult.NOT_ADOPTED  # nobody knows the chair's ballot, or the chair has no vote here
    return found


def _chair(minutes: Minutes, item: AgendaItem) -> Attendee | None:
    """The chair of the meeting, when they may vote on an item."""
    who = minutes.chair
    for each in voters(minutes, item):
        same = each.person_id == who.person_id if who.person_id else each.full_name == who.full_name
        if same and who.said:
            return each
    return None


def _chairs_choice(minutes: Minutes, item: AgendaItem) -> Choice | None:
    if item.vote.kind is VoteKind.BY_NAME:
        chair = _chair(minutes, item)
        if chair is None:
            return None
        return next((each.choice for each in item.vote.names if each.attendee_id == chair.id), Choice.FOR)
    return item.vote.chair if item.vote.kind is VoteKind.OPEN else None


def choice_of(item: AgendaItem, attendee_id: int) -> Choice:
    """How somebody entitled voted in a vote by name."""
    return next((each.choice for each in item.vote.names if each.attendee_id == attendee_id), Choice.FOR)


def with_choice(vote: Vote, attendee_id: int, choice: Choice) -> Vote:
    """The vote by name with one voice said anew."""
    others = tuple(each for each in vote.names if each.attendee_id != attendee_id)
    own = () if choice is Choice.FOR else (NamedVote(attendee_id, choice),)
    return replace(vote, kind=VoteKind.BY_NAME, names=(*others, *own))


def settled(minutes: Minutes) -> Minutes:
    """The same minutes with every count said outright, as they are kept once they are final."""
    items = []
    for item in minutes.items:
        if item.vote.kind is VoteKind.NONE:
            items.append(item)
            continue
        counted = tally(minutes, item)
        vote = replace(item.vote, votes_for=counted.votes_for, against=counted.against, abstained=counted.abstained)
        items.append(replace(item, vote=vote))
    return replace(minutes, items=tuple(items))
