"""Columns and row sources: what a list declares, so that the shared table can do the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from operator import attrgetter
from typing import Any, Protocol

from ui.theme import Tone


class Align(Enum):
    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True)
class State:
    """A state is an icon, a word (marked text) and a colour; never the colour alone."""

    icon: str
    word: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Column:
    """One column. `text` answers what is shown of a line; with `state` the cell shows its icon, word and colour.

    `sort` is the name the query sorts by, empty for a column that cannot sort. `edit(id, typed)` makes the cell
    editable in place with F2; it is a user verb and runs in the desk's room. `fits` is for days and the like.
    """

    key: str
    title: str
    width: int
    text: Callable[[Any], str] = lambda _line: ""
    align: Align = Align.LEFT
    sort: str = ""
    state: Callable[[Any], State | None] | None = None
    edit: Callable[[int, str], object] | None = None
    shown: bool = True
    fits: str = ""  # in a short table the column is never narrower than this text
    firm: bool = False  # keeps its width where others give way


class Query(Protocol):
    """What the shared table knows of a query: the frozen dataclass of an area has these fields."""

    @property
    def text(self) -> str: ...
    @property
    def sort(self) -> str: ...
    @property
    def descending(self) -> bool: ...


class RowSource(Protocol):
    """Where rows come from. Everything here is called in the desk's room."""

    def ids(self, query: Any, limit: int | None = None) -> Sequence[int]: ...
    def count(self, query: Any) -> int: ...
    def lines(self, ids: Sequence[int]) -> Sequence[Any]: ...


class ServiceRows:
    """The row source of a service that has `ids`, `count` and `lines`: `ServiceRows(desk, people)`."""

    def __init__(self, desk: Any, service: Any) -> None:
        self._desk = desk
        self._service = service

    def ids(self, query: Any, limit: int | None = None) -> Sequence[int]:
        found: Sequence[int] = self._service.ids(self._desk, query, limit)
        return found

    def count(self, query: Any) -> int:
        return int(self._service.count(self._desk, query))

    def lines(self, ids: Sequence[int]) -> Sequence[Any]:
        found: Sequence[Any] = self._service.lines(self._desk, ids)
        return found


class TotalledRows(ServiceRows):
    """The rows of a service that has `totals`, and beside them what it said of all of them; `nothing` until then."""

    def __init__(self, desk: Any, service: Any, nothing: Any) -> None:
        super().__init__(desk, service)
        self.totals = nothing

    def count(self, query: Any) -> int:
        self.totals = self._service.totals(self._desk, query)
        return int(self.totals.count)


@dataclass(frozen=True)
class ListQuery:
    """The query of a WholeList."""

    text: str = ""
    sort: str = ""
    descending: bool = False
    more: Any = None  # what else narrows the list; the page's own


@dataclass
class WholeList:
    """The row source of a short list that a service answers whole, such as coverage: sorted here.

    `fetch(query)` answers the lines, `key` the id of a line, `orders` the sort key of each sortable column.
    """

    fetch: Callable[[Any], Sequence[Any]]
    key: Callable[[Any], int] = attrgetter("id")
    orders: dict[str, Callable[[Any], Any]] = field(default_factory=dict)
    _kept: dict[int, Any] = field(default_factory=dict)
    _order: list[int] = field(default_factory=list)

    def count(self, query: Any) -> int:
        found = list(self.fetch(query))
        if order := self.orders.get(query.sort):
            found.sort(key=order, reverse=query.descending)
        self._kept = {self.key(line): line for line in found}
        self._order = list(self._kept)
        return len(self._order)

    def ids(self, query: Any, limit: int | None = None) -> Sequence[int]:
        if limit is None or not self._kept:
            self.count(query)
        return self._order[:limit]

    def lines(self, ids: Sequence[int]) -> Sequence[Any]:
        return [self._kept[number] for number in ids if number in self._kept]


def asked(query: Any, text: str | None = None, sort: str | None = None, *, descending: bool = False) -> Any:
    """The query with another filter text, or sorted otherwise."""
    if text is not None:
        query = replace(query, text=text)
    if sort is not None:
        query = replace(query, sort=sort, descending=descending)
    return query
