"""Import of the rows of a plan from Excel or a Word table: looked at row by row; nothing is written before yes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import func, select

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.import_plan import Action, RowStatus
from altdesk.domain.marking import N_
from altdesk.domain.plans_columns import PLANS_VOCABULARY, PlansField
from altdesk.domain.plans_import import LEAVE_OUT, NO_TITLES, PlannedRow, RowDecision, compare, propose
from altdesk.domain.remarks import remark
from altdesk.files import Tell, silent
from altdesk.services import imports, plans_known, plans_rows
from db.models.plans import plan_row

TITLES = frozenset({PlansField.TITLE})


@dataclass(frozen=True)
class PlanImport(imports.Planned[PlansField, PlannedRow]):
    """What a file would do to the rows of a plan."""

    plan_id: int

    @property
    def has_titles(self) -> bool:
        return self.names(TITLES)


def preview(
    desk: Desk,
    path: Path,
    mapping: Mapping[int, PlansField] | None = None,
    *,
    sheet: int | None = None,
    plan_id: int,
    today: date | None = None,
) -> PlanImport:
    """Look at a file; nothing is written. `mapping` says what the columns hold where the heads do not say it.

    Refused when the file cannot be read or holds no rows, and for a plan that may not be changed.
    """
    with desk.store.read() as connection:
        plans_known.changeable(connection, plan_id)
    begun = imports.begin(desk, path, PLANS_VOCABULARY, mapping, sheet)
    if not begun.names(TITLES):
        return PlanImport(**vars(begun.plan((), (), remark(NO_TITLES))), plan_id=plan_id)
    found, skipped = propose(begun.rows, begun.heads, today or date.today())
    with desk.store.read() as connection:
        known = plans_known.changeable(connection, plan_id)
        kept = plans_known.rows_now(connection, known)
    planned = compare(found, kept, known.period, desk.say.language)
    return PlanImport(**vars(begun.plan(planned, skipped)), plan_id=plan_id)


def refuse_without_titles(plan: PlanImport) -> None:
    """Refused when no column of the file says what is planned, which only a person can put right."""
    if not plan.has_titles:
        raise Refusal(NO_TITLES)


def apply(
    desk: Desk, plan: PlanImport, decisions: Mapping[int, RowDecision] | None = None, *, tell: Tell = silent
) -> Changed:
    """Write what was planned, as one step. Doubtful rows are left out unless `decisions` (by row number) take them.

    `tell` hears how far it is; raising there takes the whole step back.
    Refused when the desk has changed since the file was looked at, and for a row whose time is not in the plan's year.
    """
    chosen = {row.number: LEAVE_OUT if row.status is RowStatus.DOUBTFUL else row.proposed for row in plan.rows}
    chosen |= dict(decisions or {})
    with desk.step(N_("Import rows of a plan: %(file)s"), file=plan.file) as step:
        imports.refuse_if_moved(desk, plan.state, step.id)
        known = plans_known.changeable(step.connection, plan.plan_id)
        last = select(func.max(plan_row.c.ordinal)).where(plan_row.c.plan_id == plan.plan_id)
        ordinal = int(step.connection.execute(last).scalar() or 0)
        for done, row in enumerate(plan.rows):
            tell(done, len(plan.rows))
            decision = chosen[row.number]
            if decision.action is Action.SKIP:
                continue
            values = plans_rows.columns(step, known, decision.draft or row.draft)
            if decision.action is Action.UPDATE and decision.id is not None:
                step.change(plan_row, decision.id, **values)
            else:
                ordinal += 1
                plans_rows.insert(step, plan.plan_id, ordinal, values)
        step.made = plan.plan_id
    return desk.done(step)
