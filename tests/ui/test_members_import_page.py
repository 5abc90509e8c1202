"""Import of members on screen: which body, from when, row by row, and nothing before the button."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from altdesk.desk import Desk
from altdesk.domain.bodies import BodyKind
from altdesk.services import bodies, people
from tests import data_files as files
from tests.make import Make
from tests.ui.conftest import Hand

HEAD = ("№", "Тегі, аты, әкесінің аты", "Лауазымы", "Топ, курс")
ROWS = (
    (1, "АСАНОВ ЕРЖАН СЕРІКҰЛЫ", "Төраға", "КӨЛ-23-1, 3"),
    (2, "Қуанышева Іңкәр", "", "ЛОГ-24-1, 2"),
    (3, "Бақытов Арман", "Төраға", "ЛОГ-24-1, 2"),
)


@pytest.fixture
def hand(start: Callable[..., Hand], folder: Path) -> Hand:
    with Desk.open(folder, "en") as desk:
        make = Make(desk)
        make.body()
        make.body("Шахмат үйірмесі", kind=BodyKind.HOBBY_CIRCLE)
    return start()


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    return files.xlsx(tmp_path / "мүшелер.xlsx", files.table(ROWS, HEAD))


def begin(hand: Hand, file: Path, body: str = ""):  # type: ignore[no-untyped-def]
    desk = hand.desktop.shell.desk
    if body:
        hand.window.go("members_of", bodies.by_name(desk, body).id)
    else:
        hand.window.go("import_members")
    hand.settle()
    hand.window.page.open_file(file)
    hand.settle()
    return hand.window.page


def test_rows_wait_until_it_is_said_of_which_body_they_are(hand: Hand, list_file: Path) -> None:
    page = begin(hand, list_file)
    assert page.plan.counts.doubtful == 3
    assert not page.preview.bar.button.isEnabled()
    page.body.setFocus()
    hand.press(Qt.Key.Key_Down, on=page.body)
    assert page.body.currentText() == "Студенттік үкімет"
    assert (page.plan.counts.new, page.plan.counts.doubtful) == (2, 1)
    assert page.preview.bar.button.text() == "Import 2 members"


def test_a_list_comes_into_the_body_it_was_asked_for_and_goes_with_one_undo(hand: Hand, list_file: Path) -> None:
    page = begin(hand, list_file, "Студенттік үкімет")
    desk = hand.desktop.shell.desk
    page.since.input.setFocus()
    hand.type("01.02.2026", on=page.since.input)
    hand.settle()
    assert {row.draft.starts_on for row in page.plan.rows} == {date(2026, 2, 1)}
    assert people.count(desk, people.PeopleQuery()) == 0
    page.import_rows()
    hand.settle()
    assert hand.window.page.key == "bodies"
    held = bodies.held_on(desk, date(2026, 2, 1))
    assert [(m.post, m.full_name) for m in held] == [
        ("Төраға", "Асанов Ержан Серікұлы"),
        ("Мүше", "Қуанышева Іңкәр"),
    ]
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert people.count(desk, people.PeopleQuery()) == 0


def test_a_doubtful_row_says_why_and_can_be_left_out(hand: Hand, list_file: Path) -> None:
    page = begin(hand, list_file, "Студенттік үкімет")
    page.preview.table.setFocus()
    page.preview.table.selectRow(2)
    hand.settle()
    assert "names another holder for the same days" in page.preview.row_bar.text
    hand.type("x", on=page.preview.table)
    assert page.preview.bar.text == "Nothing is written yet."
