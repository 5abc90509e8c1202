"""What a meeting decided and what it left: points that were not adopted stay proposals, and an item that nobody dealt
with is put off. Final minutes keep it as the state of each item, so that older ones go on saying what they said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import AgendaItem, Minutes, PointDraft
from altdesk.domain.minutes_attendance import quorum_of
from altdesk.domain.minutes_kinds import ItemState, VoteKind
from altdesk.domain.minutes_votes import VoteResult, result

TYPED = (ItemState.PLANNED, ItemState.DEALT, ItemState.POSTPONED)  # what the secretary says of an item of a draft
_UNDECIDED = {ItemState.NOT_ADOPTED, ItemState.LEFT_OPEN}
_LEFT = {ItemState.POSTPONED, ItemState.PUT_OFF, ItemState.LEFT_OPEN}
_DECIDED = {VoteResult.NONE, VoteResult.ADOPTED}
UNTOUCHED = N_("Not dealt with: %(items)s. The paper says that they are put off, and the next meeting is offered them.")
NOT_ADOPTED = N_("Not adopted: %(items)s. The paper has the proposal and says so, and no task comes of it.")


def undecided(minutes: Minutes, item: AgendaItem) -> bool:
    """Whether the points of an item are no decisions: too few were for them, or there to decide anything."""
    if minutes.locked:
        return item.state in _UNDECIDED
    lacking = not quorum_of(minutes, item).held
    return bool(item.points) and (lacking or result(minutes, item) not in _DECIDED)


def goes_on(item: AgendaItem) -> bool:
    """Whether the next meeting goes on with an item, as the paper says."""
    return item.state in _LEFT


def put_off(minutes: Minutes, item: AgendaItem) -> bool:
    """Whether nothing at all was said of an item, and the paper says only that it is put off."""
    return item.state is (ItemState.PUT_OFF if minutes.locked else ItemState.POSTPONED) and _bare(item)


def _bare(item: AgendaItem) -> bool:
    return not (item.heard or item.discussed or item.points) and item.vote.kind is VoteKind.NONE


def closed(minutes: Minutes, item: AgendaItem) -> ItemState:
    """How an item stands once its minutes are final."""
    if undecided(minutes, item):
        return ItemState.LEFT_OPEN if item.state is ItemState.POSTPONED else ItemState.NOT_ADOPTED
    return ItemState.PUT_OFF if _bare(item) and not item.dealt else item.state


def opened(state: ItemState) -> ItemState:
    """How it stands when they are opened again: what was written decides anew."""
    if state is ItemState.LEFT_OPEN:
        return ItemState.POSTPONED
    return state if state in TYPED else ItemState.PLANNED


def check_due(minutes: Minutes, point: PointDraft, item: int | None = None) -> None:
    """Refuse a day by when something is to be done that was over when the meeting resolved it; `item` has the point."""
    if point.due_on is not None and point.due_on < minutes.held_on:
        sentence = N_("The due date %(due)s is before the day of the meeting, %(day)s. Type a later one.")
        due, day = short_day(point.due_on), short_day(minutes.held_on)
        raise Refusal(sentence, field="due_on", due=due, day=day, item=item)


@dataclass(frozen=True)
class Notice:
    """A sentence about items that whoever locks minutes should know; `items` are their numbers and titles."""

    sentence: str
    items: str


def notices(minutes: Minutes) -> Iterator[Notice]:
    """What locking these minutes makes of items that were not dealt with, and of those that were not adopted."""
    untouched = [item for item in minutes.items if item.state is ItemState.PLANNED and not item.dealt]
    refused = [item for item in minutes.items if undecided(minutes, item)]
    for sentence, items in ((UNTOUCHED, untouched), (NOT_ADOPTED, refused)):
        if items:
            yield Notice(sentence, "; ".join(f"{item.number}. {item.title}" for item in items))
