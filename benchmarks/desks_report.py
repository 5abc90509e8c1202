"""A desk of many years to report of: events, who took part, plans, meetings of the leadership, donations, measures."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from altdesk.desk import Desk
from altdesk.domain.events_kinds import Direction, EventForm, EventKind, Level
from altdesk.domain.people import PersonDraft, PersonKind
from altdesk.domain.text import sort_key
from altdesk.services import people
from benchmarks import desks
from db.models.events import event, participant
from db.models.leadership import leadership_meeting, raised_issue
from db.models.measures import measure
from db.models.people import person
from db.models.plans import plan, plan_row
from db.models.sponsors import donation, sponsor
from db.step import Step

YEARS, EVENTS, PARTICIPANTS, PEOPLE = 20, 2_000, 40_000, 2_000
FIRST = 2006  # the calendar year in which the first academic year begins
NEWEST = FIRST + YEARS - 1
RESULT = "Студенттер белсенді қатысты, жеңімпаздар марапатталды."


@contextmanager
def of_years() -> Iterator[Desk]:
    """An open desk of twenty years with two thousand events each."""
    where = desks.folder(f"years-{YEARS}-{EVENTS}-1")
    fresh = not (where / "altdesk.db").exists()
    with Desk.open(where, language="kk") as desk:
        if fresh:
            _fill(desk)
        yield desk


def _fill(desk: Desk) -> None:
    chance = random.Random(5)
    with desk.step("Benchmark years") as step:
        names = [(desks.SURNAMES[at % 24], desks.GIVEN[at % 16]) for at in range(PEOPLE)]
        drafts = [PersonDraft(*name, kind=PersonKind.STUDENT) for name in names]
        known = step.add_many(person, [people.row_of(people.tidy(each), None) for each in drafts])
        gave = [step.add(sponsor, name=f"«Үлгі {at}» ЖШС", name_sort=sort_key(f"Үлгі {at}")) for at in range(12)]
        for year in range(FIRST, FIRST + YEARS):
            _year(step, year, gave, chance)
        every = [row[0] for row in step.connection.exec_driver_sql("SELECT id FROM event")]
        pairs = list({(chance.choice(every), chance.choice(known)) for _ in range(PARTICIPANTS + 400)})
        rows = [{"event_id": of, "person_id": who, "role": "took_part"} for of, who in pairs[:PARTICIPANTS]]
        step.add_many(participant, rows)


def _year(step: Step, year: int, gave: list[int], chance: random.Random) -> None:
    begins = date(year, 9, 1)

    def day() -> date:
        return begins + timedelta(chance.randrange(364))

    made = step.add(plan, kind="student_government", year=year, title=f"СҮ жоспары {year}", title_sort=f"{year}")
    rows = [_row(made, at, day(), chance) for at in range(EVENTS // 10)]
    known = step.add_many(plan_row, rows)
    held = step.add_many(event, [_event(day(), chance, known) for _ in range(EVENTS)])
    meetings = [
        {"held_on": day(), "audience": "students", "leader": "Үлгіұлы С.", "participants": 90, "topic": "Кездесу"}
        for _ in range(12)
    ]
    for meeting in step.add_many(leadership_meeting, meetings):
        step.add(raised_issue, meeting_id=meeting, ordinal=1, issue="Кітапхана уақыты", answer="Ұзартылды")
    measures = [
        {"unit": f"Институт {at % 6}", "unit_sort": str(at % 6), "conditions": "study", "title": "Жабдықталды",
         "title_sort": "", "taken_on": day(), "cost": at * 1_000_00, "result": "Орындалды"}
        for at in range(40)
    ]  # fmt: skip
    step.add_many(measure, measures)
    donations = [
        {"sponsor_id": chance.choice(gave), "event_id": chance.choice(held), "received_on": day(),
         "amount": chance.randrange(10**9), "document": f"№ {at}"}
        for at in range(60)
    ]  # fmt: skip
    step.add_many(donation, donations)


def _row(plan_id: int, at: int, on: date, chance: random.Random) -> dict[str, object]:
    return {
        "plan_id": plan_id,
        "ordinal": at + 1,
        "precision": "day",
        "first_on": on,
        "last_on": on,
        "title": f"Жоспарланған жұмыс {at}",
        "title_sort": "",
        "state": chance.choice(("held", "held", "held", "moved", "not_held", "planned")),
        "reason": "Себебі бар",
    }


def _event(on: date, chance: random.Random, rows: list[int]) -> dict[str, object]:
    title = f"{chance.choice(('Акция', 'Кездесу', 'Байқау'))} «{chance.choice(desks.SURNAMES)}»"
    return {
        "title": title,
        "title_sort": sort_key(title),
        "starts_on": on,
        "ends_on": on,
        "kind": chance.choice(list(EventKind)).value,
        "form": chance.choice(list(EventForm)).value,
        "direction": chance.choice(list(Direction)).value,
        "level": chance.choice(list(Level)).value,
        "state": chance.choice(("held",) * 8 + ("not_held", "moved")),
        "participants": chance.randrange(10, 300),
        "plan_row_id": chance.choice(rows),
        "result": RESULT,
        "sequence": 0,
    }
