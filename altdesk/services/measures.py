"""Measures that better the conditions of study and life, by institute (§6).

For the report: `by_unit` and `total` of a period.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from altdesk.desk import Changed, Desk
from altdesk.domain import measures as domain
from altdesk.domain.academic_year import Period
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.measures import Measure, MeasureDraft, MeasuresQuery, MeasureTotals, UnitMeasures, check_measure
from altdesk.domain.money import checked, to_tiyn
from altdesk.domain.text import clean, clean_lines, sort_key
from db.models.measures import measure
from db.models.people import unit
from db.queries import measures as queries
from db.step import Step, now

LONGEST = 60  # letters of a title in the name of a step


def ids(desk: Desk, query: MeasuresQuery, limit: int | None = None) -> Sequence[int]:
    """Ids of the measures of a list in the order shown."""
    with desk.store.read() as connection:
        return queries.ids(connection, query, limit)


def count(desk: Desk, query: MeasuresQuery) -> int:
    with desk.store.read() as connection:
        return queries.count(connection, query)


def lines(desk: Desk, wanted: Sequence[int]) -> list[Measure]:
    """These measures, in the order given."""
    with desk.store.read() as connection:
        return queries.lines(connection, wanted)


def get(desk: Desk, measure_id: int) -> Measure:
    """One measure. Refused when there is no such record."""
    with desk.store.read() as connection:
        return _known(connection, measure_id)


def totals(desk: Desk, query: MeasuresQuery) -> MeasureTotals:
    """How many measures a list has, for which conditions, and what they cost together."""
    with desk.store.read() as connection:
        return queries.totals(connection, query)


def units(desk: Desk) -> list[str]:
    """The institutes there are measures of, in Kazakh order."""
    with desk.store.read() as connection:
        return list(queries.units(connection))


def by_unit(desk: Desk, period: Period | None = None) -> tuple[UnitMeasures, ...]:
    """The measures of a period by institute, those of the whole university first."""
    with desk.store.read() as connection:
        return domain.by_unit(queries.lines(connection, queries.ids(connection, MeasuresQuery(period=period))))


def total(desk: Desk, period: Period) -> MeasureTotals:
    """The totals of a period."""
    return totals(desk, MeasuresQuery(period=period))


def add(desk: Desk, draft: MeasureDraft, today: date | None = None) -> Changed:
    """Record a measure that was taken. Refused as `check_measure` says, and for an institute that is none."""
    tidied = _tidy(draft, today)
    with desk.step(N_("Add the measure «%(title)s»"), title=_short(tidied.title)) as step:
        step.made = step.add(measure, **_row(step, tidied))
    return desk.done(step)


def save(desk: Desk, measure_id: int, draft: MeasureDraft, today: date | None = None) -> Changed:
    """Change a measure. It keeps the name its institute had, unless another one is typed."""
    tidied = _tidy(draft, today)
    with desk.step(N_("Change the measure «%(title)s»"), title=_short(tidied.title)) as step:
        step.made = measure_id
        step.change(measure, measure_id, **_row(step, tidied, _known(step.connection, measure_id)))
    return desk.done(step)


def bin_(desk: Desk, chosen: Iterable[int]) -> Changed:
    """Put measures into the bin; undo brings them back."""
    every = list(chosen)
    with desk.step(N_("%(count)s measures to the bin"), count=len(every)) as step:
        step.change_many(measure, [(number, {"binned_at": now()}) for number in every])
    return desk.done(step)


def _known(connection: Connection, measure_id: int) -> Measure:
    found = queries.lines(connection, [measure_id])
    if not found:
        raise Refusal(N_("There is no such measure."))
    return found[0]


def _tidy(draft: MeasureDraft, today: date | None) -> MeasureDraft:
    cost = None if draft.cost is None else checked(draft.cost, field="cost")
    texts: dict[str, Any] = {name: clean(getattr(draft, name)).text for name in ("title", "unit", "responsible")}
    longer: dict[str, Any] = {name: clean_lines(getattr(draft, name)) for name in ("result", "note")}
    tidied = replace(draft, cost=cost, **texts, **longer)
    check_measure(tidied, today or date.today())
    return tidied


def _row(step: Step, draft: MeasureDraft, known: Measure | None = None) -> dict[str, Any]:
    names = ("title", "taken_on", "responsible", "result", "note")
    cost = None if draft.cost is None else to_tiyn(draft.cost)
    own = {name: getattr(draft, name) for name in names} | {"conditions": draft.conditions.value, "cost": cost}
    place = (known.unit_id, known.unit) if known and known.unit == draft.unit else _unit(step, draft.unit)
    keys = {"unit_sort": sort_key(place[1]), "title_sort": sort_key(draft.title)}
    return own | {"unit_id": place[0], "unit": place[1]} | keys


def _unit(step: Step, name: str) -> tuple[int | None, str]:
    """The unit of this name as it is called now. Refused where there is none."""
    if not name:
        return None, ""
    for row in step.connection.execute(select(unit.c.id, unit.c.name).order_by(unit.c.id)):
        if row.name.casefold() == name.casefold():
            return row.id, row.name
    sentence = N_("There is no unit “%(name)s”. Choose one from the list, or add it on the page Units.")
    raise Refusal(sentence, field="unit", name=name)


def _short(title: str) -> str:
    return title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"
