"""The sample desk's events: the whole last academic year, and what is on around today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

from altdesk.desk import Desk
from altdesk.domain.academic_year import Period, YearStart, academic_year, academic_year_of
from altdesk.domain.events import EventDraft, PartDraft, PartRole
from altdesk.domain.events_kinds import Direction, EventForm, EventKind, Level
from altdesk.domain.marking import N_
from altdesk.domain.minutes import Named
from altdesk.domain.people import PeopleQuery, PersonKind
from altdesk.domain.text import sort_key
from altdesk.services import bodies, events, participants, people, rules, units
from db.queries import events as queries

SATURDAY = 5
RESULTS = ("1-орын", "Алғыс хат", "", "2-орын", "", "")


def tell(desk: Desk, story: dict[str, Any], known: Mapping[str, int], today: date) -> None:
    """Put the events on the desk in one step, with those who took part; `known` are people by name."""
    start = rules.get(desk).year_start
    last = academic_year_of(academic_year(today, start).first.year - 1, start)
    told = _Teller(desk, known, today, start)
    with desk.step(N_("Sample events")) as step:
        for at, each in enumerate(story["event"]):
            told.event(at, each, last)
        step.made = None
    desk.done(step)


class _Teller:
    """Tells one event after the other."""

    def __init__(self, desk: Desk, known: Mapping[str, int], today: date, start: YearStart) -> None:
        self._desk, self._known, self._today, self._start = desk, known, today, start
        self._bodies = {each.name: each.id for each in bodies.all_bodies(desk)}
        self._units = {each.name: each.id for each in units.all_units(desk)}
        self._students = people.ids(desk, PeopleQuery(kind=PersonKind.STUDENT))

    def event(self, at: int, each: dict[str, Any], year: Period) -> None:
        """What it was planned as, then what became of it."""
        day = _on(each["on"], year) if "on" in each else workday(self._today + timedelta(each["day"]), self._today)
        planned = _on(each["moved"], year) if "moved" in each else day + timedelta(each.get("shift", 0))
        made = events.add(self._desk, self._draft(each, planned), self._today).id
        assert made is not None
        if planned != day:
            events.move(self._desk, made, day)
        self._people(at, each, made)
        if "not_held" in each:
            events.not_held(self._desk, [made], each["not_held"])
        elif day < self._today:
            came, result = each.get("came"), each.get("result", "")
            events.held(self._desk, [made], participants=came, result=result, today=self._today)

    def _draft(self, each: dict[str, Any], day: date) -> EventDraft:
        at = [time.fromisoformat(text) for text in each.get("at", ())]
        name = each["responsible"]
        return EventDraft(
            each["title"],
            EventKind(each["kind"]),
            EventForm(each["form"]),
            Direction(each["direction"]),
            Level(each["level"]),
            self._bodies.get(each.get("body", "")),
            self._units.get(each.get("unit", "")),
            self._row(each["title"], day),
            day,
            day + timedelta(each.get("days", 1) - 1),
            at[0] if at else None,
            at[1] if len(at) > 1 else None,
            each.get("place", ""),
            Named(name, person_id=self._known.get(name)),
            each.get("whom", ""),
            each.get("expected"),
        )

    def _row(self, title: str, day: date) -> int | None:
        """The row of a plan of that year which is called the same."""
        with self._desk.store.read() as connection:
            return queries.row_titled(connection, sort_key(title), academic_year(day, self._start).first.year)

    def _people(self, at: int, each: dict[str, Any], made: int) -> None:
        """Some students took part, the first of them with a result, and who answers for it organised it."""
        number = len(self._students)
        chosen = [self._students[(at * 5 + nth) % number] for nth in range(min(each.get("people", 0), number))]
        participants.add(self._desk, made, chosen)
        if chosen and "result" in each and each["kind"] in {"contest", "sport", "debate"}:
            for found, result in zip(participants.of(self._desk, made), RESULTS, strict=False):
                if result:
                    participants.save(self._desk, found.id, PartDraft(PartRole.TOOK_PART, result))
        if chosen and each["responsible"] in self._known:
            participants.add(self._desk, made, [self._known[each["responsible"]]], PartRole.ORGANISED)


def _on(month_day: list[int], year: Period) -> date:
    month, day = month_day
    here = date(year.first.year, month, day)
    return workday(here if here in year else date(year.last.year, month, day), year.last)


def workday(day: date, today: date) -> date:
    """The day itself; of a weekend the Friday before, after today the Monday behind it."""
    over = day.weekday() - SATURDAY
    if over < 0:
        return day
    return day - timedelta(1 + over) if day <= today else day + timedelta(2 - over)
