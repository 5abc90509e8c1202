"""Attachments: kept by content, brought back by undo, damage named, nothing half-written."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tracemalloc
from pathlib import Path

import pytest

from altdesk.desk import Desk
from altdesk.domain.attachments import Damage, Role
from altdesk.domain.errors import Refusal
from altdesk.opened import PREFIX
from altdesk.services import attachments


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    file = tmp_path / "Хаттама № 5.pdf"
    file.write_bytes(b"%PDF-1.7 signed" * 1000)
    return file


@pytest.fixture
def aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's temporary folder of this test."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def contents(desk: Desk) -> list[Path]:
    return [path for path in desk.folders.files.rglob("*") if path.is_file()]


def test_a_file_is_kept_under_its_hash_and_its_own_name(desk: Desk, scan: Path) -> None:
    made = attachments.attach(desk, "unit", 7, scan, Role.SCAN, note="екі бет").id
    (kept,) = attachments.of(desk, "unit", 7)
    assert (kept.id, kept.name, kept.role, kept.note) == (made, scan.name, Role.SCAN, "екі бет")
    assert kept.digest == hashlib.sha256(scan.read_bytes()).hexdigest()
    assert [path.name for path in contents(desk)] == [kept.digest]
    assert attachments.of(desk, "unit", 8) == []


def test_the_same_content_lies_there_once(desk: Desk, scan: Path) -> None:
    attachments.attach(desk, "unit", 1, scan)
    attachments.attach(desk, "unit", 2, scan)
    assert len(contents(desk)) == 1


def test_undo_of_a_removal_brings_the_file_back(desk: Desk, scan: Path, tmp_path: Path) -> None:
    made = attachments.attach(desk, "unit", 7, scan).id
    assert made is not None
    attachments.remove(desk, made)
    assert attachments.of(desk, "unit", 7) == []
    desk.undo()
    assert attachments.export(desk, made, tmp_path / "көшірме.pdf").read_bytes() == scan.read_bytes()


def test_a_copy_to_open_has_the_name_of_the_file(desk: Desk, scan: Path) -> None:
    made = attachments.attach(desk, "unit", 7, scan).id
    assert made is not None
    assert attachments.open_copy(desk, made).name == scan.name


def test_a_copy_to_open_is_for_this_person_to_read_and_gone_when_the_desk_is_closed(
    desk: Desk, scan: Path, aside: Path
) -> None:
    made = attachments.attach(desk, "unit", 7, scan).id or 0
    one, other = attachments.open_copy(desk, made), attachments.open_copy(desk, made)
    assert one != other
    assert one.read_bytes() == other.read_bytes() == scan.read_bytes()
    assert not one.stat().st_mode & stat.S_IWRITE
    assert os.name != "posix" or stat.S_IMODE(one.parent.parent.stat().st_mode) == 0o700
    (one.parent / "~$lock of the other program").touch()
    desk.close()
    assert list(aside.iterdir()) == []


def test_copies_of_a_program_that_was_killed_are_swept_and_those_of_a_living_one_are_not(
    desk: Desk, scan: Path, tmp_path: Path, aside: Path
) -> None:
    made = attachments.attach(desk, "unit", 7, scan).id or 0
    kept = attachments.open_copy(desk, made)
    shutil.copytree(kept.parent.parent, aside / f"{PREFIX}killed")
    (aside / "somebody else's").mkdir()
    with Desk.open(tmp_path / "other", "en"):
        assert {path.name for path in aside.iterdir()} == {kept.parent.parent.name, "somebody else's"}
    assert kept.read_bytes() == scan.read_bytes()


def test_where_no_copy_can_be_written_it_is_said(
    desk: Desk, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    made = attachments.attach(desk, "unit", 7, scan).id or 0
    with pytest.raises(Refusal, match="could not be written"):
        attachments.open_copy(desk, made)


def test_damage_is_named_and_the_rest_works_on(desk: Desk, scan: Path, tmp_path: Path) -> None:
    other = tmp_path / "сурет.png"
    other.write_bytes(b"png")
    gone = tmp_path / "жоқ.txt"
    gone.write_bytes(b"gone")
    changed, whole, missing = (attachments.attach(desk, "unit", 1, file).id for file in (scan, other, gone))
    assert changed is not None
    assert whole is not None
    path = desk.files.path(attachments.get(desk, changed).digest)
    path.write_bytes(b"X" + path.read_bytes()[1:])
    desk.files.path(attachments.get(desk, missing or 0).digest).unlink()
    found = {each.attachment.name: each.damage for each in attachments.verify(desk)}
    assert found == {scan.name: Damage.CHANGED, gone.name: Damage.MISSING}
    with pytest.raises(Refusal, match="damaged on the disk"):
        attachments.export(desk, changed, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()
    assert attachments.export(desk, whole, tmp_path / "out.png").read_bytes() == b"png"


def test_stopping_leaves_nothing_behind(desk: Desk, scan: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        attachments.attach(desk, "unit", 1, scan, tell=stop)
    assert contents(desk) == []
    assert attachments.of(desk, "unit", 1) == []


@pytest.mark.parametrize("name", ["", "no such file.pdf"])
def test_what_cannot_be_read_is_refused_in_words(desk: Desk, tmp_path: Path, name: str) -> None:
    with pytest.raises(Refusal, match="Choose a file|cannot be read"):
        attachments.attach(desk, "unit", 1, tmp_path / name)


def test_a_large_file_does_not_stand_in_memory(desk: Desk, tmp_path: Path) -> None:
    large = tmp_path / "үлкен скан.pdf"
    with large.open("wb") as file:
        file.truncate(300 << 20)
    told: list[int] = []
    tracemalloc.start()
    try:
        attachments.attach(desk, "unit", 1, large, tell=lambda done, _total: told.append(done))
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 30 << 20
    assert len(told) == 300
