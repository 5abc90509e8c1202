"""Levels of risks: every product has one, they grow with the product, and no scale lacks one."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.errors import Refusal
from altdesk.domain.risk_scale import RANKS, STEP_NAMES, USUAL_SCALES, Level, RiskScale
from altdesk.domain.risks import AssessmentDraft, RiskLine, RiskState, Side, assessed, heat_map
from altdesk.domain.rules import Rules

DAY = date(2026, 11, 22)


@st.composite
def scales(draw):
    """Scales that may be chosen."""
    steps = draw(st.sampled_from([3, 4, 5]))
    medium = draw(st.integers(2, steps * steps - 1))
    return RiskScale(steps, medium, draw(st.integers(medium + 1, steps * steps)))


@given(scales(), st.data())
def test_a_level_never_falls_when_a_risk_grows(scale, data):
    scale.check()
    step = st.integers(1, scale.steps)
    up, across = data.draw(step), data.draw(step)
    more_up, more_across = data.draw(st.integers(up, scale.steps)), data.draw(st.integers(across, scale.steps))
    assert RANKS[scale.level(up, across)] <= RANKS[scale.level(more_up, more_across)]


@given(scales())
def test_the_least_risk_is_low_the_greatest_high_and_bounds_leave_no_gap(scale):
    assert scale.level(1, 1) is Level.LOW
    assert scale.level(scale.steps, scale.steps) is Level.HIGH
    bounds = [scale.bounds(level) for level in Level]
    assert bounds[0][0] == 1
    assert bounds[2][1] == scale.most
    assert bounds[0][1] + 1 == bounds[1][0]
    assert bounds[1][1] + 1 == bounds[2][0]
    for up in range(1, scale.steps + 1):
        for across in range(1, scale.steps + 1):
            least, most = scale.bounds(scale.level(up, across))
            assert least <= up * across <= most


@given(st.integers(), st.integers(-3, 30), st.integers(-3, 30))
def test_a_scale_is_refused_unless_every_level_can_come_out(steps, medium, high):
    whole = steps in STEP_NAMES and 1 < medium < high <= steps * steps
    with nullcontext() if whole else pytest.raises(Refusal):
        RiskScale(steps, medium, high).check()


def test_the_usual_scales_can_be_chosen_and_one_of_them_is_the_desks():
    for steps, scale in USUAL_SCALES.items():
        scale.check()
        assert scale.steps == steps == len(STEP_NAMES[steps])
    assert Rules().risk_scale == USUAL_SCALES[5]


@pytest.mark.parametrize(
    ("likelihood", "impact", "field"), [(0, 1, "likelihood"), (6, 1, "likelihood"), (1, 6, "impact")]
)
def test_what_is_not_on_the_scale_is_refused_under_its_field(likelihood, impact, field):
    with pytest.raises(Refusal, match="1 to 5") as refused:
        RiskScale().level(likelihood, impact)
    assert refused.value.field == field


def draft(**changed):
    return AssessmentDraft(**{"assessed_on": DAY, "likelihood": 4, "impact": 3, **changed})


def test_an_assessment_says_both_levels_or_only_the_first():
    assert assessed(draft(), RiskScale(), DAY) == (Level.HIGH, None)
    assert assessed(draft(residual_likelihood=2, residual_impact=3), RiskScale(), DAY) == (Level.HIGH, Level.MEDIUM)


@pytest.mark.parametrize(("changed", "field"), [
    ({"assessed_on": None}, "assessed_on"),
    ({"assessed_on": date(2026, 11, 23)}, "assessed_on"),
    ({"likelihood": None}, "likelihood"),
    ({"impact": None}, "impact"),
    ({"residual_impact": 1}, "residual_likelihood"),
    ({"residual_likelihood": 1}, "residual_impact"),
    ({"residual_likelihood": 4, "residual_impact": 4}, "residual_likelihood"),
    ({"residual_likelihood": 1, "residual_impact": 9}, "residual_impact"),
])  # fmt: skip
def test_an_assessment_that_makes_no_sense_is_refused_under_its_field(changed, field):
    with pytest.raises(Refusal) as refused:
        assessed(draft(**changed), RiskScale(), DAY)
    assert refused.value.field == field


@given(scales(), st.dictionaries(st.tuples(st.integers(1, 5), st.integers(1, 5)), st.integers(1, 9)))
def test_every_risk_that_fits_the_scale_stands_once_on_the_map(scale, counts):
    found = heat_map(scale, Side.INITIAL, counts)
    assert len(found.rows) == scale.steps
    assert all(len(row) == scale.steps for row in found.rows)
    fitting = {place: number for place, number in counts.items() if max(place) <= scale.steps}
    assert {(cell.likelihood, cell.impact): cell.count for row in found.rows for cell in row if cell.count} == fitting
    assert found.counted == sum(fitting.values())
    assert [row[0].likelihood for row in found.rows] == list(range(scale.steps, 0, -1))
    assert all(cell.level is scale.level(cell.likelihood, cell.impact) for row in found.rows for cell in row)


def test_a_measure_is_overdue_the_day_after_its_day_and_only_while_the_risk_is_open():
    line = RiskLine(1, "Тәуекел", "", "", "", "", "", DAY, RiskState.OPEN, None)
    assert not line.overdue(DAY)
    assert line.overdue(date(2026, 11, 23))
    closed = RiskLine(1, "Тәуекел", "", "", "", "", "", DAY, RiskState.CLOSED, DAY)
    assert not closed.overdue(date(2027, 1, 1))
    assert not RiskLine(1, "Тәуекел", "", "", "", "", "", None, RiskState.OPEN, None).overdue(DAY)
