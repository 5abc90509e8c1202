"""History: who changed what, when, from what to what."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice

from sqlalchemy import ColumnElement, Connection

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.history import FieldChange, HistoryQuery, StepLine, said_value
from altdesk.domain.marking import N_
from altdesk.domain.moments import clock
from altdesk.domain.records import TABLES, field_name, technical
from altdesk.domain.text import fold
from db import entries
from db.entries import Entry, Row
from db.models.desk import journal
from db.queries import history as queries
from db.queries import record_names

_CHUNK = 500


def steps(desk: Desk, limit: int = 500, before: int | None = None, query: HistoryQuery | None = None) -> list[StepLine]:
    """The newest steps first; `before` continues from a step id. A text is looked for in the steps' names."""
    asked = query or HistoryQuery()
    typed = fold(asked.text)
    found: list[StepLine] = []
    with desk.store.read() as connection:
        while len(found) < limit:
            chunk = limit if not typed else max(_CHUNK, limit)
            rows = queries.lines(connection, asked, before, chunk)
            lines = [StepLine(row[0], row[1], json.loads(row[2] or "{}"), *row[3:]) for row in rows]
            found += [line for line in lines if typed in fold(desk.say(line.label, **line.values))]
            if len(rows) < chunk:
                break
            before = rows[-1][0]
    return found[:limit]


def people(desk: Desk) -> list[str]:
    """Everybody who ever made a step, by the names they are logged in with."""
    with desk.store.read() as connection:
        return queries.people(connection)


def of_step(desk: Desk, step_id: int, limit: int = 2000, record: tuple[str, int] | None = None) -> list[FieldChange]:
    """What one step changed, field by field, of so many records at most; with a record, of it and its parts alone."""
    with desk.store.read() as connection:
        made: Iterable[FieldChange] = chain.from_iterable(
            _changes(connection, journal.c.step_id == step_id, limit if record is None else None)
        )
        if record is not None:
            own = queries.with_parts(connection, record)
            made = (change for change in made if change.record_id in own.get(change.table, ()))
        return _named(connection, list(islice(made, limit)))


def of_record(desk: Desk, table: str, record_id: int, limit: int = 2000) -> list[FieldChange]:
    """Everything that ever changed in one record and its parts, the newest first."""
    with desk.store.read() as connection:
        found: list[FieldChange] = []
        for part, ids in queries.with_parts(connection, (table, record_id)).items():
            for at in range(0, len(ids), 100):
                some = ids[at : at + 100]
                found += chain.from_iterable(_changes(connection, queries.of(part, some), limit, frozenset(some)))
        found.sort(key=lambda change: change.step_id, reverse=True)
        return _named(connection, found[:limit])


def name_of(desk: Desk, table: str, record_id: int) -> str:
    """What a record is called; an empty text when it is gone."""
    with desk.store.read() as connection:
        return record_names.names(connection, table, [record_id]).get(record_id, "")


def _changes(
    connection: Connection, which: ColumnElement[bool], limit: int | None, only: frozenset[int] | None = None
) -> Iterator[list[FieldChange]]:
    """The changed fields of each record that the entries speak of (or of some alone), in the journal's order."""
    for *entry, at, who, step_id in queries.told(connection, which, limit):
        for number, before, after in entries.told(Entry(*entry)):
            if only is None or number in only:
                yield [FieldChange(entry[0], number, *each, at, who, step_id) for each in _fields(before, after)]


def _fields(before: Row, after: Row) -> Iterator[tuple[str, str | None, str | None]]:
    for name in {**before, **after}:
        old, new = before.get(name), after.get(name)
        if not technical(name) and not (old in {None, ""} and new in {None, ""}):
            yield name, None if old is None else str(old), None if new is None else str(new)


def _named(connection: Connection, changes: list[FieldChange]) -> list[FieldChange]:
    """The changes with names where the journal keeps ids, and with what their records are called."""
    wanted: dict[str, set[int]] = {}
    for change in changes:
        wanted.setdefault(change.table, set()).add(change.record_id)
        for value in (change.before, change.after):
            if (target := _target(change)) and value and value.isdecimal():
                wanted.setdefault(target, set()).add(int(value))
    called = {table: record_names.names(connection, table, ids) for table, ids in wanted.items()}

    def named(change: FieldChange) -> FieldChange:
        known: dict[int, str] = called.get(_target(change) or "", {})
        before, after = (_said(known, value) for value in (change.before, change.after))
        return replace(change, before=before, after=after, record=called[change.table].get(change.record_id, ""))

    return [named(change) for change in changes]


def _target(change: FieldChange) -> str | None:
    return record_names.references(change.table).get(change.field)


def _said(known: dict[int, str], value: str | None) -> str | None:
    if value is None or not known or not value.isdecimal():
        return value
    return known.get(int(value)) or value


def areas(tables: Iterable[str] = TABLES) -> list[str]:
    """The tables that are an area of their own, in the order of the house."""
    return [name for name in tables if TABLES[name].many and name != "step"]


MOST_TOLD = 100_000  # rows of an export
TOO_MANY = N_("There are more than %(most)s changes. Narrow the list by days, area or person first.")
STATE_NAMES = {"done": N_("Done"), "undone": N_("Taken back"), "discarded": N_("Taken back for good")}


def told(desk: Desk, query: HistoryQuery) -> list[tuple[str, ...]]:
    """Steps in words, a row for each field that changed. Refused when that is too much for a list."""
    rows: list[tuple[str, ...]] = []
    for line in steps(desk, MOST_TOLD, query=query):
        step = (clock(line.at), line.who, desk.say(line.label, **line.values), desk.say(STATE_NAMES[line.state]))
        made = of_step(desk, line.id, MOST_TOLD)
        rows += [(*step, *_words(desk, change)) for change in made] or [(*step, "", "", "", "", "")]
        if len(rows) > MOST_TOLD:
            raise Refusal(TOO_MANY, most=MOST_TOLD)
    return rows


def _words(desk: Desk, change: FieldChange) -> tuple[str, ...]:
    known = TABLES.get(change.table)
    before, after = (said_value(desk.say, change.table, change.field, each) for each in (change.before, change.after))
    kind = desk.say(known.one) if known else change.table
    return kind, change.record, desk.say(field_name(change.table, change.field)), before, after
