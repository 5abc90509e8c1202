"""Figures of a report: each is the count of its records, all together each record once, whatever the year brought."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.academic_year import Period, YearStart, academic_year, academic_year_of
from altdesk.domain.errors import Refusal
from altdesk.domain.events_kinds import Direction, EventForm, EventKind, HeldState, Level
from altdesk.domain.report import Part, ReportDraft, ReportKind, check_approved, check_heard, period_of
from altdesk.domain.report_facts import DonationFact, EventFact, Facts, MeetingFact, RowFact
from altdesk.domain.report_figures import (
    Breakdown,
    Counts,
    against,
    by_direction,
    by_form,
    by_kind,
    by_month,
    by_plan,
    by_sponsor,
    key_figures,
    share_held,
)
from altdesk.domain.report_gaps import Gap, gaps

YEAR = Period(date(2025, 9, 1), date(2026, 8, 31), "2025-2026")
said = {"directions": [*Direction, ""], "forms": [*EventForm, ""], "levels": [*Level, ""], "kinds": [*EventKind, ""]}


@st.composite
def years(draw: st.DrawFn) -> Facts:
    """A year of any events, rows and donations, each with its own id."""
    days = st.integers(0, (YEAR.last - YEAR.first).days).map(lambda number: YEAR.first + timedelta(number))
    state = st.sampled_from(list(HeldState))
    events = draw(
        st.lists(
            st.tuples(
                days,
                *(st.sampled_from(said[name]) for name in ("kinds", "forms", "directions", "levels")),
                state,
                st.none() | st.integers(0, 5000),
            ),
            max_size=40,
        )
    )
    rows = draw(st.lists(st.tuples(st.sampled_from("АБВ"), days, state), max_size=30))
    donations = draw(st.lists(st.tuples(st.sampled_from("ДЕЖ"), st.integers(0, 10**15), days), max_size=20))
    return Facts(
        YEAR,
        tuple(
            EventFact(at, f"№{at}", day, kind, form, direction, level, kept, people, "", "", None)
            for at, (day, kind, form, direction, level, kept, people) in enumerate(events, 1)
        ),
        tuple(
            RowFact(at, ord(plan), plan, "", day, day, kept, None, "") for at, (plan, day, kept) in enumerate(rows, 1)
        ),
        donations=tuple(
            DonationFact(at, name, amount, "", None, "", "", day) for at, (name, amount, day) in enumerate(donations, 1)
        ),
    )


TABLES = (by_direction, by_form, by_kind, by_month, by_plan, by_sponsor)


@given(years())
def test_a_figure_is_the_count_or_sum_of_the_records_behind_it(facts: Facts) -> None:
    records = {
        "event": {each.id: each for each in facts.events},
        "plan_row": {each.id: each for each in facts.rows},
        "donation": {each.id: each for each in facts.donations},
    }
    tables = [make(facts) for make in TABLES]
    figures = [each for table in tables for line in (*table.lines, table.total) if line for each in line.figures]
    for figure in (*figures, *key_figures(facts).values()):
        assert len(set(figure.ids)) == len(figure.ids)
        behind = [records[figure.kind][number] for number in figure.ids] if figure.kind in records else []
        match figure.counts:
            case Counts.RECORDS:
                assert figure.value == len(figure.ids)
            case Counts.PEOPLE:
                assert figure.value == sum(each.participants for each in behind)
            case Counts.MONEY:
                assert figure.value == sum(each.amount for each in behind)


@given(years())
def test_every_record_stands_in_exactly_one_line_and_lines_make_the_total(facts: Facts) -> None:
    held = [event.id for event in facts.events if event.state == HeldState.HELD]
    for make, column, wanted in (
        (by_direction, "all", held),
        (by_form, "all", held),
        (by_kind, "all", held),
        (by_month, "all", held),
        (by_plan, "all", [row.id for row in facts.rows]),
        (by_sponsor, "all", [donation.id for donation in facts.donations]),
    ):
        table = make(facts)
        assert sorted(number for each in table.column(column) for number in each.ids) == sorted(wanted)
        assert table.total is not None
        for at, name in enumerate(table.columns):
            assert table.total.figures[at].value == sum(each.value for each in table.column(name))


@given(years())
def test_levels_stand_across_without_losing_an_event(facts: Facts) -> None:
    table = by_direction(facts)
    for line in table.lines:
        *levels, every, _people = line.figures
        assert sum(each.value for each in levels) == every.value
    plans = by_plan(facts)
    for line in plans.lines:
        every, *states = line.figures
        assert sum(each.value for each in states) == every.value
        assert 0 <= (share_held(line) or 0) <= 100


@given(st.dates(date(1995, 1, 1), date(2195, 12, 31)), st.integers(1, 12), st.integers(1, 31))
def test_a_day_on_the_border_belongs_to_exactly_one_year_wherever_years_begin(
    day: date, month: int, first: int
) -> None:
    start = YearStart(month, min(first, 28 if month == 2 else 30))
    own = academic_year(day, start)
    near = [academic_year_of(own.first.year + step, start) for step in (-1, 0, 1)]
    assert [day in year for year in near] == [False, True, False]
    assert [near[at].last + timedelta(1) == near[at + 1].first for at in (0, 1)] == [True, True]


def test_months_of_a_year_are_twelve_and_in_its_order() -> None:
    table = by_month(Facts(YEAR))
    assert [line.key for line in table.lines][:2] == ["2025-09", "2025-10"]
    assert len(table.lines) == 12


def test_this_year_stands_beside_the_one_before() -> None:
    event = EventFact(1, "А", date(2025, 9, 5), "talk", "mass", "civic", "city", "held", 20, "", "", None)
    before = Facts(Period(date(2024, 9, 1), date(2025, 8, 31), "2024-2025"))
    table: Breakdown = against(Facts(YEAR, (event,)), before)
    assert table.columns == ("2024-2025", "2025-2026")
    held = next(line for line in table.lines if line.key == "held")
    assert [each.value for each in held.figures] == [0, 1]


def test_what_is_lacking_is_said_with_the_records() -> None:
    today = date(2026, 6, 1)
    held = EventFact(1, "Өткен", date(2025, 10, 1), "talk", "mass", "civic", "city", "held", None, "", "", None)
    whole = EventFact(2, "Толық", date(2025, 10, 2), "talk", "mass", "civic", "city", "held", 9, "Жақсы", "", None)
    passed = EventFact(
        3, "Ұмытылған", date(2026, 5, 31), "talk", "mass", "civic", "city", "planned", None, "", "", None
    )
    ahead = EventFact(4, "Алда", date(2026, 6, 1), "talk", "mass", "civic", "city", "planned", None, "", "", None)
    row = RowFact(7, 1, "Ж", "Р", date(2026, 3, 1), date(2026, 3, 31), "not_held", None, "")
    meeting = MeetingFact(5, date(2026, 1, 1), "Р", "", "students", 3, "", (("Сұрақ", ""),))
    facts = Facts(YEAR, (held, whole, passed, ahead), (row,), (meeting,), parts={"summary": "бар"})
    found = {each.gap: each for each in gaps(facts, ReportKind.YEARLY, today)}
    assert found[Gap.NO_RESULT].ids == found[Gap.NO_PARTICIPANTS].ids == (1,)
    assert found[Gap.EVENT_PASSED].ids == (3,)
    assert found[Gap.ROW_NO_REASON].ids == (7,)
    assert found[Gap.NO_ANSWER].ids == (5,)
    assert Part.SUMMARY not in found[Gap.NO_TEXT].parts
    assert Part.PROPOSALS in found[Gap.NO_TEXT].parts
    assert Gap.NO_ANSWER not in {each.gap for each in gaps(facts, ReportKind.EXECUTION, today)}


def test_a_period_that_ends_before_it_begins_is_refused_under_its_field() -> None:
    draft = ReportDraft(ReportKind.EXECUTION, None, date(2026, 2, 1), date(2026, 1, 1))
    with pytest.raises(Refusal) as refused:
        period_of(draft, YearStart())
    assert refused.value.field == "last_on"


def test_days_of_approval_and_hearing_are_checked() -> None:
    today = date(2026, 7, 1)
    check_approved(today, YEAR, today)
    for day, field in ((None, "approved_on"), (date(2026, 7, 2), "approved_on"), (date(2025, 8, 31), "approved_on")):
        with pytest.raises(Refusal) as refused:
            check_approved(day, YEAR, today)
        assert refused.value.field == field
    for day in (None, date(2026, 7, 2), date(2026, 6, 19)):
        with pytest.raises(Refusal):
            check_heard(day, date(2026, 6, 20), today)
    check_heard(date(2026, 6, 20), date(2026, 6, 20), today)
