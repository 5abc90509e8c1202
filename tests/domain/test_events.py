"""Events: days and times that cannot be, the one year an event belongs to, and what takes up a hall at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.academic_year import YearStart, academic_year, academic_year_of
from altdesk.domain.errors import Refusal
from altdesk.domain.events import EventDraft, check, check_within
from altdesk.domain.events_clashes import Taken
from altdesk.domain.events_kinds import HeldState

DAY = date(2026, 3, 12)
TODAY = date(2026, 3, 20)
GOOD = EventDraft("Наурыз мерекесі", starts_on=DAY, ends_on=DAY, starts_at=time(10), ends_at=time(12))

days = st.dates(date(1995, 1, 1), date(2090, 12, 31))
starts = st.builds(YearStart, st.integers(1, 12), st.integers(1, 28)) | st.just(YearStart(2, 29))


def refused(draft: EventDraft, state: HeldState = HeldState.PLANNED) -> str:
    with pytest.raises(Refusal) as refusal:
        check(draft, state, TODAY)
    return refusal.value.field


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"starts_on": None}, "starts_on"),
        ({"ends_on": DAY - timedelta(1)}, "ends_on"),
        ({"ends_on": DAY + timedelta(400)}, "ends_on"),
        ({"ends_at": time(10)}, "ends_at"),
        ({"starts_at": None}, "starts_at"),
        ({"expected": -1}, "expected"),
        ({"participants": -5}, "participants"),
    ],
)
def test_what_an_event_cannot_be_is_refused_under_its_field(wrong: dict[str, object], field: str) -> None:
    assert refused(replace(GOOD, **wrong)) == field  # type: ignore[arg-type]


def test_an_event_of_several_days_may_end_earlier_in_the_day_than_it_began() -> None:
    check(replace(GOOD, ends_on=DAY + timedelta(2), ends_at=time(9)), HeldState.PLANNED, TODAY)


def test_an_event_is_held_on_its_day_at_the_earliest() -> None:
    check(replace(GOOD, starts_on=TODAY, ends_on=TODAY), HeldState.HELD, TODAY)
    tomorrow = TODAY + timedelta(1)
    assert refused(replace(GOOD, starts_on=tomorrow, ends_on=tomorrow), HeldState.HELD) == "starts_on"


@given(starts, st.integers(1996, 2089), st.integers(-3, 3))
def test_an_event_at_the_border_of_a_year_belongs_to_exactly_one(start: YearStart, begun: int, off: int) -> None:
    day = start.in_year(begun) + timedelta(off)
    around = [academic_year_of(year, start) for year in range(begun - 2, begun + 3)]
    holding = [year for year in around if day in year]
    assert holding == [academic_year(day, start)]
    check_within(day, holding[0])
    for other in around:
        if other != holding[0]:
            with pytest.raises(Refusal) as refusal:
                check_within(day, other)
            assert refusal.value.field == "starts_on"


@given(starts, days, st.integers(0, 366))
def test_an_event_that_lasts_into_the_next_year_is_of_the_year_it_began_in(
    start: YearStart, day: date, lasts: int
) -> None:
    check(EventDraft("Жоба", starts_on=day, ends_on=day + timedelta(lasts)), HeldState.PLANNED, day)
    counted = [year for year in range(day.year - 2, day.year + 3) if day in academic_year_of(year, start)]
    assert len(counted) == 1


moments = st.builds(
    lambda day, lasts, begins, ends: Taken(
        date(2026, 3, 1) + timedelta(day),
        date(2026, 3, 1) + timedelta(day + lasts),
        begins,
        ends if begins and (lasts or (ends and ends > begins)) else None,
    ),
    st.integers(0, 6),
    st.integers(0, 2),
    st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)


@given(moments, moments)
def test_a_clash_is_mutual_and_means_a_moment_in_both(one: Taken, other: Taken) -> None:
    assert one.meets(other) == other.meets(one)
    shared = max(one.begins, other.begins) < min(one.ends, other.ends)
    assert one.meets(other) == shared


def test_what_ends_when_the_other_begins_is_no_clash() -> None:
    morning, noon = Taken(DAY, DAY, time(10), time(12)), Taken(DAY, DAY, time(12), time(13))
    assert not morning.meets(noon)
    assert morning.meets(Taken(DAY, DAY, time(11, 59)))
    assert morning.meets(Taken(DAY, DAY))  # no time is the whole day
    assert not Taken(DAY, DAY, time(10)).meets(Taken(DAY, DAY, time(11)))  # an hour where no end is said


def test_a_contest_of_a_whole_term_takes_up_no_hall() -> None:
    assert not Taken(DAY, DAY + timedelta(60)).meets(Taken(DAY, DAY))
