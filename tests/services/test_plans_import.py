"""Rows of a plan from Excel and from Word tables, and last year's plan for another year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.events_kinds import Direction, EventForm, EventKind, HeldState
from altdesk.domain.import_plan import Action, Decision, RowStatus
from altdesk.domain.plans import PlanDraft, RowDraft
from altdesk.domain.plans_kinds import Approach, PlanKind, VersionState
from altdesk.services import (
    organisation,
    people,
    plans,
    plans_copy,
    plans_import,
    plans_rows,
    plans_states,
    plans_versions,
)
from tests import data_files as files
from tests.make import EFFECTIVE, TODAY, Make
from tests.make import HEADS as NAMED

HEADS = ("№", "Іс-шара", "Түрі/формасы", "Бағыты", "Мерзімі", "Жауапты", "Орындалуы туралы белгі")


def word(path: Path, rows: list[tuple[str, ...]]) -> Path:
    """A Word file as departments keep it: text, then a table with bands over its whole width."""
    document = Document()
    document.add_paragraph("БЕКІТЕМІН")
    table = document.add_table(0, len(HEADS))
    for row in rows:
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1]).text = row[0]
        else:
            for cell, text in zip(cells, row, strict=True):
                cell.text = text
    document.save(str(path))
    return path


def test_a_band_whose_cells_were_parted_again_is_a_section(desk: Desk, make: Make, tmp_path: Path) -> None:
    plan = make.plan(("Кездесу", "қазан"))
    band = ("I. Азаматтық тәрбие",) * len(HEADS)
    path = word(tmp_path / "plan.docx", [HEADS, band, ("1", "Дебат", "", "", "қараша", "Төраға", "")])
    plans_import.apply(desk, plans_import.preview(desk, path, plan_id=plan))
    assert [(row.said.section, row.said.title) for row in plans_rows.of(desk, plan)][1:] == [(band[0], "Дебат")]


def titles(desk: Desk, plan_id: int) -> list[str]:
    return [row.said.title for row in plans_rows.of(desk, plan_id)]


def test_a_word_table_is_looked_at_and_taken_over_in_one_step(desk: Desk, make: Make, tmp_path: Path) -> None:
    plan = make.plan(("Кездесу", "қазан"), ("Форум", "сәуір"))
    path = word(
        tmp_path / "plan.docx",
        [
            HEADS,
            ("I. Азаматтық тәрбие",),
            ("1", "Кездесу", "Кездесу / жаппай", "Азаматтық", "қазан-қараша", "Асанов А.", ""),
            ("2", "Форум", "", "", "сәуір", "", "Өткізілді"),
            ("3", "Дөңгелек үстел", "дөңгелек үстел, топтық", "белгісіз", "15.11.2026", "Кураторлар", ""),
            ("4", "Той", "", "", "кейінірек", "", ""),
            ("5", "Экскурсия", "", "", "10.2031", "", ""),
        ],
    )
    found = plans_import.preview(desk, path, plan_id=plan)
    counts = found.counts
    assert (counts.new, counts.changed, counts.same, counts.doubtful, counts.skipped) == (1, 2, 0, 2, 1)
    assert [str(row.reasons[0])[:24] for row in found.rows if row.status is RowStatus.DOUBTFUL] == [
        "“кейінірек” is not under",
        "10.2031 is outside the y",
    ]
    assert [str(each) for each in found.rows[2].row.problems] == ["“белгісіз” was not recognised and is left out."]
    assert titles(desk, plan) == ["Кездесу", "Форум"]
    plans_import.apply(desk, found)
    met, _, table = plans_rows.of(desk, plan)
    assert met.said.section == "I. Азаматтық тәрбие"
    assert (met.said.kind, met.said.form, met.said.direction) == (EventKind.MEETING, EventForm.MASS, Direction.CIVIC)
    assert met.said.time.last == date(2026, 11, 30)
    assert (table.said.kind, table.said.form, table.said.responsible) == (
        EventKind.ROUND_TABLE,
        EventForm.GROUP,
        "Кураторлар",
    )
    assert plans_import.preview(desk, path, plan_id=plan).counts.same == 3
    desk.undo()
    assert titles(desk, plan) == ["Кездесу", "Форум"]


def test_excel_rows_with_days_and_a_mended_doubt(desk: Desk, make: Make, tmp_path: Path) -> None:
    plan = make.plan(("Кездесу", "қазан"))
    path = tmp_path / "plan.xlsx"
    rows = [
        ("Мероприятие", "Срок", "Вид", "Форма"),
        ("Акция", date(2026, 10, 15), "Акция", "массовая"),
        ("Той", "кейін"),
    ]
    files.xlsx(path, rows)
    found = plans_import.preview(desk, path, plan_id=plan)
    new, doubtful = found.rows
    assert (new.status, new.draft.when, new.draft.kind) == (RowStatus.NEW, "15.10.2026", EventKind.CAMPAIGN)
    mended = Decision(Action.NEW, draft=replace(doubtful.draft, when="мамыр"))
    plans_import.apply(desk, found, {doubtful.number: mended, new.number: Decision(Action.SKIP)})
    assert titles(desk, plan) == ["Кездесу", "Той"]


def test_what_cannot_be_taken_over_is_refused(desk: Desk, make: Make, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    files.xlsx(path, [("Іс-шара", "Мерзімі"), ("Акция", "қазан")])
    with pytest.raises(Refusal, match="approved"):
        plans_import.preview(desk, path, plan_id=make.approved_plan())
    other = make.plan(year=2027)
    found = plans_import.preview(desk, path, plan_id=other)
    make.person()
    with pytest.raises(Refusal, match="changed since"):
        plans_import.apply(desk, found)
    files.xlsx(path, [("Бірдеңе", "Тағы"), ("x", "y")])
    nothing = plans_import.preview(desk, path, plan_id=other)
    with pytest.raises(Refusal, match="No column with events"):
        plans_import.refuse_without_titles(nothing)


def test_last_years_plan_is_copied_with_its_days_a_year_later(desk: Desk, make: Make) -> None:
    person = make.person("Асанов", "Асан")
    plan = make.plan(("Апталық", "қазан"), ("Акция", "15.10.2027"), ("Мереке", "29.02.2028"), ("Үйірме", "жыл бойы"),
                     year=2027, title="Жоспар, 2027-2028 оқу жылы", approach=Approach.CULTURE)  # fmt: skip
    plans_rows.add(desk, plan, RowDraft("Дәріс", "ақпан", responsible="Асанов Асан"))
    organisation.save(desk, NAMED)
    make.approve(plan, date(2027, 9, 1))
    first = plans_rows.of(desk, plan)[0].id
    plans_states.held(desk, [first], date(2027, 10, 3), TODAY)
    people.leave(desk, [person], date(2028, 6, 1))
    made = plans_copy.copy(desk, plan, today=EFFECTIVE).id
    assert made is not None
    known = plans.get(desk, made)
    assert (known.year, known.title, known.approach) == (2028, "Жоспар, 2028-2029 оқу жылы", Approach.CULTURE)
    assert (known.newest.number, known.newest.state) == (1, VersionState.DRAFT)
    rows = plans_rows.of(desk, made)
    assert [row.said.time.first for row in rows] == [
        date(2028, 10, 1),
        date(2028, 10, 15),
        date(2029, 2, 28),
        date(2028, 9, 1),
        date(2029, 2, 1),
    ]
    assert {row.mark.state for row in rows} == {HeldState.PLANNED}
    assert (rows[4].said.responsible, rows[4].said.responsible_id) == ("Асанов Асан", None)
    with pytest.raises(Refusal, match="already"):
        plans_copy.copy(desk, plan)


def test_a_copy_says_what_was_approved_and_not_what_is_being_changed(desk: Desk, make: Make) -> None:
    plan = make.approved_plan(("Апталық", "қазан"))
    plans_versions.amend(desk, plan, "Жаңа тапсырма", EFFECTIVE, TODAY)
    plans_rows.add(desk, plan, RowDraft("Форум", "сәуір"))
    made = plans_copy.copy(desk, plan).id or 0
    assert titles(desk, made) == ["Апталық"]
    assert plans.get(desk, made).kind is PlanKind.YOUTH
    with pytest.raises(Refusal):
        plans.add(desk, PlanDraft(PlanKind.YOUTH, 2027))
