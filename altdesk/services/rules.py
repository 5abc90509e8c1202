"""The rules of the desk: what they are, and changing them."""

from __future__ import annotations

from sqlalchemy import Connection

from altdesk.desk import Changed, Desk
from altdesk.domain.academic_year import YearStart
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.rules import Rules
from altdesk.services import kept_settings, minutes_years

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read(connection: Connection) -> Rules:
    """The rules as they stand on this connection."""
    return kept_settings.read(connection, Rules)


def get(desk: Desk) -> Rules:
    with desk.store.read() as connection:
        return read(connection)


def save(desk: Desk, wanted: Rules) -> Changed:
    """Change the rules; drafts of minutes without a number come into the year of their day.

    Refused for a day on which no year can begin, and for a scale of risks that lacks a level.
    """
    _refuse_no_day(wanted.year_start)
    wanted.risk_scale.check()
    with desk.step(N_("Change the rules of the desk")) as step:
        kept_settings.write(step, wanted)
        minutes_years.follow(step, wanted)
    return desk.done(step)


def _refuse_no_day(start: YearStart) -> None:
    if not 1 <= start.month <= 12:
        raise Refusal(N_("The month is a number from 1 to 12."), field="year_starts_month")
    if not 1 <= start.day <= _DAYS[start.month - 1]:
        raise Refusal(N_("This month has no such day."), field="year_starts_day")
