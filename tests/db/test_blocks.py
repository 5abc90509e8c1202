"""Many new rows of a step are one entry of the journal, told and taken back as if each had its own."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select

from altdesk.desk import Desk
from altdesk.domain.people import PeopleQuery, PersonDraft
from altdesk.services import history, people
from db.models.desk import journal
from db.models.people import person

DAY = date(2026, 9, 1)


def drafts(number: int) -> list[PersonDraft]:
    """People who differ in some columns, share others, and leave others empty; with letters JSON has to escape."""
    return [
        PersonDraft(f"«Аты-{n}»\\", "Ер\u00a0лан", note='"', course=n % 3 or None, consent_on=DAY if n % 2 else None)
        for n in range(number)
    ]


def add(desk: Desk, number: int) -> list[int]:
    with desk.step("Added") as step:
        made = step.add_columns(person, people.columns_of(drafts(number), [None] * number))
    return list(made)


def rows(desk: Desk) -> list[tuple[object, ...]]:
    with desk.store.read() as connection:
        return [tuple(row) for row in connection.execute(select(person).order_by(person.c.id))]


@pytest.mark.parametrize(("number", "entries"), [(1, 1), (2, 1), (1000, 1), (1001, 2), (2500, 3)])
def test_a_block_is_taken_back_and_made_again(desk: Desk, number: int, entries: int) -> None:
    add(desk, number)
    after = rows(desk)
    with desk.store.read() as connection:
        assert connection.execute(select(func.count()).select_from(journal)).scalar_one() == entries
    assert people.count(desk, PeopleQuery(text="аты")) == number
    desk.undo()
    assert rows(desk) == []
    assert people.count(desk, PeopleQuery(text="аты")) == 0
    desk.redo()
    assert rows(desk) == after
    assert people.count(desk, PeopleQuery(text="аты")) == number


def test_history_tells_of_each_row_of_a_block(desk: Desk) -> None:
    made = add(desk, 1500)
    people.leave(desk, [made[1200]], DAY)
    added = {
        change.field: change.after for change in history.of_record(desk, "person", made[1200]) if not change.before
    }
    assert added["surname"] == "«Аты-1200»\\"
    assert added["given_name"] == "Ер\u00a0лан"
    assert added["left_on"] == "2026-09-01"
    assert "course" not in added
    assert [line.changes for line in history.steps(desk)] == [1, 1500]
    first = history.steps(desk)[-1].id
    assert {change.record_id for change in history.of_step(desk, first)} == set(made)
    assert {change.record_id for change in history.of_step(desk, first, limit=7)} == set(made[:7])


def test_the_history_of_one_record_does_not_read_the_whole_journal(desk: Desk) -> None:
    add(desk, 1500)
    for each in (1, 1000, 1001, 1500):
        (surname,) = (c.after for c in history.of_record(desk, "person", each) if c.field == "surname")
        assert surname == f"«Аты-{each - 1}»\\"
    assert history.of_record(desk, "person", 1501) == []
    assert history.of_record(desk, "unit", 1) == []
