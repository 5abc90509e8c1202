"""People are taken out of whatever a list looks like: mended, taken apart, nothing lost."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.cell_columns import NO_COURSE, is_plain
from altdesk.domain.clean import REPAIR_NAMES, Cleaned, RepairKind, clean
from altdesk.domain.columns import find_heads
from altdesk.domain.errors import Refusal
from altdesk.domain.fold import fold
from altdesk.domain.names import NameParts, one_line, split_full_name
from altdesk.domain.people import PersonKind
from altdesk.domain.people_columns import PEOPLE_VOCABULARY
from altdesk.domain.people_import import NO_EMAIL, NO_KIND, DraftRow, Proposal, propose
from altdesk.domain.people_names import CAPITALS, usual_split
from altdesk.domain.people_rows import HEADS_AGAIN, NO_NAME, SECTION, SECTION_TAKEN, TOTAL
from tests.data_files import FATHERS, GIVEN, SURNAMES

TODAY = date(2026, 11, 22)


def proposed(*rows: list[Any]) -> Proposal:
    """What a list proposes, its first row being the heads."""
    width = max(map(len, rows))
    padded = [[*row, *[None] * (width - len(row))] for row in rows]
    return propose(padded, find_heads(padded, PEOPLE_VOCABULARY), TODAY)


def one(*rows: list[Any]) -> DraftRow:
    found = proposed(*rows).rows
    assert len(found) == 1
    return found[0]


def test_a_full_name_in_one_cell_is_taken_apart() -> None:
    row = one(["ФИО"], ["Қасым Айгүл Ерланқызы"])
    assert (row.draft.surname, row.draft.given_name, row.draft.patronymic) == ("Қасым", "Айгүл", "Ерланқызы")
    assert row.certain
    assert row.one_cell
    assert row.number == 2


@pytest.mark.parametrize("name", ["Айгүл Қасымова", "Тәуекел З.Е.", "Нұрлан", "А Б В Г"])
def test_a_split_that_is_a_guess_says_so(name: str) -> None:
    row = one(["ФИО", "Лауазымы"], [name, "маман"])
    assert not row.certain
    draft = row.draft
    assert sorted(f"{draft.surname}{draft.given_name}{draft.patronymic}".replace(" ", "")) == sorted(
        name.replace(" ", "")
    )


def test_capitals_spaces_look_alikes_and_loose_accents_are_mended_and_shown() -> None:
    row = one(["ФИО", "Лауазымы"], ["ҚAСЫМ  АЙГҮЛ ЕРЛАНҚЫЗЫ", "Мемлекеттiк қызметшi и\u0306"])
    assert (row.draft.surname, row.draft.given_name) == ("Қасым", "Айгүл")
    assert row.draft.post == "Мемлекеттік қызметші й"
    said = {(repair.field, repair.message) for repair in row.repairs}
    assert ("full_name", CAPITALS) in said
    for field, kind in [
        ("full_name", RepairKind.SPACES),
        ("full_name", RepairKind.LOOK_ALIKE),
        ("post", RepairKind.COMPOSED),
    ]:
        assert (field, REPAIR_NAMES[kind]) in said


def test_names_in_parts_are_kept_as_they_are_given() -> None:
    row = one(["Тегі", "Аты", "Әкесінің аты"], ["ҚАСЫМ", "Ян-Іңкәр", None])
    assert (row.draft.surname, row.draft.given_name, row.draft.patronymic) == ("Қасым", "Ян-Іңкәр", "")
    assert row.certain
    assert not row.one_cell


def test_the_most_specific_unit_counts_and_the_one_above_is_noted() -> None:
    found = proposed(
        ["ФИО", "Институт", "Кафедра", "Бөлім"],
        ["Қасым Айгүл", "Көлік институты", "Жол кафедрасы", None],
        ["Әлиев Бек", "Көлік институты", None, "-"],
        ["Омар Ұлан", "Көлік институты", "Жол кафедрасы", "Зертхана"],
    )
    assert [row.draft.unit for row in found.rows] == ["Жол кафедрасы", "Көлік институты", "Зертхана"]
    assert found.unit_parents == {"Жол кафедрасы": "Көлік институты", "Зертхана": "Жол кафедрасы"}


@pytest.mark.parametrize(
    ("cell", "course"),
    [(2, 2), ("2", 2), ("2 курс", 2), ("3-курс", 3), ("II", 2), ("ІІІ курс", 3), (None, None), ("-", None)],
)
def test_a_course_is_a_number(cell: Any, course: int | None) -> None:
    row = one(["ФИО", "Топ", "Курс"], ["Қасым Айгүл", "ТК-21-1", cell])
    assert row.draft.course == course
    assert row.draft.kind is PersonKind.STUDENT
    assert row.problems == ()


def test_a_course_that_is_none_is_a_problem_of_its_row_only() -> None:
    found = proposed(["ФИО", "Курс"], ["Қасым Айгүл", "бітірген"], ["Омар Ұлан", 1]).rows
    assert [r.message for r in found[0].problems] == [NO_COURSE]
    assert found[1].problems == ()


@pytest.mark.parametrize(
    ("cell", "group", "course"),
    [
        ("ТК-21-1, 2 курс", "ТК-21-1", 2),
        ("ТК-21-1, 2", "ТК-21-1", 2),
        ("2-курс ТК-21-1", "ТК-21-1", 2),
        ("ТК-21-1", "ТК-21-1", None),
    ],
)
def test_group_and_course_in_one_cell_are_taken_apart(cell: str, group: str, course: int | None) -> None:
    row = one(["ФИО", "Топ, курс"], ["Қасым Айгүл", cell])
    assert (row.draft.group, row.draft.course) == (group, course)


@pytest.mark.parametrize(
    ("cell", "email", "phone"),
    [
        ("+7 701 000 00 01", "", "+7 701 000 00 01"),
        ("a@alt.example", "a@alt.example", ""),
        ("+7 701 000 00 01, a@alt.example", "a@alt.example", "+7 701 000 00 01"),
        ("a@alt.example; 8-701-0000001", "a@alt.example", "8-701-0000001"),
        ("a@alt.example +7 701 000 00 01", "a@alt.example", "+7 701 000 00 01"),
    ],
)
def test_contacts_in_one_cell_are_told_apart(cell: str, email: str, phone: str) -> None:
    row = one(["ФИО", "Байланыс"], ["Қасым Айгүл", cell])
    assert (row.draft.email, row.draft.phone) == (email, phone)


@pytest.mark.parametrize(
    "cell", ["01.09.2026", date(2026, 9, 1), datetime(2026, 9, 1, 12, 0), 46266, "2026-09-01", "1 қыркүйек 2026"]
)
def test_days_come_from_excel_or_text(cell: Any) -> None:
    assert one(["ФИО", "Жұмыстан шыққан күні"], ["Қасым Айгүл", cell]).draft.left_on == date(2026, 9, 1)


def test_a_day_that_is_none_and_an_email_that_is_none_are_problems() -> None:
    row = one(["ФИО", "Дата увольнения", "email", "Санаты"], ["Қасым Айгүл", "кешегі күз", "жоғалған", "марсиан"])
    assert row.draft.left_on is None
    assert row.draft.email == "жоғалған"
    assert len(row.problems) == 3
    assert {NO_EMAIL, NO_KIND} <= {problem.message for problem in row.problems}
    assert all("%(" not in str(problem) for problem in row.problems)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("студент", PersonKind.STUDENT), ("ППС", PersonKind.STAFF), ("Қызметкер", PersonKind.STAFF),
        ("білім алушы", PersonKind.STUDENT), ("сыртқы", PersonKind.OUTSIDER), ("гость", PersonKind.OUTSIDER),
        ("staff", PersonKind.STAFF), ("магистрант", PersonKind.STUDENT),
    ],
)  # fmt: skip
def test_the_kind_of_a_person_is_understood(said: str, kind: PersonKind) -> None:
    row = one(["ФИО", "Санаты"], ["Қасым Айгүл", said])
    assert row.draft.kind is kind
    assert row.kind_given


def test_a_number_in_a_text_column_is_written_without_a_point() -> None:
    row = one(["ФИО", "Телефон", "Топ"], ["Қасым Айгүл", 77010000001, 101.0])
    assert (row.draft.phone, row.draft.group) == ("77010000001", "101")


def test_rows_that_hold_nobody_are_left_out_with_a_reason() -> None:
    found = proposed(
        ["№", "ФИО", "Лауазымы"],
        [1, 2, 3],
        [1, "Қасым Айгүл", "маман"],
        [None, None, None],
        [2, None, "бос орын"],
        ["№", "ФИО", "Лауазымы"],
        ["Студенттер тобы", None, None],
        ["Барлығы:", None, 12],
        [None, "Итого", 1],
        [3, "-", "маман"],
        [4, "Омар Ұлан", "маман"],
    )
    assert [row.number for row in found.rows] == [3, 11]
    assert [(s.number, s.reason.message) for s in found.skipped] == [
        (2, NO_NAME), (5, NO_NAME), (6, HEADS_AGAIN), (7, SECTION), (8, TOTAL), (9, TOTAL), (10, NO_NAME),
    ]  # fmt: skip
    assert found.skipped[1].text == "2 · бос орын"


def test_a_heading_between_people_names_their_unit_where_no_column_does() -> None:
    found = proposed(
        ["№", "ФИО", "Лауазымы"],
        ["Жол кафедрасы", None, None],
        [1, "Қасым Айгүл", "маман"],
        ["Тәрбие және әлеуметтік жұмыс департаменті", None, None],
        [2, "Омар Ұлан", "маман"],
    )
    assert [row.draft.unit for row in found.rows] == ["Жол кафедрасы", "Тәрбие және әлеуметтік жұмыс департаменті"]
    assert [s.reason.message for s in found.skipped] == [SECTION_TAKEN, SECTION_TAKEN]


def test_a_list_without_names_or_without_people_is_refused() -> None:
    with pytest.raises(Refusal, match="Choose the column"):
        proposed(["x", "y"], ["Қасым", "маман"])
    with pytest.raises(Refusal, match="nobody"):
        proposed(["ФИО"], [None])


HOSTILE = [
    "<b>Қасым</b> Айгүл", "Қасым & Ко", "%s %(name)s", '"Айгүл" «Қасым»', "=1+1 Қасым", "Айгүл 😀", "محمد علي",
    "Ж" * 300, "Қ" * 2000, "e\u0301\u0302\u0303 Қасым", "Қас\x00ым Айгүл", "Қас\ud800ым Айгүл", "Қасым\nАйгүл",
    "O'Neil-Қасым",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_loses_no_letter(name: str) -> None:
    row = one(["ФИО", "Лауазымы"], [name, name])
    kept = one_line(NameParts(row.draft.surname, row.draft.given_name, row.draft.patronymic))
    assert letters(kept) == letters(clean(name).text)
    assert row.draft.post == clean(name).text


def letters(text: str) -> list[str]:
    return sorted(text.casefold().replace(" ", ""))


@given(name=st.text(min_size=1, max_size=40).filter(lambda text: any(map(str.isalpha, text))))
def test_no_letter_of_any_name_is_lost(name: str) -> None:
    try:
        found = proposed(["ФИО", "Лауазымы"], [name, "маман"])
    except Refusal:
        return
    for row in found.rows:
        draft = row.draft
        kept = letters(draft.surname + draft.given_name + draft.patronymic)
        assert [c for c in letters(clean(name).text) if c.isalpha() and c not in kept] == []
        assert row.fold_key == fold(one_line(NameParts(draft.surname, draft.given_name, draft.patronymic)))


CELLS = st.none() | st.text(max_size=12) | st.integers() | st.floats() | st.booleans() | st.dates() | st.datetimes()


@given(rows=st.lists(st.lists(CELLS, min_size=8, max_size=8), min_size=1, max_size=6))
def test_any_cells_at_all_are_proposed_or_refused(rows: list[list[Any]]) -> None:
    heads = ["ФИО", "Курс", "Жұмыстан шыққан күні", "Топ", "Байланыс", "Санаты", "Кафедра", "Институт"]
    try:
        found = proposed(heads, *rows)
    except Refusal:
        return
    assert len(found.rows) + len(found.skipped) <= len(rows)


@given(text=st.text(max_size=20) | st.text("ab @.+7-é ", max_size=12))
def test_a_plain_text_is_one_that_cleaning_leaves_alone(text: str) -> None:
    if is_plain(text):
        assert clean(text) == Cleaned(text)


WORDS = st.sampled_from([
    *SURNAMES,
    *GIVEN,
    *[f + end for f in FATHERS for end in ("ұлы", "қызы", "ович", "евна")],
    "Ли",
    "А.",
    "ұлы",
])


@given(
    words=st.lists(WORDS, min_size=1, max_size=4) | st.lists(st.text(min_size=1, max_size=9), min_size=3, max_size=3)
)
def test_usual_names_are_taken_apart_as_all_others(words: list[str]) -> None:
    text = " ".join(" ".join(words).split())
    usual = usual_split(text)
    assert usual is None or usual == split_full_name(text)
