"""The turn of the year in a body: who stays, who leaves and who comes, in one step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from altdesk.desk import Changed, Desk
from altdesk.domain.academic_year import academic_year, academic_year_of
from altdesk.domain.bodies import Comer, EndReason, Stay, Term
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.spans import Span, day_before
from altdesk.services import rules
from altdesk.services.terms import close_term, open_term
from db.queries import bodies as queries

SUMMER = timedelta(days=125)  # a register kept to the end of May is turned in September
EARLY = timedelta(days=31)  # who began so shortly before a year began in it: its first day may have been moved since


def to_turn(desk: Desk, body_id: int, on: date) -> list[Term]:
    """The terms of the year that ends the day before `on`, in the order of posts and then of names.

    Those that run until then, and those whose time was over in the months before; nobody whose term ended for another
    reason, or who has begun anew since.
    """
    with desk.store.read() as connection:
        held = [each for each in queries.terms_of_body(connection, body_id) if each.starts_on < on]
        ranks = [post.id for post in queries.posts_of(connection, body_id)]
    latest: dict[int, date] = {}
    for each in held:
        latest[each.person_id] = max(each.starts_on, latest.get(each.person_id, each.starts_on))
    found = [each for each in held if _runs(each, on) or (_over(each, on) and latest[each.person_id] == each.starts_on)]
    return sorted(found, key=lambda each: ranks.index(each.body_post_id))


def due(desk: Desk, body_id: int, today: date) -> date:
    """The first day of the year that is to begin: this academic year's, when its turn is still to be made.

    It has been made when somebody began in it and nobody of last year still holds a post without a last day.
    """
    with desk.store.read() as connection:
        start = rules.read(connection).year_start
        held = queries.terms_of_body(connection, body_id)
    this = academic_year(today, start)
    waiting = [each for each in held if each.starts_on < this.first - EARLY]
    begun = any(this.first - EARLY <= each.starts_on <= this.last for each in held)
    if waiting and (not begun or any(each.ends_on is None for each in waiting)):
        return this.first
    return academic_year_of(this.first.year + 1, start).first


def _runs(each: Term, on: date) -> bool:
    return each.ends_on is None or each.ends_on >= day_before(on)


def _over(each: Term, on: date) -> bool:
    ended = each.end_reason in {EndReason.NONE, EndReason.EXPIRED}
    return ended and each.ends_on is not None and each.ends_on >= on - SUMMER


def turn_year(
    desk: Desk,
    body_id: int,
    on: date,
    *,
    stays: Iterable[Stay] = (),
    leaves: Iterable[int] = (),
    comes: Iterable[Comer] = (),
    until: date | None = None,
) -> Changed:
    """Turn the year over: everybody of last year stays (maybe in another post) or leaves, others come.

    Terms of last year end the day before `on` and stay as rows; whoever stays or comes has a new term from `on`, open
    or to `until`. A term planned to run past `on` in the same post is left as it is. Refused while it is not said of
    everybody who `to_turn` names whether they stay, and for the clashes a new term is refused for.
    """
    waiting = {each.id: each for each in to_turn(desk, body_id, on)}
    with desk.store.read() as connection:
        known = queries.get(connection, body_id)
    if known is None:
        raise Refusal(N_("There is no such body."))
    staying, leaving = {stay.term_id: stay.body_post_id for stay in stays}, set(leaves)
    _refuse_unsaid(waiting, staying.keys(), leaving)
    with desk.step(N_("New year of %(body)s from %(day)s"), body=known.name, day=short_day(on)) as step:
        step.made = body_id
        ending = [each for each in waiting.values() if each.id in leaving or _anew(each, staying[each.id], on)]
        for each in ending:
            close_term(step, each, day_before(on), EndReason.EXPIRED)
        renewed = [Comer(staying[e.id] or e.body_post_id, e.person_id) for e in ending if e.id not in leaving]
        for comer in [*renewed, *comes]:
            open_term(step, comer.body_post_id, comer.person_id, Span(on, until))
    return desk.done(step)


def _anew(each: Term, post: int | None, on: date) -> bool:
    """True when whoever stays needs a new term: it would be over, or open, or the post is another one."""
    return each.ends_on is None or each.ends_on < on or post not in {None, each.body_post_id}


def _refuse_unsaid(waiting: Mapping[int, Term], staying: Collection[int], leaving: set[int]) -> None:
    said = leaving.union(staying)
    for number, each in waiting.items():
        if number not in said:
            sentence = N_("Say of %(name)s, %(post)s, whether the person stays or leaves.")
            raise Refusal(sentence, field="stays", name=each.full_name, post=each.post)
        if number in leaving and number in staying:
            sentence = N_("%(name)s, %(post)s, cannot both stay and leave.")
            raise Refusal(sentence, field="stays", name=each.full_name, post=each.post)
    if said - waiting.keys():
        raise Refusal(N_("A term named here is not of last year. Look at the list again."), field="stays")
