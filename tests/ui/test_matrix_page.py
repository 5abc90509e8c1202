"""The page of tables as a hand uses it: letters by keys, blocks from Excel, rows and columns, undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from altdesk.desk import Desk
from altdesk.services import documents, matrix, starter
from tests.make import Make
from tests.ui.proof import faults
from ui.pages.matrix import MatrixPage
from ui.widgets.document_risks import DocumentRisks
from ui.widgets.document_tables import DocumentTables
from ui.widgets.grid_model import HEADS

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Key = Qt.Key


@pytest.fixture
def put(folder: Path) -> Callable[[Callable[[Make], object]], None]:
    """Put records on the desk before the window is opened."""

    def run(build: Callable[[Make], object]) -> None:
        with Desk.open(folder, "en") as desk:
            build(Make(desk))

    return run


@pytest.fixture
def hand(start, put):
    """The window on the page of tables of the starter set."""
    put(lambda make: starter.load(make.desk))
    opened = start()
    opened.window.resize(1366, 728)
    opened.window.go("matrix")
    opened.settle()
    return opened


def page_of(hand) -> MatrixPage:
    page = hand.window.page
    assert isinstance(page, MatrixPage)
    return page


def kept(hand) -> list[tuple[str, ...]]:
    """The rows of the table shown as the desk has them."""
    grid = page_of(hand)._shown.grid
    return [row.cells for row in matrix.get(hand.desktop.shell.desk, grid.id).rows]


def shown(hand) -> list[tuple[str, ...]]:
    return [row.cells for row in page_of(hand).grid.cells.grid.rows]


def stand(hand, row: int, column: int) -> None:
    page_of(hand).grid.stand_on(row, column)
    page_of(hand).grid.setFocus()


def choose_table(hand, kind: str) -> None:
    page = page_of(hand)
    found = next(each for each in page._shown.grids if each.kind.value == kind)
    page.choice.table.set_value(found.id)
    hand.settle()


def test_the_matrix_stands_there_as_in_the_source_and_has_the_focus(hand) -> None:
    page = page_of(hand)
    assert page.choice.document.text() == "ЖН-ALT-00"
    assert shown(hand)[0] == ("Жоспарлау", "Б", "Б, Ж, О", "О", "Ж,О,Қ")
    assert hand.focus is page.grid
    assert (page.grid.columnSpan(0, 2), page.grid.rowSpan(0, 1)) == (4, HEADS)
    assert page.legend.text().startswith("Б – control")


@pytest.mark.parametrize("keys", ["Қ", "қ", "к", "k", "Q"])
def test_a_letter_toggles_by_its_key_on_any_layout(hand, keys: str) -> None:
    stand(hand, 0, 1)
    hand.type(keys)
    assert kept(hand)[0][1] == "Б, Қ"
    hand.type(keys)
    assert kept(hand)[0][1] == "Б"


def test_letters_typed_quickly_are_all_kept_in_the_order_typed(hand) -> None:
    stand(hand, 5, 4)
    for key in "boj":
        hand.qtbot.keyClicks(hand.focus, key)
    hand.settle()
    assert kept(hand)[5][4] == shown(hand)[5][4] == "Б, О, Ж"
    hand.press(Key.Key_Z, CTRL)
    assert kept(hand)[5][4] == shown(hand)[5][4] == "Б, О"


def test_other_keys_and_digits_leave_a_cell_of_letters_alone(hand) -> None:
    stand(hand, 0, 1)
    hand.type("7 x ,")
    hand.type("ы")
    assert kept(hand)[0][1] == "Б"
    assert page_of(hand).grid.state() == page_of(hand).grid.State.NoState


def test_arrows_walk_and_delete_clears_what_is_selected(hand) -> None:
    stand(hand, 0, 1)
    hand.press(Key.Key_Down)
    hand.press(Key.Key_Right)
    assert page_of(hand).grid.place == (1, 2)
    hand.press(Key.Key_Down, SHIFT)
    hand.press(Key.Key_Delete)
    assert [row[2] for row in kept(hand)] == ["Б, Ж, О", "", "", "Б, Ж, О", "Б, Ж, О", "Б, Ж, О"]
    hand.press(Key.Key_Z, CTRL)
    assert [row[2] for row in kept(hand)] == ["Б, Ж, О"] * 6


def test_space_sets_and_takes_a_cross(hand) -> None:
    choose_table(hand, "outputs")
    stand(hand, 2, 1)
    hand.press(Key.Key_Space)
    assert kept(hand)[2] == ("Спорттық секциялардың жұмыс жоспарлары", "Х", "", "", "Х")
    hand.press(Key.Key_Space)
    assert kept(hand)[2][1] == ""
    hand.type("х")
    assert kept(hand)[2][1] == "Х"


def edit(hand, text: str) -> None:
    """F2, type over what stands there, Enter."""
    hand.press(Key.Key_F2)
    line = hand.focus
    line.selectAll()
    hand.type(text, on=line)
    hand.press(Key.Key_Return, on=line)


def test_words_heads_and_common_heads_are_edited_in_place(hand) -> None:
    stand(hand, 0, 0)
    edit(hand, "Жоспар құру")
    assert kept(hand)[0][0] == "Жоспар құру"
    stand(hand, -1, 4)
    edit(hand, "Студенттік үкімет")
    page_of(hand).grid.setCurrentIndex(page_of(hand).grid.cells.index(0, 2))
    edit(hand, "Бөлімшелер")
    grid = matrix.get(hand.desktop.shell.desk, page_of(hand)._shown.grid.id)
    assert grid.columns[4].head == "Студенттік үкімет"
    assert {column.group for column in grid.columns[1:]} == {"Бөлімшелер"}
    hand.press(Key.Key_Z, CTRL)
    grid = matrix.get(hand.desktop.shell.desk, grid.id)
    assert {column.group for column in grid.columns[1:]} == {"Жауапты құрылымдық бөлімшелер (лауазымы)"}


def test_typing_begins_to_edit_a_cell_of_words(hand) -> None:
    stand(hand, 1, 0)
    hand.qtbot.keyClicks(hand.focus, "P")
    line = hand.focus
    hand.qtbot.keyClicks(line, "lan")
    assert line is not page_of(hand).grid
    hand.press(Key.Key_Return, on=line)
    assert kept(hand)[1][0] == "Plan"


def test_what_a_column_cannot_hold_is_refused_in_words_and_nothing_changes(hand) -> None:
    stand(hand, 0, 2)
    edit(hand, "жоқ")
    assert "Б, Ж, О, Қ" in hand.window.notice._text.text()
    assert kept(hand)[0][2] == shown(hand)[0][2] == "Б, Ж, О"


def test_a_block_from_excel_fills_the_table_in_one_step(hand) -> None:
    QApplication.clipboard().setText("1.\tТексеру\tБ\tK\t\tо\r\n2.\tЖабу\tж\t\t\t\r\n")
    stand(hand, 5, 0)
    hand.press(Key.Key_V, CTRL)
    assert kept(hand)[5:] == [("Тексеру", "Б", "Қ", "", "О"), ("Жабу", "Ж", "", "", "")]
    hand.press(Key.Key_Z, CTRL)
    assert len(kept(hand)) == 6


def test_one_text_fills_every_selected_cell_and_copies_go_out_as_excel_takes_them(hand) -> None:
    stand(hand, 0, 3)
    hand.press(Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "О"
    stand(hand, 2, 3)
    hand.press(Key.Key_Down, SHIFT)
    hand.press(Key.Key_V, CTRL)
    assert [row[3] for row in kept(hand)] == ["О", "О", "О", "О", "", ""]
    stand(hand, 0, 1)
    hand.press(Key.Key_Right, SHIFT)
    hand.press(Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "Б\tБ, Ж, О"


def test_rows_are_inserted_moved_and_taken_out_by_keys(hand) -> None:
    stand(hand, 0, 0)
    hand.press(Key.Key_Insert)
    assert [row[0] for row in kept(hand)][:3] == ["Жоспарлау", "", "Орындау"]
    assert page_of(hand).grid.place == (1, 0)
    edit(hand, "Дайындық")
    assert page_of(hand).grid.place == (2, 0)  # Enter goes on below
    hand.press(Key.Key_Up)
    hand.press(Key.Key_Up, ALT)
    assert [row[0] for row in kept(hand)][:2] == ["Дайындық", "Жоспарлау"]
    assert page_of(hand).grid.place == (0, 0)
    hand.press(Key.Key_Delete, CTRL)
    assert [row[0] for row in kept(hand)][:2] == ["Жоспарлау", "Орындау"]
    for _ in range(4):
        hand.press(Key.Key_Z, CTRL)
    assert [row[0] for row in kept(hand)][:2] == ["Жоспарлау", "Орындау"]


def test_columns_are_inserted_moved_and_taken_out_by_keys(hand) -> None:
    stand(hand, 0, 1)
    hand.press(Key.Key_Insert, CTRL)
    grid = page_of(hand).grid.cells.grid
    assert (len(grid.columns), grid.columns[2].head, grid.columns[2].holds) == (6, "", grid.columns[1].holds)
    assert grid.columns[2].group == grid.columns[1].group
    hand.press(Key.Key_Left, ALT)
    assert page_of(hand).grid.cells.grid.columns[1].head == ""
    assert page_of(hand).grid.place == (0, 1)
    hand.press(Key.Key_Delete, CTRL, SHIFT)
    assert [column.head for column in page_of(hand).grid.cells.grid.columns][1] == "ТжӘЖД Директоры"


def test_columns_are_put_under_a_common_head(hand) -> None:
    choose_table(hand, "storage")
    stand(hand, 0, 0)
    hand.press(Key.Key_Right, SHIFT)
    hand.press(Key.Key_G, CTRL)
    page = page_of(hand)
    hand.type("Құжат", on=page.common.boxes["group"].input)
    hand.press(Key.Key_Return, on=page.common.boxes["group"].input)
    assert [column.group for column in page.grid.cells.grid.columns][:2] == ["Құжат", "Құжат"]
    assert page.grid.columnSpan(0, 1) == 2


def test_title_and_note_are_kept_when_one_leaves_them(hand) -> None:
    page = page_of(hand)
    page.words.title.setFocus()
    page.words.title.selectAll()
    hand.type("5.5. Matrix")
    hand.press(Key.Key_Return)
    page.ask_note()
    hand.type("Own words")
    page.grid.setFocus()
    hand.settle()
    grid = matrix.get(hand.desktop.shell.desk, page._shown.grid.id)
    assert (grid.title, grid.note) == ("5.5. Matrix", "Own words")
    hand.press(Key.Key_Z, CTRL)
    hand.press(Key.Key_Z, CTRL)
    assert page.words.title.text().startswith("5.5. Жұмыс")


def test_tables_of_a_withdrawn_revision_are_shown_and_cannot_be_changed(hand) -> None:
    desk = hand.desktop.shell.desk
    known = documents.by_code(desk, "ЖН-ALT-00")
    hand.desktop.shell.work.do(lambda: documents.add_revision(desk, known.id, 2))
    hand.settle()
    hand.desktop.shell.work.do(lambda: documents.withdraw(desk, known.revisions[0].id))
    hand.settle()
    page = page_of(hand)
    page.choice.revision.set_value(known.revisions[0].id)
    hand.settle()
    before = kept(hand)
    assert "withdrawn" in page.head.state.text()
    stand(hand, 0, 1)
    hand.type("k")
    hand.press(Key.Key_Insert)
    hand.press(Key.Key_Delete)
    hand.press(Key.Key_F2)
    assert page.grid.state() == page.grid.State.NoState
    assert kept(hand) == before
    assert not page.head.button.isEnabled()
    page.print_selected()
    hand.settle()
    assert page.panel.isVisible()


def test_a_table_is_added_deleted_and_comes_back(hand) -> None:
    page = page_of(hand)
    hand.press(Key.Key_N, CTRL)
    menu = next(each for each in page.findChildren(QMenu) if each.isVisible())
    assert len(menu.actions()) == 5
    menu.actions()[4].trigger()
    menu.close()
    hand.settle()
    assert page.choice.table.currentText() == "Another table"
    assert shown(hand) == [("", "")]
    page.delete_table()
    hand.settle()
    assert page.choice.table.count() == 4
    hand.press(Key.Key_Z, CTRL)
    assert page.choice.table.count() == 5


def test_another_document_is_found_and_an_empty_one_says_what_to_do(hand) -> None:
    page = page_of(hand)
    field = page.choice.document
    field.setFocus()
    field.selectAll()
    hand.type("ішкі аудит")
    hand.settle()
    popup = field._completer.popup()
    assert popup.isVisible()
    hand.qtbot.keyClick(popup, Key.Key_Down)
    hand.qtbot.keyClick(popup, Key.Key_Return)
    hand.settle()
    assert "no revision yet" in page.head.state.text()
    assert page.stack.currentWidget() is page.empty
    assert page.empty.first.text() == "To the document"


def test_the_paper_follows_what_is_typed(hand) -> None:
    page = page_of(hand)
    hand.press(Key.Key_P, CTRL)
    hand.qtbot.waitUntil(lambda: page.panel._preview.document.pageCount() == 1, timeout=30_000)
    hand.settle()
    first = page.panel._preview._shown
    stand(hand, 0, 1)
    hand.type("k")
    assert page.panel._preview._shown.content != first.content


def test_an_empty_desk_offers_the_starter_set(start) -> None:
    hand = start()
    hand.window.go("matrix")
    hand.settle()
    page = page_of(hand)
    assert page.empty.first.text() == "Load the starter set"
    hand.qtbot.mouseClick(page.empty.first, Qt.MouseButton.LeftButton)
    hand.settle()
    assert shown(hand)[0][0] == "Жоспарлау"
    assert "records came" in hand.status


def test_a_document_shows_its_tables_and_risks_and_leads_to_them(hand) -> None:
    desk, window = hand.desktop.shell.desk, hand.window
    number = documents.by_code(desk, "ЖН-ALT-00").id
    window.go("document", number)
    hand.settle()
    tables, its_risks = window.page.part(DocumentTables), window.page.part(DocumentRisks)
    for part in (tables, its_risks):
        part.unfold()
    hand.settle()
    assert tables.table.rows.rowCount() == 4
    assert "revision 1" in tables.sentence.text()
    hand.qtbot.mouseClick(its_risks.add_button, Qt.MouseButton.LeftButton)
    hand.settle()
    assert window.page.editor.boxes["document"].value() == "ЖН-ALT-00"
    hand.type("Risk of it")
    hand.press(Key.Key_S, CTRL)
    window.go("document", number)
    hand.settle()
    assert its_risks.table.rows.index(0, 0).data() == "Risk of it"
    hand.qtbot.mouseClick(tables.open_button, Qt.MouseButton.LeftButton)
    hand.settle()
    assert page_of(hand).choice.table.currentText() == "Responsibility matrix"


def test_the_title_and_the_legend_of_a_matrix_are_never_cut(hand):
    page = page_of(hand)
    hand.window.resize(800, 728)
    hand.qtbot.waitUntil(lambda: page.words.title.verticalScrollBar().maximum() == 0, timeout=30_000)
    title = page.words.title
    assert title.height() > 2 * title.fontMetrics().height()
    assert faults(hand.window) == []
    assert page.legend.text().endswith(".")
    hand.press(Qt.Key.Key_Return, on=title)
    assert "\n" not in title.text()
