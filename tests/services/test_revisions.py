"""The life of a revision: steps with days and people, one in force at a time, days to come, days that cannot be."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest

from altdesk.desk import Desk
from altdesk.domain.acquaintance import RowMark, RowState
from altdesk.domain.documents import DocumentDraft, DocumentsQuery, RevisionState, Who
from altdesk.domain.errors import Refusal
from altdesk.services import acquaintance, daily, documents, people, today
from db.models.documents import revision as revision_table
from tests.make import EFFECTIVE, Make

TODAY = date(2026, 11, 20)
LATER = date(2026, 12, 1)


def states(desk: Desk, document: int) -> list[tuple[int, RevisionState]]:
    return [(each.number, each.state) for each in documents.get(desk, document).revisions]


def revision(desk: Desk, document: int, number: int) -> int:
    return documents.chosen_revision(documents.get(desk, document), number).id


@pytest.fixture
def second(desk: Desk, make: Make) -> int:
    """The second revision of a document whose first is in force, a draft."""
    document = make.document()
    made = documents.add_revision(desk, document, 2, today=TODAY).id
    assert made is not None
    return made


def test_every_step_keeps_its_day_and_the_person_as_called_then(desk: Desk, make: Make, second: int) -> None:
    director = make.person("Тәуекел", "Заңғар", post="Директор")
    documents.agree(desk, second, date(2026, 10, 2), Who(person_id=director), today=TODAY)
    documents.agree(desk, second, date(2026, 10, 5), Who("Мысалова Айша", post="Проректор"), "Ескертусіз", today=TODAY)
    documents.put_in_force(desk, second, date(2026, 10, 9), Who("тауекел зангар"), "№ 112 бұйрық", today=TODAY)
    people.save(desk, director, replace(people.get(desk, director), post="Ректор"))
    steps = documents.revision_of(desk, second).steps
    assert [(each.state.value, each.on, each.who.name, each.who.post, each.note) for each in steps] == [
        ("draft", TODAY, "", "", ""),
        ("agreed", date(2026, 10, 2), "Тәуекел Заңғар", "Директор", ""),
        ("agreed", date(2026, 10, 5), "Мысалова Айша", "Проректор", "Ескертусіз"),
        ("in_force", date(2026, 10, 9), "тауекел зангар", "Директор", "№ 112 бұйрық"),
    ]
    assert [each.who.person_id for each in steps] == [None, director, None, director]


def test_the_old_revision_is_withdrawn_on_the_day_of_the_new_one(desk: Desk, make: Make, second: int) -> None:
    documents.put_in_force(desk, second, date(2026, 10, 9), today=TODAY)
    document = documents.revision_of(desk, second).document_id
    assert states(desk, document) == [(2, RevisionState.IN_FORCE), (1, RevisionState.WITHDRAWN)]
    first = documents.get(desk, document).revisions[1]
    assert [(each.state.value, each.on) for each in first.steps] == [
        ("in_force", EFFECTIVE),
        ("withdrawn", date(2026, 10, 9)),
    ]


def test_saving_a_document_or_a_draft_submits_nothing(desk: Desk, make: Make, second: int) -> None:
    document = documents.revision_of(desk, second).document_id
    documents.save(desk, document, DocumentDraft("ҚР-ALT-77", "Жаңа атау", review_on=TODAY))
    assert states(desk, document) == [(2, RevisionState.DRAFT), (1, RevisionState.IN_FORCE)]


def test_a_day_to_come_is_waited_for_and_the_old_revision_stays_in_force(desk: Desk, make: Make, second: int) -> None:
    make.people(2)
    document = documents.revision_of(desk, second).document_id
    make.audience(document)
    documents.put_in_force(desk, second, LATER, Who("Мысалова"), today=TODAY)
    found = documents.revision_of(desk, second)
    assert (found.state, found.planned, found.effective_on) == (RevisionState.AGREED, True, LATER)
    assert states(desk, document)[1] == (1, RevisionState.IN_FORCE)
    assert daily.catch_up(desk, LATER - timedelta(1)) == []
    (changed,) = daily.catch_up(desk, LATER + timedelta(3))
    assert changed.label == "Revision %(number)s of %(code)s in force"
    assert states(desk, document) == [(2, RevisionState.IN_FORCE), (1, RevisionState.WITHDRAWN)]
    assert [(line.revision, line.total) for line in acquaintance.coverage(desk)] == [(2, 2)]
    assert daily.catch_up(desk, LATER + timedelta(4)) == []
    desk.undo()
    assert states(desk, document) == [(2, RevisionState.AGREED), (1, RevisionState.IN_FORCE)]


def test_a_plan_can_be_moved_and_has_one_step(desk: Desk, second: int) -> None:
    documents.put_in_force(desk, second, LATER, today=TODAY)
    documents.put_in_force(desk, second, LATER + timedelta(9), today=TODAY)
    steps = documents.revision_of(desk, second).steps
    assert [(each.state.value, each.on) for each in steps[1:]] == [("in_force", LATER + timedelta(9))]


def test_a_plan_overtaken_by_a_newer_revision_is_withdrawn_when_its_day_comes(desk: Desk, second: int) -> None:
    document = documents.revision_of(desk, second).document_id
    documents.put_in_force(desk, second, LATER, today=TODAY)
    documents.add_revision(desk, document, 3, date(2026, 11, 10), today=TODAY)
    daily.catch_up(desk, LATER)
    assert states(desk, document) == [
        (3, RevisionState.IN_FORCE),
        (2, RevisionState.WITHDRAWN),
        (1, RevisionState.WITHDRAWN),
    ]


@pytest.mark.parametrize(
    ("verb", "sentence"),
    [
        (lambda desk, number: documents.agree(desk, number, TODAY), "stays as it is"),
        (lambda desk, number: documents.put_in_force(desk, number, TODAY), "cannot come into force again"),
        (lambda desk, number: documents.withdraw(desk, number, TODAY), "stays as it is"),
    ],
)
def test_a_withdrawn_revision_stays_as_it_is(desk: Desk, second: int, verb, sentence: str) -> None:
    documents.withdraw(desk, second, TODAY, today=TODAY)
    with pytest.raises(Refusal, match=sentence):
        verb(desk, second)


def test_days_that_cannot_be_are_refused_under_their_field(desk: Desk, make: Make, second: int) -> None:
    document = documents.revision_of(desk, second).document_id
    first = revision(desk, document, 1)
    for verb, field in (
        (lambda: documents.agree(desk, second, LATER, today=TODAY), "on"),
        (lambda: documents.withdraw(desk, first, LATER, today=TODAY), "on"),
        (lambda: documents.withdraw(desk, first, EFFECTIVE - timedelta(1), today=TODAY), "on"),
        (lambda: documents.put_in_force(desk, second, EFFECTIVE - timedelta(1), today=TODAY), "from"),
        (lambda: documents.put_in_force(desk, first, LATER, today=TODAY), "from"),
    ):
        with pytest.raises(Refusal) as refused:
            verb()
        assert refused.value.field == field


def test_an_older_revision_does_not_replace_a_newer_one(desk: Desk, second: int) -> None:
    document = documents.revision_of(desk, second).document_id
    documents.put_in_force(desk, second, date(2026, 10, 9), today=TODAY)
    past = documents.add_revision(desk, document, 0, date(2024, 9, 1), today=TODAY).id
    assert states(desk, document)[-1] == (0, RevisionState.WITHDRAWN)
    assert past is not None
    draft = documents.add_revision(desk, document, 4, today=TODAY).id
    documents.add_revision(desk, document, 5, date(2026, 10, 20), today=TODAY)
    assert draft is not None
    with pytest.raises(Refusal, match="Revision 5 is in force already"):
        documents.put_in_force(desk, draft, date(2026, 11, 1), today=TODAY)


def test_the_day_of_the_revision_in_force_is_corrected_with_the_end_of_the_one_before(desk: Desk, second: int) -> None:
    document = documents.revision_of(desk, second).document_id
    documents.put_in_force(desk, second, date(2026, 10, 9), today=TODAY)
    documents.put_in_force(desk, second, date(2026, 10, 19), today=TODAY)
    now = documents.get(desk, document)
    assert now.in_force is not None
    assert now.in_force.effective_on == date(2026, 10, 19)
    assert [each.on for each in now.in_force.steps] == [TODAY, date(2026, 10, 19)]
    assert now.revisions[1].steps[-1].on == date(2026, 10, 19)


@pytest.mark.parametrize("way", ["in force", "planned"])
def test_no_day_after_a_signature_on_record(desk: Desk, make: Make, way: str) -> None:
    make.people(1)
    document = make.document(effective_on=EFFECTIVE if way == "in force" else None)
    make.audience(document)
    only = revision(desk, document, 1)
    if way == "planned":
        documents.put_in_force(desk, only, EFFECTIVE, today=EFFECTIVE - timedelta(10))
    sheet = acquaintance.make_sheet(desk, only).id
    assert sheet is not None
    acquaintance.mark(desk, sheet, {1: RowMark(RowState.SIGNED, date(2026, 9, 3))})
    with pytest.raises(Refusal, match=r"A signature of 03\.09\.2026 is on record"):
        documents.put_in_force(desk, only, date(2026, 9, 4), today=TODAY)
    documents.put_in_force(desk, only, date(2026, 9, 3), today=TODAY)
    with pytest.raises(Refusal, match=r"came into force on 03\.09\.2026"):
        acquaintance.mark(desk, sheet, {1: RowMark(RowState.SIGNED, date(2026, 9, 2))})


def test_a_withdrawn_revision_gets_no_sheet(desk: Desk, make: Make) -> None:
    make.people(1)
    document = make.document()
    make.audience(document)
    only = revision(desk, document, 1)
    documents.withdraw(desk, only, today=TODAY)
    with pytest.raises(Refusal, match="Revision 1 of .* is withdrawn"):
        acquaintance.make_sheet(desk, only)


def test_a_draft_gets_no_sheet_and_a_revision_whose_day_is_planned_does(desk: Desk, make: Make) -> None:
    make.people(1)
    only = revision(desk, make.document(effective_on=None), 1)
    with pytest.raises(Refusal, match=r"is a draft\. Say from when it is in force") as refused:
        acquaintance.make_sheet(desk, only)
    assert refused.value.field == "revision"
    documents.agree(desk, only, TODAY, today=TODAY)
    with pytest.raises(Refusal, match=r"is agreed only\. Say from when it is in force"):
        acquaintance.make_sheet(desk, only)
    ahead = TODAY + timedelta(10)
    documents.put_in_force(desk, only, ahead, today=TODAY)
    sheet = acquaintance.make_sheet(desk, only, today=TODAY).id
    assert sheet is not None
    assert acquaintance.sheet(desk, sheet).effective_on == ahead
    with pytest.raises(Refusal, match="cannot be dated before that day"):
        acquaintance.mark(desk, sheet, {1: RowMark(RowState.SIGNED, ahead - timedelta(1))}, today=ahead)
    acquaintance.mark(desk, sheet, {1: RowMark(RowState.SIGNED, ahead)}, today=ahead)


def test_two_quick_clicks_leave_one_revision_in_force(desk: Desk, make: Make) -> None:
    document = make.document()
    drafts = [documents.add_revision(desk, document, number, today=TODAY).id for number in (2, 3)]
    refused: list[Refusal] = []

    def click(number: int | None) -> None:
        assert number is not None
        try:
            documents.put_in_force(desk, number, TODAY, today=TODAY)
        except Refusal as refusal:
            refused.append(refusal)

    threads = [threading.Thread(target=click, args=(number,)) for number in (*drafts, *drafts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = [state for _, state in states(desk, document)]
    assert found.count(RevisionState.IN_FORCE) == 1
    assert documents.get(desk, document).in_force == documents.get(desk, document).revisions[0]


def test_withdrawing_touches_no_signature(desk: Desk, make: Make) -> None:
    make.people(3)
    document = make.document()
    make.audience(document)
    sheet = make.sheet(document)
    acquaintance.mark_back(desk, sheet, date(2026, 9, 2), {3: RowMark(RowState.ABSENT)})
    before = acquaintance.sheet(desk, sheet)
    documents.withdraw(desk, make.revision_in_force(document), TODAY, today=TODAY)
    assert acquaintance.sheet(desk, sheet) == before


def test_reviews_due_in_thirty_days_are_spoken_of_the_longest_overdue_first(desk: Desk, make: Make) -> None:
    for code, days in (("ЖН-1", 31), ("ЖН-2", 30), ("ЖН-3", -5), ("ЖН-4", None)):
        review = None if days is None else TODAY + timedelta(days)
        documents.add(desk, DocumentDraft(code, "Құжат", review_on=review))
    due = documents.reviews_due(desk, TODAY)
    assert [(each.code, each.days_over(TODAY)) for each in due] == [("ЖН-3", 5), ("ЖН-2", -30)]
    documents.bin_(desk, [due[0].id])
    assert [each.code for each in documents.reviews_due(desk, TODAY)] == ["ЖН-2"]


def test_what_is_said_of_filing_is_kept_clean(desk: Desk) -> None:
    draft = DocumentDraft("ЖН-1", "Құжат", retention=" 5  жыл ", file_index="03-12", paper_place="АССД\n4-сөре")
    documents.add(desk, draft, None)
    (line,) = documents.lines(desk, documents.ids(desk, DocumentsQuery()))
    assert (line.retention, line.file_index) == ("5 жыл", "03-12")
    assert documents.get(desk, line.id).paper_place == "АССД 4-сөре"


def test_a_day_that_earlier_signatures_forbid_is_told_and_ends_when_it_is_corrected(desk: Desk, make: Make) -> None:
    make.people(1)
    document = make.document("ЖН-ALT-40", "Ереже", date(2026, 9, 1))
    make.audience(document)
    number = make.revision_in_force(document)
    acquaintance.mark_back(desk, make.sheet(document), date(2026, 9, 2), back_on=date(2026, 9, 3))
    with desk.step("A desk of an earlier program") as step:
        step.change(revision_table, number, state="agreed", effective_on=date(2026, 10, 1))
    assert daily.held_up(desk, date(2026, 9, 30)) == []
    assert daily.catch_up(desk, date(2026, 10, 5)) == []
    (held,) = daily.held_up(desk, date(2026, 10, 5))
    assert (held.code, held.revision) == ("ЖН-ALT-40", 1)
    assert (held.effective_on, held.signed_on) == (date(2026, 10, 1), date(2026, 9, 2))
    assert today.today(desk, date(2026, 10, 5)).held_up == (held,)
    documents.put_in_force(desk, number, date(2026, 9, 2), today=date(2026, 10, 5))
    assert daily.held_up(desk, date(2026, 10, 5)) == []
    assert make.revision_in_force(document) == number
