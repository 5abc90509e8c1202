"""Finding in long texts: minutes, agenda items and tasks, by the beginnings of their words.

Tens of thousands of records share a common word. Such words are tested record by record while a list is walked, through
an index of these kinds by record, so that the first rows of a list come at once; rarer words are looked up.
"""

from __future__ import annotations

from operator import itemgetter

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    and_,
    false,
    func,
    intersect,
    literal_column,
    select,
    true,
)

from altdesk.domain.text import asked
from db.models.desk import LONG_TEXTS, search_word
from db.search import DENSE

LAST = "\U0010ffff"  # comes after every letter


def _begins(kind: str, word: str) -> ColumnElement[bool]:
    """The index by record holds these kinds only: an engine sees that it serves when the kind stands in the statement
    itself."""
    assert kind in LONG_TEXTS
    own = search_word.c.kind == literal_column(f"'{kind}'")
    return and_(own, search_word.c.word >= word, search_word.c.word < word + LAST)


def looked_up(kind: str, word: str) -> Select[int]:
    """Ids of the records of a kind in which a word begins so."""
    return select(search_word.c.record_id).where(_begins(kind, word))


def shows(kind: str, key: Column[int], word: str) -> ColumnElement[bool]:
    """The same as a test of one record."""
    mine = and_(_begins(kind, word), search_word.c.record_id == key)
    return select(search_word.c.record_id).where(mine).correlate(key.table).exists()


def numbers(connection: Connection, kind: str, typed: list[str]) -> dict[str, int]:
    """How many words of a kind begin with each word typed, counted no further than is needed to plan."""
    some = (looked_up(kind, word).limit(DENSE + 1).subquery() for word in typed)
    counted = [select(func.count()).select_from(each).scalar_subquery() for each in some]
    return dict(zip(typed, connection.execute(select(*counted)).one(), strict=True))


def common(connection: Connection, kind: str, text: str) -> bool:
    """Whether thousands share every word typed, so that a list is better walked than looked up."""
    return min(numbers(connection, kind, asked(text)).values(), default=0) > DENSE


def count(connection: Connection, kind: str, text: str) -> int:
    """How many records of a kind have every word typed, asked of the index alone."""
    every = [looked_up(kind, word) for word in asked(text)]
    if not every:
        return 0
    both = intersect(*every) if len(every) > 1 else every[0].distinct()
    return int(connection.execute(select(func.count()).select_from(both.subquery())).scalar_one())


def condition(connection: Connection, kind: str, key: Column[int], text: str) -> ColumnElement[bool]:
    """Every typed word begins a word of the record: the rarest is looked up, the others are tested in what it gives;
    where thousands share even the rarest, all are tested while the list is walked."""
    typed = asked(text)
    if not typed:
        return false() if text.strip() else true()
    rarest, number = min(numbers(connection, kind, typed).items(), key=itemgetter(1))
    if number > DENSE:
        return and_(*(shows(kind, key, word) for word in typed))
    tests = (shows(kind, key, word) for word in typed if word != rarest)
    return and_(key.in_(looked_up(kind, rarest)), *tests)
