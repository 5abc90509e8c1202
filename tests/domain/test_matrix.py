"""Cells of a document's tables: letters stay as typed, whatever the keyboard; pasted blocks come in whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.errors import Refusal
from altdesk.domain.matrix import NEW_GRIDS, Grid, GridColumn, GridKind, GridRow, Holds
from altdesk.domain.matrix_cells import (
    CROSS,
    LETTERS,
    crossed,
    fitted,
    letter_of,
    letters_in,
    pasted,
    read_cell,
    toggled,
)
from tests.domain.texts import any_text

TYPED_LETTERS = st.lists(st.sampled_from(LETTERS), max_size=6).map(", ".join)
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=12)


@pytest.mark.parametrize("typed", ["Б", "Б, Ж, О", "Ж,О,Қ", "Б / Ж", "Қ; О", "-", "–", ""])
def test_letters_stay_as_typed(typed):
    assert read_cell(Holds.LETTERS, typed) == typed


@pytest.mark.parametrize(("typed", "kept"), [("b, j, o, q", "Б, Ж, О, Қ"), ("К", "Қ"), ("K,O", "Қ,О"), ("Ж,О,", "Ж,О"),
                                             (" б ,ж ", "Б ,Ж")])  # fmt: skip
def test_letters_of_other_layouts_become_the_ones_that_are_meant(typed, kept):
    assert read_cell(Holds.LETTERS, typed) == kept


@pytest.mark.parametrize("typed", ["В", "Б, И", "жоқ", "БЖ", "1", "0", "Б & Ж"])
def test_anything_else_is_refused_in_a_column_of_letters(typed):
    with pytest.raises(Refusal, match="Б, Ж, О, Қ") as refused:
        read_cell(Holds.LETTERS, typed)
    assert refused.value.field == "cell"


@pytest.mark.parametrize(("typed", "kept"), [("x", CROSS), ("Х", CROSS), ("+", CROSS), ("", ""), ("-", "-")])
def test_a_cross_is_one_letter_however_it_was_typed(typed, kept):
    assert read_cell(Holds.CROSS, typed) == kept
    with pytest.raises(Refusal, match="neither"):
        read_cell(Holds.CROSS, "иә")


def test_no_digit_is_a_letter():
    assert not any(letter_of(digit) for digit in "0123456789")


@given(TYPED_LETTERS, st.sampled_from(LETTERS))
def test_a_letter_toggled_twice_leaves_the_same_letters(text, letter):
    once, twice = toggled(text, letter), toggled(toggled(text, letter), letter)
    assert set(letters_in(once)) ^ set(letters_in(text)) == {letter}
    assert set(letters_in(twice)) == set(letters_in(text))
    assert read_cell(Holds.LETTERS, once) == once


def test_a_toggled_letter_goes_to_the_end_and_the_way_of_writing_stays():
    assert toggled("", "Б") == "Б"
    assert toggled("Ж, О", "Б") == "Ж, О, Б"
    assert toggled("Ж,О", "Қ") == "Ж,О,Қ"
    assert toggled("Ж,О,Қ", "О") == "Ж,Қ"
    assert crossed("") == CROSS
    assert crossed(CROSS) == ""
    assert crossed("x") == ""


@given(any_text, st.sampled_from(list(Holds)))
def test_what_was_kept_is_kept_again_and_nothing_else_comes_in(text, holds):
    try:
        kept = read_cell(holds, text)
    except Refusal:
        return
    assert read_cell(holds, kept) == kept
    if holds is Holds.LETTERS:
        assert set(kept) <= set("БЖОҚ ,;/.+\u00a0-–—")
    if holds is Holds.CROSS:
        assert kept in {"", CROSS, "-", "–", "—"}


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=4))
def test_a_block_as_excel_copies_it_comes_in_whole(rows):
    def cell(text):
        return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in '\t\n"') else text

    text = "\r\n".join("\t".join(map(cell, row)) for row in rows) + "\r\n"
    if text.strip("\r\n") or len(rows) > 1:
        assert pasted(text) == tuple(map(tuple, rows))


def test_quotes_that_word_does_not_double_are_text():
    assert pasted('"Көлік" институты\tб') == (('"Көлік" институты', "б"),)
    assert pasted('"Көлік"\tб') == (('"Көлік"', "б"),)
    assert pasted('а"б\t"ашық') == (('а"б', '"ашық'),)
    assert pasted("") == ()


def table(*holds, rows=()):
    return Grid(GridKind.MATRIX, columns=tuple(GridColumn(holds=each) for each in holds),
                rows=tuple(GridRow(row) for row in rows))  # fmt: skip


def test_numbers_of_rows_are_left_out_of_a_pasted_block():
    grid = table(Holds.TEXT, Holds.LETTERS)
    assert fitted((("1.", "Жоспарлау", "Б"), ("2.", "Орындау", "K")), grid, 0) == (("Жоспарлау", "Б"), ("Орындау", "Қ"))
    assert fitted((("", "Жоспарлау", "Б"),), grid, 0) == (("Жоспарлау", "Б"),)


def test_a_block_wider_than_the_table_is_refused():
    with pytest.raises(Refusal, match="Add columns first"):
        fitted((("а", "б", "в"),), table(Holds.TEXT, Holds.TEXT), 0)
    with pytest.raises(Refusal, match="has 2 columns, from here on the table has 1"):
        fitted((("а", "б"),), table(Holds.TEXT, Holds.TEXT), 1)


def test_a_new_table_begins_as_its_source_does():
    assert [column.holds for column in NEW_GRIDS[GridKind.MATRIX].columns] == [Holds.TEXT, Holds.LETTERS]
    assert [column.head for column in NEW_GRIDS[GridKind.INPUTS].columns][1:] == [
        "Білім беру қызметінің тұтынушысы",
        "Кафедралар",
        "Институттар",
    ]
    assert {column.group for column in NEW_GRIDS[GridKind.STORAGE].columns[2:]} == {"Құжатталған ақпаратты сақтау орны"}
    assert set(NEW_GRIDS) == set(GridKind)
