"""Risks (§7): what may happen and why, how likely and how bad, what is done about it, by whom and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.risk_scale import Level, RiskScale


class RiskState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class Side(StrEnum):
    """Of which assessment one speaks."""

    INITIAL = "initial"  # before the measure
    RESIDUAL = "residual"  # what is left after it


RISK_STATE_NAMES = {RiskState.OPEN: N_("Open risk"), RiskState.CLOSED: N_("Closed risk")}
SIDE_NAMES = {Side.INITIAL: N_("Before the measure"), Side.RESIDUAL: N_("After the measure")}


@dataclass(frozen=True)
class RiskDraft:
    """A risk as typed. `owner` is a person's name or a post."""

    title: str = ""
    cause: str = ""
    process: str = ""
    document_id: int | None = None
    measure: str = ""
    owner: str = ""
    due_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class AssessmentDraft:
    """How likely and how bad a risk is; what is left after the measure may still be open (both None)."""

    assessed_on: date | None = None
    likelihood: int | None = None
    impact: int | None = None
    residual_likelihood: int | None = None
    residual_impact: int | None = None
    assessed_by: str = ""
    note: str = ""


@dataclass(frozen=True)
class Assessment:
    """A kept assessment, on the scale of its day."""

    id: int
    risk_id: int
    assessed_on: date
    assessed_by: str
    steps: int
    likelihood: int
    impact: int
    level: Level
    residual_likelihood: int | None
    residual_impact: int | None
    residual_level: Level | None
    note: str
    recorded_by: str
    recorded_at: datetime | None


@dataclass(frozen=True)
class Risk(RiskDraft):
    """A kept risk with its assessments, the newest first."""

    id: int = 0
    state: RiskState = RiskState.OPEN
    closed_on: date | None = None
    document: str = ""  # code
    assessments: tuple[Assessment, ...] = ()


@dataclass(frozen=True)
class RiskLine:
    """A risk as a row of the register, with its newest assessment if there is one."""

    id: int
    title: str
    cause: str
    document: str
    process: str
    measure: str
    owner: str
    due_on: date | None
    state: RiskState
    closed_on: date | None
    assessed_on: date | None = None
    likelihood: int | None = None
    impact: int | None = None
    level: Level | None = None
    residual_likelihood: int | None = None
    residual_impact: int | None = None
    residual_level: Level | None = None

    def overdue(self, on: date) -> bool:
        """Whether its measure should have been taken before this day."""
        return self.state is RiskState.OPEN and self.due_on is not None and self.due_on < on


@dataclass(frozen=True)
class RisksQuery:
    """Which risks are listed; `cell` is a likelihood and an impact of the present scale, on one `side`."""

    text: str = ""
    sort: str = "level"  # title, level, residual, owner, due_on, document, state
    descending: bool = True
    state: RiskState | None = None
    document_id: int | None = None
    cell: tuple[int, int] | None = None
    side: Side = Side.INITIAL


@dataclass(frozen=True)
class HeatCell:
    """How many risks have this likelihood and impact."""

    likelihood: int
    impact: int
    level: Level
    count: int = 0


@dataclass(frozen=True)
class HeatMap:
    """Risks counted on the present scale; `rows` go from the greatest likelihood down, cells from the least impact up.

    `elsewhere` were assessed on another scale, `unassessed` not at all on this side.
    """

    scale: RiskScale
    side: Side
    rows: tuple[tuple[HeatCell, ...], ...]
    elsewhere: int = 0
    unassessed: int = 0

    @property
    def counted(self) -> int:
        return sum(cell.count for row in self.rows for cell in row)


def heat_map(scale: RiskScale, side: Side, counts: dict[tuple[int, int], int]) -> HeatMap:
    """The map of these counts by likelihood and impact; what does not fit the scale is not on it."""
    steps = range(1, scale.steps + 1)
    rows = tuple(
        tuple(HeatCell(up, across, scale.level(up, across), counts.get((up, across), 0)) for across in steps)
        for up in reversed(steps)
    )
    return HeatMap(scale, side, rows)


def assessed(draft: AssessmentDraft, scale: RiskScale, today: date) -> tuple[Level, Level | None]:
    """The levels of an assessment, before and after the measure. Refused where it makes no sense."""
    if draft.assessed_on is None:
        raise Refusal(N_("Type the day of the assessment."), field="assessed_on")
    if draft.assessed_on > today:
        raise Refusal(N_("The day of the assessment lies ahead."), field="assessed_on")
    if draft.likelihood is None:
        raise Refusal(N_("Choose how likely it is."), field="likelihood")
    if draft.impact is None:
        raise Refusal(N_("Choose how bad it would be."), field="impact")
    level = scale.level(draft.likelihood, draft.impact)
    left = (draft.residual_likelihood, draft.residual_impact)
    if left == (None, None):
        return level, None
    if left[0] is None or left[1] is None:
        field = "residual_likelihood" if left[0] is None else "residual_impact"
        raise Refusal(N_("After the measure, give both: how likely and how bad; or leave both empty."), field=field)
    if left[0] * left[1] > draft.likelihood * draft.impact:
        raise Refusal(N_("After the measure the risk cannot be greater than before it."), field="residual_likelihood")
    try:
        return level, scale.level(left[0], left[1])
    except Refusal as refusal:
        raise Refusal(refusal.message, field=f"residual_{refusal.field}", **refusal.values) from None
