"""Finding by the beginnings of folded words: which words a record is found by, and how a question is planned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Text,
    and_,
    bindparam,
    cast,
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
FEW = 2000
"""So many records may be named one by one in a question."""

INDEXED: Mapping[str, tuple[str, ...]] = {
    "person": ("full_name",),
    "document": ("code", "title"),
    "saved_group": ("name",),
    "unit": ("name",),
    "body": ("name", "short_name", "name_ru"),
    "sheet": ("number", "document_code", "document_title"),
    "risk": ("title", "process"),
    "working_copy": ("number", "holder", "post", "unit"),
    "norm": ("designation", "title"),
    "minutes": ("number", "title", "place", "notes", "body_name", "body_name_ru", "chair_name", "secretary_name"),
    "agenda_item": ("title", "speaker", "heard", "discussed", "resolved"),
    "task": ("text", "responsible", "note"),
    "sponsor": ("name",),
    "donation": ("in_kind", "document", "note"),
    "leadership_meeting": ("topic", "leader", "leader_post", "place", "note"),
    "raised_issue": ("issue", "answer", "responsible"),
    "measure": ("title", "unit", "responsible", "result"),
    "club_assessment": ("body_name", "assessed_by", "conclusion"),
    "plan": ("title",),
    "plan_row": ("title", "responsible"),
    "event": ("title", "place", "responsible", "result"),
}
FIND_KEYS: Mapping[str, str] = {"person": "fold_key"}
"""Kinds of one text of which there are so many that only the forward index is kept: the words of a record are read
off the find key in its row."""
JOINED = "+"
"""The few words of such a kind that are no part of the find key (`Әли-Хан`: alikhan) stand under "person+"."""

LAST = "\U0010ffff"  # comes after every letter


def beginning(kind: str, word: str) -> Select[int]:
    """Ids of the records of a kind in which a word begins so."""
    return select(search_word.c.record_id).where(_under(kind), *_begins(word))


def _under(kind: str) -> ColumnElement[bool]:
    """The words of a kind, also those that its find key does not show."""
    return search_word.c.kind.in_((kind, kind + JOINED)) if kind in FIND_KEYS else search_word.c.kind == kind


def _begins(word: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return search_word.c.word >= word, search_word.c.word < word + LAST


def has(kind: str, key: Column[int], word: str, form: str = "") -> ColumnElement[bool]:
    """The same as a condition on one record, to be tested while a list is walked; with a form in which the word often
    stands, that one is asked first: its records are neighbours in the index, so most of the answers are at hand."""
    if kind in FIND_KEYS:
        stands = (literal(" ") + key.table.c[FIND_KEYS[kind]]).contains(f" {word}")
        return or_(stands, key.in_(beginning(kind + JOINED, word)))
    indexed = (search_word.c.kind != literal_column(f"'{other}'") for other in FIND_KEYS)  # as the index says it
    mine = search_word.c.kind == kind, search_word.c.record_id == key
    begins = _on(key, *indexed, *mine, *_begins(word))
    return or_(_on(key, *mine, search_word.c.word == form), begins) if form else begins


def _on(key: Column[int], *mine: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(search_word.c.record_id).where(*mine).correlate(key.table).exists()


def kinds_with(connection: Connection, kinds: Iterable[str], text: str) -> set[str]:
    """The kinds in which every typed word begins some word: only of these can there be a record with all of them."""
    typed, every = asked(text), tuple(kinds)
    if not typed:
        return set()
    values = {f"word_{at}": word for at, word in enumerate(typed)}
    values |= {f"after_{at}": word + LAST for at, word in enumerate(typed)}
    found = connection.execute(_there(every, len(typed)), values).one()
    return {kind for kind, some in zip(every, found, strict=True) if some}


@cache
def _there(kinds: tuple[str, ...], words: int) -> Select[*tuple[Any, ...]]:
    """Of each kind whether it knows so many words. Kept, because making it takes longer than asking."""

    def knows(kind: str, at: int) -> ColumnElement[bool]:
        begins = search_word.c.word >= bindparam(f"word_{at}"), search_word.c.word < bindparam(f"after_{at}")
        return select(search_word.c.record_id).where(_under(kind), *begins).exists()

    return select(*(and_(*(knows(kind, at) for at in range(words))).label(kind) for kind in kinds))


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


def any_of(places: Sequence[tuple[str, Column[int]]], text: str) -> ColumnElement[bool]:
    """Every typed word begins a word of the record or of one it belongs with: the kind of each, and the column of its
    id. For lists of a few thousand records at most."""
    typed = asked(text)
    if not typed:
        return false() if text.strip() else true()
    return and_(*(or_(*(key.in_(beginning(kind, word)) for kind, key in places)) for word in typed))


def condition(connection: Connection, kind: str, key: Column[int], text: str) -> ColumnElement[bool]:
    """The same as a condition on the record's id, planned by how many words begin so.

    Beginnings that thousands share are tested while the list is walked in its own order, so that its first rows come
    at once; rarer ones are looked up.
    """
    typed = asked(text)
    if not typed:
        return false() if text.strip() else true()
    if kind not in FIND_KEYS:
        rare = {word: is_rare(connection, kind, word) for word in typed}
        return and_(*(key.in_(beginning(kind, word)) if rare[word] else has(kind, key, word) for word in typed))
    if len(typed) > 1:
        return _all_of(connection, kind, key, typed)
    return key.in_(beginning(kind, typed[0])) if is_rare(connection, kind, typed[0]) else has(kind, key, typed[0])


def is_rare(connection: Connection, kind: str, word: str) -> bool:
    """Whether so few words of a kind begin so that looking each up is faster; counted no further than is needed."""
    some = beginning(kind, word).limit(DENSE + 1)
    return int(connection.execute(select(func.count()).select_from(some.subquery())).scalar_one()) <= DENSE


def _all_of(connection: Connection, kind: str, key: Column[int], typed: list[str]) -> ColumnElement[bool]:
    """Several words of rows that show their words: what the index says of them is compared here, until few are left.

    Reading the index is ten times faster than reading the rows it names.
    """
    numbers: dict[str, int] = {}
    there: set[str] | None = None
    left = sorted(typed, key=len)
    while left and (there is None or len(there) > FEW):
        word = left.pop()  # the longest, most often the rarest
        ids = _read(connection, kind, word)
        numbers[word] = len(ids)
        if len(ids) <= 2 * DENSE:
            there = set(ids) if there is None else there.intersection(ids)
        if not ids:
            return false()
    tests = [has(kind, key, word) for word in typed if word in left or numbers[word] > 2 * DENSE]
    if there is None:
        return and_(*tests)
    if len(there) <= FEW:
        return and_(key.in_([int(number) for number in there]), *tests)
    rarest = min(numbers, key=numbers.__getitem__)
    return and_(key.in_(beginning(kind, rarest)), *(has(kind, key, word) for word in typed if word != rarest))


def _read(connection: Connection, kind: str, word: str) -> list[str]:
    """The ids of the records in which a word begins so, no more than are needed to plan."""
    values = {"word": word, "after": word + LAST, "most": 2 * DENSE + 1}
    said = connection.execute(_ids(kind), values).scalar_one()
    return str(said).split(",") if said else []


@cache
def _ids(kind: str) -> Select[str]:
    """Ids by a word as one text, which a driver hands over four times as fast as rows."""
    begins = search_word.c.word >= bindparam("word"), search_word.c.word < bindparam("after")
    some = select(search_word.c.record_id).where(_under(kind), *begins).limit(bindparam("most"))
    return select(func.aggregate_strings(cast(some.subquery().c.record_id, Text), ","))
