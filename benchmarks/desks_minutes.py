"""A desk of twenty years of meetings: bodies, minutes, agendas, resolved points and the tasks that came from them."""

from __future__ import annotations

import random
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from itertools import accumulate
from typing import Any

from altdesk.desk import Desk
from altdesk.domain.bodies import BodyDraft, BodyKind
from altdesk.domain.minutes import Named, PointDraft
from altdesk.services import bodies, people, task_sources
from benchmarks.desks import drafts, kept
from db.models.minutes import agenda_item, attendee, minutes, point_person, resolved_point
from db.models.people import person
from db.models.tasks import task, task_person
from db.step import Step

BODIES, YEARS, MEETINGS, ITEMS, PEOPLE = 12, 20, 30, 8, 20_000
FIRST_YEAR = 2007
MEMBERS = 12
COMMON = ("с", "студент", "жоспар есеп")
RARE = "Жайлаубай 4711"

WORDS = """
студент жоспар есеп іс-шара институт шара үкімет мәжіліс хаттама қаулы бөлім төраға мүше клуб үйірме
спорт секция жатақхана акция кездесу дөңгелек үстел дебат конференция экскурсия куратор сағат тәрбие
бағыт азамат адамгершілік еңбек физикалық ақыл эстетика жарыс байқау концерт мереке шығын демеуші
қаражат сома бюджет сатып жабдық кітап кітапхана асхана емтихан сабақ үлгерім қатысу себеп ескерту
мақтау алғыс грамота сыйлық шәкіртақы ұсыныс талқылау дауыс жақтап қарсы қалыс бекіту орындау тапсыру
дайындау өткізу ұйымдастыру бақылау мерзім жауапты
"""
STEMS = WORDS.split()
ENDINGS = ("", "тер", "дың", "ға", "ды", "мен", "лары", "ының", "нан", "дағы", "сы", "ға қатысты")


class Words:
    """Invented Kazakh sentences: a few words come up all the time, most seldom, as in real minutes."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._words = [f"{stem}{ending}" for ending in ENDINGS for stem in STEMS]
        self._words += [f"{stem}{ending}{number}" for number in range(3) for ending in ENDINGS for stem in STEMS[::4]]
        self._weights = list(accumulate(1 / place for place in range(1, len(self._words) + 1)))

    def sentence(self, words: int) -> str:
        return " ".join(self._chance.choices(self._words, cum_weights=self._weights, k=words)).capitalize() + "."

    def number(self, below: int) -> int:
        return self._chance.randrange(below)


def of_minutes() -> AbstractContextManager[Desk]:
    """An open desk with 12 bodies × 20 years × 30 meetings × 8 items and 20,000 people."""
    return kept("minutes-8", _fill)


def _fill(desk: Desk) -> None:
    with desk.step("Benchmark people") as step:
        step.add_many(person, [people.row_of(people.tidy(each), None) for each in drafts(PEOPLE, 3)])
    words, chance = Words(1), random.Random(2)
    for number in range(BODIES):
        made = bodies.add(desk, BodyDraft(f"Кеңес {number + 1}", kind=BodyKind.COUNCIL)).id
        assert made is not None
        for year in range(YEARS):
            with desk.step("Benchmark meetings") as step:
                _year(step, made, number, year, words, chance)


def _year(step: Step, body_id: int, body: int, year: int, words: Words, chance: random.Random) -> None:
    members = chance.sample(range(1, PEOPLE + 1), MEMBERS)
    begun = date(FIRST_YEAR + year, 9, 1)
    days = [begun + timedelta(days=11 * each + body) for each in range(MEETINGS)]
    points = [[[words.sentence(8), words.sentence(6)] for _ in range(ITEMS)] for _ in days]
    agendas = [[_item(place, words, texts) for place, texts in enumerate(each, 1)] for each in points]
    if body == 5 and year == 11:
        agendas[0][2]["heard"] += f" {RARE}"
    heads = [_head(body_id, body, day, at, members) for at, day in enumerate(days, 1)]
    made = step.add_many(minutes, heads)
    step.add_many(
        attendee,
        [
            {
                "minutes_id": number,
                "ordinal": place,
                "person_id": member,
                "votes": True,
                "state": "present" if (number + place) % 5 else "absent",
                "full_name": f"Мүше {member}",
                "post": "Мүше",
            }
            for number in made
            for place, member in enumerate(members, 1)
        ],
    )
    rows = [row | {"minutes_id": number} for number, agenda in zip(made, agendas, strict=True) for row in agenda]
    places = [(number, day, place) for number, day in zip(made, days, strict=True) for place in range(1, ITEMS + 1)]
    texts = [each for meeting in points for each in meeting]
    items = step.add_many(agenda_item, rows)
    _points(step, body_id, list(zip(items, places, texts, strict=True)), members)


def _head(body_id: int, body: int, day: date, number: int, members: list[int]) -> dict[str, Any]:
    return {
        "body_id": body_id,
        "body_name": f"Кеңес {body + 1}",
        "state": "signed",
        "number_value": number,
        "number": str(number),
        "number_key": str(number),
        "period": f"{day.year if day.month > 8 else day.year - 1}-{day.year + 1 if day.month > 8 else day.year}",
        "held_on": day,
        "verb": "resolved",
        "tie_rule": "rejected",
        "quorum_kind": "more_than_half",
        "quorum_parts": 1,
        "quorum_of": 2,
        "present": 10,
        "entitled": MEMBERS,
        "quorum": True,
        "chair_id": members[0],
        "chair_name": f"Мүше {members[0]}",
        "secretary_id": members[1],
        "secretary_name": f"Мүше {members[1]}",
        "version": 1,
        "finalized_at": datetime(day.year, day.month, day.day, 18),
        "signed_on": day,
        "place": "Мәжіліс залы",
    }


def _item(place: int, words: Words, points: list[str]) -> dict[str, Any]:
    return {
        "ordinal": place,
        "state": "dealt",
        "dealt": True,
        "vote": "open",
        "majority": "ordinary",
        "votes_for": 9,
        "votes_against": 1,
        "votes_abstained": 0,
        "result": "adopted",
        "speaker": f"Баяндамашы {words.number(300)}",
        "title": words.sentence(5).rstrip(".") + " туралы",
        "heard": f"{words.sentence(14)} {words.sentence(12)}",
        "discussed": words.sentence(15),
        "resolved": "\n".join(points),
    }


def _points(step: Step, body_id: int, items: list[Any], members: list[int]) -> None:
    rows = [
        {"item_id": item, "ordinal": at, "due_on": day + timedelta(days=14 * at), "text": text}
        for item, (_, day, _), texts in items
        for at, text in enumerate(texts, 1)
    ]
    made = step.add_many(resolved_point, rows)
    people = [{"point_id": each, "ordinal": 1, **_who(members, each)} for each in made]
    step.add_many(point_person, people)
    tasks = []
    for point, row in zip(made[::2], rows[::2], strict=True):
        item = items[(point - made[0]) // 2]
        who = _who(members, point)
        named = Named(who["full_name"], who["post"], who["person_id"])
        texts = task_sources.said_columns(PointDraft(row["text"], (named,), row["due_on"]), (named,))
        source = {"body_id": body_id, "minutes_id": item[1][0], "point_id": point, "point": f"{item[1][2]}.1"}
        state = {"state": "open" if point % 40 == 1 else "done", "decided_on": item[1][1]}
        tasks.append({**texts, **source, **state, "done_on": None if point % 40 == 1 else row["due_on"]})
    given = step.add_many(task, tasks)
    step.add_many(
        task_person,
        [{"task_id": each, "ordinal": 1, **_who(members, point)} for each, point in zip(given, made[::2], strict=True)],
    )


def _who(members: list[int], number: int) -> dict[str, Any]:
    member = members[number % len(members)]
    return {"person_id": member, "full_name": f"Мүше {member}", "post": "Мүше"}
