"""Find anything by the beginnings of its words: one function a kind, in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, Text, cast, select

from altdesk.desk import Desk
from altdesk.domain.dates import short_day
from altdesk.domain.find import Hit
from altdesk.domain.text import clean
from db import search, search_texts
from db.models.acquaintance import sheet
from db.models.bodies import body
from db.models.documents import document
from db.models.events import event
from db.models.minutes import minutes
from db.models.norms import norm
from db.models.people import person, saved_group, unit
from db.models.plans import plan, plan_row
from db.models.risks import risk
from db.models.tasks import task
from db.queries import minutes_lists

CANDIDATES = 200  # of each kind; among them exact spellings are put first


def find(desk: Desk, text: str, limit: int = 50) -> list[Hit]:
    """Records where every typed word begins a word; letters as typed first, folded ones after, names in order."""
    typed = clean(text).text
    if not typed:
        return []
    with desk.store.read() as connection:
        some = search.kinds_with(connection, _KINDS, typed)
        hits = [hit for kind, ask in _KINDS.items() if kind in some for hit in ask(connection, typed)]
    hits.sort(key=lambda hit: not hit.exact)
    return hits[:limit]


def _exact(title: str, typed: str) -> bool:
    lowered = title.lower()
    return all(any(word.startswith(part) for word in lowered.split()) for part in typed.lower().split())


def _ask(connection: Connection, kind: str, typed: str, chosen: Select[Any], key: Any) -> list[Hit]:
    rows = connection.execute(chosen.where(search.condition(connection, kind, key, typed)).limit(CANDIDATES)).all()
    return [Hit(kind, row[0], row[1], row[2], _exact(row[1], typed)) for row in rows]


def _people(connection: Connection, typed: str) -> list[Hit]:
    chosen = select(person.c.id, person.c.full_name, person.c.post).where(person.c.binned_at.is_(None))
    return _ask(connection, "person", typed, chosen.order_by(person.c.sort_key), person.c.id)


def _documents(connection: Connection, typed: str) -> list[Hit]:
    chosen = select(document.c.id, document.c.code + " " + document.c.title, document.c.owner)
    chosen = chosen.where(document.c.binned_at.is_(None)).order_by(document.c.code_sort)
    return _ask(connection, "document", typed, chosen, document.c.id)


def _sheets(connection: Connection, typed: str) -> list[Hit]:
    called = "№ " + cast(sheet.c.number, Text) + " · " + sheet.c.document_code
    chosen = select(sheet.c.id, called, sheet.c.document_title).order_by(sheet.c.number.desc())
    return _ask(connection, "sheet", typed, chosen, sheet.c.id)


def _groups(connection: Connection, typed: str) -> list[Hit]:
    chosen = select(saved_group.c.id, saved_group.c.name, saved_group.c.rule_post).order_by(saved_group.c.sort_key)
    return _ask(connection, "saved_group", typed, chosen, saved_group.c.id)


def _units(connection: Connection, typed: str) -> list[Hit]:
    chosen = select(unit.c.id, unit.c.name, unit.c.name).order_by(unit.c.sort_key)
    return _ask(connection, "unit", typed, chosen, unit.c.id)


def _risks(connection: Connection, typed: str) -> list[Hit]:
    chosen = select(risk.c.id, risk.c.title, risk.c.process).where(risk.c.binned_at.is_(None))
    return _ask(connection, "risk", typed, chosen.order_by(risk.c.title_sort), risk.c.id)


def _bodies(connection: Connection, typed: str) -> list[Hit]:
    chosen = select(body.c.id, body.c.name, body.c.short_name).where(body.c.binned_at.is_(None))
    return _ask(connection, "body", typed, chosen.order_by(body.c.name_sort), body.c.id)


def _norms(connection: Connection, typed: str) -> list[Hit]:
    chosen = select(norm.c.id, norm.c.designation + " " + norm.c.title, norm.c.note)
    chosen = chosen.where(norm.c.binned_at.is_(None)).order_by(norm.c.code_sort)
    return _ask(connection, "norm", typed, chosen, norm.c.id)


def _minutes(connection: Connection, typed: str) -> list[Hit]:
    """Minutes by their head: body, number, place, who led and wrote."""
    order = (minutes.c.held_on.desc(), minutes.c.id.desc())
    columns = (minutes.c.id, minutes.c.body_name, minutes.c.number, minutes.c.held_on, minutes.c.title)
    said = search_texts.condition(connection, "minutes", minutes.c.id, typed)
    chosen = select(*columns).where(minutes.c.binned_at.is_(None), said).order_by(*order).limit(CANDIDATES)
    rows = connection.execute(chosen)
    return [Hit("minutes", row[0], _called(*row[1:4]), row[4], _exact(_called(*row[1:4]), typed)) for row in rows]


def _called(body: str, number: str, held_on: date) -> str:
    return " · ".join(part for part in (body, f"№ {number}" if number else "", short_day(held_on)) if part)


def _agenda_items(connection: Connection, typed: str) -> list[Hit]:
    """What was heard, discussed and resolved, the newest first."""
    lines = minutes_lists.items(connection, typed, CANDIDATES)
    said = ((line, _called(line.body, line.minutes_number, line.held_on)) for line in lines)
    return [Hit("agenda_item", line.id, line.title, where, _exact(line.title, typed)) for line, where in said]


def _tasks(connection: Connection, typed: str) -> list[Hit]:
    said = search_texts.condition(connection, "task", task.c.id, typed)
    chosen = select(task.c.id, task.c.text, task.c.responsible).where(said)
    rows = connection.execute(chosen.order_by(task.c.due_sort.desc(), task.c.id.desc()).limit(CANDIDATES))
    return [Hit("task", row[0], " ".join(row[1].split()), row[2], _exact(row[1], typed)) for row in rows]


def _plans(connection: Connection, typed: str) -> list[Hit]:
    """Plans by their title, the newest year first."""
    chosen = select(plan.c.id, plan.c.title, cast(plan.c.year, Text)).where(plan.c.binned_at.is_(None))
    return _ask(connection, "plan", typed, chosen.order_by(plan.c.year.desc(), plan.c.title_sort), plan.c.id)


def _plan_rows(connection: Connection, typed: str) -> list[Hit]:
    """What is planned, the latest first, each with its plan."""
    of_plan = plan_row.join(plan, plan.c.id == plan_row.c.plan_id)
    chosen = select(plan_row.c.id, plan_row.c.title, plan.c.title).select_from(of_plan)
    chosen = chosen.where(plan.c.binned_at.is_(None)).order_by(plan_row.c.first_on.desc(), plan_row.c.id.desc())
    return _ask(connection, "plan_row", typed, chosen, plan_row.c.id)


def _events(connection: Connection, typed: str) -> list[Hit]:
    """Events with their day and place, the latest first."""
    said = search_texts.condition(connection, "event", event.c.id, typed)
    chosen = select(event.c.id, event.c.title, event.c.starts_on, event.c.place).where(
        event.c.binned_at.is_(None), said
    )
    rows = connection.execute(chosen.order_by(event.c.starts_on.desc(), event.c.id.desc()).limit(CANDIDATES))
    return [
        Hit("event", row[0], row[1], ", ".join(filter(None, (short_day(row[2]), row[3]))), _exact(row[1], typed))
        for row in rows
    ]


_KINDS: dict[str, Callable[[Connection, str], list[Hit]]] = {
    "person": _people,
    "document": _documents,
    "sheet": _sheets,
    "body": _bodies,
    "minutes": _minutes,
    "agenda_item": _agenda_items,
    "task": _tasks,
    "plan": _plans,
    "plan_row": _plan_rows,
    "event": _events,
    "norm": _norms,
    "risk": _risks,
    "saved_group": _groups,
    "unit": _units,
}
