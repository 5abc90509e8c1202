"""Plans as the verbs about them need them: one whole, its rows, what it says now, and whether it may be changed."""

from __future__ import annotations

from sqlalchemy import Connection

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.plans import Plan, PlanContent, PlanRow
from altdesk.domain.plans_content import from_text
from altdesk.domain.plans_kinds import VersionState
from altdesk.services import rules
from db.queries import plans as queries

NO_PLAN = N_("There is no such plan.")
NO_ROW = N_("There is no such row in a plan. It was taken out.")
LOCKED = {
    VersionState.APPROVED: N_("The plan is approved. Begin an amendment with a reason to change it."),
    VersionState.ON_APPROVAL: N_("The plan is on approval. Take the paper back to change it."),
}


def known(connection: Connection, plan_id: int) -> Plan:
    """A plan whole. Refused when there is none."""
    found = queries.plans(connection, [plan_id], rules.read(connection).year_start)
    if not found:
        raise Refusal(NO_PLAN)
    return found[0]


def changeable(connection: Connection, plan_id: int) -> Plan:
    """A plan whose rows may be changed now. Refused while it is on approval, and once it is approved."""
    found = known(connection, plan_id)
    if not found.editable:
        raise Refusal(LOCKED[found.newest.state], opens=("plan", plan_id))
    return found


def of_row(connection: Connection, row_id: int) -> Plan:
    """The plan a row stands in. Refused when the row is gone."""
    plan_id = queries.plan_of_row(connection, row_id)
    if plan_id is None:
        raise Refusal(NO_ROW)
    return known(connection, plan_id)


def rows(connection: Connection, of: Plan) -> list[PlanRow]:
    """The rows of a plan in their order."""
    return queries.rows(connection, of, approved_ids(connection, of))


def row(connection: Connection, row_id: int) -> tuple[Plan, PlanRow]:
    """One row and the plan it stands in."""
    of = of_row(connection, row_id)
    return of, next(each for each in rows(connection, of) if each.id == row_id)


def approved_ids(connection: Connection, of: Plan) -> frozenset[int]:
    """The rows that stand in the version that holds."""
    content = approved(connection, of)
    return frozenset(each.id for each in content.rows) if content is not None else frozenset()


def approved(connection: Connection, of: Plan) -> PlanContent | None:
    """What the version that holds says; None before the first approval."""
    return None if of.valid is None else version(connection, of, of.valid.number)


def version(connection: Connection, of: Plan, number: int) -> PlanContent:
    """What a version says: as it was approved, or for the newest before that as it stands now."""
    kept = queries.content(connection, of.id, number)
    if kept is None:
        raise Refusal(N_("This plan has no version %(number)s."), number=number)
    return from_text(kept) if kept else as_it_stands(of, rows_now(connection, of))


def rows_now(connection: Connection, of: Plan) -> list[PlanRow]:
    return queries.rows(connection, of, frozenset())


def as_it_stands(of: Plan, now: list[PlanRow]) -> PlanContent:
    """What the plan says now."""
    said = tuple(each.said for each in now)
    return PlanContent(of.kind, of.year, of.period.name, of.title, of.body, of.unit, of.approach, said, of.body_ru)
