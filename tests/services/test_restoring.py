"""Restoring: looked into first, replaced as a whole, and nothing a stranger put into a file gets out of it."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from altdesk.backups import making, unpacking
from altdesk.backups import restoring as engine
from altdesk.backups.shelf import Shelf
from altdesk.closed import ClosedDesk
from altdesk.desk import Desk
from altdesk.domain.backups import Reason
from altdesk.domain.errors import Refusal
from altdesk.domain.people import PeopleQuery
from altdesk.drafts import Draft, Drafts
from altdesk.files import FileStore
from altdesk.folders import Folders
from altdesk.i18n import Translator
from altdesk.services import attachments, backups, people, restoring
from db import backup, upgrade
from tests.db import golden
from tests.make import Make

SCAN = b"%PDF-1.7 " + bytes(range(256)) * 40


class Stopped(Exception):
    """The person has stopped it."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A desk with three people, one of them with a scan; closed."""
    scan = tmp_path / "Өтініш.pdf"
    scan.write_bytes(SCAN)
    with Desk.open(tmp_path / "desk", "en") as desk:
        make = Make(desk)
        make.people(3)
        attachments.attach(desk, "person", 1, scan)
    return tmp_path / "desk"


@pytest.fixture
def copy(place: Path, tmp_path: Path) -> Path:
    """A backup of that desk that stands alone."""
    with Desk.open(place, "en") as desk:
        return backups.by_hand(desk, tmp_path / "көшірме.zip").path


@pytest.fixture
def closed(place: Path, copy: Path) -> Iterator[ClosedDesk]:
    """The same desk, held but not opened."""
    with ClosedDesk(place, Translator("en")) as desk:
        yield desk


def names(place: Path) -> list[str]:
    with Desk.open(place, "en") as desk:
        return [line.full_name for line in people.lines(desk, people.ids(desk, PeopleQuery()))]


def everything(place: Path) -> dict[str, bytes]:
    """Every file of a desk, but for its lock."""
    found = sorted(path for path in place.rglob("*") if path.is_file() and path.name != "altdesk.lock")
    return {str(path.relative_to(place)): path.read_bytes() for path in found}


def lost(folders: Folders) -> list[str]:
    """The attached contents that are not what they were."""
    files, contents = FileStore(folders.files), backup.describe(folders.database, backup.Read.LOGGED).contents
    return [digest for digest in contents if not files.whole(digest)]


def whole(folders: Folders) -> bool:
    return not backup.faults(folders.database, backup.Read.LOGGED) and not lost(folders)


# a look


def test_a_look_says_what_is_in_it_and_changes_nothing(closed: ClosedDesk, copy: Path) -> None:
    before = everything(closed.folders.data)
    found = restoring.look(closed.folders, copy)
    assert found.manifest.counts["person"] == 3
    assert [step.label for step in found.newest] == ["Attach %(name)s", *["Add %(name)s"] * 3]
    assert (found.missing, found.lost) == (0, 0)
    assert everything(closed.folders.data) == before


def test_a_look_works_where_there_is_no_desk_yet(tmp_path: Path, copy: Path) -> None:
    assert restoring.look(Folders(tmp_path / "жоқ"), copy).manifest.counts["person"] == 3
    assert not (tmp_path / "жоқ").exists()


# a restore


def test_a_restored_desk_is_what_it_was_and_what_was_there_is_kept(place: Path, copy: Path) -> None:
    with Desk.open(place, "en") as desk:
        Make(desk).person("Кейінгі")
        people.bin_(desk, [1])
    with ClosedDesk(place, Translator("en")) as closed:
        done = restoring.restore(closed, copy)
    assert len(names(place)) == 3
    assert done.before is not None
    with ClosedDesk(place, Translator("en")) as closed:
        assert restoring.look(closed.folders, done.before).manifest.counts["person"] == 4
        restoring.restore(closed, done.before)
    assert "Кейінгі Айгүл" in names(place)
    with Desk.open(place, "en") as desk:
        while desk.undo():
            pass
        assert people.count(desk, PeopleQuery(include_left=True)) == 0


def test_a_restore_twice_doubles_nothing(closed: ClosedDesk, copy: Path) -> None:
    restoring.restore(closed, copy)
    once = closed.folders.database.read_bytes()
    restoring.restore(closed, copy)
    assert closed.folders.database.read_bytes() == once


def test_a_new_machine_gets_the_desk_with_its_files(tmp_path: Path, copy: Path) -> None:
    place = tmp_path / "жаңа"
    with ClosedDesk(place, Translator("en")) as closed:
        assert restoring.restore(closed, copy).before is None
    with Desk.open(place, "en") as desk:
        (kept,) = attachments.of(desk, "person", 1)
        assert attachments.export(desk, kept.id, tmp_path / "a.pdf").read_bytes() == SCAN
        assert attachments.verify(desk) == []


def test_a_damaged_desk_is_replaced_and_its_file_kept_as_it_is(closed: ClosedDesk, copy: Path) -> None:
    closed.folders.database.write_bytes(b"ruined" * 1000)
    done = restoring.restore(closed, copy)
    assert done.before is not None
    assert (done.before / "altdesk.db").read_bytes() == b"ruined" * 1000
    assert whole(closed.folders)


def test_drafts_of_records_go_and_drafts_of_new_ones_stay(closed: ClosedDesk, copy: Path) -> None:
    drafts = Drafts(closed.folders.drafts)
    drafts.keep(Draft("person", 2, {"surname": "Басқа"}))
    drafts.keep(Draft("person", None, {"surname": "Жаңа"}))
    restoring.restore(closed, copy)
    assert [draft.record_id for draft in Drafts(closed.folders.drafts).all()] == [None]


def test_a_restore_that_is_stopped_leaves_the_old_desk(closed: ClosedDesk, copy: Path) -> None:
    before = everything(closed.folders.data)

    def tell(done: int, total: int) -> None:
        if done == total:
            raise Stopped

    with pytest.raises(Stopped):
        restoring.restore(closed, copy, tell)
    assert everything(closed.folders.data) == before


def test_a_restore_cut_off_after_it_was_decided_is_finished_at_the_next_start(place: Path, copy: Path) -> None:
    with Desk.open(place, "en") as desk:
        Make(desk).person("Кейінгі")
    log = place / "altdesk.db-wal"
    log.write_bytes(b"an old log that must not be played into the new database")
    with unpacking.opened(copy) as package, package.database_at(place, lambda _size: None) as database:
        database.rename(place / "altdesk.db.restored")
    assert len(names(place)) == 3
    assert not (place / "altdesk.db.restored").exists()


# automatic backups, whose contents lie beside them


@pytest.fixture
def automatic(place: Path) -> Path:
    return making.onto_shelf(Folders(place), Reason.CLOSE).path


def test_an_automatic_backup_brings_damaged_files_back(closed: ClosedDesk, automatic: Path) -> None:
    shutil.rmtree(closed.folders.files)
    restoring.restore(closed, automatic)
    assert whole(closed.folders)


def test_an_automatic_backup_alone_on_a_stick_says_what_it_lacks(tmp_path: Path, automatic: Path, place: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    alone = Path(shutil.copy(automatic, stick))
    with ClosedDesk(tmp_path / "жаңа", Translator("en")) as closed:
        assert restoring.look(closed.folders, alone).missing == 1
        with pytest.raises(Refusal, match="1 attached files"):
            restoring.restore(closed, alone)
        restoring.restore(closed, alone, without_files=True)
        assert len(lost(closed.folders)) == 1
        shutil.copytree(automatic.parent / "files", stick / "files")
        restoring.restore(closed, alone)
        assert whole(closed.folders)


# versions


def test_a_backup_of_an_older_schema_is_upgraded(closed: ClosedDesk, tmp_path: Path) -> None:
    golden.put("0001", tmp_path / "old")
    (tmp_path / "old/backups").mkdir()
    older = making.to_file(Folders(tmp_path / "old"), tmp_path / "ескі.zip").path
    assert restoring.look(closed.folders, older).manifest.schema == "0001"
    restoring.restore(closed, older)
    assert upgrade.version(closed.folders.database) == upgrade.HEAD
    assert whole(closed.folders)


def test_a_backup_of_a_newer_program_is_refused_in_words(closed: ClosedDesk, copy: Path) -> None:
    newer = tampered(
        copy,
        manifest=lambda said: said | {"schema": "9999"},
        database=lambda connection: connection.execute("UPDATE alembic_version SET version_num = '9999'"),
    )
    untouched(closed, newer, "newer altdesk")


# what a stranger may make


def untouched(closed: ClosedDesk, path: Path, match: str) -> None:
    """Refused in words, and not a byte of the desk or beside it is another than before."""
    around = closed.folders.data.parent
    before = everything(around)
    with pytest.raises(Refusal, match=match):
        restoring.look(closed.folders, path)
    with pytest.raises(Refusal, match=match):
        restoring.restore(closed, path)
    assert everything(around) == before


def tampered(
    copy: Path,
    *,
    manifest: Callable[[dict[str, Any]], dict[str, Any]] = lambda said: said,
    database: Callable[[sqlite3.Connection], object] | None = None,
    rename: Callable[[str], str] = lambda name: name,
    change: Callable[[zipfile.ZipInfo, bytes], tuple[zipfile.ZipInfo, bytes] | None] = lambda info, data: (info, data),
    more: Callable[[zipfile.ZipFile], object] = lambda package: None,
) -> Path:
    """A backup changed with care: where the database changes, so do its size, counts and digest in the manifest."""
    out = copy.with_name("өзгертілген.zip")
    with zipfile.ZipFile(copy) as old:
        members = {info.filename: old.read(info) for info in old.infolist()}
    said = json.loads(members.pop("manifest.json"))
    if database is not None:
        members["altdesk.db"] = _changed(members["altdesk.db"], database, out.with_name("db"), said)
    said = manifest(said)
    members["manifest.json"] = json.dumps(said).encode()
    with zipfile.ZipFile(out, "w") as new:
        for name, data in members.items():
            info = zipfile.ZipInfo(rename(name))
            info.compress_type = zipfile.ZIP_STORED if name.startswith("files/") else zipfile.ZIP_DEFLATED
            if (changed := change(info, data)) is not None:
                new.writestr(*changed)
        more(new)
    return out


def _changed(data: bytes, change: Callable[[sqlite3.Connection], object], file: Path, said: dict[str, Any]) -> bytes:
    file.write_bytes(data)
    with closing(sqlite3.connect(file)) as connection:
        change(connection)
        connection.commit()
        connection.execute("PRAGMA journal_mode=DELETE")
        every = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version'"
        tables = [row[0] for row in connection.execute(every) if not row[0].startswith("sqlite_")]
        said["counts"] = {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in sorted(tables)
        }
    changed = file.read_bytes()
    file.unlink()
    (member,) = (each for each in said["members"] if each["name"] == "altdesk.db")
    member |= {"size": len(changed), "sha256": hashlib.sha256(changed).hexdigest()}
    return changed


def test_the_tampering_of_these_tests_makes_backups_that_are_read(closed: ClosedDesk, copy: Path) -> None:
    changed = tampered(copy, database=lambda connection: connection.execute("UPDATE person SET note = 'x'"))
    assert restoring.look(closed.folders, changed).manifest.counts["person"] == 3


EVIL_NAMES = (
    "../altdesk.db", "/etc/altdesk.db", "C:/altdesk.db", "C:\\altdesk.db", "files/../../altdesk.db", "altdesk.db/",
    "files/ab/" + "ab" * 32, "FILES/ab/x", "drafts.json", "settings.json", "altdesk.db-wal", "",
    "files/ａｂ/" + "ab" * 32, "./altdesk.db", "altdesk.db ",
)  # fmt: skip


@pytest.mark.parametrize("name", EVIL_NAMES)
def test_names_that_lead_elsewhere_are_refused(closed: ClosedDesk, copy: Path, name: str) -> None:
    untouched(
        closed, tampered(copy, more=lambda package: package.writestr(zipfile.ZipInfo(name), b"evil")), "no backup"
    )


def test_a_name_that_ends_before_its_end_is_refused(closed: ClosedDesk, copy: Path) -> None:
    evil = tampered(copy, rename=lambda name: "altdesk.db#.txt" if name == "altdesk.db" else name)
    evil.write_bytes(evil.read_bytes().replace(b"altdesk.db#.txt", b"altdesk.db\0.txt"))
    untouched(closed, evil, "no backup")


def test_a_renamed_database_is_refused(closed: ClosedDesk, copy: Path) -> None:
    evil = tampered(copy, rename=lambda name: "../altdesk.db" if name == "altdesk.db" else name)
    untouched(closed, evil, "no backup")


@pytest.mark.parametrize("mode", [0o120777, 0o040755, 0o060600, 0o010600])
def test_links_folders_and_devices_are_refused(closed: ClosedDesk, copy: Path, mode: int) -> None:
    def link(info: zipfile.ZipInfo, data: bytes) -> tuple[zipfile.ZipInfo, bytes]:
        if info.filename == "altdesk.db":
            info.external_attr = mode << 16
        return info, data

    untouched(closed, tampered(copy, change=link), "no backup")


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["altdesk.db", "manifest.json"])
def test_a_name_that_stands_there_twice_is_refused(closed: ClosedDesk, copy: Path, name: str) -> None:
    untouched(closed, tampered(copy, more=lambda package: package.writestr(name, b"other")), "no backup")


@pytest.mark.parametrize("name", ["altdesk.db", "files/", "manifest.json"])
def test_a_missing_member_is_refused(closed: ClosedDesk, copy: Path, name: str) -> None:
    without = tampered(copy, change=lambda info, data: None if info.filename.startswith(name) else (info, data))
    untouched(closed, without, "no backup")


@pytest.mark.parametrize("name", ["altdesk.db", "files/"])
def test_a_swapped_member_is_refused(closed: ClosedDesk, copy: Path, name: str) -> None:
    def swap(info: zipfile.ZipInfo, data: bytes) -> tuple[zipfile.ZipInfo, bytes]:
        return info, data[:-1] + bytes([data[-1] ^ 1]) if info.filename.startswith(name) else data

    untouched(closed, tampered(copy, change=swap), "was changed or damaged")


def test_a_bomb_is_refused_by_its_directory(closed: ClosedDesk, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "ALWAYS_ALLOWED", 1 << 20)

    def blown(info: zipfile.ZipInfo, data: bytes) -> tuple[zipfile.ZipInfo, bytes]:
        return info, data + bytes(64 << 20) if info.filename == "altdesk.db" else data

    untouched(closed, tampered(copy, change=blown), "no backup")


def test_a_bomb_whose_directory_lies_about_sizes_is_refused(closed: ClosedDesk, copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    place = content.rindex(b"PK\x01\x02", 0, content.rindex(b"altdesk.db"))
    size = int.from_bytes(content[place + 24 : place + 28], "little")
    content[place + 24 : place + 28] = (size * 2).to_bytes(4, "little")
    lying = copy.with_name("lying.zip")
    lying.write_bytes(content)
    untouched(closed, lying, "no backup")


def test_members_that_share_their_bytes_are_refused(closed: ClosedDesk, copy: Path) -> None:
    """The densest of bombs: a small file whose directory names the same bytes again and again."""
    digests = [hashlib.sha256(bytes([number])).hexdigest() for number in range(200)]
    alike = [{"name": f"files/{each[:2]}/{each}", "size": len(SCAN), "sha256": each} for each in digests]

    def again(package: zipfile.ZipFile) -> None:
        (known,) = (info for info in package.filelist if info.filename.startswith("files/"))
        for each in alike:
            info = zipfile.ZipInfo(str(each["name"]))
            info.header_offset, info.CRC = known.header_offset, known.CRC
            info.file_size = info.compress_size = known.file_size
            package.filelist.append(info)

    evil = tampered(copy, manifest=lambda said: said | {"members": said["members"] + alike}, more=again)
    untouched(closed, evil, "no backup")


def test_encrypted_members_are_refused(closed: ClosedDesk, copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    for signature, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = content.index(signature)
        content[place + flags] |= 1
    locked = copy.with_name("locked.zip")
    locked.write_bytes(content)
    untouched(closed, locked, "no backup")


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_to_squeeze_are_refused(closed: ClosedDesk, copy: Path, kind: int) -> None:
    def other(info: zipfile.ZipInfo, data: bytes) -> tuple[zipfile.ZipInfo, bytes]:
        info.compress_type = kind
        return info, data

    untouched(closed, tampered(copy, change=other), "no backup")


@pytest.mark.parametrize(
    "change",
    [
        lambda said: said | {"counts": said["counts"] | {"person": 2}},
        lambda said: said | {"state": "0/0/"},
        lambda said: said | {"schema": "0001"},
        lambda said: said | {"members": said["members"][:1]},
        lambda said: said | {"members": [*said["members"], said["members"][-1]]},
        lambda said: {"format": 1},
        lambda said: [said],
    ],
)
def test_a_manifest_that_says_something_else_is_refused(closed: ClosedDesk, copy: Path, change: Any) -> None:
    untouched(closed, tampered(copy, manifest=change), "no backup")


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM document; END",
        "CREATE VIEW evil AS SELECT * FROM person",
        "CREATE VIRTUAL TABLE evil USING fts5(a)",
        "DELETE FROM step WHERE id = 1",
    ],
)
def test_a_database_with_more_or_less_than_a_desk_has_is_refused(closed: ClosedDesk, copy: Path, sql: str) -> None:
    untouched(
        closed, tampered(copy, database=lambda connection: connection.execute(sql)), "changed or damaged|no backup"
    )


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x05\x06" + bytes(18), b"not a zip" * 100, bytes(100_000)])
def test_what_is_no_backup_at_all_is_refused(closed: ClosedDesk, copy: Path, content: bytes) -> None:
    other = copy.with_name("other.zip")
    other.write_bytes(content)
    untouched(closed, other, "no backup")


def test_a_folder_and_a_missing_file_are_refused(closed: ClosedDesk, tmp_path: Path) -> None:
    untouched(closed, tmp_path, "cannot be read")
    untouched(closed, tmp_path / "жоқ.zip", "cannot be read")


def test_every_kind_of_damage_to_the_file_is_refused(closed: ClosedDesk, copy: Path) -> None:
    """Bits turned over everywhere in the file, and the file cut off everywhere: refused, or what was meant is read."""
    whole = copy.read_bytes()
    meant = restoring.look(closed.folders, copy).manifest
    spoiled = copy.with_name("spoiled.zip")
    for at in range(0, len(whole), len(whole) // 150):
        content = bytearray(whole)
        content[at] ^= 1 << at % 8
        spoiled.write_bytes(content)
        try:
            assert restoring.look(closed.folders, spoiled).manifest == meant
        except Refusal:
            continue
    for at in range(0, len(whole), len(whole) // 40):
        spoiled.write_bytes(whole[:at])
        with pytest.raises(Refusal):
            restoring.look(closed.folders, spoiled)


def test_a_desk_that_is_open_is_not_restored(place: Path, copy: Path) -> None:
    with Desk.open(place, "en"), pytest.raises(Refusal, match="already open"):
        ClosedDesk(place, Translator("en"))


def test_what_was_there_is_kept_before_anything_is_replaced(
    closed: ClosedDesk, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise Refusal("no room")

    before = closed.folders.database.read_bytes()
    monkeypatch.setattr(engine.making, "onto_shelf", full)
    with pytest.raises(Refusal, match="no room"):
        restoring.restore(closed, copy)
    assert closed.folders.database.read_bytes() == before
    assert Shelf(closed.folders.backups).kept() == []
