"""Votes: never more than those present and entitled, and the result that follows from the counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from altdesk.domain.errors import Refusal
from altdesk.domain.minutes import Minutes, Named, NamedVote, Vote
from altdesk.domain.minutes_attendance import left, voters
from altdesk.domain.minutes_kinds import Choice, Majority, VoteKind
from altdesk.domain.minutes_votes import (
    Tally,
    VoteResult,
    check,
    check_all,
    choice_of,
    outcome,
    result,
    settled,
    tally,
    with_choice,
)
from altdesk.domain.rules import TieRule
from tests.domain.minutes import any_minutes, meeting

OPEN = Vote(VoteKind.OPEN)


def decided(minutes: Minutes) -> VoteResult:
    return result(minutes, minutes.items[0])


def test_members_present_are_for_it_until_something_else_is_said() -> None:
    minutes = meeting(present=9, vote=Vote(VoteKind.OPEN, against=2, abstained=1))
    assert tally(minutes, minutes.items[0]) == Tally(9, 6, 2, 1)
    assert tally(meeting(present=9), meeting().items[0]).unanimous


def test_more_votes_than_people_are_refused() -> None:
    minutes = meeting(present=7, vote=Vote(VoteKind.SECRET, votes_for=6, against=2))
    with pytest.raises(Refusal, match="Item 1 has 8 votes, but 7 were present"):
        check_all(minutes)


def test_fewer_votes_than_people_mean_that_somebody_took_no_part() -> None:
    minutes = meeting(present=7, vote=Vote(VoteKind.SECRET, votes_for=4, against=2))
    check_all(minutes)
    assert tally(minutes, minutes.items[0]).not_voting == 1


def test_ordinary_majority_is_more_than_half_of_those_present() -> None:
    assert decided(meeting(present=8, vote=replace(OPEN, against=3))) is VoteResult.ADOPTED
    assert decided(meeting(present=8, vote=replace(OPEN, abstained=4))) is VoteResult.NOT_ADOPTED


def test_a_qualified_majority_needs_its_share_of_those_present() -> None:
    two_thirds = replace(OPEN, majority=Majority.TWO_THIRDS)
    assert decided(meeting(present=9, vote=replace(two_thirds, against=3))) is VoteResult.ADOPTED
    assert decided(meeting(present=9, vote=replace(two_thirds, against=4))) is VoteResult.NOT_ADOPTED
    three_quarters = replace(OPEN, majority=Majority.THREE_QUARTERS)
    assert decided(meeting(present=8, vote=replace(three_quarters, against=2))) is VoteResult.ADOPTED
    assert decided(meeting(present=8, vote=replace(three_quarters, against=3))) is VoteResult.NOT_ADOPTED


def test_a_tie_adopts_nothing_unless_the_chair_decides() -> None:
    tied = replace(OPEN, against=4)
    assert decided(meeting(present=8, vote=tied)) is VoteResult.NOT_ADOPTED
    chair = {"present": 8, "tie_rule": TieRule.CHAIR_DECIDES}
    assert decided(meeting(vote=tied, **chair)) is VoteResult.TIED
    assert decided(meeting(vote=replace(tied, chair=Choice.FOR), **chair)) is VoteResult.ADOPTED
    assert decided(meeting(vote=replace(tied, chair=Choice.AGAINST), **chair)) is VoteResult.NOT_ADOPTED


def test_a_tie_with_abstentions_is_still_decided_by_the_chair() -> None:
    vote = Vote(VoteKind.OPEN, against=3, abstained=2, chair=Choice.FOR)
    assert decided(meeting(present=8, vote=vote, tie_rule=TieRule.CHAIR_DECIDES)) is VoteResult.ADOPTED


def test_nobody_knows_how_the_chair_voted_in_secret_or_when_the_chair_was_out() -> None:
    secret = Vote(VoteKind.SECRET, against=4)
    assert decided(meeting(present=8, vote=secret, tie_rule=TieRule.CHAIR_DECIDES)) is VoteResult.NOT_ADOPTED
    outside = {"tie_rule": TieRule.CHAIR_DECIDES, "chair": Named("Ректор")}
    assert decided(meeting(present=8, vote=replace(OPEN, against=4), **outside)) is VoteResult.NOT_ADOPTED


def test_in_a_vote_by_name_the_chairs_vote_is_known() -> None:
    vote = Vote(VoteKind.BY_NAME)
    for who in (5, 6, 7, 8):
        vote = with_choice(vote, who, Choice.AGAINST)
    minutes = meeting(present=8, vote=vote, tie_rule=TieRule.CHAIR_DECIDES)
    assert tally(minutes, minutes.items[0]) == Tally(8, 4, 4, 0)
    assert decided(minutes) is VoteResult.ADOPTED
    assert [choice_of(minutes.items[0], who) for who in (1, 5)] == [Choice.FOR, Choice.AGAINST]


def test_without_a_quorum_nothing_is_decided() -> None:
    assert decided(meeting(present=6)) is VoteResult.NO_QUORUM


def test_nothing_voted_on_has_no_result() -> None:
    assert decided(meeting(vote=Vote())) is VoteResult.NONE


def test_who_left_before_the_vote_cannot_be_named_in_it() -> None:
    minutes = meeting(present=8, vote=Vote(VoteKind.BY_NAME, names=(NamedVote(8, Choice.ABSTAINED),)))
    check_all(minutes)
    gone = tuple(left(each, time(14)) if each.id == 8 else each for each in minutes.attendees)
    with pytest.raises(Refusal, match="Мүше 8 was not there to vote on item 1"):
        check_all(replace(minutes, attendees=gone, starts_at=time(15)))


def test_the_chairs_vote_has_to_be_among_those_counted() -> None:
    minutes = meeting(present=8, vote=replace(OPEN, chair=Choice.AGAINST))
    with pytest.raises(Refusal, match="not among the votes counted"):
        check_all(minutes)


@given(any_minutes())
def test_what_passes_the_check_never_exceeds_those_present_and_entitled(minutes: Minutes) -> None:
    for item in minutes.items:
        try:
            check(minutes, item)
        except Refusal:
            continue
        counted = tally(minutes, item)
        assert min(counted.votes_for, counted.against, counted.abstained, counted.not_voting) >= 0
        assert counted.votes_for + counted.against + counted.abstained <= len(voters(minutes, item))


@given(any_minutes())
def test_settling_says_every_count_and_changes_no_result(minutes: Minutes) -> None:
    for item, after in zip(minutes.items, settled(minutes).items, strict=True):
        try:
            check(minutes, item)
        except Refusal:
            continue
        done = settled(minutes)
        check(done, after)
        assert tally(done, after) == tally(minutes, item)
        assert result(done, after) is result(minutes, item)
        assert item.vote.kind is VoteKind.NONE or after.vote.votes_for is not None


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    present = draw(st.integers(0, 60))
    against = draw(st.integers(0, present))
    votes = draw(st.integers(0, present - against))
    return Tally(present, votes, against, draw(st.integers(0, present - against - votes)))


@given(tallies(), st.sampled_from(Majority), st.sampled_from(TieRule), st.none() | st.sampled_from(Choice))
def test_one_more_voice_for_it_never_loses_it(
    counted: Tally, majority: Majority, tie_rule: TieRule, chair: Choice | None
) -> None:
    assume(counted.not_voting)
    more = replace(counted, votes_for=counted.votes_for + 1)
    if outcome(counted, majority, tie_rule, chair) is VoteResult.ADOPTED and counted.votes_for != counted.against:
        assert outcome(more, majority, tie_rule, chair) is VoteResult.ADOPTED


@given(tallies(), st.sampled_from(TieRule), st.none() | st.sampled_from(Choice))
def test_a_qualified_majority_is_an_ordinary_one_too(counted: Tally, tie_rule: TieRule, chair: Choice | None) -> None:
    for majority in (Majority.THREE_QUARTERS, Majority.TWO_THIRDS):
        if outcome(counted, majority, tie_rule, chair) is VoteResult.ADOPTED:
            assert outcome(counted, Majority.ORDINARY, tie_rule, chair) is VoteResult.ADOPTED
            assert counted.votes_for > counted.against


@given(tallies(), st.sampled_from(Majority), st.sampled_from(TieRule))
def test_what_more_are_against_is_never_adopted(counted: Tally, majority: Majority, tie_rule: TieRule) -> None:
    if counted.against > counted.votes_for:
        assert outcome(counted, majority, tie_rule, Choice.FOR) is VoteResult.NOT_ADOPTED
