"""Interests of members and the clubs they suggest (§5.5.5): keeping them, who might join what, and joining."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from altdesk.desk import Changed, Desk
from altdesk.domain.bodies import CLUB_KINDS, Body, BodyPost, PostRole
from altdesk.domain.errors import Refusal
from altdesk.domain.interests import Candidate, SuggestedClub, likeness, meeting
from altdesk.domain.marking import N_
from altdesk.domain.text import clean, fold
from altdesk.services import bodies, people
from db.models.bodies import interest
from db.queries import bodies as body_queries
from db.queries import interests as queries
from db.step import Step


def of_person(desk: Desk, person_id: int) -> tuple[str, ...]:
    """A person's interests in the order they were named."""
    with desk.store.read() as connection:
        return queries.of_person(connection, person_id)


def known_words(desk: Desk) -> list[str]:
    """Words to choose from while typing: what people are interested in, then what clubs are about."""
    with desk.store.read() as connection:
        said = queries.words(connection)
        about = [word for body in body_queries.all_bodies(connection) for word in body.keywords]
    found: dict[str, str] = {}
    for word in (*said, *about):
        found.setdefault(fold(word), word)
    return list(found.values())


def save(desk: Desk, person_id: int, words: Iterable[str]) -> Changed:
    """Keep what a person is interested in: each word once, in the order named."""
    called = people.get(desk, person_id).full_name
    with desk.step(N_("Interests of %(name)s"), name=called) as step:
        step.made = person_id
        set_words(step, person_id, words)
    return desk.done(step)


def set_words(step: Step, person_id: int, words: Iterable[str]) -> None:
    """Within a step: make a person's interests be exactly these."""
    wanted: dict[str, str] = {}
    for word in (clean(each).text for each in words):
        if word:
            wanted.setdefault(fold(word) or word, word)
    if queries.of_person(step.connection, person_id) != tuple(wanted.values()):
        step.remove(interest, interest.c.person_id == person_id)
        rows = [{"person_id": person_id, "word": word, "fold_key": fold(word)} for word in wanted.values()]
        step.add_many(interest, rows)


def clubs(desk: Desk, on: date) -> list[Body]:
    """Clubs, circles and sections that are open on a day, in Kazakh order."""
    every = (body for body in bodies.all_bodies(desk) if body.kind in CLUB_KINDS)
    return [body for body in every if body.closed_on is None or body.closed_on >= on]


def suggested(desk: Desk, person_id: int, on: date) -> list[SuggestedClub]:
    """Clubs that go with a person's interests, the best first; those the person is in are marked."""
    words = of_person(desk, person_id)
    within = {term.body_id for term in bodies.terms_of(desk, person_id) if on in term.span}
    found = []
    for body in clubs(desk, on):
        pairs = meeting(words, body.keywords)
        if pairs:
            score = sum(best for best, _ in pairs)
            matching = tuple(word for _, word in pairs)
            found.append(SuggestedClub(body.id, body.name, matching, score, body.id in within))
    return sorted(found, key=lambda club: -club.score)


def might_join(desk: Desk, body_id: int, on: date) -> list[Candidate]:
    """Active people whose interests go with a club and who are not in it on a day, the best first, then by name."""
    keywords = [fold(word) for word in bodies.get(desk, body_id).keywords]
    within = {member.person_id for member in bodies.members(desk, body_id, on)}
    with desk.store.read() as connection:
        scores = {key: max((likeness(key, word) for word in keywords), default=0) for key in queries.keys(connection)}
        rows = queries.who_has(connection, [key for key, score in scores.items() if score])
    found: dict[int, Candidate] = {}
    for number, name, unit, group, course, word, key in rows:
        if number in within:
            continue
        before = found.get(number)
        words, score = (before.words, before.score) if before else ((), 0)
        found[number] = Candidate(number, name, unit, group, course, (*words, word), score + scores[key])
    return sorted(found.values(), key=lambda candidate: -candidate.score)


def plain_post(body: Body) -> BodyPost:
    """The post of those who are simply in a body: the lowest one that has any number of seats. Refused without one."""
    plain = [post for post in body.posts if post.seats == 0 and post.role is PostRole.NONE]
    if not plain:
        raise Refusal(N_("%(body)s has no post for members. Add one with any number of seats."), body=body.name)
    return plain[-1]


def join(desk: Desk, body_id: int, people_ids: Iterable[int], on: date) -> Changed:
    """Let people into a club from a day, all in one step, in the post of simple members."""
    every = list(dict.fromkeys(people_ids))
    body = bodies.get(desk, body_id)
    post = plain_post(body)
    with desk.step(N_("%(count)s people into %(body)s"), count=len(every), body=body.name) as step:
        for number in every:
            bodies.add_term(desk, post.id, number, on)
        step.made = body_id
    return desk.done(step)
