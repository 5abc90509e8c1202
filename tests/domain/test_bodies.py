"""Rules of bodies: spans of days, the quorum, and who counts once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.bodies import Member, PostRole, QuorumKind, QuorumRule, by_person
from altdesk.domain.spans import Span

FIRST = date(2026, 1, 1)
OFFSETS = st.integers(0, 8)


def span(start: int, end: int | None) -> Span:
    return Span(FIRST + timedelta(start), None if end is None else FIRST + timedelta(end))


@given(OFFSETS, st.none() | OFFSETS, OFFSETS, st.none() | OFFSETS)
def test_two_spans_overlap_when_some_day_is_in_both(a: int, b: int | None, c: int, d: int | None) -> None:
    one = span(a, None if b is None else max(a, b))
    other = span(c, None if d is None else max(c, d))
    shared = any(FIRST + timedelta(n) in one and FIRST + timedelta(n) in other for n in range(12))
    assert one.overlaps(other) is shared
    assert other.overlaps(one) is shared


def test_a_span_is_said_with_dots_while_it_runs() -> None:
    assert str(span(0, 5)) == "01.01.2026 – 06.01.2026"
    assert str(span(0, None)) == "01.01.2026 – …"


@pytest.mark.parametrize(("members", "needed"), [(0, 1), (1, 1), (2, 2), (11, 6), (12, 7)])
def test_more_than_half_is_the_quorum_unless_said_otherwise(members: int, needed: int) -> None:
    assert QuorumRule().needed(members) == needed


@given(st.integers(0, 200), st.integers(1, 9), st.integers(1, 9))
def test_at_least_so_many_parts_is_the_least_number_that_reaches_them(members: int, parts: int, of: int) -> None:
    rule = QuorumRule(QuorumKind.AT_LEAST, min(parts, of), of)
    needed = rule.needed(members)
    assert needed * of >= members * rule.parts
    assert needed == 1 or (needed - 1) * of < members * rule.parts
    assert rule.met(needed, members)
    assert not rule.met(needed - 1, members)


def member(person_id: int, post: str, *, votes: bool) -> Member:
    return Member(
        1, 1, "СҮ", 1, post, PostRole.NONE, votes, 1, person_id, "", "", FIRST, None, "", None, "", "", "",
    )  # fmt: skip


def test_a_person_with_two_posts_counts_once_and_votes_by_either() -> None:
    (only,) = by_person([member(7, "Кеңесші", votes=False), member(7, "Мүше", votes=True)])
    assert only.post == "Кеңесші"
    assert only.votes
