"""The one way to change minutes: a step on a draft, refused once they are final, checked and settled at its end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from altdesk.desk import Desk
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import AgendaItem, Minutes, Named
from altdesk.domain.minutes_numbering import period_of
from altdesk.domain.minutes_votes import check_all
from altdesk.domain.text import clean
from altdesk.services import organisation, rules
from db.models.minutes import agenda_item, attendee, resolved_point
from db.queries import minutes as queries
from db.step import Step

FINAL = N_("The minutes No. %(number)s of %(body)s are final. Reopen them to change anything.")


def whole(connection: Connection, minutes_id: int) -> Minutes:
    """Minutes whole; before they are final with the heads and rules of this moment. Refused when there are none."""
    found = queries.whole(connection, minutes_id)
    if found is None:
        raise Refusal(N_("There are no such minutes."))
    if not found.live:
        return found
    heads, known = organisation.read(connection), rules.read(connection)
    return replace(
        found,
        organisation=heads.name,
        organisation_ru=heads.name_ru,
        department=heads.department,
        department_ru=heads.department_ru,
        city=heads.city,
        verb=known.resolved_verb,
        tie_rule=known.tie_rule,
        period=found.period if found.number else period_of(found.held_on, known).name,
    )


def draft(connection: Connection, minutes_id: int) -> Minutes:
    """Minutes that may be changed. Refused when they are final."""
    found = whole(connection, minutes_id)
    if found.locked:
        raise Refusal(FINAL, number=found.number, body=found.body)
    return found


@contextmanager
def editing(desk: Desk, minutes_id: int, label: str, **values: object) -> Iterator[tuple[Step, Minutes]]:
    """A step that changes a draft; `label` may name %(body)s and %(day)s. All of it is taken back when it leaves votes
    that cannot be. Refused for final minutes."""
    with desk.store.read() as connection:
        named = called(whole(connection, minutes_id))
    with desk.step(label, **named, **values) as step:
        known = draft(step.connection, minutes_id)
        yield step, known
        settle(step, minutes_id)


def called(found: Minutes) -> dict[str, Any]:
    """How a step names the minutes it is about."""
    return {"body": found.body, "day": short_day(found.held_on)}


def settle(step: Step, minutes_id: int) -> None:
    """Within a step: refuse votes that cannot be, and keep what lists ask for (dealt with or not, words of points)."""
    now = whole(step.connection, minutes_id)
    check_all(now)
    kept = [(item.id, {"dealt": item.dealt, "resolved": resolved_text(item)}) for item in now.items]
    step.change_many(agenda_item, kept)


def resolved_text(item: AgendaItem) -> str:
    """The points of an item in one text, to be found by."""
    return "\n".join(" ".join((point.text, *(who.full_name for who in point.responsible))) for point in item.points)


def minutes_of_item(desk: Desk, item_id: int) -> int:
    """The minutes an agenda item belongs to. Refused when there is no such item."""
    return _of(desk, agenda_item, item_id, N_("There is no such item on an agenda."))


def minutes_of_attendee(desk: Desk, attendee_id: int) -> int:
    """The minutes an attendance row belongs to. Refused when there is no such row."""
    return _of(desk, attendee, attendee_id, N_("There is no such row on an attendance list."))


def minutes_of_point(desk: Desk, point_id: int) -> int:
    """The minutes a resolved point belongs to. Refused when there is no such point."""
    return _of(desk, resolved_point, point_id, N_("There is no such point in any minutes."))


def _of(desk: Desk, table: Any, record_id: int, sentence: str) -> int:
    with desk.store.read() as connection:
        found = queries.minutes_of(connection, table, record_id)
    if found is None:
        raise Refusal(sentence)
    return found


def tidy(who: Named) -> Named:
    """Somebody with clean texts."""
    return Named(clean(who.full_name).text, clean(who.post).text, who.person_id)


def kept_name(connection: Connection, minutes: Minutes, who: Named) -> tuple[int | None, str, str]:
    """Somebody as kept: person, name and post. A post that is the one they have is not kept while the minutes are
    live, so that it follows. Refused for a person who is not in the register."""
    who = tidy(who)
    if who.person_id is None:
        return None, who.full_name, who.post
    now = queries.names(connection, [who.person_id], minutes.body_id, minutes.held_on).get(who.person_id)
    if now is None:
        raise Refusal(N_("There is no such person in the register."))
    if not minutes.live:
        return who.person_id, who.full_name or now[0], who.post or now[1]
    return who.person_id, now[0], "" if who.post == now[1] else who.post
