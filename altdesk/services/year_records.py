"""The academic years of the records a report is made of: which there are, and which is meant."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select, union_all

from altdesk.desk import Desk
from altdesk.domain.academic_year import Period, academic_year, academic_year_of
from altdesk.services import binder, rules
from db.models.club_assessments import club_assessment
from db.models.leadership import leadership_meeting
from db.models.measures import measure
from db.models.sponsors import donation

DAYS = {
    "sponsors": donation.c.received_on,
    "leadership": leadership_meeting.c.held_on,
    "measures": measure.c.taken_on,
    "club_assessments": club_assessment.c.assessed_on,
}


def years(desk: Desk, today: date | None = None) -> list[Period]:
    """The academic years from the first record there is to the one that runs, the newest first."""
    every = union_all(
        *(select(func.min(day).label("day")).where(day.table.c.binned_at.is_(None)) for day in DAYS.values())
    ).subquery()
    with desk.store.read() as connection:
        first = connection.execute(select(func.min(every.c.day))).scalar()
        start = rules.read(connection).year_start
    running = academic_year(today or date.today(), start).first.year
    begun = running if first is None else min(running, academic_year(_day(first), start).first.year)
    return [academic_year_of(year, start) for year in range(running, begun - 1, -1)]


def latest(desk: Desk, area: str, today: date | None = None) -> Period:
    """The newest academic year in which there is a record of an area; the one that runs where there is none."""
    day = DAYS[area]
    with desk.store.read() as connection:
        last = connection.execute(select(func.max(day)).where(day.table.c.binned_at.is_(None))).scalar()
        start = rules.read(connection).year_start
    return academic_year(last or today or date.today(), start)


def begun_in(desk: Desk, year: int) -> Period:
    """The academic year that begins in a calendar year, by the rules of the desk."""
    return academic_year_of(year, rules.get(desk).year_start)


def called(desk: Desk, typed: str) -> Period:
    """The academic year typed as 2025-2026 or 2025. Refused when it is no year."""
    return binder.year_called(desk, typed)


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
