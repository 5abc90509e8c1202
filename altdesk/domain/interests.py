"""Interests of people and the clubs they suggest (§5.5.5): words that mean the same, however they are spelled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from altdesk.domain.fold import fold

STEM = 4  # letters of a word's beginning that are enough to mean the same: шахмат, шахматшы, шахматы


@dataclass(frozen=True)
class SuggestedClub:
    """A club that goes with a person's interests; `words` are those interests, the best first."""

    body_id: int
    name: str
    words: tuple[str, ...]
    score: int
    member: bool = False  # on the day asked for


@dataclass(frozen=True)
class Candidate:
    """A person whose interests go with a club, and who is not in it."""

    id: int
    full_name: str
    unit: str
    group: str
    course: int | None
    words: tuple[str, ...]
    score: int


def likeness(interest: str, keyword: str) -> int:
    """How much an interest is what a club is about, both as find keys: 3 the same, 2 within it, 1 by its beginning."""
    if not interest or not keyword:
        return 0
    if interest == keyword:
        return 3
    ours, theirs = sorted((interest.split(), keyword.split()), key=len)
    if all(word in theirs for word in ours):
        return 2
    return 1 if all(any(_begins(word, other) for other in theirs) for word in ours) else 0


def _begins(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= STEM and long.startswith(short))


def meeting(interests: Iterable[str], keywords: Iterable[str]) -> list[tuple[int, str]]:
    """The interests that go with some keyword, with how much, the closest first; otherwise in the order given."""
    keys = [fold(keyword) for keyword in keywords]
    found = []
    for interest in interests:
        key = fold(interest)
        best = max((likeness(key, keyword) for keyword in keys), default=0)
        if best:
            found.append((best, interest))
    return sorted(found, key=lambda pair: -pair[0])
