"""Numbers of minutes: typed forgivingly, counted within their year, gaps known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.errors import Refusal
from altdesk.domain.minutes_numbering import gaps, next_number, number, parse_number, period_of
from altdesk.domain.rules import Numbering, Rules
from tests.domain.texts import any_text


def test_a_number_is_typed_as_people_write_it() -> None:
    for typed in ("5", " 5 ", "№5", "№ 5", "05"):
        assert parse_number(typed) == number(5)
    assert parse_number("5 / 1").text == "5/1"
    assert parse_number("12-а").value == 12


def test_look_alike_letters_make_the_same_number() -> None:
    assert parse_number("5-а").key == parse_number("5a").key
    assert parse_number("5/1").key != parse_number("5-1").key != parse_number("51").key


@pytest.mark.parametrize("typed", ["", "0", "abc", "12345", "-3", "5/", "№"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_number(typed)
    assert refused.value.field == "number"


@given(any_text)
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        found = parse_number(text)
    except Refusal:
        return
    assert parse_number(found.text) == found


def test_the_year_is_that_of_the_rules() -> None:
    autumn, spring = date(2026, 10, 1), date(2027, 3, 1)
    academic = Rules()
    assert period_of(autumn, academic) == period_of(spring, academic)
    calendar = Rules(minutes_numbering=Numbering.CALENDAR_YEAR)
    assert [period_of(day, calendar).name for day in (autumn, spring)] == ["2026", "2027"]


@given(st.sets(st.integers(1, 60)))
def test_the_next_number_is_free_and_gaps_are_what_is_missing_below_the_highest(used: set[int]) -> None:
    free = next_number(used)
    assert free not in used
    assert all(each < free for each in used)
    assert set(gaps(used)) | used == set(range(1, free))
    assert not set(gaps(used)) & used
