"""The way of a plan through its approvals: who agrees and who approves by kind, and which days make sense."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.organisation import Organisation
from altdesk.domain.plans import StepDraft, Version
from altdesk.domain.plans_kinds import ApprovalRole, PlanKind

NOT_BEFORE = N_("The paper was there on %(day)s. It cannot move before that day.")
AHEAD = N_("%(day)s lies ahead. Type the day on which it happened.")


def default_chain(kind: PlanKind, heads: Organisation) -> tuple[StepDraft, ...]:
    """Who agrees and who approves a plan of this kind (§5.5.2); changed before the paper is sent."""
    director = (heads.director_post, heads.director)
    approver = (heads.approver_post, heads.approver)
    match kind:
        case PlanKind.GOVERNMENT | PlanKind.INSTITUTE:
            steps = [(ApprovalRole.AGREES, *director), (ApprovalRole.APPROVES, *approver)]
        case PlanKind.YOUTH:
            steps = [(ApprovalRole.CONSENTS, heads.rector_post, heads.rector), (ApprovalRole.APPROVES, *approver)]
        case _:
            steps = [(ApprovalRole.APPROVES, *director)]
    return tuple(StepDraft(role, post, name) for role, post, name in steps)


def check_chain(steps: Sequence[StepDraft]) -> None:
    """Refuse a chain nobody could follow: somebody unnamed, and anything but one approval, at its end."""
    for step in steps:
        if not step.post and not step.full_name:
            raise Refusal(N_("Type the post or the name of everybody who decides."), field="post")
    if not steps or steps[-1].role is not ApprovalRole.APPROVES:
        raise Refusal(N_("The last one in the chain approves the plan."), field="role")
    if any(step.role is ApprovalRole.APPROVES for step in steps[:-1]):
        raise Refusal(N_("Only the last one in the chain approves; the others agree or give consent."), field="role")


def check_day(version: Version, on: date, today: date, field: str) -> None:
    """Refuse a day before the paper last moved, or one that lies ahead."""
    if on > today:
        raise Refusal(AHEAD, field=field, day=short_day(on))
    days = [day for visit in version.visits for day in (visit.sent_on, visit.back_on) if day is not None]
    earliest = max([version.begun_on, *days]) if version.number > 1 else max(days, default=None)
    if earliest is not None and on < earliest:
        raise Refusal(NOT_BEFORE, field=field, day=short_day(earliest))
