"""The index to find by: folded words of names, titles and codes, kept with every step and every undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, delete, false, func, insert, select, true

from altdesk.domain.text import asked, words
from db.models import metadata
from db.models.desk import search_word

DENSE = 9000  # beyond so many beginnings a walk along the list is faster than a look-up of each

INDEXED: Mapping[str, tuple[str, ...]] = {
    "person": ("full_name",),
    "document": ("code", "title"),
    "saved_group": ("name",),
    "unit": ("name",),
    "body": ("name", "short_name"),
    "sheet": ("number", "document_code", "document_title"),
    "working_copy": ("number", "holder", "post", "unit"),
    "norm": ("designation", "title"),
}


def word_rows(kind: str, rows: Iterable[Mapping[str, Any]]) -> list[tuple[str, str, int]]:
    """The index rows of records given as rows of their table."""
    columns = INDEXED[kind]
    found: list[tuple[str, str, int]] = []
    if len(columns) == 1:
        only = columns[0]
        for row in rows:
            record = row["id"]
            found += [(word, kind, record) for word in words(row[only], row.get("fold_key"))]
    else:
        for row in rows:
            text = " ".join(str(row[column]) for column in columns)
            found += [(word, kind, row["id"]) for word in words(text)]
    return found


def add(connection: Connection, rows: list[tuple[str, str, int]]) -> None:
    """Index records that were not indexed before."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO search_word (word, kind, record_id) VALUES (?, ?, ?)", sorted(rows))
    else:
        names = ("word", "kind", "record_id")
        connection.execute(insert(search_word), [dict(zip(names, row, strict=True)) for row in rows])


def refresh(connection: Connection, kind: str, ids: Iterable[int]) -> None:
    """Index the records anew as they stand now; those that are gone are forgotten."""
    if kind not in INDEXED:
        return
    table = metadata.tables[kind]
    columns = [table.c[name] for name in ("id", *INDEXED[kind])]
    every = list(ids)
    for at in range(0, len(every), 500):
        some = every[at : at + 500]
        gone = and_(search_word.c.kind == kind, search_word.c.record_id.in_(some))
        connection.execute(delete(search_word).where(gone))
        rows = connection.execute(select(*columns).where(table.c.id.in_(some))).mappings()
        add(connection, word_rows(kind, rows))  # type: ignore[arg-type]


def _begins(word: str) -> ColumnElement[bool]:
    return and_(search_word.c.word >= word, search_word.c.word < word + "\U0010ffff")


def matching(kind: str, text: str) -> Select[int] | None:
    """Ids of the records of a kind where every typed word begins a word; None when nothing was typed."""
    typed = asked(text)
    if not typed:
        return None if not text.strip() else select(search_word.c.record_id).where(false())
    typed.sort(key=len, reverse=True)
    chosen = select(search_word.c.record_id).where(search_word.c.kind == kind, _begins(typed[0]))
    for word in typed[1:]:
        also = select(search_word.c.record_id).where(search_word.c.kind == kind, _begins(word))
        chosen = chosen.where(search_word.c.record_id.in_(also))
    return chosen


def condition(connection: Connection, kind: str, key: Column[int], text: str) -> ColumnElement[bool]:
    """The same as a condition on the record's id, planned by how many words begin so.

    One beginning that thousands share is tested while the list is walked in its own order, so that its first rows
    come at once; anything rarer, and several words together, is looked up.
    """
    typed = asked(text)
    if not typed:
        return false() if text.strip() else true()
    if len(typed) == 1 and _number(connection, kind, typed[0]) > DENSE:
        return _has(kind, key, typed[0])
    beginning = [select(search_word.c.record_id).where(search_word.c.kind == kind, _begins(word)) for word in typed]
    return and_(*(key.in_(chosen) for chosen in beginning))


def _number(connection: Connection, kind: str, word: str) -> int:
    """How many words of a kind begin so, counted no further than is needed to choose."""
    some = select(search_word.c.record_id).where(search_word.c.kind == kind, _begins(word)).limit(DENSE + 1)
    return int(connection.execute(select(func.count()).select_from(some.subquery())).scalar_one())


def _has(kind: str, key: Column[int], word: str) -> ColumnElement[bool]:
    mine = and_(search_word.c.kind == kind, search_word.c.record_id == key, _begins(word))
    return select(search_word.c.record_id).where(mine).correlate(key.table).exists()
