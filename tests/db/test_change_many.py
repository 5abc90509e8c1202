"""Many changes in one step are the same as one after the other, only faster."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from altdesk.desk import Desk
from altdesk.domain.people import PeopleQuery
from altdesk.domain.text import fold
from altdesk.services import people
from db.models.people import person
from tests.make import Make

DAY = date(2026, 9, 1)


def rows(desk: Desk) -> list[tuple[object, ...]]:
    with desk.store.read() as connection:
        return [tuple(row) for row in connection.execute(select(person).order_by(person.c.id))]


def called(name: str) -> dict[str, object]:
    return {"full_name": name, "fold_key": fold(name)}


@pytest.mark.parametrize("number", [3, 40, 1200])
def test_rows_are_changed_found_and_taken_back(desk: Desk, make: Make, number: int) -> None:
    with desk.step("Made"):
        made = make.people(number)
    before = rows(desk)
    with desk.step("Changed") as step:
        changes = [(each, called(f"Жаңа{each}") | {"left_on": DAY if each % 2 else None}) for each in made]
        assert step.change_many(person, changes) == number
        assert step.change_many(person, changes) == 0
    after = rows(desk)
    assert [row[4] for row in after] == [f"Жаңа{each}" for each in made]
    assert people.count(desk, PeopleQuery(text="жана", include_left=True)) == number
    desk.undo()
    assert rows(desk) == before
    assert people.count(desk, PeopleQuery(text="жана", include_left=True)) == 0
    desk.redo()
    assert rows(desk) == after


def test_the_same_row_twice_ends_as_said_last(desk: Desk, make: Make) -> None:
    made = make.people(6)
    with desk.step("Changed") as step:
        changes = [(each, {"post": "Маман"}) for each in made] + [(made[0], {"post": "Аудитор"})]
        assert step.change_many(person, changes) == 7
    assert people.get(desk, made[0]).post == "Аудитор"
    desk.undo()
    assert people.get(desk, made[0]).post == ""


def test_a_row_that_is_not_there_is_an_error_of_ours(desk: Desk, make: Make) -> None:
    made = make.people(5)
    with pytest.raises(KeyError), desk.step("Changed") as step:
        step.change_many(person, [(each, {"post": "Маман"}) for each in (*made, 999)])
    assert people.posts(desk) == []
