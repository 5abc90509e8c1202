"""A desk of twenty years of registers: bodies, posts, terms that change within the year, interests of many people."""

from __future__ import annotations

import random
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

from altdesk.desk import Desk
from altdesk.domain.bodies import BodyDraft, BodyKind, BodyPostDraft, PostRole
from altdesk.domain.text import fold
from altdesk.services import bodies, people
from benchmarks.desks import drafts, kept
from db.models.bodies import interest, term
from db.models.people import person

BODIES, YEARS, PEOPLE = 12, 20, 20_000
FIRST_YEAR = 2007
ONE_SEAT, MEMBERS = 8, 40
WORDS = [
    f"{word} {number}" for word in ("шахмат", "би", "ән", "футбол", "дебат", "фото", "логика") for number in range(30)
]
POSTS = (
    BodyPostDraft("Төраға", 1, role=PostRole.CHAIR),
    BodyPostDraft("Хатшы", 1, role=PostRole.SECRETARY),
    *(BodyPostDraft(f"{number}-сектор жетекшісі", 1) for number in range(ONE_SEAT - 2)),
    BodyPostDraft("Мүше"),
)


def of_bodies() -> AbstractContextManager[Desk]:
    """An open desk with 12 bodies × 20 years: 8 posts of one seat that change hands in February, and 40 members."""
    return kept("bodies-1", _fill)


def _fill(desk: Desk) -> None:
    chance = random.Random(5)
    with desk.step("Benchmark people") as step:
        step.add_many(person, [people.row_of(people.tidy(each), None) for each in drafts(PEOPLE, 4)])
        said: list[dict[str, Any]] = []
        for number in range(1, PEOPLE + 1, 2):
            for word in chance.sample(WORDS, 3):
                said.append({"person_id": number, "word": word, "fold_key": fold(word)})
        step.add_many(interest, said)
    for number in range(BODIES):
        kind = BodyKind.STUDENT_CLUB if number % 2 else BodyKind.COUNCIL
        made = bodies.add(desk, BodyDraft(f"Ұйым {number + 1}", kind=kind, keywords=("шахмат", "дебат 7")), POSTS).id
        assert made is not None
        posts = [post.id for post in bodies.get(desk, made).posts]
        with desk.step("Benchmark terms") as step:
            for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
                step.add_many(term, _year(made, posts, year, chance))


def _year(body_id: int, posts: list[int], year: int, chance: random.Random) -> list[dict[str, Any]]:
    first, change = date(year, 9, 1), date(year + 1, 2, 10)
    last: date | None = date(year + 1, 8, 31)
    if year == FIRST_YEAR + YEARS - 1:
        last = None
    some = chance.sample(range(1, PEOPLE + 1), 2 * ONE_SEAT + MEMBERS)
    rows = []
    for at, post in enumerate(posts[:-1]):
        rows.append((post, some[at], first, change - timedelta(days=1)))
        rows.append((post, some[ONE_SEAT + at], change, last))
    rows += [(posts[-1], number, first, last) for number in some[2 * ONE_SEAT :]]
    return [
        {"body_id": body_id, "body_post_id": post, "person_id": who, "starts_on": start, "ends_on": end}
        for post, who, start, end in rows
    ]
