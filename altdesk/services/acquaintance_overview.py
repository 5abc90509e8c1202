"""The overview of acquaintance for a director: figures, units that are behind, what is due this week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from altdesk.desk import Desk
from altdesk.domain.overview import Overview, UnitCoverage, UnitDebt, UnitDocument, end_of_week
from altdesk.domain.text import fold
from db.queries import acquaintance as acquaintance_queries
from db.queries import overview as queries


def overview(desk: Desk, day: date | None = None) -> Overview:
    """How it stands on a day."""
    now = day or date.today()
    with desk.store.read() as connection:
        lines = acquaintance_queries.coverage(connection)
        units = queries.debts_by_unit(connection)
        due = queries.due(connection, end_of_week(now))
    return Overview(
        signed=sum(line.signed for line in lines),
        total=sum(line.total for line in lines),
        documents=len(lines),
        behind=sum(bool(line.missing) for line in lines),
        people=sum(each.people for each in units),
        refused=sum(line.refused for line in lines),
        units=tuple(replace(each, most=units[0].signatures) for each in units),
        due=tuple(replace(each, late=each.on < now) for each in due),
    )


def by_unit(desk: Desk, revision_id: int) -> list[UnitCoverage]:
    """Signed of those who must, unit by unit, for one revision; those most behind first."""
    with desk.store.read() as connection:
        return queries.by_unit(connection, revision_id)


def of_unit(desk: Desk, unit_id: int) -> list[UnitDocument]:
    """The revisions in force that the people of a unit must know, those most behind first; 0 is without a unit."""
    with desk.store.read() as connection:
        found = [UnitDocument(*row) for row in queries.of_unit(connection, unit_id)]
    return sorted(found, key=lambda each: -each.missing)


def found(units: Sequence[UnitDebt], text: str) -> list[UnitDebt]:
    """The units whose names have every typed word, with or without Kazakh letters."""
    wanted = fold(text).split()
    return [each for each in units if all(word in fold(each.unit) for word in wanted)]
