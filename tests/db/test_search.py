"""The words to find by: the first rows of a list are those of the whole list, however the question is planned."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select, text

from altdesk.desk import Desk
from altdesk.domain.minutes_lists import MinutesQuery
from altdesk.domain.people import PeopleQuery, PersonDraft
from altdesk.services import minutes, people
from db import search
from db.models.documents import document
from tests.make import Make

NAMES = ("Асанов", "А-Хан", "Ахметов", "Хан Али", "Әли-Хан", "О'Коннор", "Ан", "Анна-Мария", "Хан-Али", "Ли")
ASKED = ("а", "ах", "ахан", "хан", "али хан", "анна м", "аннам", "ханали", "оконнор", "к", "ли а",
         "а х", "а х л", "ха әл", "жоқ", "-")  # fmt: skip

LITERAL = {"literal_binds": True}


@pytest.mark.parametrize("few", [0, 1, 2000])
@pytest.mark.parametrize("dense", [0, 2, 9000])
def test_rare_and_common_words_find_the_same(
    desk: Desk, make: Make, monkeypatch: pytest.MonkeyPatch, dense: int, few: int
) -> None:
    for name in NAMES:
        make.person(name)
    monkeypatch.setattr(search, "DENSE", dense)
    monkeypatch.setattr(search, "FEW", few)
    for asked in ASKED:
        whole = list(people.ids(desk, PeopleQuery(text=asked)))
        assert list(people.ids(desk, PeopleQuery(text=asked), limit=100)) == whole
        assert people.count(desk, PeopleQuery(text=asked)) == len(whole)


@pytest.mark.parametrize("dense", [0, 2, 9000])
def test_rare_and_common_words_find_the_same_minutes(
    desk: Desk, make: Make, monkeypatch: pytest.MonkeyPatch, dense: int
) -> None:
    body = make.body("Кеңес", members=3)
    for month, items in enumerate(
        (("Жоспар туралы", "Есеп туралы"), ("Жоспар мен есеп",), ("Жоспарлау",), ("Сайлау",)), 9
    ):
        make.minutes(body, date(2026, month, 1), present=2, of=3, items=items)
    monkeypatch.setattr(search, "DENSE", dense)
    expected = {
        "жоспар": [3, 2, 1],
        "жоспар есеп": [2, 1],
        "жосп есе": [2, 1],
        "кеңес сайлау": [4],
        "кеңес есеп": [2, 1],
        "жоқ": [],
    }
    for asked, days in expected.items():
        query = MinutesQuery(text=asked)
        found = minutes.lines(desk, minutes.ids(desk, query))
        assert [line.held_on.month - 8 for line in found] == days, asked
        assert minutes.count(desk, query) == len(days), asked


def test_a_joined_word_is_forgotten_with_its_name(desk: Desk, make: Make) -> None:
    made = make.person("Әли-Хан")
    people.save(desk, made, PersonDraft("Әли Хан"))
    assert people.count(desk, PeopleQuery(text="алихан")) == 0
    desk.undo()
    assert people.count(desk, PeopleQuery(text="алихан")) == 1
    people.bin_(desk, [made])
    desk.undo()
    desk.undo()
    with desk.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM search_word").scalar() == 0


def test_a_common_word_of_anything_else_is_tested_by_the_index_of_records(desk: Desk, make: Make) -> None:
    make.document("ЖН-ALT-40")
    chosen = select(document.c.id).where(search.has("document", document.c.id, "alt"))
    with desk.store.read() as connection:
        assert connection.execute(chosen).scalars().all() == [1]
        plan = connection.execute(
            text(f"EXPLAIN QUERY PLAN {chosen.compile(connection, compile_kwargs=LITERAL)}")
        ).all()
    assert any("ix_search_word_record" in row.detail for row in plan)
