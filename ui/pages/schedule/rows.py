"""The rows of the list of events, each with what it clashes with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from altdesk.domain.events import Event
from altdesk.domain.events_clashes import Clash
from altdesk.services import events
from ui.columns import ServiceRows


@dataclass(frozen=True)
class EventRow:
    """An event as a row."""

    event: Event
    clashes: tuple[Clash, ...] = ()

    @property
    def id(self) -> int:
        return self.event.id


class EventRows(ServiceRows):
    """Only the rows that are seen are looked at for clashes."""

    def __init__(self, desk: Any) -> None:
        super().__init__(desk, events)
        self._home = desk

    def lines(self, ids: Sequence[int]) -> Sequence[EventRow]:
        clashes = events.clashes_of(self._home, ids)
        return [EventRow(each, tuple(clashes.get(each.id, ()))) for each in events.lines(self._home, ids)]
