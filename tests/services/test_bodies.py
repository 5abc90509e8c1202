"""Bodies and their registers: who holds what on a day, clashes named, a change of office, the turn of the year."""

from __future__ import annotations

from datetime import date

import pytest

from altdesk.desk import Desk
from altdesk.domain.bodies import (
    BodyDraft,
    BodyKind,
    BodyPostDraft,
    Comer,
    EndReason,
    MembersQuery,
    PostRole,
    Stay,
    by_person,
)
from altdesk.domain.errors import Refusal
from altdesk.services import bodies, find, people
from tests.make import Make

START, NEXT = date(2025, 9, 1), date(2026, 9, 1)


def names(desk: Desk, body_id: int, on: date) -> list[str]:
    return [f"{member.post}: {member.full_name}" for member in bodies.members(desk, body_id, on)]


def test_members_of_a_day_stand_in_the_order_of_posts_and_of_kazakh_names(desk: Desk, make: Make) -> None:
    body = make.body()
    for surname, post in (("Ғалымов", "Мүше"), ("Шәкенов", "Төраға"), ("Әбенов", "Мүше"), ("Аманов", "Хатшы")):
        make.term(body, post, make.person(surname, "Ерлан"), START)
    assert names(desk, body, START) == [
        "Төраға: Шәкенов Ерлан",
        "Хатшы: Аманов Ерлан",
        "Мүше: Әбенов Ерлан",
        "Мүше: Ғалымов Ерлан",
    ]
    assert names(desk, body, date(2025, 8, 31)) == []


def test_a_second_holder_of_a_one_seat_post_is_refused_and_the_clash_is_named(desk: Desk, make: Make) -> None:
    body = make.body()
    make.term(body, "Төраға", make.person("Асанов", "Ерлан"), START, date(2026, 6, 30))
    other = make.person("Әбенов", "Дархан")
    with pytest.raises(Refusal, match=r"Асанов Ерлан holds it: 01\.09\.2025 – 30\.06\.2026"):
        make.term(body, "Төраға", other, date(2026, 6, 30))
    make.term(body, "Төраға", other, date(2026, 7, 1))
    with pytest.raises(Refusal, match=r"Әбенов Дархан holds it: 01\.07\.2026 – …"):
        make.term(body, "Төраға", make.person("Мұратов"), date(2026, 7, 15), date(2027, 1, 1))


def test_the_same_person_twice_in_one_post_at_once_is_refused_but_not_one_after_the_other(
    desk: Desk, make: Make
) -> None:
    body, person = make.body(), make.person("Асанов", "Ерлан")
    make.term(body, "Мүше", person, START, date(2026, 6, 30))
    with pytest.raises(Refusal, match=r"Асанов Ерлан already holds “Мүше”: 01\.09\.2025 – 30\.06\.2026"):
        make.term(body, "Мүше", person, date(2026, 1, 1), date(2026, 2, 1))
    make.term(body, "Мүше", person, NEXT)
    make.term(body, "Хатшы", person, START)
    assert [term.starts_on for term in bodies.terms_of(desk, person) if term.post == "Мүше"] == [NEXT, START]
    assert len(by_person(bodies.members(desk, body, START))) == 1


def test_an_end_before_the_start_is_refused(desk: Desk, make: Make) -> None:
    body, person = make.body(), make.person()
    with pytest.raises(Refusal, match="cannot end before"):
        make.term(body, "Мүше", person, START, date(2025, 8, 31))
    term = make.term(body, "Мүше", person, START)
    with pytest.raises(Refusal, match="Choose a later day"):
        bodies.end_term(desk, term, date(2025, 8, 31))
    bodies.end_term(desk, term, START, EndReason.RESIGNED)
    assert names(desk, body, START)
    assert not names(desk, body, date(2025, 9, 2))


def test_a_term_that_is_corrected_keeps_the_reason_it_ended_for_until_it_runs_again(desk: Desk, make: Make) -> None:
    body, person = make.body(), make.person()
    term = make.term(body, "Мүше", person, START)
    bodies.end_term(desk, term, NEXT, EndReason.RESIGNED)
    bodies.save_term(desk, term, START, date(2026, 6, 30), note="Өтініш бойынша")
    (known,) = bodies.terms_of(desk, person)
    assert (known.ends_on, known.end_reason, known.note) == (date(2026, 6, 30), EndReason.RESIGNED, "Өтініш бойынша")
    bodies.save_term(desk, term, START, None)
    assert bodies.terms_of(desk, person)[0].end_reason is EndReason.NONE


def test_a_change_of_office_closes_one_row_and_opens_the_other(desk: Desk, make: Make) -> None:
    body = make.body()
    old, new = make.person("Асанов", "Ерлан"), make.person("Әбенов", "Дархан")
    make.term(body, "Төраға", old, START, date(2026, 8, 31))
    deputy = make.term(body, "Орынбасар", new, START)
    day = date(2026, 2, 10)
    bodies.change_office(
        desk, make.post(body, "Төраға"), new, day, also_ends=[deputy], old_becomes=make.post(body, "Мүше")
    )
    assert names(desk, body, date(2026, 2, 9)) == ["Төраға: Асанов Ерлан", "Орынбасар: Әбенов Дархан"]
    assert names(desk, body, day) == ["Төраға: Әбенов Дархан", "Мүше: Асанов Ерлан"]
    assert [member.ends_on for member in bodies.members(desk, body, day)] == [date(2026, 8, 31)] * 2
    desk.undo()
    assert names(desk, body, day) == ["Төраға: Асанов Ерлан", "Орынбасар: Әбенов Дархан"]


def test_nobody_takes_an_office_over_on_the_day_its_holder_began(desk: Desk, make: Make) -> None:
    body = make.body()
    make.term(body, "Төраға", make.person("Асанов", "Ерлан"), START)
    with pytest.raises(Refusal, match="Асанов Ерлан holds “Төраға” from 01.09.2025. Choose a later day"):
        bodies.change_office(desk, make.post(body, "Төраға"), make.person(), START)


def test_of_a_post_of_many_seats_it_must_be_said_whose_place_it_is(desk: Desk, make: Make) -> None:
    body = make.body()
    first, second = (make.term(body, "Мүше", make.person(name, "А"), START) for name in ("Асанов", "Бақытов"))
    new = make.person("Ғалымов", "А")
    with pytest.raises(Refusal, match="Choose whose place"):
        bodies.change_office(desk, make.post(body, "Мүше"), new, NEXT)
    bodies.change_office(desk, make.post(body, "Мүше"), new, NEXT, instead_of=second)
    assert names(desk, body, NEXT) == ["Мүше: Асанов А", "Мүше: Ғалымов А"]
    assert first != second


def test_the_year_turns_over_in_one_step_and_nothing_of_last_year_changes(desk: Desk, make: Make) -> None:
    body = make.body()
    chair = make.term(body, "Төраға", make.person("Асанов", "Е"), START)
    secretary = make.term(body, "Хатшы", make.person("Бақытов", "Е"), START)
    member = make.term(body, "Мүше", make.person("Ғалымов", "Е"), START, date(2026, 6, 30))
    comes = make.person("Нұрланов", "Е")
    gone = make.term(body, "Мүше", make.person("Өмірбеков", "Е"), START)
    bodies.end_term(desk, gone, date(2026, 5, 1), EndReason.RESIGNED)
    days = [date(2025, 9, 1), date(2026, 3, 1), date(2026, 7, 1), date(2026, 8, 31)]
    before = [names(desk, body, day) for day in days]
    assert {term.id for term in bodies.to_turn(desk, body, NEXT)} == {chair, secretary, member}
    with pytest.raises(Refusal, match="Say of Ғалымов Е, Мүше"):
        bodies.turn_year(desk, body, NEXT, stays=[Stay(secretary)], leaves=[chair])
    bodies.turn_year(
        desk,
        body,
        NEXT,
        stays=[Stay(secretary), Stay(member, make.post(body, "Төраға"))],
        leaves=[chair],
        comes=[Comer(make.post(body, "Мүше"), comes)],
    )
    assert [names(desk, body, day) for day in days] == before
    assert names(desk, body, NEXT) == ["Төраға: Ғалымов Е", "Хатшы: Бақытов Е", "Мүше: Нұрланов Е"]
    assert desk.undo() is not None
    assert names(desk, body, NEXT) == ["Төраға: Асанов Е", "Хатшы: Бақытов Е"]


def test_a_mandate_of_two_years_runs_on_when_the_year_turns(desk: Desk, make: Make) -> None:
    body = make.body()
    term = make.term(body, "Төраға", make.person("Асанов", "Е"), START, date(2027, 8, 31))
    assert bodies.turn_year(desk, body, NEXT, stays=[Stay(term)]).nothing
    assert [member.term_id for member in bodies.members(desk, body, NEXT)] == [term]


def test_the_year_turns_again_and_again(desk: Desk, make: Make) -> None:
    body = make.body()
    make.term(body, "Төраға", make.person("Асанов", "Е"), date(2020, 9, 1))
    for year in range(2021, 2026):
        turn = date(year, 9, 1)
        (only,) = bodies.to_turn(desk, body, turn)
        bodies.turn_year(desk, body, turn, stays=[Stay(only.id)], until=date(year + 1, 6, 30))
    assert len(bodies.terms_of_body(desk, body)) == 6


def test_the_turn_that_is_due_is_of_this_year_until_it_is_made(desk: Desk, make: Make) -> None:
    body = make.body()
    assert bodies.due(desk, body, date(2026, 9, 20)) == date(2027, 9, 1)
    term = make.term(body, "Төраға", make.person("Асанов", "Е"), START)
    assert bodies.due(desk, body, date(2026, 8, 20)) == NEXT
    assert bodies.due(desk, body, date(2026, 9, 20)) == NEXT
    bodies.turn_year(desk, body, NEXT, stays=[Stay(term)])
    assert bodies.due(desk, body, date(2026, 9, 20)) == date(2027, 9, 1)


def test_who_left_holds_no_post_after_that_day(desk: Desk, make: Make) -> None:
    body, person = make.body(), make.person("Асанов", "Е")
    make.term(body, "Төраға", person, START)
    people.leave(desk, [person], date(2026, 3, 1))
    assert names(desk, body, date(2026, 3, 1))
    assert not names(desk, body, date(2026, 3, 2))
    assert bodies.terms_of(desk, person)[0].end_reason is EndReason.LEFT
    with pytest.raises(Refusal, match="left on 01.03.2026"):
        make.term(body, "Мүше", person, NEXT)
    make.term(body, "Мүше", person, START, date(2025, 12, 31))


def test_nobody_leaves_before_a_term_that_is_still_to_come(desk: Desk, make: Make) -> None:
    body, person = make.body(), make.person("Асанов", "Е")
    make.term(body, "Төраға", person, NEXT)
    with pytest.raises(Refusal, match="only from 01.09.2026"):
        people.leave(desk, [person], date(2026, 3, 1))
    assert people.get(desk, person).active


def test_a_name_in_a_register_does_not_go_to_the_bin(desk: Desk, make: Make) -> None:
    body, person = make.body(), make.person("Асанов", "Е")
    make.term(body, "Мүше", person, START, date(2025, 12, 31))
    with pytest.raises(Refusal, match="stands in the register of Студенттік үкімет"):
        people.bin_(desk, [person])


def test_a_closed_body_has_nobody_after_that_day(desk: Desk, make: Make) -> None:
    body = make.body()
    make.term(body, "Төраға", make.person(), START)
    known = bodies.get(desk, body)
    bodies.save(desk, body, BodyDraft(known.name, closed_on=date(2026, 6, 30)))
    assert not names(desk, body, date(2026, 7, 1))
    with pytest.raises(Refusal, match="closed on 30.06.2026"):
        make.term(body, "Мүше", make.person(), date(2026, 7, 1))


def test_a_body_is_found_by_either_name_with_or_without_kazakh_letters(desk: Desk, make: Make) -> None:
    body = make.body(short_name="СҮ")
    for typed in ("Студенттік үкімет", "студенттик укимет", "СҮ", "су"):
        assert bodies.by_name(desk, typed).id == body
    assert [hit.id for hit in find.find(desk, "укимет") if hit.kind == "body"] == [body]
    with pytest.raises(Refusal, match="already a body"):
        bodies.add(desk, BodyDraft("Студенттик үкімет"))
    with pytest.raises(Refusal, match="no body"):
        bodies.by_name(desk, "Шахмат")


def test_a_list_of_bodies_says_who_leads_and_how_many_must_come(desk: Desk, make: Make) -> None:
    body = make.body()
    make.term(body, "Төраға", make.person("Асанов", "Е"), START)
    make.term(body, "Хатшы", make.person("Бақытов", "Е"), START)
    for person in make.people(5):
        make.term(body, "Мүше", person, START)
    (line,) = bodies.lines(desk, START)
    assert (line.chair, line.secretary, line.members, line.voting, line.quorum) == ("Асанов Е", "Бақытов Е", 7, 7, 4)


def test_who_held_what_answers_over_all_bodies_and_by_words(desk: Desk, make: Make) -> None:
    government, club = make.body(), make.body("Шахмат үйірмесі", kind=BodyKind.HOBBY_CIRCLE)
    person = make.person("Қасымов", "Ерлан")
    make.term(government, "Төраға", make.person("Асанов", "Е"), START)
    make.term(club, "Төраға", person, START)
    assert [member.body for member in bodies.holders(desk, START, "төраға")] == ["Студенттік үкімет", "Шахмат үйірмесі"]
    assert [member.person_id for member in bodies.held_on(desk, START, MembersQuery("касым торага"))] == [person]
    bodies.bin_(desk, [club])
    assert len(bodies.held_on(desk, START)) == 1


def test_a_post_held_by_several_cannot_become_one_of_one_seat(desk: Desk, make: Make) -> None:
    body = make.body()
    for name in ("Асанов", "Бақытов"):
        make.term(body, "Мүше", make.person(name, "Е"), START)
    post = make.post(body, "Мүше")
    with pytest.raises(Refusal, match="Асанов Е and Бақытов Е held “Мүше” at the same time"):
        bodies.save_post(desk, post, BodyPostDraft("Мүше", seats=1))
    with pytest.raises(Refusal, match="already has the post “Төраға”"):
        bodies.save_post(desk, post, BodyPostDraft("төраға"))
    with pytest.raises(Refusal, match="End the term first"):
        bodies.bin_posts(desk, [post], START)
    bodies.move_post(desk, post, 1)
    assert [known.title for known in bodies.get(desk, body).posts] == ["Мүше", "Төраға", "Орынбасар", "Хатшы"]
    assert bodies.get(desk, body).posts[1].role is PostRole.CHAIR
