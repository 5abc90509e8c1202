"""Find anything: with or without Kazakh letters, exact spellings first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from altdesk.desk import Desk
from altdesk.domain.minutes import Named
from altdesk.domain.people import PeopleQuery, PersonDraft
from altdesk.services import find, minutes, people
from tests.make import TODAY, Make

VECTORS = json.loads((Path(__file__).parent.parent / "data" / "kazakh_vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("kept", "typed"), VECTORS["find_each_other"])
def test_names_find_each_other_in_both_directions(desk: Desk, kept: str, typed: str) -> None:
    for one, other in ((kept, typed), (typed, kept)):
        people.add(desk, PersonDraft("Тексеров", one))
        assert find.find(desk, other), f"{other} does not find {one}"
        assert people.count(desk, PeopleQuery(text=other)) >= 1


def test_the_spelling_as_typed_comes_first(desk: Desk, make: Make) -> None:
    make.person("Касым")
    make.person("Қасым")
    assert [hit.title.split()[0] for hit in find.find(desk, "қас")] == ["Қасым", "Касым"]
    assert [hit.title.split()[0] for hit in find.find(desk, "кас")] == ["Касым", "Қасым"]


def test_a_document_is_found_by_its_code_in_either_spelling_and_by_its_title(desk: Desk, make: Make) -> None:
    make.document("ҚР-ALT-05", "Тәуекелдерді басқару")
    for typed in ("кр алт-05", "ҚР-АЛТ", "alt-05", "тауекел баск"):
        assert [hit.kind for hit in find.find(desk, typed)] == ["document"], typed


def test_people_stand_in_kazakh_order(desk: Desk) -> None:
    for name in reversed(VECTORS["sorted"]):
        people.add(desk, PersonDraft(name))
    lines = people.lines(desk, people.ids(desk, PeopleQuery()))
    assert [line.full_name for line in lines] == VECTORS["sorted"]


def test_nothing_typed_finds_nothing_and_marks_only_find_nothing(desk: Desk, make: Make) -> None:
    make.person()
    assert find.find(desk, "  ") == []
    assert find.find(desk, "%%% ___") == []
    assert people.count(desk, PeopleQuery(text="???")) == 0


def test_meetings_are_found_by_what_was_said_and_tasks_by_who_answers(desk: Desk, make: Make) -> None:
    made = make.minutes(items=("Шәкіртақы туралы",))
    make.point(made, "Қаражат бөлінсін", responsible=(Named("Омарова Динара"),))
    (item,) = find.find(desk, "шакиртакы")
    assert (item.kind, item.id, item.title, item.exact) == ("agenda_item", make.item(made), "Шәкіртақы туралы", False)
    assert item.subtitle.endswith("12.10.2026")
    assert [hit.kind for hit in find.find(desk, "омарова каражат")] == ["agenda_item"]
    minutes.finalize(desk, made, today=TODAY)
    assert {hit.kind for hit in find.find(desk, "омарова каражат")} == {"agenda_item", "task"}
    (head,) = [hit for hit in find.find(desk, minutes.get(desk, made).body) if hit.kind == "minutes"]
    assert (head.id, head.title.split(" · ")[1:]) == (made, ["№ 1", "12.10.2026"])
