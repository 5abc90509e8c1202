"""An encrypted desk in the window: turned on, locked, opened and turned off by hand; a locked one shows nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from altdesk.closed import ClosedDesk
from altdesk.desk import Desk
from altdesk.domain.people import PersonDraft
from altdesk.folders import Folders
from altdesk.i18n import Translator
from altdesk.lock import DeskIsOpen, Lock
from altdesk.sealing import switching
from altdesk.services import backups, encryption, organisation
from altdesk.services import people as service
from altdesk.settings import S, Settings
from tests.ui.conftest import Hand, come_forward
from tests.ui.proof import faults, keep_picture, tab_jumps
from ui import crash
from ui.app import Desktop
from ui.listpage import ListPage
from ui.pages.settings import SettingsPage
from ui.preview import Preview
from ui.widgets.secret import SecretInput

WORDS, NEW = "kara shai ishemiz", "kok shai ishpeimiz"


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, folder: Path) -> Iterator[Callable[..., Hand]]:
    """Start the window on a desk that may be locked."""
    started: list[Desktop] = []

    def start(language: str = "en") -> Hand:
        folders = Folders(folder)
        desktop = Desktop(qapp, folders, Settings(folders.settings), Translator(language), take_over=False)
        started.append(desktop)
        qtbot.addWidget(desktop.window)
        desktop.start()
        come_forward(qtbot, desktop)
        hand = Hand(qtbot, desktop)
        wait(hand, lambda: desktop.locking.locked or desktop.troubles.shown or desktop.shell.opened is not None)
        hand.settle()
        return hand

    yield start
    for desktop in started:
        desktop.finish()


@pytest.fixture(scope="session")
def sealed_desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, encryption.TurnedOn]:
    """An encrypted desk with a person, made once."""
    place = tmp_path_factory.mktemp("locked") / "desk"
    with Desk.open(place, "en") as desk:
        service.add(desk, PersonDraft("Асанов", "Ерлан"))
        organisation.save(desk, replace(organisation.get(desk), welcomed=True))
    with ClosedDesk(place, Translator("en")) as closed:
        return place, encryption.turn_on(closed, WORDS, WORDS)


@pytest.fixture
def sealed(folder: Path, sealed_desk: tuple[Path, encryption.TurnedOn]) -> encryption.TurnedOn:
    """The encrypted desk in the folder of this test."""
    place, done = sealed_desk
    shutil.copytree(place, folder)
    return done


def wait(hand: Hand, condition: Callable[[], bool]) -> None:
    hand.qtbot.waitUntil(condition, timeout=30_000)


def unlock(hand: Hand, passphrase: str = WORDS) -> None:
    hand.type(passphrase)
    hand.press(Qt.Key.Key_Return)


def opened(hand: Hand) -> None:
    wait(hand, lambda: hand.desktop.shell.opened is not None and not hand.desktop.locking.locked)
    hand.settle()


def said(hand: Hand, field: str) -> str:
    screen = hand.desktop.locking.screen
    assert screen is not None
    return screen.boxes[field].refusal_text


def nothing_shows(hand: Hand) -> None:
    assert not hand.window.frame.isVisible()
    assert all(not page.isVisible() for page in hand.window.pages.values())


def tab_to(hand: Hand, wanted: QWidget) -> None:
    for _ in range(40):
        if wanted.hasFocus():
            return
        hand.press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {wanted.accessibleName()}")


def test_a_locked_desk_opens_with_its_passphrase_and_a_wrong_one_is_told_under_the_field(
    begin: Callable[..., Hand], sealed: encryption.TurnedOn
) -> None:
    hand = begin()
    nothing_shows(hand)
    with pytest.raises(DeskIsOpen):  # a second start finds this window
        Lock(Folders(hand.desktop.shell.folders.data).lock)
    unlock(hand, "kara shai")
    wait(hand, lambda: bool(said(hand, "passphrase")))
    assert "not right" in said(hand, "passphrase")
    assert hand.desktop.shell.opened is None
    unlock(hand)  # what was typed is selected: typing replaces it
    opened(hand)
    assert hand.window.page is not None
    assert service.get(hand.desktop.shell.desk, 1).surname == "Асанов"


def test_the_recovery_key_opens_it_with_a_new_passphrase(
    begin: Callable[..., Hand], folder: Path, sealed: encryption.TurnedOn
) -> None:
    hand = begin()
    screen = hand.desktop.locking.screen
    assert screen is not None
    tab_to(hand, screen.other_button)
    hand.press(Qt.Key.Key_Space)
    hand.type("A" + sealed.recovery[1:] if sealed.recovery[0] != "A" else "B" + sealed.recovery[1:])
    for text in (NEW, NEW):
        hand.press(Qt.Key.Key_Tab)
        hand.type(text)
    hand.press(Qt.Key.Key_Return)
    wait(hand, lambda: bool(said(hand, "recovery")))
    assert "Group 1" in said(hand, "recovery")
    hand.type(sealed.recovery.lower())
    hand.press(Qt.Key.Key_Return)
    opened(hand)
    assert encryption.unlock(Folders(folder), NEW).id == sealed.keys.id


def test_nobody_at_the_window_covers_it_and_one_goes_on_where_one_was(
    begin: Callable[..., Hand], sealed: encryption.TurnedOn
) -> None:
    hand = begin()
    unlock(hand)
    opened(hand)
    assert hand.desktop.locking.idle.interval() == 10 * 60_000
    hand.window.go("people", 1)
    hand.settle()
    page = hand.window.page
    hand.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    hand.type("Typed and not saved")
    field = hand.focus
    hand.desktop.locking.idle.timeout.emit()
    assert hand.desktop.locking.locked
    nothing_shows(hand)
    for key in (Qt.Key.Key_K, Qt.Key.Key_N, Qt.Key.Key_Z):
        hand.press(key, Qt.KeyboardModifier.ControlModifier)
    nothing_shows(hand)
    unlock(hand)
    opened(hand)
    assert hand.window.page is page
    assert hand.focus is field
    assert field.text() == "Typed and not saved"
    hand.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    assert hand.desktop.locking.locked
    unlock(hand)
    opened(hand)
    hand.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    hand.type("lock n")
    hand.press(Qt.Key.Key_Return)
    assert hand.desktop.locking.locked
    nothing_shows(hand)


def test_a_plain_desk_is_never_covered(begin: Callable[..., Hand], people: Callable[..., None]) -> None:
    people("Асанов Ерлан")
    hand = begin()
    hand.desktop.locking.lock()
    assert not hand.desktop.locking.locked
    assert not hand.desktop.locking.idle.isActive()


def protection(hand: Hand) -> SettingsPage:
    hand.window.go("settings", None)
    hand.settle()
    page = hand.window.page
    assert isinstance(page, SettingsPage)
    page.show_section("protection")
    hand.settle()
    return page


def test_encryption_is_turned_on_and_off_in_the_settings(
    start: Callable[..., Hand], folder: Path, people: Callable[..., None]
) -> None:
    people("Асанов Ерлан")
    hand = start()
    part = protection(hand).protection
    part.switch.setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.type(WORDS)
    hand.press(Qt.Key.Key_Tab)
    hand.type(WORDS + "x")
    hand.press(Qt.Key.Key_Return)
    assert "differs" in part.form.boxes["again"].refusal_text
    assert not encryption.is_on(Folders(folder))
    hand.press(Qt.Key.Key_Backspace)
    hand.press(Qt.Key.Key_Return)
    wait(hand, lambda: encryption.is_on(Folders(folder)) and hand.desktop.shell.opened is not None)
    hand.settle()
    page = hand.window.page
    assert isinstance(page, ListPage)
    assert isinstance(page.panel.currentWidget(), Preview)  # the recovery sheet, to be printed
    wait(hand, lambda: page.panel.currentWidget().document.pageCount() == 1)
    assert service.get(hand.desktop.shell.desk, 1).surname == "Асанов"
    part = protection(hand).protection
    assert part.switch.isChecked()
    part.switch.setFocus()
    hand.press(Qt.Key.Key_Space)
    unlock(hand, "kara shai")
    wait(hand, lambda: "not right" in part.form.boxes["passphrase"].refusal_text)
    part.form.boxes["passphrase"].set_value("")
    unlock(hand)
    wait(hand, lambda: not encryption.is_on(Folders(folder)) and hand.desktop.shell.opened is not None)
    hand.settle()
    assert hand.desktop.shell.folders.keys is None
    assert service.get(hand.desktop.shell.desk, 1).surname == "Асанов"


def test_the_passphrase_is_changed_in_the_settings(
    begin: Callable[..., Hand], folder: Path, sealed: encryption.TurnedOn
) -> None:
    hand = begin()
    unlock(hand)
    opened(hand)
    part = protection(hand).protection
    part.change_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    for text in (WORDS, NEW, NEW):
        hand.type(text)
        hand.press(Qt.Key.Key_Tab)
    part.form.run()
    wait(hand, part.form.isHidden)
    assert encryption.unlock(Folders(folder), NEW).id == sealed.keys.id
    part.after.setCurrentIndex(0)
    assert hand.desktop.shell.settings.get(S.lock_after) == 0
    assert not hand.desktop.locking.idle.isActive()


def test_a_copy_of_another_desk_asks_for_its_passphrase(
    start: Callable[..., Hand], folder: Path, tmp_path: Path
) -> None:
    other, stick = tmp_path / "other", tmp_path / "stick"
    stick.mkdir()
    with Desk.open(other, "en") as desk:
        service.add(desk, PersonDraft("Серікова", "Айман"))
    with ClosedDesk(other, Translator("en")) as closed:
        keys = encryption.turn_on(closed, WORDS, WORDS).keys
    with Desk.open(other, "en", keys=keys) as desk:
        copy = backups.by_hand(desk, stick).path
    hand = start()
    hand.window.go("backups", None)
    hand.settle()
    page = hand.window.page
    page.look_into(copy)
    wait(hand, lambda: page.copy.secret.isVisible())
    unlock(hand, NEW)
    wait(hand, lambda: "not right" in page.copy.secret.boxes["passphrase"].refusal_text)
    page.copy.secret.boxes["passphrase"].set_value("")
    unlock(hand)
    wait(hand, lambda: page.copy.restore_button.isVisible())
    page.copy.restore_button.click()
    page.copy.yes_button.click()
    wait(hand, lambda: hand.desktop.locking.locked)  # the desk is the encrypted one now
    hand.settle()
    unlock(hand)
    opened(hand)
    assert service.get(hand.desktop.shell.desk, 1).surname == "Серікова"


@pytest.mark.parametrize(("left", "said"), [(None, "is missing"), (b"{", "is damaged")])
def test_a_missing_or_damaged_key_file_is_taken_from_a_copy(
    begin: Callable[..., Hand], folder: Path, sealed: encryption.TurnedOn, left: bytes | None, said: str
) -> None:
    key_file = Folders(folder).key_file
    if left is None:
        key_file.unlink()
    else:
        key_file.write_bytes(left)
    hand = begin()
    screen = hand.desktop.troubles.screen
    assert screen is not None
    assert screen.title.text() == f"The key file of the encrypted desk {said}"
    assert hand.window.focusWidget() is screen.buttons[0]
    hand.press(Qt.Key.Key_Space)
    wait(hand, lambda: hand.desktop.locking.locked)
    hand.settle()
    unlock(hand)
    opened(hand)
    assert switching.there(hand.desktop.shell.folders)
    assert left is None or key_file.with_stem("altdesk-damaged").read_bytes() == left


def test_a_key_file_damaged_behind_the_cover_lets_nobody_in(
    begin: Callable[..., Hand], folder: Path, sealed: encryption.TurnedOn
) -> None:
    hand = begin()
    unlock(hand)
    opened(hand)
    Folders(folder).key_file.write_bytes(b"{")
    hand.desktop.locking.lock()
    unlock(hand)
    wait(hand, lambda: "is damaged" in said(hand, "passphrase"))
    assert not hand.desktop.troubles.shown
    nothing_shows(hand)


def key(letter: str, shift: bool = False) -> QKeyEvent:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, held, letter)


def test_caps_lock_and_the_other_keyboard_are_told_while_one_types_unseen(
    begin: Callable[..., Hand], sealed: encryption.TurnedOn
) -> None:
    hand = begin()
    screen = hand.desktop.locking.screen
    assert screen is not None
    secret = screen.boxes["passphrase"].input
    assert isinstance(secret, SecretInput)
    for letter, shift, told in (
        ("a", False, "You are typing Latin letters."),
        ("қ", False, "You are typing Cyrillic letters."),
        ("Ш", True, "You are typing Cyrillic letters."),
        ("Ш", False, "Caps Lock is on. You are typing Cyrillic letters."),
        ("a", True, "Caps Lock is on. You are typing Latin letters."),
    ):
        QApplication.sendEvent(secret.line, key(letter, shift))
        assert secret.said.text() == told
    secret.eye.trigger()
    assert secret.shown
    assert secret.said.text() == "Caps Lock is on."
    secret.eye.trigger()
    assert not secret.shown


def test_the_log_of_an_encrypted_desk_holds_no_name(
    begin: Callable[..., Hand], folder: Path, sealed: encryption.TurnedOn
) -> None:
    hand = begin()
    unlock(hand)
    opened(hand)
    crash.keep_log(folder / "logs", Folders(folder).key_file.exists)
    try:
        hand.desktop.crashed(RuntimeError("Асанов"))
        crash.log.warning("Qt: %s", "cannot open Асанов.pdf")
    finally:
        for handler in list(crash.log.handlers):
            handler.close()
            crash.log.removeHandler(handler)
    for window in hand.window.findChildren(crash.CrashWindow):
        window.close()
    said = (folder / "logs" / "altdesk.log").read_text("utf-8")
    assert "RuntimeError" in said
    assert "Qt: %s" in said
    assert "Асанов" not in said


@pytest.mark.parametrize(
    ("language", "theme", "size"), [("kk", "light", 150), ("ru", "dark", 150), ("kk", "dark", 100)]
)
def test_nothing_is_cut_and_everything_is_named(
    begin: Callable[..., Hand], folder: Path, sealed: encryption.TurnedOn, language: str, theme: str, size: int
) -> None:
    settings = Settings(Folders(folder).settings)
    settings.set(S.theme, theme)
    settings.set(S.text_size, size)
    settings.save()
    hand = begin(language)
    hand.window.resize(1366, 728)
    wrong: list[str] = []

    def look(name: str, first: QWidget) -> None:
        hand.settle()
        seen = [*faults(hand.window), *tab_jumps(hand.window, first)]
        keep_picture(hand.window, f"locked-{language}-{theme}-{size}", name, seen)
        wrong.extend(f"{name}: {each}" for each in seen)

    try:
        screen = hand.desktop.locking.screen
        assert screen is not None
        unlock(hand, "қара шай")
        wait(hand, lambda: bool(said(hand, "passphrase")))
        look("passphrase", screen.boxes["passphrase"].input.line)
        screen.other_button.click()
        screen.run()
        wait(hand, lambda: bool(said(hand, "recovery")))
        look("recovery", screen.boxes["recovery"].input)
        screen.other_button.click()
        unlock(hand)
        opened(hand)
        page = protection(hand)
        first = next(iter(hand.window.sidebar.buttons.values()))
        look("protection", first)
        page.protection.change_button.click()
        page.protection.form.run()
        wait(hand, lambda: bool(page.protection.form.boxes["new"].refusal_text))
        look("change", first)
    finally:
        hand.desktop.shell.settings.set(S.text_size, 100)
        hand.desktop.shell.settings.set(S.theme, "light")
        hand.desktop.dress()
    assert wrong == []
