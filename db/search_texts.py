"""Finding in long texts (minutes, agenda items, tasks): tens of thousands may share every word that is typed."""

from __future__ import annotations

from operator import itemgetter

from sqlalchemy import Column, ColumnElement, Connection, and_, false, func, intersect, select, true

from altdesk.domain.text import asked
from db import search
from db.models.desk import search_word


def numbers(connection: Connection, kind: str, typed: list[str]) -> dict[str, int]:
    """How many words of a kind begin with each word typed, counted no further than is needed to plan."""
    some = (search.beginning(kind, word).limit(search.DENSE + 1).subquery() for word in typed)
    counted = [select(func.count()).select_from(each).scalar_subquery() for each in some]
    return dict(zip(typed, connection.execute(select(*counted)).one(), strict=True)) if typed else {}


def common_form(connection: Connection, kind: str, word: str) -> str:
    """A word that stands in very many records, among those that begin so; none when there is none at hand."""
    forms = search.beginning(kind, word).with_only_columns(search_word.c.word).order_by(search_word.c.word)
    form = connection.execute(forms.limit(1).offset(search.DENSE)).scalar()
    if not form:
        return ""
    alone = select(search_word.c.record_id).where(search_word.c.kind == kind, search_word.c.word == form)
    return form if connection.execute(alone.limit(1).offset(2 * search.DENSE)).first() else ""


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
        return and_(*(search.has(kind, key, word, common_form(connection, kind, word)) for word in typed))
    tests = (search.has(kind, key, word) for word in typed if word != rarest)
    return and_(key.in_(search.beginning(kind, rarest)), *tests)
