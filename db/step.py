"""A step: the only way to write. It gives out ids, journals every changed row and keeps the search index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, insert, select, update

from db import bulk, journal, search
from db.journal import Row, encode, encode_exact
from db.models.desk import counter

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
        self.entries: list[journal.Entry] = []
        self.made: int | None = None
        self.sealed: tuple[str, dict[str, object]] | None = None
        self._stale: dict[str, set[int]] = {}
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
        """Insert rows that all have the same columns; the rest is empty. Returns their ids in order.

        The dicts are the step's from now on: ids and empty columns are filled in.
        """
        if not rows:
            return []
        first = self.reserve(table.name, len(rows))
        missing = {name: empty for name, empty in journal.blank(table).items() if name not in rows[0]}
        for number, row in enumerate(rows, first):
            row.update(missing)
            row["id"] = number
        bulk.insert_rows(self.connection, table, rows)
        kind = str(table.name)  # plain: the driver is slow with subclasses of str
        texts = journal.encode_many(rows) if len(rows) > 1 else [encode(rows[0])]
        self.entries += [journal.Entry(kind, row["id"], None, text) for row, text in zip(rows, texts, strict=True)]
        if kind in search.INDEXED:
            search.add(self.connection, search.word_rows(kind, rows))
        return list(range(first, first + len(rows)))

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
        self._changed(table, record_id, before, after)
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
        rows = {row["id"]: row for row in self.connection.execute(wanted).mappings()}
        updates: dict[tuple[str, ...], list[Row]] = {}
        for record_id, values in changes:
            if record_id not in rows:
                raise KeyError(f"{table.name} {record_id}")
            row = rows[record_id]
            before = {name: row[name] for name, value in values.items() if row[name] != value}
            if before:
                after = {name: values[name] for name in before}
                updates.setdefault(tuple(before), []).append({"this_id": record_id, **after})
                self._changed(table, record_id, before, after)
        for names, same in updates.items():
            statement = update(table).where(table.c.id == bindparam("this_id"))
            self.connection.execute(statement.values({name: bindparam(name) for name in names}), same)
        return sum(map(len, updates.values()))

    def _changed(self, table: Table, record_id: int, before: Row, after: Row) -> None:
        self.entries.append(journal.Entry(str(table.name), record_id, encode_exact(before), encode_exact(after)))
        if not after.keys().isdisjoint(search.INDEXED.get(table.name, ())):
            self._stale.setdefault(table.name, set()).add(record_id)

    def remove(self, table: Table, where: ColumnElement[bool]) -> int:
        """Delete the rows that match; returns how many there were."""
        rows = self.connection.execute(select(table).where(where).order_by(table.c.id)).mappings().all()
        if not rows:
            return 0
        self.connection.execute(delete(table).where(where))
        for row in rows:
            self.entries.append(journal.Entry(str(table.name), row["id"], encode(dict(row)), None))
        if table.name in search.INDEXED:
            self._stale.setdefault(table.name, set()).update(row["id"] for row in rows)
        return len(rows)

    def seal(self, sentence: str, **values: object) -> None:
        """Keep undo from taking this step back; `sentence` (a marked text) says why and what to do instead."""
        self.sealed = (sentence, values)

    def finish(self) -> None:
        """Write the journal and what the search index still lacks."""
        for kind, ids in self._stale.items():
            search.refresh(self.connection, kind, ids)
        if self.entries:
            first = self.reserve("journal", len(self.entries))
            journal.write(self.connection, self.id, first, self.entries)
        for name, value in self._given.items():
            known = update(counter).where(counter.c.name == name).values(value=value)
            if not self.connection.execute(known).rowcount:
                self.connection.execute(insert(counter).values(name=name, value=value))
