"""How a paper goes to a printer: what is remembered survives being kept, and a damaged memory asks again."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.printing import MOST_COPIES, Choice, Sides, backs, choice_of, spans

CHOICES = st.builds(
    Choice,
    printer=st.text(min_size=1),
    copies=st.integers(1, MOST_COPIES),
    collated=st.booleans(),
    sides=st.sampled_from(Sides),
    straight=st.booleans(),
)
PAGES = st.sets(st.integers(1, 99)).map(sorted)


@given(CHOICES)
def test_a_choice_is_the_same_after_it_was_kept(choice):
    assert choice_of(json.loads(json.dumps(choice.kept()))) == choice


@pytest.mark.parametrize("kept", [None, [], "HP", {}, {"printer": "HP"}, {"printer": 1, "copies": 1}])
def test_a_damaged_memory_counts_as_never_chosen(kept):
    assert choice_of(kept) == Choice()


@pytest.mark.parametrize(
    "changed", [{"copies": 0}, {"copies": 1000}, {"sides": "both"}, {"straight": 1}, {"copies": "2"}]
)
def test_a_memory_of_what_cannot_be_is_no_memory(changed):
    assert choice_of(Choice("HP").kept() | changed) == Choice()


def test_nothing_is_printed_without_asking_to_no_printer():
    assert not choice_of(Choice(straight=True).kept()).straight


@given(PAGES)
def test_every_second_page_of_a_print_is_on_a_back(pages):
    found = backs(pages)
    assert len(found) == len(pages) // 2
    assert not any({one, two} <= found for one, two in zip(pages, pages[1:], strict=False))
    assert not pages or pages[0] not in found


@given(PAGES)
def test_page_numbers_in_words_are_all_of_them_and_no_other(pages):
    said: list[int] = []
    for part in filter(None, spans(pages).split(", ")):
        first, _, last = part.partition("–")
        said += range(int(first), int(last or first) + 1)
    assert said == pages


def test_page_numbers_are_said_as_a_person_would():
    assert spans([1, 2, 3, 5, 7, 8]) == "1–3, 5, 7–8"


def test_only_sheets_turned_over_the_long_edge_change_the_side_of_the_margin():
    assert [sides for sides in Sides if sides.turns] == [Sides.LONG]
