"""Reports by keys: begun, written beside their figures, each figure leading to its records, approved and locked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from altdesk.desk import Desk
from altdesk.domain.report import Part, ReportDraft, ReportState
from altdesk.services import report
from db.models.events import event
from tests.ui.conftest import Hand
from tests.ui.proof import cut_texts, faults
from ui.widgets.outline import Outline, OutlineLine

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hand(folder: Path, start) -> Hand:
    """The page of reports on a desk with three events of one year."""
    with Desk.open(folder, "en") as desk, desk.step("seed") as step:
        for month, title, result in ((10, "Акция", "60 көшет"), (11, "Кездесу", ""), (12, "Байқау", "")):
            on = date(2025, month, 1)
            step.add(event, title=title, starts_on=on, ends_on=on, state="held", level="city", direction="civic",
                     form="mass", kind="talk", participants=7, result=result, sequence=0)  # fmt: skip
    hand: Hand = start()
    hand.window.resize(1366, 728)
    hand.window.go("report", None)
    hand.settle()
    return hand


def begun(hand: Hand):
    hand.press(Key.Key_N, CTRL)
    starting = hand.window.page.list.starting
    assert starting.boxes["year"].value() == 2025
    assert faults(hand.window) == []
    hand.press(Key.Key_Return)
    return hand.window.page.view


def kept(hand: Hand):
    return report.yearly(hand.desktop.shell.desk, 2025)


def stand_on(hand: Hand, view, key: str) -> None:
    view.outline.setFocus()
    view.outline.setCurrentRow(view.outline.part_keys().index(key))
    hand.settle()


def test_a_report_is_begun_by_keys_and_says_what_it_lacks(hand: Hand) -> None:
    view = begun(hand)
    assert view.head.title.text() == "Yearly report 2025-2026"
    assert view.outline.current_key == "gaps"
    rows = [row.text for row in view.gaps.gaps.rows()]
    assert rows[0] == "Held events without a result: 2"
    assert [row.text for row in view.gaps.records.rows()] == ["Кездесу", "Байқау"]


def test_what_is_written_is_kept_when_another_part_is_chosen(hand: Hand) -> None:
    view = begun(hand)
    stand_on(hand, view, "events")
    hand.type("Өткен іс-шаралар туралы.", view.editors["events"].boxes["events"].input)
    stand_on(hand, view, "conclusions")
    assert kept(hand).texts == {Part.EVENTS: "Өткен іс-шаралар туралы."}
    stand_on(hand, view, "events")
    assert view.editors["events"].boxes["events"].input.value() == "Өткен іс-шаралар туралы."


def test_a_figure_shows_the_records_it_counts(hand: Hand) -> None:
    view = begun(hand)
    stand_on(hand, view, "events")
    table = view.figures.table
    all_ = [table.horizontalHeaderItem(at).text() for at in range(table.columnCount())].index("All")
    civic = [table.verticalHeaderItem(row).text() for row in range(table.rowCount())].index("Civic")
    table.setCurrentCell(civic, all_)
    hand.settle()
    assert table.currentItem().text() == "3"
    assert [row.text for row in view.figures.records.rows()] == ["Акция", "Кездесу", "Байқау"]
    view.figures.choice.set_value("month")
    hand.settle()
    assert "11.2025" in [table.verticalHeaderItem(row).text() for row in range(table.rowCount())]


def test_a_text_that_is_lacking_is_one_key_away(hand: Hand) -> None:
    view = begun(hand)
    view.gaps.gaps.setFocus()
    view.gaps.gaps.setCurrentRow(view.gaps.gaps.count() - 1)
    hand.press(Key.Key_Return, on=view.gaps.gaps)
    hand.press(Key.Key_Return, on=view.gaps.records)
    assert view.outline.current_key == "summary"
    assert hand.focus is view.editors["summary"].boxes["summary"].input


def test_an_approved_report_is_locked_and_can_be_taken_back(hand: Hand) -> None:
    view = begun(hand)
    stand_on(hand, view, "head")
    view.ending.approve_button.click()
    hand.settle()
    view.ending.form.do_button.click()
    hand.settle()
    assert kept(hand).state is ReportState.APPROVED
    stand_on(hand, view, "summary")
    assert view.editors["summary"].boxes["summary"].input.isReadOnly()
    stand_on(hand, view, "head")
    view.ending.reopen_button.click()
    hand.settle()
    assert kept(hand).state is ReportState.DRAFT
    stand_on(hand, view, "summary")
    assert not view.editors["summary"].boxes["summary"].input.isReadOnly()


def test_a_second_report_of_the_year_is_refused_under_the_year(hand: Hand) -> None:
    report.begin(hand.desktop.shell.desk, ReportDraft(year=2025))
    hand.settle()
    hand.press(Key.Key_N, CTRL)
    starting = hand.window.page.list.starting
    hand.press(Key.Key_Return)
    assert "already there" in starting.boxes["year"].refusal_text
    assert starting.boxes["year"].value() == 2025


def test_ctrl_p_shows_the_paper_of_what_is_typed(hand: Hand) -> None:
    view = begun(hand)
    stand_on(hand, view, "summary")
    hand.type("Жалпы сөз.", view.editors["summary"].boxes["summary"].input)
    hand.press(Key.Key_P, CTRL)
    assert kept(hand).texts == {Part.SUMMARY: "Жалпы сөз."}
    assert view.parts.currentWidget() is view._preview


def test_the_name_of_a_part_takes_the_lines_it_needs_and_no_letter_is_lost_to_a_narrow_outline(qapp):
    from PySide6.QtGui import QFontMetrics

    from ui.widgets.outline import MOST_LINES, in_lines

    metrics = QFontMetrics(qapp.font())
    name = "2. Басшылықпен кездесулер және көтерілген мәселелер"
    assert in_lines(name, metrics, 4000) == [name]
    narrow = in_lines(name, metrics, metrics.horizontalAdvance("Басшылықпен кездесулер"))
    assert 1 < len(narrow) <= MOST_LINES
    assert " ".join(narrow) == name
    least = in_lines(name, metrics, metrics.horizontalAdvance("Басшылықпен "))
    assert len(least) == MOST_LINES
    assert least[-1].endswith("…")
    for width in range(metrics.horizontalAdvance("печатью") + 2, 400):
        assert " ".join(in_lines("Перед печатью", metrics, width)) == "Перед печатью"


def test_no_figure_is_cut_and_no_column_lost_however_narrow_the_page_is(hand: Hand) -> None:
    view = begun(hand)
    stand_on(hand, view, "events")
    for width in (1366, 1000, 1920):
        hand.window.resize(width, 728)
        hand.settle()
        assert faults(hand.window) == []
    assert view.beside.split.orientation() is Qt.Orientation.Horizontal
    hand.window.resize(1000, 728)
    hand.settle()
    assert view.beside.split.orientation() is Qt.Orientation.Vertical


def test_the_text_of_a_section_takes_the_height_there_is(hand: Hand) -> None:
    view = begun(hand)
    stand_on(hand, view, "summary")
    texts = [box.input for box in view.editors["summary"].boxes.values()]
    assert sum(text.height() for text in texts) > view.beside.height() / 2
    texts[0].set_value("Жол\n" * 12)
    hand.settle()
    assert not texts[0].verticalScrollBar().isVisible()


def test_an_outline_that_becomes_narrower_gives_its_rows_their_height(qapp, qtbot) -> None:
    outline = Outline()
    qtbot.addWidget(outline)
    outline.show_lines([OutlineLine(str(at), f"{at}. Басшылықпен кездесулер және көтерілген мәселелер", "text",
                                    "Мәтін жоқ") for at in range(9)])  # fmt: skip
    outline.resize(600, 300)
    outline.show()
    outline.grab()
    outline.resize(210, 300)
    qtbot.waitUntil(lambda: faults(outline) == [] and cut_texts(outline) == [], timeout=30_000)


def test_another_start_of_the_year_in_settings_moves_an_open_report_and_undo_brings_it_back(hand: Hand) -> None:
    view = begun(hand)

    def all_held() -> str:
        stand_on(hand, view, "events")
        table = view.figures.table
        return str(table.item(table.rowCount() - 1, table.columnCount() - 2).text())

    def go(page: str) -> None:
        hand.window.go(page, None)
        hand.settle()

    assert all_held() == "3"
    go("settings")
    settings = hand.window.page
    settings.show_section("rules")
    hand.settle()
    settings.editor.boxes["year_starts_month"].set_value(11)
    settings.editor.boxes["year_starts_day"].set_value(2)
    hand.press(Key.Key_S, CTRL)
    go("report")
    assert (view.head.title.text(), all_held()) == ("Yearly report 2025-2026", "1")
    hand.press(Key.Key_Z, CTRL)
    assert all_held() == "3"


def in_large_type(hand: Hand, start, language: str, size: int) -> Hand:
    """The same desk with its report, in another window on a small screen."""
    report.begin(hand.desktop.shell.desk, ReportDraft(year=2025))
    hand.window.close()
    hand.settle()
    large: Hand = start(language, text_size=size)
    large.window.resize(1366, 728)
    large.window.go("report", 1)
    large.settle()
    return large


@pytest.mark.parametrize(("language", "size", "icons"), [("kk", 125, False), ("ru", 150, True)])
def test_figures_stand_beside_their_text_in_large_type_and_no_word_of_the_outline_is_cut(
    hand: Hand, start, language: str, size: int, icons: bool
) -> None:
    large = in_large_type(hand, start, language, size)
    if icons:
        large.window.sidebar.toggle()
        large.settle()
    view = large.window.page.view
    for key in ("summary", "leadership", "clubs", "measures"):
        stand_on(large, view, key)
        assert view.beside.split.orientation() is Qt.Orientation.Horizontal
    assert view.outline.width() >= view.outline.width_of_words()
    assert faults(large.window) == []


def test_texts_above_their_figures_are_seen_whole_under_a_name_of_two_lines(hand: Hand, start) -> None:
    large = in_large_type(hand, start, "kk", 150)
    view = large.window.page.view
    stand_on(large, view, "summary")
    assert view.beside.split.orientation() is Qt.Orientation.Vertical
    editor = view.editors["summary"]
    for box in editor.boxes.values():
        box.input.set_value("Жол\n" * 9)
    large.settle()
    tops = [editor.boxes[key].input.y() for key in ("summary", "resources")]
    assert tops[0] < tops[1]  # the name of the second takes two lines
    assert not editor._form.verticalScrollBar().isVisible()
