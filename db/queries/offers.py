"""Which items of earlier meetings of a body are offered to the next one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, case, exists, func, select

from altdesk.domain.minutes import Named
from altdesk.domain.minutes_lists import Offer, OfferReason
from db.models.minutes import agenda_item, minutes, resolved_point
from db.models.people import person
from db.models.tasks import task


def offered(connection: Connection, body_id: int, to_minutes: int | None = None) -> list[Offer]:
    """Items not dealt with that no later agenda has taken over, and items with an open task that no draft has, the
    oldest first; `to_minutes` leaves out what those minutes stand behind of."""
    later, above = agenda_item.alias("later"), minutes.alias("above")
    taken = select(later.c.id).join(above, above.c.id == later.c.minutes_id)
    taken = taken.where(later.c.carried_from == agenda_item.c.id, above.c.binned_at.is_(None))
    tasks = select(func.count()).select_from(task).join(resolved_point, resolved_point.c.id == task.c.point_id)
    tasks = tasks.where(resolved_point.c.item_id == agenda_item.c.id, task.c.state == "open")
    open_tasks = tasks.correlate(agenda_item).scalar_subquery()
    left = ~agenda_item.c.dealt & ~exists(taken.correlate(agenda_item))
    pending = agenda_item.c.dealt & ~exists(taken.where(above.c.state == "draft").correlate(agenda_item))
    chosen: Any = _chosen(open_tasks, left).where(minutes.c.body_id == body_id, minutes.c.binned_at.is_(None))
    if to_minutes is not None:
        day = select(minutes.c.held_on).where(minutes.c.id == to_minutes).scalar_subquery()
        chosen = chosen.where(minutes.c.id != to_minutes, minutes.c.held_on <= day)
    by_task = select(resolved_point.c.item_id).join(task, task.c.point_id == resolved_point.c.id)
    by_task = by_task.where(task.c.state == "open", task.c.body_id == body_id)
    chosen = chosen.where(minutes.c.state != "draft", left | (pending & agenda_item.c.id.in_(by_task)))
    order = (minutes.c.held_on, minutes.c.id, agenda_item.c.ordinal)
    return [_offer(row) for row in connection.execute(chosen.order_by(*order))]


def _chosen(open_tasks: Any, left: Any) -> Any:
    reason = case((left, OfferReason.NOT_DEALT.value), else_=OfferReason.OPEN_TASK.value)
    speaker = func.coalesce(person.c.full_name, agenda_item.c.speaker)
    columns = (agenda_item.c.id, agenda_item.c.title, minutes.c.id, minutes.c.number, minutes.c.held_on)
    chosen = select(*columns, reason, open_tasks, speaker, agenda_item.c.speaker_post, agenda_item.c.speaker_id)
    return chosen.select_from(
        agenda_item.join(minutes, minutes.c.id == agenda_item.c.minutes_id).outerjoin(
            person, person.c.id == agenda_item.c.speaker_id
        )
    )


def _offer(row: Any) -> Offer:
    return Offer(row[0], row[1], row[2], row[3], row[4], OfferReason(row[5]), row[6], Named(*row[7:10]))
