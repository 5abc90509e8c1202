"""A desk of twenty years of events, with those of the register who took part in them."""

from __future__ import annotations

import random
from contextlib import AbstractContextManager
from datetime import date, time, timedelta
from typing import Any

from altdesk.desk import Desk
from altdesk.domain.bodies import BodyDraft
from altdesk.domain.events_clashes import meets_from
from altdesk.domain.events_kinds import Direction, EventForm, EventKind, HeldState, Level
from altdesk.domain.minutes_attendance import clock
from altdesk.domain.text import fold, sort_key
from altdesk.services import bodies, people
from benchmarks.desks import drafts, kept
from db.models.events import event, participant
from db.models.people import person

YEARS, A_YEAR, TAKING_PART, PEOPLE, BODIES = 20, 2_000, 40_000, 5_000, 12
FIRST_YEAR = 2007
PLACES = [f"{name} {number}" for name in ("Акт залы", "Аудитория", "Спорт залы", "Кітапхана") for number in range(12)]
WORDS = [
    "Дебат турнирі",
    "Кураторлық сағат",
    "Волонтёрлер акциясы",
    "Өлең кеші",
    "Волейбол ойыны",
    "Ғылыми конференция",
]


def of_events() -> AbstractContextManager[Desk]:
    """An open desk with 20 years × 2,000 events and 40,000 rows of participants."""
    return kept("events-3", _fill)


def _fill(desk: Desk) -> None:
    chance = random.Random(7)
    with desk.step("Benchmark people") as step:
        step.add_many(person, [people.row_of(people.tidy(each), None) for each in drafts(PEOPLE, 4)])
    for number in range(BODIES):
        bodies.add(desk, BodyDraft(f"Ұйым {number + 1}"))
    made: list[int] = []
    for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
        with desk.step("Benchmark events") as step:
            made += step.add_many(event, [_row(year, at, chance) for at in range(A_YEAR)])
    with desk.step("Benchmark participants") as step:
        step.add_many(participant, [_part(made[at % len(made)], chance) for at in range(TAKING_PART)])


def _row(year: int, at: int, chance: random.Random) -> dict[str, Any]:
    day = date(year, 9, 1) + timedelta(chance.randrange(300))
    begins = time(chance.randrange(8, 19), chance.choice((0, 30)))
    title, place = f"{chance.choice(WORDS)} {year}-{at}", chance.choice(PLACES)
    held = year < FIRST_YEAR + YEARS - 1
    who = chance.randint(1, PEOPLE)
    return {
        "title": title,
        "title_sort": sort_key(title),
        "kind": chance.choice(list(EventKind)).value,
        "form": chance.choice(list(EventForm)).value,
        "direction": chance.choice(list(Direction)).value,
        "level": chance.choice(list(Level)).value,
        "state": (HeldState.HELD if held else HeldState.PLANNED).value,
        "body_id": chance.randint(1, BODIES),
        "starts_on": day,
        "meets_from": meets_from(day),
        "ends_on": day + timedelta(chance.choice((0, 0, 0, 0, 1, 4))),
        "starts_at": begins,
        "ends_at": begins.replace(hour=begins.hour + 2),
        "time_sort": clock(begins),
        "place": place,
        "place_key": fold(place),
        "responsible_id": who,
        "responsible": f"Жауапты {who}",
        "responsible_sort": sort_key(f"Жауапты {who}"),
        "expected": 50,
        "participants": chance.randint(5, 400) if held else None,
        "result": "Жоспар орындалды" if held and at % 300 else "",
        "uid": f"{year}-{at}@altdesk",
        "sequence": 0,
    }


def _part(event_id: int, chance: random.Random) -> dict[str, Any]:
    who = chance.randint(1, PEOPLE)
    return {
        "event_id": event_id,
        "person_id": who,
        "role": chance.choice(("took_part", "organised", "spoke")),
        "full_name": f"Адам {who}",
        "post": "Студент",
    }
