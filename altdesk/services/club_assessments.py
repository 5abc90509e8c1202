"""Assessments of circles, clubs, sections and initiatives (§6): points for each criterion, and a conclusion.

For the report: `newest` of each body in a period, and `total`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from altdesk.desk import Changed, Desk
from altdesk.domain import club_assessments as domain
from altdesk.domain.academic_year import Period
from altdesk.domain.bodies import Body, MembersQuery
from altdesk.domain.club_assessments import (
    INITIATIVE,
    AssessmentTotals,
    ClubAssessment,
    ClubAssessmentDraft,
    ClubAssessmentsQuery,
    Score,
    check_assessment,
    marked,
)
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.text import clean, clean_lines, sort_key
from db.models.club_assessments import club_assessment, club_score
from db.queries import bodies as body_queries
from db.queries import club_assessments as queries
from db.step import Step, now


def ids(desk: Desk, query: ClubAssessmentsQuery, limit: int | None = None) -> Sequence[int]:
    """Ids of the assessments of a list in the order shown."""
    with desk.store.read() as connection:
        return queries.ids(connection, query, limit)


def count(desk: Desk, query: ClubAssessmentsQuery) -> int:
    with desk.store.read() as connection:
        return queries.count(connection, query)


def lines(desk: Desk, wanted: Sequence[int]) -> list[ClubAssessment]:
    """These assessments with their scores, in the order given."""
    with desk.store.read() as connection:
        return queries.lines(connection, wanted)


def get(desk: Desk, assessment_id: int) -> ClubAssessment:
    """One assessment. Refused when there is no such record."""
    with desk.store.read() as connection:
        return _known(connection, assessment_id)


def totals(desk: Desk, query: ClubAssessmentsQuery) -> AssessmentTotals:
    """How many assessments a list has, of how many bodies, and the mean of their per cent."""
    with desk.store.read() as connection:
        return domain.totals(queries.lines(connection, queries.ids(connection, query)))


def newest(desk: Desk, period: Period) -> list[ClubAssessment]:
    """The newest assessment of each body in a period, in Kazakh order."""
    query = ClubAssessmentsQuery(period=period, newest_only=True, sort="body", descending=False)
    with desk.store.read() as connection:
        return queries.lines(connection, queries.ids(connection, query))


def total(desk: Desk, period: Period) -> AssessmentTotals:
    """The totals of a period, each body counted by its newest assessment."""
    return domain.totals(newest(desk, period))


def names(desk: Desk) -> list[str]:
    """What may be assessed: the bodies of the desk, then the initiatives assessed before."""
    with desk.store.read() as connection:
        bodies = [body.name for body in body_queries.all_bodies(connection)]
        return [*bodies, *queries.initiatives(connection)]


def add(desk: Desk, draft: ClubAssessmentDraft, today: date | None = None) -> Changed:
    """Keep an assessment with its criteria as they are worded now. Without a number of members those of the body on
    that day are counted. Refused as `check_assessment` and `marked` say."""
    tidied = _tidy(draft, today)
    with desk.step(N_("Assess %(name)s"), name=tidied.body) as step:
        step.made = step.add(club_assessment, **_row(step, tidied))
        _add_scores(step, step.made, tidied.scores)
    return desk.done(step)


def save(desk: Desk, assessment_id: int, draft: ClubAssessmentDraft, today: date | None = None) -> Changed:
    """Change an assessment; its criteria stay as they were worded on its day."""
    tidied = _tidy(draft, today)
    with desk.step(N_("Change the assessment of %(name)s"), name=tidied.body) as step:
        step.made = assessment_id
        known = _known(step.connection, assessment_id)
        step.change(club_assessment, assessment_id, **_row(step, tidied, known))
        if tidied.scores != known.scores:
            step.remove(club_score, club_score.c.assessment_id == assessment_id)
            _add_scores(step, assessment_id, tidied.scores)
    return desk.done(step)


def bin_(desk: Desk, chosen: Iterable[int]) -> Changed:
    """Put assessments into the bin with their scores; undo brings them back."""
    every = list(chosen)
    with desk.step(N_("%(count)s assessments to the bin"), count=len(every)) as step:
        step.change_many(club_assessment, [(number, {"binned_at": now()}) for number in every])
    return desk.done(step)


def _known(connection: Connection, assessment_id: int) -> ClubAssessment:
    found = queries.lines(connection, [assessment_id])
    if not found:
        raise Refusal(N_("There is no such assessment."))
    return found[0]


def _tidy(draft: ClubAssessmentDraft, today: date | None) -> ClubAssessmentDraft:
    texts: dict[str, Any] = {name: clean(getattr(draft, name)).text for name in ("body", "assessed_by")}
    longer: dict[str, Any] = {name: clean_lines(getattr(draft, name)) for name in ("conclusion", "note")}
    scores = tuple(replace(each, criterion=clean(each.criterion).text) for each in draft.scores)
    tidied = replace(draft, scores=scores, **texts, **longer)
    check_assessment(tidied, today or date.today())
    return tidied


def _row(step: Step, draft: ClubAssessmentDraft, known: ClubAssessment | None = None) -> dict[str, Any]:
    points, most = marked(draft.scores)
    body = _body(step.connection, draft.body)
    if known is not None and known.body == draft.body:
        named = {"body_id": known.body_id, "kind": known.kind, "body_name": known.body, "body_name_ru": known.body_ru}
    elif body is not None:
        named = {"body_id": body.id, "kind": body.kind.value, "body_name": body.name, "body_name_ru": body.name_ru}
    else:
        named = {"body_id": None, "kind": INITIATIVE, "body_name": draft.body, "body_name_ru": ""}
    names = ("assessed_on", "assessed_by", "members", "conclusion", "note")
    own = {name: getattr(draft, name) for name in names} | {"points": points, "most": most}
    if known is None and draft.members is None and body is not None:
        own["members"] = _members(step.connection, body.id, draft.assessed_on)
    return own | named | {"body_sort": sort_key(str(named["body_name"]))}


def _body(connection: Connection, name: str) -> Body | None:
    """The body of this name, short name or Russian name; one that runs before one that was closed."""
    wanted = name.casefold()
    found = [
        body
        for body in body_queries.all_bodies(connection)
        if wanted in {body.name.casefold(), body.short_name.casefold(), body.name_ru.casefold()}
    ]
    return next(iter(sorted(found, key=lambda body: body.closed_on is not None)), None)


def _members(connection: Connection, body_id: int, on: date | None) -> int:
    held = body_queries.members(connection, on or date.today(), MembersQuery(body_id=body_id))
    return len({member.person_id for member in held})


def _add_scores(step: Step, assessment_id: int, scores: Sequence[Score]) -> None:
    rows = [
        {"assessment_id": assessment_id, "ordinal": at, "criterion": each.criterion, "points": each.points,
         "most": each.most}
        for at, each in enumerate(scores, 1)
    ]  # fmt: skip
    step.add_many(club_score, rows)
