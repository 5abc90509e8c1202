"""What is typed is cleaned and repaired: nothing invisible stays, no letter is lost, every repair is named."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.text import Cleaned, RepairKind, clean, clean_lines, nfc, repair, visible
from tests.domain.texts import any_text
from tests.domain.vectors import VECTORS

ALPHABET = VECTORS["alphabet"]

mixed = st.text(st.sampled_from(ALPHABET + ALPHABET.lower() + "ABCEHIKMOPTXYDSZRacehikopxybdghstuəë -"), max_size=12)


@pytest.mark.parametrize(("typed", "meant"), VECTORS["repair"])
def test_look_alikes_are_repaired(typed: str, meant: str) -> None:
    assert repair(typed) == clean(typed).text == meant
    assert repair(meant) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("iс", "іс"),
        ("Шаhмат", "Шаһмат"),
        ("Ëлкин", "Ёлкин"),
        ("Yміт", "Үміт"),
        ("Yлан", "Улан"),
        ("АLT", "ALT"),  # the first letter Cyrillic
        ("РDF", "PDF"),
        ("ITге", "ITге"),
        ("PDFфайл", "PDFфайл"),
        ("OCT", "OCT"),
        ("СОМ", "СОМ"),
    ],
)
def test_a_word_of_two_scripts_becomes_what_was_meant(typed: str, meant: str) -> None:
    assert repair(typed) == meant


@given(mixed)
def test_repair_keeps_every_letter_and_happens_once(text: str) -> None:
    repaired = repair(text)
    assert repair(repaired) == repaired
    assert len(repaired) == len(text)
    assert [char.isupper() for char in text] == [char.isupper() for char in repaired]


def test_every_repair_is_named() -> None:
    cleaned = clean(" Мемлекеттiк\x00  Маи\u0306ра\ud800\u200b ")
    assert cleaned.text == "Мемлекеттік␀ Майра\ufffd"
    assert {repair.kind for repair in cleaned.repairs} == set(RepairKind)
    look_alike = next(repair for repair in cleaned.repairs if repair.kind is RepairKind.LOOK_ALIKE)
    assert (look_alike.before, look_alike.after) == ("Мемлекеттiк", "Мемлекеттік")


def test_spaces_are_squeezed_and_a_no_break_space_is_kept() -> None:
    assert clean("\u00a0 З.Е.\u00a0Тәуекел \t\r\n мырза ").text == "З.Е.\u00a0Тәуекел мырза"
    assert clean("А.\u202f\u00a0Б").text == "А.\u00a0Б"


@pytest.mark.parametrize(
    "text", ["<b>&amp;</b>", "'; DROP TABLE --", "%s %(name)s", "=1+1", "@SUM(A1)", "שלום", "👩‍👩‍👧", "É̂", "a" * 300]
)
def test_hostile_text_is_kept_as_it_is(text: str) -> None:
    assert clean(text) == Cleaned(nfc(text))


def test_paragraphs_are_kept_where_lines_matter() -> None:
    assert clean_lines("\r\n Бірінші  жол\r\n\r\nЕкiншi\n\n") == "Бірінші жол\n\nЕкінші"


@given(any_text)
def test_clean_text_is_clean(text: str) -> None:
    cleaned = clean(text).text
    assert clean(cleaned) == Cleaned(cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode("utf-8")
    assert not {unicodedata.category(char) for char in cleaned} & {"Cc", "Cs"}
    assert all(not (one == other == " ") for one, other in pairwise(cleaned))
    assert cleaned == cleaned.strip()


@given(any_text)
def test_no_letter_is_lost_in_cleaning(text: str) -> None:
    before = [char for char in nfc(text) if char.isalnum()]
    after = [char for char in clean(text).text if char.isalnum()]
    assert len(nfc("".join(after))) == len(nfc("".join(before)))


@given(any_text)
def test_visible_text_can_be_written_to_any_file(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    shown.encode("utf-8")
