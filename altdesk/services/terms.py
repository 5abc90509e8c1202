"""Terms of office: opening, changing and ending them, and the change of an office in one step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, or_, select

from altdesk.desk import Changed, Desk
from altdesk.domain.bodies import ONE_SEAT, TWICE, BodyPost, EndReason, Term, clash
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.spans import Span, day_before
from altdesk.domain.text import clean
from db.models.bodies import body, term
from db.models.people import person
from db.queries import bodies as queries
from db.step import Step


@dataclass(frozen=True)
class _Who:
    name: str
    left_on: date | None


def known_term(connection: Connection, term_id: int) -> Term:
    """One term. Refused when there is no such record."""
    found = queries.term_of(connection, term_id)
    if found is None:
        raise Refusal(N_("There is no such term."))
    return found


def known_post(connection: Connection, body_post_id: int) -> BodyPost:
    """One post of a body. Refused when there is no such record."""
    found = queries.post(connection, body_post_id)
    if found is None:
        raise Refusal(N_("Choose a post of this body."), field="post")
    return found


def _who(connection: Connection, person_id: int) -> _Who:
    chosen = select(person.c.full_name, person.c.left_on, person.c.binned_at).where(person.c.id == person_id)
    row = connection.execute(chosen).one_or_none()
    if row is None:
        raise Refusal(N_("Choose a person."), field="person")
    if row.binned_at is not None:
        sentence = N_("%(name)s is in the bin. Choose another person.")
        raise Refusal(sentence, field="person", name=row.full_name)
    return _Who(row.full_name, row.left_on)


def _labels(connection: Connection, body_post_id: int, person_id: int) -> Mapping[str, str]:
    """What the label of a step names: the person, the post and the body."""
    post, who = known_post(connection, body_post_id), _who(connection, person_id)
    called = connection.execute(select(body.c.name).where(body.c.id == post.body_id)).scalar_one()
    return {"name": who.name, "post": post.title, "body": called}


def check(step: Step, post: BodyPost, person_id: int, wanted: Span, own: int | None = None) -> None:
    """Within a step: refuse days that run backwards, or go past the body or the person, or clash with another term."""
    if wanted.ends_on is not None and wanted.ends_on < wanted.starts_on:
        sentence = N_("The term begins on %(day)s and cannot end before that.")
        raise Refusal(sentence, field="ends_on", day=short_day(wanted.starts_on))
    who = _who(step.connection, person_id)
    if who.left_on is not None and (wanted.ends_on is None or wanted.ends_on > who.left_on):
        sentence = N_("%(name)s left on %(day)s. The term has to end by then.")
        raise Refusal(sentence, field="ends_on", name=who.name, day=short_day(who.left_on))
    closed_on = step.connection.execute(select(body.c.closed_on).where(body.c.id == post.body_id)).scalar_one()
    if closed_on is not None and (wanted.ends_on is None or wanted.ends_on > closed_on):
        sentence = N_("The body was closed on %(day)s. The term has to end by then.")
        raise Refusal(sentence, field="ends_on", day=short_day(closed_on))
    held = [each for each in queries.terms_of_post(step.connection, post.id) if each.id != own]
    found = clash(post, person_id, wanted, held)
    if found is not None:
        sentence = TWICE if found.person_id == person_id else ONE_SEAT
        values = {"post": post.title, "name": found.full_name, "span": str(found.span)}
        raise Refusal(sentence, field="starts_on", **values)


def open_term(step: Step, body_post_id: int, person_id: int, wanted: Span, note: str = "") -> int:
    """Within a step: a new term. Refused as `check` says."""
    post = known_post(step.connection, body_post_id)
    check(step, post, person_id, wanted)
    return step.add(
        term,
        body_id=post.body_id,
        body_post_id=post.id,
        person_id=person_id,
        starts_on=wanted.starts_on,
        ends_on=wanted.ends_on,
        note=clean(note).text,
    )


def close_term(step: Step, known: Term, last: date, reason: EndReason) -> None:
    """Within a step: the last day of a term; one that ends sooner stays. Refused before its first day."""
    if known.ends_on is not None and known.ends_on <= last:
        return
    if last < known.starts_on:
        sentence = N_("%(name)s holds “%(post)s” from %(day)s. Choose a later day.")
        values = {"name": known.full_name, "post": known.post, "day": short_day(known.starts_on)}
        raise Refusal(sentence, field="ends_on", **values)
    step.change(term, known.id, ends_on=last, end_reason=reason.value)


def close_beyond(step: Step, terms: Iterable[Term], last: date, reason: EndReason) -> None:
    """Within a step: let no term go past a day. Refused when one would only begin after it."""
    for each in terms:
        if each.starts_on > last:
            sentence = N_("%(name)s holds “%(post)s” of %(body)s only from %(day)s. Take this term out first.")
            values = {"name": each.full_name, "post": each.post, "body": each.body, "day": short_day(each.starts_on)}
            raise Refusal(sentence, field="ends_on", **values)
        close_term(step, each, last, reason)


def follow(step: Step, people: Iterable[int]) -> None:
    """Within a step that changed people: whoever left holds no post after that day.

    Refused when a term would only begin after it, and for people in the bin who stand in a register, now or in the
    past: a register never loses a name.
    """
    chosen = select(person.c.id, person.c.full_name, person.c.left_on, person.c.binned_at)
    chosen = chosen.where(or_(person.c.left_on.is_not(None), person.c.binned_at.is_not(None)))
    every = sorted(set(people))
    for at in range(0, len(every), 500):
        some = person.c.id.in_(every[at : at + 500]) & person.c.id.in_(select(term.c.person_id))
        for row in step.connection.execute(chosen.where(some)).all():
            if row.binned_at is not None and (held := queries.terms_of_person(step.connection, row.id)):
                sentence = N_("%(name)s stands in the register of %(body)s. Record the leaving instead of the bin.")
                raise Refusal(sentence, name=row.full_name, body=held[0].body)
            if row.left_on is not None:
                running = queries.beyond(step.connection, row.left_on, term.c.person_id == row.id)
                close_beyond(step, running, row.left_on, EndReason.LEFT)


def add_term(
    desk: Desk, body_post_id: int, person_id: int, starts_on: date, ends_on: date | None = None, *, note: str = ""
) -> Changed:
    """Put a person into a post from a day, to a day or open. Refused for clashes, naming who and from when to when."""
    with desk.store.read() as connection:
        labels = _labels(connection, body_post_id, person_id)
    with desk.step(N_("Add to %(body)s: %(name)s, %(post)s"), **labels) as step:
        step.made = open_term(step, body_post_id, person_id, Span(starts_on, ends_on), note)
    return desk.done(step)


def save_term(
    desk: Desk,
    term_id: int,
    starts_on: date,
    ends_on: date | None,
    *,
    note: str = "",
    end_reason: EndReason | None = None,
) -> Changed:
    """Correct the days or the note of a term; without a reason the one it ended for stays. Refused like a new one."""
    with desk.store.read() as connection:
        known = known_term(connection, term_id)
    with desk.step(N_("Change the term of %(name)s, %(post)s"), name=known.full_name, post=known.post) as step:
        step.made = term_id
        post = known_post(step.connection, known.body_post_id)
        check(step, post, known.person_id, Span(starts_on, ends_on), own=term_id)
        reason = (known.end_reason if end_reason is None else end_reason) if ends_on else EndReason.NONE
        values = {"starts_on": starts_on, "ends_on": ends_on, "note": clean(note).text, "end_reason": reason.value}
        step.change(term, term_id, **values)
    return desk.done(step)


def end_term(desk: Desk, term_id: int, on: date, reason: EndReason = EndReason.EXPIRED) -> Changed:
    """End a term; `on` is its last day. Refused before its first day."""
    with desk.store.read() as connection:
        known = known_term(connection, term_id)
    with desk.step(N_("End the term of %(name)s, %(post)s"), name=known.full_name, post=known.post) as step:
        step.made = term_id
        if known.ends_on is None or on < known.ends_on:
            close_term(step, known, on, reason)
        else:
            sentence = N_("This term ends on %(day)s already. Change the term to let it run longer.")
            raise Refusal(sentence, field="ends_on", day=short_day(known.ends_on))
    return desk.done(step)


def remove_term(desk: Desk, term_id: int) -> Changed:
    """Take out a term that never was; a term that was is ended instead."""
    with desk.store.read() as connection:
        known = known_term(connection, term_id)
    with desk.step(N_("Take out the term of %(name)s, %(post)s"), name=known.full_name, post=known.post) as step:
        step.remove(term, term.c.id == term_id)
    return desk.done(step)


def change_office(
    desk: Desk,
    body_post_id: int,
    person_id: int,
    on: date,
    *,
    instead_of: int | None = None,
    also_ends: Iterable[int] = (),
    old_becomes: int | None = None,
    note: str = "",
) -> Changed:
    """Let a person take a post over on a day: the old holder's term ends the day before, the new one opens.

    A post of any number of seats needs the term that is taken over (`instead_of`). `also_ends` are terms that end the
    day before as well (a deputy who becomes chair), `old_becomes` the post in which the old holder goes on. The new
    term keeps a planned last day of the old one. Refused when the old holder began on that day or later.
    """
    with desk.store.read() as connection:
        labels = _labels(connection, body_post_id, person_id)
    with desk.step(N_("Change of office in %(body)s: %(post)s, %(name)s"), **labels) as step:
        old = _taken_over(step, body_post_id, person_id, on, instead_of)
        until = old.ends_on if old is not None else None
        ending = [known_term(step.connection, number) for number in also_ends]
        for each in [*([old] if old else []), *(each for each in ending if each.person_id == person_id)]:
            close_term(step, each, day_before(on), EndReason.REPLACED)
        step.made = open_term(step, body_post_id, person_id, Span(on, until), note)
        if old is not None and old_becomes is not None:
            open_term(step, old_becomes, old.person_id, Span(on, until))
    return desk.done(step)


def _taken_over(step: Step, body_post_id: int, person_id: int, on: date, instead_of: int | None) -> Term | None:
    """The term that ends when somebody takes a post over; None for a post that stands empty on that day."""
    post = known_post(step.connection, body_post_id)
    if instead_of is None and post.seats != 1:
        raise Refusal(N_("“%(post)s” has many seats. Choose whose place it is."), field="instead_of", post=post.title)
    held = [each for each in queries.terms_of_post(step.connection, post.id) if on in each.span]
    old = next((each for each in held if instead_of in {None, each.id}), None)
    if instead_of is not None and old is None:
        raise Refusal(N_("Nobody holds this place on that day. Choose another day."), field="instead_of")
    if old is not None and old.person_id == person_id:
        raise Refusal(TWICE, field="person", post=post.title, name=old.full_name, span=str(old.span))
    return old
