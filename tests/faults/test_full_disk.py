"""A disk that is full at every write of a save, an import, a backup, a restore, an upgrade: refused in words, nothing
lost, and everything works again when there is room."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from altdesk import disk
from altdesk.closed import ClosedDesk
from altdesk.desk import Desk
from altdesk.domain.backups import Reason
from altdesk.domain.errors import Refusal
from altdesk.domain.people import PersonDraft
from altdesk.folders import Folders
from altdesk.i18n import Translator
from altdesk.sealing import switching
from altdesk.sealing.keys import Keys
from altdesk.services import attachments, backups, documents, encryption, people, people_import, restoring
from db import upgrade
from tests.db import golden
from tests.db.test_journal import picture
from tests.faults import FULL, truth
from tests.make import Make

BLOCK = 4096
MB = 1 << 20
Doing = Callable[[Desk], object]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of its own, of 16 MB."""
    folder = tmp_path / "Кіші диск"
    folder.mkdir()
    if (
        os.name != "posix"
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)], capture_output=True
        ).returncode
    ):
        pytest.skip("needs the right to mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture(autouse=True)
def _no_look_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """The look for free room before the work has seen enough of it; then somebody else took it."""
    monkeypatch.setattr(disk, "need_room", lambda _folder, _needed: None)


def leave(folder: Path, free: int) -> None:
    """Fill the disk so that just so many bytes are free."""
    ballast = folder / "ballast"
    ballast.unlink(missing_ok=True)
    room = shutil.disk_usage(folder).free - free
    if room > 0:
        with ballast.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, room // BLOCK * BLOCK)


def make_room(folder: Path) -> None:
    (folder / "ballast").unlink(missing_ok=True)


def levels(most: int) -> Iterator[int]:
    """How much room to leave: in full every block there is, in the sample a few."""
    yield from range(0, most, BLOCK if FULL else max(BLOCK, most // 12 // BLOCK * BLOCK))


def at_every_write(folder: Path, doing: Doing, most: int) -> None:
    """With ever more room: refused and nothing changed, until it is done."""
    refused = 0
    with Desk.open(folder / "desk", "en") as desk:
        before = picture(desk)
        for free in levels(most):
            leave(folder, free)
            try:
                doing(desk)
            except Refusal:
                refused += 1
                make_room(folder)
                assert picture(desk) == before
                truth.nothing_is_half(desk.folders.data)
            else:
                break
        make_room(folder)
        assert refused > 0
        doing(desk)
        truth.look(desk)
    with Desk.open(folder / "desk", "en") as desk:
        truth.look(desk)


def filled(folder: Path) -> None:
    with Desk.open(folder / "desk", "en") as desk:
        make = Make(desk)
        make.people(40)
        make.audience(make.document())
        scan = folder / "scan.pdf"
        scan.write_bytes(bytes(range(256)) * 2000)
        attachments.attach(desk, "person", 1, scan)


def test_a_save(small: Path) -> None:
    filled(small)
    draft = PersonDraft("Асанов", "Ерлан", note="Ұзын ескерту. " * 4000)
    at_every_write(small, lambda desk: people.save(desk, 3, draft), MB)


def test_an_import(small: Path) -> None:
    filled(small)
    listed = small / "тізім.csv"
    letters = "абвгдежзик"
    names = ("".join(letters[int(digit)] for digit in str(number)) for number in range(500))
    listed.write_text("Тегі,Аты\n" + "".join(f"Сынақов{name},Ерлан\n" for name in names), encoding="utf-8-sig")

    def bring(desk: Desk) -> object:
        plan = people_import.preview(desk, listed)
        return people_import.apply(desk, plan, people_import.without_asking(plan))

    at_every_write(small, bring, 4 * MB)


def test_an_attached_file(small: Path) -> None:
    filled(small)
    scan = small / "екінші.pdf"
    scan.write_bytes(os.urandom(300_000))
    at_every_write(small, lambda desk: attachments.attach(desk, "person", 2, scan), MB)


def test_an_undo(small: Path) -> None:
    filled(small)
    with Desk.open(small / "desk", "en") as desk:
        for number in range(1, 30):
            people.save(desk, number, PersonDraft("Асанов", note="Ұзын ескерту. " * 300))
        people.bin_(desk, range(1, 30))
    refused = 0
    with Desk.open(small / "desk", "en") as desk:
        before = picture(desk)
        for free in levels(MB):
            leave(small, free)
            try:
                desk.undo()
            except Refusal:
                refused += 1
                make_room(small)
                assert picture(desk) == before
                continue
            make_room(small)
            desk.redo()
            assert picture(desk) == before
            break
        assert refused > 0
        truth.look(desk)


def test_an_automatic_backup(small: Path) -> None:
    filled(small)

    def copy(desk: Desk) -> object:
        path = backups.by_itself(desk, Reason.HOUR)
        if path is not None:
            path.unlink()
        return path

    at_every_write(small, copy, 3 * MB)


def test_a_backup_by_hand(small: Path) -> None:
    filled(small)
    at_every_write(small, lambda desk: backups.by_hand(desk, small / "көшірме.zip"), 3 * MB)
    with Desk.open(small / "desk", "en") as desk:
        assert restoring.look(desk.folders, small / "көшірме.zip").missing == 0


def test_a_restore(small: Path) -> None:
    filled(small)
    copy = small / "көшірме.zip"
    with Desk.open(small / "desk", "en") as desk:
        backups.by_hand(desk, copy)
        documents.bin_(desk, [1])
        before = picture(desk)
    refused = 0
    for free in levels(5 * MB):
        leave(small, free)
        try:
            with ClosedDesk(small / "desk", Translator("en")) as closed:
                restoring.restore(closed, copy)
        except Refusal:
            refused += 1
            make_room(small)
            with Desk.open(small / "desk", "en") as desk:
                assert picture(desk) == before
                truth.look(desk)
        else:
            break
    make_room(small)
    assert refused > 0
    with Desk.open(small / "desk", "en") as desk:
        assert documents.count(desk, documents.DocumentsQuery()) == 1
        truth.look(desk)


def test_an_upgrade(small: Path) -> None:
    refused = 0
    database = golden.put("0001", small / "desk")
    for free in range(0, 10 * MB, 64 << 10 if FULL else 10 * MB // 12):
        leave(small, free)
        try:
            Desk.open(small / "desk", "en").close()
        except Refusal:
            refused += 1
            make_room(small)
            assert upgrade.version(database) == "0001"
        else:
            break
    make_room(small)
    assert refused > 0
    with Desk.open(small / "desk", "en") as desk:
        assert people.count(desk, people.PeopleQuery()) > 50


def test_turning_encryption_on_and_off(small: Path) -> None:
    filled(small)
    place, words = small / "desk", "қара шай ішеміз"
    keys: Keys | None = None
    for on in (True, False):
        refused = 0
        for free in range(0, 10 * MB, 64 << 10 if FULL else 10 * MB // 12):
            leave(small, free)
            try:
                with ClosedDesk(place, Translator("en"), keys) as closed:
                    opened = encryption.turn_on(closed, words, words).keys if on else encryption.turn_off(closed)
            except Refusal:
                refused += 1
                make_room(small)
                assert encryption.is_on(Folders(place)) != on
                with Desk.open(place, "en", keys=keys) as desk:
                    truth.rows_are_as_the_journal_says(desk)
                    assert attachments.verify(desk) == []
                    assert not switching.there(replace(desk.folders, keys=None if keys else Keys.new()))
            else:
                keys = opened
                break
        make_room(small)
        assert refused > 0
        assert encryption.is_on(Folders(place)) == on
        with Desk.open(place, "en", keys=keys) as desk:
            truth.rows_are_as_the_journal_says(desk)
            assert attachments.verify(desk) == []
