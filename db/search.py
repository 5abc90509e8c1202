"""The index to find by: folded words of names, titles and codes, kept with every step and every undo.

What is in it follows from the indexed rows alone: whoever changes what the words of a text are makes the index anew in
a migration.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    delete,
    false,
    func,
    literal,
    or_,
    select,
    true,
)

from altdesk.domain.text import asked, joined_words, words
from db import bulk
from db.bulk import Columns
from db.models import metadata
from db.models.desk import search_word

Found = dict[tuple[str, str], list[int]]
"""What the index says of some records: a kind and a word under it, and the ids of those that have it."""

DENSE = 9000
"""Beyond so many beginnings a walk along the list is faster than a look-up of each; twice so many for several words,
of which few records have all."""

INDEXED: Mapping[str, tuple[str, ...]] = {
    "person": ("full_name",),
    "document": ("code", "title"),
    "saved_group": ("name",),
    "unit": ("name",),
    "sheet": ("number", "document_code", "document_title"),
}
MANY = frozenset({"person"})
"""Kinds with a find key of which there may be so many that a question is planned."""
LAST = "\U0010ffff"  # comes after every letter

FIND_KEY = "fold_key"
"""A table of one indexed text may keep its find key in this column: the words that are parts of it show in the row."""
JOINED = "+"
"""Words of such a table that do not show in the row (tokens with marks inside, joined) stand under "person+"."""


@cache
def _keyed(kind: str) -> bool:
    return len(INDEXED[kind]) == 1 and FIND_KEY in metadata.tables[kind].c


@cache
def sources(kind: str) -> frozenset[str]:
    """The columns of a kind that its words come from; none for a kind that is not indexed."""
    return frozenset((*INDEXED[kind], FIND_KEY) if kind in INDEXED and _keyed(kind) else INDEXED.get(kind, ()))


def words_of(kind: str, rows: Columns) -> Found:
    """The index of records given as columns of their table; nothing for a kind that is not indexed."""
    if kind not in INDEXED:
        return {}
    kind = str(kind)  # plain: the driver is slow with subclasses of str
    ids, texts = rows["id"], [rows[name] for name in INDEXED[kind]]
    if not _keyed(kind):
        whole = (" ".join(map(str, each)) for each in zip(*texts, strict=True))
        return _grouped(kind, ids, map(words, whole))
    found = _grouped(kind, ids, map(str.split, rows[FIND_KEY]))
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


def _ids(word: str, *kinds: str) -> Select[int]:
    """Ids of the records with a word under these kinds that begins so."""
    begins = and_(search_word.c.word >= word, search_word.c.word < word + LAST)
    return select(search_word.c.record_id).where(search_word.c.kind.in_(kinds), begins)


def _kinds(kind: str) -> tuple[str, ...]:
    return (kind, kind + JOINED) if _keyed(kind) else (kind,)


def matching(kind: str, text: str) -> Select[int] | None:
    """Ids of the records of a kind where every typed word begins a word; None when nothing was typed."""
    typed = asked(text)
    if not typed:
        return None if not text.strip() else select(search_word.c.record_id).where(false())
    typed.sort(key=len, reverse=True)
    chosen = _ids(typed[0], *_kinds(kind))
    for word in typed[1:]:
        chosen = chosen.where(search_word.c.record_id.in_(_ids(word, *_kinds(kind))))
    return chosen


def condition(connection: Connection, kind: str, key: Column[int], text: str) -> ColumnElement[bool]:
    """The same as a condition on the record's id, planned by how many words begin so.

    The rarest word is looked up and the others are tested in the rows it gives. Where many thousands share it, it is
    tested as well, while the list is walked in its own order, so that its first rows come at once.
    """
    typed = asked(text)
    if not typed:
        return false() if text.strip() else true()
    if kind not in MANY:
        return and_(*(key.in_(_ids(word, *_kinds(kind))) for word in typed))
    rarest, number = _rarest(connection, kind, typed)
    if number > (DENSE if len(typed) == 1 else 2 * DENSE):
        return and_(*(_shows(kind, key, word) for word in typed))
    tests = (_shows(kind, key, word) for word in typed if word != rarest)
    return and_(key.in_(_ids(rarest, *_kinds(kind))), *tests)


def _rarest(connection: Connection, kind: str, typed: list[str]) -> tuple[str, int]:
    """The word that the fewest words begin with, and how many do; counted no further than is needed to choose."""
    some = (_ids(word, *_kinds(kind)).limit(2 * DENSE + 1).subquery() for word in typed)
    counted = [select(func.count()).select_from(each).scalar_subquery() for each in some]
    numbers = connection.execute(select(*counted)).one()
    return min(zip(typed, numbers, strict=True), key=itemgetter(1))


def _shows(kind: str, key: Column[int], word: str) -> ColumnElement[bool]:
    """Whether a word of the row begins so: one that stands in its find key, or one of the few joined ones."""
    stands = (literal(" ") + key.table.c[FIND_KEY]).contains(f" {word}")
    return or_(stands, key.in_(_ids(word, kind + JOINED)))
