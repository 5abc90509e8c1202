"""Questions about plans: the list with where each paper is, one plan with its versions and approvals, its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from altdesk.domain.academic_year import Period, YearStart, academic_year_of
from altdesk.domain.events_kinds import Direction, EventForm, EventKind, HeldState, Level
from altdesk.domain.plans import Approval, ContentRow, CycleDraft, Mark, Plan, PlanRow, Version, Visit
from altdesk.domain.plans_kinds import Approach, ApprovalRole, ApprovalState, Outcome, PlanKind, VersionState
from altdesk.domain.plans_lists import PlansQuery
from altdesk.domain.plans_time import PlanTime, Precision, in_period
from db import search
from db.models.bodies import body
from db.models.people import unit
from db.models.plans import approval, approval_visit, plan, plan_row, plan_version

_each = plan_version.alias("each")
_newest = (
    select(_each.c.id)
    .where(_each.c.plan_id == plan.c.id)
    .order_by(_each.c.number.desc())
    .limit(1)
    .correlate(plan)
    .scalar_subquery()
)
_joined = (
    plan
    .outerjoin(plan_version, plan_version.c.id == _newest)
    .outerjoin(body, body.c.id == plan.c.body_id)
    .outerjoin(unit, unit.c.id == plan.c.unit_id)
)
_KINDS = case({kind.value: rank for rank, kind in enumerate(PlanKind)}, value=plan.c.kind, else_=99)
_SORTS: dict[str, tuple[Any, ...]] = {
    "title": (),
    "kind": (_KINDS,),
    "of": (func.coalesce(body.c.name_sort, unit.c.sort_key, ""),),
    "year": (plan.c.year,),
    "state": (plan_version.c.state,),
}
_CYCLE = ("study", "aims", "carried_out", "analysis")


def _narrowed(chosen: Select[Any], query: PlansQuery) -> Select[Any]:
    chosen = chosen.where(plan.c.binned_at.is_(None))
    if query.year is not None:
        chosen = chosen.where(plan.c.year == query.year)
    if query.kind is not None:
        chosen = chosen.where(plan.c.kind == query.kind.value)
    if query.body_id is not None:
        chosen = chosen.where(plan.c.body_id == query.body_id)
    if query.state is not None:
        chosen = chosen.where(plan_version.c.state == query.state.value)
    matching = search.matching("plan", query.text)
    return chosen if matching is None else chosen.where(plan.c.id.in_(matching))


def ids(connection: Connection, query: PlansQuery, limit: int | None = None) -> Sequence[int]:
    """Ids in the order shown; the newest year first, unless it is sorted by years."""
    keys = _SORTS.get(query.sort, ())
    order = [key.desc() for key in keys] if query.descending else list(keys)
    title = plan.c.title_sort.desc() if query.descending and not keys else plan.c.title_sort
    years = () if query.sort == "year" else (plan.c.year.desc(),)
    chosen = select(plan.c.id).select_from(_joined).order_by(*years, *order, title, plan.c.id).limit(limit)
    return connection.execute(_narrowed(chosen, query)).scalars().all()


def count(connection: Connection, query: PlansQuery) -> int:
    chosen = select(func.count()).select_from(_joined)
    return int(connection.execute(_narrowed(chosen, query)).scalar_one())


def years(connection: Connection) -> Sequence[int]:
    """The years there are plans of, the newest first."""
    chosen = select(plan.c.year).where(plan.c.binned_at.is_(None)).distinct().order_by(plan.c.year.desc())
    return connection.execute(chosen).scalars().all()


def plans(connection: Connection, wanted: Sequence[int], start: YearStart) -> list[Plan]:
    """These plans with their versions and approvals, in the order given; also from the bin."""
    found: dict[int, Plan] = {}
    for at in range(0, len(wanted), 500):
        some = plan.c.id.in_(list(wanted[at : at + 500]))
        kept = _versions(connection, some)
        chosen = select(
            plan,
            func.coalesce(body.c.name, "").label("body"),
            func.coalesce(body.c.name_ru, "").label("body_ru"),
            func.coalesce(unit.c.name, "").label("unit"),
        )
        for row in connection.execute(chosen.select_from(_joined).where(some)).mappings():
            found[row["id"]] = _plan(row, tuple(kept.get(row["id"], ())), start)
    return [found[number] for number in wanted if number in found]


def _plan(row: Any, versions: tuple[Version, ...], start: YearStart) -> Plan:
    return Plan(
        kind=PlanKind(row["kind"]),
        year=row["year"],
        body_id=row["body_id"],
        unit_id=row["unit_id"],
        title=row["title"],
        approach=Approach(row["approach"]),
        note=row["note"],
        id=row["id"],
        body=row["body"],
        body_ru=row["body_ru"],
        unit=row["unit"],
        period=academic_year_of(row["year"], start),
        cycle=CycleDraft(*(row[name] for name in _CYCLE)),
        versions=versions,
    )


def _versions(connection: Connection, where: ColumnElement[bool]) -> dict[int, list[Version]]:
    """Versions by plan, the newest first, without what they say."""
    visits: dict[int, list[Visit]] = {}
    of_plan = approval_visit.join(approval).join(plan_version, plan_version.c.id == approval.c.version_id).join(plan)
    chosen = select(approval_visit).select_from(of_plan).where(where).order_by(approval_visit.c.id)
    for row in connection.execute(chosen).mappings():
        visit = Visit(row["id"], row["sent_on"], row["back_on"], Outcome(row["outcome"]), row["comment"])
        visits.setdefault(row["approval_id"], []).append(visit)
    steps: dict[int, list[Approval]] = {}
    every = approval.join(plan_version, plan_version.c.id == approval.c.version_id).join(plan)
    for row in connection.execute(
        select(approval).select_from(every).where(where).order_by(approval.c.ordinal, approval.c.id)
    ).mappings():
        steps.setdefault(row["version_id"], []).append(_approval(row, tuple(visits.get(row["id"], ()))))
    found: dict[int, list[Version]] = {}
    names = ("id", "number", "state", "begun_on", "approved_on", "reason", "plan_id")
    kept = select(*(plan_version.c[name] for name in names)).select_from(plan_version.join(plan)).where(where)
    for number, at, state, begun, approved, reason, plan_id in connection.execute(
        kept.order_by(plan_version.c.number.desc())
    ):
        version = Version(number, at, VersionState(state), begun, approved, reason, tuple(steps.get(number, ())))
        found.setdefault(plan_id, []).append(version)
    return found


def _approval(row: Any, visits: tuple[Visit, ...]) -> Approval:
    return Approval(
        row["id"],
        row["ordinal"],
        ApprovalRole(row["role"]),
        row["post"],
        row["full_name"],
        row["person_id"],
        ApprovalState(row["state"]),
        row["decided_on"],
        visits,
        row["post_ru"],
    )


def content(connection: Connection, plan_id: int, number: int) -> str | None:
    """What an approved version says, JSON; empty for one that is not approved yet, None where there is none."""
    mine = (plan_version.c.plan_id == plan_id) & (plan_version.c.number == number)
    return connection.execute(select(plan_version.c.content).where(mine)).scalar()


def rows(connection: Connection, of: Plan, approved: frozenset[int]) -> list[PlanRow]:
    """The rows of a plan in their order; `approved` are those that stand in the version that holds."""
    chosen = select(plan_row).where(plan_row.c.plan_id == of.id).order_by(plan_row.c.ordinal, plan_row.c.id)
    return [_row(row, of, approved) for row in connection.execute(chosen).mappings()]


def _row(row: Any, of: Plan, approved: frozenset[int]) -> PlanRow:
    time = in_period(PlanTime(Precision(row["precision"]), row["first_on"], row["last_on"]), of.period)
    said = ContentRow(
        row["id"],
        row["section"],
        row["title"],
        time,
        EventKind(row["kind"]) if row["kind"] else None,
        EventForm(row["form"]) if row["form"] else None,
        Direction(row["direction"]) if row["direction"] else None,
        Level(row["level"]) if row["level"] else None,
        row["responsible"],
        row["responsible_id"],
        row["note"],
    )
    mark = Mark(HeldState(row["state"]), row["held_on"], row["moved_on"], row["reason"])
    return PlanRow(row["id"], row["plan_id"], row["ordinal"], said, mark, row["id"] in approved)


def plan_of_row(connection: Connection, row_id: int) -> int | None:
    return connection.execute(select(plan_row.c.plan_id).where(plan_row.c.id == row_id)).scalar()


def counted(connection: Connection, wanted: Mapping[int, Period], on: date) -> dict[int, dict[str, int]]:
    """How many rows of each state these plans have, and how many are late, by plan; `wanted` says the year of each."""
    mine = plan_row.c.plan_id.in_(list(wanted))
    by_state = select(plan_row.c.plan_id, plan_row.c.state, func.count()).where(mine)
    found: dict[int, dict[str, int]] = {number: {} for number in wanted}
    for number, state, rows_ in connection.execute(by_state.group_by(plan_row.c.plan_id, plan_row.c.state)):
        found[number][state] = rows_
    time = (plan_row.c.plan_id, plan_row.c.precision, plan_row.c.first_on, plan_row.c.last_on, plan_row.c.moved_on)
    open_ = plan_row.c.state.in_([HeldState.PLANNED.value, HeldState.MOVED.value])
    for number, precision, first, last, moved, rows_ in connection.execute(
        select(*time, func.count()).where(mine, open_).group_by(*time)
    ):
        due = moved or in_period(PlanTime(Precision(precision), first, last), wanted[number]).last
        if due < on:
            found[number]["late"] = found[number].get("late", 0) + rows_
    return found


def twin(connection: Connection, of: Any, but: int | None) -> int | None:
    """Another plan of the same kind, year, body and unit."""
    same = [plan.c[name].is_(value) if value is None else plan.c[name] == value for name, value in of.items()]
    chosen = select(plan.c.id).where(*same, plan.c.binned_at.is_(None))
    if but is not None:
        chosen = chosen.where(plan.c.id != but)
    return connection.execute(chosen.limit(1)).scalar()


def on_the_way(connection: Connection, before: date) -> Sequence[int]:
    """The plans whose paper has been with somebody since before a day, the longest first."""
    open_ = approval_visit.join(approval).join(plan_version, plan_version.c.id == approval.c.version_id).join(plan)
    waiting = approval_visit.c.back_on.is_(None) & (approval_visit.c.sent_on < before) & plan.c.binned_at.is_(None)
    chosen = select(plan.c.id).select_from(open_).where(waiting).order_by(approval_visit.c.sent_on, plan.c.id)
    return connection.execute(chosen).scalars().all()
