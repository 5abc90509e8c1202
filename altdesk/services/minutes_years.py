"""The year in which drafts of minutes stand: without a number it follows their day and the rules of the desk."""

from __future__ import annotations

from sqlalchemy import Connection

from altdesk.domain.minutes_numbering import period_of
from altdesk.domain.rules import Rules
from db.models.minutes import minutes
from db.queries import minutes_lists
from db.step import Step


def behind(connection: Connection, known: Rules) -> dict[int, str]:
    """The drafts without a number that stand in another year than that of their day, each with the right one."""
    return {
        number: year
        for number, held_on, kept in minutes_lists.unnumbered(connection)
        if (year := period_of(held_on, known).name) != kept
    }


def follow(step: Step, known: Rules) -> None:
    """Within a step: such drafts come into the year of their day. A number once given stays in its year."""
    step.change_many(minutes, [(number, {"period": year}) for number, year in behind(step.connection, known).items()])
