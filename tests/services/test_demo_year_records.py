"""The sample desk's sponsors, meetings, measures and assessments, on any day of the year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from altdesk.desk import Desk
from altdesk.domain.academic_year import YearStart, academic_year
from altdesk.domain.club_assessments import ClubAssessmentsQuery
from altdesk.domain.leadership import LeadershipQuery
from altdesk.domain.measures import Conditions, MeasuresQuery
from altdesk.domain.sponsors import DonationsQuery
from altdesk.services import club_assessments, criteria, demo, leadership, measures, sponsors


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2026, 8, 31), date(2026, 9, 1), date(2028, 2, 29)])
def test_the_sample_has_a_whole_year_of_records(desk: Desk, day: date) -> None:
    demo.fill(desk, day)
    assert sponsors.totals(desk, DonationsQuery()).count == 8
    assert len(sponsors.all_sponsors(desk)) == 5
    assert sponsors.totals(desk, DonationsQuery()).amount == Decimal("3630000.50")
    assert leadership.count(desk, LeadershipQuery()) == 6
    assert 0 < leadership.totals(desk, LeadershipQuery()).settled < leadership.totals(desk, LeadershipQuery()).issues
    assert measures.count(desk, MeasuresQuery()) == 10
    assert {each.conditions for unit in measures.by_unit(desk) for each in unit.measures} == set(Conditions)
    assert [each.unit for each in measures.by_unit(desk)][0] == ""
    assert len(criteria.all_criteria(desk)) == 5
    assert club_assessments.count(desk, ClubAssessmentsQuery()) == 6
    last = academic_year(date(day.year - 1, day.month, min(day.day, 28)), YearStart())
    assert len(club_assessments.newest(desk, last)) == 5
    assert sponsors.total(desk, last).count >= 6
