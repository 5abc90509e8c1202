"""The import of people as a hand does it: choose or drop a file, look, decide, import, take back."""

from __future__ import annotations

import gc
from pathlib import Path
from time import sleep, thread_time

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPushButton

from altdesk.domain.people import PeopleQuery, PersonDraft
from altdesk.services import people as service
from tests import data_files as files
from ui.work import Progress

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key

HEAD = ("№", "Аты-жөні", "Лауазымы", "Бөлімше")
ROWS = (
    (1, "Қасымов Айбек Серікұлы", "Доцент", "Көлік институты"),
    (2, "ӘЛИЕВ НҰРЛАН ЕРЛАНҰЛЫ", "Оқытушы", "Көлік институты"),
    (3, "Айгүл", "Хатшы", "Деканат"),
    (4, "Барлығы: 3", "", ""),
)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """Two people, one with a name that must be looked at, and a sum."""
    return files.xlsx(tmp_path / "қызметкерлер.xlsx", files.table(ROWS, HEAD))


@pytest.fixture
def hand(start):
    started = start()
    started.window.go("import")
    started.settle()
    return started


def read(hand, path: Path):
    page = hand.window.page
    page.open_file(path)
    hand.settle()
    return page


def shown(page, key: str) -> list[str]:
    table = page.preview.table
    at = [column.key for column in table.columns].index(key)
    return [table.rows.index(row, at).data() for row in range(table.rows.rowCount())]


def chip(hand, page, key: str) -> None:
    hand.qtbot.mouseClick(page.preview.chips.buttons[key], Qt.MouseButton.LeftButton)
    hand.settle()


def press_import(hand, page) -> None:
    hand.qtbot.mouseClick(page.preview.bar.button, Qt.MouseButton.LeftButton)
    hand.settle()


def pick(hand, page, column: int, word: str) -> None:
    """Choose what a column holds, with keys."""
    chooser = page.preview.columns.choosers[column]
    chooser.setFocus()
    hand.press(Key.Key_Down, on=chooser)
    while chooser.view().currentIndex().data() != word:
        hand.qtbot.keyClick(chooser.view(), Key.Key_Down)
    hand.qtbot.keyClick(chooser.view(), Key.Key_Return)
    hand.settle()


def everybody(hand) -> list[str]:
    desk = hand.desktop.shell.desk
    return [line.full_name for line in service.lines(desk, service.ids(desk, PeopleQuery()))]


def test_the_page_asks_for_a_file(hand):
    page = hand.window.page
    assert page.choose.button.isVisible()
    assert hand.focus is page.choose.button


def test_the_button_opens_the_systems_dialog(hand, listed, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(listed), ""))
    hand.press(Key.Key_Space)
    assert hand.window.page.plan is not None


def test_a_file_is_dropped_onto_the_page(hand, listed):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(listed))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, place = Qt.KeyboardModifier.NoModifier, hand.window.page.choose
    QApplication.sendEvent(place, QDragEnterEvent(QPointF(50, 50), action, data, button, none))
    QApplication.sendEvent(place, QDropEvent(QPointF(50, 50), action, data, button, none))
    hand.settle()
    assert hand.window.page.plan is not None


def test_every_row_is_shown_with_its_state_and_nothing_is_written(hand, listed):
    page = read(hand, listed)
    assert shown(page, "number") == ["2", "3", "4", "5"]
    assert shown(page, "state") == ["New", "New", "Doubtful", "Skipped"]
    assert shown(page, "surname")[:2] == ["Қасымов", "Әлиев"]
    assert shown(page, "given_name")[:2] == ["Айбек", "Нұрлан"]
    assert shown(page, "post")[:2] == ["Доцент", "Оқытушы"]
    assert "Nothing is written yet" in page.preview.bar.text
    assert page.preview.bar.button.text() == "Import 2 people"
    assert everybody(hand) == []


def test_chips_count_and_filter(hand, listed):
    page = read(hand, listed)
    buttons = page.preview.chips.buttons
    assert buttons[""].text().endswith("4")
    assert buttons["new"].text().endswith("2")
    assert buttons["changed"].isHidden()
    chip(hand, page, "doubtful")
    assert shown(page, "number") == ["4"]


def test_import_writes_once_goes_to_people_and_one_undo_takes_it_back(hand, listed):
    page = read(hand, listed)
    press_import(hand, page)
    assert hand.window.page.key == "people"
    assert everybody(hand) == ["Әлиев Нұрлан Ерланұлы", "Қасымов Айбек Серікұлы"]
    assert hand.status
    hand.press(Key.Key_Z, CTRL)
    assert everybody(hand) == []


@pytest.mark.parametrize("letter", ["n", "т"])
def test_a_doubtful_row_is_taken_as_new_with_a_key_of_any_keyboard(hand, listed, letter):
    page = read(hand, listed)
    page.preview.table.selectRow(2)
    table = page.preview.table
    key = Key.Key_N if letter == "n" else Key(0x0422)
    event_sent(table, key, letter)
    hand.settle()
    assert shown(page, "state")[2] == "Will be added"
    assert page.preview.bar.button.text() == "Import 3 people"
    press_import(hand, page)
    assert "Айгүл" in everybody(hand)


def event_sent(widget, key, text: str) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))


def test_a_row_is_left_out_with_x_and_taken_back_in(hand, listed):
    page = read(hand, listed)
    page.preview.table.selectRow(0)
    hand.press(Key.Key_X, on=page.preview.table)
    assert shown(page, "state")[0] == "Left out"
    assert page.preview.bar.button.text() == "Import 1 person"
    page.preview.table.selectRow(0)
    hand.press(Key.Key_N, on=page.preview.table)
    assert shown(page, "state")[0] == "New"


def test_a_name_is_mended_in_place(hand, listed):
    page = read(hand, listed)
    table = page.preview.table
    at = [column.key for column in table.columns].index("surname")
    table.setCurrentIndex(table.rows.index(2, at))
    hand.press(Key.Key_F2, on=table)
    hand.type("Жүнісова")
    hand.press(Key.Key_Return)
    assert shown(page, "surname")[2] == "Жүнісова"
    press_import(hand, page)
    assert "Жүнісова Айгүл" in everybody(hand)


def test_a_mended_name_outlives_leaving_out_and_taking_back(hand, listed):
    page = read(hand, listed)
    table = page.preview.table
    at = [column.key for column in table.columns].index("given_name")
    table.setCurrentIndex(table.rows.index(0, at))
    hand.press(Key.Key_F2, on=table)
    hand.type("Айдос")
    hand.press(Key.Key_Return)
    for key in (Key.Key_X, Key.Key_N):
        table.selectRow(0)
        hand.press(key, on=table)
    assert shown(page, "given_name")[0] == "Айдос"
    press_import(hand, page)
    assert "Қасымов Айдос Серікұлы" in everybody(hand)


def test_one_of_several_namesakes_is_picked_from_a_menu(start, folder, tmp_path):
    from altdesk.desk import Desk

    with Desk.open(folder, "en") as desk:
        for unit in ("Деканат", "Кітапхана"):
            service.add(desk, PersonDraft("Сейітов", "Болат", unit=unit))
    hand = start()
    hand.window.go("import")
    hand.settle()
    page = read(hand, files.xlsx(tmp_path / "a.xlsx", [("Аты-жөні", "Лауазымы"), ("Сейітов Болат", "Доцент")]))
    assert shown(page, "state") == ["Doubtful"]
    page.preview.table.selectRow(0)
    hand.press(Key.Key_U, on=page.preview.table)
    menu = page.preview.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["Сейітов Болат, Деканат", "Сейітов Болат, Кітапхана"]
    menu.actions()[1].trigger()
    menu.close()
    hand.settle()
    press_import(hand, page)
    desk = hand.desktop.shell.desk
    posts = {line.unit: line.post for line in service.lines(desk, service.ids(desk, PeopleQuery()))}
    assert posts == {"Деканат": "", "Кітапхана": "Доцент"}


def test_when_the_desk_has_moved_the_file_is_looked_at_again(hand, listed):
    page = read(hand, listed)
    desk = hand.desktop.shell.desk
    service.add(desk, PersonDraft("Қасымов", "Айбек", "Серікұлы", post="Доцент", unit="Көлік институты"))
    hand.settle()
    assert shown(page, "state")[0] == "Same"
    assert page.preview.bar.button.text() == "Import 1 person"


def test_cancel_while_reading_asks_for_a_file_again(hand, tmp_path):
    page = hand.window.page
    page.open_file(files.text_table(tmp_path / "big.csv", files.invented(5_000)))
    hand.qtbot.mouseClick(page.choose.stop, Qt.MouseButton.LeftButton)
    hand.settle()
    assert page.plan is None
    assert page.choose.button.isVisible()


def test_the_reason_of_a_doubt_stands_below_the_rows(hand, listed):
    page = read(hand, listed)
    page.preview.table.selectRow(2)
    hand.settle()
    assert "Айгүл" in page.preview.row_bar.text or len(page.preview.row_bar.text) > 20
    assert page.preview.row_bar.buttons["new"].isVisible()


def test_the_person_says_what_a_column_holds(hand, tmp_path):
    path = files.xlsx(tmp_path / "a.xlsx", [("Аты-жөні", "Белгісіз"), ("Қасымов Айбек Серікұлы", "Доцент")])
    page = read(hand, path)
    assert shown(page, "post") == [""]
    pick(hand, page, 1, "Post")
    assert shown(page, "post") == ["Доцент"]
    assert [chooser.currentText() for chooser in page.preview.columns.choosers.values()] == ["Full name", "Post"]


def test_without_a_name_column_the_sentence_stands_there_and_the_choosers_stay(hand, tmp_path):
    path = files.xlsx(tmp_path / "a.xlsx", [("x", "y"), ("Қасымов Айбек", "Доцент"), ("Әлиев Нұрлан", "Хатшы")])
    page = read(hand, path)
    assert page.preview.isVisible()
    assert not page.preview.bar.button.isEnabled()
    assert "Choose the column that holds the names" in page.preview.warnings.text
    pick(hand, page, 0, "Full name")
    assert page.preview.bar.button.isEnabled()
    assert {"Қасымов", "Әлиев"} <= set(shown(page, "surname"))


def test_another_sheet_of_the_workbook_is_chosen(hand, tmp_path):
    more = {"Студенттер": [("Аты-жөні", "Топ"), ("Әлиев Нұрлан", "ТТ-21")]}
    path = files.xlsx(tmp_path / "a.xlsx", files.table(ROWS, HEAD), more=more)
    page = read(hand, path)
    assert page.preview.file.sheets.isVisible()
    hand.press(Key.Key_Down, on=page.preview.file.sheets)
    assert shown(page, "surname") == ["Әлиев"]
    assert shown(page, "group") == ["ТТ-21"]


def test_a_file_that_is_no_list_gets_its_sentence_right_there(hand, tmp_path):
    path = tmp_path / "бұйрық.xlsx"
    path.write_bytes(b"%PDF-1.7 something")
    page = read(hand, path)
    assert page.plan is None
    assert "бұйрық.xlsx" in page.choose.refusal_text
    assert page.choose.button.isVisible()


def test_cp1251_is_warned_of_calmly(hand, tmp_path):
    path = files.text_table(tmp_path / "old.csv", files.table(), encoding="cp1251", delimiter=";")
    page = read(hand, path)
    assert "1251" in page.preview.warnings.text
    assert page.preview.bar.button.isEnabled()


def test_a_known_person_is_changed_and_the_row_says_what(start, folder, tmp_path):
    from altdesk.desk import Desk

    with Desk.open(folder, "en") as desk:
        service.add(desk, PersonDraft("Қасымов", "Айбек", "Серікұлы", post="Оқытушы"))
    hand = start()
    hand.window.go("import")
    hand.settle()
    rows = [("Аты-жөні", "Лауазымы"), ("Қасымов Айбек Серікұлы", "Доцент")]
    page = read(hand, files.xlsx(tmp_path / "a.xlsx", rows))
    assert shown(page, "state") == ["Changed"]
    page.preview.table.selectRow(0)
    hand.settle()
    assert "Оқытушы" in page.preview.row_bar.text
    assert "Доцент" in page.preview.row_bar.text
    press_import(hand, page)
    desk = hand.desktop.shell.desk
    assert service.lines(desk, service.ids(desk, PeopleQuery()))[0].post == "Доцент"


def test_the_same_file_again_has_nothing_to_import(hand, listed):
    page = read(hand, listed)
    press_import(hand, page)
    hand.window.go("import")
    hand.settle()
    page = read(hand, listed)
    assert shown(page, "state")[:2] == ["Same", "Same"]
    assert not page.preview.bar.button.isEnabled()


def test_hostile_text_is_shown_as_it_is(hand, tmp_path):
    rows = [("Аты-жөні", "Лауазымы"), ("<b>Қасымов</b> Айбек", "%s & =1+1 😀"), ("Әлиев" * 300, "x")]
    page = read(hand, files.xlsx(tmp_path / "a.xlsx", rows))
    assert "%s & =1+1 😀" in shown(page, "post")
    for row in range(2):
        page.preview.table.selectRow(row)
        hand.settle()
    for label in page.findChildren(QLabel):
        assert "</b>" not in label.text() or label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_screen_speaks_the_persons_language(start, listed, language):
    hand = start(language)
    hand.window.go("import")
    hand.settle()
    page = read(hand, listed)
    hand.window.resize(1366, 768)
    hand.settle()
    bar = page.preview.bar
    assert bar.button.width() >= bar.button.sizeHint().width()
    assert bar.button.accessibleName()


def test_a_large_list_does_not_freeze_the_window(hand, tmp_path):
    path = files.text_table(tmp_path / "big.csv", files.invented(20_000))
    page = hand.window.page
    gc.freeze()  # what other tests have left in memory is not looked through meanwhile
    page.open_file(path)
    longest, last = 0.0, thread_time()  # what the window itself does, however busy the machine is
    while not hand.desktop.shell.work.idle:
        QApplication.processEvents()
        longest, last = max(longest, thread_time() - last), thread_time()
    gc.unfreeze()
    hand.settle()
    assert page.preview.chips.buttons[""].text().endswith("20000")
    assert longest < 0.5


@pytest.fixture
def long_list(tmp_path: Path) -> Path:
    """Two thousand people whose names differ."""
    letters = "абвгдежзик"
    rows = [(n, f"Сын{''.join(letters[int(d)] for d in f'{n:04}')} Ерлан", "Маман", "Деканат") for n in range(2000)]
    return files.xlsx(tmp_path / "ұзын тізім.xlsx", files.table(rows, HEAD))


def test_many_rows_are_decided_beside_the_window_as_few_are_in_it(hand, long_list, monkeypatch):
    monkeypatch.setattr("ui.pages.importing.preview.AT_ONCE", 10)
    page = read(hand, long_list)
    doubtful = page.plan.counts.doubtful
    assert doubtful < page.plan.counts.new
    page.preview.table.selectAll()
    hand.press(Key.Key_X, on=page.preview.table)
    hand.qtbot.waitUntil(lambda: len(page.decisions) == 2000, timeout=30_000)
    hand.settle()
    assert not page.preview.bar.button.isEnabled()
    assert (
        page.preview.plan.sums(page.decisions) == (page.preview.decided.writes, page.preview.decided.doubts) == (0, 0)
    )
    page.preview.table.selectAll()
    hand.press(Key.Key_N, on=page.preview.table)
    hand.qtbot.waitUntil(page.preview.bar.button.isEnabled, timeout=30_000)
    assert page.preview.bar.button.text() == "Import 2000 people"


@pytest.fixture
def takes_its_time(monkeypatch) -> pytest.MonkeyPatch:
    """Work that is as long as the person's patience: it stands still until it is stopped."""
    tell = Progress.tell

    def slowly(progress: Progress, done: int, total: int = 0) -> None:
        for _ in range(3000):
            if progress.cancelled:
                break
            sleep(0.01)
        tell(progress, done, total)

    monkeypatch.setattr(Progress, "tell", slowly)
    return monkeypatch


def test_an_import_can_be_stopped_and_begun_again(hand, listed, takes_its_time):
    page = read(hand, listed)
    new = page.plan.counts.new
    hand.qtbot.mouseClick(page.preview.bar.button, Qt.MouseButton.LeftButton)
    stop = next(
        b for b in hand.window.status.findChildren(QPushButton) if b.accessibleName() == "Cancel what is running"
    )
    hand.qtbot.waitUntil(stop.isVisible, timeout=30_000)
    hand.qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    hand.settle()
    assert hand.status == "The import was stopped. Nothing was written."
    assert everybody(hand) == []
    assert page.preview.bar.button.isEnabled()
    takes_its_time.undo()
    press_import(hand, page)
    assert len(everybody(hand)) == new
