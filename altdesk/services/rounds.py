"""A round of acquaintance: whom a new sheet would list, and what a sheet that is back says, in one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from altdesk.desk import Changed, Desk
from altdesk.domain.acquaintance import Handwritten, RowMark
from altdesk.domain.marking import N_
from altdesk.domain.people import PersonLine
from altdesk.services import acquaintance, documents, duties
from db.queries import acquaintance as queries
from db.queries import audience as audience_queries
from db.queries import people as people_queries


@dataclass(frozen=True)
class Asked:
    """Somebody who has not signed. `sheet` is the number of one on its way with that row; who `refused` by an act is
    put on no further sheet."""

    person: PersonLine
    sheet: int | None = None
    refused: bool = False


def listed(
    desk: Desk, revision_id: int, *, people: Iterable[int] | None = None, group_id: int | None = None
) -> list[Asked]:
    """Whom `acquaintance.make_sheet` would put on a sheet now, in Kazakh order; nothing is written."""
    document_id = documents.revision_of(desk, revision_id).document_id
    with desk.store.read() as connection:
        states = queries.duty_states(connection, revision_id)
        if people is not None:
            wanted = set(people)
        elif group_id is not None:
            wanted = set(connection.execute(people_queries.group_members(connection, group_id)).scalars())
        else:
            wanted = audience_queries.members(connection, document_id)
            if not audience_queries.rows(connection, document_id):
                wanted.update(connection.execute(people_queries.active()).scalars())
        closed = {number for number, state in states.items() if state in {duties.SIGNED, duties.REFUSED}}
        lines = people_queries.lines_by_name(connection, people_queries.active())
        out = queries.on_the_way(connection, revision_id)
    return [Asked(line, out.get(line.id)) for line in lines if line.id in wanted - closed]


def standing(asked: Iterable[Asked]) -> dict[int, int]:
    """The sheets on their way on which people asked stand already: how many of them, by the sheet's number."""
    return dict(Counter(each.sheet for each in asked if each.sheet is not None))


def missing(desk: Desk, revision_id: int) -> list[Asked]:
    """Those who must know a revision and have not signed it, and the sheet each of them is on, if one is out."""
    people = acquaintance.missing(desk, revision_id)
    with desk.store.read() as connection:
        out = queries.on_the_way(connection, revision_id)
        states = queries.duty_states(connection, revision_id)
    return [Asked(line, out.get(line.id), states.get(line.id) == duties.REFUSED) for line in people]


def still_open(desk: Desk, sheet_id: int) -> int:
    """How many rows a residual sheet of this sheet would have: open ones of people who still owe the revision."""
    known = acquaintance.sheet(desk, sheet_id)
    with desk.store.read() as connection:
        return len(acquaintance.still_owing(connection, known))


def record(
    desk: Desk,
    sheet_id: int,
    marks: Mapping[int, RowMark],
    handwritten: Iterable[Handwritten] = (),
    *,
    back_on: date | None = None,
    today: date | None = None,
) -> Changed:
    """Record a sheet that is back: its rows and those written by hand, all in one step or not at all."""
    known = acquaintance.sheet(desk, sheet_id)
    with desk.step(N_("Record sheet No. %(number)s"), number=known.number) as step:
        acquaintance.mark(desk, sheet_id, marks, back_on=back_on, today=today)
        for each in handwritten:
            acquaintance.add_handwritten(desk, sheet_id, each.full_name, each.post, each.said, today)
        step.made = sheet_id
    return desk.done(step)
