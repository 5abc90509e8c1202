"""Plans as they are listed: figures of what became of their rows, where each paper is, and what is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from altdesk.domain.events_kinds import HeldState
from altdesk.domain.plans import WAITS_LONG, PlanRow
from altdesk.domain.plans_kinds import PlanKind, VersionState


@dataclass(frozen=True)
class Figures:
    """What became of the rows of a plan; `late` are those of `planned` and `moved` whose day is over."""

    planned: int = 0
    held: int = 0
    moved: int = 0
    not_held: int = 0
    late: int = 0
    reasons: tuple[tuple[str, str], ...] = field(default=())  # row and why it was not held

    @property
    def rows(self) -> int:
        return self.planned + self.held + self.moved + self.not_held


def figures(rows: tuple[PlanRow, ...] | list[PlanRow], on: date) -> Figures:
    """The figures of these rows on a day."""
    of = {state: sum(row.mark.state is state for row in rows) for state in HeldState}
    return Figures(
        of[HeldState.PLANNED],
        of[HeldState.HELD],
        of[HeldState.MOVED],
        of[HeldState.NOT_HELD],
        sum(row.late(on) for row in rows),
        tuple((row.said.title, row.mark.reason) for row in rows if row.mark.state is HeldState.NOT_HELD),
    )


@dataclass(frozen=True)
class PlanLine:
    """A plan as a line of the list. `holder` is who has the paper, empty when it lies in the department."""

    id: int
    kind: PlanKind
    year: int
    period: str
    title: str
    body: str
    unit: str
    version: int
    state: VersionState
    amended: bool
    approved_on: date | None
    holder: str
    since: date | None
    comment: str
    figures: Figures

    @property
    def of(self) -> str:
        return self.body or self.unit

    def waits_long(self, on: date) -> bool:
        return bool(self.holder) and self.since is not None and (on - self.since).days > WAITS_LONG


@dataclass(frozen=True)
class PlansQuery:
    """Which plans are listed; `year` as `Plan.year`."""

    text: str = ""
    sort: str = "title"  # title, kind, of, year, state
    descending: bool = False
    year: int | None = None
    kind: PlanKind | None = None
    state: VersionState | None = None
    body_id: int | None = None
