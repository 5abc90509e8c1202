"""Interests suggest clubs (§5.5.5), with or without Kazakh letters, and one step lets people in."""

from __future__ import annotations

from datetime import date

import pytest

from altdesk.desk import Desk
from altdesk.domain.bodies import BodyDraft, BodyKind
from altdesk.domain.errors import Refusal
from altdesk.domain.fold import fold
from altdesk.domain.interests import likeness
from altdesk.services import bodies, interests, people
from tests.make import Make

DAY = date(2026, 9, 15)
CHESS = {"kind": BodyKind.HOBBY_CIRCLE, "keywords": ("шахмат", "логика")}
DANCE = {"kind": BodyKind.STUDENT_CLUB, "keywords": ("би", "халық билері", "сахна")}


@pytest.mark.parametrize(
    ("interest", "keyword", "much"),
    [
        ("Шахмат", "шахмат", 3),
        ("шахматы", "Шахмат", 1),
        ("халық билері", "билері", 2),
        ("Қыл қалам", "кыл калам", 3),
        ("би", "биология", 0),
        ("", "шахмат", 0),
    ],
)
def test_words_go_together_by_their_sound_and_beginning(interest: str, keyword: str, much: int) -> None:
    assert likeness(fold(interest), fold(keyword)) == much


def test_a_person_is_offered_clubs_the_best_first(desk: Desk, make: Make) -> None:
    chess, dance = make.body("Шахмат үйірмесі", **CHESS), make.body("Би клубы", **DANCE)
    make.body("Студенттік үкімет", keywords=("шахмат",))
    person = make.person("Асанов", "Ерлан")
    interests.save(desk, person, ["Би", " шахматы ", "халык билери", "БИ", "фото"])
    assert interests.of_person(desk, person) == ("Би", "шахматы", "халык билери", "фото")
    found = interests.suggested(desk, person, DAY)
    assert [(club.body_id, club.words) for club in found] == [
        (dance, ("Би", "халык билери")),
        (chess, ("шахматы",)),
    ]


def test_a_club_knows_who_might_join_and_takes_them_in_with_one_step(desk: Desk, make: Make) -> None:
    chess = make.body("Шахмат үйірмесі", **CHESS)
    both, one, other, gone = (make.person(name, "Ерлан") for name in ("Яхин", "Әбенов", "Бақытов", "Аманов"))
    interests.save(desk, both, ["логика", "шахмат"])
    interests.save(desk, one, ["Шахмат"])
    interests.save(desk, other, ["футбол"])
    interests.save(desk, gone, ["шахмат"])
    people.leave(desk, [gone], DAY)
    assert [candidate.id for candidate in interests.might_join(desk, chess, DAY)] == [both, one]
    interests.join(desk, chess, [both, one], DAY)
    assert [member.post for member in bodies.members(desk, chess, DAY)] == ["Мүше", "Мүше"]
    assert interests.might_join(desk, chess, DAY) == []
    assert interests.suggested(desk, both, DAY)[0].member
    desk.undo()
    assert len(interests.might_join(desk, chess, DAY)) == 2


def test_nobody_is_let_in_when_one_of_them_cannot(desk: Desk, make: Make) -> None:
    chess = make.body("Шахмат үйірмесі", **CHESS)
    gone = make.person("Аманов", "Ерлан")
    people.leave(desk, [gone], date(2026, 1, 1))
    with pytest.raises(Refusal, match="left on"):
        interests.join(desk, chess, [make.person("Әбенов"), gone], DAY)
    assert bodies.members(desk, chess, DAY) == []


def test_a_club_without_a_post_for_members_says_what_to_do(desk: Desk) -> None:
    bare = bodies.add(desk, BodyDraft("Жалаң клуб", kind=BodyKind.STUDENT_CLUB)).id
    assert bare is not None
    with pytest.raises(Refusal, match="no post for members"):
        interests.join(desk, bare, [], DAY)


def test_words_to_choose_from_are_those_in_use_each_once(desk: Desk, make: Make) -> None:
    make.body("Шахмат үйірмесі", **CHESS)
    interests.save(desk, make.person("Асанов"), ["Шахмат", "ән"])
    assert interests.known_words(desk) == ["Шахмат", "ән", "логика"]
