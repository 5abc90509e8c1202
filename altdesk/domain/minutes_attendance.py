"""Who was in the room when: stays with arrivals and departures, and whether those there may decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import time
from itertools import pairwise

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import AgendaItem, Attendee, Minutes, Stay
from altdesk.domain.minutes_kinds import Presence

_THERE = frozenset({Presence.PRESENT, Presence.GUEST})


@dataclass(frozen=True)
class Quorum:
    """Of `entitled` members `present` are there, `needed` must be."""

    present: int
    entitled: int
    needed: int

    @property
    def held(self) -> bool:
        """Whether the body may decide; a body without anybody entitled to vote never may."""
        return self.entitled > 0 and self.present >= self.needed

    @property
    def missing(self) -> int:
        """How many more must come."""
        return max(0, self.needed - self.present)


def is_there(attendee: Attendee, at: time | None) -> bool:
    """Whether somebody is in the room at a time of day. Without a time: whether they came at all."""
    if attendee.state not in _THERE:
        return False
    return at is None or not attendee.stays or any(at in stay for stay in attendee.stays)


def moment(minutes: Minutes, item: AgendaItem) -> time | None:
    """The time of day by which presence during an item is judged: when it ended (the vote comes last), else when it
    began, else the latest time said before it on the agenda, else the beginning of the meeting; None when no time is
    said at all."""
    at = minutes.starts_at
    for each in minutes.items:
        own = each.ends_at or each.starts_at
        at = own or at
        if each.id == item.id:
            break
    return at


def present(minutes: Minutes, at: time | None = None) -> tuple[Attendee, ...]:
    """Everybody in the room at a time of day, guests too."""
    return tuple(each for each in minutes.attendees if is_there(each, at))


def voters(minutes: Minutes, item: AgendaItem) -> tuple[Attendee, ...]:
    """Who may vote on an item: entitled, and there when the vote is taken."""
    at = moment(minutes, item)
    return tuple(each for each in minutes.attendees if each.counted and is_there(each, at))


def quorum(minutes: Minutes, at: time | None = None) -> Quorum:
    """The quorum at a time of day; without one of all who came."""
    entitled = [each for each in minutes.attendees if each.counted]
    there = sum(is_there(each, at) for each in entitled)
    return Quorum(there, len(entitled), minutes.quorum.needed(len(entitled)))


def quorum_now(minutes: Minutes) -> Quorum:
    """The quorum of those who have come and have not left: what stands over the list while the meeting goes on."""
    entitled = [each for each in minutes.attendees if each.counted]
    there = sum(is_there(each, None) and each.leaves is None for each in entitled)
    return Quorum(there, len(entitled), minutes.quorum.needed(len(entitled)))


def quorum_of(minutes: Minutes, item: AgendaItem) -> Quorum:
    """The quorum while an item was dealt with."""
    return quorum(minutes, moment(minutes, item))


def arrived(attendee: Attendee, at: time) -> Attendee:
    """Somebody comes into the room, for the first time or again. Refused when they are there already."""
    stays = attendee.stays
    if attendee.state not in _THERE:
        return with_stays(replace(attendee, state=Presence.PRESENT, reason=""), (Stay(at),))
    if stays and stays[-1].leaves is not None:
        return with_stays(attendee, (*stays, Stay(at)))
    if len(stays) <= 1:  # the first arrival, typed now or mended
        return with_stays(attendee, (Stay(at),))
    sentence = N_("%(name)s came back at %(time)s already.")
    raise Refusal(sentence, field="arrives", name=attendee.full_name, time=clock(stays[-1].arrives))


def left(attendee: Attendee, at: time) -> Attendee:
    """Somebody leaves the room. Refused for who was never there, or has left already."""
    if attendee.state not in _THERE:
        raise Refusal(N_("%(name)s is not there. Mark the person present first."), name=attendee.full_name)
    last = attendee.stays[-1] if attendee.stays else Stay()
    return with_stays(attendee, (*attendee.stays[:-1], replace(last, leaves=at)))


def with_stays(attendee: Attendee, stays: Sequence[Stay]) -> Attendee:
    """The same person with other stays. Refused when nobody could have been there so."""
    if len(stays) == 1 and stays[0] == Stay():
        stays = ()
    for stay in stays:
        if stay.arrives is not None and stay.leaves is not None and stay.leaves <= stay.arrives:
            sentence = N_("%(name)s cannot leave at %(leaves)s having come at %(arrives)s.")
            times = {"leaves": clock(stay.leaves), "arrives": clock(stay.arrives)}
            raise Refusal(sentence, field="leaves", name=attendee.full_name, **times)
    for one, other in pairwise(stays):
        if one.leaves is None or other.arrives is None or other.arrives < one.leaves:
            sentence = N_("%(name)s left at %(leaves)s and cannot come back before that.")
            raise Refusal(sentence, field="arrives", name=attendee.full_name, leaves=clock(one.leaves))
    return replace(attendee, stays=tuple(stays))


def clock(at: time | None) -> str:
    """14:05; an empty text for no time."""
    return f"{at.hour:02}:{at.minute:02}" if at is not None else ""


def stays_text(stays: Iterable[Stay]) -> str:
    """The stays as they are kept and shown: `14:10–15:00, 15:30–`."""
    return ", ".join(f"{clock(stay.arrives)}–{clock(stay.leaves)}" for stay in stays)


def parse_stays(text: str) -> tuple[Stay, ...]:
    """What `stays_text` wrote, or a person typed (`14.10-15; 15:30-`). Refused when it cannot be understood."""
    if not text.strip():
        return ()
    stays = []
    for part in re.split(r"[,;]", text):
        ends = re.split(r"[-\u2010-\u2015\u2212]", part)
        if len(ends) != 2:
            raise Refusal(_NOT_UNDERSTOOD, field="stays", text=text)
        arrives, leaves = (parse_clock(end, field="stays") if end.strip() else None for end in ends)
        stays.append(Stay(arrives, leaves))
    return tuple(stays)


_NOT_UNDERSTOOD = N_("Type when the person came and left like this: 14:10-15:30.")
_CLOCK = re.compile(r"\s*(\d{1,2})(?:\s*[:.,\-\s]\s*(\d{2})|(\d{2}))?\s*")


def parse_clock(text: str, *, field: str = "") -> time:
    """The time of day a person typed: 14:05, 14.05, 1405, 14. Refused when there is no such time."""
    found = _CLOCK.fullmatch(text)
    if found is None or int(found[1]) > 23 or int(found[2] or found[3] or 0) > 59:
        raise Refusal(N_("%(text)s is no time of day. Type it like 14:05."), field=field, text=text.strip())
    return time(int(found[1]), int(found[2] or found[3] or 0))
