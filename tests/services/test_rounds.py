"""A round of acquaintance: whom a sheet would list, what came back in one step, and what today asks for next."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from altdesk.desk import Desk
from altdesk.domain.acquaintance import Handwritten, RowMark, RowState, SheetState
from altdesk.domain.errors import Refusal
from altdesk.domain.people import GroupRule
from altdesk.domain.today import NextStep
from altdesk.services import acquaintance, documents, groups, rounds
from altdesk.services.today import today
from tests.make import Make

DAY = date(2026, 11, 20)
SIGNED = RowMark(RowState.SIGNED, DAY)
REFUSED = RowMark(RowState.REFUSED, DAY, "Акт № 3")


def test_what_would_be_listed_is_what_the_sheet_then_lists(desk: Desk, make: Make) -> None:
    people = make.people(4)
    document = make.document()
    make.audience(document)
    revision = make.revision_in_force(document)
    acquaintance.mark(desk, make.sheet(document), {1: SIGNED, 2: REFUSED})
    group = groups.add(desk, "Екеуі", GroupRule(), people[:3]).id
    for options in ({}, {"group_id": group}, {"people": people[2:]}):
        would = [(each.person.full_name, each.sheet) for each in rounds.listed(desk, revision, **options)]  # type: ignore[arg-type]
        made = acquaintance.sheet(desk, make.sheet(document, **options))
        assert [row.full_name for row in made.rows] == [name for name, _ in would]
        assert all(sheet is not None for _, sheet in would)


def test_a_document_without_an_audience_would_list_everybody(desk: Desk, make: Make) -> None:
    make.people(3)
    assert len(rounds.listed(desk, make.revision_in_force(make.document()))) == 3


def test_what_came_back_is_one_step_with_its_handwritten_rows(desk: Desk, make: Make) -> None:
    make.people(2)
    document = make.document()
    sheet = make.sheet(document)
    rounds.record(desk, sheet, {1: SIGNED}, [Handwritten("Жаңа Адам", "Маман", SIGNED)], back_on=DAY)
    kept = acquaintance.sheet(desk, sheet)
    assert [row.state for row in kept.rows] == [RowState.SIGNED, RowState.PENDING, RowState.SIGNED]
    assert kept.state_on(DAY) is SheetState.BACK
    desk.undo()
    assert [row.state for row in acquaintance.sheet(desk, sheet).rows] == [RowState.PENDING] * 2


def test_a_refused_row_leaves_nothing_half_recorded(desk: Desk, make: Make) -> None:
    make.people(2)
    sheet = make.sheet(make.document())
    early = RowMark(RowState.SIGNED, date(2026, 8, 1))
    with pytest.raises(Refusal):
        rounds.record(desk, sheet, {1: SIGNED}, [Handwritten("Жаңа Адам", "", early)], back_on=DAY)
    assert acquaintance.sheet(desk, sheet).open == 2


def test_today_never_asks_for_a_sheet_of_people_who_all_refused(desk: Desk, make: Make) -> None:
    make.people(2)
    sheet = make.sheet(make.document())
    rounds.record(desk, sheet, {1: SIGNED, 2: REFUSED}, back_on=DAY)
    morning = today(desk, DAY)
    assert (morning.next_step, morning.owing) == (NextStep.NOTHING, ())
    assert morning.missing == sum(line.missing for line in acquaintance.coverage(desk)) > 0


def test_today_does_not_offer_a_residual_sheet_of_people_who_signed_elsewhere(desk: Desk, make: Make) -> None:
    make.people(1)
    document = make.document()
    first, second = make.sheet(document), make.sheet(document)
    rounds.record(desk, first, {1: SIGNED}, back_on=DAY)
    rounds.record(desk, second, {}, back_on=DAY)
    assert rounds.still_open(desk, second) == 0
    make.person("Жаңабаев")
    morning = today(desk, DAY)
    assert morning.next_step is NextStep.MAKE_SHEET


def test_today_does_not_wait_for_a_sheet_of_a_revision_that_was_replaced(desk: Desk, make: Make) -> None:
    make.people(1)
    document = make.document()
    make.sheet(document)
    documents.add_revision(desk, document, 2, DAY)
    morning = today(desk, DAY)
    assert (morning.next_step, morning.unprinted) == (NextStep.MAKE_SHEET, ())


def test_a_sheet_is_overdue_the_day_after_it_was_expected(desk: Desk, make: Make) -> None:
    make.people(1)
    sheet = make.sheet(make.document(), expected_on=DAY)
    assert acquaintance.sheet(desk, sheet).state_on(DAY) is SheetState.NOT_PRINTED
    acquaintance.printed(desk, sheet, None, DAY)
    kept = acquaintance.sheet(desk, sheet)
    assert [kept.state_on(DAY), kept.state_on(DAY + timedelta(1))] == [SheetState.OUT, SheetState.OVERDUE]
