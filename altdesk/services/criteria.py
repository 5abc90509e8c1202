"""The criteria by which circles, clubs and sections are assessed; changing them changes no assessment there is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from altdesk.desk import Changed, Desk
from altdesk.domain.club_assessments import Criterion, CriterionDraft, check_criterion
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.text import clean
from db.models.club_assessments import criterion
from db.queries import club_assessments as queries
from db.step import now


def all_criteria(desk: Desk) -> list[Criterion]:
    """The criteria there are now, in their order."""
    with desk.store.read() as connection:
        return queries.criteria(connection)


def add(desk: Desk, draft: CriterionDraft) -> Changed:
    """Add a criterion as the last one. Refused without a text, without points, or when it is there already."""
    tidied = _tidy(draft)
    with desk.step(N_("Add the criterion «%(title)s»"), title=tidied.title) as step:
        known = queries.criteria(step.connection)
        _refuse_twin(known, tidied, None)
        last = max((each.ordinal for each in known), default=0)
        step.made = step.add(criterion, **_row(tidied), ordinal=last + 1)
    return desk.done(step)


def save(desk: Desk, criterion_id: int, draft: CriterionDraft) -> Changed:
    """Change a criterion for the assessments to come."""
    tidied = _tidy(draft)
    with desk.step(N_("Change the criterion «%(title)s»"), title=tidied.title) as step:
        step.made = criterion_id
        _refuse_twin(queries.criteria(step.connection), tidied, criterion_id)
        step.change(criterion, criterion_id, **_row(tidied))
    return desk.done(step)


def move(desk: Desk, criterion_id: int, rank: int) -> Changed:
    """Give a criterion another place, from 1; the others make room."""
    with desk.step(N_("Move a criterion")) as step:
        step.made = criterion_id
        order = [number for number in _order(step.connection) if number != criterion_id]
        order.insert(max(0, rank - 1), criterion_id)
        step.change_many(criterion, [(number, {"ordinal": at}) for at, number in enumerate(order, 1)])
    return desk.done(step)


def bin_(desk: Desk, criterion_id: int) -> Changed:
    """Put a criterion into the bin."""
    with desk.step(N_("A criterion to the bin")) as step:
        step.change(criterion, criterion_id, binned_at=now())
    return desk.done(step)


def _order(connection: Connection) -> list[int]:
    return [each.id for each in queries.criteria(connection)]


def _tidy(draft: CriterionDraft) -> CriterionDraft:
    tidied = replace(draft, title=clean(draft.title).text)
    check_criterion(tidied)
    return tidied


def _row(draft: CriterionDraft) -> dict[str, Any]:
    return {"title": draft.title, "most": draft.most}


def _refuse_twin(known: list[Criterion], draft: CriterionDraft, own: int | None) -> None:
    if any(each.id != own and each.title.casefold() == draft.title.casefold() for each in known):
        raise Refusal(N_("This criterion is there already."), field="title")
