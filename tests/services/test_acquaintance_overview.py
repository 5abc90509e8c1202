"""The overview: figures that add up, units that are behind, and what is due this week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry, RowMark, RowState
from altdesk.domain.overview import DueKind, Overview, end_of_week
from altdesk.domain.risks import RiskDraft
from altdesk.services import acquaintance, documents, people, risks
from altdesk.services import acquaintance_overview as service
from tests.make import Make

DAY = date(2026, 11, 25)  # a Wednesday


@pytest.fixture
def units(desk: Desk, make: Make) -> list[int]:
    """Five people of two units and one without; two documents, the first signed by the first three people."""
    made = [
        make.person("Асанов", unit="Деканат"),
        make.person("Әбенов", unit="Деканат"),
        make.person("Бақытов", unit="Кітапхана"),
        make.person("Ғалымов", unit="Кітапхана"),
        make.person("Ермеков"),
    ]
    first, second = make.document("ЖН-ALT-01"), make.document("ЖН-ALT-02")
    make.audience(first)
    sheet = make.sheet(first)
    rows = {row.person_id: row.no for row in acquaintance.sheet(desk, sheet).rows}
    signed = RowMark(RowState.SIGNED, date(2026, 9, 10))
    acquaintance.mark(desk, sheet, {rows[number]: signed for number in made[:3]}, back_on=date(2026, 9, 11))
    make.audience(second, AudienceEntry(person_id=made[0]))
    return made


def owed(found: Overview) -> list[tuple[str, int, int]]:
    return [(each.unit, each.signatures, each.people) for each in found.units]


def test_the_figures_add_up(desk: Desk, units: list[int]) -> None:
    found = service.overview(desk, DAY)
    assert (found.signed, found.total, found.percent) == (3, 6, 50)
    assert (found.documents, found.behind, found.people) == (2, 2, 3)
    assert sum(each.signatures for each in found.units) == found.total - found.signed
    assert {each.most for each in found.units} == {1}


def test_units_that_owe_are_named_and_a_leaver_owes_nothing(desk: Desk, units: list[int]) -> None:
    assert owed(service.overview(desk, DAY)) == [("", 1, 1), ("Деканат", 1, 1), ("Кітапхана", 1, 1)]
    people.leave(desk, [units[3]], DAY)
    assert owed(service.overview(desk, DAY)) == [("", 1, 1), ("Деканат", 1, 1)]


def test_who_moves_takes_the_debt_along(desk: Desk, units: list[int]) -> None:
    people.save(desk, units[3], replace(people.get(desk, units[3]), unit="Деканат"))
    assert owed(service.overview(desk, DAY)) == [("Деканат", 2, 2), ("", 1, 1)]


def test_one_document_unit_by_unit(desk: Desk, units: list[int]) -> None:
    first = acquaintance.coverage(desk)[0].revision_id
    found = [(each.unit, each.signed, each.total) for each in service.by_unit(desk, first)]
    assert found == [("", 0, 1), ("Кітапхана", 1, 2), ("Деканат", 2, 2)]


def test_one_unit_document_by_document(desk: Desk, units: list[int]) -> None:
    numbers = {each.unit: each.unit_id for each in service.overview(desk, DAY).units}
    found = service.of_unit(desk, numbers["Деканат"])
    assert [(each.code, each.signed, each.total) for each in found] == [("ЖН-ALT-02", 0, 1), ("ЖН-ALT-01", 2, 2)]
    assert [(each.code, each.signed, each.total) for each in service.of_unit(desk, numbers[""])] == [
        ("ЖН-ALT-01", 0, 1)
    ]


def test_units_are_found_without_kazakh_letters(desk: Desk, units: list[int]) -> None:
    every = service.overview(desk, DAY).units
    assert [each.unit for each in service.found(every, "кітап")] == ["Кітапхана"]
    assert [each.unit for each in service.found(every, "китап")] == ["Кітапхана"]
    assert service.found(every, "") == list(every)


def test_the_week_ends_on_sunday() -> None:
    assert [end_of_week(date(2026, 11, day)) for day in (23, 25, 29)] == [date(2026, 11, 29)] * 3


def test_what_is_due_this_week_stands_in_the_order_of_its_days(desk: Desk, make: Make) -> None:
    make.people(2)
    document = make.document("ЖН-ALT-01")
    make.audience(document)
    make.sheet(document, expected_on=date(2026, 11, 27))
    make.task("Есеп", due_on=date(2026, 11, 29))
    make.task("Кейін", due_on=date(2026, 11, 30))
    documents.save(desk, document, replace(documents.get(desk, document), review_on=date(2026, 11, 20)))
    risks.add(desk, RiskDraft("Қауіп", measure="Шара", owner="Декан", due_on=date(2026, 11, 25)))
    found = service.overview(desk, DAY).due
    assert [(each.kind, each.on.day, each.late) for each in found] == [
        (DueKind.REVIEW, 20, True),
        (DueKind.MEASURE, 25, False),
        (DueKind.SHEET, 27, False),
        (DueKind.TASK, 29, False),
    ]


def test_a_sheet_that_is_back_is_not_due(desk: Desk, make: Make) -> None:
    make.people(1)
    document = make.document()
    make.audience(document)
    sheet = make.sheet(document, expected_on=DAY)
    assert len(service.overview(desk, DAY).due) == 1
    acquaintance.mark_back(desk, sheet, date(2026, 9, 2), back_on=DAY)
    assert service.overview(desk, DAY).due == ()


def test_an_empty_desk_has_no_figures(desk: Desk) -> None:
    found = service.overview(desk, DAY)
    assert (found.percent, found.total, found.units, found.due) == (0, 0, (), ())
