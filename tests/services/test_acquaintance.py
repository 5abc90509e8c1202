"""Acquaintance: who owes, sheets that go out and come back, coverage that is always true."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry, Elsewhere, RowMark, RowState, SheetKind, SheetState
from altdesk.domain.errors import Refusal
from altdesk.domain.people import GroupRule, PersonDraft, PersonKind
from altdesk.services import acquaintance, documents, groups, people, units
from altdesk.services.papers import acquaintance as papers
from tests.make import Make

DAY = date(2026, 11, 20)
SIGNED = RowMark(RowState.SIGNED, DAY)


def covered(desk: Desk) -> list[tuple[int, int]]:
    return [(line.signed, line.total) for line in acquaintance.coverage(desk)]


def test_everybody_of_the_audience_owes_the_revision_in_force_at_once(desk: Desk, make: Make) -> None:
    make.people(3)
    make.audience(make.document())
    assert covered(desk) == [(0, 3)]
    make.person("Жаңабаев")
    assert covered(desk) == [(0, 4)]


def test_a_leaver_is_closed_as_left_not_acquainted_and_owes_again_after_coming_back(desk: Desk, make: Make) -> None:
    first, *_ = make.people(3)
    document = make.document()
    make.audience(document)
    sheet = make.sheet(document)
    people.leave(desk, [first], DAY)
    assert covered(desk) == [(0, 2)]
    row = next(row for row in acquaintance.sheet(desk, sheet).rows if row.person_id == first)
    assert row.state is RowState.LEFT
    people.come_back(desk, [first])
    assert covered(desk) == [(0, 3)]
    assert next(r for r in acquaintance.sheet(desk, sheet).rows if r.person_id == first).state is RowState.PENDING


def test_a_sheet_back_from_paper_is_signed_but_for_the_exceptions(desk: Desk, make: Make) -> None:
    make.people(5)
    document = make.document()
    make.audience(document)
    sheet = make.sheet(document)
    exceptions = {2: RowMark(RowState.ABSENT), 4: RowMark(RowState.REFUSED, DAY, "Акт № 3")}
    acquaintance.mark_back(desk, sheet, DAY, exceptions)
    states = [row.state for row in acquaintance.sheet(desk, sheet).rows]
    assert states == [RowState.SIGNED, RowState.ABSENT, RowState.SIGNED, RowState.REFUSED, RowState.SIGNED]
    assert covered(desk) == [(3, 5)]
    residual = acquaintance.residual(desk, sheet).id
    assert residual is not None
    made = acquaintance.sheet(desk, residual)
    assert (made.kind, len(made.rows), made.residual_of) == (SheetKind.RESIDUAL, 1, 1)
    assert [debtor.full_name for debtor in acquaintance.debts(desk)] == [made.rows[0].full_name]


def test_a_residual_sheet_that_is_out_is_the_answer_until_its_people_differ(desk: Desk, make: Make) -> None:
    make.people(4)
    sheet = make.sheet(make.document())
    acquaintance.mark(desk, sheet, {1: SIGNED}, back_on=DAY)
    first = acquaintance.residual(desk, sheet, today=DAY).id
    assert first is not None
    assert acquaintance.sheet(desk, first).expected_on == DAY + timedelta(7)
    assert acquaintance.residual(desk, sheet).id == acquaintance.residual(desk, first).id == first
    acquaintance.mark(desk, sheet, {2: SIGNED})  # another sheet takes nobody new on
    assert acquaintance.residual(desk, sheet).id == first
    acquaintance.add_handwritten(desk, first, "Кейінгі Адам", "", RowMark(RowState.PENDING))
    people.leave(desk, [acquaintance.sheet(desk, sheet).rows[2].person_id or 0], DAY)
    assert acquaintance.residual(desk, sheet).id == first
    acquaintance.mark(desk, first, {}, back_on=DAY)
    second = acquaintance.residual(desk, sheet).id
    assert second not in {first, None}
    assert len(acquaintance.sheet(desk, second or 0).rows) == 1


def test_a_row_signed_on_another_sheet_says_so_and_is_closed_for_counting(desk: Desk, make: Make) -> None:
    make.people(3)
    document = make.document()
    first, second = make.sheet(document), make.sheet(document)
    acquaintance.mark(desk, second, {1: SIGNED, 2: RowMark(RowState.REFUSED, DAY, "Акт № 1")}, back_on=DAY)
    rows = acquaintance.sheet(desk, first).rows
    assert [row.state for row in rows] == [RowState.PENDING] * 3
    assert [row.elsewhere for row in rows] == [Elsewhere(2, RowState.SIGNED), Elsewhere(2, RowState.REFUSED), None]
    assert acquaintance.sheet(desk, first).open == 1
    assert [line.open for line in acquaintance.sheet_lines(desk)] == [1, 1]
    acquaintance.mark_back(desk, first, DAY)
    assert [row.state for row in acquaintance.sheet(desk, first).rows] == [RowState.PENDING] * 2 + [RowState.SIGNED]
    assert [line.state_on(DAY) for line in acquaintance.sheet_lines(desk)] == [SheetState.COMPLETE] * 2


def test_a_signature_before_the_effective_date_is_refused_and_nothing_is_half_saved(desk: Desk, make: Make) -> None:
    make.people(2)
    document = make.document()
    make.audience(document)
    sheet = make.sheet(document)
    with pytest.raises(Refusal, match=r"01\.09\.2026"):
        acquaintance.mark(desk, sheet, {1: SIGNED, 2: RowMark(RowState.SIGNED, date(2026, 8, 31))})
    assert covered(desk) == [(0, 2)]


def test_a_signature_ahead_of_time_is_refused_wherever_it_comes_from(desk: Desk, make: Make) -> None:
    make.people(2)
    document = make.document()
    make.audience(document)
    sheet = make.sheet(document)
    ahead = DAY + timedelta(days=1)
    with pytest.raises(Refusal, match=r"21\.11\.2026"):
        acquaintance.mark(desk, sheet, {1: SIGNED, 2: RowMark(RowState.REFUSED, ahead)}, today=DAY)
    with pytest.raises(Refusal, match="not come yet"):
        acquaintance.mark_back(desk, sheet, ahead, today=DAY)
    with pytest.raises(Refusal, match="not come yet"):
        acquaintance.add_handwritten(desk, sheet, "Жаңа Адам", "", RowMark(RowState.SIGNED, ahead), DAY)
    with pytest.raises(Refusal, match="not come yet"):
        acquaintance.mark_back(desk, sheet, date.today() + timedelta(days=1))
    assert covered(desk) == [(0, 2)]
    acquaintance.mark_back(desk, sheet, DAY, today=DAY)
    assert covered(desk) == [(2, 2)]


def test_names_on_a_printed_sheet_stay_when_the_person_changes(desk: Desk, make: Make) -> None:
    person = make.person("Ескіев", post="Маман")
    document = make.document()
    make.audience(document)
    sheet = make.sheet(document)
    people.save(desk, person, PersonDraft("Жаңаев", "Айгүл", post="Бас маман"))
    assert acquaintance.freeze(desk, sheet).rows[0].full_name == "Жаңаев Айгүл"
    acquaintance.printed(desk, sheet, "{}", DAY)
    people.save(desk, person, PersonDraft("Тағыбаев", "Айгүл", post="Жетекші"))
    row = acquaintance.freeze(desk, sheet).rows[0]
    assert (row.full_name, row.post) == ("Жаңаев Айгүл", "Бас маман")


def test_a_new_revision_is_owed_by_all_again_and_the_old_signatures_stay(desk: Desk, make: Make) -> None:
    make.people(2)
    document = make.document()
    make.audience(document)
    old = make.sheet(document)
    acquaintance.mark_back(desk, old, DAY)
    assert covered(desk) == [(2, 2)]
    documents.add_revision(desk, document, 2, date(2026, 11, 1))
    assert covered(desk) == [(0, 2)]
    assert all(row.state is RowState.SIGNED for row in acquaintance.sheet(desk, old).rows)
    numbers = [(each.number, each.state.value) for each in documents.get(desk, document).revisions]
    assert numbers == [(2, "in_force"), (1, "withdrawn")]


def test_audiences_by_unit_post_group_and_person(desk: Desk, make: Make) -> None:
    institute = units.add(desk, "Көлік институты").id
    assert institute is not None
    units.add(desk, "Логистика кафедрасы", institute)
    make.person("Бірінші", unit="Логистика кафедрасы", post="Оқытушы")
    second = make.person("Екінші", post="Куратор")
    make.person("Үшінші", kind=PersonKind.STUDENT)
    document = make.document()
    for entry, names in (
        (AudienceEntry(unit_id=institute), ["Бірінші Айгүл"]),
        (AudienceEntry(post="куратор"), ["Екінші Айгүл"]),
        (AudienceEntry(person_id=second), ["Екінші Айгүл"]),
        (AudienceEntry(group_id=groups.add(desk, "Студенттер", GroupRule(PersonKind.STUDENT)).id), ["Үшінші Айгүл"]),
    ):
        make.audience(document, entry)
        assert [line.full_name for line in documents.audience_people(desk, document)] == names
        assert [d.full_name for d in acquaintance.debts(desk)] == names


def test_a_sheet_without_an_audience_is_for_everybody_and_makes_them_the_audience(desk: Desk, make: Make) -> None:
    make.people(3)
    document = make.document()
    make.sheet(document)
    assert covered(desk) == [(0, 3)]
    assert documents.audience(desk, document) == (AudienceEntry(everyone=True),)


def test_a_sheet_lists_only_those_who_still_owe(desk: Desk, make: Make) -> None:
    make.people(3)
    document = make.document()
    first = make.sheet(document)
    acquaintance.mark(desk, first, {1: SIGNED})
    second = make.sheet(document)
    assert [row.no for row in acquaintance.sheet(desk, second).rows] == [1, 2]
    acquaintance.mark_back(desk, second, DAY)
    with pytest.raises(Refusal):
        make.sheet(document)


def test_taking_a_signature_back_makes_the_person_owe_again(desk: Desk, make: Make) -> None:
    make.people(1)
    document = make.document()
    sheet = make.sheet(document)
    acquaintance.mark_back(desk, sheet, DAY)
    acquaintance.mark(desk, sheet, {1: RowMark(RowState.PENDING)})
    assert covered(desk) == [(0, 1)]


def test_a_handwritten_row_is_recognised_as_the_person_of_that_name(desk: Desk, make: Make) -> None:
    make.people(1)
    document = make.document()
    sheet = make.sheet(document)
    make.person("Қосымшаев")
    acquaintance.add_handwritten(desk, sheet, "Косымшаев Айгул", "Маман", SIGNED)
    assert covered(desk) == [(1, 2)]


def test_sheet_numbers_are_never_given_out_twice(desk: Desk, make: Make) -> None:
    make.people(1)
    document = make.document()
    make.sheet(document)
    desk.undo()
    assert acquaintance.sheet(desk, make.sheet(document)).number == 2


def test_what_is_missing_in_all_is_what_the_coverage_says(desk: Desk, make: Make) -> None:
    make.people(3)
    for number in range(3):
        document = make.document()
        make.audience(document)
        marks = {1: RowMark(RowState.REFUSED, DAY, "№ 1 акт"), 2: SIGNED} if number else {}
        acquaintance.mark(desk, make.sheet(document), marks)
    documents.bin_(desk, [document])
    said = sum(line.missing for line in acquaintance.coverage(desk))
    assert acquaintance.missing_in_all(desk) == said == 5


def test_who_refused_is_named_wherever_nothing_is_awaited(desk: Desk, make: Make) -> None:
    make.people(8)
    document = make.document()
    make.audience(document)
    sheet = make.sheet(document)
    refused = dict.fromkeys((2, 5, 8), RowMark(RowState.REFUSED, DAY, "Акт № 3"))
    acquaintance.mark_back(desk, sheet, DAY, refused)
    (line,) = acquaintance.coverage(desk)
    assert (line.missing, line.refused, line.awaited) == (3, 3, 0)
    with pytest.raises(Refusal, match=r"awaits a signature \(refused: 3\)"):
        papers.all_debts(desk)
    with pytest.raises(Refusal, match=r"no open rows \(refused: 3\)"):
        acquaintance.residual(desk, sheet)
    person = acquaintance.sheet(desk, sheet).rows[1].person_id
    with pytest.raises(Refusal, match=r"owes no document \(refused: 1\)"):
        papers.debts(desk, person or 0)
    (row,) = papers.coverage(desk).data.rows
    assert (row.missing, len(row.refused)) == ((), 3)
