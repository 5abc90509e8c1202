"""Heads are found wherever they stand and in whatever language they are written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.columns import GUESSED, LEFT_OUT, NOT_KEPT, NOT_RECOGNISED, Heads, find_heads
from altdesk.domain.documents_columns import DOCUMENTS_VOCABULARY, DocumentsField
from altdesk.domain.people_columns import PEOPLE_FIELD_NAMES, PEOPLE_VOCABULARY, PeopleField

P = PeopleField
D = DocumentsField

PEOPLE_HEADS = {
    P.FULL_NAME: [
        "ФИО", "Ф.И.О.", "Ф. И. О.", "Т.А.Ә.", "Аты-жөні", "АТЫ-ЖӨНІ", "Аты–жөні", "Тегі, аты, әкесінің аты",
        "Фамилия имя отчество /Тегі, аты, әкесінің аты", "Фамилия, имя, отчество", "Тегі Аты Әкесінің аты",
        "Аты-жөні / Ф.И.О.", "ФИО сотрудника", "Құжатпен танысқан тұлғаның аты-жөні", "Full name", "Name",
        "Ф.И.О\n(полностью)", "Тегі, аты, әкесінің аты (бар болса)", "Фамилия Имя", "Аты жөнi",
    ],
    P.POST: ["Лауазымы", "Лауазымы / Должность", "Должность", "Лауазымы (СҮ)", "Post", "ЛАУАЗЫМЫ", "Лaуaзымы"],
    P.INSTITUTE: ["Институт", "Факультет", "Институты", "Институт / Institute"],
    P.CHAIR: ["Кафедра", "Кафедрасы", "Кафедра (бөлім атауы көрсетілмеген)"],
    P.UNIT: ["Бөлім/Департамент/Подразделение", "Бөлім", "Структурное подразделение", "Құрылымдық бөлімше", "Unit"],
    P.DEPARTMENT: ["Департамент", "Department"],
    P.GROUP: ["Топ/Группа", "Топ", "Группа", "Академиялық топ", "Group"],
    P.COURSE: ["Курс", "курс обучения", "Course"],
    P.GROUP_AND_COURSE: ["Топ, курс", "Группа / курс", "Тобы, курсы"],
    P.EMAIL: ["email", "E-mail", "Эл. почта", "Электрондық пошта", "Электронная почта (e-mail)"],
    P.PHONE: ["Телефон", "Ұялы телефон", "Тел.", "Phone", "Байланыс телефоны", "Сотовый телефон"],
    P.CONTACT: ["Байланыс", "Контакты", "Телефон, e-mail"],
    P.KIND: ["Санаты", "Категория", "Kind", "Санаты / Категория"],
    P.LEFT_ON: ["Жұмыстан шыққан күні", "Дата увольнения", "Left on"],
    P.CONSENT_ON: ["Келісім күні", "Дата согласия"],
    P.NOTE: ["Ескертпе", "Примечание"],
}  # fmt: skip
DOCUMENTS_HEADS = {
    D.CODE: ["Код", "Құжат коды", "Құжаттың белгіленуі / Обозначение документа", "Шифр", "Code", "Коды/Код"],
    D.TITLE: ["Атауы", "Құжаттың атауы", "Наименование документа", "Атауы / Наименование", "Title"],
    D.KIND: ["Түрі", "Вид документа", "Kind", "Түрі / Вид"],
    D.OWNER: ["Иесі", "Жауапты бөлімше", "Владелец", "Ответственный", "Owner"],
    D.REVISION: ["Басылым", "Нұсқа / Версия", "Редакция", "Revision", "Басылымы"],
    D.EFFECTIVE_ON: ["Қолданысқа енгізілген күні", "Дата введения в действие", "Effective date", "Күшіне енген күні"],
    D.REVIEW_ON: ["Қайта қарау күні", "Дата пересмотра", "Review date", "Қайта қарау күні / Дата пересмотра"],
    D.RETENTION: ["Сақтау мерзімі", "Срок хранения", "Retention period"],
    D.FILE_INDEX: ["Іс индексі", "Индекс дела", "File index"],
}  # fmt: skip


def fields(heads: Heads[Any]) -> list[Any]:
    return [column.field for column in heads.columns]


@pytest.mark.parametrize(("field", "head"), [(f, head) for f, heads in PEOPLE_HEADS.items() for head in heads])
def test_a_head_of_a_list_of_people_is_recognised(field: PeopleField, head: str) -> None:
    other = "Лауазымы" if field is P.FULL_NAME else "Аты-жөні"
    heads = find_heads([["№", head, other], [1, "Асан", "Бек"]], PEOPLE_VOCABULARY)
    assert heads.mapping[1] is field
    assert heads.first_row == 1


@pytest.mark.parametrize(("field", "head"), [(f, head) for f, heads in DOCUMENTS_HEADS.items() for head in heads])
def test_a_head_of_a_list_of_documents_is_recognised(field: DocumentsField, head: str) -> None:
    other = "Атауы" if field is D.CODE else "Код"
    heads = find_heads([["№", head, other], [1, "x", "y"]], DOCUMENTS_VOCABULARY)
    assert heads.mapping[1] is field


def test_names_in_parts_win_over_the_name_on_one_line() -> None:
    heads = find_heads([["Тегі", "Аты", "Әкесінің аты", "Аты-жөні"]], PEOPLE_VOCABULARY)
    assert fields(heads) == [P.SURNAME, P.GIVEN_NAME, P.PATRONYMIC, None]


@pytest.mark.parametrize("head", ["Имя", "Аты", "Фамилия", "Тегі"])
def test_one_part_alone_is_a_name_on_one_line(head: str) -> None:
    assert fields(find_heads([["№", head, "Топ"]], PEOPLE_VOCABULARY)) == [None, P.FULL_NAME, P.GROUP]


@pytest.mark.parametrize("above", [0, 1, 7, 19])
def test_heads_are_found_below_titles(above: int) -> None:
    titles = [["«ALT Университеті» АҚ қызметкерлерінің тізімі", None], [None, None], ["2026 жыл", "бекітемін"]] * 7
    heads = find_heads([*titles[:above], ["Аты-жөні", "Лауазымы"], ["Асан Бек", "маман"]], PEOPLE_VOCABULARY)
    assert (heads.found, heads.first_row) == (True, above + 1)


def test_heads_below_the_first_twenty_rows_are_not_looked_for() -> None:
    heads = find_heads([["x", "y"]] * 20 + [["Аты-жөні", "Лауазымы"]], PEOPLE_VOCABULARY)
    assert not heads.found
    assert len(heads.columns) == 2
    assert heads.mapping == {}


def test_heads_in_two_rows_are_read_together() -> None:
    rows = [
        ["№", "Білім алушы", None, None, "Байланыс", None, "Топ"],
        [None, "Тегі", "Аты", "Әкесінің аты", "Телефон", "E-mail", None],
        [1, 2, 3, 4, 5, 6, 7],
    ]
    heads = find_heads(rows, PEOPLE_VOCABULARY)
    assert fields(heads) == [None, P.SURNAME, P.GIVEN_NAME, P.PATRONYMIC, P.PHONE, P.EMAIL, P.GROUP]
    assert heads.first_row == 2


def test_a_kazakh_and_a_russian_row_of_heads_are_one() -> None:
    rows = [["Аты-жөні", "Лауазымы", "Кафедра"], ["ФИО", "Должность", "Кафедра"], ["Асан Бек", "маман", "Жол"]]
    heads = find_heads(rows, PEOPLE_VOCABULARY)
    assert fields(heads) == [P.FULL_NAME, P.POST, P.CHAIR]
    assert heads.first_row == 2
    assert heads.columns[0].heading == "Аты-жөні / ФИО"


def test_what_is_left_out_is_said() -> None:
    heads = find_heads(
        [["Аты-жөні", "ЖСН", "Көзінің түсі", "Телефон", "Сотовый", "№", "ФИО руководителя"]], PEOPLE_VOCABULARY
    )
    assert heads.mapping == {0: P.FULL_NAME, 3: P.PHONE}
    said = {column.index: column.remark.message for column in heads.columns if column.remark}
    assert said == {1: NOT_KEPT, 2: NOT_RECOGNISED, 4: LEFT_OUT, 6: NOT_RECOGNISED}


def test_a_column_guessed_by_a_part_of_its_head_is_to_be_checked() -> None:
    heads = find_heads([["Аты-жөні", "Қазіргі лауазымы"]], PEOPLE_VOCABULARY)
    assert heads.mapping[1] is P.POST
    assert [r.message for r in heads.remarks] == [GUESSED]


def test_the_person_can_say_what_a_column_holds() -> None:
    heads = find_heads([["x", "y"], ["Асан Бек", "маман"]], PEOPLE_VOCABULARY).with_mapping({0: P.FULL_NAME, 1: P.POST})
    assert fields(heads) == [P.FULL_NAME, P.POST]
    assert heads.first_row == 0


def test_every_field_has_a_name() -> None:
    assert set(PEOPLE_FIELD_NAMES) == set(PeopleField)


CELLS = st.none() | st.text(max_size=12) | st.integers() | st.floats() | st.booleans() | st.dates()
RECTANGLES = st.integers(0, 5).flatmap(lambda w: st.lists(st.lists(CELLS, min_size=w, max_size=w), max_size=8))


@given(rows=RECTANGLES)
def test_any_table_at_all_has_heads_or_none(rows: list[list[Any]]) -> None:
    for vocabulary in (PEOPLE_VOCABULARY, DOCUMENTS_VOCABULARY):
        heads = find_heads(rows, vocabulary)
        assert 0 <= heads.first_row <= len(rows)
