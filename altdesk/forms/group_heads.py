"""Common heads: which neighbouring columns of a table stand under one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple, Protocol


class Span(NamedTuple):
    """Neighbouring columns under one head: the first and the last of them, and what that head says."""

    first: int
    last: int
    head: str


class Grouped(Protocol):
    """A column that may stand under a common head."""

    @property
    def group(self) -> str: ...


def spans(columns: Sequence[Grouped]) -> tuple[Span, ...]:
    """The heads that stand over several columns, or over one that names its group; none in a table of plain heads."""
    found: list[Span] = []
    at = 0
    for group, members in groupby(columns, key=lambda column: column.group):
        number = len(list(members))
        if group:
            found.append(Span(at, at + number - 1, group))
        at += number
    return tuple(found)
