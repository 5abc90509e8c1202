"""Work plans (§5.2, §5.5.2): of the student government, of clubs and sections, of youth work and of institutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.academic_year import Period
from altdesk.domain.events_kinds import Direction, EventForm, EventKind, HeldState, Level
from altdesk.domain.plans_kinds import EDITABLE, Approach, ApprovalRole, ApprovalState, Outcome, PlanKind, VersionState
from altdesk.domain.plans_time import PlanTime
from altdesk.domain.twins import Name, twin

WAITS_LONG = 14  # days with one person, after which a paper is said to wait long


@dataclass(frozen=True)
class PlanDraft:
    """A plan as typed. `year` is the calendar year in which its academic year begins; a body or a unit by kind."""

    kind: PlanKind = PlanKind.GOVERNMENT
    year: int = 0
    body_id: int | None = None
    unit_id: int | None = None
    title: str = ""
    approach: Approach = Approach.NONE
    note: str = ""


@dataclass(frozen=True)
class CycleDraft:
    """The four steps of the cycle of §5.5.2 in words: study, tasks set, what was carried out, analysis."""

    study: str = ""
    aims: str = ""
    carried_out: str = ""
    analysis: str = ""


@dataclass(frozen=True)
class RowDraft:
    """A row as typed; `when` as in `plans_time.parse_time`."""

    title: str = ""
    when: str = ""
    section: str = ""
    kind: EventKind | None = None
    form: EventForm | None = None
    direction: Direction | None = None
    level: Level | None = None
    responsible: str = ""
    responsible_id: int | None = None
    note: str = ""


@dataclass(frozen=True)
class ContentRow:
    """A row as an approved version keeps it; `id` is that of the row it was."""

    id: int
    section: str
    title: str
    time: PlanTime
    kind: EventKind | None = None
    form: EventForm | None = None
    direction: Direction | None = None
    level: Level | None = None
    responsible: str = ""
    responsible_id: int | None = None
    note: str = ""


@dataclass(frozen=True)
class PlanContent:
    """What a version of a plan says."""

    kind: PlanKind
    year: int
    period: str
    title: str
    body: str = ""
    unit: str = ""
    approach: Approach = Approach.NONE
    rows: tuple[ContentRow, ...] = ()
    body_ru: str = ""

    @property
    def of(self) -> Name:
        """Whose plan it is, for the paper: a body's, or a unit's."""
        return twin(self.body, self.body_ru) if self.body else self.unit


@dataclass(frozen=True)
class Mark:
    """What became of a row: held or moved on a day, or not held for a reason."""

    state: HeldState = HeldState.PLANNED
    held_on: date | None = None
    moved_on: date | None = None
    reason: str = ""


@dataclass(frozen=True)
class PlanRow:
    """A kept row. `markable`: it stands in a version that is approved."""

    id: int
    plan_id: int
    ordinal: int
    said: ContentRow
    mark: Mark = Mark()
    markable: bool = False

    def late(self, on: date) -> bool:
        """Whether it should have been held before this day and nobody has said what became of it."""
        due = self.mark.moved_on or self.said.time.last
        return self.mark.state in {HeldState.PLANNED, HeldState.MOVED} and due < on


@dataclass(frozen=True)
class Visit:
    """The paper with somebody, from a day to a day."""

    id: int
    sent_on: date
    back_on: date | None = None
    outcome: Outcome = Outcome.NONE
    comment: str = ""


@dataclass(frozen=True)
class StepDraft:
    """One step of the chain of approvals as typed."""

    role: ApprovalRole
    post: str = ""
    full_name: str = ""
    person_id: int | None = None


@dataclass(frozen=True)
class Approval:
    """One step of the chain, with every time the paper was there."""

    id: int
    ordinal: int
    role: ApprovalRole
    post: str
    full_name: str
    person_id: int | None = None
    state: ApprovalState = ApprovalState.WAITING
    decided_on: date | None = None
    visits: tuple[Visit, ...] = ()
    post_ru: str = ""  # of a plan that was approved

    @property
    def called(self) -> str:
        return ", ".join(part for part in (self.post, self.full_name) if part)


@dataclass(frozen=True)
class Version:
    """A version of a plan with its own approvals."""

    id: int
    number: int
    state: VersionState
    begun_on: date
    approved_on: date | None = None
    reason: str = ""
    steps: tuple[Approval, ...] = ()

    @property
    def with_them(self) -> Approval | None:
        """Who has the paper now."""
        return next((step for step in self.steps if step.state is ApprovalState.WITH_THEM), None)

    @property
    def next_step(self) -> Approval | None:
        """Who gets the paper next: the first that has not given their word, so the one that returned it."""
        return next((step for step in self.steps if step.state is not ApprovalState.GIVEN), None)

    @property
    def visits(self) -> tuple[Visit, ...]:
        return tuple(sorted((visit for step in self.steps for visit in step.visits), key=lambda visit: visit.id))


@dataclass(frozen=True)
class Where:
    """Where the paper is and since when; without a step it lies in the department."""

    since: date
    step: Approval | None = None
    comment: str = ""

    def days(self, on: date) -> int:
        return (on - self.since).days

    def long(self, on: date) -> bool:
        """Whether somebody has had it for more than two weeks."""
        return self.step is not None and self.days(on) > WAITS_LONG


def where(version: Version) -> Where | None:
    """Where the paper of a version is; None once it is approved."""
    if version.state in {VersionState.APPROVED, VersionState.SUPERSEDED}:
        return None
    step, visits = version.with_them, version.visits
    if step is not None:
        return Where(step.visits[-1].sent_on, step)
    last = visits[-1] if visits else None
    comment = last.comment if last is not None and last.outcome is Outcome.RETURNED else ""
    return Where((last.back_on if last else None) or version.begun_on, comment=comment)


@dataclass(frozen=True)
class Plan(PlanDraft):
    """A kept plan; `versions` are the newest first."""

    id: int = 0
    body: str = ""
    unit: str = ""
    period: Period = Period(date.min, date.max, "")
    cycle: CycleDraft = CycleDraft()
    versions: tuple[Version, ...] = ()
    body_ru: str = ""

    @property
    def newest(self) -> Version:
        return self.versions[0]

    @property
    def valid(self) -> Version | None:
        """The approved version that holds now."""
        return next((each for each in self.versions if each.state is VersionState.APPROVED), None)

    def replaced_on(self, version: Version) -> date | None:
        """When a version stopped holding: the day the next one was approved; None for one that was not replaced."""
        if version.state is not VersionState.SUPERSEDED:
            return None
        later = (each.approved_on for each in self.versions if each.number > version.number)
        return min((day for day in later if day is not None), default=None)

    @property
    def editable(self) -> bool:
        """Whether rows may be changed: the newest version is neither approved nor with somebody."""
        return self.newest.state in EDITABLE

    @property
    def amended(self) -> bool:
        """Whether an approved plan is being changed."""
        return self.valid is not None and self.newest.state is not VersionState.APPROVED

    @property
    def of(self) -> str:
        """Whose plan it is."""
        return self.body or self.unit
