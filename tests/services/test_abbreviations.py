"""Abbreviations are kept as typed; one may stand twice for two things, and none is made up."""

from __future__ import annotations

import pytest

from altdesk.desk import Desk
from altdesk.domain.abbreviations import AbbreviationDraft
from altdesk.domain.errors import Refusal
from altdesk.services import abbreviations


def add(desk: Desk, short: str, expansion: str = "") -> int:
    made = abbreviations.add(desk, AbbreviationDraft(short, expansion)).id
    assert made is not None
    return made


def test_one_may_stand_for_two_things_but_not_twice_for_one(desk: Desk) -> None:
    add(desk, "СҮ", "Студенттер үйі")
    add(desk, "СҮ", "Студенттік үкімет")
    with pytest.raises(Refusal) as refused:
        add(desk, "сү", "Студенттік  үкімет")
    assert refused.value.field == "short"
    assert [each.expansion for each in abbreviations.every(desk)] == ["Студенттер үйі", "Студенттік үкімет"]


def test_they_stand_in_kazakh_order_and_are_found_by_any_word(desk: Desk) -> None:
    for short, expansion in (("ЛН", "Лауазымдық нұсқаулық"), ("ЖН", ""), ("АССД", "Академиялық саясат")):
        add(desk, short, expansion)
    assert [each.short for each in abbreviations.every(desk)] == ["АССД", "ЖН", "ЛН"]
    assert [each.short for each in abbreviations.every(desk, "нускау")] == ["ЛН"]


def test_an_expansion_comes_and_goes_with_undo(desk: Desk) -> None:
    made = add(desk, "ЖН")
    abbreviations.save(desk, made, AbbreviationDraft("ЖН", "Жұмыс нұсқаулығы"))
    assert abbreviations.get(desk, made).expansion == "Жұмыс нұсқаулығы"
    abbreviations.remove(desk, [made])
    with pytest.raises(Refusal):
        abbreviations.get(desk, made)
    desk.undo(), desk.undo()
    assert abbreviations.get(desk, made).expansion == ""


def test_an_abbreviation_without_letters_is_refused(desk: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        add(desk, "  ")
    assert refused.value.field == "short"
