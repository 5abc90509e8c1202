"""Measures by institute: what is refused, how they are grouped, exact costs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.measures import Conditions, MeasureDraft, MeasuresQuery
from altdesk.services import measures, units
from altdesk.services.papers import year_records as papers

DAY, TODAY = date(2026, 10, 2), date(2026, 11, 22)
MEASURE = MeasureDraft("Зертхананы жабдықтау", taken_on=DAY, cost=Decimal("1000.25"))


def take(desk: Desk, **changed: object) -> int:
    made = measures.add(desk, replace(MEASURE, **changed), TODAY).id  # type: ignore[arg-type]
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"title": " "}, "title"),
        ({"taken_on": None}, "taken_on"),
        ({"taken_on": date(2026, 11, 23)}, "taken_on"),
        ({"cost": Decimal("-0.01")}, "cost"),
        ({"cost": Decimal("0.001")}, "cost"),
        ({"unit": "Жоқ институт"}, "unit"),
    ],
)
def test_what_cannot_be_is_refused_under_its_field(desk: Desk, changed: dict[str, object], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        take(desk, **changed)
    assert refused.value.field == field
    assert measures.count(desk, MeasuresQuery()) == 0


def test_measures_stand_by_institute_with_exact_costs(desk: Desk) -> None:
    for name in ("Логистика институты", "Көлік институты"):
        units.add(desk, name)
    take(desk, unit="логистика институты", cost=None)
    take(desk, unit="Көлік институты")
    take(desk, unit="Көлік институты", conditions=Conditions.LIVING, cost=Decimal("0.10"))
    take(desk)
    grouped = measures.by_unit(desk)
    assert [(each.unit, len(each.measures), each.cost) for each in grouped] == [
        ("", 1, Decimal("1000.25")),
        ("Көлік институты", 2, Decimal("1000.35")),
        ("Логистика институты", 1, Decimal("0.00")),
    ]
    of = measures.totals(desk, MeasuresQuery())
    assert (of.count, of.study, of.living, of.cost, of.unsaid) == (4, 3, 1, Decimal("2000.60"), 1)
    assert measures.units(desk) == ["Көлік институты", "Логистика институты"]
    assert measures.count(desk, MeasuresQuery(unit="")) == 1
    assert measures.count(desk, MeasuresQuery(conditions=Conditions.LIVING)) == 1
    paper = papers.improvement_measures(desk, MeasuresQuery(sort="cost", descending=True))
    assert [row.unit for row in paper.data.rows] == [line.unit for group in grouped for line in group.measures]


def test_a_measure_keeps_the_name_its_institute_had(desk: Desk) -> None:
    institute = units.add(desk, "Көлік институты").id or 0
    number = take(desk, unit="Көлік институты")
    units.save(desk, institute, "Көлік инженериясы институты", None)
    known = measures.get(desk, number)
    measures.save(desk, number, replace(MEASURE, unit=known.unit, result="24 орын"), TODAY)
    assert (measures.get(desk, number).unit, measures.get(desk, number).unit_id) == ("Көлік институты", institute)
    with pytest.raises(Refusal):
        units.remove(desk, [institute])


@pytest.mark.parametrize("sort", ["unit", "title", "taken_on", "cost", "conditions"])
def test_a_list_is_sorted_and_found(desk: Desk, sort: str) -> None:
    made = [take(desk, title=title, cost=cost) for title, cost in (("Ә", None), ("Б", Decimal(5)), ("А", Decimal(1)))]
    found = measures.ids(desk, MeasuresQuery(sort=sort))
    assert sorted(found) == made
    if sort in {"title", "cost"}:
        titles = [each.title for each in measures.lines(desk, found)]
        assert titles == (["А", "Ә", "Б"] if sort == "title" else ["Ә", "А", "Б"])
    assert measures.count(desk, MeasuresQuery(text="б")) == 1
