"""Backups of an encrypted desk: looked into and restored anywhere with their own passphrase, never read half."""

from __future__ import annotations

import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from altdesk.backups import making, unpacking
from altdesk.backups.shelf import Shelf
from altdesk.closed import ClosedDesk
from altdesk.desk import Desk
from altdesk.domain.backups import Reason
from altdesk.domain.errors import Refusal
from altdesk.domain.people import PersonDraft
from altdesk.domain.troubles import DeskTrouble, Trouble
from altdesk.folders import Folders
from altdesk.i18n import Translator
from altdesk.services import backups, encryption, people, restoring
from db import upgrade
from db.step import now
from tests.db import golden
from tests.sealing.conftest import NAME, WORDS, encrypt, holds_all, plain_bytes

SAY = Translator("en")


@pytest.fixture
def copy(data: Path, sealed: encryption.TurnedOn, tmp_path: Path) -> Path:
    """A backup by hand of the encrypted desk."""
    with Desk.open(data, "en", keys=sealed.keys) as desk:
        return backups.by_hand(desk, tmp_path / "көшірме.altdesk").path


def test_a_copy_is_looked_into_and_restored_with_the_keys_of_its_desk(
    data: Path, sealed: encryption.TurnedOn, copy: Path
) -> None:
    assert NAME.encode() not in copy.read_bytes()
    with Desk.open(data, "en", keys=sealed.keys) as desk:
        found = restoring.look(desk.folders, copy)
        assert (found.manifest.counts["person"], found.encrypted, found.missing) == (2, True, 0)
        people.add(desk, PersonDraft("Кейінгі"))
    with ClosedDesk(data, SAY, sealed.keys) as closed:
        restoring.restore(closed, copy)
    with Desk.open(data, "en", keys=sealed.keys) as desk:
        assert [people.get(desk, each).surname for each in (1, 2)] == [NAME, NAME]
        with pytest.raises(Refusal):
            people.get(desk, 3)
    assert plain_bytes(data) == []


def test_a_copy_opens_after_the_passphrase_was_changed(data: Path, sealed: encryption.TurnedOn, copy: Path) -> None:
    new = "басқа сөз тіркесі"
    encryption.change(Folders(data), lambda: sealed.keys, new, new)
    with Desk.open(data, "en", keys=encryption.unlock(Folders(data), new)) as desk:
        assert restoring.look(desk.folders, copy).manifest.counts["person"] == 2


def test_a_new_computer_takes_an_encrypted_copy_over_with_its_passphrase(
    sealed: encryption.TurnedOn, copy: Path, tmp_path: Path
) -> None:
    place = tmp_path / "жаңа"
    with Desk.open(place, "en") as desk:
        people.add(desk, PersonDraft("Басқа"))
    with ClosedDesk(place, SAY) as closed:
        with pytest.raises(unpacking.BackupLocked, match="passphrase it was made with"):
            restoring.look(closed.folders, copy)
        with pytest.raises(Refusal, match="not right"):
            encryption.unlock_copy(copy, "қара шай ішемін")
        keys = encryption.unlock_copy(copy, WORDS)
        by_sheet = encryption.unlock_copy(copy, sealed.recovery)
        assert keys is not None
        assert by_sheet is not None
        assert keys.id == by_sheet.id == sealed.keys.id
        restoring.restore(closed, copy, keys=keys)
    assert plain_bytes(place) == []
    assert "Басқа".encode() not in b"".join(path.read_bytes() for path in place.rglob("*") if path.is_file())
    with Desk.open(place, "en", keys=encryption.unlock(Folders(place), WORDS)) as desk:
        assert people.get(desk, 1).surname == NAME
        assert [each.reason for each in backups.kept(desk)] == [Reason.RESTORE]
    assert encryption.recover(Folders(place), sealed.recovery).id == sealed.keys.id


def test_an_encrypted_desk_keeps_its_own_keys_whatever_copy_it_takes(
    data: Path, sealed: encryption.TurnedOn, copy: Path, tmp_path: Path
) -> None:
    other, mine = tmp_path / "басқа", "менің сөз тіркесім"
    with Desk.open(other, "en") as desk:
        people.add(desk, PersonDraft("Басқа"))
        plain = backups.by_hand(desk, tmp_path / "plain.zip").path
    with ClosedDesk(other, SAY) as closed:
        keys = encryption.turn_on(closed, mine, mine).keys
    with ClosedDesk(other, SAY, keys) as closed:
        restoring.restore(closed, copy, keys=encryption.unlock_copy(copy, WORDS))
    with Desk.open(other, "en", keys=encryption.unlock(Folders(other), mine)) as desk:
        assert people.get(desk, 1).surname == NAME
        assert restoring.verify(desk.folders).whole
    assert plain_bytes(other) == []
    with ClosedDesk(other, SAY, keys) as closed:
        restoring.restore(closed, plain)
    with Desk.open(other, "en", keys=keys) as desk:
        assert people.get(desk, 1).surname == "Басқа"


def test_a_copy_of_an_older_desk_is_upgraded_into_an_encrypted_one(
    data: Path, sealed: encryption.TurnedOn, tmp_path: Path
) -> None:
    old = Folders(golden.put(golden.REVISIONS[0], tmp_path / "old").parent)
    old.make()
    copy = making.to_file(old, tmp_path / "ескі.zip").path
    with ClosedDesk(data, SAY, sealed.keys) as closed:
        restoring.restore(closed, copy)
        assert upgrade.version(closed.folders.desk) == upgrade.HEAD
        assert restoring.verify(closed.folders).faults == ()


def test_every_part_of_a_copy_that_was_changed_is_told(data: Path, sealed: encryption.TurnedOn, copy: Path) -> None:
    whole = copy.read_bytes()
    folders = Folders(data, sealed.keys)
    for at in (3, 20, 60, 700, len(whole) // 2, len(whole) - 40, len(whole) - 1):
        spoiled = bytearray(whole)
        spoiled[at] ^= 4
        copy.write_bytes(spoiled)
        with pytest.raises(Refusal):
            restoring.look(folders, copy)
    for length in (0, 10, 300, len(whole) // 2, len(whole) - 1):
        copy.write_bytes(whole[:length])
        with pytest.raises(Refusal):
            restoring.look(folders, copy)


def test_copies_are_thinned_and_a_foreign_one_stays(
    data: Path, sealed: encryption.TurnedOn, copy: Path, tmp_path: Path
) -> None:
    with Desk.open(tmp_path / "басқа", "en") as desk:
        people.add(desk, PersonDraft("Басқа"))
    foreign = encrypt(tmp_path / "басқа").keys
    with Desk.open(tmp_path / "басқа", "en", keys=foreign) as desk:
        theirs = backups.by_hand(desk, tmp_path / "theirs.altdesk").path
    with Desk.open(data, "en", keys=sealed.keys) as desk:
        shutil.copy(theirs, desk.folders.backups)
        shelf = Shelf.of(desk.folders)
        for _ in range(3):
            making.onto_shelf(desk.folders, Reason.HOUR)
        before = len(shelf.kept())
        shelf.thin(now() + timedelta(days=40))
        kept = shelf.kept()
        assert len(kept) < before
        assert [each.path.name for each in kept if each.locked] == ["theirs.altdesk"]
        assert not any(each.damaged for each in kept)


def test_a_damaged_encrypted_desk_is_told_and_what_can_be_read_is_saved(
    data: Path, sealed: encryption.TurnedOn
) -> None:
    database = Folders(data, sealed.keys).database
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 1
    database.write_bytes(content)
    with pytest.raises(DeskTrouble) as told:
        Desk.open(data, keys=sealed.keys)
    assert told.value.trouble is Trouble.DAMAGED
    with ClosedDesk(data, SAY, sealed.keys) as closed:
        assert not restoring.verify(closed.folders).whole
        restoring.salvage(closed)
    with Desk.open(data, "en", keys=sealed.keys) as desk:
        assert people.get(desk, 1).surname == NAME
    assert plain_bytes(data) == []


def test_an_encrypted_desk_of_a_newer_program_is_refused_in_words(data: Path, sealed: encryption.TurnedOn) -> None:
    from contextlib import closing

    from db import sealed as database

    with closing(database.connect(Folders(data, sealed.keys).desk)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(DeskTrouble) as told:
        Desk.open(data, keys=sealed.keys)
    assert told.value.trouble is Trouble.NEWER


def test_a_damaged_attachment_of_an_encrypted_desk_is_told(data: Path, sealed: encryption.TurnedOn) -> None:
    folders = Folders(data, sealed.keys)
    (file,) = folders.files.rglob("??/*")
    content = bytearray(file.read_bytes())
    content[-20] ^= 1
    file.write_bytes(content)
    (damaged,) = restoring.verify(folders).damaged
    assert damaged.name == "Өтініш.txt"


def test_an_open_encrypted_desk_is_refused_a_second_time(data: Path, sealed: encryption.TurnedOn) -> None:
    with Desk.open(data, keys=sealed.keys), pytest.raises(Refusal, match="already open"):
        Desk.open(data, keys=sealed.keys)
    holds_all(data, sealed.keys)


@pytest.mark.parametrize("sums", ["with the sums of its close", "without them, as after a kill"])
def test_no_bit_turned_over_in_an_encrypted_desk_is_ever_shown_as_data(
    data: Path, sealed: encryption.TurnedOn, sums: str
) -> None:
    folders = Folders(data, sealed.keys)
    whole = folders.database.read_bytes()
    chance = random.Random(sums)
    for _ in range(8):
        if sums.startswith("without"):
            folders.sums.unlink(missing_ok=True)
        spoiled = bytearray(whole)
        spoiled[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        folders.database.write_bytes(spoiled)
        with pytest.raises(DeskTrouble) as told:
            Desk.open(data, keys=sealed.keys)
        assert told.value.trouble is Trouble.DAMAGED
    folders.database.write_bytes(whole)
    holds_all(data, sealed.keys)
