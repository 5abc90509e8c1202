"""The agenda of a meeting: its items, their order, what was heard and discussed, and what earlier meetings left open.

Every verb is refused for final minutes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import ItemDraft, Minutes
from altdesk.domain.minutes_decisions import opened
from altdesk.domain.minutes_kinds import ItemState, Majority, VoteKind
from altdesk.domain.minutes_lists import Offer
from altdesk.domain.text import clean, clean_lines
from altdesk.services import task_sources
from altdesk.services.minutes_draft import editing, kept_name, minutes_of_item
from db.models.minutes import agenda_item, named_vote, point_person, resolved_point
from db.queries import offers
from db.step import Step

LABEL = N_("Agenda: %(body)s, %(day)s")


def offered(desk: Desk, body_id: int, minutes_id: int | None = None) -> list[Offer]:
    """What earlier meetings of a body offer to the next one: items not dealt with, and items whose tasks are open;
    the oldest first. `minutes_id` are the minutes they are offered to."""
    with desk.store.read() as connection:
        return offers.offered(connection, body_id, minutes_id)


def add(desk: Desk, minutes_id: int, draft: ItemDraft, place: int | None = None) -> Changed:
    """Put an item on the agenda, at the end or at a place (1, 2 …). Its title may come later."""
    with editing(desk, minutes_id, LABEL) as (step, known):
        step.made = insert(step, known, draft)
        if place is not None:
            _reorder(step, known, step.made, place)
    return desk.done(step)


def save(desk: Desk, item_id: int, draft: ItemDraft) -> Changed:
    """Change what is written of an item; its vote and points stay. Refused when it would end before it begins."""
    with editing(desk, minutes_of_item(desk, item_id), LABEL) as (step, known):
        step.made = item_id
        step.change(agenda_item, item_id, **_row(step, known, draft))
    return desk.done(step)


def deal(desk: Desk, item_id: int, state: ItemState) -> Changed:
    """Say whether an item was dealt with; one that was not is offered to the next meeting."""
    with editing(desk, minutes_of_item(desk, item_id), LABEL) as (step, _):
        step.made = item_id
        step.change(agenda_item, item_id, state=opened(state).value)
    return desk.done(step)


def move(desk: Desk, item_id: int, place: int) -> Changed:
    """Move an item to a place on the agenda (1, 2 …); a place beyond the end is the end. The points of all items are
    numbered by the new order."""
    with editing(desk, minutes_of_item(desk, item_id), LABEL) as (step, known):
        step.made = item_id
        _reorder(step, known, item_id, place)
    return desk.done(step)


def remove(desk: Desk, minutes_id: int, items: Iterable[int]) -> Changed:
    """Take items off the agenda with their votes and points; undo brings them back. A task that came from a point is
    kept until the minutes are final again. Refused for an item a later agenda has taken over."""
    with editing(desk, minutes_id, LABEL) as (step, known):
        step.made = minutes_id
        wanted = [known.item(number).id for number in items]
        carried = select(agenda_item.c.id).where(agenda_item.c.carried_from.in_(wanted)).limit(1)
        if step.connection.execute(carried).first():
            raise Refusal(N_("A later agenda has taken this item over. Take it off there first."))
        points = [point.id for number in wanted for point in known.item(number).points]
        remove_points(step, points)
        step.remove(named_vote, named_vote.c.item_id.in_(wanted))
        step.remove(agenda_item, agenda_item.c.id.in_(wanted))
        _number(step, [each.id for each in known.items if each.id not in wanted])
    return desk.done(step)


def remove_points(step: Step, points: list[int]) -> None:
    """Within a step: take points out; their tasks stay behind without a point."""
    task_sources.let_go(step, points)
    step.remove(point_person, point_person.c.point_id.in_(points))
    step.remove(resolved_point, resolved_point.c.id.in_(points))


def carry(desk: Desk, minutes_id: int, items: Iterable[int]) -> Changed:
    """Put offered items of earlier meetings on the agenda, behind what stands there, in the order given."""
    with editing(desk, minutes_id, LABEL) as (step, known):
        step.made = minutes_id
        take_over(step, known, items)
    return desk.done(step)


def take_over(step: Step, known: Minutes, items: Iterable[int]) -> None:
    """Within a step: the offered items as new ones of these minutes. Refused for one that is not offered."""
    left = {offer.item_id: offer for offer in offers.offered(step.connection, known.body_id, known.id)}
    for number in dict.fromkeys(items):
        if number not in left:
            raise Refusal(N_("This item is not offered any more."))
        offer = left[number]
        insert(step, known, ItemDraft(offer.title, offer.speaker), carried_from=number)


def insert(step: Step, known: Minutes, draft: ItemDraft, carried_from: int | None = None) -> int:
    """Within a step: a new item at the end of the agenda."""
    last = select(agenda_item.c.ordinal).where(agenda_item.c.minutes_id == known.id)
    ordinal = (step.connection.execute(last.order_by(agenda_item.c.ordinal.desc()).limit(1)).scalar() or 0) + 1
    return step.add(
        agenda_item,
        **_row(step, known, draft),
        minutes_id=known.id,
        ordinal=ordinal,
        carried_from=carried_from,
        dealt=False,
        vote=VoteKind.NONE.value,
        majority=Majority.ORDINARY.value,
        votes_against=0,
        votes_abstained=0,
    )


def _row(step: Step, known: Minutes, draft: ItemDraft) -> dict[str, Any]:
    if draft.starts_at and draft.ends_at and draft.ends_at < draft.starts_at:
        raise Refusal(N_("An item cannot end before it begins."), field="ends_at")
    speaker_id, speaker, post = kept_name(step.connection, known, draft.speaker)
    return {
        "title": clean(draft.title).text,
        "speaker_id": speaker_id,
        "speaker": speaker,
        "speaker_post": post,
        "heard": clean_lines(draft.heard),
        "discussed": clean_lines(draft.discussed),
        "state": opened(draft.state).value,
        "starts_at": draft.starts_at,
        "ends_at": draft.ends_at,
    }


def _reorder(step: Step, known: Minutes, item_id: int, place: int) -> None:
    order = [each.id for each in known.items if each.id != item_id]
    order.insert(max(0, place - 1), item_id)
    _number(step, order)


def _number(step: Step, order: list[int]) -> None:
    step.change_many(agenda_item, [(number, {"ordinal": at}) for at, number in enumerate(order, 1)])
