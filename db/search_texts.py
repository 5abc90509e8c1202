"""Finding in long texts (minutes, agenda items, tasks): tens of thousands may share every word that is typed."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    ScalarSelect,
    Select,
    and_,
    bindparam,
    false,
    func,
    intersect,
    select,
    true,
)

from altdesk.domain.text import asked
from db import search
from db.models.desk import search_word


def numbers(connection: Connection, kind: str, typed: list[str]) -> dict[str, int]:
    """How many words of a kind begin with each word typed, counted no further than is needed to plan."""
    some = (search.beginning(kind, word).limit(search.DENSE + 1).subquery() for word in typed)
    counted = [select(func.count()).select_from(each).scalar_subquery() for each in some]
    return dict(zip(typed, connection.execute(select(*counted)).one(), strict=True)) if typed else {}


def common_forms(connection: Connection, kind: str, typed: list[str]) -> dict[str, str | None]:
    """Of each word typed a form in which it stands in very many records: empty when none is at hand, None for a word
    that is no common one."""
    begins = {f"word_{at}": word for at, word in enumerate(typed)}
    begins |= {f"after_{at}": word + search.LAST for at, word in enumerate(typed)}
    found = connection.execute(_forms(kind, len(typed)), begins | {"passed": search.DENSE}).one()
    alone = {f"word_{at}": form or "" for at, form in enumerate(found)}
    often = connection.execute(_often(kind, len(typed)), alone | {"passed": 2 * search.DENSE}).one()
    return {word: form and (many or "") for word, form, many in zip(typed, found, often, strict=True)}


def _passed(kind: str, *where: ColumnElement[bool]) -> ScalarSelect[Any]:
    """The word that stands where so many entries of the index have been passed."""
    chosen = select(search_word.c.word).where(search_word.c.kind == kind, *where).order_by(search_word.c.word)
    return chosen.limit(1).offset(bindparam("passed")).scalar_subquery()


@cache
def _forms(kind: str, words: int) -> Select[*tuple[Any, ...]]:
    word = search_word.c.word
    begins = ((word >= bindparam(f"word_{at}"), word < bindparam(f"after_{at}")) for at in range(words))
    return select(*(_passed(kind, *each).label(f"form_{at}") for at, each in enumerate(begins)))


@cache
def _often(kind: str, words: int) -> Select[*tuple[Any, ...]]:
    return select(
        *(_passed(kind, search_word.c.word == bindparam(f"word_{at}")).label(f"form_{at}") for at in range(words))
    )


def common(connection: Connection, kind: str, text: str) -> bool:
    """Whether thousands share every word typed, so that a list is better walked than looked up."""
    return min(numbers(connection, kind, asked(text)).values(), default=0) > search.DENSE


def count(connection: Connection, kind: str, text: str) -> int:
    """How many records of a kind have every word typed, asked of the index alone."""
    every = [search.beginning(kind, word) for word in asked(text)]
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
    if number > search.DENSE:
        forms = common_forms(connection, kind, typed)
        return and_(*(search.has(kind, key, word, forms[word] or "") for word in typed))
    tests = (search.has(kind, key, word) for word in typed if word != rarest)
    return and_(key.in_(search.beginning(kind, rarest)), *tests)
