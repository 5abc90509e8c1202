"""Changes (§12): numbers without a gap, printed entries that stay, rounds of acquaintance a change of meaning opens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry, RowMark, RowState
from altdesk.domain.changes import Change, ChangeDraft, ChangeKind
from altdesk.domain.documents import DocumentDraft, Who
from altdesk.domain.errors import Refusal
from altdesk.domain.norms import NormDraft, NormState
from altdesk.forms.form import PrintOptions
from altdesk.forms.render import laid_out
from altdesk.services import acquaintance, changes, documents, norms, people, printing, rounds, today
from altdesk.services.papers import acquaintance as acquaintance_papers
from altdesk.services.papers import changes as change_papers
from tests.make import EFFECTIVE, Make

DAY = date(2026, 11, 20)
MEANING = ChangeDraft("5.5.2", "Жоспарды проректор бекітеді", DAY, Who("Мұхамеджан Әсем"), ChangeKind.MEANING)
EDITORIAL = replace(MEANING, change="Үтір қосылды", kind=ChangeKind.EDITORIAL)


@pytest.fixture
def document(make: Make) -> int:
    """A document that three people must know and have signed."""
    make.people(3)
    document = make.document()
    make.audience(document)
    sheet = make.sheet(document)
    acquaintance.mark_back(make.desk, sheet, date(2026, 9, 2), back_on=date(2026, 9, 3))
    return document


def entries(desk: Desk, document: int) -> list[Change]:
    return changes.of_document(desk, document)


def add(desk: Desk, document: int, draft: ChangeDraft = EDITORIAL) -> int:
    made = changes.add(desk, document, draft).id
    assert made is not None
    return made


def print_(desk: Desk, document: int, tmp_path, blank_rows: int = 0, first: int = 1) -> list[str]:
    """Print the sheet and answer the texts that stand on the paper."""
    paper, options = change_papers.changes(desk, document, first), PrintOptions(blank_rows=blank_rows)
    printing.save(desk, paper, tmp_path / "sheet.pdf", options, DAY)
    return [text.text for page in laid_out(paper.form, paper.data, options).pages for text in page.texts]


def covered(desk: Desk) -> list[tuple[int, int]]:
    return [(line.signed, line.total) for line in acquaintance.coverage(desk)]


def test_entries_are_numbered_for_each_document(desk: Desk, make: Make) -> None:
    one, other = make.document(), make.document()
    for where in (one, one, other):
        add(desk, where)
    assert [each.number for each in entries(desk, one)] == [1, 2]
    assert [(line.code, line.entry.number) for line in changes.lines(desk)] == [
        ("ҚР-ALT-01", 1),
        ("ҚР-ALT-01", 2),
        ("ҚР-ALT-02", 1),
    ]


def test_an_entry_knows_the_revision_in_force_and_freezes_the_name(desk: Desk, make: Make) -> None:
    person = make.person("Мұхамеджан", "Әсем")
    add(desk, make.document())
    (entry,) = entries(desk, make.document() - 1)
    assert (entry.revision, entry.who) == (1, Who("Мұхамеджан Әсем", person))
    people.save(desk, person, replace(people.get(desk, person), surname="Асанова"))
    assert changes.get(desk, entry.id).who.name == "Мұхамеджан Әсем"


@pytest.mark.parametrize(
    ("without", "field"),
    [
        ({"change": " "}, "change"),
        ({"on": None}, "on"),
        ({"who": Who()}, "name"),
        ({"kind": None}, "kind"),
        ({"corrects": 7}, "corrects"),
    ],
)
def test_what_an_entry_needs_is_asked_for_under_its_field(desk: Desk, make: Make, without, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        changes.add(desk, make.document(), replace(EDITORIAL, **without))
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2206, 11, 26), "more than a year ahead"),
        (DAY + timedelta(367), "more than a year ahead"),
        (EFFECTIVE - timedelta(1), r"in force since 01\.09\.2026"),
    ],
)
def test_a_day_on_which_nothing_can_have_been_changed_is_refused(desk: Desk, make: Make, on: date, said: str) -> None:
    document = make.document()
    made = add(desk, document)
    wrong = replace(EDITORIAL, on=on)
    for road in (
        lambda: changes.add(desk, document, wrong, today=DAY),
        lambda: changes.save(desk, made, wrong, today=DAY),
    ):
        with pytest.raises(Refusal, match=said) as refused:
            road()
        assert refused.value.field == "on"
    changes.add(desk, document, replace(EDITORIAL, on=DAY + timedelta(366)), today=DAY)


def test_what_was_changed_before_a_revision_the_desk_never_knew_can_be_typed_in(desk: Desk, make: Make) -> None:
    known = documents.add(desk, DocumentDraft("ЖН-ALT-50", "Бұрынғы құжат"), 3, EFFECTIVE).id
    assert known is not None
    changes.add(desk, known, replace(EDITORIAL, on=date(2024, 5, 6)))
    assert [each.on for each in entries(desk, known)] == [date(2024, 5, 6)]


def test_a_day_to_sign_by_over_a_year_ahead_is_refused(desk: Desk, document: int) -> None:
    made = add(desk, document, MEANING)
    with pytest.raises(Refusal, match="more than a year ahead") as refused:
        changes.ask_again(desk, made, date(2206, 12, 4), today=DAY)
    assert refused.value.field == "due_on"


def test_before_it_is_printed_an_entry_is_changed_and_the_newest_removed(desk: Desk, make: Make) -> None:
    document = make.document()
    first, second = add(desk, document), add(desk, document)
    changes.save(desk, first, replace(EDITORIAL, paragraph="2.1 (екінші)"))
    assert entries(desk, document)[0].paragraph == "2.1 (екінші)"
    with pytest.raises(Refusal, match="Only the newest"):
        changes.remove(desk, first)
    changes.remove(desk, second)
    assert [each.number for each in entries(desk, document)] == [1]


def test_a_printed_entry_is_edited_on_no_road_and_corrected_by_a_new_one(desk: Desk, make: Make, tmp_path) -> None:
    document = make.document()
    first = add(desk, document)
    with pytest.raises(Refusal, match="not printed yet"):
        changes.add(desk, document, replace(EDITORIAL, corrects=1))
    print_(desk, document, tmp_path)
    kept = changes.get(desk, first)
    assert (kept.sheet, kept.printed_on) == (1, DAY)
    for road in (lambda: changes.save(desk, first, MEANING), lambda: changes.remove(desk, first), desk.undo):
        with pytest.raises(Refusal, match="new entry"):
            road()
    assert changes.get(desk, first) == kept
    add(desk, document, replace(EDITORIAL, change="5.5.3 деп оқылсын", corrects=1))
    texts = print_(desk, document, tmp_path)
    assert entries(desk, document)[1].corrects == 1
    assert "№ 1 жазбаға түзету: 5.5.3 деп оқылсын" in texts


def test_what_was_printed_stands_on_its_sheet_and_what_is_new_on_the_next(desk: Desk, make: Make, tmp_path) -> None:
    document = make.document("ЖН-1", "Бірінші атауы")
    add(desk, document)
    print_(desk, document, tmp_path)
    documents.save(desk, document, replace(documents.get(desk, document), title="Екінші атауы"))
    add(desk, document)
    texts = print_(desk, document, tmp_path)
    assert [each.sheet for each in entries(desk, document)] == [1, 2]
    assert ["Парақ № 1" in texts, "Парақ № 2 (жалғасы)" in texts] == [True, True]
    assert ["ЖН-1 «Бірінші атауы»" in texts, "ЖН-1 «Екінші атауы»" in texts] == [True, True]
    assert "Парақ № 1" not in print_(desk, document, tmp_path, first=2)
    assert len(changes.sheets(desk, document)) == 2


def test_the_head_is_exactly_that_of_the_source(desk: Desk, make: Make, tmp_path) -> None:
    texts = print_(desk, make.document(), tmp_path)
    heads = ["№", "Параграф", "Енгізілетін өзгерістер", "Күні", "Аты-жөні, қолтаңба", "1", "2", "3", "4", "5"]
    start = texts.index("№")
    assert texts[start : start + 10] == heads


def test_rows_printed_blank_have_numbers_and_are_typed_in_later(desk: Desk, make: Make, tmp_path) -> None:
    document = make.document()
    add(desk, document)
    texts = print_(desk, document, tmp_path, blank_rows=2)
    assert {"1", "2", "3"} <= set(texts)
    add(desk, document)
    assert [(each.number, each.blank, each.sheet) for each in entries(desk, document)] == [
        (1, False, 1),
        (2, True, 1),
        (3, True, 1),
        (4, False, None),
    ]
    blank = entries(desk, document)[1]
    changes.save(desk, blank.id, replace(MEANING, change="Қолмен жазылған"))
    assert entries(desk, document)[1].change == "Қолмен жазылған"
    with pytest.raises(Refusal, match="is printed"):
        changes.save(desk, blank.id, EDITORIAL)
    desk.undo()
    assert entries(desk, document)[1].blank


def test_printing_again_what_is_printed_changes_nothing(desk: Desk, make: Make, tmp_path) -> None:
    document = make.document()
    add(desk, document)
    print_(desk, document, tmp_path)
    before, kept = (tmp_path / "sheet.pdf").read_bytes(), entries(desk, document)
    print_(desk, document, tmp_path)
    assert (tmp_path / "sheet.pdf").read_bytes() == before
    assert entries(desk, document) == kept


def test_only_what_stands_on_the_pages_printed_is_printed(desk: Desk, make: Make, tmp_path) -> None:
    document = make.document()
    long = "Жұмыс жоспарын бекіту тәртібі өзгертілді. " * 12
    for at in range(1, 13):
        add(desk, document, replace(EDITORIAL, change=f"{at}. {long}"))
    whole = laid_out(
        change_papers.changes(desk, document).form, change_papers.changes(desk, document).data, PrintOptions()
    )
    rows = [list(page.rows) for page in whole.pages]
    assert len(rows) == 3

    def pages(chosen: str, blank_rows: int = 0) -> list[int]:
        options = PrintOptions(blank_rows=blank_rows, pages=chosen)
        printing.save(desk, change_papers.changes(desk, document), tmp_path / "part.pdf", options, DAY)
        return [each.number for each in entries(desk, document) if each.printed]

    assert pages("1") == rows[0]
    changes.save(desk, entries(desk, document)[-1].id, replace(EDITORIAL, change="Басқаша"))
    with pytest.raises(Refusal, match="is printed"):
        changes.save(desk, entries(desk, document)[0].id, EDITORIAL)
    with pytest.raises(Refusal, match="Only the newest|is printed"):
        changes.remove(desk, entries(desk, document)[0].id)
    assert pages("1-3") == list(range(1, 13))
    assert pages("1", blank_rows=5) == list(range(1, 13))


def test_a_later_page_printed_first_keeps_the_place_of_the_rows_before(desk: Desk, make: Make, tmp_path) -> None:
    document = make.document()
    for _ in range(30):
        add(desk, document)
    paper = change_papers.changes(desk, document)
    first, second = (list(page.rows) for page in laid_out(paper.form, paper.data, PrintOptions()).pages)
    printing.save(desk, paper, tmp_path / "second.pdf", PrintOptions(pages="2"), DAY)
    assert [each.number for each in entries(desk, document) if each.printed] == second
    again = change_papers.changes(desk, document)
    assert [(sheet.number, len(sheet.entries)) for sheet in again.data.sheets] == [(1, 30), (2, 0)]
    printing.save(desk, again, tmp_path / "first.pdf", PrintOptions(pages="1"), DAY)
    assert {each.sheet for each in entries(desk, document)} == {1}
    assert len(first) + len(second) == 30
    assert len(changes.sheets(desk, document)) == 1


def test_a_paper_looked_at_before_a_change_is_not_recorded_as_printed(desk: Desk, make: Make) -> None:
    document = make.document()
    first = add(desk, document)
    paper = change_papers.changes(desk, document)
    rendered = printing.render(desk, paper)
    changes.save(desk, first, MEANING)
    with pytest.raises(Refusal, match="changed meanwhile"):
        printing.record(paper, rendered, PrintOptions())
    assert not entries(desk, document)[0].printed


def test_a_change_of_meaning_asks_exactly_the_audience_again(desk: Desk, document: int, make: Make) -> None:
    assert covered(desk) == [(3, 3)]
    make.person("Сыртқы", left_on=None)
    documents.set_audience(desk, document, [AudienceEntry(person_id=number) for number in (1, 2, 3)])
    entry = add(desk, document, MEANING)
    assert changes.get(desk, entry).unasked
    assert changes.asking(desk, entry).people == 3
    made = changes.ask_again(desk, entry, date(2026, 12, 4), today=DAY).id
    assert made is not None
    sheet = acquaintance.sheet(desk, made)
    assert sorted(row.person_id for row in sheet.rows if row.person_id) == [1, 2, 3]
    assert (sheet.round, sheet.change_number, sheet.change_on, sheet.expected_on) == (1, 1, DAY, date(2026, 12, 4))
    assert (changes.get(desk, entry).round, changes.get(desk, entry).due_on) == (1, date(2026, 12, 4))
    assert covered(desk) == [(0, 3)]
    assert [len(each.documents) for each in acquaintance.debts(desk)] == [1, 1, 1]
    acquaintance.mark_back(desk, made, DAY)
    assert covered(desk) == [(3, 3)]


def test_what_was_signed_before_stays_on_its_sheet_and_counts_no_more(desk: Desk, document: int) -> None:
    old = acquaintance.sheet_by_number(desk, 1)
    changes.ask_again(desk, add(desk, document, MEANING), today=DAY)
    assert acquaintance.sheet_by_number(desk, 1) == old
    acquaintance.mark(desk, old.id, {1: RowMark(RowState.SIGNED, date(2026, 9, 4))})
    assert covered(desk) == [(0, 3)]
    assert [line.superseded for line in acquaintance.sheet_lines(desk)] == [False, True]


def test_a_signature_is_not_dated_before_the_change_it_knows(desk: Desk, document: int) -> None:
    made = changes.ask_again(desk, add(desk, document, MEANING), today=DAY).id
    assert made is not None
    with pytest.raises(Refusal, match=r"change of meaning is of 20\.11\.2026"):
        acquaintance.mark_back(desk, made, date(2026, 11, 19))


def test_undo_takes_the_round_back_with_everything_it_did(desk: Desk, document: int) -> None:
    entry = add(desk, document, MEANING)
    changes.ask_again(desk, entry, today=DAY)
    desk.undo()
    assert covered(desk) == [(3, 3)]
    assert changes.get(desk, entry).unasked
    desk.redo()
    assert covered(desk) == [(0, 3)]


def test_who_was_away_during_the_change_owes_it_on_coming_back(desk: Desk, document: int) -> None:
    people.leave(desk, [1], date(2026, 10, 1))
    changes.ask_again(desk, add(desk, document, MEANING), today=DAY)
    assert covered(desk) == [(0, 2)]
    people.come_back(desk, [1])
    assert covered(desk) == [(0, 3)]
    assert 1 in {each.person.id for each in rounds.listed(desk, documents.get(desk, document).revisions[0].id)}


def test_who_left_during_the_round_is_closed_and_their_row_too(desk: Desk, document: int) -> None:
    made = changes.ask_again(desk, add(desk, document, MEANING), today=DAY).id
    assert made is not None
    people.leave(desk, [1], DAY)
    assert covered(desk) == [(0, 2)]
    row = next(row for row in acquaintance.sheet(desk, made).rows if row.person_id == 1)
    assert row.state is RowState.LEFT


def test_nobody_waits_for_the_sheet_of_an_older_round(desk: Desk, document: int) -> None:
    people_of_second = changes.ask_again(desk, add(desk, document, MEANING), date(2026, 11, 25), today=DAY).id
    assert people_of_second is not None
    acquaintance.printed(desk, people_of_second, None, DAY)
    changes.ask_again(desk, add(desk, document, MEANING), date(2026, 12, 25), today=DAY)
    found = today.today(desk, date(2026, 12, 1))
    assert (found.overdue, found.out, len(found.unprinted)) == ((), (), 1)
    assert {owed.on_sheet for each in acquaintance.debts(desk) for owed in each.documents} == {3}


def test_only_an_unasked_change_of_meaning_asks(desk: Desk, document: int, make: Make) -> None:
    editorial, first, second = add(desk, document), add(desk, document, MEANING), add(desk, document, MEANING)
    with pytest.raises(Refusal, match="Only a change of meaning"):
        changes.ask_again(desk, editorial)
    changes.ask_again(desk, second, today=DAY)
    with pytest.raises(Refusal, match="has asked its people already"):
        changes.ask_again(desk, second)
    with pytest.raises(Refusal, match="Change 3 has asked the same people"):
        changes.ask_again(desk, first)
    with pytest.raises(Refusal, match="changes the meaning"):
        changes.save(desk, second, EDITORIAL)
    with pytest.raises(Refusal, match="Others rely"):
        changes.remove(desk, second)
    without = add(desk, make.document(), MEANING)
    with pytest.raises(Refusal, match="Choose first who must know"):
        changes.ask_again(desk, without)
    draft = add(desk, make.document(effective_on=None), MEANING)
    with pytest.raises(Refusal, match="no revision in force"):
        changes.ask_again(desk, draft)


def test_the_sheet_says_which_change_it_is_about(desk: Desk, document: int) -> None:
    made = changes.ask_again(desk, add(desk, document, MEANING), today=DAY).id
    assert made is not None
    paper = acquaintance_papers.acquaintance(desk, made)
    texts = [text.text for page in laid_out(paper.form, paper.data, PrintOptions()).pages for text in page.texts]
    assert any("Өзгеріс: № 1, 20.11.2026" in text for text in texts)


def test_the_next_revision_begins_without_rounds(desk: Desk, document: int) -> None:
    changes.ask_again(desk, add(desk, document, MEANING), today=DAY)
    documents.add_revision(desk, document, 2, DAY, today=DAY)
    assert covered(desk) == [(0, 3)]
    made = acquaintance.make_sheet(desk, documents.get(desk, document).revisions[0].id).id
    assert made is not None
    assert (acquaintance.sheet(desk, made).round, acquaintance.sheet(desk, made).change_number) == (0, None)
    acquaintance.mark_back(desk, made, DAY)
    assert covered(desk) == [(3, 3)]


def test_nobody_is_asked_to_sign_a_change_by_a_day_before_it(desk: Desk, document: int) -> None:
    entry = add(desk, document, MEANING)
    with pytest.raises(Refusal, match=r"The change is of 20\.11\.2026"):
        changes.ask_again(desk, entry, date(2026, 11, 19), today=DAY)
    assert changes.get(desk, entry).round == 0
    changes.ask_again(desk, entry, date(2026, 11, 20), today=DAY)


def test_an_entry_answers_what_a_norm_asked_of_the_document(desk: Desk, make: Make) -> None:
    document = make.document()
    law = norms.add(desk, NormDraft("№ 285-V", "Мемлекеттік жастар саясаты туралы")).id
    assert law is not None
    norms.cite(desk, document, [law])
    norms.mark(desk, law, NormState.CHANGED, date(2026, 11, 1))
    assert len(norms.flags(desk, document)) == 1
    entry = add(desk, document, replace(EDITORIAL, answers=(law,)))
    assert norms.flags(desk, document) == []
    with pytest.raises(Refusal, match="Others rely"):
        changes.remove(desk, entry)
    desk.undo()
    assert len(norms.flags(desk, document)) == 1
