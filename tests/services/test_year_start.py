"""Years begin on another day: whatever a desk holds belongs to exactly one year, and every figure says so."""

from __future__ import annotations

import sqlite3
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from altdesk.desk import Desk
from altdesk.domain.academic_year import Period, YearStart, academic_year, academic_year_of
from altdesk.domain.bodies import Stay
from altdesk.domain.club_assessments import ClubAssessmentsQuery
from altdesk.domain.errors import Refusal
from altdesk.domain.events import EventDraft, EventsQuery
from altdesk.domain.leadership import LeadershipQuery
from altdesk.domain.measures import MeasuresQuery
from altdesk.domain.minutes_lists import MinutesQuery
from altdesk.domain.plans import RowDraft
from altdesk.domain.plans_lists import PlansQuery
from altdesk.domain.plans_time import Precision, say_time
from altdesk.domain.report import ReportDraft, ReportKind
from altdesk.domain.report_facts import Facts
from altdesk.domain.report_figures import by_month, by_plan, key_figures
from altdesk.domain.rules import Rules
from altdesk.domain.sponsors import DonationsQuery
from altdesk.services import (
    bodies,
    club_assessments,
    daily,
    events,
    leadership,
    measures,
    minutes,
    minutes_final,
    plans,
    plans_copy,
    plans_held,
    plans_rows,
    plans_states,
    plans_versions,
    report,
    rules,
    sponsors,
)
from db.models.club_assessments import club_assessment
from db.models.events import event
from db.models.leadership import leadership_meeting
from db.models.measures import measure
from db.models.minutes import minutes as minutes_table
from db.models.plans import plan, plan_row, plan_version
from db.models.sponsors import donation, sponsor
from tests.make import Make

TODAY = date(2026, 11, 26)
FIRST, LAST = date(2023, 1, 1), date(2028, 12, 31)
YEARS = range(FIRST.year - 1, LAST.year + 2)
STARTS = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: YearStart(day.month, day.day))
DAYS = st.integers(0, (LAST - FIRST).days).map(lambda days: FIRST + timedelta(days))
ROWS = st.tuples(
    st.sampled_from(range(2023, 2028)), st.sampled_from(Precision), DAYS, st.sampled_from(["planned", "held", "moved"])
)
KINDS = ("event", "plan_row", "leadership_meeting", "measure", "donation", "club_assessment")


def begin(desk: Desk, month: int, day: int = 1) -> None:
    rules.save(desk, Rules(year_starts_month=month, year_starts_day=day))


def fill(desk: Desk, days: list[date], rows: list[tuple[int, Precision, date, str]]) -> None:
    """A record of each kind on each day, and rows of plans of each year, kept as an earlier version kept them."""
    with desk.step("seed") as step:
        gave = step.add(sponsor, name="«Үлгі» ЖШС")
        for at, day in enumerate(days):
            state = ("held", "planned", "not_held")[at % 3]
            step.add(event, title="Акция", starts_on=day, ends_on=day, state=state, participants=at, sequence=0)
            step.add(leadership_meeting, held_on=day, leader="Ректор", audience="students")
            step.add(measure, taken_on=day, title="Жөндеу", conditions="study")
            step.add(donation, sponsor_id=gave, received_on=day, amount=100 + at)
            step.add(club_assessment, body_name=f"Бастама {at}", kind="initiative", assessed_on=day, points=1, most=5)
        made = {
            year: step.add(plan, kind="youth", year=year, title=f"Жоспар {year}") for year in {row[0] for row in rows}
        }
        for of in made.values():
            step.add(plan_version, plan_id=of, number=1, state="draft", begun_on=FIRST)
        for at, (year, precision, day, state) in enumerate(rows):
            days_of = {"first_on": day, "last_on": day + timedelta(at)}
            step.add(plan_row, plan_id=made[year], ordinal=at, precision=precision.value, title="Жұмыс", state=state,
                     **days_of)  # fmt: skip


def told(desk: Desk) -> dict[int, Facts]:
    """What the report of each year counts."""
    return {year: report.facts(desk, ReportDraft(year=year)) for year in YEARS}


def behind(years: dict[int, Facts]) -> dict[str, dict[int, tuple[int, ...]]]:
    """The ids of the records, by kind and year."""
    found: dict[str, dict[int, tuple[int, ...]]] = {kind: {} for kind in KINDS}
    for year, facts in years.items():
        named = (facts.events, facts.rows, facts.meetings, facts.measures, facts.donations, facts.initiatives)
        for kind, records in zip(KINDS, named, strict=True):
            found[kind][year] = tuple(each.id for each in records)
    return found


def figures(years: dict[int, Facts]) -> dict[int, dict[str, int]]:
    return {year: {name: each.value for name, each in key_figures(facts).items()} for year, facts in years.items()}


def by_sql(desk: Desk, start: YearStart) -> dict[int, dict[str, int]]:
    """The same, counted by hand in the file."""
    dated = {
        "held": ("event", "starts_on", "count(*)", "AND state = 'held'"),
        "people": ("event", "starts_on", "sum(participants)", "AND state = 'held'"),
        "meetings": ("leadership_meeting", "held_on", "count(*)", ""),
        "measures": ("measure", "taken_on", "count(*)", ""),
        "donations": ("donation", "received_on", "count(*)", ""),
        "money": ("donation", "received_on", "sum(amount)", ""),
    }
    of_plan = "FROM plan_row JOIN plan ON plan.id = plan_row.plan_id WHERE plan.year = ?"
    found: dict[int, dict[str, int]] = {}
    with sqlite3.connect(desk.folders.database) as file:
        for year in YEARS:
            begins, ends = (start.in_year(each).isoformat() for each in (year, year + 1))

            def number(question: str, *values: Any) -> int:
                return int(file.execute(question, values).fetchone()[0] or 0)

            mine = {
                name: number(f"SELECT {what} FROM {table} WHERE {day} >= ? AND {day} < ? {more}", begins, ends)
                for name, (table, day, what, more) in dated.items()
            }
            mine["rows"] = number(f"SELECT count(*) {of_plan}", year)
            mine["rows_held"] = number(f"SELECT count(*) {of_plan} AND plan_row.state = 'held'", year)
            found[year] = mine | {"clubs": 0}
    file.close()
    return found


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DAYS, max_size=12), st.lists(ROWS, max_size=12), STARTS)
def test_a_record_belongs_to_one_year_before_and_after_the_move_and_back(
    tmp_path_factory: pytest.TempPathFactory, days: list[date], rows: list[Any], start: YearStart
) -> None:
    with Desk.open(tmp_path_factory.mktemp("year") / "desk", "en") as desk:
        fill(desk, [*days, start.in_year(2025), start.in_year(2025) - timedelta(1)], rows)
        before = told(desk)
        assert figures(before) == by_sql(desk, YearStart())
        begin(desk, start.month, start.day)
        after = told(desk)
        assert figures(after) == by_sql(desk, start)
        assert behind(after)["plan_row"] == behind(before)["plan_row"]
        for kind in KINDS:
            every = Counter(number for ids in behind(after)[kind].values() for number in ids)
            assert set(every.values()) <= {1}
            assert set(every) == {number for ids in behind(before)[kind].values() for number in ids}
        desk.undo()
        assert told(desk) == before
        desk.redo()
        begin(desk, 9)
        assert told(desk) == before


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DAYS, min_size=1, max_size=8), st.lists(ROWS, max_size=8), STARTS, st.lists(DAYS, max_size=3))
def test_lists_reports_and_periods_without_a_gap_agree(
    tmp_path_factory: pytest.TempPathFactory, days: list[date], rows: list[Any], start: YearStart, cuts: list[date]
) -> None:
    with Desk.open(tmp_path_factory.mktemp("year") / "desk", "en") as desk:
        fill(desk, days, rows)
        begin(desk, start.month, start.day)
        for year, facts in told(desk).items():
            agree(desk, academic_year_of(year, start), year, facts)
        edges = sorted({date(2019, 1, 1), *cuts, date(2032, 1, 1)})
        parts = [ReportDraft(ReportKind.EXECUTION, None, one, other - timedelta(1)) for one, other in pairwise(edges)]
        seen = Counter(row.id for part in parts for row in report.facts(desk, part).rows)
        assert (len(seen), set(seen.values())) == (len(rows), {1} if rows else set())


def agree(desk: Desk, period: Period, year: int, facts: Facts) -> None:
    """The lists narrowed to a year show what its report counts, and so does a report on exactly its days."""
    figure = {name: each.value for name, each in key_figures(facts).items()}
    assert events.count(desk, EventsQuery(first=period.first, last=period.last)) == len(facts.events)
    assert leadership.count(desk, LeadershipQuery(period=period)) == figure["meetings"]
    assert measures.count(desk, MeasuresQuery(period=period)) == figure["measures"]
    assert sponsors.totals(desk, DonationsQuery(period=period)).amount * 100 == figure["money"]
    assert club_assessments.count(desk, ClubAssessmentsQuery(period=period)) == len(facts.initiatives)
    lines = plans.lines(desk, plans.ids(desk, PlansQuery(year=year)), TODAY)
    assert sum(line.figures.rows for line in lines) == figure["rows"]
    assert sum(line.figures.late for line in lines) == sum(
        row.state in {"planned", "moved"} and (row.moved_on or row.last_on) < TODAY for row in facts.rows
    )
    assert sum(each.value for each in by_month(facts).column("all")) == figure["held"]
    of_days = report.facts(desk, ReportDraft(ReportKind.EXECUTION, None, period.first, period.last))
    assert (of_days.rows, by_plan(of_days)) == (facts.rows, by_plan(facts))


def test_what_is_planned_for_all_the_year_moves_with_it(desk: Desk, make: Make) -> None:
    plan_id = make.plan(("Кеңес", "жыл бойы"), ("Есеп", "ай сайын"), ("Апталық", "қыркүйек"), ("Ашылу", "02.09.2025"),
                        year=2025)  # fmt: skip
    begin(desk, 9, 4)
    times = [row.said.time for row in plans_rows.of(desk, plan_id)]
    assert [(time.first, time.last) for time in times] == [
        (date(2025, 9, 4), date(2026, 9, 3)), (date(2025, 9, 4), date(2026, 9, 3)),
        (date(2025, 9, 4), date(2025, 9, 30)), (date(2025, 9, 2), date(2025, 9, 2)),
    ]  # fmt: skip
    (line,) = plans.lines(desk, [plan_id], date(2026, 9, 3))
    assert (line.period, line.figures.late) == ("2025-2026", 2)
    (line,) = plans.lines(desk, [plan_id], date(2026, 9, 4))
    assert line.figures.late == 4
    assert key_figures(report.facts(desk, ReportDraft(year=2025)))["rows"].value == 4
    assert key_figures(report.facts(desk, ReportDraft(year=2024)))["rows"].value == 0


def test_an_approved_plan_says_what_it_said_and_is_not_different_for_that(desk: Desk, make: Make) -> None:
    plan_id = make.approved_plan(("Кеңес", "жыл бойы"), ("Апталық", "қыркүйек"), ("Күн", "02.09.2026"))
    said = plans.content(desk, plan_id, 1)
    begin(desk, 9, 4)
    assert plans.content(desk, plan_id, 1) == said
    plans_versions.amend(desk, plan_id, "Түзету", TODAY, TODAY)
    assert plans_versions.difference(desk, plan_id, 1) == []


def test_a_row_whose_time_is_not_typed_anew_keeps_it(desk: Desk, make: Make) -> None:
    begin(desk, 8, 15)
    plan_id = make.plan(("Апта", "тамыз"), ("Күн", "16.08.2026"))
    begin(desk, 9)
    for row in plans_rows.of(desk, plan_id):
        plans_rows.set_field(desk, row.id, "title", row.said.title + " 2")
        kept = plans_rows.row(desk, row.id)
        assert (kept.said.title, kept.said.time.first.year, kept.said.time.first.month) == (
            row.said.title + " 2",
            2026,
            8,
        )
        with pytest.raises(Refusal) as refused:
            plans_rows.save(desk, row.id, RowDraft("Басқа", "17.08.2026"))
        assert refused.value.field == "when"


def test_a_day_that_the_approved_row_says_may_be_marked_and_any_other_outside_is_refused(
    desk: Desk, make: Make
) -> None:
    plan_id = make.approved_plan(("Ашылу", "02.09.2025"), ("Кеңес", "жыл бойы"), year=2025)
    opening, advice = (row.id for row in plans_rows.of(desk, plan_id))
    begin(desk, 9, 4)
    plans_held.held(desk, [opening], date(2025, 9, 2), TODAY)
    known = events.of_row(desk, opening)
    assert known is not None
    assert (plans_rows.row(desk, opening).mark.held_on, known.first) == (date(2025, 9, 2), date(2025, 9, 2))
    for refuse in (
        lambda: plans_held.held(desk, [advice], date(2025, 9, 2), TODAY),
        lambda: plans_states.moved(desk, [opening], date(2025, 9, 3)),
        lambda: events.from_row(desk, advice, date(2025, 9, 3), TODAY),
    ):
        with pytest.raises(Refusal) as refused:
            refuse()
        assert refused.value.field in {"day", "starts_on"}


def test_an_event_that_came_to_lie_outside_keeps_its_day_and_may_be_completed(desk: Desk, make: Make) -> None:
    plan_id = make.approved_plan(("Кеңес", "жыл бойы"), year=2025)
    (row,) = plans_rows.of(desk, plan_id)
    assert (number := events.from_row(desk, row.id, date(2025, 9, 2), TODAY).id) is not None
    begin(desk, 9, 4)
    draft = EventDraft("Кеңес", starts_on=date(2025, 9, 2), plan_row_id=row.id, result="Өтті")
    events.save(desk, number, draft, TODAY)
    plans_held.held(desk, [row.id], date(2025, 9, 2), TODAY)
    assert plans_rows.row(desk, row.id).mark.held_on == date(2025, 9, 2)
    with pytest.raises(Refusal) as refused:
        events.save(desk, number, EventDraft("Кеңес", starts_on=date(2025, 9, 3), plan_row_id=row.id), TODAY)
    assert refused.value.field == "starts_on"
    facts = report.facts(desk, ReportDraft(year=2024)), report.facts(desk, ReportDraft(year=2025))
    assert [(len(each.events), len(each.rows)) for each in facts] == [(1, 0), (0, 1)]


def test_an_event_of_a_row_of_all_the_year_is_offered_on_its_first_day_of_now(desk: Desk, make: Make) -> None:
    (row,) = plans_rows.of(desk, make.plan(("Кеңес", "жыл бойы"), year=2025))
    begin(desk, 8, 15)
    assert events.draft_of_row(desk, row.id).starts_on == date(2025, 8, 15)


def test_a_plan_copied_after_the_move_lies_in_its_year(desk: Desk, make: Make) -> None:
    plan_id = make.plan(("Кеңес", "жыл бойы"), ("Апталық", "қыркүйек"), ("Күн", "02.09.2025"), year=2025)
    begin(desk, 9, 4)
    copied = plans_copy.copy(desk, plan_id, today=TODAY).id
    assert copied is not None
    period = academic_year_of(2026, YearStart(9, 4))
    times = [row.said.time for row in plans_rows.of(desk, copied)]
    assert all(time.first in period and time.last in period for time in times)
    assert say_time(times[2], "kk") == "04.09.2026"


def test_giving_an_amendment_up_after_the_move_leaves_every_row_in_its_year(desk: Desk, make: Make) -> None:
    plan_id = make.approved_plan(("Кеңес", "жыл бойы"), ("Апталық", "қыркүйек"))
    plans_versions.amend(desk, plan_id, "Түзету", TODAY, TODAY)
    begin(desk, 9, 4)
    plans_versions.cancel(desk, plan_id)
    assert key_figures(report.facts(desk, ReportDraft(year=2026)))["rows"].value == 2
    assert [row.said.time.first for row in plans_rows.of(desk, plan_id)] == [date(2026, 9, 4)] * 2


def test_drafts_of_minutes_follow_their_day_and_numbers_stay(desk: Desk, make: Make) -> None:
    numbered = make.final(held_on=date(2027, 9, 2))
    draft_id = make.minutes(minutes.get(desk, numbered).body_id, date(2027, 9, 3))
    begin(desk, 9, 4)
    assert [minutes.get(desk, each).period for each in (numbered, draft_id)] == ["2027-2028", "2026-2027"]
    assert minutes.ids(desk, MinutesQuery(period="2026-2027")) == [draft_id]
    assert minutes_final.proposed(desk, draft_id).number == "1"
    desk.undo()
    assert minutes.ids(desk, MinutesQuery(period="2027-2028")) == [draft_id, numbered]
    with desk.step("An earlier version moved the start and left the drafts") as step:
        step.change(minutes_table, draft_id, period="2019-2020")
    assert len(daily.catch_up(desk, TODAY)) == 1
    assert minutes.ids(desk, MinutesQuery(period="2027-2028")) == [draft_id, numbered]
    assert daily.catch_up(desk, TODAY) == []


def test_a_number_given_back_after_the_move_leaves_the_old_year(desk: Desk, make: Make) -> None:
    draft_id = make.minutes(held_on=date(2027, 9, 2))
    minutes.renumber(desk, draft_id, "5")
    begin(desk, 9, 4)
    assert minutes.get(desk, draft_id).period == "2027-2028"
    minutes.renumber(desk, draft_id, "")
    assert minutes.ids(desk, MinutesQuery(period="2026-2027")) == [draft_id]


@given(DAYS, STARTS, STARTS)
def test_the_day_a_task_is_due_lies_in_one_year_whenever_years_begin(
    day: date, one: YearStart, other: YearStart
) -> None:
    for start in (one, other, one):
        assert [year for year in YEARS if day in academic_year_of(year, start)] == [
            academic_year(day, start).first.year
        ]


def test_a_body_whose_year_was_turned_over_is_not_to_be_turned_again_for_a_start_some_days_later(
    desk: Desk, make: Make
) -> None:
    body = make.body(members=3)
    waiting = bodies.to_turn(desk, body, date(2027, 9, 1))
    bodies.turn_year(desk, body, date(2027, 9, 1), stays=[Stay(each.id) for each in waiting])
    begin(desk, 9, 4)
    assert bodies.due(desk, body, date(2027, 9, 20)) == date(2028, 9, 4)
    assert bodies.due(desk, body, date(2028, 9, 20)) == date(2028, 9, 4)
