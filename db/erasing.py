"""Erasing a person from rows and from the journal: what was, and what every step said of it, says another name."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, and_, delete, or_, select, update

from altdesk.domain.anonymising import Eraser
from altdesk.domain.records import TABLES
from altdesk.domain.text import fold, sort_key
from db import entries
from db.entries import Entry, Row
from db.models import metadata
from db.models.desk import journal, step
from db.queries import anonymising as queries
from db.queries import history
from db.queries.anonymising import PERSON

KEPT_OF_PERSON = frozenset({"id", "kind", "left_on", "binned_at", "anonymous_on", "anonymous_by", "anonymous_why"})
_FOLDED = ("name", "word")
_OF_NAME = {"fold_key": fold, "sort_key": sort_key}


class Rows:
    """Rows of one person without the person; of papers nothing is changed."""

    def __init__(self, person_id: int, eraser: Eraser) -> None:
        self.person_id, self._eraser = person_id, eraser
        self.linked: defaultdict[tuple[str, str], set[int]] = defaultdict(set)  # table and column: records
        self.about: set[tuple[str, int]] = set()  # what these are parts of

    def cleaned(self, table: str, number: int, row: Row) -> Row:
        """The row, or some columns of it, as it stands afterwards."""
        if table == PERSON:
            return self._person(row) if number == self.person_id else row
        found = dict(row)
        for link in queries.links(table):
            if not self._points(table, number, row, link.column):
                continue
            if link.name in row and row[link.name] and (link.column in row or self._eraser.is_name(row[link.name])):
                found[link.name] = self._eraser.alias
            found |= {name: "" for name in link.blank if row.get(name)}
            if _is_part_of_person(table):
                found |= _emptied(table, found)
        texts = queries.texts_of(table)
        own = (table, number) in self.about
        found |= {name: self._eraser.text(value, own=own) for name, value in found.items() if name in texts and value}
        return found | _keys(row, found)

    def _points(self, table: str, number: int, row: Row, column: str) -> bool:
        if column in row:
            if row[column] == self.person_id:
                self.linked[table, column].add(number)
            return bool(row[column] == self.person_id)
        return number in self.linked[table, column]

    def _person(self, row: Row) -> Row:
        alias = self._eraser.alias
        named = {"surname": alias, "full_name": alias, "sort_key": sort_key(alias), "fold_key": fold(alias)}
        empty = entries.blank(metadata.tables[PERSON])
        kept = KEPT_OF_PERSON | named.keys()
        return {name: named.get(name, value if name in kept else empty.get(name)) for name, value in row.items()}


def _is_part_of_person(table: str) -> bool:
    declared = TABLES.get(table)
    return declared is not None and declared.of == (PERSON, "person_id")


def _emptied(table: str, row: Row) -> Row:
    """What a part of a person says, taken away; that it was there stays."""
    empty = entries.blank(metadata.tables[table])
    return {name: empty[name] for name in row if name not in {"id", "person_id", "ordinal"} and name in empty}


def _keys(before: Row, after: Row) -> Row:
    """Keys for order and search of the texts that changed."""
    changed = [name for name, value in after.items() if value != before.get(name)]
    found: Row = {f"{name}_sort": sort_key(after[name]) for name in changed if f"{name}_sort" in after}
    for name in (name for name in _FOLDED if name in changed):
        found |= {key: made(after[name]) for key, made in _OF_NAME.items() if key in after}
    return found


def find_links(connection: Connection, rows: Rows, words: list[str], own: list[Entry]) -> None:
    """Find out which records ever pointed to the person, and what they are parts of."""
    _find_links(rows, (entry for *_, entry in _entries(connection, rows, words)))
    _find_links(rows, own)
    for (table, _), ids in list(rows.linked.items()):
        for number in ids:
            rows.about.update(queries.owners_of(connection, table, number))


def journal_of(connection: Connection, rows: Rows, words: list[str], own: list[Entry]) -> tuple[list[Entry], set[int]]:
    """Clean every entry that says something of the person; answers the entries of the step that is being made,
    cleaned, and the ids of the steps whose entries spoke of the person."""
    found = {entry_id: (step_id, entry) for entry_id, step_id, entry in _entries(connection, rows, words)}
    for entry_id, step_id, entry in _of_linked(connection, rows):
        found[entry_id] = (step_id, entry)
    papers = _papers(connection, [entry for _, entry in found.values()] + own)
    about: set[int] = set()
    for entry_id, (step_id, entry) in found.items():
        clean = _clean(rows, entry, papers[entry.kind])
        if clean != entry or _is_own(rows, entry):
            about.add(step_id)
        if clean != entry:
            values = {"before": clean.before, "after": clean.after}
            connection.execute(update(journal).where(journal.c.id == entry_id).values(**values))
    return [_clean(rows, entry, papers[entry.kind]) for entry in own], about


def _is_own(rows: Rows, entry: Entry) -> bool:
    """Whether the step of an entry may name the person: it speaks of the person, or of a record that points there."""
    known: set[int] = {rows.person_id} if entry.kind == PERSON else set()
    known = known.union(*(rows.linked[entry.kind, link.column] for link in queries.links(entry.kind)))
    return any(number in known for number in entry.ids)


_COLUMNS = (journal.c.id, journal.c.step_id, *(journal.c[name] for name in Entry._fields))


def _entries(connection: Connection, rows: Rows, words: list[str]) -> Iterator[tuple[int, int, Entry]]:
    """The entries that are the person's, point to the person, or say one of the words."""
    tables = [name for name in metadata.tables if queries.links(name)]
    columns = sorted({link.column for name in tables for link in queries.links(name)})
    said = [json.dumps(word, ensure_ascii=False)[1:-1] for word in words]
    said += [f'"{column}":{rows.person_id}{end}' for column in columns for end in ",}"]
    texts = [text.contains(word, autoescape=True) for word in said for text in (journal.c.before, journal.c.after)]
    blocks = and_(journal.c.size > 1, journal.c.kind.in_(tables))
    which = or_(history.of(PERSON, [rows.person_id]), blocks, *texts)
    for row in connection.execute(select(*_COLUMNS).where(which).order_by(journal.c.id)):
        yield row[0], row[1], Entry(*row[2:])


def _of_linked(connection: Connection, rows: Rows) -> Iterator[tuple[int, int, Entry]]:
    """All entries of the records that ever pointed to the person."""
    by_table: defaultdict[str, set[int]] = defaultdict(set)
    for (table, _), ids in rows.linked.items():
        by_table[table] |= ids
    for table, number in rows.about:
        by_table[table].add(number)
    for table, ids in by_table.items():
        wanted = sorted(ids)
        for at in range(0, len(wanted), 100):
            chosen = select(*_COLUMNS).where(history.of(table, wanted[at : at + 100]))
            for row in connection.execute(chosen):
                yield row[0], row[1], Entry(*row[2:])


def _find_links(rows: Rows, every: Iterable[Entry]) -> None:
    for entry in every:
        for link in queries.links(entry.kind):
            for number, before, after in entries.told(entry):
                if rows.person_id in {before.get(link.column), after.get(link.column)}:
                    rows.linked[entry.kind, link.column].add(number)


def _papers(connection: Connection, every: Iterable[Entry]) -> defaultdict[str, set[int]]:
    ids: defaultdict[str, set[int]] = defaultdict(set)
    for entry in every:
        if entry.kind in queries.PAPERS:
            ids[entry.kind].update(entry.ids)
    found = {table: queries.papers_among(connection, table, wanted) for table, wanted in ids.items()}
    return defaultdict(set, found)


def _clean(rows: Rows, entry: Entry, papers: set[int]) -> Entry:
    if entry.size > 1:
        return _clean_block(rows, entry, papers)
    if entry.record_id in papers:
        return entry
    write = entries.whole if entry.before is None or entry.after is None else entries.some
    texts = [
        None if text is None else write(rows.cleaned(entry.kind, entry.record_id, json.loads(text)))
        for text in (entry.before, entry.after)
    ]
    return entry._replace(before=texts[0], after=texts[1])


def _clean_block(rows: Rows, entry: Entry, papers: set[int]) -> Entry:
    """A block holds new rows column by column; what differs in one row is said for each."""
    said: dict[str, Any] = json.loads(entry.after or "{}")
    changed = False
    for at, (number, _, row) in enumerate(entries.told(entry)):
        clean = row if number in papers else rows.cleaned(entry.kind, number, row)
        for name, value in clean.items():
            if name != "id" and value != row[name]:
                if not isinstance(said[name], list):
                    said[name] = [said[name]] * entry.size
                said[name][at] = value
                changed = True
    return entry._replace(after=entries.some(said)) if changed else entry


def forget_rows(connection: Connection, table: str, ids: Iterable[int]) -> None:
    """Take what the journal says of rows that are gone: nothing can be brought back of them."""
    for number in ids:
        connection.execute(delete(journal).where(journal.c.kind == table, journal.c.record_id == number))


def steps_of(connection: Connection, eraser: Eraser, words: list[str], about: set[int]) -> None:
    """Clean what the names of steps say: of the steps about the person any of the names, of others the whole name."""
    said = [json.dumps(word, ensure_ascii=False)[1:-1] for word in words]
    texts = [text.contains(word, autoescape=True) for word in said for text in (step.c.details, step.c.seal)]
    chosen = select(step.c.id, step.c.details, step.c.seal).where(or_(step.c.id.in_(sorted(about)), *texts))
    for row in connection.execute(chosen).all():
        clean = {
            name: json.dumps(_said(eraser, json.loads(text), own=row.id in about), ensure_ascii=False)
            for name, text in (("details", row.details), ("seal", row.seal))
            if text
        }
        connection.execute(update(step).where(step.c.id == row.id).values(**clean))


def _said(eraser: Eraser, value: Any, *, own: bool) -> Any:
    if isinstance(value, str):
        return eraser.alias if own and eraser.is_name(value) else eraser.text(value)
    if isinstance(value, dict):
        return {name: _said(eraser, each, own=own) for name, each in value.items()}
    if isinstance(value, list):
        return [_said(eraser, each, own=own) for each in value]
    return value
