"""Sums of money: typed forgivingly, kept as whole tiyn, never rounded, refused in words."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.errors import Refusal
from altdesk.domain.money import MOST, checked, digits, from_tiyn, money, number, parse_money, to_tiyn, total

SUMS = st.integers(0, to_tiyn(MOST)).map(from_tiyn)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("150 000", "150000"),
        ("150000,50", "150000.50"),
        ("150000.5", "150000.50"),
        ("1 250 000 ₸", "1250000"),
        ("1\u00a0250\u00a0000\u00a0₸", "1250000"),
        ("1\u202f250\u2009000", "1250000"),
        ("1.250.000", "1250000"),
        ("1.250.000,25", "1250000.25"),
        ("1,250,000.25", "1250000.25"),
        ("1'000", "1000"),
        ("500 теңге", "500"),
        ("500тг.", "500"),
        ("500 KZT", "500"),
        ("  +7 ", "7"),
        ("5,-", "5"),
        ("0", "0"),
        ("１２３", "123"),
    ],
)
def test_a_sum_is_understood_as_it_is_typed(typed: str, meant: str) -> None:
    assert parse_money(typed) == Decimal(meant)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "Type a sum"),
        ("-5", "less than zero"),
        ("\u2212150 000", "less than zero"),
        ("150000,505", "more than two digits"),
        ("1,250", "more than two digits"),  # 1 250, or 1 and a quarter: never guessed
        ("1.250", "more than two digits"),
        ("жүз мың", "not a sum"),
        ("12abc", "not a sum"),
        ("1 00", "not a sum"),
        ("1,2,3", "not a sum"),
        ("٣", "not a sum"),
        ("9999999999999", "too great"),
        ("1" * 300, "too great"),
    ],
)
def test_what_is_no_sum_is_refused_in_words(typed: str, why: str) -> None:
    with pytest.raises(Refusal, match=why) as refused:
        parse_money(typed, field="amount")
    assert refused.value.field == "amount"


@pytest.mark.parametrize("amount", ["-0.01", "0.001", "1000000000000", "NaN", "Infinity"])
def test_a_number_that_is_no_sum_is_refused_too(amount: str) -> None:
    with pytest.raises(Refusal):
        checked(Decimal(amount))


@given(SUMS)
def test_what_is_shown_is_read_back_to_the_tiyn(amount: Decimal) -> None:
    assert parse_money(money(amount)) == amount
    assert parse_money(digits(amount)) == amount
    assert from_tiyn(to_tiyn(amount)) == checked(amount) == amount
    assert Decimal(str(number(amount))) == amount


@given(SUMS, st.sampled_from([" ", "\u00a0", "\u202f", "'", ""]), st.sampled_from([",", "."]))
def test_any_way_to_part_thousands_and_tiyn_means_the_same(amount: Decimal, between: str, point: str) -> None:
    whole, rest = divmod(to_tiyn(amount), 100)
    assert parse_money(f"{whole:,}".replace(",", between) + f"{point}{rest:02}") == amount


@given(st.lists(SUMS, max_size=60))
def test_a_total_is_exact(amounts: list[Decimal]) -> None:
    assert to_tiyn(total(amounts)) == sum(int(amount * 100) for amount in amounts)


@given(st.text(max_size=40))
def test_nothing_typed_breaks_it(text: str) -> None:
    with suppress(Refusal):
        assert 0 <= parse_money(text) <= MOST


def test_a_sum_on_paper_never_breaks_its_line() -> None:
    assert money(Decimal("1250000")) == "1\u00a0250\u00a0000\u00a0₸"
    assert money(Decimal("150000.5")) == "150\u00a0000,50\u00a0₸"
    assert money(Decimal(0)) == "0\u00a0₸"


def test_parts_of_a_tiyn_cannot_be_kept() -> None:
    with pytest.raises(ValueError, match="tiyn"):
        to_tiyn(Decimal("0.005"))
