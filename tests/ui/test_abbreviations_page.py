"""The page of abbreviations: what nobody has explained says so, and is explained in place."""

from __future__ import annotations

from PySide6.QtCore import Qt

from altdesk.desk import Desk
from altdesk.services import abbreviations, documents, organisation, starter

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def rows_of(page) -> list[tuple[str, str]]:
    rows = page.table.rows
    return [(rows.index(row, 0).data(), rows.index(row, 1).data()) for row in range(rows.rowCount())]


def test_what_nobody_has_explained_says_so_until_somebody_does(start, folder) -> None:
    with Desk.open(folder, "en") as desk:
        starter.load(desk)
    hand = start()
    hand.window.go("abbreviations")
    hand.settle()
    page = hand.window.page
    found = rows_of(page)
    assert ("ЖН", "nobody has said") in found
    assert [long for short, long in found if short == "СҮ"] == ["Студенттер үйі", "Студенттік үкімет"]
    page.table.selectRow([short for short, _ in found].index("ЖН"))
    hand.press(Key.Key_Return, on=page.table)
    page.editor.boxes["expansion"].input.setFocus()
    hand.type("Work instruction")
    hand.press(Key.Key_S, CTRL)
    assert ("ЖН", "Work instruction") in rows_of(page)
    page.table.setFocus()
    hand.press(Key.Key_Z, CTRL)
    assert ("ЖН", "nobody has said") in rows_of(page)


def test_the_welcome_begins_with_the_starter_set(start) -> None:
    hand = start(welcomed=False)
    page = hand.window.page
    hand.qtbot.mouseClick(page.starter, Qt.MouseButton.LeftButton)
    hand.settle()
    assert hand.window.page.key == "documents"
    desk = hand.desktop.shell.desk
    assert documents.by_code(desk, "ЖН-ALT-00").revisions
    assert organisation.get(desk).welcomed
    assert len(abbreviations.every(desk)) == 13
    hand.press(Key.Key_Z, CTRL)
    assert abbreviations.every(desk) == []


def test_an_empty_table_offers_the_starter_set(start) -> None:
    hand = start()
    hand.window.go("abbreviations")
    hand.settle()
    page = hand.window.page
    assert page.empty.second.text() == "Load the starter set"
    hand.qtbot.mouseClick(page.empty.second, Qt.MouseButton.LeftButton)
    hand.settle()
    assert len(rows_of(page)) == 13
