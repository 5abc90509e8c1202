"""The plan of an import: what each row of a file would do, why it is doubted, and what the person decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from altdesk.domain.clean import REPAIR_NAMES, Repair
from altdesk.domain.marking import N_
from altdesk.domain.remarks import Remark


class RowStatus(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DOUBTFUL = "doubtful"


STATUS_NAMES = {
    RowStatus.NEW: N_("New"),
    RowStatus.CHANGED: N_("Changed"),
    RowStatus.SAME: N_("Same"),
    RowStatus.DOUBTFUL: N_("Doubtful"),
}


class Action(StrEnum):
    """What is done with a row. JOIN: it speaks of the same record as an earlier row (a further post, a revision)."""

    NEW = "new"
    UPDATE = "update"
    JOIN = "join"
    SKIP = "skip"


ACTION_NAMES = {
    Action.NEW: N_("Take as new"),
    Action.UPDATE: N_("Change the one kept"),
    Action.JOIN: N_("Add to the earlier row"),
    Action.SKIP: N_("Leave out"),
}

D = TypeVar("D")


@dataclass(frozen=True)
class Decision(Generic[D]):
    """What is done with one row: `id` of the record to change, or `row` to join; `draft` as edited in the preview."""

    action: Action
    id: int | None = None
    row: int | None = None
    draft: D | None = None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a kept record that the file gives otherwise."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class RowRepair:
    """Something mended in a cell; `message` (translatable) says what kind of thing."""

    field: str
    message: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row of the file that holds no record, and why; `number` as the file's own program counts."""

    number: int
    text: str
    reason: Remark


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows there are of each status, rows left out as they hold no record, and cells mended."""

    new: int = 0
    changed: int = 0
    same: int = 0
    doubtful: int = 0
    skipped: int = 0
    repairs: int = 0


class PlannedRow(Protocol):
    """What every plan knows of a row."""

    @property
    def status(self) -> RowStatus: ...
    @property
    def repairs(self) -> tuple[RowRepair, ...]: ...


def counted(planned: Sequence[PlannedRow], skipped: int) -> Counts:
    """The sums of a plan."""
    of = dict.fromkeys(RowStatus, 0)
    repairs = 0
    for row in planned:
        of[row.status] += 1
        repairs += len(row.repairs)
    sums = (of[RowStatus.NEW], of[RowStatus.CHANGED], of[RowStatus.SAME], of[RowStatus.DOUBTFUL])
    return Counts(*sums, skipped, repairs)


def row_repairs(field: str, repairs: tuple[Repair, ...]) -> tuple[RowRepair, ...]:
    """What cleaning mended in one cell."""
    return tuple(RowRepair(field, REPAIR_NAMES[each.kind], each.before, each.after) for each in repairs)
