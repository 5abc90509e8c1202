"""Questions about measures that better the conditions of study and life."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from altdesk.domain.measures import Conditions, Measure, MeasuresQuery, MeasureTotals
from altdesk.domain.money import from_tiyn
from db import search
from db.models.measures import measure

_SORTS: dict[str, tuple[Any, ...]] = {
    "unit": (measure.c.unit_sort,),
    "title": (measure.c.title_sort,),
    "taken_on": (measure.c.taken_on,),
    "cost": (func.coalesce(measure.c.cost, -1),),
    "conditions": (measure.c.conditions,),
}
_OWN = ("id", "unit_id", "unit", "title", "taken_on", "responsible", "result", "note")


def _asked(query: MeasuresQuery) -> ColumnElement[bool]:
    wanted = [measure.c.binned_at.is_(None), search.any_of((("measure", measure.c.id),), query.text)]
    if query.period is not None:
        wanted.append(measure.c.taken_on.between(query.period.first, query.period.last))
    if query.unit is not None:
        wanted.append(measure.c.unit == query.unit)
    if query.conditions is not None:
        wanted.append(measure.c.conditions == query.conditions.value)
    return and_(*wanted)


def ids(connection: Connection, query: MeasuresQuery, limit: int | None = None) -> Sequence[int]:
    """Ids in the order shown; what is equal stands by institute, then by day."""
    keys = _SORTS.get(query.sort, _SORTS["unit"])
    order = [key.desc() for key in keys] if query.descending else list(keys)
    chosen = select(measure.c.id).where(_asked(query))
    chosen = chosen.order_by(*order, measure.c.unit_sort, measure.c.unit, measure.c.taken_on, measure.c.id)
    return connection.execute(chosen.limit(limit)).scalars().all()


def count(connection: Connection, query: MeasuresQuery) -> int:
    return int(connection.execute(select(func.count()).select_from(measure).where(_asked(query))).scalar_one())


def lines(connection: Connection, wanted: Sequence[int]) -> list[Measure]:
    """These measures, in the order given."""
    found: dict[int, Measure] = {}
    columns = (*(measure.c[name] for name in _OWN), measure.c.conditions, measure.c.cost)
    for at in range(0, len(wanted), 500):
        chosen = select(*columns).where(measure.c.id.in_(list(wanted[at : at + 500])))
        for row in connection.execute(chosen).mappings():
            cost = None if row["cost"] is None else from_tiyn(row["cost"])
            own = {name: row[name] for name in _OWN}
            found[row["id"]] = Measure(**own, conditions=Conditions(row["conditions"]), cost=cost)
    return [found[number] for number in wanted if number in found]


def totals(connection: Connection, query: MeasuresQuery) -> MeasureTotals:
    """The totals of a list, exact to the tiyn."""
    study = case((measure.c.conditions == Conditions.STUDY.value, 1), else_=0)
    chosen = select(
        func.count(),
        func.coalesce(func.sum(study), 0),
        func.coalesce(func.sum(measure.c.cost), 0),
        func.count(measure.c.cost),
    ).where(_asked(query))
    number, studied, cost, said = map(int, connection.execute(chosen).one())
    return MeasureTotals(number, studied, number - studied, from_tiyn(cost), number - said)


def units(connection: Connection) -> Sequence[str]:
    """The institutes of measures as they are called there, in Kazakh order."""
    chosen = select(measure.c.unit, measure.c.unit_sort).where(measure.c.unit != "", measure.c.binned_at.is_(None))
    return [row[0] for row in connection.execute(chosen.distinct().order_by(measure.c.unit_sort))]
