"""Finding by the beginnings of folded words: which words a record is found by, and how a question is planned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    and_,
    false,
    func,
    literal,
    literal_column,
    or_,
    select,
    true,
)

from altdesk.domain.text import asked
from db.models.desk import search_word

DENSE = 9000
"""Beyond so many beginnings a walk along the list is faster than a look-up of each; twice so many for several words,
of which few records have all."""

INDEXED: Mapping[str, tuple[str, ...]] = {
    "person": ("full_name",),
    "document": ("code", "title"),
    "saved_group": ("name",),
    "unit": ("name",),
    "body": ("name", "short_name"),
    "sheet": ("number", "document_code", "document_title"),
    "risk": ("title", "process"),
    "working_copy": ("number", "holder", "post", "unit"),
    "norm": ("designation", "title"),
    "minutes": ("number", "title", "place", "notes", "body_name", "chair_name", "secretary_name"),
    "agenda_item": ("title", "speaker", "heard", "discussed", "resolved"),
    "task": ("text", "responsible", "note"),
    "plan": ("title",),
    "plan_row": ("title", "responsible"),
    "event": ("title", "place", "responsible", "result"),
}
FIND_KEYS: Mapping[str, str] = {"person": "fold_key"}
"""Kinds of one text of which there are so many that only the forward index is kept: the words of a record are read
off the find key in its row."""
JOINED = "+"
"""The few words of such a kind that are no part of the find key (`Әли-Хан`: alikhan) stand under "person+"."""

_LAST = "\U0010ffff"  # comes after every letter


def beginning(kind: str, word: str) -> Select[int]:
    """Ids of the records of a kind in which a word begins so."""
    return _beginning((kind, kind + JOINED) if kind in FIND_KEYS else (kind,), word)


def _beginning(kinds: tuple[str, ...], word: str) -> Select[int]:
    under = search_word.c.kind.in_(kinds) if len(kinds) > 1 else search_word.c.kind == kinds[0]
    return select(search_word.c.record_id).where(under, *_begins(word))


def _begins(word: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return search_word.c.word >= word, search_word.c.word < word + _LAST


def has(kind: str, key: Column[int], word: str) -> ColumnElement[bool]:
    """The same as a condition on one record, to be tested while a list is walked."""
    if kind in FIND_KEYS:
        stands = (literal(" ") + key.table.c[FIND_KEYS[kind]]).contains(f" {word}")
        return or_(stands, key.in_(_beginning((kind + JOINED,), word)))
    indexed = (search_word.c.kind != literal_column(f"'{other}'") for other in FIND_KEYS)  # as the index says it
    mine = and_(*indexed, search_word.c.kind == kind, search_word.c.record_id == key, *_begins(word))
    return select(search_word.c.record_id).where(mine).correlate(key.table).exists()


def kinds_with(connection: Connection, kinds: Iterable[str], text: str) -> set[str]:
    """The kinds in which every typed word begins some word: only of these can there be a record with all of them."""
    typed, every = asked(text), tuple(kinds)
    if not typed:
        return set()
    there = (and_(*(beginning(kind, word).exists() for word in typed)) for kind in every)
    found = connection.execute(select(*(each.label(kind) for kind, each in zip(every, there, strict=True)))).one()
    return {kind for kind, some in zip(every, found, strict=True) if some}


def matching(kind: str, text: str) -> Select[int] | None:
    """Ids of the records of a kind where every typed word begins a word; None when nothing was typed."""
    typed = asked(text)
    if not typed:
        return None if not text.strip() else select(search_word.c.record_id).where(false())
    typed.sort(key=len, reverse=True)
    chosen = beginning(kind, typed[0])
    for word in typed[1:]:
        chosen = chosen.where(search_word.c.record_id.in_(beginning(kind, word)))
    return chosen


def condition(connection: Connection, kind: str, key: Column[int], text: str) -> ColumnElement[bool]:
    """The same as a condition on the record's id, planned by how many words begin so.

    Beginnings that thousands share are tested while the list is walked in its own order, so that its first rows come
    at once; rarer ones are looked up. Where the row shows its words, only the rarest one is looked up.
    """
    typed = asked(text)
    if not typed:
        return false() if text.strip() else true()
    if kind not in FIND_KEYS:
        rare = {word: is_rare(connection, kind, word) for word in typed}
        return and_(*(key.in_(beginning(kind, word)) if rare[word] else has(kind, key, word) for word in typed))
    rarest, number = _rarest(connection, kind, typed)
    looked_up = number <= (DENSE if len(typed) == 1 else 2 * DENSE)
    tests = (has(kind, key, word) for word in typed if not looked_up or word != rarest)
    return and_(*([key.in_(beginning(kind, rarest))] if looked_up else []), *tests)


def is_rare(connection: Connection, kind: str, word: str) -> bool:
    """Whether so few words of a kind begin so that looking each up is faster; counted no further than is needed."""
    some = beginning(kind, word).limit(DENSE + 1)
    return int(connection.execute(select(func.count()).select_from(some.subquery())).scalar_one()) <= DENSE


def _rarest(connection: Connection, kind: str, typed: list[str]) -> tuple[str, int]:
    """The word that the fewest words begin with, and how many do; counted no further than is needed to choose."""
    some = (beginning(kind, word).limit(2 * DENSE + 1).subquery() for word in typed)
    counted = [select(func.count()).select_from(each).scalar_subquery() for each in some]
    numbers = connection.execute(select(*counted)).one()
    return min(zip(typed, numbers, strict=True), key=itemgetter(1))
