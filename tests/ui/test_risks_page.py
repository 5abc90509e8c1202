"""The page of risks as a hand uses it: register, assessments, the map that narrows the list, Today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from altdesk.desk import Desk
from altdesk.domain.risk_scale import Level
from altdesk.domain.risks import AssessmentDraft, RiskDraft, RisksQuery, RiskState, Side
from altdesk.domain.rules import Rules
from altdesk.services import risks, rules
from tests.days import ago
from tests.make import Make
from ui.pages.risks import RisksPage

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
PLACES = {"Үлкен": (5, 5), "Орташа": (2, 4), "Кіші": (1, 1)}


@pytest.fixture
def put(folder: Path) -> Callable[[Callable[[Make], object]], None]:
    def run(build: Callable[[Make], object]) -> None:
        with Desk.open(folder, "en") as desk:
            build(Make(desk))

    return run


def three(make: Make) -> None:
    """Three assessed risks, one of them overdue, and one nobody has assessed."""
    document = make.document("ЖН-ALT-00", "Қағидалар")
    for title, (up, across) in PLACES.items():
        due = ago(4) if title == "Үлкен" else None
        made = risks.add(make.desk, RiskDraft(title, document_id=document, owner="Бас маман", due_on=due)).id
        assert made is not None
        risks.assess(make.desk, made, AssessmentDraft(ago(1), up, across, 1, 1))
    risks.add(make.desk, RiskDraft("Бағаланбаған"))


@pytest.fixture
def hand(start, put):
    put(three)
    opened = start()
    opened.window.resize(1366, 728)
    opened.window.go("risks")
    opened.settle()
    return opened


def page_of(hand) -> RisksPage:
    page = hand.window.page
    assert isinstance(page, RisksPage)
    return page


def listed(hand) -> list[str]:
    rows = page_of(hand).table.rows
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def open_row(hand, row: int) -> None:
    table = page_of(hand).table
    table.setFocus()
    table.clearSelection()
    table.selectRow(row)
    hand.press(Key.Key_Return, on=table)


def test_the_greatest_risk_stands_first_and_the_state_counts_what_is_late(hand) -> None:
    assert listed(hand) == ["Үлкен", "Орташа", "Кіші", "Бағаланбаған"]
    assert page_of(hand).head.state.text() == "4 risks, 1 measure is overdue"
    assert page_of(hand).table.rows.index(0, 1).data() == "25 · High"


def test_a_risk_is_typed_saved_and_assessed_from_the_keyboard(hand) -> None:
    page = page_of(hand)
    hand.press(Key.Key_N, CTRL)
    hand.type("New risk")
    boxes = page.editor.boxes
    boxes["document"].input.setFocus()
    hand.type("ЖН-АЛТ-00")
    boxes["measure"].input.setFocus()
    hand.type("Measure")
    hand.qtbot.mouseClick(page.assessments.assess_button, Qt.MouseButton.LeftButton)
    hand.settle()
    form = page.assessments.form
    assert form is not None
    assert form.isVisible()
    form.boxes["likelihood"].input.set_value(4)
    form.boxes["impact"].input.set_value(3)
    assert page.assessments.measured.text() == "Level: 12 · High"
    hand.press(Key.Key_Return, on=form.boxes["assessed_on"].input)
    (known,) = [
        line
        for line in risks.lines(page.shell.desk, risks.ids(page.shell.desk, RisksQuery()))
        if line.title == "New risk"
    ]
    assert (known.level, known.document, known.measure) == (Level.HIGH, "ЖН-ALT-00", "Measure")
    assert [row.text for row in page.assessments.list.rows()] == ["12 · High"]
    hand.press(Key.Key_Z, CTRL)
    assert risks.get(page.shell.desk, known.id).assessments == ()


def test_an_unknown_document_is_refused_under_its_field(hand) -> None:
    open_row(hand, 0)
    box = page_of(hand).editor.boxes["document"]
    box.input.setFocus()
    box.input.selectAll()
    hand.type("XX-9")
    hand.press(Key.Key_S, CTRL)
    assert "no document with the code XX-9" in box.refusal_text


def test_an_assessment_that_makes_no_sense_is_refused_in_the_form(hand) -> None:
    open_row(hand, 2)
    page = page_of(hand)
    page.assessments.ask()
    hand.settle()
    form = page.assessments.form
    form.boxes["residual_likelihood"].input.set_value(5)
    form.boxes["residual_impact"].input.set_value(5)
    hand.press(Key.Key_Return, on=form.boxes["assessed_on"].input)
    assert "cannot be greater" in form.boxes["residual_likelihood"].refusal_text
    assert len(risks.get(page.shell.desk, page.editor.record_id).assessments) == 1


def test_earlier_assessments_stay_in_sight(hand) -> None:
    open_row(hand, 0)
    page = page_of(hand)
    page.assessments.ask()
    hand.settle()
    form = page.assessments.form
    assert form.boxes["likelihood"].value() == 5  # as it was assessed last
    form.boxes["likelihood"].input.set_value(1)
    hand.press(Key.Key_Return, on=form.boxes["assessed_on"].input)
    assert [row.text for row in page.assessments.list.rows()] == ["5 · Medium → 1 · Low", "25 · High → 1 · Low"]


def test_the_map_is_walked_with_arrows_and_enter_narrows_the_list(hand) -> None:
    page = page_of(hand)
    hand.qtbot.mouseClick(page.map_button, Qt.MouseButton.LeftButton)
    hand.settle()
    table = page.map.table
    assert hand.focus is table
    table.stand_on(4, 4)
    hand.press(Key.Key_Up)
    hand.press(Key.Key_Right)
    assert page.map.here.text() == "Likelihood 5, impact 5: level high, risks: 1"
    hand.press(Key.Key_Return)
    assert listed(hand) == ["Үлкен"]
    assert page.panel.currentWidget() is page.map
    assert page.cell_button.text() == "Only likelihood 5, impact 5"
    hand.qtbot.mouseClick(page.cell_button, Qt.MouseButton.LeftButton)
    hand.settle()
    assert len(listed(hand)) == 4


def test_the_map_counts_after_the_measure_too_and_says_what_is_not_on_it(hand) -> None:
    page = page_of(hand)
    page.show_map()
    hand.settle()
    assert "1 risk is not assessed" in page.map.away.text()
    page.map.segments.chosen.emit(Side.RESIDUAL.value)
    hand.settle()
    counts = page.map.table.cells
    assert counts.data(counts.index_of(1, 1)) == "3"
    page.show_cell(1, 1)
    hand.settle()
    assert len(listed(hand)) == 3


def test_every_cell_of_the_map_says_its_level_in_words(hand) -> None:
    page = page_of(hand)
    page.show_map()
    hand.settle()
    model = page.map.table.cells
    said = {model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole)
            for row in range(5) for column in range(5)}  # fmt: skip
    assert len(said) == 25
    assert all(any(f"level {word}" in text for word in ("low", "medium", "high")) for text in said)


def test_another_scale_makes_another_map_and_form(hand) -> None:
    page, desk = page_of(hand), hand.desktop.shell.desk
    hand.desktop.shell.work.do(lambda: rules.save(desk, Rules(risk_steps=3, risk_medium_from=3, risk_high_from=6)))
    hand.settle()
    page.show_map()
    hand.settle()
    assert page.map.table.cells.rowCount() == 3
    assert "3 are assessed on another scale" in page.map.away.text()
    open_row(hand, 0)
    page.assessments.ask()
    hand.settle()
    assert page.assessments.form.boxes["likelihood"].input.count() == 3


def test_the_scale_is_chosen_in_the_settings_and_refused_under_its_field(hand) -> None:
    hand.window.go("settings")
    hand.settle()
    page = hand.window.page
    page.show_section("rules")
    hand.settle()
    boxes = page.editor.boxes
    boxes["risk_steps"].input.set_value(3)
    hand.press(Key.Key_S, CTRL)
    assert "High begins above" in boxes["risk_high_from"].refusal_text
    boxes["risk_medium_from"].input.set_value(3)
    boxes["risk_high_from"].input.set_value(6)
    hand.press(Key.Key_S, CTRL)
    assert rules.get(hand.desktop.shell.desk).risk_scale.steps == 3


def test_risks_are_closed_filtered_and_opened_again(hand) -> None:
    page, desk = page_of(hand), hand.desktop.shell.desk
    page.table.selectRow(0)
    page.close_selected()
    hand.settle()
    page.filters.choose(state=RiskState.CLOSED.value)
    hand.settle()
    assert listed(hand) == ["Үлкен"]
    open_row(hand, 0)
    assert not page.assessments.assess_button.isEnabled()
    assert "Closed on" in page.assessments.sentence.text()
    page.reopen_selected()
    hand.settle()
    assert listed(hand) == []
    assert page.empty.first.text() == "Show all"
    page.show_all()
    hand.settle()
    assert len(listed(hand)) == 4
    assert risks.overdue(desk, date.today())


def test_today_shows_overdue_measures_and_opens_the_risk(hand) -> None:
    hand.window.go("today")
    hand.settle()
    measures = hand.window.page.lists["measures"]
    assert measures.count.text() == "1"
    measures.list.setCurrentRow(0)
    hand.press(Key.Key_Return, on=measures.list)
    assert page_of(hand).editor.boxes["title"].value() == "Үлкен"


def test_the_register_is_shown_as_a_paper(hand) -> None:
    page = page_of(hand)
    hand.press(Key.Key_P, CTRL)
    hand.qtbot.waitUntil(lambda: page._preview.document.pageCount() == 2, timeout=30_000)


def test_an_empty_register_says_what_it_is_for(start) -> None:
    hand = start()
    hand.window.go("risks")
    hand.settle()
    page = page_of(hand)
    assert page.empty.first.text() == "Add a risk"
    hand.qtbot.mouseClick(page.empty.first, Qt.MouseButton.LeftButton)
    hand.settle()
    assert page.editor.active
