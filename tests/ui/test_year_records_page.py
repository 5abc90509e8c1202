"""The page of records for the report as a hand uses it: four lists, years, sums, issues, points, criteria."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from altdesk.desk import Desk
from altdesk.domain.club_assessments import ClubAssessmentsQuery, CriterionDraft
from altdesk.domain.leadership import LeadershipDraft, LeadershipQuery
from altdesk.domain.measures import MeasureDraft, MeasuresQuery
from altdesk.domain.minutes import Named
from altdesk.domain.sponsors import DonationDraft, DonationsQuery
from altdesk.services import club_assessments, criteria, leadership, measures, sponsors
from tests.days import ago
from tests.make import Make
from ui.pages.year_records import YearRecordsPage

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def put(folder: Path) -> Callable[[Callable[[Make], object]], None]:
    def run(build: Callable[[Make], object]) -> None:
        with Desk.open(folder, "en") as desk:
            build(Make(desk))

    return run


@pytest.fixture
def hand(start, put):
    def build(make: Make) -> None:
        make.body("Шахмат")
        for name, amount, days in (("«Үлгі» ЖШС", "150000.50", 3), ("«Мысал» АҚ", "1000", 500)):
            sponsors.add(make.desk, DonationDraft(name, Decimal(amount), received_on=ago(days)))
        leadership.add(make.desk, LeadershipDraft(ago(5), Named("Басшыбаев Үлгі", "Ректор")))
        measures.add(make.desk, MeasureDraft("Зертхана", taken_on=ago(5), cost=Decimal(700)))

    put(build)
    opened = start()
    opened.window.resize(1366, 728)
    opened.window.go("year_records")
    opened.settle()
    return opened


def page_of(hand) -> YearRecordsPage:
    page = hand.window.page
    assert isinstance(page, YearRecordsPage)
    return page


def view_of(hand, key: str):
    page_of(hand).show_view(key)
    hand.settle()
    return page_of(hand).view


def typed(view, **texts: str) -> None:
    for key, text in texts.items():
        view.editor.boxes[key].input.setText(text)


def desk_of(hand) -> Desk:
    return hand.desktop.shell.desk


def test_the_total_stands_under_the_title_and_in_the_footer(hand) -> None:
    view = view_of(hand, "sponsors")
    assert "2 records of sponsors' funds, 151\u00a0000,50\u00a0₸ in all" in view.head.state.text()
    assert "151\u00a0000,50\u00a0₸" in view.footer.text()
    view.table.selectAll()
    hand.settle()
    assert "Selected: 2 of 2" in view.footer.text()


def test_a_year_narrows_the_list_and_its_total(hand) -> None:
    view = view_of(hand, "sponsors")
    years = view.filters.inputs["year"]
    years.setCurrentIndex(1)  # the one that runs, or the newest
    hand.settle()
    shown = sponsors.ids(desk_of(hand), DonationsQuery(period=view.period))
    assert view.table.rows.count == len(shown) < 2
    view.filters.clear()
    hand.settle()
    assert view.table.rows.count == 2


def test_funds_are_typed_as_one_likes_and_kept_to_the_tiyn(hand) -> None:
    view = view_of(hand, "sponsors")
    hand.press(Key.Key_N, CTRL, on=view.table)
    typed(view, sponsor="Жаңа демеуші", amount="1 250 000,25 ₸", received_on="бүгін", in_kind="доп")
    hand.press(Key.Key_S, CTRL, on=view.editor.boxes["amount"].input)
    newest = sponsors.lines(desk_of(hand), sponsors.ids(desk_of(hand), DonationsQuery(), 1))[0]
    assert (newest.sponsor, newest.amount, newest.received_on) == ("Жаңа демеуші", Decimal("1250000.25"), date.today())
    assert view.editor.boxes["amount"].input.text() == "1\u00a0250\u00a0000,25"
    assert not view.sponsor.isHidden()


@pytest.mark.parametrize(
    ("amount", "said"), [("-5", "less than zero"), ("1,250", "two digits"), ("жүз", "not a sum"), ("", "in kind")]
)
def test_a_refusal_stands_under_the_sum_and_nothing_typed_is_lost(hand, amount: str, said: str) -> None:
    view = view_of(hand, "sponsors")
    view.new()
    hand.settle()
    typed(view, sponsor="Жаңа", amount=amount, received_on="бүгін")
    view.save()
    hand.settle()
    box = view.editor.boxes["amount"]
    assert said in box.refusal_text
    assert (box.input.text(), view.editor.boxes["sponsor"].input.text()) == (amount, "Жаңа")
    assert sponsors.count(desk_of(hand), DonationsQuery()) == 2
    view.editor.take_back()


def test_a_day_to_come_is_refused_under_its_field(hand) -> None:
    view = view_of(hand, "sponsors")
    view.new()
    hand.settle()
    typed(view, sponsor="Жаңа", amount="5", received_on="ертең")
    view.save()
    hand.settle()
    assert "lies ahead" in view.editor.boxes["received_on"].refusal_text
    view.editor.take_back()


def test_a_sponsor_found_from_anywhere_opens_what_it_gave(hand) -> None:
    known = sponsors.all_sponsors(desk_of(hand))[0]
    hand.window.go("sponsor", known.id)
    hand.settle()
    view = page_of(hand).view
    hand.qtbot.waitUntil(lambda: view.table.rows.count == 1, timeout=30_000)
    hand.settle()
    assert view.editor.boxes["sponsor"].input.text() == known.name
    view.sponsor.ask_change()
    view.sponsor.form.boxes["name"].input.setText("«Жаңа атау»")
    view.sponsor.form.run()
    hand.settle()
    assert "«Жаңа атау»" in {each.name for each in sponsors.all_sponsors(desk_of(hand))}


def test_issues_are_written_settled_and_moved(hand) -> None:
    view = view_of(hand, "leadership")
    view.table.selectRow(0)
    hand.press(Key.Key_Return, on=view.table)
    for text in ("Интернет", "Асхана"):
        view.issues.ask_new()
        view.issues.form.boxes["issue"].input.setPlainText(text)
        view.issues.form.run()
        hand.settle()
    view.issues.table.selectRow(0)
    hand.settle()
    view.issues.settle_button.click()
    hand.settle()
    view.issues.table.selectRow(0)
    hand.settle()
    hand.press(Key.Key_Down, CTRL, on=view.issues.table)
    number = leadership.ids(desk_of(hand), LeadershipQuery())[0]
    kept = leadership.get(desk_of(hand), number).issues
    assert [(each.issue, each.settled_on) for each in kept] == [("Асхана", None), ("Интернет", date.today())]
    assert "issues raised: 2, settled: 1" in view.head.state.text()
    view.issues.ask_new()
    view.issues.form.run()
    hand.settle()
    assert view.issues.form.boxes["issue"].refusal_text


def test_somebody_of_the_register_brings_the_post(hand) -> None:
    view = view_of(hand, "leadership")
    view.new()
    hand.settle()
    view.editor.boxes["leader"].input.set_value(Named("Басшыбаев Үлгі", "Проректор", 1))
    assert view.editor.boxes["leader_post"].input.text() == "Проректор"
    view.editor.take_back()


def test_a_measure_of_no_known_unit_is_refused_in_words(hand) -> None:
    view = view_of(hand, "measures")
    view.new()
    hand.settle()
    view.editor.boxes["title"].input.setPlainText("Жөндеу")
    typed(view, unit="Жоқ институт", taken_on="бүгін", cost="700")
    view.save()
    hand.settle()
    assert "Жоқ институт" in view.editor.boxes["unit"].refusal_text
    typed(view, unit="")
    view.save()
    hand.settle()
    assert measures.totals(desk_of(hand), MeasuresQuery()).cost == Decimal(1400)


def test_criteria_come_first_and_then_points(hand) -> None:
    view = view_of(hand, "club_assessments")
    view.new()
    hand.settle()
    assert view.panel.currentWidget() is view.criteria
    for title, most in (("Жоспар", 30), ("Белсенділік", 20)):
        view.criteria.ask_new()
        view.criteria.form.boxes["title"].input.setText(title)
        view.criteria.form.boxes["most"].input.setValue(most)
        view.criteria.form.run()
        hand.settle()
    assert [each.title for each in criteria.all_criteria(desk_of(hand))] == ["Жоспар", "Белсенділік"]
    view.new()
    hand.settle()
    scores = view.editor.boxes["scores"].input
    typed(view, body="Шахмат", assessed_on="бүгін")
    scores.numbers[0].setValue(25)
    view.save()
    hand.settle()
    assert "Белсенділік" in view.editor.boxes["scores"].refusal_text
    scores.numbers[1].setValue(15)
    assert "40 of 50" in scores.sum.text()
    view.save()
    hand.settle()
    (number,) = club_assessments.ids(desk_of(hand), ClubAssessmentsQuery())
    kept = club_assessments.get(desk_of(hand), number)
    assert (kept.body, kept.points, kept.most, kept.members) == ("Шахмат", 40, 50, 0)
    criteria.add(desk_of(hand), CriterionDraft("Жаңа", 5))
    hand.settle()
    hand.window.go("club_assessment", number)
    hand.settle()
    assert len(view.editor.boxes["scores"].input.numbers) == 2


def test_what_is_typed_survives_a_closed_window_as_a_draft(hand) -> None:
    scores = view_of(hand, "club_assessments").editor.boxes["scores"].input
    scores.set_typed([{"criterion": "Жоспар", "most": 30, "points": 7}, {"criterion": 5}])
    assert [(each.criterion, each.points) for each in scores.value()] == [("Жоспар", 7)]
    assert scores.typed() == [{"criterion": "Жоспар", "most": 30, "points": 7}]


@pytest.mark.parametrize("key", ["sponsors", "leadership", "measures", "club_assessments"])
def test_every_list_deletes_into_the_bin_and_prints(hand, key: str) -> None:
    view = view_of(hand, key)
    view.print_selected()
    hand.settle()
    assert view.panel_open
    view.close_panel()
    before = view.table.rows.count
    view.table.selectRow(0)
    hand.press(Key.Key_Delete, on=view.table)
    assert view.table.rows.count == max(0, before - 1)
    if before:
        desk_of(hand).undo()
        hand.settle()
        assert view.table.rows.count == before
