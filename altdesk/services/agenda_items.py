"""An item of the agenda whole, as one types it: texts, vote and resolved points are kept together, in one step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import AgendaItem, ItemDraft, PointDraft
from altdesk.services import agenda, points, votes
from altdesk.services.minutes_draft import editing, minutes_of_item, whole

minutes_of = minutes_of_item


def get(desk: Desk, item_id: int) -> AgendaItem:
    """One item with its vote and points. Refused when there is no such item."""
    with desk.store.read() as connection:
        return whole(connection, minutes_of_item(desk, item_id)).item(item_id)


def save(desk: Desk, item_id: int, wanted: AgendaItem) -> Changed:
    """Keep an item as typed. Points without a number are new, those missing are taken out, an empty one is none.

    Refused as a whole when any part of it is: too many votes, a day that is none.
    """
    minutes_id = minutes_of_item(desk, item_id)
    with editing(desk, minutes_id, N_("Item of the minutes of %(body)s, %(day)s")) as (step, known):
        step.made = item_id
        kept = known.item(item_id)
        agenda.save(
            desk, item_id, ItemDraft(**{name: getattr(wanted, name) for name in ItemDraft.__dataclass_fields__})
        )
        if wanted.vote != kept.vote:
            with _under("vote"):
                votes.save(desk, item_id, wanted.vote)
        with _under("points"):
            _keep_points(desk, minutes_id, kept, wanted)
    return desk.done(step)


@contextmanager
def _under(field: str) -> Iterator[None]:
    """A refusal of this part of the item stands under its field."""
    try:
        yield
    except Refusal as refusal:
        raise Refusal(refusal.message, field=field, **refusal.values) from refusal


def _keep_points(desk: Desk, minutes_id: int, kept: AgendaItem, wanted: AgendaItem) -> None:
    """Make the points of an item be exactly these, in this order."""
    said = [point for point in wanted.points if point.text.strip()]
    staying = {point.id for point in said if point.id}
    gone = [point.id for point in kept.points if point.id not in staying]
    if gone:
        points.remove(desk, minutes_id, gone)
    order = [point.id for point in kept.points if point.id in staying]
    for place, point in enumerate(said):
        draft = PointDraft(point.text, point.responsible, point.due_on, point.due_text)
        if not point.id:
            points.add(desk, kept.id, draft, place + 1)
            order.insert(place, 0)
            continue
        points.save(desk, point.id, draft)
        if order.index(point.id) != place:
            points.move(desk, point.id, place + 1)
            order.remove(point.id)
            order.insert(place, point.id)
