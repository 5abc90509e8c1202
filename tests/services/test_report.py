"""Reports on a real desk: what they count, what is written once, and that an approved one stays."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation
from sqlalchemy import func, select

from altdesk.desk import Desk
from altdesk.domain.academic_year import YearStart
from altdesk.domain.errors import Refusal
from altdesk.domain.report import Part, ReportDraft, ReportKind, ReportsQuery, ReportState
from altdesk.domain.report_figures import by_month, by_plan, key_figures
from altdesk.domain.rules import Rules
from altdesk.forms.sheets import report_lists
from altdesk.forms.words import PaperLanguage
from altdesk.services import printing, report, rules
from altdesk.services.papers import report as papers
from db.models.club_assessments import club_assessment
from db.models.events import event
from db.models.people import unit
from db.models.plans import plan, plan_row
from db.models.sponsors import donation, sponsor
from db.step import Step

TODAY = date(2026, 7, 1)


def add_event(step: Step, on: date, title: str = "Акция", state: str = "held", **fields: object) -> int:
    given_ = {"kind": "campaign", "form": "mass", "direction": "civic", "level": "city", "participants": 10, **fields}
    return step.add(event, title=title, starts_on=on, ends_on=on, state=state, sequence=0, **given_)


def add_row(step: Step, plan_id: int, on: date, state: str) -> int:
    said = {"precision": "day", "first_on": on, "last_on": on, "title": "Жұмыс"}
    return step.add(plan_row, plan_id=plan_id, ordinal=1, state=state, **said)


@pytest.fixture
def filled(desk: Desk) -> Desk:
    with desk.step("seed") as step:
        of = step.add(plan, kind="student_government", year=2025, title="СҮ жоспары")
        row = add_row(step, of, date(2025, 10, 1), "held")
        add_row(step, of, date(2025, 11, 1), "not_held")
        first = add_event(step, date(2025, 10, 1), "«Таза қала» акциясы", plan_row_id=row, result="60 көшет")
        add_event(step, date(2026, 8, 31), "Соңғы күн")
        add_event(step, date(2026, 9, 1), "Келесі жыл")
        add_event(step, date(2025, 8, 31), "Өткен жыл")
        add_event(step, date(2026, 1, 1), "Өтпеген", "not_held")
        gave = step.add(sponsor, name="«Үлгі» ЖШС")
        step.add(donation, sponsor_id=gave, event_id=first, received_on=date(2025, 10, 1), amount=10_050)
        step.add(donation, sponsor_id=gave, received_on=date(2026, 8, 31), amount=1)
    return desk


def begun(desk: Desk, **fields: object) -> int:
    made = report.begin(desk, ReportDraft(**{"year": 2025, **fields})).id  # type: ignore[arg-type]
    assert made is not None
    return made


def test_a_year_counts_its_own_records_and_no_others(filled: Desk) -> None:
    facts = report.facts(filled, ReportDraft(year=2025))
    figures = key_figures(facts)
    assert [each.title for each in facts.events] == ["«Таза қала» акциясы", "Өтпеген", "Соңғы күн"]
    assert {name: figures[name].value for name in ("held", "people", "rows", "rows_held", "donations", "money")} == {
        "held": 2, "people": 20, "rows": 2, "rows_held": 1, "donations": 2, "money": 10_051,
    }  # fmt: skip


def test_another_start_of_the_year_moves_every_period(filled: Desk) -> None:
    kept = rules.get(filled)
    rules.save(filled, Rules(**{**vars(kept), "year_starts_month": 8, "year_starts_day": 31}))
    facts = report.facts(filled, ReportDraft(year=2025))
    assert facts.period.first == date(2025, 8, 31)
    assert [each.title for each in facts.events] == ["Өткен жыл", "«Таза қала» акциясы", "Өтпеген"]
    assert [each.amount for each in facts.donations] == [10_050]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 1100), st.sampled_from(["held", "planned", "not_held"])), max_size=25),
    st.integers(1, 12),
)
def test_figures_equal_what_the_database_counts(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[int, str]], month: int
) -> None:
    with Desk.open(tmp_path_factory.mktemp("year") / "desk", "en") as desk:
        rules.save(desk, Rules(year_starts_month=month))
        with desk.step("seed") as step:
            for after, state in drawn:
                add_event(step, date(2024, 1, 1) + timedelta(after), state=state)
        held = 0
        for year in (2022, 2023, 2024, 2025, 2026, 2027):
            facts = report.facts(desk, ReportDraft(year=year))
            figure = key_figures(facts)["held"]
            behind = select(func.count()).where(event.c.id.in_(figure.ids), event.c.state == "held")
            inside = behind.where(event.c.starts_on.between(facts.period.first, facts.period.last))
            with desk.store.read() as connection:
                assert connection.execute(inside).scalar() == figure.value
            assert sum(each.value for each in by_month(facts).column("all")) == figure.value
            held += figure.value
        assert held == sum(state == "held" for _, state in drawn)


def test_a_plan_alone_counts_its_rows_and_their_events(filled: Desk) -> None:
    (of, _title) = report.plans(filled)[0]
    draft = ReportDraft(ReportKind.EXECUTION, None, date(2025, 9, 1), date(2025, 12, 31), of)
    facts = report.facts(filled, draft)
    assert (len(facts.rows), [each.title for each in facts.events]) == (2, ["«Таза қала» акциясы"])


def test_parts_are_written_once_and_stay_when_the_report_is_approved(filled: Desk) -> None:
    number = begun(filled)
    report.write(filled, number, {Part.SUMMARY: "Бірінші жол\nЕкінші жол"})
    report.write(filled, number, {Part.SUMMARY: "Түзетілген"})
    report.write(filled, number, {Part.PROPOSALS: ""})
    assert report.get(filled, number).texts == {Part.SUMMARY: "Түзетілген"}
    report.approve(filled, number, TODAY, TODAY)
    for refused in (
        lambda: report.write(filled, number, {Part.SUMMARY: "Басқа"}),
        lambda: report.delete(filled, [number]),
        lambda: report.approve(filled, number, TODAY, TODAY),
        lambda: report.rename(filled, number, title="А", approved_by="", approved_by_post="", note=""),
    ):
        with pytest.raises(Refusal):
            refused()
    assert report.get(filled, number).texts == {Part.SUMMARY: "Түзетілген"}
    report.heard(filled, number, TODAY, TODAY)
    assert report.get(filled, number).state is ReportState.HEARD
    report.reopen(filled, number)
    known = report.get(filled, number)
    assert (known.state, known.approved_on, known.heard_on) == (ReportState.DRAFT, None, None)


def test_one_report_an_academic_year(filled: Desk) -> None:
    number = begun(filled)
    with pytest.raises(Refusal) as refused:
        begun(filled)
    assert refused.value.field == "year"
    report.delete(filled, [number])
    assert report.ids(filled, ReportsQuery()) == []
    again = begun(filled)
    filled.undo()
    assert report.yearly(filled, 2025).id == 0
    filled.redo()
    assert report.yearly(filled, 2025).id == again


def test_reports_are_listed_by_period_kind_and_state(filled: Desk) -> None:
    older, newer = begun(filled, year=2024), begun(filled)
    half = begun(filled, kind=ReportKind.EXECUTION, year=None, first_on=date(2025, 9, 1), last_on=date(2025, 12, 31))
    assert report.ids(filled, ReportsQuery()) == [half, newer, older]
    assert report.ids(filled, ReportsQuery(kind=ReportKind.YEARLY, descending=False)) == [older, newer]
    report.approve(filled, newer, TODAY, TODAY)
    assert report.ids(filled, ReportsQuery(sort="state"))[0] == newer


def test_the_latest_year_with_records_is_meant(filled: Desk, desk: Desk) -> None:
    assert report.latest_year(filled, date(2026, 11, 25)) == 2026
    assert report.latest_year(filled, date(2026, 8, 30)) == 2025
    assert YearStart().month == 9


def test_the_same_figures_stand_in_pdf_word_and_slides(filled: Desk, tmp_path: Path) -> None:
    number = begun(filled)
    report.write(filled, number, {Part.TENDENCIES: "Қатысу өсті.\nСапа артты."})
    paper = papers.report(filled, report.get(filled, number), TODAY)
    files = [printing.save(filled, paper, tmp_path / f"есеп.{ending}").file for ending in ("pdf", "docx", "pptx")]
    with pdfplumber.open(files[0]) as pdf:
        text = "\n".join(page.extract_text() for page in pdf.pages)
    tables = [[[cell.text for cell in row.cells] for row in each.rows] for each in Document(str(files[1])).tables]
    slides = Presentation(str(files[2])).slides
    said = [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame]
    assert "100,51" in text
    assert any("100,51" in cell for table in tables for row in table for cell in row)
    assert any("100,51" in each for each in said)
    assert 6 <= len(slides) <= 12
    assert "Қатысу өсті." in text
    assert any("Қатысу өсті." in each for each in said)
    assert "ЖОБА" in text


def test_initiatives_that_are_no_bodies_stand_among_the_assessed_clubs(filled: Desk) -> None:
    with filled.step("seed") as step:
        for day, points in ((1, 10), (20, 30)):
            step.add(
                club_assessment, body_name="«Жасыл белдеу»", kind="initiative", assessed_on=date(2026, 5, day),
                points=points, most=50, conclusion="Жалғасын тапсын",
            )  # fmt: skip
    facts = report.facts(filled, ReportDraft(year=2025))
    assert [(each.name, each.points) for each in facts.initiatives] == [("«Жасыл белдеу»", 30)]
    assert facts.clubs == ()
    body = report_lists.clubs(facts, PaperLanguage.KK).rows
    assert [(row[1], row[4]) for row in body] == [("«Жасыл белдеу»", "30 / 50")]


def test_plans_of_one_title_have_each_a_line_of_their_own(desk: Desk) -> None:
    with desk.step("seed") as step:
        title = "Институттың тәрбие жұмысы жоспары"
        places = [step.add(unit, name=name, sort_key=name) for name in ("Көлік институты", "Логистика институты")]
        made = [step.add(plan, kind="institute", year=2025, title=title, unit_id=place) for place in places]
        made.append(step.add(plan, kind="institute", year=2024, title=title, unit_id=places[0]))
        for of, on in zip(made, (date(2025, 10, 1), date(2025, 10, 1), date(2025, 5, 1)), strict=True):
            add_row(step, of, on, "held")
    told = by_plan(report.facts(desk, ReportDraft(year=2025)))
    assert [line.key for line in told.lines] == [f"{title} (Көлік институты)", f"{title} (Логистика институты)"]
    days = ReportDraft(ReportKind.EXECUTION, None, date(2025, 1, 1), date(2025, 12, 31))
    assert {line.key: line.figures[0].value for line in by_plan(report.facts(desk, days)).lines} == {
        f"{title} (Көлік институты, 2025-2026)": 1,
        f"{title} (Логистика институты)": 1,
        f"{title} (Көлік институты, 2024-2025)": 1,
    }
