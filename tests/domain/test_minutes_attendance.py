"""Attendance: who is in the room at a time of day, and whether that is a quorum."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.bodies import QuorumKind, QuorumRule
from altdesk.domain.errors import Refusal
from altdesk.domain.minutes import AgendaItem, Attendee, Minutes, Stay
from altdesk.domain.minutes_attendance import (
    arrived,
    is_there,
    left,
    moment,
    parse_clock,
    parse_stays,
    present,
    quorum,
    quorum_now,
    quorum_of,
    stays_text,
    voters,
    with_stays,
)
from altdesk.domain.minutes_kinds import Presence
from tests.domain.minutes import HELD, any_minutes, attendees, lists, meeting, stays, times

MEMBER = Attendee(1, "Асанов")


def test_more_than_half_is_the_quorum_unless_the_body_says_otherwise() -> None:
    assert not quorum(meeting(present=6, of=12)).held
    assert quorum(meeting(present=7, of=12)).held
    assert quorum(meeting(present=6, of=12, quorum=QuorumRule(QuorumKind.AT_LEAST, 1, 2))).held
    assert quorum(meeting(present=7, of=12, quorum=QuorumRule(QuorumKind.AT_LEAST, 2, 3))).missing == 1


def test_guests_and_members_without_a_vote_do_not_make_a_quorum() -> None:
    minutes = Minutes(HELD, attendees=(*attendees(1, 3, guests=5), replace(MEMBER, id=50, votes=False)))
    assert (quorum(minutes).present, quorum(minutes).entitled) == (1, 3)
    assert len(present(minutes)) == 7


def test_a_body_of_nobody_cannot_decide() -> None:
    assert not quorum(Minutes(HELD)).held


def test_who_comes_late_and_leaves_early_counts_in_between() -> None:
    late = left(arrived(MEMBER, time(14, 20)), time(15))
    assert [is_there(late, at) for at in (time(14), time(14, 20), time(14, 59), time(15))] == [False, True, True, False]
    assert (late.arrives, late.leaves) == (time(14, 20), time(15))


def test_who_left_may_come_back() -> None:
    twice = arrived(left(MEMBER, time(14)), time(14, 30))
    assert twice.stays == (Stay(None, time(14)), Stay(time(14, 30), None))
    assert not is_there(twice, time(14, 15))
    assert is_there(twice, time(16))


def test_coming_makes_an_absent_member_present_and_forgets_the_reason() -> None:
    came = arrived(replace(MEMBER, state=Presence.ABSENT, reason="ауырып қалды"), time(14, 5))
    assert (came.state, came.reason) == (Presence.PRESENT, "")


def test_an_arrival_typed_again_is_mended() -> None:
    assert arrived(arrived(MEMBER, time(14, 5)), time(14, 15)).stays == (Stay(time(14, 15)),)


def test_nobody_leaves_before_coming_or_without_having_come() -> None:
    with pytest.raises(Refusal, match="cannot leave at 14:00"):
        left(arrived(MEMBER, time(14, 20)), time(14))
    with pytest.raises(Refusal, match="Mark the person present"):
        left(replace(MEMBER, state=Presence.EXCUSED), time(14))
    with pytest.raises(Refusal, match="cannot come back before"):
        arrived(left(MEMBER, time(15)), time(14, 30))


def test_an_item_is_judged_by_its_end_then_its_beginning_then_what_was_said_before_it() -> None:
    first = AgendaItem("1", starts_at=time(14, 10), ends_at=time(14, 40), id=1)
    second, third = AgendaItem("2", id=2), AgendaItem("3", starts_at=time(15), id=3)
    minutes = Minutes(HELD, time(14), items=(second, first, third))
    assert [moment(minutes, item) for item in minutes.items] == [time(14), time(14, 40), time(15)]
    assert moment(Minutes(HELD, items=(second,)), second) is None


def test_the_quorum_of_an_item_counts_those_there_at_that_moment() -> None:
    early = AgendaItem("1", starts_at=time(14), id=1)
    late = AgendaItem("2", starts_at=time(15), id=2)
    leaving = [left(each, time(14, 30)) if each.id == 7 else each for each in attendees(7, 12)]
    minutes = Minutes(HELD, attendees=tuple(leaving), items=(early, late))
    assert [quorum_of(minutes, item).held for item in (early, late)] == [True, False]
    assert quorum_now(minutes).present == 6
    assert quorum(minutes).present == 7


@given(any_minutes(), st.none() | times)
def test_a_quorum_never_counts_more_than_are_entitled(minutes: Minutes, at: time | None) -> None:
    found = quorum(minutes, at)
    assert 0 <= found.present <= found.entitled <= len(minutes.attendees)
    assert found.held == (found.entitled > 0 and found.missing == 0)
    assert quorum_now(minutes).present <= quorum(minutes).present


@given(any_minutes())
def test_voters_of_an_item_are_the_present_of_its_quorum(minutes: Minutes) -> None:
    for item in minutes.items:
        assert len(voters(minutes, item)) == quorum_of(minutes, item).present


@given(lists(), st.lists(st.tuples(st.integers(0, 7), st.booleans(), times), max_size=12))
def test_coming_and_leaving_in_any_order_keeps_stays_apart(
    rows: tuple[Attendee, ...], steps: list[tuple[int, bool, time]]
) -> None:
    known = dict(enumerate(rows))
    for who, comes, at in steps:
        if who in known:
            try:
                known[who] = (arrived if comes else left)(known[who], at)
            except Refusal:
                continue
            ends = [end for stay in known[who].stays for end in (stay.arrives, stay.leaves)]
            assert ends == [] or None not in ends[1:-1]
            said = [end for end in ends if end is not None]
            assert said == sorted(said)
            assert is_there(known[who], at) == comes


@given(stays())
def test_stays_are_read_back_as_they_are_written(kept: tuple[Stay, ...]) -> None:
    assert parse_stays(stays_text(kept)) == kept
    assert with_stays(MEMBER, kept).stays == kept


def test_times_are_typed_forgivingly() -> None:
    for typed in ("14:05", "14.05", "1405", " 14,05 ", "14 05"):
        assert parse_clock(typed) == time(14, 5)
    assert parse_clock("9") == time(9)
    assert parse_stays("14.10-15; 15:30-") == (Stay(time(14, 10), time(15)), Stay(time(15, 30)))


@pytest.mark.parametrize("typed", ["25:00", "14:60", "он", "", "-", "14:5:6"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        parse_clock(typed)
    if typed.strip("-"):
        with pytest.raises(Refusal):
            parse_stays(typed)
