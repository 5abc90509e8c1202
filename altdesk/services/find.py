"""Find anything by the beginnings of its words: one function a kind, in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Select, Text, cast, select

from altdesk.desk import Desk
from altdesk.domain.find import Hit
from altdesk.domain.text import clean
from db import search
from db.models.acquaintance import sheet
from db.models.bodies import body
from db.models.documents import document
from db.models.norms import norm
from db.models.people import person, saved_group, unit
from db.models.risks import risk

CANDIDATES = 200  # of each kind; among them exact spellings are put first


def find(desk: Desk, text: str, limit: int = 50) -> list[Hit]:
    """Records where every typed word begins a word; letters as typed first, folded ones after, names in order."""
    typed = clean(text).text
    if not typed:
        return []
    with desk.store.read() as connection:
        hits = [hit for ask in _KINDS for hit in ask(connection, typed)]
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


_KINDS: tuple[Callable[[Connection, str], list[Hit]], ...] = (
    _people,
    _documents,
    _sheets,
    _bodies,
    _norms,
    _risks,
    _groups,
    _units,
)
