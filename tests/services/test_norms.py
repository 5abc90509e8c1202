"""Norms: a change asks every document that cites one to be looked at, until somebody says what came of it."""

from __future__ import annotations

from datetime import date

import pytest

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.norms import NormDraft, NormKind, NormsQuery, NormState, Outcome
from altdesk.services import documents, find, norms, norms_starter
from tests.make import Make

DAY, LATER = date(2026, 10, 1), date(2026, 11, 5)
LAW = NormDraft("№ 285-V", "Мемлекеттік жастар саясаты туралы")


@pytest.fixture
def law(desk: Desk) -> int:
    made = norms.add(desk, LAW).id
    assert made is not None
    return made


def open_codes(desk: Desk) -> list[str]:
    return [flag.code for flag in norms.flags(desk)]


def test_a_designation_in_look_alike_letters_is_the_same_norm(desk: Desk) -> None:
    norms.add(desk, NormDraft("ҚР-ALT-05", "Тәуекелдер", NormKind.INTERNAL))
    with pytest.raises(Refusal, match="already a norm ҚР-ALT-05 «Тәуекелдер»") as refused:
        norms.add(desk, NormDraft("КР-АЛТ-05", "Басқа", NormKind.INTERNAL))
    assert refused.value.field == "designation"
    assert norms.by_designation(desk, "КР-АЛТ-05").title == "Тәуекелдер"


@pytest.mark.parametrize(("draft", "field"), [(NormDraft("", "Атауы"), "designation"), (NormDraft("№ 1"), "title")])
def test_a_norm_needs_a_designation_and_a_title(desk: Desk, draft: NormDraft, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        norms.add(desk, draft)
    assert refused.value.field == field


@pytest.mark.parametrize("state", [NormState.CHANGED, NormState.REPEALED])
def test_a_change_flags_every_document_that_cites_the_norm_and_no_other(
    desk: Desk, make: Make, law: int, state: NormState
) -> None:
    first, second = make.document("ЖН-ALT-01"), make.document("ЖН-ALT-02")
    make.document("ЖН-ALT-03")
    for document in (first, second):
        norms.cite(desk, document, [law])
    norms.mark(desk, law, state, DAY, "Өзгеріс")
    assert open_codes(desk) == ["ЖН-ALT-01", "ЖН-ALT-02"]
    (line,) = norms.lines(desk, norms.ids(desk, NormsQuery()))
    assert (line.state, line.changed_on, line.documents, line.flagged) == (state, DAY, 2, 2)
    (cited,) = norms.of_document(desk, first)
    assert (cited.flagged, cited.change_note) == (True, "Өзгеріс")
    desk.undo()
    assert open_codes(desk) == []
    assert norms.get(desk, law).state is NormState.IN_FORCE


def test_reviewed_without_a_change_is_kept_with_day_name_and_note(desk: Desk, make: Make, law: int) -> None:
    document = make.document("ЖН-ALT-01")
    norms.cite(desk, document, [law])
    norms.mark(desk, law, NormState.CHANGED, DAY)
    (flag,) = norms.flags(desk)
    norms.review(desk, [flag.id], LATER, "Мысалова Айша", "Әсер етпейді")
    assert open_codes(desk) == []
    (cited,) = norms.of_document(desk, document)
    assert (cited.outcome, cited.reviewed_on, cited.reviewed_by, cited.note) == (
        Outcome.NO_CHANGE,
        LATER,
        "Мысалова Айша",
        "Әсер етпейді",
    )
    with pytest.raises(Refusal, match="nothing left to review"):
        norms.review(desk, [flag.id], LATER, "Мысалова Айша")


def test_a_review_needs_a_day_and_a_name(desk: Desk, make: Make, law: int) -> None:
    norms.cite(desk, make.document(), [law])
    norms.mark(desk, law, NormState.CHANGED, DAY)
    (flag,) = norms.flags(desk)
    for on, who, field in ((None, "Айша", "reviewed_on"), (LATER, " ", "reviewed_by")):
        with pytest.raises(Refusal) as refused:
            norms.review(desk, [flag.id], on, who)
        assert refused.value.field == field
    with pytest.raises(Refusal, match="day from which"):
        norms.mark(desk, law, NormState.REPEALED, None)


def test_a_change_of_twelve_answers_the_question_too(desk: Desk, make: Make, law: int) -> None:
    document = make.document()
    norms.cite(desk, document, [law])
    norms.mark(desk, law, NormState.CHANGED, DAY)
    with desk.step("Entry") as step:
        assert norms.answer(step, document, law, 7, LATER, "Айша")
        assert not norms.answer(step, document, law, 7, LATER, "Айша")
    (citing,) = norms.get(desk, law).documents
    assert (citing.outcome, citing.reviewed_on) == (Outcome.ENTERED, LATER)


def test_a_norm_that_changes_again_asks_anew_once(desk: Desk, make: Make, law: int) -> None:
    document = make.document("ЖН-ALT-01")
    norms.cite(desk, document, [law])
    norms.mark(desk, law, NormState.CHANGED, DAY)
    norms.mark(desk, law, NormState.REPEALED, LATER)
    (flag,) = norms.flags(desk)
    assert (flag.state, flag.changed_on) == (NormState.REPEALED, LATER)
    norms.review(desk, [flag.id], LATER, "Айша")
    norms.mark(desk, law, NormState.CHANGED, LATER)
    assert open_codes(desk) == ["ЖН-ALT-01"]
    assert [change.state for change in norms.get(desk, law).changes] == [
        NormState.CHANGED,
        NormState.REPEALED,
        NormState.CHANGED,
    ]


def test_in_force_again_takes_the_questions_back(desk: Desk, make: Make, law: int) -> None:
    document = make.document()
    norms.cite(desk, document, [law])
    norms.mark(desk, law, NormState.CHANGED, DAY)
    norms.mark(desk, law, NormState.IN_FORCE, LATER)
    assert open_codes(desk) == []
    assert norms.of_document(desk, document)[0].outcome is Outcome.DROPPED


def test_whoever_cites_a_changed_norm_knows_it_but_a_repealed_one_is_questioned_at_once(
    desk: Desk, make: Make, law: int
) -> None:
    norms.mark(desk, law, NormState.CHANGED, DAY)
    norms.cite(desk, make.document("ЖН-ALT-01"), [law])
    assert open_codes(desk) == []
    norms.mark(desk, law, NormState.REPEALED, LATER)
    norms.cite(desk, make.document("ЖН-ALT-02"), [law])
    assert open_codes(desk) == ["ЖН-ALT-01", "ЖН-ALT-02"]


def test_taking_a_norm_off_a_document_and_citing_it_again_is_no_way_round_the_question(
    desk: Desk, make: Make, law: int
) -> None:
    document = make.document("ЖН-ALT-01")
    norms.cite(desk, document, [law])
    norms.mark(desk, law, NormState.CHANGED, DAY)
    norms.uncite(desk, document, [law])
    assert open_codes(desk) == []
    norms.cite(desk, document, [law])
    assert open_codes(desk) == ["ЖН-ALT-01"]


def test_a_norm_is_binned_only_when_no_document_cites_it(desk: Desk, make: Make, law: int) -> None:
    document = make.document()
    norms.cite(desk, document, [law])
    with pytest.raises(Refusal, match="Take it off them first"):
        norms.bin_(desk, [law])
    norms.uncite(desk, document, [law])
    norms.bin_(desk, [law])
    assert norms.count(desk, NormsQuery()) == 0
    norms.add(desk, LAW)


def test_an_internal_norm_is_linked_to_the_document_of_the_desk(desk: Desk, make: Make) -> None:
    norms.add(desk, NormDraft("КР-АЛТ-01", "Құжатталған ақпаратты басқару", NormKind.INTERNAL))
    (line,) = norms.lines(desk, norms.ids(desk, NormsQuery()))
    assert line.document_id is None
    document = make.document("ҚР-ALT-01")
    (line,) = norms.lines(desk, norms.ids(desk, NormsQuery()))
    assert (line.document_id, line.revision) == (document, 1)
    documents.bin_(desk, [document])
    assert norms.get(desk, line.id).document_id is None


def test_lists_are_narrowed_sorted_and_found_without_kazakh_letters(desk: Desk, make: Make, law: int) -> None:
    iso = norms.add(desk, NormDraft("ҚР СТ ISO 9001-2016", "Сапа менеджменті", NormKind.STANDARD)).id
    own = norms.add(desk, NormDraft("ҚР-ALT-02", "Ішкі аудит", NormKind.INTERNAL)).id
    norms.cite(desk, make.document(), [law])
    norms.mark(desk, law, NormState.CHANGED, DAY)
    assert list(norms.ids(desk, NormsQuery())) == [iso, law, own]
    assert list(norms.ids(desk, NormsQuery(flagged_only=True))) == [law]
    assert list(norms.ids(desk, NormsQuery(kind=NormKind.INTERNAL))) == [own]
    assert list(norms.ids(desk, NormsQuery(text="мемлекеттик жастар"))) == [law]
    assert list(norms.ids(desk, NormsQuery(sort="state")))[0] == law
    assert [(hit.kind, hit.id) for hit in find.find(desk, "жастар")] == [("norm", law)]


def test_the_starter_set_is_the_section_of_the_source_with_its_oddities(desk: Desk, make: Make) -> None:
    document = make.document("ЖН-ALT-00")
    norms_starter.load(desk, document)
    kept = norms.of_document(desk, document)
    assert len(kept) == len(norms_starter.drafts()) == 23
    assert [each.designation for each in kept] == [each.designation for each in norms_starter.drafts()]
    said = " ".join(each.designation for each in kept)
    for odd in ("27.07.2007 ж. №319-111", "09.02.201 ж. № 285-V", "№415-11"):
        assert odd in said
    before = desk.store.next_undo()
    assert norms_starter.load(desk, document).nothing
    assert desk.store.next_undo() == before
