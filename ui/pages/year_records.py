"""Records for the report (§6): sponsors' funds, leadership meetings, measures, assessments; four lists on one page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from altdesk.domain.marking import N_
from ui.pages.yearly.assessments_view import AssessmentsView
from ui.pages.yearly.leadership_view import LeadershipView
from ui.pages.yearly.measures_view import MeasuresView
from ui.pages.yearly.sponsors_view import SponsorsView
from ui.pages.yearly.views import SHOWS
from ui.views import View, ViewsPage

_VIEWS = (SponsorsView, LeadershipView, MeasuresView, AssessmentsView)


class YearRecordsPage(ViewsPage):
    """What is written down through the year, so that the report finds it."""

    key = "year_records"
    title = N_("Records for the report")
    shows = SHOWS
    views_by_key: ClassVar[Mapping[str, type[View]]] = {view.key: view for view in _VIEWS}
    view_of_kind: ClassVar[Mapping[str, str]] = {
        "sponsor": "sponsors",
        "donation": "sponsors",
        "leadership_meeting": "leadership",
        "measure": "measures",
        "club_assessment": "club_assessments",
    }
