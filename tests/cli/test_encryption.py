"""Encryption from the terminal: passphrases come from files, never from arguments; every command works behind one."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from altdesk.commands import passphrases
from altdesk.domain.people import PersonDraft
from altdesk.services import attachments, people
from tests.cli.conftest import Terminal

OLD, NEW = "қара шай ішеміз", "көк шай ішпейміз"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "құпия.txt"
    file.write_text(OLD + "\n", encoding="utf-8")
    return file


@pytest.fixture
def filled(terminal: Terminal, tmp_path: Path) -> Terminal:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7 Aiman" * 100)
    with terminal.desk() as make:
        person = people.add(make.desk, PersonDraft("Серікова", "Айман")).id
        attachments.attach(make.desk, "person", person or 0, scan)
    return terminal


@pytest.fixture
def encrypted(filled: Terminal, secret: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    filled("encrypt --passphrase-file", str(secret))
    monkeypatch.setenv(passphrases.VARIABLE, str(secret))
    return filled


def test_encrypt_answers_the_recovery_key_and_writes_its_sheet(filled: Terminal, secret: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "кілт.pdf"
    said = filled("encrypt --json --sheet-language ru --sheet", str(sheet), "--new-passphrase-file", str(secret)).data
    text = pypdfium2.PdfDocument(sheet)[0].get_textpage().get_text_range()
    for group in said["recovery_key"].split("-"):
        assert group in text
    assert "Базу открывают только пароль и этот лист" in text
    assert said["encrypted"]
    assert said["left"] == []


def test_an_encrypted_desk_is_refused_without_its_passphrase_and_with_a_wrong_one(
    filled: Terminal, secret: Path, tmp_path: Path
) -> None:
    filled("encrypt --passphrase-file", str(secret))
    assert "is encrypted" in filled("list people", code=1).err
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("көк шай", encoding="utf-8")
    assert "not right" in filled("list people --passphrase-file", str(wrong), code=1).err
    assert "cannot be read" in filled("list people --passphrase-file", str(tmp_path / "none"), code=1).err
    assert "Серікова" in filled("list people --passphrase-file", str(secret)).out
    assert "already" in filled("encrypt --passphrase-file", str(secret), code=1).err


@pytest.mark.parametrize("then", ["encrypted", "plain"])
def test_a_desk_whose_key_file_is_damaged_is_told_of_and_restored(
    filled: Terminal, secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: str
) -> None:
    plain, sealed = tmp_path / "a.zip", tmp_path / "b.altdesk"
    filled("backup", str(plain))
    filled("encrypt --passphrase-file", str(secret))
    monkeypatch.setenv(passphrases.VARIABLE, str(secret))
    filled("backup", str(sealed))
    key_file = filled.data / "altdesk.key"
    key_file.write_bytes(key_file.read_bytes()[:-20])
    for command in ("list people", "verify", "encrypt"):
        assert "is damaged" in filled(command, code=1).err
    filled("restore", str(sealed if then == "encrypted" else plain))
    assert key_file.exists() == (then == "encrypted")
    assert "Серікова" in filled("list people").out
    assert list(filled.data.rglob("*-damaged*/altdesk.key"))


def test_commands_work_behind_a_passphrase(encrypted: Terminal, tmp_path: Path) -> None:
    copy = tmp_path / "көшірме.altdesk"
    assert encrypted("list people --json").data[0]["surname"] == "Серікова"
    encrypted("verify")
    encrypted("backup", str(copy))
    assert encrypted("verify --json", str(copy)).data["counts"]["person"] == 1
    encrypted("restore", str(copy))
    encrypted("salvage")
    assert "Серікова" in encrypted("list people").out
    encrypted("decrypt")
    assert not (encrypted.data / "altdesk.key").exists()
    assert "Серікова" in encrypted("list people").out
    assert "not encrypted" in encrypted("decrypt", code=1).err
    assert "not encrypted" in encrypted("passphrase", code=1).err


def test_the_passphrase_is_changed_by_the_old_one_or_by_the_recovery_key(
    filled: Terminal, secret: Path, tmp_path: Path
) -> None:
    recovery = tmp_path / "recovery.txt"
    recovery.write_text(filled("encrypt --json --passphrase-file", str(secret)).data["recovery_key"], "utf-8")
    new = tmp_path / "new.txt"
    new.write_text(NEW, encoding="utf-8")
    short = tmp_path / "short.txt"
    short.write_text("шай", encoding="utf-8")
    change = ("passphrase", "--new-passphrase-file")
    assert "at least 10" in filled(*change, str(short), "--passphrase-file", str(secret), code=1).err
    filled(*change, str(new), "--passphrase-file", str(secret))
    assert "not right" in filled("list people --passphrase-file", str(secret), code=1).err
    filled(*change, str(secret), "--recovery-key-file", str(recovery))
    assert "Серікова" in filled("list people --passphrase-file", str(secret)).out
    filled("passphrase --new-recovery-key --passphrase-file", str(secret))
    assert "does not belong" in filled(*change, str(new), "--recovery-key-file", str(recovery), code=1).err


def test_a_copy_of_an_encrypted_desk_comes_back_on_a_new_computer(
    encrypted: Terminal, secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "көшірме.altdesk"
    encrypted("backup", str(copy))
    monkeypatch.delenv(passphrases.VARIABLE)
    encrypted.data = tmp_path / "жаңа"
    assert "encrypted" in encrypted("restore", str(copy), code=1).err
    wrong = tmp_path / "wrong.txt"
    wrong.write_text(NEW, encoding="utf-8")
    assert "not right" in encrypted("restore", str(copy), "--copy-passphrase-file", str(wrong), code=1).err
    encrypted("restore", str(copy), "--copy-passphrase-file", str(secret))
    assert "is encrypted" in encrypted("list people", code=1).err
    assert "Серікова" in encrypted("list people --passphrase-file", str(secret)).out


def test_a_fault_of_the_program_writes_no_name_of_an_encrypted_desk(
    encrypted: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "Серікова"

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError(name)

    monkeypatch.setattr(people, "ids", fails)
    assert "has a fault" in encrypted("list people", code=1).err
    (report,) = (encrypted.data / "logs").glob("fault-*.txt")
    said = report.read_text("utf-8")
    assert "RuntimeError" in said
    assert name not in said
