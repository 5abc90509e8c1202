"""Papers the yearly report is made of (§6): sponsors, leadership meetings, measures, assessments of clubs.

Each answers the records given, in their order, or all that a query lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from altdesk.desk import Desk
from altdesk.domain.club_assessments import ClubAssessmentsQuery
from altdesk.domain.leadership import LeadershipQuery
from altdesk.domain.measures import MeasuresQuery
from altdesk.domain.sponsors import DonationsQuery
from altdesk.forms.form import Form
from altdesk.forms.sheets import club_assessment as assessment_form
from altdesk.forms.sheets import club_assessments as assessments_form
from altdesk.forms.sheets import leadership as leadership_form
from altdesk.forms.sheets import measures as measures_form
from altdesk.forms.sheets import sponsors as sponsors_form
from altdesk.services import club_assessments, leadership, measures, organisation, sponsors
from altdesk.services.papers.paper import Paper, signed_by


def sponsors_list(
    desk: Desk, query: DonationsQuery | None = None, ids: Sequence[int] | None = None, on: date | None = None
) -> Paper:
    """The sponsors' list in the order of days, the earliest first, unless the query says otherwise."""
    asked = query or DonationsQuery(descending=False)
    rows = sponsors.lines(desk, sponsors.ids(desk, asked) if ids is None else ids)
    return _listed(desk, sponsors_form.FORM, rows, asked, on)


def leadership_meetings(
    desk: Desk, query: LeadershipQuery | None = None, ids: Sequence[int] | None = None, on: date | None = None
) -> Paper:
    """Meetings of the leadership with the issues raised, the earliest first unless the query says otherwise."""
    asked = query or LeadershipQuery(descending=False)
    rows = leadership.lines(desk, leadership.ids(desk, asked) if ids is None else ids)
    return _listed(desk, leadership_form.FORM, rows, asked, on)


def improvement_measures(
    desk: Desk, query: MeasuresQuery | None = None, ids: Sequence[int] | None = None, on: date | None = None
) -> Paper:
    """Measures by institute, however the list is sorted."""
    asked = replace(query or MeasuresQuery(), sort="unit", descending=False)
    listed = measures.ids(desk, asked)
    chosen = listed if ids is None else [number for number in listed if number in set(ids)]
    return _listed(desk, measures_form.FORM, measures.lines(desk, chosen), asked, on)


def assessments_list(
    desk: Desk, query: ClubAssessmentsQuery | None = None, ids: Sequence[int] | None = None, on: date | None = None
) -> Paper:
    """Assessments, a line each; without a query the newest of each body in the order of names."""
    asked = query or ClubAssessmentsQuery(newest_only=True, sort="body", descending=False)
    rows = club_assessments.lines(desk, club_assessments.ids(desk, asked) if ids is None else ids)
    return _listed(desk, assessments_form.FORM, rows, asked, on)


def assessment_sheet(desk: Desk, assessment_id: int) -> Paper:
    """The sheet of one assessment."""
    heads = organisation.get(desk)
    made = club_assessments.get(desk, assessment_id)
    data = assessment_form.ClubAssessmentData(made, heads.in_both, signed_by(heads))
    return Paper(assessment_form.FORM, data)


def _listed(desk: Desk, form: Form[Any], rows: Sequence[Any], query: Any, on: date | None) -> Paper:
    heads = organisation.get(desk)
    year = query.period.name if query.period else ""
    return Paper(form, form.data(tuple(rows), year, on or date.today(), heads.in_both, signed_by(heads)))
