"""Turning encryption on and off: after a power cut at any stage there is one whole desk, and nothing of the other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from altdesk.closed import ClosedDesk
from altdesk.desk import Desk
from altdesk.domain.backups import Reason
from altdesk.domain.errors import Refusal
from altdesk.domain.troubles import DeskTrouble, Trouble
from altdesk.folders import Folders
from altdesk.i18n import Translator
from altdesk.sealing import switching
from altdesk.sealing.keys import Keys
from altdesk.sealing.switching import Stage
from altdesk.services import backups, encryption, restoring
from db import upgrade
from tests.db import golden
from tests.sealing.conftest import WORDS, encrypt, holds_all, plain_bytes

SAY = Translator("en")


class PowerCut(BaseException):
    """Nothing after it is done."""


def cut_at(stage: Stage) -> switching.Reached:
    def reached(now: Stage) -> None:
        if now is stage:
            raise PowerCut

    return reached


def after(stage: Stage) -> bool:
    return list(Stage).index(stage) >= list(Stage).index(Stage.SWITCHED)


def test_an_encrypted_desk_holds_all_and_shows_nothing(data: Path) -> None:
    assert plain_bytes(data)
    done = encrypt(data)
    assert done.left == ()
    assert plain_bytes(data) == []
    holds_all(data, done.keys)
    assert plain_bytes(data) == []
    assert encryption.unlock(Folders(data), WORDS).id == done.keys.id
    with ClosedDesk(data, SAY, done.keys) as closed:
        assert restoring.verify(closed.folders).whole


def test_turned_off_it_is_as_it_was(data: Path, sealed: encryption.TurnedOn) -> None:
    with ClosedDesk(data, SAY, sealed.keys) as closed:
        encryption.turn_off(closed)
    assert not list(data.rglob("*sealed*"))
    assert not list(data.rglob("*.altdesk"))
    assert not encryption.is_on(Folders(data))
    holds_all(data, None)


@pytest.mark.parametrize("stage", list(Stage))
def test_a_power_cut_while_it_is_turned_on_leaves_one_whole_desk(data: Path, stage: Stage) -> None:
    closed = ClosedDesk(data, SAY)
    with closed, pytest.raises(PowerCut):
        switching.turn_on(closed.folders, WORDS, reached=cut_at(stage))
    if not after(stage):
        holds_all(data, None)
        assert not switching.there(replace(Folders(data), keys=Keys.new()))
        return
    with pytest.raises(DeskTrouble) as told:
        Desk.open(data)
    assert told.value.trouble is Trouble.LOCKED
    holds_all(data, encryption.unlock(Folders(data), WORDS))
    assert plain_bytes(data) == []


@pytest.mark.parametrize("stage", list(Stage))
def test_a_power_cut_while_it_is_turned_off_leaves_one_whole_desk(
    data: Path, sealed: encryption.TurnedOn, stage: Stage
) -> None:
    closed = ClosedDesk(data, SAY, sealed.keys)
    with closed, pytest.raises(PowerCut):
        switching.turn_off(closed.folders, reached=cut_at(stage))
    holds_all(data, None if after(stage) else sealed.keys)
    assert bool(plain_bytes(data)) == after(stage)


def test_a_switch_that_fails_leaves_the_desk_as_it_was(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(switching.converting, "contents", full)
    with ClosedDesk(data, SAY) as closed, pytest.raises(DeskTrouble) as told:
        encryption.turn_on(closed, WORDS, WORDS)
    assert told.value.trouble is Trouble.FULL
    monkeypatch.undo()
    assert not list(data.rglob("*sealed*"))
    holds_all(data, None)


def test_a_wrong_passphrase_and_foreign_keys_open_nothing(data: Path, sealed: encryption.TurnedOn) -> None:
    with pytest.raises(Refusal, match="not right"):
        encryption.unlock(Folders(data), "қара шай ішемін")
    for keys in (None, Keys.new()):
        with pytest.raises(DeskTrouble) as told:
            Desk.open(data, keys=keys)
        assert told.value.trouble is Trouble.LOCKED
    holds_all(data, sealed.keys)


def test_the_recovery_key_opens_it_and_gives_a_new_passphrase(data: Path, sealed: encryption.TurnedOn) -> None:
    folders = Folders(data)
    new = "жаңа сөз тіркесі"
    encryption.change(folders, lambda: encryption.recover(folders, sealed.recovery), new, new)
    holds_all(data, encryption.unlock(folders, new))
    with pytest.raises(Refusal):
        encryption.unlock(folders, WORDS)


@pytest.mark.parametrize("revision", golden.REVISIONS[:1])
def test_an_encrypted_desk_of_an_older_program_is_upgraded_after_a_backup(tmp_path: Path, revision: str) -> None:
    place = golden.put(revision, tmp_path / "ескі").parent
    keys = encrypt(place).keys
    with Desk.open(place, "en", keys=keys) as desk:
        assert upgrade.version(desk.folders.desk) == upgrade.HEAD
        assert restoring.verify(desk.folders).faults == ()
        assert Reason.UPGRADE in [each.reason for each in backups.kept(desk)]


def test_without_its_key_file_an_encrypted_desk_is_not_taken_for_an_empty_one(
    data: Path, sealed: encryption.TurnedOn
) -> None:
    Folders(data).key_file.unlink()
    with pytest.raises(DeskTrouble) as told:
        Desk.open(data)
    assert told.value.trouble is Trouble.KEY_GONE
    assert switching.bring_key_back(Folders(data))
    holds_all(data, encryption.unlock(Folders(data), WORDS))
