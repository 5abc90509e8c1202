"""Posts of bodies: adding, changing, ordering and retiring them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from altdesk.desk import Changed, Desk
from altdesk.domain.bodies import BodyPost, BodyPostDraft, two_at_once
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.text import clean, post_key
from altdesk.services.terms import known_post
from db.models.bodies import body_post, term
from db.queries import bodies as queries
from db.step import Step, now


def _posts(connection: Connection, body_id: int) -> tuple[BodyPost, ...]:
    found = queries.get(connection, body_id)
    if found is None:
        raise Refusal(N_("There is no such body."))
    return found.posts


def tidy(connection: Connection, body_id: int, draft: BodyPostDraft, own: int | None = None) -> BodyPostDraft:
    """The draft cleaned. Refused without a title, or when the body has such a post."""
    tidied = replace(draft, title=clean(draft.title).text)
    if not tidied.title:
        raise Refusal(N_("Type the title of the post."), field="title")
    if tidied.seats not in {0, 1}:
        raise Refusal(N_("A post has one seat, or any number of them."), field="seats")
    for known in _posts(connection, body_id):
        if known.id != own and post_key(known.title) == post_key(tidied.title):
            raise Refusal(N_("The body already has the post “%(post)s”."), field="title", post=known.title)
    return tidied


def _row(draft: BodyPostDraft) -> dict[str, Any]:
    return {
        "title": draft.title,
        "title_key": post_key(draft.title),
        "seats": draft.seats,
        "votes": draft.votes,
        "role": draft.role.value,
    }


def insert(step: Step, body_id: int, draft: BodyPostDraft) -> int:
    """Within a step: a new post below those of the body. Refused as `tidy` says."""
    tidied = tidy(step.connection, body_id, draft)
    last = select(func.max(body_post.c.ordinal)).where(body_post.c.body_id == body_id)
    ordinal = (step.connection.execute(last).scalar() or 0) + 1
    return step.add(body_post, body_id=body_id, ordinal=ordinal, **_row(tidied))


def add_post(desk: Desk, body_id: int, draft: BodyPostDraft) -> Changed:
    """Add a post below those of a body. Refused without a title, or when the body has it."""
    with desk.step(N_("Add the post %(post)s"), post=clean(draft.title).text) as step:
        step.made = insert(step, body_id, draft)
    return desk.done(step)


def save_post(desk: Desk, body_post_id: int, draft: BodyPostDraft) -> Changed:
    """Change a post. Refused to be of one seat when several people held it at once."""
    with desk.step(N_("Change the post %(post)s"), post=clean(draft.title).text) as step:
        known = known_post(step.connection, body_post_id)
        tidied = tidy(step.connection, known.body_id, draft, body_post_id)
        if tidied.seats == 1 and (pair := two_at_once(queries.terms_of_post(step.connection, body_post_id))):
            sentence = N_("%(first)s and %(second)s held “%(post)s” at the same time, so it cannot have one seat.")
            values = {"first": pair[0].full_name, "second": pair[1].full_name, "post": known.title}
            raise Refusal(sentence, field="seats", **values)
        step.made = body_post_id
        step.change(body_post, body_post_id, **_row(tidied))
    return desk.done(step)


def bin_posts(desk: Desk, chosen: Iterable[int], today: date) -> Changed:
    """Put posts into the bin; what was held of them stays. Refused while somebody holds one."""
    every = list(chosen)
    with desk.step(N_("%(count)s posts to the bin"), count=len(every)) as step:
        for number in every:
            held = queries.beyond(step.connection, today, term.c.body_post_id == number)
            if held:
                sentence = N_("%(name)s holds “%(post)s”. End the term first.")
                raise Refusal(sentence, name=held[0].full_name, post=held[0].post)
        step.change_many(body_post, [(number, {"binned_at": now()}) for number in every])
    return desk.done(step)


def move_post(desk: Desk, body_post_id: int, rank: int) -> Changed:
    """Give a post another place among those of its body; ranks count from 1."""
    with desk.store.read() as connection:
        known = known_post(connection, body_post_id)
        order = [post for post in _posts(connection, known.body_id) if post.id != body_post_id]
    order.insert(max(0, rank - 1), known)
    with desk.step(N_("Move the post %(post)s"), post=known.title) as step:
        step.made = body_post_id
        step.change_many(body_post, [(post.id, {"ordinal": place}) for place, post in enumerate(order, 1)])
    return desk.done(step)
