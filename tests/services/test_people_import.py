"""Import of people: looked at without a trace, written in one step, taken back in one, decided row by row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.import_plan import Action, RowStatus
from altdesk.domain.people import PeopleQuery, PersonDraft, PersonKind, PersonLine
from altdesk.domain.people_columns import PeopleField
from altdesk.domain.people_plan import PersonDecision
from altdesk.services import acquaintance, history, people, people_import, units
from tests.make import Make

Write = Callable[..., Path]
HEAD = "№;Аты-жөні;Лауазымы;Институт;Кафедра;Топ;Курс"


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """A list as a CSV file, semicolons between the cells."""

    def write(*rows: str, name: str = "Тізім.csv") -> Path:
        file = tmp_path / name
        file.write_text("\n".join(rows), encoding="utf-8-sig")
        return file

    return write


def everybody(desk: Desk) -> list[PersonLine]:
    return people.lines(desk, people.ids(desk, PeopleQuery(include_left=True)))


def test_a_preview_leaves_no_trace(desk: Desk, written: Write) -> None:
    plan = people_import.preview(desk, written(HEAD, "1;Асанов Ержан Серікұлы;Маман;;;;"))
    assert (plan.counts.new, plan.rows[0].draft.surname) == (1, "Асанов")
    assert everybody(desk) == []
    assert history.steps(desk) == []


def test_a_list_is_one_step_and_one_undo(desk: Desk, written: Write) -> None:
    rows = (
        "1;АСАНОВ  ЕРЖАН СЕРІКҰЛЫ;Маман;Көлік институты;Жолдар кафедрасы;;",
        "2;Қуанышева Іңкәр;;Көлік институты;;КИ-23-1;3",
    )
    plan = people_import.preview(desk, written("Қызметкерлер тізімі", HEAD, *rows))
    decisions = people_import.without_asking(plan)
    changed = people_import.apply(desk, plan, decisions)
    assert desk.say(changed.label, **changed.values) == "Import people: Тізім.csv"
    first, second = everybody(desk)
    assert (first.full_name, first.post, first.unit) == ("Асанов Ержан Серікұлы", "Маман", "Жолдар кафедрасы")
    assert (second.full_name, second.group, second.course) == ("Қуанышева Іңкәр", "КИ-23-1", 3)
    assert second.kind is PersonKind.STUDENT
    known = {unit.name: unit for unit in units.all_units(desk)}
    assert known["Жолдар кафедрасы"].parent_id == known["Көлік институты"].id
    assert people.count(desk, PeopleQuery(text="иңкар")) == 1
    desk.undo()
    assert everybody(desk) == []
    assert units.all_units(desk) == []
    desk.redo()
    assert everybody(desk) == [first, second]


def test_an_import_that_is_stopped_leaves_nothing(desk: Desk, written: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stop(Exception):
        pass

    heard: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        heard.append((done, total))
        if done == 4:
            raise Stop

    monkeypatch.setattr(people_import, "MANY", 2)
    names = ("Асанов", "Бақытов", "Ғалымов", "Ермеков", "Жұмабаев", "Кенжеев")
    plan = people_import.preview(desk, written(HEAD, *(f"1;{name} Ержан Серікұлы;Маман;Кафедра;;;" for name in names)))
    with pytest.raises(Stop):
        people_import.apply(desk, plan, tell=tell)
    assert heard == [(0, 6), (2, 6), (4, 6)]
    assert (everybody(desk), units.all_units(desk), history.steps(desk)) == ([], [], [])
    people_import.apply(desk, plan)
    assert len(everybody(desk)) == 6
    assert people.count(desk, PeopleQuery(text="кенж")) == 1


def test_the_same_list_again_changes_nothing(desk: Desk, written: Write) -> None:
    file = written(HEAD, "1;Асанов Ержан Серікұлы;Маман;;;;")
    people_import.apply(desk, people_import.preview(desk, file))
    plan = people_import.preview(desk, file)
    assert plan.counts.same == 1
    assert people_import.apply(desk, plan).nothing


def test_a_changed_row_changes_only_what_the_file_says(desk: Desk, make: Make, written: Write) -> None:
    person = make.person("Асанов", "Ержан", "Серікұлы", post="Маман", phone="123456", unit="Деканат")
    plan = people_import.preview(desk, written("Аты-жөні;Лауазымы", "Асанов Ержан Серікұлы;Бас маман"))
    assert [(c.field, c.before, c.after) for c in plan.rows[0].changes] == [("post", "Маман", "Бас маман")]
    people_import.apply(desk, plan)
    kept = people.get(desk, person)
    assert (kept.post, kept.phone, kept.unit) == ("Бас маман", "123456", "Деканат")


def test_whoever_joins_by_import_owes_at_once(desk: Desk, make: Make, written: Write) -> None:
    make.audience(make.document())
    people_import.apply(desk, people_import.preview(desk, written("Аты-жөні", "Асанов Ержан Серікұлы")))
    assert [(line.signed, line.total) for line in acquaintance.coverage(desk)] == [(0, 1)]


def test_a_name_whose_split_is_uncertain_is_doubtful_but_not_lost(desk: Desk, written: Write) -> None:
    plan = people_import.preview(desk, written("Аты-жөні;Лауазымы", "Мадина;Маман", "Асанов Ержан Серікұлы;Маман"))
    assert [row.status for row in plan.rows] == [RowStatus.DOUBTFUL, RowStatus.NEW]
    people_import.apply(desk, plan, people_import.without_asking(plan))
    assert [line.full_name for line in everybody(desk)] == ["Асанов Ержан Серікұлы"]
    desk.undo()
    plan = people_import.preview(desk, written("Аты-жөні;Лауазымы", "Мадина;Маман", "Асанов Ержан Серікұлы;Маман"))
    people_import.apply(desk, plan, people_import.without_asking(plan, names=True))
    assert [line.full_name for line in everybody(desk)] == ["Асанов Ержан Серікұлы", "Мадина"]


def test_what_may_be_somebody_kept_waits_for_a_decision(desk: Desk, make: Make, written: Write) -> None:
    kept = make.person("Қасымов", "Ержан", "Серікұлы", post="Маман")
    plan = people_import.preview(desk, written("Аты-жөні;Лауазымы", "Касымов Ержан Серикулы;Бас маман"))
    (row,) = plan.rows
    assert row.status is RowStatus.DOUBTFUL
    assert people_import.without_asking(plan) == {}
    assert people_import.apply(desk, plan).nothing
    people_import.apply(desk, plan, {row.number: PersonDecision(Action.UPDATE, id=kept)})
    (line,) = everybody(desk)
    assert (line.full_name, line.post) == ("Қасымов Ержан Серікұлы", "Бас маман")


def test_a_decision_may_edit_the_row_or_leave_it_out(desk: Desk, written: Write) -> None:
    file = written("Аты-жөні", "Асанов Ержан Серікұлы", "Әбенова Айгүл Ерқызы")
    plan = people_import.preview(desk, file)
    first, second = (row.number for row in plan.rows)
    edited = PersonDecision(Action.NEW, draft=PersonDraft("  Асан ", "Ержан"))
    people_import.apply(desk, plan, {first: edited, second: PersonDecision(Action.SKIP)})
    assert [line.full_name for line in everybody(desk)] == ["Асан Ержан"]


def test_two_posts_of_one_person_become_a_further_post(desk: Desk, written: Write) -> None:
    head = "Аты-жөні;Лауазымы;Кафедра"
    rows = ("Асанов Ержан Серікұлы;Доцент;Жолдар", "Асанов Ержан Серікұлы;Куратор;Вагондар")
    plan = people_import.preview(desk, written(head, *rows))
    people_import.apply(desk, plan, people_import.without_asking(plan))
    (line,) = everybody(desk)
    kept = people.get(desk, line.id)
    assert [(post.title, post.unit) for post in kept.further_posts] == [("Куратор", "Вагондар")]
    plan = people_import.preview(desk, written(head, *rows))
    assert plan.counts.same == 2


def test_a_register_that_has_changed_meanwhile_is_not_written_over(desk: Desk, make: Make, written: Write) -> None:
    plan = people_import.preview(desk, written("Аты-жөні", "Асанов Ержан Серікұлы"))
    make.person("Жаңаев")
    with pytest.raises(Refusal, match="changed since"):
        people_import.apply(desk, plan)
    assert len(everybody(desk)) == 1
    desk.undo()
    people_import.apply(desk, plan)


def test_columns_without_heads_are_named_by_hand(desk: Desk, written: Write) -> None:
    file = written("17;Асанов Ержан Серікұлы;x", "18;Әбенова Айгүл Ерқызы;y")
    plan = people_import.preview(desk, file)
    assert not plan.has_names
    assert plan.lines[0][1] == "Асанов Ержан Серікұлы"
    with pytest.raises(Refusal):
        people_import.refuse_without_names(plan)
    plan = people_import.preview(desk, file, {1: PeopleField.FULL_NAME, 2: PeopleField.POST})
    assert plan.counts.new == 2


def test_a_leaver_in_the_list_leaves(desk: Desk, written: Write) -> None:
    plan = people_import.preview(desk, written("Аты-жөні;Шыққан күні", "Асанов Ержан Серікұлы;01.09.2026"))
    people_import.apply(desk, plan)
    assert everybody(desk)[0].left_on == date(2026, 9, 1)


def test_an_exported_register_comes_back_the_same(desk: Desk, make: Make, tmp_path: Path) -> None:
    from altdesk.services import exporting

    make.person("Асанов", "Ержан", "Серік ұлы", post="Маман", unit="Деканат", phone="+7 701 000 00 00")
    make.person("Қуанышева-Әбенова", "Іңкәр", kind=PersonKind.STUDENT, group="КИ-1", course=2, email="a@b.kz")
    for language in ("kk", "ru", "en"):
        desk.say.switch(language)
        file = exporting.people(desk, tmp_path / f"{language}.xlsx").file
        plan = people_import.preview(desk, file)
        assert (plan.counts.same, plan.warnings) == (2, ()), language
