"""What an import of people would do: new, changed, same or doubtful, and what the person's decisions come to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from altdesk.domain.columns import find_heads
from altdesk.domain.errors import Refusal
from altdesk.domain.import_plan import Action, Counts, RowStatus, counted
from altdesk.domain.people import Person, PersonDraft, PersonKind, Post
from altdesk.domain.people_columns import PEOPLE_VOCABULARY
from altdesk.domain.people_decisions import PersonWrite, settle
from altdesk.domain.people_import import person_key, propose
from altdesk.domain.people_matching import full_name, merged
from altdesk.domain.people_plan import (
    ELSEWHERE,
    FULLER_KEPT,
    LEFT,
    LETTERS_LOST,
    SEVERAL_KEPT,
    SHORTER_KEPT,
    SPELLING_STAYS,
    SPELLING_TAKEN,
    TWICE,
    TWICE_POST,
    UNCERTAIN,
    PersonDecision,
    PlannedPerson,
    compare,
)
from tests.data_files import FATHERS, GIVEN, POSTS, SURNAMES

TODAY = date(2026, 11, 22)
HEADS = ["ФИО", "Лауазымы", "Кафедра", "Топ", "email", "Телефон"]


class Register:
    """The people kept, as the store would have them."""

    def __init__(self, *people: PersonDraft) -> None:
        self.people: dict[int, Person] = {}
        for draft in people:
            self.keep(len(self.people) + 1, draft)

    def keep(self, number: int, draft: PersonDraft) -> None:
        values = {name: getattr(draft, name) for name in PersonDraft.__dataclass_fields__}
        self.people[number] = Person(**values, id=number, full_name=full_name(draft))

    def plan(self, *rows: list[Any], heads: list[str] | None = None) -> list[PlannedPerson]:
        table = [heads or HEADS, *([*row, *[None] * (len(heads or HEADS) - len(row))] for row in rows)]
        by_key: dict[str, list[Person]] = {}
        for person in self.people.values():
            by_key.setdefault(person_key(person.full_name), []).append(person)
        return compare(propose(table, find_heads(table, PEOPLE_VOCABULARY), TODAY).rows, by_key)

    def take(
        self, planned: list[PlannedPerson], decisions: dict[int, PersonDecision] | None = None
    ) -> list[PersonWrite]:
        writes = settle(planned, decisions or {}, self.people)
        for write in writes:
            assert person_key(full_name(write.draft)) == " ".join(sorted(write.fold_key.split(" ")))
            self.keep(write.id or max(self.people, default=0) + 1, write.draft)
        return writes


def statuses(planned: list[PlannedPerson]) -> list[str]:
    return [row.status.value for row in planned]


def reasons(row: PlannedPerson) -> list[str]:
    return [reason.message for reason in row.reasons]


AIGUL = PersonDraft("Қасым", "Айгүл", "Ерланқызы", post="маман", unit="Жол", email="a@alt.example")


def test_a_first_import_is_new_and_a_second_is_the_same() -> None:
    register = Register()
    rows = [["Қасым Айгүл Ерланқызы", "маман", "Жол"], ["ОМАР ҰЛАН", "хатшы", None, None, "u@alt.example"]]
    first = register.plan(*rows)
    assert counted(first, 0) == Counts(new=2, repairs=1)
    register.take(first)
    second = register.plan(*rows)
    assert counted(second, 3) == Counts(same=2, skipped=3, repairs=1)
    assert register.take(second) == []


def test_what_changed_is_named_field_by_field() -> None:
    register = Register(AIGUL)
    (row,) = register.plan(["Қасым Айгүл Ерланқызы", "бас маман", None, None, None, "+7 701 000 00 01"])
    assert row.status is RowStatus.CHANGED
    assert [(c.field, c.before, c.after) for c in row.changes] == [
        ("post", "маман", "бас маман"),
        ("phone", "", "+7 701 000 00 01"),
    ]
    assert (row.draft.unit, row.draft.email) == ("Жол", "a@alt.example")
    register.take([row])
    assert register.people[1].post == "бас маман"


def test_empty_cells_never_erase_what_is_kept() -> None:
    register = Register(AIGUL)
    assert statuses(register.plan(["Қасым Айгүл Ерланқызы"])) == ["same"]


def test_a_kind_the_file_does_not_give_never_changes_the_kept_one() -> None:
    register = Register(PersonDraft("Қасым", "Айгүл", kind=PersonKind.OUTSIDER))
    assert statuses(register.plan(["Қасым Айгүл"])) == ["same"]


def test_a_phone_written_otherwise_is_the_same() -> None:
    register = Register(PersonDraft("Қасым", "Айгүл", phone="8 (701) 000-00-01"))
    assert statuses(register.plan(["Қасым Айгүл", None, None, None, None, 77010000001])) == ["same"]


def test_a_name_without_its_kazakh_letters_is_doubtful_and_does_not_replace_the_kept_one() -> None:
    register = Register(AIGUL)
    (row,) = register.plan(["Касым Айгул Ерланкызы", "бас маман"])
    assert (row.status, reasons(row)) == (RowStatus.DOUBTFUL, [SPELLING_STAYS])
    assert row.draft.surname == "Қасым"
    assert row.draft.post == "бас маман"


def test_a_name_with_the_kazakh_letters_it_lacked_is_doubtful_and_would_be_taken() -> None:
    register = Register(PersonDraft("Касым", "Айгул"))
    (row,) = register.plan(["Қасым Айгүл"])
    assert (row.status, reasons(row)) == (RowStatus.DOUBTFUL, [SPELLING_TAKEN])
    register.take([row])
    assert register.people[1].full_name == "Қасым Айгүл"


@pytest.mark.parametrize("place", [["Қасым Айгүл Ерланқызы", None, "Вагон"]])
def test_the_same_name_elsewhere_is_doubtful(place: list[Any]) -> None:
    (row,) = Register(AIGUL).plan(place)
    assert (row.status, reasons(row)) == (RowStatus.DOUBTFUL, [ELSEWHERE])
    assert row.proposed == PersonDecision(Action.UPDATE, id=1)


def test_the_same_name_elsewhere_with_the_same_email_has_moved() -> None:
    (row,) = Register(AIGUL).plan(["Қасым Айгүл Ерланқызы", None, "Вагон", None, "A@alt.example"])
    assert row.status is RowStatus.CHANGED
    assert [c.field for c in row.changes] == ["unit"]


def test_who_has_left_is_doubtful_in_a_list_of_those_who_are_there() -> None:
    register = Register(PersonDraft("Қасым", "Айгүл", left_on=date(2026, 9, 1)))
    (row,) = register.plan(["Қасым Айгүл"])
    assert (row.status, reasons(row)) == (RowStatus.DOUBTFUL, [LEFT])
    assert "01.09.2026" in str(row.reasons[0])
    assert row.proposed.action is Action.SKIP


def test_an_uncertain_split_is_doubtful_once_and_the_same_after_the_person_has_put_it_right() -> None:
    register = Register()
    (row,) = register.plan(["Айгүл Нұрлан Серік Қасым"])
    assert (row.status, reasons(row)) == (RowStatus.DOUBTFUL, [UNCERTAIN])
    right = PersonDraft("Қасым", "Айгүл", "Нұрлан Серік")
    register.take([row], {2: PersonDecision(Action.NEW, draft=right)})
    assert register.people[1].surname == "Қасым"
    assert statuses(register.plan(["Айгүл Нұрлан Серік Қасым"])) == ["same"]


def test_a_name_whose_letters_the_file_has_lost_is_doubtful() -> None:
    (row,) = Register().plan(["?асым Айг?л Ерлан?ызы"])
    assert (row.status, reasons(row)) == (RowStatus.DOUBTFUL, [LETTERS_LOST])


def test_among_namesakes_the_one_who_agrees_is_proposed() -> None:
    register = Register(PersonDraft("Омар", "Ұлан", unit="Жол"), PersonDraft("Омар", "Ұлан", unit="Вагон"))
    (row,) = register.plan(["Омар Ұлан", "маман", "Вагон"])
    assert (row.status, reasons(row)) == (RowStatus.DOUBTFUL, [SEVERAL_KEPT])
    assert row.proposed.id == 2
    assert [match.id for match in row.matches] == [2, 1]
    (row,) = register.plan(["Омар Ұлан", "маман"])
    assert row.proposed.action is Action.SKIP


def test_a_patronymic_left_out_is_doubtful_or_says_nothing_new() -> None:
    register = Register(AIGUL)
    (row,) = register.plan(["Қасым Айгүл", "бас маман"])
    assert (row.status, reasons(row)) == (RowStatus.DOUBTFUL, [FULLER_KEPT])
    assert full_name(row.draft) == "Қасым Айгүл Ерланқызы"
    assert statuses(register.plan(["Қасым А.Е.", "маман", "Жол"])) == ["same"]


def test_a_patronymic_that_was_missing_is_doubtful_and_would_be_taken() -> None:
    register = Register(PersonDraft("Қасым", "А.", "Е."))
    (row,) = register.plan(["Қасым Айгүл Ерланқызы"])
    assert (row.status, reasons(row)) == (RowStatus.DOUBTFUL, [SHORTER_KEPT])
    register.take([row])
    assert register.people[1].full_name == "Қасым Айгүл Ерланқызы"


def test_another_patronymic_is_another_person() -> None:
    assert statuses(Register(AIGUL).plan(["Қасым Айгүл Болатқызы"])) == ["new"]


def test_a_row_twice_in_the_file_is_taken_once() -> None:
    register = Register()
    planned = register.plan(["Омар Ұлан", "маман"], ["Омар Ұлан", "маман", "Жол"])
    assert statuses(planned) == ["new", "doubtful"]
    assert reasons(planned[1]) == [TWICE]
    assert planned[1].proposed == PersonDecision(Action.JOIN, row=2)
    register.take(planned)
    assert [person.unit for person in register.people.values()] == ["Жол"]


def test_a_second_post_in_the_file_becomes_a_further_post() -> None:
    register = Register()
    rows = [["Омар Ұлан", "оқытушы", "Жол"], ["Омар Ұлан", "меңгеруші", "Вагон"], ["Омар Ұлан", "хатшы", "Жол"]]
    planned = register.plan(*rows)
    assert reasons(planned[1]) == [TWICE_POST]
    register.take(planned)
    assert len(register.people) == 1
    assert register.people[1].further_posts == (Post("меңгеруші", "Вагон"), Post("хатшы", "Жол"))
    assert statuses(register.plan(*rows)) == ["same"] * 3


def test_students_of_one_name_in_two_groups_are_two_people() -> None:
    register = Register()
    rows = [["Омар Ұлан", None, None, "ТК-1"], ["Омар Ұлан", None, None, "ТК-2"]]
    planned = register.plan(*rows)
    assert planned[1].proposed.action is Action.NEW
    register.take(planned)
    assert len(register.people) == 2
    assert statuses(register.plan(*rows)) == ["same", "same"]
    assert statuses(register.plan(*reversed(rows))) == ["same", "same"]


def test_the_person_decides() -> None:
    register = Register(AIGUL, PersonDraft("Омар", "Ұлан"))
    planned = register.plan(["Қасым Айгүл Ерланқызы", "бас маман"], ["Омаров Ұлан", "хатшы"], ["Әли Бек"])
    edited = PersonDraft("Әлиев", "Бек")
    writes = register.take(
        planned,
        {
            2: PersonDecision(Action.SKIP),
            3: PersonDecision(Action.UPDATE, id=2),
            4: PersonDecision(Action.NEW, draft=edited),
        },
    )
    assert [(write.id, full_name(write.draft)) for write in writes] == [(2, "Омаров Ұлан"), (None, "Әлиев Бек")]
    assert register.people[1].post == "маман"
    assert register.people[2].post == "хатшы"


def test_a_row_that_joins_one_left_out_is_taken_as_new() -> None:
    register = Register()
    planned = register.plan(["Омар Ұлан", "маман"], ["Омар Ұлан", "хатшы"])
    writes = register.take(planned, {2: PersonDecision(Action.SKIP)})
    assert [write.draft.post for write in writes] == ["хатшы"]


NAMES = st.builds(
    lambda s, g, f, end: f"{s} {g} {f}{end}".strip(),
    st.sampled_from([*SURNAMES[:2], "Карлығашев"]),
    st.sampled_from([*GIVEN[:2], "Е."]),
    st.sampled_from(FATHERS[:2]) | st.just(""),
    st.sampled_from(["ұлы", "қызы", ""]),
)
ROWS = st.lists(
    st.tuples(
        NAMES | st.text(min_size=1, max_size=12),
        st.sampled_from([*POSTS[:3], None]),
        st.sampled_from(["Жол", "Вагон", "жол", None]),
        st.sampled_from(["ТК-1", "ТК-2", None]),
        st.sampled_from(["a@x", "b@x", None]),
        st.sampled_from(["8 701 000 00 01", None]),
    ).map(list),
    min_size=1,
    max_size=8,
)


@settings(deadline=None)
@given(rows=ROWS)
def test_after_taking_everything_as_new_or_joined_a_second_import_has_nothing_to_write(rows: list[list[Any]]) -> None:
    register = Register()
    try:
        register.take(register.plan(*rows))
        second = register.plan(*rows)
    except Refusal:
        return
    assert [row.number for row in second if row.status is RowStatus.NEW] == []
    assert register.take(second) == []
    assert set(statuses(second)) <= {"same"}


@given(rows=ROWS)
def test_what_is_kept_never_loses_a_field_to_an_import(rows: list[list[Any]]) -> None:
    full = merged(AIGUL, [])
    register = Register(full)
    try:
        register.take(register.plan(*rows))
    except Refusal:
        return
    kept = register.people[1]
    assert all((kept.post, kept.unit, kept.email, kept.surname))
