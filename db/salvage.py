"""Reads what can be read of a damaged database into a new one; what a table lost is taken from the journal."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from altdesk.domain.marking import N_
from altdesk.domain.records import technical
from db import bulk, engine, entries, plausible, sealed, search_words
from db.entries import Entry, Row
from db.models import metadata
from db.models.desk import counter, journal, search_word, step
from db.sealed import Database
from db.search import INDEXED
from db.step import now

Tell = Callable[[int, int], None]
CHUNK = 500
_FAR = 100_000  # ids looked for beyond the last one found when nobody says how many there were
LABEL = N_("Saved from a damaged file")
CLOSED = N_("This desk was saved from a damaged file; nothing before that can be undone.")
_OWN = frozenset({"search_word", "counter"})


@dataclass
class Saved:
    """What came of one table: rows read, of those from the journal alone, rows lost, and records where the table and
    the journal say different things (the table counted)."""

    table: str
    rows: int = 0
    from_journal: int = 0
    lost: int = 0
    doubtful: list[int] = field(default_factory=list)


def save(damaged: Database, fresh: Database, tell: Tell) -> list[Saved]:
    """Fill a new, empty database of today's schema. `tell` hears tables, and may raise to stop."""
    moving = engine.upgrading(fresh)
    try:
        with closing(_opened(damaged)) as source, moving.begin() as target:
            tables = [table for table in metadata.sorted_tables if table.name not in _OWN]
            saved = []
            for done, table in enumerate(tables, 1):
                saved.append(_table(source, target, table))
                tell(done, len(tables) + 1)
            _steps_of_lost_ones(target)
            meant = _meant(target)
            for each in saved:
                _from_journal(target, each, meant.get(each.table, {}))
            _mend_references(target, {each.table: each for each in saved})
            _count(source, target, tables)
            _close_the_past(target)
            _index(target)
            tell(len(tables) + 1, len(tables) + 1)
    finally:
        moving.dispose()
    return saved


def _opened(damaged: Database) -> sqlite3.Connection:
    """The damaged database with its log, or without one that is damaged itself."""
    connection = _past_broken_lines(damaged, "mode=ro")
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sealed.errors():
        connection.close()
        connection = _past_broken_lines(damaged, "mode=ro&immutable=1")
    return connection


def _past_broken_lines(damaged: Database, how: str) -> sqlite3.Connection:
    """One broken line of the schema hides every table, unless SQLite is told to pass it over."""
    connection = sealed.connect(damaged, how)
    with suppress(*sealed.errors()):
        connection.execute("PRAGMA writable_schema=ON")
    return connection


def _table(source: sqlite3.Connection, target: Connection, table: Table) -> Saved:
    saved = Saved(table.name)
    try:
        known = {row[1] for row in source.execute(f'PRAGMA table_info("{table.name}")')}
    except sealed.errors():
        known = set()
    columns = [name for name in table.c.keys() if name in known]  # noqa: SIM118 - a collection of columns
    if "id" not in columns:
        return saved
    names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    statement = f'INSERT OR IGNORE INTO "{table.name}" ({names}) VALUES ({marks})'
    makes_sense = plausible.of(table, columns)
    for read in _readable(source, table.name, names):
        if rows := [row for row in read if makes_sense(row)]:
            saved.rows += target.exec_driver_sql(statement, rows).rowcount
    return saved


def _readable(source: sqlite3.Connection, table: str, names: str) -> Iterator[list[Sequence[Any]]]:
    """The rows that can be read, in the order of their ids; around damage each id is asked for alone."""
    chunk = f'SELECT {names} FROM "{table}" WHERE id > ? ORDER BY id LIMIT {CHUNK}'
    one = f'SELECT {names} FROM "{table}" WHERE id = ?'
    last, end = 0, _end(source, table)
    while last < end:
        try:
            rows: list[Any] = source.execute(chunk, (last,)).fetchall()
            if not rows:
                return
            last = max(rows[-1][0], last + 1)
        except sealed.errors() + (TypeError,):
            rows = []
            for number in range(last + 1, last + CHUNK + 1):
                with suppress(*sealed.errors()):
                    rows += source.execute(one, (number,)).fetchall()
            last += CHUNK
        yield rows


def _end(source: sqlite3.Connection, table: str) -> int:
    """The id that none goes beyond, as far as anybody can say."""
    found = 0
    asked = (
        (f'SELECT max(id) FROM "{table}"', ()),
        ("SELECT value FROM counter WHERE name = ?", (table,)),
        ("SELECT max(record_id) FROM journal WHERE kind = ?", (table,)),
    )
    for sql, values in asked:
        with suppress(*sealed.errors()):
            row = source.execute(sql, values).fetchone()
            found = max(found, row[0] if row and isinstance(row[0], int) else 0)
    return found or _FAR


def _steps_of_lost_ones(target: Connection) -> None:
    """A step whose row was lost, while its entries were not, is there again, without its name."""
    lost = select(journal.c.step_id).where(journal.c.step_id.not_in(select(step.c.id))).distinct()
    at = target.execute(select(step.c.at).order_by(step.c.id.desc()).limit(1)).scalar() or now()
    for number in target.execute(lost).scalars().all():
        target.execute(insert(step).values(id=number, label="", details="{}", at=at, who="", state="done"))


def _meant(target: Connection) -> dict[str, dict[int, Row]]:
    """Every row as the journal says it should be, by table and id; entries that make no sense are passed over."""
    found: dict[str, dict[int, Row]] = {}
    columns = [journal.c[name] for name in Entry._fields]
    chosen = select(*columns).join(step, step.c.id == journal.c.step_id).where(step.c.state == "done")
    for row in target.execute(chosen.order_by(journal.c.id)):
        entry = Entry(*row)
        if entry.kind not in metadata.tables:
            continue
        rows = found.setdefault(entry.kind, {})
        with suppress(ValueError, KeyError, TypeError, IndexError, AttributeError):
            for number, _before, after in list(entries.told(entry)):
                if entry.after is None:
                    rows.pop(number, None)
                elif entry.before is None:
                    rows[number] = dict(after)
                elif number in rows:
                    rows[number].update(after)
    return found


def _from_journal(target: Connection, saved: Saved, meant: dict[int, Row]) -> None:
    """Put in the rows the table lost; note where the table and the journal differ in what a person reads."""
    table = metadata.tables[saved.table]
    there: dict[int, Any] = {}
    for row in target.execute(select(table)).mappings():
        there[row["id"]] = row
    if not meant:
        return
    for number, said in sorted(meant.items()):
        if number not in there:
            saved.from_journal += _put(target, table, number, said)
        elif _differs(there[number], said):
            saved.doubtful.append(number)
    saved.rows += saved.from_journal
    saved.lost += len(meant.keys() - there.keys()) - saved.from_journal


def _put(target: Connection, table: Table, number: int, said: Row) -> int:
    entry = Entry(table.name, number, None, json.dumps(said | {"id": number}))
    try:
        with target.begin_nested():
            bulk.insert_columns(target, table, entries.rows_of(table, entry))
    except Exception:  # whatever is wrong with it, the row is lost
        return 0
    return 1


def _differs(row: Any, said: Row) -> bool:
    plain = json.loads(entries.whole({name: row[name] for name in row}))
    readable = {name for name in said if not technical(name) and name in row}
    return any((plain.get(name) or None) != (said[name] or None) for name in readable)


def _mend_references(target: Connection, saved: dict[str, Saved]) -> None:
    """Let no reference point nowhere: it is emptied where it may be, else its row is lost too."""
    while broken := target.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(5000):
        for name, number, _parent, key in broken:
            table = metadata.tables[name]
            known = target.exec_driver_sql(f'PRAGMA foreign_key_list("{name}")').all()
            column = next(table.c[row[3]] for row in known if row[0] == key)
            if column.nullable:
                target.execute(update(table).where(table.c.id == number).values({column.name: None}))
            else:
                target.execute(table.delete().where(table.c.id == number))
                saved[name].rows -= 1
                saved[name].lost += 1


def _count(source: sqlite3.Connection, target: Connection, tables: Sequence[Table]) -> None:
    """What was given out is never given out again, so far as it can be known."""
    given: dict[str, int] = {}
    with suppress(*sealed.errors()):
        given = dict(source.execute("SELECT name, value FROM counter").fetchall())
    found = {table.name: target.execute(select(func.max(table.c.id))).scalar() or 0 for table in tables}
    found["sheet number"] = target.exec_driver_sql("SELECT max(number) FROM sheet").scalar() or 0
    given = {name: value for name, value in given.items() if isinstance(name, str) and isinstance(value, int)}
    values = {name: max(given.get(name, 0), found.get(name, 0)) for name in given.keys() | found.keys()}
    values["step"] = found["step"]
    rows = [{"name": name, "value": value} for name, value in sorted(values.items()) if value]
    if rows:
        target.execute(insert(counter), rows)


def _close_the_past(target: Connection) -> None:
    """What was saved is a beginning: undo goes no further back, for its journal may have lost a word."""
    last = (target.execute(select(func.max(step.c.id))).scalar() or 0) + 1
    seal = json.dumps({"sentence": CLOSED, "values": {}}, ensure_ascii=False)
    row = {"id": last, "label": LABEL, "details": "{}", "at": now(), "who": "", "state": "done", "seal": seal}
    target.execute(insert(step).values(**row))
    if not target.execute(update(counter).where(counter.c.name == "step").values(value=last)).rowcount:
        target.execute(insert(counter).values(name="step", value=last))


def _index(target: Connection) -> None:
    target.execute(search_word.delete())
    for kind in INDEXED:
        table = metadata.tables[kind]
        rows = target.execute(select(table)).mappings().all()
        found: search_words.Found = {}
        for row in rows:
            search_words.gather(found, search_words.words_of_row(kind, dict(row)))
        search_words.add(target, found)
