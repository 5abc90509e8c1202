"""Copies: their states, their numbers, and copies that cannot be."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.copies import (
    MOST,
    CopyDraft,
    CopyState,
    Handed,
    Handover,
    HandoverDraft,
    check_copy,
    check_handover,
    copy_state,
    free_numbers,
)
from altdesk.domain.documents import RevisionState
from altdesk.domain.errors import Refusal

DAYS = st.none() | st.dates(date(2020, 1, 1), date(2030, 12, 31))
GIVEN = date(2026, 9, 2)


@given(revision=st.sampled_from(RevisionState), returned=DAYS, withdrawn=DAYS)
def test_a_copy_is_to_be_collected_exactly_while_it_is_out_and_its_revision_is_withdrawn(revision, returned, withdrawn):
    state = copy_state(revision, returned, withdrawn)
    out = returned is None and withdrawn is None
    assert (state is CopyState.COLLECT) == (out and revision is RevisionState.WITHDRAWN)
    assert (state is CopyState.OUT) == (out and revision is not RevisionState.WITHDRAWN)
    assert (state is CopyState.RETURNED) == (returned is not None)


@given(taken=st.sets(st.integers(1, 60)), many=st.integers(0, 20), first=st.integers(-3, 60))
def test_new_numbers_are_free_rise_and_leave_no_free_one_out(taken, many, first):
    numbers = free_numbers(taken, many, first)
    assert len(numbers) == many
    assert numbers == sorted(set(numbers))
    assert not taken & set(numbers)
    passed = set(range(max(1, first), numbers[-1])) - set(numbers) if numbers else set()
    assert passed <= taken


def test_numbers_end_at_the_greatest() -> None:
    assert free_numbers(set(), 1, MOST) == [MOST]
    with pytest.raises(Refusal, match="from 1 to 9999"):
        free_numbers(set(), 2, MOST)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (CopyDraft(1, given_on=GIVEN), "holder"),
        (CopyDraft(None, "Асанов", given_on=GIVEN), "number"),
        (CopyDraft(0, "Асанов", given_on=GIVEN), "number"),
        (CopyDraft(MOST + 1, "Асанов", given_on=GIVEN), "number"),
        (CopyDraft(1, "Асанов"), "given_on"),
        (CopyDraft(1, "Асанов", given_on=GIVEN, returned_on=date(2026, 9, 1)), "returned_on"),
        (CopyDraft(1, "Асанов", given_on=GIVEN, withdrawn_on=date(2026, 9, 1)), "withdrawn_on"),
        (CopyDraft(1, "Асанов", given_on=GIVEN, returned_on=GIVEN, withdrawn_on=GIVEN), "withdrawn_on"),
    ],
)
def test_a_copy_that_cannot_be_is_refused_under_its_field(draft: CopyDraft, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_copy(draft)
    assert refused.value.field == field


def test_a_unit_alone_may_hold_a_copy_and_return_it_the_same_day() -> None:
    check_copy(CopyDraft(1, unit="ЖСК", given_on=GIVEN, returned_on=GIVEN))


def test_a_hand_over_covers_what_it_names_and_has_a_possible_number_of_sheets() -> None:
    both, paper = Handover(Handed.BOTH), Handover(Handed.ORIGINAL)
    assert both.covers(Handed.ORIGINAL)
    assert both.covers(Handed.ELECTRONIC)
    assert not paper.covers(Handed.ELECTRONIC)
    check_handover(HandoverDraft(sheets=None))
    with pytest.raises(Refusal, match="number of sheets"):
        check_handover(HandoverDraft(sheets=0))
