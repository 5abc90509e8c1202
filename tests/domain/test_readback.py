"""The code on a printed page says which page it is, survives only unharmed, and fits the small QR code."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.crc import crc16
from altdesk.domain.errors import Refusal
from altdesk.domain.readback import LONGEST, PageMark, decode, encode

QR_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
PAGE = PageMark(sheet=12, page=2, pages=3, first_row=23, last_row=44)


@st.composite
def pages(draw: st.DrawFn) -> PageMark:
    count = draw(st.integers(1, 999))
    last = draw(st.integers(0, 9999))
    return PageMark(
        sheet=draw(st.integers(1, 9_999_999)),
        page=draw(st.integers(1, count)),
        pages=count,
        first_row=draw(st.integers(min(last, 1), last)),
        last_row=last,
        form=draw(st.sampled_from("ABCXYZ")),
        turned=draw(st.booleans()),
    )


def test_the_checksum_is_the_known_one() -> None:
    assert crc16("123456789") == "29B1"
    assert crc16("") == "FFFF"


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_has_a_checksum(text: str) -> None:
    assert len(crc16(text)) == 4


def test_a_code_can_be_read_by_a_person_too() -> None:
    code = encode(PAGE)
    assert code[:-4] == "A10000012.002003.00230044"
    assert code[-4:] == crc16(code[:-4])


@given(pages())
def test_a_page_is_recognised_by_its_code(page: PageMark) -> None:
    code = encode(page)
    assert decode(code) == page
    assert len(code) == LONGEST
    assert set(code) <= set(QR_LETTERS)


def test_a_code_typed_by_hand_is_recognised() -> None:
    assert decode(f" {encode(PAGE).lower()}\n") == PAGE


@given(pages(), st.integers(0, LONGEST - 1), st.sampled_from(QR_LETTERS))
def test_one_misread_letter_is_noticed(page: PageMark, place: int, letter: str) -> None:
    code = encode(page)
    misread = code[:place] + letter + code[place + 1 :]
    if misread != code:
        with pytest.raises(Refusal):
            decode(misread)


@given(st.text(st.characters(exclude_categories=())) | st.text(QR_LETTERS, min_size=LONGEST, max_size=LONGEST))
def test_any_other_code_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        decode(text)


def test_a_page_of_a_newer_program_is_refused() -> None:
    with pytest.raises(Refusal, match="newer altdesk"):
        decode(encode(replace(PAGE, version=2)))


def test_a_right_checksum_over_an_impossible_page_is_refused() -> None:
    said = "A10000012.004003.00230044"
    with pytest.raises(Refusal, match="not the code"):
        decode(said + crc16(said))


@pytest.mark.parametrize(
    "impossible",
    [
        replace(PAGE, sheet=0),
        replace(PAGE, sheet=10_000_000),
        replace(PAGE, page=4),
        replace(PAGE, pages=1000),
        replace(PAGE, first_row=0),
        replace(PAGE, last_row=10_000),
        replace(PAGE, form="ab"),
    ],
)
def test_an_impossible_page_has_no_code(impossible: PageMark) -> None:
    with pytest.raises(ValueError, match="no such page"):
        encode(impossible)
