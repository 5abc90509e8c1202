"""When the desk itself is in trouble, one clear screen says what to do, and the way out works with the keyboard."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from altdesk.closed import ClosedDesk
from altdesk.desk import Desk
from altdesk.domain.backups import Reason
from altdesk.domain.people import PeopleQuery, PersonDraft
from altdesk.domain.troubles import DeskTrouble, Trouble
from altdesk.folders import Folders
from altdesk.i18n import Translator
from altdesk.services import backups, encryption
from altdesk.services import people as service
from altdesk.settings import Settings
from tests.ui.conftest import Hand, come_forward
from ui.app import Desktop

WORDS = "kara shai ishemiz"


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, folder: Path) -> Iterator[Callable[[], Hand]]:
    """Start the window on a desk that may not open."""
    started: list[Desktop] = []

    def start() -> Hand:
        desktop = Desktop(qapp, Folders(folder), Settings(Folders(folder).settings), Translator("en"), take_over=False)
        started.append(desktop)
        qtbot.addWidget(desktop.window)
        desktop.start()
        come_forward(qtbot, desktop)
        hand = Hand(qtbot, desktop)
        shown, locking, shell = desktop.troubles, desktop.locking, desktop.shell
        qtbot.waitUntil(lambda: shown.shown or locking.locked or shell.opened is not None, timeout=30_000)
        hand.settle()
        return hand

    yield start
    for desktop in started:
        desktop.finish()


def title(hand: Hand) -> str:
    screen = hand.desktop.troubles.screen
    assert screen is not None
    assert hand.desktop.troubles.shown
    return screen.title.text()


def verbs(hand: Hand) -> list[str]:
    return [button.text() for button in hand.desktop.troubles.screen.buttons]


def press(hand: Hand, verb: str) -> None:
    """Go to a button with Tab and press it."""
    screen = hand.desktop.troubles.screen
    button = next(each for each in screen.buttons if each.text().startswith(verb))
    for _ in range(20):
        if button.hasFocus():
            break
        hand.press(Qt.Key.Key_Tab)
    assert button.hasFocus()
    hand.press(Qt.Key.Key_Space)


def count(hand: Hand) -> int:
    return service.count(hand.desktop.shell.desk, PeopleQuery())


def spoil(database: Path) -> None:
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 1
    database.write_bytes(content)


def test_a_damaged_desk_goes_back_to_its_newest_copy(
    begin: Callable[[], Hand], folder: Path, people: Callable[..., None]
) -> None:
    people("Асанов Ерлан")
    with Desk.open(folder) as desk:
        backups.by_itself(desk, Reason.CLOSE)
    people("Бақытов Ерлан")
    spoil(folder / "altdesk.db")
    hand = begin()
    assert title(hand) == "The desk is damaged"
    assert verbs(hand)[0].startswith("Go back to the copy of")
    assert hand.window.focusWidget() is hand.desktop.troubles.screen.buttons[0]
    with hand.qtbot.waitSignal(hand.window.opened, timeout=30_000):
        hand.qtbot.keyClick(hand.focus, Qt.Key.Key_Return)
    hand.settle()
    assert count(hand) == 1
    assert not hand.desktop.troubles.shown
    assert hand.window.sidebar.isEnabled()
    assert "as it was on" in hand.window.notice._text.text()
    assert any(each.name.endswith("-damaged") for each in (folder / "backups").iterdir())


def test_the_first_way_out_waits_for_a_key_when_another_window_was_in_front(
    qtbot: QtBot, begin: Callable[[], Hand]
) -> None:
    hand, other = begin(), QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not hand.window.isActiveWindow(), timeout=30_000)
    hand.desktop.troubles.meet(DeskTrouble(Trouble.FULL))
    first = hand.desktop.troubles.screen.buttons[0]
    assert hand.window.focusWidget() is first
    hand.window.activateWindow()
    qtbot.waitUntil(first.hasFocus, timeout=30_000)


@pytest.fixture
def stranger(tmp_path: Path) -> Path:
    """A copy of another desk, which is encrypted."""
    other, stick = tmp_path / "other", tmp_path / "stick"
    stick.mkdir()
    with Desk.open(other, "en") as desk:
        service.add(desk, PersonDraft("Серікова", "Айман"))
    with ClosedDesk(other, Translator("en")) as closed:
        keys = encryption.turn_on(closed, WORDS, WORDS).keys
    with Desk.open(other, "en", keys=keys) as desk:
        return backups.by_hand(desk, stick).path


def test_a_copy_with_another_passphrase_is_asked_for_it_in_place(
    begin: Callable[[], Hand],
    folder: Path,
    people: Callable[..., None],
    stranger: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    people("Асанов Ерлан")
    with ClosedDesk(folder, Translator("en")) as closed:
        keys = encryption.turn_on(closed, "kok shai ishpeimiz", "kok shai ishpeimiz").keys
    spoil(folder / "altdesk.sealed.db")
    hand = begin()
    hand.type("kok shai ishpeimiz")
    hand.press(Qt.Key.Key_Return)
    hand.qtbot.waitUntil(lambda: hand.desktop.troubles.shown, timeout=30_000)
    hand.settle()
    screen = hand.desktop.troubles.screen
    assert title(hand) == "The desk is damaged"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(stranger), ""))
    press(hand, "Choose a copy")
    field = screen.secret.boxes["passphrase"]
    hand.qtbot.waitUntil(field.isVisible, timeout=30_000)
    assert stranger.name in screen.secret.sentence.text()
    hand.press(Qt.Key.Key_Escape)
    assert not screen.secret.isVisible()
    assert hand.focus.text().startswith("Choose a copy")
    hand.press(Qt.Key.Key_Space)
    hand.qtbot.waitUntil(field.isVisible, timeout=30_000)
    hand.type("kok shai ishpeimiz")
    hand.press(Qt.Key.Key_Return)
    hand.qtbot.waitUntil(lambda: bool(field.refusal_text), timeout=30_000)
    assert "not right" in field.refusal_text
    assert field.input.value() == "kok shai ishpeimiz"
    assert hand.desktop.shell.opened is None
    field.set_value("")
    hand.type(WORDS)
    with hand.qtbot.waitSignal(hand.window.opened, timeout=30_000):
        hand.qtbot.keyClick(hand.focus, Qt.Key.Key_Return)
    hand.settle()
    assert service.get(hand.desktop.shell.desk, 1).surname == "Серікова"
    assert encryption.unlock(Folders(folder), "kok shai ishpeimiz").id == keys.id  # the desk keeps its own


def test_what_can_be_read_of_a_damaged_desk_is_saved(
    begin: Callable[[], Hand], folder: Path, people: Callable[..., None]
) -> None:
    people("Асанов Ерлан", "Бақытов Ерлан")
    spoil(folder / "altdesk.db")
    hand = begin()
    with hand.qtbot.waitSignal(hand.window.opened, timeout=30_000):
        press(hand, "Save what can be read")
    hand.settle()
    assert count(hand) == 2
    assert "Rows saved" in hand.window.notice._text.text()


def test_a_desk_of_which_nothing_can_be_read_keeps_saying_so(
    begin: Callable[[], Hand], folder: Path, people: Callable[..., None]
) -> None:
    people("Асанов Ерлан")
    (folder / "altdesk.db").write_bytes(b"no database at all" * 1000)
    hand = begin()
    press(hand, "Save what can be read")
    hand.qtbot.waitUntil(lambda: "Nothing can be read" in hand.desktop.troubles.screen.more.text(), timeout=30_000)
    assert title(hand) == "The desk is damaged"
    assert (folder / "altdesk.db").read_bytes().startswith(b"no database")


def test_a_newer_desk_is_left_as_it_is(begin: Callable[[], Hand], folder: Path, people: Callable[..., None]) -> None:
    people("Асанов Ерлан")
    with closing(sqlite3.connect(folder / "altdesk.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = (folder / "altdesk.db").read_bytes()
    hand = begin()
    assert title(hand) == "This desk is newer than the program"
    press(hand, "Close the program")
    assert not hand.window.isVisible()
    assert (folder / "altdesk.db").read_bytes() == before


def test_a_clock_set_back_is_asked_about_once(
    begin: Callable[[], Hand], folder: Path, people: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import timedelta

    from altdesk import soundness
    from db.step import now

    people("Асанов Ерлан")
    monkeypatch.setattr(soundness, "now", lambda: now() - timedelta(days=400))
    hand = begin()
    assert title(hand) == "The computer's clock is wrong"
    with hand.qtbot.waitSignal(hand.window.opened, timeout=30_000):
        press(hand, "Work on all the same")
    hand.settle()
    assert count(hand) == 1
    hand.desktop.finish()
    assert begin().desktop.shell.opened is not None


def test_a_desk_that_is_somebody_elses_says_so_and_tries_again(
    begin: Callable[[], Hand], folder: Path, people: Callable[..., None]
) -> None:
    people("Асанов Ерлан")
    with Desk.open(folder):
        hand = begin()
        assert title(hand) == "The desk cannot be opened"
        assert "already open" in hand.desktop.troubles.screen.text.text()
    with hand.qtbot.waitSignal(hand.window.opened, timeout=30_000):
        press(hand, "Try again")
    hand.settle()
    assert count(hand) == 1


def test_a_desk_that_vanishes_while_one_types_comes_back_with_what_was_typed(
    begin: Callable[[], Hand], folder: Path, people: Callable[..., None]
) -> None:
    people("Асанов Ерлан")
    _welcome(folder)
    hand = begin()
    hand.window.go("people")
    hand.settle()
    page = hand.window.page
    page.open_record("person", 1)
    hand.settle()
    page.editor.boxes["post"].input.setFocus()
    hand.type("Бас маман")
    away = folder.with_name("away")
    folder.rename(away)
    let_go(hand)
    page.save()
    hand.qtbot.waitUntil(lambda: hand.desktop.troubles.shown, timeout=30_000)
    assert title(hand) == "The desk cannot be reached"
    press(hand, "Try again")
    assert hand.desktop.troubles.shown
    shutil.rmtree(folder, ignore_errors=True)
    away.rename(folder)
    press(hand, "Try again")
    hand.qtbot.waitUntil(lambda: not hand.desktop.troubles.shown, timeout=30_000)
    page.save()
    hand.settle()
    assert service.get(hand.desktop.shell.desk, 1).post == "Бас маман"


def let_go(hand: Hand) -> None:
    """A device that is pulled out takes the open files with it."""
    store = hand.desktop.shell.desk.store
    store._read.dispose()
    store._write.dispose()


def _welcome(folder: Path) -> None:
    from altdesk.services import organisation

    with Desk.open(folder, "en") as desk:
        organisation.save(desk, replace(organisation.get(desk), welcomed=True))


@pytest.fixture
def small(folder: Path) -> Iterator[Path]:
    """The desk's folder on a disk of its own of 4 MB."""
    folder.mkdir()
    if (
        os.name != "posix"
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)], capture_output=True
        ).returncode
    ):
        pytest.skip("needs the right to mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_keeps_what_is_typed_until_there_is_room(
    small: Path, begin: Callable[[], Hand], people: Callable[..., None]
) -> None:
    people("Асанов Ерлан")
    _welcome(small)
    hand = begin()
    hand.window.go("people")
    hand.settle()
    page = hand.window.page
    page.open_record("person", 1)
    hand.settle()
    fill(small)
    page.editor.boxes["note"].input.setFocus()
    hand.type("Ұзын ескерту. " * 3000)
    find_room(hand, small)  # already for the draft of what is typed
    fill(small)
    page.save()
    find_room(hand, small)
    assert page.editor.changed
    page.save()
    hand.settle()
    assert service.get(hand.desktop.shell.desk, 1).note.startswith("Ұзын ескерту.")


def find_room(hand: Hand, folder: Path) -> None:
    """The screen of a full disk comes; it goes when there is room."""
    hand.qtbot.waitUntil(lambda: hand.desktop.troubles.shown, timeout=30_000)
    assert title(hand) == "There is no room left on the disk"
    (folder / "ballast").unlink()
    press(hand, "Try again")
    hand.qtbot.waitUntil(lambda: not hand.desktop.troubles.shown, timeout=30_000)


def fill(folder: Path) -> None:
    with (folder / "ballast").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass


def test_a_folder_that_became_read_only_says_so(
    small: Path, begin: Callable[[], Hand], people: Callable[..., None]
) -> None:
    people("Асанов Ерлан")
    subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
    hand = begin()
    assert title(hand) == "The desk cannot be written"
    subprocess.run(["mount", "-o", "remount,rw", str(small)], check=True)
    with hand.qtbot.waitSignal(hand.window.opened, timeout=30_000):
        press(hand, "Try again")
    hand.settle()
    assert count(hand) == 1
    service.add(hand.desktop.shell.desk, PersonDraft("Жаңа"))
