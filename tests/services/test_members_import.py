"""Import of members: persons and terms together, nothing before yes, one step, one undo, nothing changed in doubt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from altdesk.desk import Desk
from altdesk.domain.bodies import BodyKind, PostRole
from altdesk.domain.errors import Refusal
from altdesk.domain.import_plan import Action, RowStatus
from altdesk.domain.members_import import Known, term_of
from altdesk.domain.members_plan import MemberDecision
from altdesk.domain.people import PeopleQuery, PersonKind
from altdesk.domain.register_columns import REGISTER, WHOLE
from altdesk.forms.form import PrintOptions
from altdesk.services import bodies, exporting, history, members_import, people, printing
from altdesk.services.papers import bodies as papers
from tests.make import Make

Write = Callable[..., Path]
TODAY = date(2026, 10, 1)
START = date(2026, 9, 1)
HEAD = "№;Ұйым;Лауазымы (СҮ);Тегі, аты, әкесінің аты;Институт;Топ, курс;Байланыс;Басталуы;Аяқталуы"


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """A list as a CSV file, semicolons between the cells."""

    def write(*rows: str, name: str = "Мүшелер.csv") -> Path:
        file = tmp_path / name
        file.write_text("\n".join(rows), encoding="utf-8-sig")
        return file

    return write


def look(desk: Desk, file: Path, **options: object) -> members_import.MembersImport:
    return members_import.preview(desk, file, today=TODAY, **options)  # type: ignore[arg-type]


def taken(desk: Desk, file: Path) -> members_import.MembersImport:
    plan = look(desk, file)
    members_import.apply(desk, plan, members_import.without_asking(plan))
    return plan


def register(desk: Desk, body: str, on: date = TODAY) -> list[str]:
    return [f"{m.post}: {m.full_name}" for m in bodies.members(desk, bodies.by_name(desk, body).id, on)]


def statuses(plan: members_import.MembersImport) -> list[str]:
    return [row.status.value for row in plan.rows]


def said(plan: members_import.MembersImport, row: int = 0) -> str:
    return " ".join(str(each) for each in plan.rows[row].reasons)


def test_a_preview_leaves_no_trace(desk: Desk, make: Make, written: Write) -> None:
    make.body()
    before = history.steps(desk)
    plan = look(desk, written(HEAD, "1;Студенттік үкімет;Төраға;Асанов Ержан Серікұлы;;КӨЛ-23-1, 3;;01.09.2026;"))
    assert statuses(plan) == ["new"]
    assert history.steps(desk) == before
    assert people.count(desk, PeopleQuery()) == 0


def test_a_list_in_russian_means_the_body_of_that_russian_name(desk: Desk, make: Make, written: Write) -> None:
    make.body(name_ru="Студенческое правительство")
    make.body("Шахмат үйірмесі", kind=BodyKind.HOBBY_CIRCLE)
    taken(desk, written(HEAD, "1;Студенческое правительство;Төраға;Асанов Ержан;;;;01.09.2026;"))
    assert register(desk, "Студенттік үкімет") == ["Төраға: Асанов Ержан"]
    assert len(bodies.all_bodies(desk)) == 2


def test_new_people_are_students_and_come_into_their_posts_with_one_step_and_one_undo(
    desk: Desk, make: Make, written: Write
) -> None:
    make.body()
    rows = (
        "1;Студенттік үкімет;Төраға;АСАНОВ  ЕРЖАН СЕРІКҰЛЫ;Көлік институты;КӨЛ-23-1, 3;8701, a@alt.kz;01.09.2026;",
        "2;Студенттік үкімет;Мүше;Қуанышева Іңкәр;;ЛОГ-24-1, 2;;01.09.2026;30.06.2027",
    )
    taken(desk, written(HEAD, *rows))
    assert register(desk, "Студенттік үкімет") == [
        "Төраға: Асанов Ержан Серікұлы",
        "Мүше: Қуанышева Іңкәр",
    ]
    chair, member = bodies.held_on(desk, TODAY)
    assert (chair.unit, chair.group, chair.course, chair.email) == ("Көлік институты", "КӨЛ-23-1", 3, "a@alt.kz")
    assert (member.starts_on, member.ends_on) == (START, date(2027, 6, 30))
    assert people.get(desk, chair.person_id).kind is PersonKind.STUDENT
    desk.undo()
    assert people.count(desk, PeopleQuery()) == 0
    assert bodies.held_on(desk, TODAY) == []


def test_the_same_list_again_changes_nothing(desk: Desk, make: Make, written: Write) -> None:
    make.body()
    file = written(HEAD, "1;Студенттік үкімет;Төраға;Асанов Ержан;;КӨЛ-23-1, 3;;01.09.2026;")
    taken(desk, file)
    plan = look(desk, file)
    assert statuses(plan) == ["same"]
    assert members_import.apply(desk, plan).nothing


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_what_was_exported_comes_back_as_the_same(desk: Desk, make: Make, tmp_path: Path, language: str) -> None:
    club = make.body("Шахмат үйірмесі", kind=BodyKind.HOBBY_CIRCLE)
    body = make.body()
    person = make.person(
        "Қасымов", "Ерлан", kind=PersonKind.STUDENT, group="КӨЛ-23-1", course=3, unit="Көлік институты"
    )
    make.term(body, "Төраға", person, date(2025, 9, 1), date(2027, 8, 31))
    make.term(club, "Мүше", person, START)
    desk.say.switch(language)
    rows = bodies.held_on(desk, TODAY)
    file = exporting.members(desk, tmp_path / "members.xlsx", rows, WHOLE).file
    assert statuses(look(desk, file)) == ["same", "same"]
    paper = papers.register(desk, body, TODAY, REGISTER)
    printed = printing.save(desk, paper, tmp_path / "register.xlsx", PrintOptions()).file
    assert statuses(look(desk, printed, body_id=body)) == ["same"]


def test_a_kept_person_is_recognised_without_kazakh_letters(desk: Desk, make: Make, written: Write) -> None:
    make.body()
    person = make.person("Қасымов", "Нұрлан", kind=PersonKind.STUDENT)
    plan = look(desk, written(HEAD, "1;Студенттик укимет;мүше;Касымов Нурлан;;;;01.09.2026;"))
    assert statuses(plan) == ["doubtful"]
    assert "kept spelling would stay" in said(plan)
    decisions = {plan.rows[0].number: MemberDecision(Action.UPDATE, id=person)}
    members_import.apply(desk, plan, decisions)
    assert register(desk, "Студенттік үкімет") == ["Мүше: Қасымов Нұрлан"]
    assert people.count(desk, PeopleQuery()) == 1


def test_another_last_day_is_a_change(desk: Desk, make: Make, written: Write) -> None:
    body = make.body()
    make.term(body, "Хатшы", make.person("Асанов", "Ержан"), START)
    plan = look(desk, written(HEAD, "1;Студенттік үкімет;Хатшы;Асанов Ержан;;;;01.09.2026;31.12.2026"))
    assert statuses(plan) == ["changed"]
    assert [(c.field, c.before, c.after) for c in plan.rows[0].changes] == [("ends_on", None, date(2026, 12, 31))]
    members_import.apply(desk, plan)
    assert bodies.held_on(desk, TODAY)[0].ends_on == date(2026, 12, 31)
    assert len(bodies.terms_of_body(desk, body)) == 1


def test_a_new_chair_is_doubtful_while_another_holds_the_seat_and_ends_that_term_when_taken(
    desk: Desk, make: Make, written: Write
) -> None:
    body = make.body()
    make.term(body, "Төраға", make.person("Асанов", "Ержан"), date(2025, 9, 1))
    file = written(HEAD, "1;Студенттік үкімет;Төраға;Әбенова Іңкәр;;АВТ-24-1, 2;;01.09.2026;")
    plan = taken(desk, file)
    assert statuses(plan) == ["doubtful"]
    assert "Асанов Ержан holds it: 01.09.2025 – …. That term would end the day before" in said(plan)
    assert register(desk, "Студенттік үкімет") == ["Төраға: Асанов Ержан"]
    plan = look(desk, file)
    members_import.apply(desk, plan, {2: MemberDecision(Action.NEW)})
    assert register(desk, "Студенттік үкімет") == ["Төраға: Әбенова Іңкәр"]
    assert register(desk, "Студенттік үкімет", date(2026, 8, 31)) == ["Төраға: Асанов Ержан"]


def test_a_file_that_ends_one_chair_and_begins_the_next_is_clear(desk: Desk, make: Make, written: Write) -> None:
    body = make.body()
    make.term(body, "Төраға", make.person("Асанов", "Ержан"), date(2025, 9, 1))
    rows = (
        "1;Студенттік үкімет;Төраға;Әбенова Іңкәр;;АВТ-24-1, 2;;01.09.2026;",
        "2;Студенттік үкімет;Төраға;Асанов Ержан;;;;01.09.2025;31.08.2026",
    )
    plan = taken(desk, written(HEAD, *rows))
    assert statuses(plan) == ["new", "changed"]
    assert register(desk, "Студенттік үкімет") == ["Төраға: Әбенова Іңкәр"]


def test_two_holders_of_one_seat_in_one_file_are_doubtful_and_the_row_is_named(
    desk: Desk, make: Make, written: Write
) -> None:
    make.body(short_name="СҮ")
    rows = ("1;СҮ;Хатшы;Асанов Ержан;;К-1, 1;;01.09.2026;", "2;СҮ;Хатшы;Әбенова Іңкәр;;К-1, 1;;01.10.2026;")
    plan = look(desk, written(HEAD, *rows))
    assert statuses(plan) == ["new", "doubtful"]
    assert "row 2 names another holder" in said(plan, 1)
    with pytest.raises(Refusal, match="has one seat"):
        members_import.apply(desk, plan, {3: MemberDecision(Action.NEW)})
    members_import.apply(desk, plan)
    assert register(desk, "СҮ") == ["Хатшы: Асанов Ержан"]


def test_past_years_of_one_student_are_one_person_and_change_nothing_of_today(
    desk: Desk, make: Make, written: Write
) -> None:
    make.body()
    make.person("Асанов", "Ержан", kind=PersonKind.STUDENT, group="КӨЛ-23-1", course=3)
    rows = (
        "1;Студенттік үкімет;Мүше;Асанов Ержан;;КӨЛ-23-1, 1;;01.09.2024;31.08.2025",
        "2;Студенттік үкімет;Мүше;Асанов Ержан;;КӨЛ-23-1, 2;;01.09.2025;31.08.2026",
        "3;Студенттік үкімет;Хатшы;Асанов Ержан;;КӨЛ-23-1, 3;;01.09.2026;",
        "4;Студенттік үкімет;Мүше;Әбенова Іңкәр;;АВТ-22-1, 2;;01.09.2024;31.08.2025",
        "5;Студенттік үкімет;Мүше;Әбенова Іңкәр;;АВТ-22-1, 4;;01.09.2026;",
    )
    plan = taken(desk, written(HEAD, *rows))
    assert statuses(plan) == ["new"] * 5
    kept = people.lines(desk, people.ids(desk, PeopleQuery()))
    assert [(line.full_name, line.course) for line in kept] == [("Асанов Ержан", 3), ("Әбенова Іңкәр", 4)]
    assert [term.post for term in bodies.terms_of(desk, kept[0].id)] == ["Хатшы", "Мүше", "Мүше"]


def test_headings_and_titles_name_the_body_where_no_column_does(desk: Desk, make: Make, written: Write) -> None:
    make.body()
    head = "№;Аты-жөні;Лауазымы;Тобы"
    rows = ("Студенттік үкімет;;;", head, "1;Асанов Ержан;Төраға;К-1", "2;Әбенова Іңкәр;;К-1")
    plan = look(desk, written(*rows))
    assert [row.draft.body for row in plan.rows] == ["Студенттік үкімет"] * 2
    assert [row.draft.body_post for row in plan.rows] == ["Төраға", "Мүше"]
    assert plan.rows[0].draft.starts_on == START
    assert "01.09.2026" in " ".join(map(str, plan.warnings))
    parts = (head, ";Шахмат үйірмесі;;", "1;Асанов Ержан;;К-1", ";Волейбол секциясы;;", "2;Әбенова Іңкәр;;К-1")
    plan = taken(desk, written(*parts))
    assert [(row.draft.body, row.status.value) for row in plan.rows] == [
        ("Шахмат үйірмесі", "new"),
        ("Волейбол секциясы", "new"),
    ]
    assert {body.name: body.kind for body in bodies.all_bodies(desk)} == {
        "Студенттік үкімет": BodyKind.STUDENT_GOVERNMENT,
        "Шахмат үйірмесі": BodyKind.HOBBY_CIRCLE,
        "Волейбол секциясы": BodyKind.SPORTS_SECTION,
    }


def test_bodies_and_posts_not_kept_are_made_with_the_usual_seats(desk: Desk, written: Write) -> None:
    rows = (
        "1;Шахмат клубы;Мүше;Асанов Ержан;;К-1, 1;;01.09.2026;",
        "2;Шахмат клубы;Клуб төрағасы;Әбенова Іңкәр;;К-1, 1;;01.09.2026;",
        "3;Шахмат клубы;Мүше;Бақытов Арман;;К-1, 1;;01.09.2026;",
    )
    plan = taken(desk, written(HEAD, *rows))
    assert "will be added" in " ".join(map(str, plan.warnings))
    (club,) = bodies.all_bodies(desk)
    assert club.kind is BodyKind.STUDENT_CLUB
    assert [(post.title, post.seats, post.role) for post in club.posts] == [
        ("Клуб төрағасы", 1, PostRole.CHAIR),
        ("Мүше", 0, PostRole.NONE),
    ]
    desk.undo()
    assert bodies.all_bodies(desk) == []


def test_a_mistyped_body_is_doubted_and_a_row_without_one_waits(desk: Desk, make: Make, written: Write) -> None:
    make.body("Шахмат үйірмесі")
    make.body("Пікірсайыс клубы")
    rows = ("1;Шахмат үйірмесы;Мүше;Асанов Ержан;;К-1, 1;;;", "2;;Мүше;Әбенова Іңкәр;;К-1, 1;;;")
    plan = look(desk, written(HEAD, *rows))
    assert statuses(plan) == ["new", "doubtful"]  # folded, the first is the same name
    plan = look(desk, written(HEAD, "1;Шахматты үйірмесі;Мүше;Асанов Ержан;;К-1, 1;;;"))
    assert "“Шахмат үйірмесі” may be meant" in said(plan)
    chosen = look(desk, written(HEAD, rows[1]), body_id=bodies.by_name(desk, "Пікірсайыс клубы").id)
    assert chosen.rows[0].draft.body == "Пікірсайыс клубы"
    assert chosen.rows[0].status is RowStatus.NEW


def test_a_desk_that_moved_meanwhile_is_looked_at_again(desk: Desk, make: Make, written: Write) -> None:
    make.body()
    plan = look(desk, written(HEAD, "1;Студенттік үкімет;Мүше;Асанов Ержан;;К-1, 1;;;"))
    make.person("Бақытов")
    with pytest.raises(Refusal, match="Look at the file again"):
        members_import.apply(desk, plan)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("01.09.2026 – 30.06.2027", START, date(2027, 6, 30)),
        ("01.09.2026 ж. бастап", START, None),
        ("с 01.09.2026", START, None),
        ("2026-2027 оқу жылы", START, date(2027, 8, 31)),
        ("2026/27", START, date(2027, 8, 31)),
    ],
)
def test_a_term_in_one_cell_is_understood(text: str, first: date, last: date | None) -> None:
    found = term_of(text, Known(TODAY))
    assert found is not None
    assert (found.starts_on, found.ends_on) == (first, last)


def test_a_term_that_is_none_is_said_and_does_not_stop_the_row(desk: Desk, make: Make, written: Write) -> None:
    make.body()
    plan = look(desk, written("Аты-жөні;Топ;Өкілеттік мерзімі", "Асанов Ержан;К-1;бір жыл"))
    assert statuses(plan) == ["new"]
    assert "no term" in str(plan.rows[0].row.problems[0])
