"""Working copies: given, to collect once their revision is withdrawn, given anew, taken back; with frozen names."""

from __future__ import annotations

from datetime import date

import pytest

from altdesk.desk import Desk
from altdesk.domain.copies import CopiesQuery, CopyDraft, CopyKind, CopyState, Recipient
from altdesk.domain.errors import Refusal
from altdesk.domain.people import PersonDraft
from altdesk.services import copies, documents, people, units
from tests.make import Make

GIVEN, BACK = date(2026, 9, 2), date(2026, 11, 3)
HOLDERS = (Recipient("Асанов Айгүл", "Маман", "Деканат"), Recipient(unit="ЖСК"), Recipient("Әбенов Айгүл"))


@pytest.fixture
def document(make: Make) -> int:
    return make.document("ЖН-ALT-40", "Ішкі тәртіп ережелері")


def give(desk: Desk, make: Make, document: int, *recipients: Recipient, **options: object) -> list[int]:
    before = set(copies.ids(desk, CopiesQuery()))
    copies.give(desk, make.revision_in_force(document), recipients or HOLDERS, GIVEN, **options)  # type: ignore[arg-type]
    return [number for number in copies.ids(desk, CopiesQuery()) if number not in before]


def states(desk: Desk) -> list[CopyState]:
    return [copy.state for copy in copies.every(desk)]


def test_copies_are_numbered_on_within_their_document(desk: Desk, make: Make, document: int) -> None:
    give(desk, make, document)
    give(desk, make, document, Recipient("Бақытов"))
    other = make.document("ҚР-ALT-01")
    give(desk, make, other, Recipient("Бақытов"))
    assert [(copy.document, copy.number) for copy in copies.every(desk)] == [
        ("ЖН-ALT-40", 1),
        ("ЖН-ALT-40", 2),
        ("ЖН-ALT-40", 3),
        ("ЖН-ALT-40", 4),
        ("ҚР-ALT-01", 1),
    ]


def test_a_number_a_document_has_is_refused_with_its_holder(desk: Desk, make: Make, document: int) -> None:
    first, *_ = give(desk, make, document)
    with pytest.raises(Refusal, match="already has copy No. 1: Асанов Айгүл"):
        give(desk, make, document, Recipient("Бақытов"), first=1)
    with pytest.raises(Refusal, match="already has copy No. 2: ЖСК"):
        copies.save(desk, first, CopyDraft(2, "Асанов Айгүл", given_on=GIVEN))
    with pytest.raises(Refusal, match="already has copy No. 3"):
        copies.add(desk, make.revision_in_force(document), CopyDraft(3, "Бақытов", given_on=GIVEN))


def test_a_number_is_taken_across_the_revisions_of_a_document(desk: Desk, make: Make, document: int) -> None:
    give(desk, make, document)
    documents.add_revision(desk, document, 2, date(2026, 11, 1))
    with pytest.raises(Refusal, match="already has copy No. 1"):
        give(desk, make, document, Recipient("Бақытов"), first=1)


def test_a_copy_in_the_bin_gives_its_number_free_and_undo_brings_it_back(desk: Desk, make: Make, document: int) -> None:
    *_, last = give(desk, make, document)
    copies.bin_(desk, [last])
    assert copies.next_number(desk, document) == 3
    assert copies.count(desk, CopiesQuery()) == 2
    desk.undo()
    assert copies.get(desk, last).number == 3
    assert copies.count(desk, CopiesQuery()) == 3


def test_copies_are_to_be_collected_from_the_moment_a_new_revision_is_in_force(
    desk: Desk, make: Make, document: int
) -> None:
    give(desk, make, document)
    assert copies.to_collect(desk) == []
    documents.add_revision(desk, document, 2, date(2026, 11, 1))
    assert [copy.number for copy in copies.to_collect(desk)] == [1, 2, 3]
    desk.undo()
    assert copies.to_collect(desk) == []
    documents.withdraw(desk, make.revision_in_force(document))
    assert states(desk) == [CopyState.COLLECT] * 3
    assert copies.counts(desk).to_collect == 3


def test_counts_say_the_same_as_the_lists(desk: Desk, make: Make, document: int) -> None:
    first, second, _ = give(desk, make, document)
    copies.take_back(desk, [first], BACK)
    copies.take_out(desk, [second], BACK)
    documents.add_revision(desk, document, 2, date(2026, 9, 15))
    give(desk, make, document, Recipient("Бақытов"))
    counts = copies.counts(desk)
    for states in ((), *((state,) for state in CopyState), (CopyState.RETURNED, CopyState.WITHDRAWN)):
        assert counts.of(states) == copies.count(desk, CopiesQuery(states=states))
    assert (counts.out, counts.to_collect, counts.returned, counts.withdrawn) == (1, 1, 1, 1)


def test_taken_back_paper_is_returned_and_an_electronic_copy_is_out_of_use(
    desk: Desk, make: Make, document: int
) -> None:
    (paper,) = give(desk, make, document, HOLDERS[0])
    (electronic,) = give(desk, make, document, HOLDERS[1], kind=CopyKind.ELECTRONIC)
    copies.take_back(desk, [paper, electronic], BACK)
    assert states(desk) == [CopyState.RETURNED, CopyState.WITHDRAWN]
    assert copies.get(desk, paper).returned_on == BACK
    assert copies.get(desk, electronic).withdrawn_on == BACK
    with pytest.raises(Refusal, match="None of these copies is out"):
        copies.take_back(desk, [paper, electronic], BACK)


def test_a_lost_copy_is_out_of_use_and_the_note_says_why(desk: Desk, make: Make, document: int) -> None:
    first, *_ = give(desk, make, document)
    copies.take_out(desk, [first], BACK, "Акт № 2")
    assert (copies.get(desk, first).withdrawn_on, copies.get(desk, first).note) == (BACK, "Акт № 2")


def test_no_copy_comes_back_before_it_was_given(desk: Desk, make: Make, document: int) -> None:
    every = give(desk, make, document)
    with pytest.raises(Refusal, match="given on 02.09.2026"):
        copies.take_back(desk, every, date(2026, 9, 1))
    assert states(desk) == [CopyState.OUT] * 3


def test_holders_of_old_copies_get_the_new_revision_in_one_step(desk: Desk, make: Make, document: int) -> None:
    old = give(desk, make, document, *HOLDERS[:2])
    old += give(desk, make, document, Recipient(unit="Деканат"), kind=CopyKind.ELECTRONIC)
    documents.add_revision(desk, document, 2, date(2026, 11, 1))
    assert [copy.id for copy in copies.holders_before(desk, document)] == old
    copies.give_anew(desk, old, BACK, take_back_on=BACK)
    kept = copies.every(desk)
    assert [(copy.number, copy.revision, copy.holder or copy.unit) for copy in kept[3:]] == [
        (4, 2, "Асанов Айгүл"),
        (5, 2, "ЖСК"),
        (6, 2, "Деканат"),
    ]
    assert [copy.state for copy in kept] == [
        CopyState.RETURNED, CopyState.RETURNED, CopyState.WITHDRAWN, CopyState.OUT, CopyState.OUT, CopyState.OUT,
    ]  # fmt: skip
    assert kept[5].kind is CopyKind.ELECTRONIC
    assert copies.holders_before(desk, document) == []
    desk.undo()
    assert len(copies.every(desk)) == 3
    assert len(copies.to_collect(desk)) == 3


def test_a_holder_who_has_the_new_revision_already_is_not_offered_again(desk: Desk, make: Make, document: int) -> None:
    give(desk, make, document, *HOLDERS)
    documents.add_revision(desk, document, 2, date(2026, 11, 1))
    give(desk, make, document, HOLDERS[2])
    assert [copy.holder or copy.unit for copy in copies.holders_before(desk, document)] == ["Асанов Айгүл", "ЖСК"]


def test_names_and_posts_stay_as_they_were_when_the_copy_was_given(desk: Desk, make: Make, document: int) -> None:
    person = make.person("Асанов", "Айгүл", post="Маман", unit="Деканат")
    (copy,) = give(desk, make, document, copies.person_as_recipient(desk, person))
    people.save(desk, person, PersonDraft("Жаңа", "Айгүл", post="Директор", unit="Басқа"))
    kept = copies.get(desk, copy)
    assert (kept.holder, kept.post, kept.unit, kept.person_id) == ("Асанов Айгүл", "Маман", "Деканат", person)


def test_a_holder_typed_by_name_is_recognised_when_only_one_is_called_so(desk: Desk, make: Make, document: int) -> None:
    person = make.person("Қасымов", "Айгүл")
    revision = make.revision_in_force(document)
    known = copies.add(desk, revision, CopyDraft(None, "Касымов Айгүл", given_on=GIVEN)).id
    make.person("Қасымов", "Айгүл")
    unsure = copies.add(desk, revision, CopyDraft(None, "Қасымов Айгүл", given_on=GIVEN)).id
    assert known is not None
    assert unsure is not None
    assert (copies.get(desk, known).person_id, copies.get(desk, unsure).person_id) == (person, None)
    copies.save(desk, known, CopyDraft(1, "Касымов Айгүл", post="Маман", given_on=GIVEN))
    assert copies.get(desk, known).person_id == person


def test_no_copy_is_given_of_a_draft_but_one_of_an_old_revision_can_be_noted(desk: Desk, make: Make) -> None:
    document = make.document("ЖН-ALT-01", effective_on=None)
    draft = documents.get(desk, document).revisions[0].id
    with pytest.raises(Refusal, match="still a draft"):
        copies.give(desk, draft, HOLDERS, GIVEN)
    documents.put_in_force(desk, draft, date(2026, 9, 1))
    documents.withdraw(desk, draft)
    copies.give(desk, draft, HOLDERS[:1], GIVEN)
    assert states(desk) == [CopyState.COLLECT]


def test_units_that_hold_the_revision_in_force_are_not_offered(desk: Desk, make: Make, document: int) -> None:
    for name in ("Деканат", "ЖСК", "Кафедра"):
        units.add(desk, name)
    give(desk, make, document, Recipient(unit="ЖСК"), kind=CopyKind.ELECTRONIC)
    assert [each.unit for each in copies.units_without(desk, document)] == ["Деканат", "Кафедра"]
    documents.add_revision(desk, document, 2, date(2026, 11, 1))
    assert [each.unit for each in copies.units_without(desk, document)] == ["Деканат", "ЖСК", "Кафедра"]


def test_the_list_is_found_by_holder_unit_number_and_document(desk: Desk, make: Make, document: int) -> None:
    give(desk, make, document)
    other = make.document("ҚР-ALT-01", "Құжатталған ақпаратты басқару")
    give(desk, make, other)

    def found(text: str) -> list[tuple[str, int | None]]:
        return [(copy.document, copy.number) for copy in copies.every(desk, CopiesQuery(text=text))]

    assert found("асанов") == [("ЖН-ALT-40", 1), ("ҚР-ALT-01", 1)]
    assert found("кужат") == [("ҚР-ALT-01", 1), ("ҚР-ALT-01", 2), ("ҚР-ALT-01", 3)]
    assert found("тәртіп жск") == [("ЖН-ALT-40", 2)]
    assert found("ешкім") == []
    documents.bin_(desk, [other])
    assert found("асанов") == [("ЖН-ALT-40", 1)]


@pytest.mark.parametrize("sort", ["document", "number", "holder", "unit", "kind", "revision", "state", "given_on"])
def test_every_order_turns_round(desk: Desk, make: Make, document: int, sort: str) -> None:
    give(desk, make, document)
    up = copies.ids(desk, CopiesQuery(sort=sort))
    assert sorted(up) == sorted(copies.ids(desk, CopiesQuery(sort=sort, descending=True)))
    assert [copy.id for copy in copies.lines(desk, up)] == list(up)
