"""A step: the only way to write. It gives out ids, journals every changed row and keeps the search index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, insert, select, update

from db import bulk, entries, journal, search_words
from db.bulk import Columns
from db.entries import Entry, Row
from db.models.desk import counter
from db.search_words import Found

FEW = 4  # changes made one by one; more are made together


def now() -> datetime:
    """This moment, UTC, as it is stored (to the second, without a zone)."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


class Step:
    """One labelled change of the desk; made by `Store.step`, committed or rolled back as a whole."""

    def __init__(self, connection: Connection, step_id: int, label: str, values: Mapping[str, object]) -> None:
        self.connection = connection
        self.id = step_id
        self.label = label
        self.values = dict(values)
        self.entries: list[Entry] = []
        self.made: int | None = None
        self.sealed: tuple[str, dict[str, object]] | None = None
        self._given: dict[str, int] = {}  # the last id given out, by counter; written at the end

    def reserve(self, name: str, number: int = 1) -> int:
        """Give out `number` ids that were never given out before; returns the first."""
        if name not in self._given:
            kept = self.connection.execute(select(counter.c.value).where(counter.c.name == name)).scalar()
            self._given[name] = kept or 0
        first = self._given[name] + 1
        self._given[name] += number
        return first

    def add(self, table: Table, **values: Any) -> int:
        """Insert one row; returns its id."""
        return self.add_many(table, [values])[0]

    def add_many(self, table: Table, rows: Sequence[Row]) -> list[int]:
        """Insert rows that all have the same columns; the rest is empty. Returns their ids in order."""
        if not rows:
            return []
        return list(self.add_columns(table, {name: [row[name] for row in rows] for name in rows[0]}))

    def add_columns(self, table: Table, columns: Columns) -> range:
        """Insert rows given as columns of the same length; what is not named is empty. Returns their ids."""
        number = len(next(iter(columns.values())))
        first = self.reserve(table.name, number)
        made = range(first, first + number)
        rows = {
            name: columns[name] if name in columns else [empty] * number for name, empty in entries.blank(table).items()
        }
        rows["id"] = list(made)
        bulk.insert_columns(self.connection, table, rows)
        self.entries += entries.added(table, rows)
        search_words.add(self.connection, search_words.words_of(str(table.name), rows))
        return made

    def put_back(self, table: Table, columns: Columns) -> None:
        """Insert rows again that were removed, given as whole columns, with the ids they had."""
        bulk.insert_columns(self.connection, table, columns)
        kind = str(table.name)
        for at, number in enumerate(columns["id"]):
            row = {name: values[at] for name, values in columns.items()}
            self.entries.append(Entry(kind, number, None, entries.whole(row)))
        search_words.add(self.connection, search_words.words_of(kind, columns))

    def change(self, table: Table, record_id: int, **values: Any) -> bool:
        """Set columns of one row; False when it already was so. Raises KeyError when there is no such row."""
        row = self.connection.execute(select(table).where(table.c.id == record_id)).mappings().one_or_none()
        if row is None:
            raise KeyError(f"{table.name} {record_id}")
        before = {name: row[name] for name, value in values.items() if row[name] != value}
        if not before:
            return False
        after = {name: values[name] for name in before}
        self.connection.execute(update(table).where(table.c.id == record_id).values(**after))
        search_words.renew(self.connection, *self._changed(table, dict(row), before, after))
        return True

    def change_many(self, table: Table, changes: Iterable[tuple[int, Row]]) -> int:
        """Set columns of several rows; returns how many really changed. Raises KeyError like `change`."""
        every = list(changes)
        if len(every) < FEW or len({record_id for record_id, _ in every}) < len(every):
            return sum(self.change(table, record_id, **values) for record_id, values in every)
        return sum(self._change_some(table, every[at : at + 500]) for at in range(0, len(every), 500))

    def _change_some(self, table: Table, changes: list[tuple[int, Row]]) -> int:
        """Different rows, looked up at once and updated with one statement for each set of columns."""
        wanted = select(table).where(table.c.id.in_([record_id for record_id, _ in changes]))
        rows = {row["id"]: dict(row) for row in self.connection.execute(wanted).mappings()}
        updates: dict[tuple[str, ...], list[Row]] = {}
        words: tuple[Found, Found] = ({}, {})
        for record_id, values in changes:
            if record_id not in rows:
                raise KeyError(f"{table.name} {record_id}")
            row = rows[record_id]
            before = {name: row[name] for name, value in values.items() if row[name] != value}
            if before:
                after = {name: values[name] for name in before}
                updates.setdefault(tuple(before), []).append({"this_id": record_id, **after})
                for every, own in zip(words, self._changed(table, row, before, after), strict=True):
                    search_words.gather(every, own)
        for names, same in updates.items():
            statement = update(table).where(table.c.id == bindparam("this_id"))
            self.connection.execute(statement.values({name: bindparam(name) for name in names}), same)
        search_words.renew(self.connection, *words)
        return sum(map(len, updates.values()))

    def _changed(self, table: Table, row: Row, before: Row, after: Row) -> tuple[Found, Found]:
        """Journal an update of a row; returns the words it was found by and is found by, as far as they change."""
        kind = str(table.name)
        self.entries.append(Entry(kind, row["id"], entries.some(before), entries.some(after)))
        if search_words.sources(kind).isdisjoint(after):
            return {}, {}
        return search_words.words_of_row(kind, row), search_words.words_of_row(kind, {**row, **after})

    def remove(self, table: Table, where: ColumnElement[bool]) -> int:
        """Delete the rows that match; returns how many there were."""
        chosen = select(table).where(where).order_by(table.c.id)
        rows = [dict(row) for row in self.connection.execute(chosen).mappings()]
        if not rows:
            return 0
        self.connection.execute(delete(table).where(where))
        kind = str(table.name)
        gone: Found = {}
        for row in rows:
            self.entries.append(Entry(kind, row["id"], entries.whole(row), None))
            search_words.gather(gone, search_words.words_of_row(kind, row))
        search_words.forget(self.connection, gone)
        return len(rows)

    def seal(self, sentence: str, **values: object) -> None:
        """Keep undo from taking this step back; `sentence` (a marked text) says why and what to do instead."""
        self.sealed = (sentence, values)

    def finish(self) -> None:
        """Write the journal and the ids given out."""
        if self.entries:
            first = self.reserve("journal", len(self.entries))
            journal.write(self.connection, self.id, first, self.entries)
        for name, value in self._given.items():
            known = update(counter).where(counter.c.name == name).values(value=value)
            if not self.connection.execute(known).rowcount:
                self.connection.execute(insert(counter).values(name=name, value=value))
