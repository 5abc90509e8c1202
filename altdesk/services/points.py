"""Resolved points of agenda items: what was resolved, who answers for it, by when. Numbered 1.1, 1.2 … by the agenda.

Refused for final minutes. When the minutes become final each point is a task; it is typed once.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import Minutes, Named, PointDraft
from altdesk.domain.minutes_decisions import check_due
from altdesk.domain.text import clean, clean_lines
from altdesk.services import agenda
from altdesk.services.minutes_draft import editing, kept_name, minutes_of_item, minutes_of_point
from db.models.minutes import point_person, resolved_point
from db.queries import minutes as queries
from db.step import Step

LABEL = N_("Resolved: %(body)s, %(day)s")


def add(desk: Desk, item_id: int, draft: PointDraft, place: int | None = None) -> Changed:
    """Add what was resolved on an item, at the end or at a place (1, 2 …). Refused without a text, and when it would be
    due before the day of the meeting."""
    with editing(desk, minutes_of_item(desk, item_id), LABEL) as (step, known):
        mine = resolved_point.c.item_id == item_id
        ordinal = queries.last_ordinal(step.connection, resolved_point, mine) + 1
        step.made = step.add(
            resolved_point, item_id=item_id, ordinal=ordinal, due_on=draft.due_on, **_texts(known, draft)
        )
        _keep_people(step, known, step.made, draft.responsible)
        if place is not None:
            _reorder(step, [each.id for each in known.item(item_id).points], step.made, place)
    return desk.done(step)


def save(desk: Desk, point_id: int, draft: PointDraft) -> Changed:
    """Change a resolved point. Refused as `add` is."""
    with editing(desk, minutes_of_point(desk, point_id), LABEL) as (step, known):
        step.made = point_id
        step.change(resolved_point, point_id, due_on=draft.due_on, **_texts(known, draft))
        _keep_people(step, known, point_id, draft.responsible)
    return desk.done(step)


def move(desk: Desk, point_id: int, place: int) -> Changed:
    """Move a point to a place within its item (1, 2 …)."""
    with editing(desk, minutes_of_point(desk, point_id), LABEL) as (step, known):
        step.made = point_id
        item_id = queries.item_of_point(step.connection, point_id) or 0
        _reorder(step, [each.id for each in known.item(item_id).points], point_id, place)
    return desk.done(step)


def remove(desk: Desk, minutes_id: int, points: Iterable[int]) -> Changed:
    """Take points out of minutes; undo brings them back. A task that came from one is kept, and cancelled when the
    minutes are final again."""
    with editing(desk, minutes_id, LABEL) as (step, known):
        step.made = minutes_id
        wanted = set(points)
        for item in known.items:
            own = [each.id for each in item.points if each.id in wanted]
            agenda.remove_points(step, own)
            _number(step, [each.id for each in item.points if each.id not in wanted])
    return desk.done(step)


def _texts(known: Minutes, draft: PointDraft) -> dict[str, str]:
    text = clean_lines(draft.text)
    if not text:
        raise Refusal(N_("Type what was resolved."), field="text")
    check_due(known, draft)
    return {"text": text, "due_text": clean(draft.due_text).text}


def _keep_people(step: Step, known: Minutes, point_id: int, wanted: Iterable[Named]) -> None:
    """Make those responsible be exactly these, each once, in this order."""
    rows = [kept_name(step.connection, known, who) for who in wanted if who.said]
    rows = list(dict.fromkeys(rows))
    columns = (point_person.c.person_id, point_person.c.full_name, point_person.c.post)
    kept = select(*columns).where(point_person.c.point_id == point_id).order_by(point_person.c.ordinal)
    if [tuple(row) for row in step.connection.execute(kept)] == rows:
        return
    step.remove(point_person, point_person.c.point_id == point_id)
    names = ("person_id", "full_name", "post")
    people = [
        {"point_id": point_id, "ordinal": at, **dict(zip(names, row, strict=True))} for at, row in enumerate(rows, 1)
    ]
    step.add_many(point_person, people)


def _reorder(step: Step, order: list[int], point_id: int, place: int) -> None:
    others = [number for number in order if number != point_id]
    others.insert(max(0, place - 1), point_id)
    _number(step, others)


def _number(step: Step, order: list[int]) -> None:
    step.change_many(resolved_point, [(number, {"ordinal": at}) for at, number in enumerate(order, 1)])
