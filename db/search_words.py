"""The words records are found by, kept with every step and every undo.

What is in the index follows from the indexed rows alone: whoever changes what the words of a text are makes the index
anew in a migration.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete

from altdesk.domain.text import joined_words, words
from db import bulk
from db.bulk import Columns
from db.models.desk import search_word
from db.search import FIND_KEYS, INDEXED, JOINED

Found = dict[tuple[str, str], list[int]]
"""What the index says of some records: a kind and a word under it, and the ids of those that have it."""


@cache
def sources(kind: str) -> frozenset[str]:
    """The columns of a kind that its words come from; none for a kind that is not indexed."""
    return frozenset(INDEXED.get(kind, ())) | ({FIND_KEYS[kind]} if kind in FIND_KEYS else set())


def words_of(kind: str, rows: Columns) -> Found:
    """The index of records given as columns of their table; nothing for a kind that is not indexed."""
    if kind not in INDEXED:
        return {}
    kind = str(kind)  # plain: the driver is slow with subclasses of str
    ids, texts = rows["id"], [rows[name] for name in INDEXED[kind]]
    if kind not in FIND_KEYS:
        whole = (" ".join(map(str, each)) for each in zip(*texts, strict=True))
        return _grouped(kind, ids, map(words, whole))
    found = _grouped(kind, ids, map(str.split, rows[FIND_KEYS[kind]]))
    if not "".join(texts[0]).replace(" ", "").isalnum():
        joined = _grouped(kind + JOINED, ids, map(joined_words, texts[0]))
        found |= {key: more for key, each in joined.items() if (more := _without(each, found.get((kind, key[1]), ())))}
    return found


def words_of_row(kind: str, row: Mapping[str, Any]) -> Found:
    """The index of one record, given as a row of its table."""
    return words_of(kind, {name: (row[name],) for name in ("id", *sources(kind))}) if kind in INDEXED else {}


def _grouped(kind: str, ids: Iterable[int], lists: Iterable[Iterable[str]]) -> Found:
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for number, own in zip(ids, lists, strict=True):
        for word in own:
            by_word[word].append(number)
    return {(kind, word): list(dict.fromkeys(each)) for word, each in by_word.items()}


def _without(ids: Iterable[int], others: Iterable[int]) -> list[int]:
    gone = set(others)
    return [number for number in ids if number not in gone]


def gather(found: Found, more: Found) -> None:
    """Add what the index says of further records."""
    for key, ids in more.items():
        found.setdefault(key, []).extend(ids)


def add(connection: Connection, found: Found) -> None:
    """Put words into the index that were not in it; in its own order, which is the fastest."""
    if not found:
        return
    columns: dict[str, list[Any]] = {"kind": [], "word": [], "record_id": []}
    for key in sorted(found):
        ids = found[key]
        columns["record_id"] += ids
        for name, value in zip(("kind", "word"), key, strict=True):
            columns[name] += [value] * len(ids)
    bulk.insert_columns(connection, search_word, columns)


def forget(connection: Connection, found: Found) -> None:
    """Take words out of the index."""
    if not found:
        return
    names = ("kind", "word", "record_id")
    if connection.dialect.name == "sqlite":
        mine = " AND ".join(f"{name} = ?" for name in names)
        connection.exec_driver_sql(f"DELETE FROM search_word WHERE {mine}", list(_each(found)))
    else:
        these = and_(*(search_word.c[name] == bindparam(f"its_{name}") for name in names))
        gone = [{f"its_{name}": value for name, value in zip(names, each, strict=True)} for each in _each(found)]
        connection.execute(delete(search_word).where(these), gone)


def _each(found: Found) -> Iterator[tuple[str, str, int]]:
    return ((kind, word, number) for kind, word in sorted(found) for number in found[kind, word])


def renew(connection: Connection, before: Found, after: Found) -> None:
    """Put right what the index says of records that have changed."""
    for now, then, put_right in ((before, after, forget), (after, before, add)):
        differing = {key: some for key, ids in now.items() if (some := _without(ids, then.get(key, ())))}
        put_right(connection, differing)
