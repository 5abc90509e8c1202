"""Backups: one moment of the desk in one file, whole or not there, made by hand and by the program itself."""

from __future__ import annotations

import errno
import json
import os
import threading
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from altdesk import disk
from altdesk.backups import making, packing
from altdesk.backups.shelf import Shelf
from altdesk.desk import Desk
from altdesk.domain.backups import Reason
from altdesk.domain.errors import Refusal
from altdesk.domain.people import PersonDraft
from altdesk.domain.troubles import DeskTrouble, Trouble
from altdesk.services import attachments, backups, people, restoring
from altdesk.settings import S
from db import backup
from db.step import now
from tests.make import Make


class Stopped(Exception):
    """The person has stopped it."""


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "Флешка"
    folder.mkdir()
    return folder


@pytest.fixture
def scan(desk: Desk, make: Make, tmp_path: Path) -> Path:
    """A scan attached to a person."""
    file = tmp_path / "Өтініш.pdf"
    file.write_bytes(b"%PDF-1.7 " + bytes(range(256)) * 300)
    attachments.attach(desk, "person", make.person(), file)
    return file


def members(path: Path) -> dict[str, int]:
    with zipfile.ZipFile(path) as package:
        return {info.filename: info.file_size for info in package.infolist()}


def left_over(*folders: Path) -> list[str]:
    return [path.name for folder in folders for path in folder.rglob(".*")]


def test_a_backup_by_hand_holds_database_contents_and_manifest(desk: Desk, scan: Path, stick: Path) -> None:
    made = backups.by_hand(desk, stick / "көшірме.zip")
    (attached,) = (name for name in members(made.path) if name.startswith("files/"))
    assert set(members(made.path)) == {"altdesk.db", attached, "manifest.json"}
    with zipfile.ZipFile(made.path) as package:
        assert package.testzip() is None
        assert package.read(attached) == scan.read_bytes()
        said = json.loads(package.read("manifest.json"))
    assert said["format"] == 1
    assert said["counts"]["person"] == 1
    assert {each["name"] for each in said["members"]} == {"altdesk.db", attached}
    assert (made.lost, made.contents) == (0, 1)
    assert left_over(stick, desk.folders.data) == []


def test_a_folder_gets_a_file_named_by_the_time(desk: Desk, make: Make, stick: Path) -> None:
    make.person()
    made = backups.by_hand(desk, stick)
    assert made.path.parent == stick
    assert made.path.name.startswith("altdesk-")


def test_a_backup_is_one_moment_whoever_writes_meanwhile(
    desk: Desk, make: Make, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.people(50)
    monkeypatch.setattr(backup, "PAGES", 1)
    written = threading.Event()

    def write(_done: int, _total: int) -> None:
        if not written.is_set():
            written.set()
            thread = threading.Thread(target=lambda: people.add(desk, PersonDraft("Кейінгі")))
            thread.start()
            thread.join()

    made = backups.by_hand(desk, stick, write)
    found = restoring.look(desk.folders, made.path)
    assert found.manifest.counts["person"] == 50
    assert backup.describe(desk.folders.database, backup.Read.LOGGED).counts["person"] == 51


def test_progress_is_told_in_bytes_and_ends_at_the_end(desk: Desk, scan: Path, stick: Path) -> None:
    heard: list[tuple[int, int]] = []
    backups.by_hand(desk, stick, lambda done, total: heard.append((done, total)))
    assert heard[-1][0] == heard[-1][1] > scan.stat().st_size
    assert [done for done, _ in heard] == sorted(done for done, _ in heard)


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_backup_that_is_stopped_leaves_nothing(desk: Desk, scan: Path, stick: Path, at: int) -> None:
    (stick / "бұрынғы.zip").write_bytes(b"old")
    heard: list[int] = []

    def tell(done: int, _total: int) -> None:
        heard.append(done)
        if len(heard) == at:
            raise Stopped

    with pytest.raises(Stopped):
        backups.by_hand(desk, stick / "бұрынғы.zip", tell)
    assert (stick / "бұрынғы.zip").read_bytes() == b"old"
    assert left_over(stick, desk.folders.data) == []


def test_a_backup_without_room_is_refused_before_anything_is_written(
    desk: Desk, scan: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = disk.shutil.disk_usage(stick)
    monkeypatch.setattr(disk.shutil, "disk_usage", lambda _folder: whole._replace(free=1_000_000))
    with pytest.raises(Refusal, match="not enough room"):
        backups.by_hand(desk, stick)
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("where", ["жоқ/көшірме.zip", "Флешка"])
def test_a_place_that_cannot_be_written_is_refused(desk: Desk, make: Make, stick: Path, where: str) -> None:
    make.person()
    with pytest.raises(Refusal, match="does not exist|is a folder"):
        making.to_file(desk.folders, stick.parent / where)


def test_a_missing_content_is_told_and_the_rest_is_kept(desk: Desk, scan: Path, make: Make, stick: Path) -> None:
    other = stick.parent / "Бұйрық.pdf"
    other.write_bytes(b"%PDF another")
    attachments.attach(desk, "person", make.person(), other)
    damaged = desk.files.path(attachments.of(desk, "person", 1)[0].digest)
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"?")
    made = backups.by_hand(desk, stick)
    assert (made.lost, made.contents) == (1, 1)
    assert restoring.look(desk.folders, made.path).lost == 1


def test_a_damaged_desk_makes_no_backup(desk: Desk, make: Make, stick: Path) -> None:
    make.people(200)
    desk.store.close()
    content = bytearray(desk.folders.database.read_bytes())
    for place in range(4096 * 4, len(content), 4096):
        content[place : place + 64] = b"\xff" * 64
    desk.folders.database.write_bytes(content)
    with pytest.raises(DeskTrouble) as caught:
        backups.by_hand(desk, stick)
    assert caught.value.trouble is Trouble.DAMAGED
    assert list(stick.iterdir()) == []


# what the program does by itself


def test_a_backup_is_made_at_close_only_when_something_changed(desk: Desk, make: Make) -> None:
    assert backups.by_itself(desk, Reason.CLOSE) is None
    make.person()
    assert backups.by_itself(desk, Reason.CLOSE) is not None
    assert backups.by_itself(desk, Reason.CLOSE) is None
    desk.undo()
    assert backups.by_itself(desk, Reason.CLOSE) is not None
    desk.redo()
    assert backups.by_itself(desk, Reason.CLOSE) is not None


def test_backups_may_be_kept_apart_in_time(desk: Desk, make: Make) -> None:
    make.person()
    assert backups.by_itself(desk, Reason.CLOSE) is not None
    make.person()
    assert backups.by_itself(desk, Reason.CLOSE, at_least_apart=3600) is None
    assert backups.by_itself(desk, Reason.CLOSE) is not None


def test_contents_lie_beside_automatic_backups_once(desk: Desk, scan: Path, make: Make) -> None:
    shelf = Shelf(desk.folders.backups)
    first = backups.by_itself(desk, Reason.CLOSE)
    make.person()
    second = backups.by_itself(desk, Reason.UPGRADE)
    assert first is not None
    assert second is not None
    assert [path.read_bytes() for path in shelf.contents.every()] == [scan.read_bytes()]
    assert set(members(second)) == {"altdesk.db", "manifest.json"}
    assert restoring.look(desk.folders, second).missing == 0


def test_thinning_takes_the_contents_nobody_names(
    desk: Desk, scan: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf, morning = Shelf(desk.folders.backups), datetime(2026, 11, 20, 9, 0)
    monkeypatch.setattr(making, "now", lambda: morning)
    with_scan = backups.by_itself(desk, Reason.CLOSE)
    attachments.remove(desk, attachments.of(desk, "person", 1)[0].id)
    monkeypatch.setattr(making, "now", lambda: morning.replace(minute=1))
    without = backups.by_itself(desk, Reason.CLOSE)
    assert [each.path for each in shelf.kept()] == [without]
    assert with_scan is not None
    assert not with_scan.exists()
    assert list(shelf.contents.every()) == []


def test_a_file_among_the_backups_that_is_none_is_named_and_left(desk: Desk, make: Make) -> None:
    make.person()
    backups.by_itself(desk, Reason.CLOSE)
    alien = desk.folders.backups / "менікі.zip"
    alien.write_bytes(b"PK not at all")
    assert [each.damaged for each in backups.kept(desk)].count(True) == 1
    assert Shelf(desk.folders.backups).thin(now() + timedelta(days=900)) == []
    assert alien.exists()


def test_what_a_killed_program_left_half_written_is_taken_away_at_the_next_start(tmp_path: Path) -> None:
    Desk.open(tmp_path).close()
    halves = [tmp_path / ".look-1.db", tmp_path / "backups/.copy-1.db", tmp_path / "backups/.altdesk-backup-1.part"]
    halves.append(tmp_path / "files/.part-1")
    for half in halves:
        half.write_bytes(b"half")
    Desk.open(tmp_path).close()
    assert not any(half.exists() for half in halves)


def test_old_halves_on_a_stick_go_with_the_next_backup(
    desk: Desk, make: Make, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.person()
    old, young = stick / f"{packing.PART}old.part", stick / f"{packing.PART}young.part"
    for half in (old, young):
        half.write_bytes(b"half")
    import os

    os.utime(old, (0, 0))
    backups.by_hand(desk, stick)
    assert not old.exists()
    assert young.exists()


def test_a_close_that_could_make_no_backup_tells_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk.open(tmp_path)
    Make(desk).person()
    with monkeypatch.context() as patched:
        whole = disk.shutil.disk_usage(tmp_path)
        patched.setattr(disk.shutil, "disk_usage", lambda _folder: whole._replace(free=0))
        backups.close(desk)
    with Desk.open(tmp_path) as again:
        told = backups.failed_at_close(again)
        assert told is not None
        assert "not enough room" in str(told)
        assert backups.failed_at_close(again) is None


# the copy outside


def test_a_backup_on_the_same_disk_is_not_one_outside(desk: Desk, make: Make, stick: Path) -> None:
    make.person()
    week = now() + timedelta(days=8)
    assert backups.outside_due(desk, week) is not None
    assert not backups.by_hand(desk, stick).outside
    assert backups.outside_due(desk, week) is not None


def test_a_backup_on_another_disk_quiets_the_reminder_until_something_changes(
    desk: Desk, make: Make, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.person()
    monkeypatch.setattr(disk, "same_disk", lambda _one, _other: False)
    assert backups.by_hand(desk, stick).outside
    week = now() + timedelta(days=8)
    assert backups.outside_due(desk, week) is None
    make.person()
    due = backups.outside_due(desk, week)
    assert due is not None
    assert due.days == 8
    assert desk.settings.get(S.backup_folder) == str(stick)


def test_a_new_desk_is_not_reminded_at_once(desk: Desk, make: Make) -> None:
    assert backups.outside_due(desk) is None
    make.person()
    assert backups.outside_due(desk) is None
    assert backups.outside_due(desk, now() + timedelta(days=8)) is not None


def test_a_disk_that_fails_while_a_large_database_is_written_is_told(
    desk: Desk, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.people(3)
    monkeypatch.setattr(packing, "SQUEEZED", 0)  # as large as it takes
    monkeypatch.setattr(packing, "SETTLED", 1)
    put_down = os.fsync

    def failing(number: int) -> None:
        if threading.current_thread().name.startswith("settle"):
            raise OSError(errno.EIO, "fault of the disk")  # the system says it once, and not at the end again
        put_down(number)

    assert backups.by_hand(desk, tmp_path / "whole.zip").lost == 0
    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(Refusal, match="fault of the disk"):
        backups.by_hand(desk, tmp_path / "failed.zip")
    assert [path.name for path in tmp_path.glob("*.zip")] == ["whole.zip"]
