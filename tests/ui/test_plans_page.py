"""The page of plans used as a hand would: a plan is typed, sent on its way, approved, marked and amended."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from altdesk.desk import Desk
from altdesk.domain.academic_year import academic_year
from altdesk.domain.events_kinds import HeldState
from altdesk.domain.plans import PlanDraft, RowDraft
from altdesk.domain.plans_kinds import PlanKind, VersionState
from altdesk.domain.plans_lists import PlansQuery
from altdesk.domain.rules import Rules
from altdesk.services import events, organisation, plans, plans_approval, plans_rows, plans_states
from tests.make import HEADS
from tests.ui import test_looks
from tests.ui.conftest import Hand
from tests.ui.test_looks import OTHERS

walk, filled = test_looks.walk, test_looks.filled
Key = Qt.Key


@pytest.fixture
def plan(folder: Path) -> int:
    """A draft of two rows, of the year that runs."""
    with Desk.open(folder, "en") as desk:
        organisation.save(desk, HEADS)
        year = academic_year(date.today(), Rules().year_start).first.year
        made = plans.add(desk, PlanDraft(PlanKind.YOUTH, year, title="Жастармен жұмыс")).id or 0
        for title in ("Апталық", "Акция"):
            plans_rows.add(desk, made, RowDraft(title, "all year"))
    return made


def approve(hand: Hand, plan_id: int) -> None:
    desk = hand.desktop.shell.desk
    plans_approval.send(desk, plan_id, date.today())
    for _ in range(2):
        plans_approval.given(desk, plan_id, date.today(), onward=True)
    hand.settle()


def opened(hand: Hand, plan_id: int) -> Any:
    hand.window.go("plan", plan_id)
    hand.settle()
    view = hand.window.page.view
    view.table.selectRow(0)
    view.table.setFocus()
    hand.settle()
    return view


def trigger(hand: Hand, key: str) -> None:
    """Do what an action of the page does, as its key would."""
    next(made for action, made in hand.window.page.view.made if action.key == key).trigger()
    hand.settle()


def titles(hand: Hand, plan_id: int) -> list[str]:
    return [row.said.title for row in plans_rows.of(hand.desktop.shell.desk, plan_id)]


def test_a_plan_is_made_and_its_rows_are_typed(start: Callable[..., Hand], folder: Path) -> None:
    hand = start()
    hand.window.go("plans", None)
    hand.settle()
    hand.window.page.new()
    hand.settle()
    editor = hand.window.page.list.editor
    editor.boxes["kind"].input.set_value(PlanKind.YOUTH)
    hand.window.page.save()
    hand.settle()
    (made,) = plans.ids(hand.desktop.shell.desk, PlansQuery())
    view = hand.window.page.view
    assert view.plan is not None
    view.new()
    hand.settle()
    hand.type("Апталық")
    view.editor.boxes["when"].input.setText("кейін")
    view.save()
    hand.settle()
    assert "not understood" in view.editor.boxes["when"].refusal_text
    view.editor.boxes["when"].input.setText("қазан-қараша")
    view.save()
    hand.settle()
    (row,) = plans_rows.of(hand.desktop.shell.desk, made)
    assert (row.said.title, row.said.time.first.month, row.said.time.last.month) == ("Апталық", 10, 11)


def test_rows_are_moved_and_mended_in_place(start: Callable[..., Hand], plan: int) -> None:
    hand = start()
    view = opened(hand, plan)
    trigger(hand, "down")
    assert titles(hand, plan) == ["Акция", "Апталық"]
    view._edit("title", plans_rows.of(hand.desktop.shell.desk, plan)[0].id, "Форум")
    hand.settle()
    assert titles(hand, plan) == ["Форум", "Апталық"]


def test_a_refused_cell_goes_on_in_the_editor_with_what_was_typed(start: Callable[..., Hand], plan: int) -> None:
    hand = start()
    view = opened(hand, plan)
    row = plans_rows.of(hand.desktop.shell.desk, plan)[0].id
    view._edit("when", row, "15.10.2099")
    hand.settle()
    box = view.editor.boxes["when"]
    assert box.input.text() == "15.10.2099"
    assert "outside the year of the plan" in box.refusal_text


def test_the_paper_is_sent_returned_and_signed(start: Callable[..., Hand], plan: int) -> None:
    hand = start()
    view = opened(hand, plan)
    view.show_way()
    view.way.ask_send()
    hand.press(Key.Key_Return, on=view.way.form)
    assert "Ректор" in view.above.where.text()
    view.way.ask_returned()
    hand.press(Key.Key_Return, on=view.way.form)
    assert "what has to be changed" in view.way.form.boxes["comment"].refusal_text
    view.way.form.boxes["comment"].input.set_value("Мерзімі жоқ")
    view.way.form.run()
    hand.settle()
    assert "Мерзімі жоқ" in view.above.where.text()
    view.way.ask_send()
    view.way.form.run()
    hand.settle()
    for _ in range(2):
        view.way.ask_given()
        view.way.form.run()
        hand.settle()
    assert plans.get(hand.desktop.shell.desk, plan).newest.state is VersionState.APPROVED
    assert view.way.amend_button.isVisible()
    assert not view.editor.boxes["title"].input.isEnabled()


def test_a_row_is_held_with_two_keys(start: Callable[..., Hand], plan: int) -> None:
    hand = start()
    view = opened(hand, plan)
    approve(hand, plan)
    view.table.selectRow(0)
    trigger(hand, "held")
    assert view.marking.isVisible()
    hand.press(Key.Key_Return, on=view.marking.form)
    first = plans_rows.of(hand.desktop.shell.desk, plan)[0]
    assert (first.mark.state, first.mark.held_on) == (HeldState.HELD, date.today())
    event = events.of_row(hand.desktop.shell.desk, first.id)
    assert event is not None
    assert (event.title, event.state) == ("Апталық", HeldState.HELD)
    assert not view.marking.isVisible()


def test_an_amendment_is_begun_compared_and_given_up(start: Callable[..., Hand], plan: int) -> None:
    hand = start()
    view = opened(hand, plan)
    approve(hand, plan)
    view.show_way()
    view.way.ask_amend()
    view.way.form.boxes["reason"].input.set_value("Жаңа тапсырма")
    view.way.form.run()
    hand.settle()
    row = plans_rows.of(hand.desktop.shell.desk, plan)[0].id
    plans_rows.set_field(hand.desktop.shell.desk, row, "title", "Форум")
    hand.settle()
    view.show_versions()
    hand.settle()
    assert "Форум" in view.versions.text.text()
    view.way.cancel()
    hand.settle()
    assert titles(hand, plan) == ["Апталық", "Акция"]


@pytest.mark.parametrize("look", OTHERS, ids=str)
def test_plans_look_right(walk, folder: Path, filled: Path, look) -> None:
    shutil.copytree(filled, folder)
    tour = walk(look, "plans")
    desk = tour.hand.desktop.shell.desk
    tour.go("plans")
    tour.look("plans")
    page = tour.window.page
    page.list.open_record("plan", plans.ids(desk, PlansQuery(), 1)[0])
    tour.look("plan-head")
    page.list.close_panel()
    tour.go("plan", plans.called(desk, "Студенттік үкіметтің жұмыс жоспары").id)
    tour.look("rows")
    view = page.plan
    view.table.selectRow(1)
    view.open_record("plan_row", view.table.current_id)
    tour.look("row")
    view.verbs.moved()
    tour.look("moved")
    view.marking.form.close_form()
    view.show_cycle()
    tour.look("cycle")
    view.show_way()
    tour.look("approved")
    tour.go("plan", plans.called(desk, "Пікірсайыс клубының жұмыс жоспары").id)
    view.show_way()
    view.way.ask_given()
    tour.look("on-its-way")
    view.way.ask_returned()
    tour.look("returned")
    tour.go("plan", plans.called(desk, "Шахмат секциясының жұмыс жоспары").id)
    view.show_way()
    view.way.ask_chain()
    tour.look("chain")
    tour.go("plan", plans.called(desk, "Жастармен жұмыс жоспары").id)
    view.show_versions()
    tour.look("versions")
    assert tour.found == []


@pytest.mark.parametrize("panel", ["way", "versions"])
def test_a_panel_of_a_plan_is_closed_by_its_cross_and_by_esc(start, plan: int, panel: str) -> None:
    hand = start()
    view = opened(hand, plan)
    shown = {"way": view._way_panel, "versions": view.versions}[panel]
    for close in (lambda: cross_of(shown).click(), lambda: hand.press(Key.Key_Escape, on=shown)):
        trigger(hand, panel)
        assert view.panel_open
        close()
        hand.settle()
        assert not view.panel_open


def cross_of(panel: QWidget) -> QToolButton:
    return next(each for each in panel.findChildren(QToolButton) if each.accessibleName() == "Close")


def test_what_is_advised_on_one_page_is_not_said_on_the_next(start, plan: int) -> None:
    hand = start()
    view = opened(hand, plan)
    approve(hand, plan)
    view.table.clearSelection()
    view.table.setCurrentIndex(QModelIndex())
    view.head.button.click()
    hand.settle()
    assert hand.window.status.text == "Choose a row first."
    hand.window.go("people", None)
    hand.settle()
    assert hand.window.status.text == ""


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_state_of_a_plan_is_said_to_its_end_in_large_type_on_a_small_screen(
    start, plan: int, language: str
) -> None:
    hand = start(language, text_size=150)
    hand.window.resize(1366, 728)
    opened(hand, plan)
    approve(hand, plan)
    desk = hand.desktop.shell.desk
    first, second = (row.id for row in plans_rows.of(desk, plan))
    plans_states.held(desk, [first], date.today())
    plans_states.not_held(desk, [second], "Қар аз")
    hand.window.page.view.refresh()
    hand.settle()
    state = hand.window.page.view.head.state
    assert state.shown_text == state.text()
