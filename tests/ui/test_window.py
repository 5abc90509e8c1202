"""The window as a whole: pages, keys, find, help, languages, themes, second start, names for those who listen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QTableView, QToolButton, QWidget

from altdesk.desk import Desk
from altdesk.settings import S, Settings
from ui import app, crash
from ui.pages import PAGES

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def test_alt_and_a_letter_opens_a_page(start):
    hand = start()
    hand.press(Key.Key_H, ALT)
    assert hand.window.page.key == "history"
    hand.press(Key.Key_P, ALT)
    assert hand.window.page.key == "people"


def test_the_window_has_the_programs_own_picture(start):
    hand = start()
    picture = hand.window.windowIcon().pixmap(32, 32)
    assert not picture.isNull()
    assert picture.toImage().pixelColor(4, 16).name() == "#1d5a9e"


def test_letters_of_pages_differ():
    letters = [entry.letter for entry in PAGES if entry.letter]
    assert len(letters) == len(set(letters))


def test_ctrl_k_finds_and_enter_opens_the_record(start, people):
    people("Қасымова Айгүл", "Әлиев Нұрлан")
    hand = start()
    hand.press(Key.Key_H, ALT)
    hand.press(Key.Key_K, CTRL)
    hand.type("касым")
    hand.settle()
    hand.press(Key.Key_Return)
    hand.settle()
    page = hand.window.page
    assert page.key == "people"
    assert page.editor.boxes["surname"].input.text() == "Қасымова"
    assert page.panel_open


def test_escape_leaves_the_palette_where_one_was(start):
    hand = start()
    hand.window.go("people")
    hand.settle()
    hand.press(Key.Key_F, CTRL)
    before = hand.focus
    hand.press(Key.Key_K, CTRL)
    hand.press(Key.Key_Escape)
    assert hand.focus is before


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("page", ["people", "history", "settings"])
def test_f1_explains_the_page_in_the_persons_language(start, language, page):
    hand = start(language)
    hand.window.go(page)
    hand.settle()
    hand.press(Key.Key_F1)
    assert hand.window.help.isVisible()
    assert len(hand.window.help.text.toPlainText()) > 300
    hand.press(Key.Key_F1)
    assert not hand.window.help.isVisible()


def test_the_sheet_of_keys_lists_them(start):
    hand = start()
    hand.press(Key.Key_Slash, CTRL)
    text = hand.window.help.text.toPlainText()
    assert "Ctrl+K" in text
    assert "Alt+P" in text
    hand.press(Key.Key_F1)  # the help of the page comes in its place
    assert hand.window.help.isVisible()
    assert "Alt+P" not in hand.window.help.text.toPlainText()


def test_the_language_is_switched_without_a_restart(start, people):
    people("Қасымова Айгүл")
    hand = start("en")
    hand.window.go("settings")
    hand.settle()
    english = hand.window.sidebar.buttons["people"].text()
    hand.window.page.language.setCurrentIndex(1)
    hand.settle()
    assert hand.desktop.shell.say.language == "ru"
    assert hand.desktop.shell.settings.language == "ru"
    said = hand.desktop.shell.say("People")
    assert hand.window.sidebar.buttons["people"].text() == said
    assert hand.window.page.head.title.text() == hand.desktop.shell.say("Settings")
    hand.window.page.language.setCurrentIndex(2)
    hand.settle()
    assert hand.window.sidebar.buttons["people"].text() == english


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_is_as_chosen(start, theme):
    from ui.theme import is_dark

    hand = start(theme=theme)
    assert is_dark() == (theme == "dark")
    hand.desktop.shell.settings.set(S.theme, "light")
    hand.desktop.dress()
    assert not is_dark()


def test_texts_grow(start):
    hand = start()
    before = hand.window.status.font().pointSizeF()
    hand.desktop.shell.settings.set(S.text_size, 150)
    hand.desktop.dress()
    hand.settle()
    assert hand.window.status.font().pointSizeF() == pytest.approx(before * 1.5)
    hand.desktop.shell.settings.set(S.text_size, 100)
    hand.desktop.dress()


def test_a_second_start_calls_the_first_window(start, folder, capsys):
    hand = start()
    called: list[bool] = []
    hand.window.come_forward = lambda: called.append(True)
    assert app.run(folder, "en") == 0
    assert "open already" in capsys.readouterr().err
    hand.qtbot.waitUntil(lambda: bool(called), timeout=30_000)


def test_without_a_screen_there_is_one_clear_line(folder, monkeypatch, capsys):
    monkeypatch.setattr("altdesk.display.available", lambda: False)
    assert app.run(folder, "en") == 1
    assert capsys.readouterr().err.strip().count("\n") == 0


def test_a_crash_report_has_the_trace_and_no_values():
    try:
        int("Қасымова Айгүл")
    except ValueError as error:
        text = crash.report(error)
    assert "ValueError" in text
    assert "test_window.py" in text
    assert "Қасымова" not in text


@pytest.mark.parametrize("page", ["people", "history", "settings"])
def test_everything_that_can_be_used_has_a_name(start, people, page):
    people("Қасымова Айгүл")
    hand = start()
    hand.window.go(page)
    hand.settle()
    if page == "people":
        hand.window.page.new()
        hand.settle()
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QTableView)
    nameless = [
        widget
        for widget in hand.window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not isinstance(widget.parent(), (QAbstractSpinBox, QComboBox, QLineEdit, QTableView))
    ]
    assert nameless == []


@pytest.mark.parametrize("page", ["people", "history", "settings"])
def test_a_page_opens_within_the_window_and_not_as_one(start, page, qapp):
    hand = start()
    shown: list[QWidget] = []
    watch = _ShownWindows(shown)
    qapp.installEventFilter(watch)
    hand.window.go(page)
    hand.settle()
    qapp.removeEventFilter(watch)
    assert shown == []
    assert hand.window.isActiveWindow()


class _ShownWindows(QObject):
    def __init__(self, shown: list[QWidget]) -> None:
        super().__init__()
        self._shown = shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._shown.append(watched)
        return False


def test_place_and_page_are_remembered(start, folder):
    hand = start()
    hand.window.go("history")
    hand.settle()
    hand.desktop.finish()
    again = start()
    assert again.window.page.key == "history"


def test_closing_keeps_the_place_of_the_window_and_closes_the_desk(start, folder):
    hand = start()
    desk = hand.desktop.shell.desk
    hand.window.close()
    hand.qtbot.waitUntil(lambda: not hand.window.isVisible(), timeout=30_000)
    assert Settings(folder / "settings.json").get(S.geometry)
    assert hand.desktop.shell.opened is None
    with Desk.open(folder, "en") as again:  # nobody holds it any more
        assert again is not desk


def test_what_was_meant_to_be_done_soon_is_dropped_when_the_window_closes(start):
    from PySide6.QtCore import QTimer

    called, hand = [], start()
    soon = QTimer(hand.window.page, singleShot=True, interval=50)
    soon.timeout.connect(lambda: called.append(hand.desktop.shell.desk))
    soon.start()
    hand.window.close_now()
    assert not soon.isActive()
    assert called == []


def shown_whole(sidebar, button) -> bool:
    return sidebar.buttons[button].visibleRegion().boundingRect().size() == sidebar.buttons[button].size()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_all_pages_are_seen_at_once_on_a_small_screen(start, language):
    hand = start(language)
    hand.window.resize(1366, 728)
    hand.settle()
    sidebar = hand.window.sidebar
    assert [key for key in sidebar.buttons if not shown_whole(sidebar, key)] == []


def test_a_sidebar_that_scrolls_says_so_and_shows_the_open_page(start):
    hand = start(text_size=150)
    hand.window.resize(1366, 728)
    sidebar = hand.window.sidebar
    above, below = sidebar.findChildren(QToolButton, "further")
    hand.window.go("today", None)
    hand.qtbot.waitUntil(lambda: below.isVisible() and below.isEnabled(), timeout=30_000)
    assert shown_whole(sidebar, "today")
    assert not above.isEnabled()
    hand.window.go("settings", None)
    hand.settle()
    assert shown_whole(sidebar, "settings")
    assert above.isEnabled()
    while above.isEnabled():
        above.click()
    hand.window.resize(1366, 600)
    hand.qtbot.waitUntil(lambda: shown_whole(sidebar, "settings"), timeout=30_000)
    hand.desktop.shell.settings.set(S.text_size, 100)
    hand.desktop.dress()
