"""The import of documents: the same screen as for people, with codes, revisions and days."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from altdesk.domain.documents import DocumentsQuery
from altdesk.services import documents
from tests import data_files as files

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key

HEAD = ("№", "Код документа", "Атауы / Наименование", "Владелец", "Редакция", "Дата введения")
ROWS = (
    (1, "ҚР-ALT-05", "Ішкі аудит жүргізу тәртібі", "ТжӘЖД", 2, "01.09.2026"),
    (2, "ҚЕ-ALT-07", "Студенттік үкімет туралы ереже", "ТжӘЖД", 1, "01.09.2025"),
    (3, "ҚЕ-ALT-08", "", "", 1, ""),
)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """Two documents and one without a title."""
    return files.xlsx(tmp_path / "құжаттар.xlsx", files.table(ROWS, HEAD))


@pytest.fixture
def page(start, listed):
    hand = start()
    hand.window.go("import_documents")
    hand.settle()
    hand.window.page.open_file(listed)
    hand.settle()
    hand.window.page.hand = hand
    return hand.window.page


def shown(page, key: str) -> list[str]:
    table = page.preview.table
    at = [column.key for column in table.columns].index(key)
    return [table.rows.index(row, at).data() for row in range(table.rows.rowCount())]


def codes(page) -> list[str]:
    desk = page.shell.desk
    return [line.code for line in documents.lines(desk, documents.ids(desk, DocumentsQuery()))]


def press_import(page) -> None:
    page.hand.qtbot.mouseClick(page.preview.bar.button, Qt.MouseButton.LeftButton)
    page.hand.settle()


def test_every_row_is_shown_and_nothing_is_written(page):
    assert shown(page, "state") == ["New", "New", "Doubtful"]
    assert shown(page, "code") == ["ҚР-ALT-05", "ҚЕ-ALT-07", "ҚЕ-ALT-08"]
    assert shown(page, "revision") == ["2", "1", "1"]
    assert shown(page, "effective_on")[:2] == ["01.09.2026", "01.09.2025"]
    assert page.preview.bar.button.text() == "Import 2 documents"
    assert codes(page) == []


def test_import_goes_to_documents_and_one_undo_takes_it_back(page):
    press_import(page)
    assert page.hand.window.page.key == "documents"
    assert sorted(codes(page)) == ["ҚЕ-ALT-07", "ҚР-ALT-05"]
    page.hand.press(Key.Key_Z, CTRL)
    assert codes(page) == []


def test_a_missing_title_is_typed_in_place(page):
    table = page.preview.table
    at = [column.key for column in table.columns].index("title")
    table.setCurrentIndex(table.rows.index(2, at))
    page.hand.press(Key.Key_F2, on=table)
    page.hand.type("Тәрбие жұмысының ережесі")
    page.hand.press(Key.Key_Return)
    assert shown(page, "state")[2] == "Will be added"
    press_import(page)
    assert "ҚЕ-ALT-08" in codes(page)


def test_the_button_speaks_of_documents(page):
    assert page.preview.row_bar.buttons["update"].text() == "Update that document (U)"
