"""Kazakh text is kept, ordered and found as the vectors say, and nothing typed is too strange."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.text import asked, clean, code_key, fold, nfc, sort_key, words
from tests.domain.texts import any_text
from tests.domain.vectors import VECTORS

ALPHABET = VECTORS["alphabet"]
KAZAKH_LETTERS = ALPHABET + ALPHABET.lower()

kazakh = st.text(st.sampled_from(KAZAKH_LETTERS + " -5"), max_size=20)


def in_order(texts: list[str]) -> list[str]:
    backwards = list(reversed(texts))
    backwards.sort(key=sort_key)
    return backwards


@pytest.mark.parametrize(("one", "other"), VECTORS["find_each_other"])
def test_pairs_find_each_other(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert set(asked(one)) <= set(words(other))
    assert set(asked(other)) <= set(words(one))


@pytest.mark.parametrize(("one", "other"), VECTORS["must_not_be_equal"])
def test_pairs_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert sort_key(one) != sort_key(other)
    assert code_key(one) != code_key(other)


@pytest.mark.parametrize(
    "spellings",
    [
        "Қасым Касым Kasym Kassym Qasym",
        "Ерлан Yerlan Erlan",
        "Әлия Алия Aliya Aliia",
        "Мария Mariya Maria Mariia",
        "Хасан Khasan Hasan",
        "Бекхан Bekkhan Bekhan",
        "Жанібек Жанибек Zhanibek Janibek",
        "Бауыржан Бауржан Bauyrzhan Baurzhan",
        "Әуезов Ауэзов Auezov",
        "Артём Артем Artyom Artem",
        "Шәкәрім Shakarim Şakarim",
        "Гүлнәр Гульнар Гульнэр Gulnar Gülnär",
        "Айгерім Aigerim Aygerim",
        "Сергеев Sergeyev Sergeev",
        "Ильяс Il'yas Ilyas",
        "Щербаков Shcherbakov",
        "Мұхтар Мухтар Mukhtar Muhtar",
        "Қуаныш Kuanysh Quanysh",
        "сол cол coл",
    ],
)
def test_common_spellings_of_a_name_have_one_key(spellings: str) -> None:
    assert len({fold(spelling) for spelling in spellings.split()}) == 1


def test_э_is_a_reading_of_ә_but_after_a_vowel_of_е() -> None:
    assert fold("Эсел") == fold("Әсел") == fold("Асел")
    assert fold("Ауэзов") == fold("Ауезов") != fold("Ауазов")


def test_words_keep_a_hyphened_token_whole_and_in_parts() -> None:
    assert words("ҚР-ALT-05 нұсқаулығы") == ["kr", "alt", "05", "nuskauligi", "kralt05"]
    assert words("Касым-Жомартов касым") == ["kasim", "zhomartov", "kasimzhomartov"]
    assert words("  ") == words("«…»") == []


def test_what_is_asked_is_taken_apart_so_that_spaces_and_hyphens_do_not_matter() -> None:
    assert asked("кр алт-05") == asked("ҚР-ALT 05") == ["kr", "alt", "05"]


@given(kazakh, st.integers(0, 20))
def test_the_key_of_a_beginning_is_the_beginning_of_the_key(text: str, length: int) -> None:
    assert fold(text).startswith(fold(text[:length]))


@given(any_text)
def test_a_find_key_is_plain_and_its_own_key(text: str) -> None:
    key = fold(text)
    assert fold(key) == key
    assert set(key) <= set("abcdefghiklmnoprstuvz0123456789 ")
    assert key == " ".join(key.split())


@given(any_text)
def test_marks_and_case_do_not_change_the_find_key(text: str) -> None:
    assert fold(nfc(text)) == fold(unicodedata.normalize("NFD", text))


@given(kazakh)
def test_capitals_do_not_change_the_find_key(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@given(any_text)
def test_every_word_asked_is_kept(text: str) -> None:
    assert set(asked(text)) <= set(words(text))
    assert len(set(words(text))) == len(words(text))


def test_the_vectors_are_in_order() -> None:
    assert in_order(VECTORS["sorted"]) == VECTORS["sorted"]


def test_digits_stand_before_kazakh_letters_and_those_before_latin_ones() -> None:
    expected = ["", "0", "5", "9", "10", "123456789", "1234567890123456789", *ALPHABET, *"ABCXYZ", "א"]
    assert in_order(expected) == expected


def test_a_shorter_name_stands_first_and_marks_do_not_matter() -> None:
    expected = ["Асан", "Асан Б", "«Асан» В", "Асан-Г", "Асанов"]
    assert in_order(expected) == expected


def test_texts_that_differ_in_case_only_stand_side_by_side_in_a_fixed_order() -> None:
    expected = ["Асан", "АСАН", "асан", "Әсан"]
    assert in_order(expected) == expected


def test_leading_zeros_do_not_change_the_size_of_a_number() -> None:
    expected = ["ALT-1", "ALT-02", "ALT-2", "ALT-03", "ALT-10"]
    assert in_order(expected) == expected


@given(st.text(st.sampled_from(ALPHABET), min_size=1), st.text(st.sampled_from(ALPHABET), min_size=1))
def test_order_is_the_order_of_the_alphabet(one: str, other: str) -> None:
    by_alphabet = [ALPHABET.index(letter) for letter in one] < [ALPHABET.index(letter) for letter in other]
    assert (sort_key(one.title()) < sort_key(other.title())) == by_alphabet


@given(any_text, any_text)
def test_different_texts_have_different_sort_keys(one: str, other: str) -> None:
    one, other = clean(one).text, clean(other).text
    assert (sort_key(one) == sort_key(other)) == (one == other)


@given(any_text)
def test_a_sort_key_can_be_stored_anywhere(text: str) -> None:
    key = sort_key(text)
    assert key.encode("utf-8").count(0) == 0
    assert key == sort_key(unicodedata.normalize("NFD", text))


@given(st.integers(0, 10**40), st.integers(0, 10**40))
def test_numbers_inside_a_text_sort_by_size(one: int, other: int) -> None:
    assert (sort_key(f"Топ {one}") < sort_key(f"Топ {other}")) == (one < other)


def test_the_same_code_on_any_keyboard_has_one_key() -> None:
    codes = ["ҚР-ALT-05", "ҚР-АЛТ-05", "кр-alt-05", "ҚР ALT 05", "ҚР–ALT—05", " ҚР - АLT - 05 ", "ҚРALT05", "KP-ALT-05"]
    assert {code_key(code) for code in codes} == {"KPALT05"}


def test_digits_of_a_code_are_significant() -> None:
    codes = ["ALT-05", "ALT-50", "ALT-5", "ALT-0-5", "ALT-005", "ALT-0.5", "ALT-O5"]
    assert len({code_key(code) for code in codes}) == len(codes)
    assert code_key("1 - 1") == code_key("1–1") != code_key("11")


def test_no_two_russian_letters_share_a_code_key() -> None:
    letters = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    assert len({code_key(letter) for letter in letters}) == len(letters)


@given(any_text)
def test_codes_of_any_text_have_a_key(text: str) -> None:
    code_key(text).encode("utf-8")


def test_keys_of_very_long_texts_are_made_at_once() -> None:
    for text in (
        "Ә" * 20_000,
        "Ааaa" * 5_000,
        "1" * 20_000,
        "- " * 10_000,
        "у" + "и" * 20_000,
        "ab-" * 5_000,
        "́" * 20_000,
    ):
        started = time.thread_time()
        assert clean(text).text
        words(text), sort_key(text), code_key(text)
        assert time.thread_time() - started < 1
