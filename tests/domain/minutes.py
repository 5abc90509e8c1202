"""Minutes of every kind for tests of rules: built in a line, or drawn at random."""

from __future__ import annotations

from datetime import date, time
from itertools import count
from typing import Any

from hypothesis import strategies as st

from altdesk.domain.bodies import QuorumKind, QuorumRule
from altdesk.domain.minutes import AgendaItem, Attendee, Minutes, Named, NamedVote, ResolvedPoint, Stay, Vote
from altdesk.domain.minutes_kinds import Choice, ItemState, Majority, Presence, VoteKind
from altdesk.domain.rules import ResolvedVerb, TieRule
from tests.domain.texts import any_text

HELD = date(2026, 10, 12)


def attendees(present: int, of: int, guests: int = 0) -> tuple[Attendee, ...]:
    """Members of whom so many are there, the chair first, and guests."""
    rows = [
        Attendee(n, f"Мүше {n}", person_id=n, state=Presence.PRESENT if n <= present else Presence.ABSENT)
        for n in range(1, of + 1)
    ]
    return (*rows, *(Attendee(100 + n, f"Қонақ {n}", votes=False, state=Presence.GUEST) for n in range(guests)))


def meeting(present: int = 7, of: int = 12, vote: Vote | None = None, **fields: Any) -> Minutes:
    """A meeting with one item, voted on openly unless a vote is given; the first member leads it."""
    item = AgendaItem("Жоспар туралы", id=1, number=1, vote=vote or Vote(VoteKind.OPEN))
    values = {"attendees": attendees(present, of), "items": (item,), "chair": Named("Мүше 1", "Төраға", 1)}
    return Minutes(HELD, **{**values, **fields})


times = st.times(time(8), time(20)).map(lambda at: at.replace(second=0, microsecond=0))
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
names = st.builds(Named, any_text, any_text, st.none() | st.integers(1, 9))
quorums = st.just(QuorumRule()) | st.builds(
    QuorumRule, st.just(QuorumKind.AT_LEAST), st.integers(1, 3), st.integers(3, 5)
)


@st.composite
def stays(draw: st.DrawFn) -> tuple[Stay, ...]:
    """Times in their order, two a stay; the first or the last may be open."""
    ends: list[time | None] = sorted(draw(st.sets(times, max_size=6)))  # type: ignore[type-var]
    ends = ends[: len(ends) // 2 * 2]
    if ends and draw(st.booleans()):
        ends[0] = None
    if ends and draw(st.booleans()):
        ends[-1] = None
    found = tuple(Stay(*ends[at : at + 2]) for at in range(0, len(ends), 2))
    return () if found == (Stay(),) else found


@st.composite
def lists(draw: st.DrawFn) -> tuple[Attendee, ...]:
    """An attendance list."""
    ids = count(1)
    row = st.builds(
        Attendee,
        id=st.builds(lambda: next(ids)),
        full_name=any_text,
        post=any_text,
        person_id=st.none() | st.integers(1, 9),
        votes=st.booleans(),
        state=st.sampled_from(Presence),
        reason=any_text,
        stays=stays(),
    )
    return tuple(draw(st.lists(row, max_size=8)))


@st.composite
def items(draw: st.DrawFn, people: int) -> tuple[AgendaItem, ...]:
    """An agenda; votes hold anything that can be typed, also what cannot be."""
    few = st.integers(0, people)
    named = st.builds(NamedVote, st.integers(1, max(1, people)), st.sampled_from(Choice))
    vote = st.builds(
        Vote,
        st.sampled_from(VoteKind),
        st.sampled_from(Majority),
        st.none() | few,
        few,
        few,
        st.none() | st.sampled_from(Choice),
        st.lists(named, max_size=3, unique_by=lambda each: each.attendee_id).map(tuple),
    )
    point = st.builds(ResolvedPoint, any_text, st.lists(names, max_size=2).map(tuple), st.none() | days, any_text)
    found = []
    for number in range(1, draw(st.integers(0, 4)) + 1):
        points = [
            ResolvedPoint(each.text, each.responsible, each.due_on, each.due_text, number * 10 + at, f"{number}.{at}")
            for at, each in enumerate(draw(st.lists(point, max_size=2)), 1)
        ]
        item = st.builds(
            AgendaItem,
            title=any_text,
            speaker=names,
            heard=any_text,
            discussed=any_text,
            state=st.sampled_from(ItemState),
            starts_at=st.none() | times,
            ends_at=st.none() | times,
            id=st.just(number),
            number=st.just(number),
            vote=vote,
            points=st.just(tuple(points)),
            carried_from=st.none() | st.integers(1, 99),
        )
        found.append(draw(item))
    return tuple(found)


@st.composite
def any_minutes(draw: st.DrawFn) -> Minutes:
    """Minutes of any kind, possible or not."""
    there = draw(lists())
    return Minutes(
        draw(days),
        draw(st.none() | times),
        draw(st.none() | times),
        draw(any_text),
        draw(names),
        draw(names),
        draw(any_text),
        draw(any_text),
        verb=draw(st.sampled_from(ResolvedVerb)),
        quorum=draw(quorums),
        id=1,
        body=draw(any_text),
        number=draw(st.sampled_from(["", "5", "5/1"])),
        tie_rule=draw(st.sampled_from(TieRule)),
        attendees=there,
        items=draw(items(len(there))),
    )
