"""The rows of a plan: added, changed, put into another order and taken out, while the plan may be changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import func, select

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.events_kinds import HeldState
from altdesk.domain.marking import N_
from altdesk.domain.plans import ContentRow, Plan, PlanRow, RowDraft
from altdesk.domain.plans_time import PlanTime, parse_time, say_time
from altdesk.domain.text import clean, clean_lines, fold, sort_key
from altdesk.services import plans_known
from db.models.events import event
from db.models.people import person
from db.models.plans import plan_row
from db.step import Step

LONGEST = 60  # letters of a title in the name of a step


def of(desk: Desk, plan_id: int) -> list[PlanRow]:
    """The rows of a plan in their order."""
    with desk.store.read() as connection:
        return plans_known.rows(connection, plans_known.known(connection, plan_id))


def row(desk: Desk, row_id: int) -> PlanRow:
    """One row. Refused when it is gone."""
    with desk.store.read() as connection:
        return plans_known.row(connection, row_id)[1]


def typed(desk: Desk, kept: PlanRow) -> RowDraft:
    """A kept row as it may be typed anew, its time in the language of the screen."""
    names = {field.name for field in fields(RowDraft)} - {"when"}
    when = say_time(kept.said.time, desk.say.language)
    return RowDraft(when=when, **{name: getattr(kept.said, name) for name in names})


def add(desk: Desk, plan_id: int, draft: RowDraft, at: int | None = None) -> Changed:
    """Add a row: at the end, or before the one at a place counted from 0."""
    with desk.step(N_("Add to the plan: %(title)s"), title=short(draft.title)) as step:
        known = plans_known.changeable(step.connection, plan_id)
        row_ = columns(step, known, draft)
        place = _room(step, plan_id, at)
        step.made = insert(step, plan_id, place, row_)
    return desk.done(step)


def insert(step: Step, plan_id: int, ordinal: int, row_: dict[str, Any], again: int | None = None) -> int:
    """Within a step: a new row, planned; one that was there before comes `again` under its id."""
    blank = {"held_on": None, "moved_on": None, "reason": "", "state": HeldState.PLANNED.value}
    values = {"plan_id": plan_id, "ordinal": ordinal, **row_, **blank}
    if again is None:
        return step.add(plan_row, **values)
    step.put_back(plan_row, {name: [value] for name, value in {"id": again, **values}.items()})
    return again


def save(desk: Desk, row_id: int, draft: RowDraft) -> Changed:
    """Change what a row says; what became of it stays."""
    with desk.step(N_("Change in the plan: %(title)s"), title=short(draft.title)) as step:
        known, kept = plans_known.row(step.connection, row_id)
        plans_known.changeable(step.connection, known.id)
        step.made = row_id
        time = kept.said.time if draft.when == say_time(kept.said.time, desk.say.language) else None
        step.change(plan_row, row_id, **columns(step, known, draft, time))
    return desk.done(step)


def set_field(desk: Desk, row_id: int, field: str, text: str) -> Changed:
    """Change one text of a row: its title, when, section, responsible or note."""
    draft = typed(desk, row(desk, row_id))
    draft = replace(draft, **{field: text})  # type: ignore[arg-type]
    if field == "responsible":
        draft = replace(draft, responsible_id=None)
    return save(desk, row_id, draft)


def move(desk: Desk, row_id: int, by: int) -> Changed:
    """Move a row up (-1) or down (+1); it takes over the section of the rows it comes to stand among."""
    with desk.store.read() as connection:
        known, kept = plans_known.row(connection, row_id)
        order = [each.id for each in plans_known.rows_now(connection, known)]
    at = order.index(row_id)
    return put(desk, row_id, max(0, min(at + by, len(order) - 1)), kept.said.title)


def put(desk: Desk, row_id: int, at: int, title: str = "") -> Changed:
    """Put a row at a place, counted from 0."""
    with desk.step(N_("Move in the plan: %(title)s"), title=short(title)) as step:
        known = plans_known.changeable(step.connection, plans_known.of_row(step.connection, row_id).id)
        rows = plans_known.rows_now(step.connection, known)
        order = [each for each in rows if each.id != row_id]
        mine = next(each for each in rows if each.id == row_id)
        at = max(0, min(at, len(order)))
        order.insert(at, mine)
        step.made = row_id
        _number(step, [each.id for each in order])
        neighbour = order[at - 1] if at else (order[1] if len(order) > 1 else mine)
        step.change(plan_row, row_id, section=neighbour.said.section)
    return desk.done(step)


def remove(desk: Desk, rows: Sequence[int]) -> Changed:
    """Take rows out. Refused for a row something became of, and for one that has an event."""
    with desk.step(N_("Take rows out of the plan: %(count)s"), count=len(rows)) as step:
        for number in rows:
            _, kept = plans_known.row(step.connection, number)
            plans_known.changeable(step.connection, kept.plan_id)
            if kept.mark.state is not HeldState.PLANNED:
                sentence = N_("“%(title)s” is marked already. Take the mark back first, or leave the row in the plan.")
                raise Refusal(sentence, title=short(kept.said.title))
        _refuse_events(step, rows)
        step.remove(plan_row, plan_row.c.id.in_(list(rows)))
    return desk.done(step)


def _refuse_events(step: Step, rows: Sequence[int]) -> None:
    linked = select(event.c.title).where(event.c.plan_row_id.in_(list(rows))).limit(1)
    title = step.connection.execute(linked).scalar()
    if title is not None:
        sentence = N_("The event “%(title)s” belongs to this row. Leave the row in the plan.")
        raise Refusal(sentence, title=short(title))


def columns(step: Step, known: Plan, draft: RowDraft, time: PlanTime | None = None) -> dict[str, Any]:
    """The columns of a row as typed; `time` is that of a kept row whose time was not typed anew: years may begin on
    another day since. Refused without a title, and for a time outside the year of the plan."""
    title = clean_lines(draft.title)
    if not title:
        raise Refusal(N_("Say what is planned."), field="title")
    time = time or parse_time(draft.when, known.period)
    responsible = clean(draft.responsible).text
    said = ContentRow(
        0,
        clean(draft.section).text,
        title,
        time,
        draft.kind,
        draft.form,
        draft.direction,
        draft.level,
        responsible,
        _person(step, responsible, draft.responsible_id),
        clean_lines(draft.note),
    )
    return kept_columns(said)


def kept_columns(said: ContentRow) -> dict[str, Any]:
    """What a row says, as its table holds it."""
    names = ("section", "title", "responsible", "responsible_id", "note")
    chosen = {name: getattr(said, name) for name in ("kind", "form", "direction", "level")}
    return {
        **{name: getattr(said, name) for name in names},
        **{name: value.value if value is not None else "" for name, value in chosen.items()},
        "precision": said.time.precision.value,
        "first_on": said.time.first,
        "last_on": said.time.last,
        "title_sort": sort_key(said.title),
        "responsible_sort": sort_key(said.responsible),
    }


def _person(step: Step, name: str, chosen: int | None) -> int | None:
    """The person meant: the one chosen while the name is theirs, else the only one of exactly this name."""
    if not name:
        return None
    there = person.c.binned_at.is_(None) & (person.c.fold_key == fold(name)) & (person.c.full_name == name)
    found = list(step.connection.execute(select(person.c.id).where(there).limit(2)).scalars())
    if chosen is not None:
        return chosen
    return found[0] if len(found) == 1 else None


def _room(step: Step, plan_id: int, at: int | None) -> int:
    """The ordinal of a new row; those behind it make room."""
    mine = select(plan_row.c.id).where(plan_row.c.plan_id == plan_id).order_by(plan_row.c.ordinal, plan_row.c.id)
    order = list(step.connection.execute(mine).scalars())
    if at is None or at >= len(order):
        last = select(func.max(plan_row.c.ordinal)).where(plan_row.c.plan_id == plan_id)
        return int(step.connection.execute(last).scalar() or 0) + 1
    place = max(0, at)
    step.change_many(plan_row, [(number, {"ordinal": n}) for n, number in enumerate(order[:place], 1)])
    step.change_many(plan_row, [(number, {"ordinal": n}) for n, number in enumerate(order[place:], place + 2)])
    return place + 1


def _number(step: Step, order: Sequence[int]) -> None:
    step.change_many(plan_row, [(number, {"ordinal": at}) for at, number in enumerate(order, 1)])


def short(title: str) -> str:
    """A title as the name of a step holds it."""
    line = " ".join(title.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
