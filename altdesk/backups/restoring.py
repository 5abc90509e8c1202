"""Looks into a backup, and puts it in the desk's place: replaced as a whole, never merged, old or new at any moment.

A restored database is made ready beside the old one, and its name `altdesk.db.restored` is the moment that decides:
before it the old desk stands untouched, from it on whoever opens the folder finishes what was begun.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from altdesk import disk
from altdesk.backups import converting, making, packing, unpacking
from altdesk.backups.unpacking import Package
from altdesk.domain.backups import NEWER, NO_BACKUP, Manifest, Member, Reason
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.moments import wall
from altdesk.domain.troubles import DeskTrouble, Trouble
from altdesk.files import FileStore, Tell, silent
from altdesk.folders import Folders
from altdesk.settings import Settings
from db import backup, sums, upgrade
from db.backup import NewStep
from db.errors import told
from db.sealed import beside, path_of
from db.step import now

if TYPE_CHECKING:
    from altdesk.sealing.keys import Keys

NEWEST = 8

FILES_MISSING = N_(
    "%(count)s attached files of this backup copy are not in it and not beside it. Put the whole folder of the copies"
    " beside it, or restore the records without those files (--without-files)."
)


@dataclass(frozen=True)
class Look:
    """What a backup holds, every byte of it checked: rows by table, the newest steps, how many files cannot be had."""

    path: Path
    manifest: Manifest
    newest: tuple[NewStep, ...]
    missing: int
    lost: int  # contents that were missing when the backup was made
    encrypted: bool = False


@dataclass(frozen=True)
class Restored:
    """A desk that was replaced: what it holds now, and where that which was there before lies."""

    look: Look
    before: Path | None


def look(folders: Folders, path: Path, tell: Tell = silent, keys: Keys | None = None) -> Look:
    """Look into a backup without changing anything; `keys` are its own, where they are not the desk's. Refused when
    it is none, is damaged, or is newer."""
    with told(folders.database), unpacking.opened(path, _at_hand(folders, keys)) as package:
        return _looked(folders, package, tell)


def _at_hand(folders: Folders, keys: Keys | None) -> list[Keys]:
    return [each for each in (keys, folders.keys) if each is not None]


def _looked(folders: Folders, package: Package, tell: Tell) -> Look:
    said = package.manifest
    if said.schema not in upgrade.KNOWN:
        raise Refusal(NEWER)
    count = _Count(tell, package.database.size + sum(member.size for member in said.contents))
    scratch = _scratch(folders)
    disk.need_room(scratch, package.database.size)
    with package.database_at(scratch, count.more) as database:
        if backup.faults(database):
            raise Refusal(unpacking.CHANGED, file=package.path.name, name=package.database.name)
        known = backup.describe(database)
        if (known.schema, known.counts, known.state) != (said.schema, dict(said.counts), said.state):
            raise Refusal(NO_BACKUP)
        newest = tuple(backup.newest(database, NEWEST))
    for member in said.members:
        if member is not package.database:
            package.read(member, count.more)
    missing, stores = 0, _stores(folders, package)
    for member in said.apart:
        missing += _found(stores, member) is None
        count.more(member.size)
    lost = len(known.contents.keys() - {member.digest for member in said.contents})
    return Look(package.path, said, newest, missing, lost, encrypted=package.keys is not None)


def _scratch(folders: Folders) -> Path:
    """A folder for what is unpacked for a moment: the desk's own, where there is one."""
    import tempfile

    return folders.backups if folders.backups.is_dir() else Path(tempfile.gettempdir())


def _stores(folders: Folders, package: Package) -> list[FileStore]:
    """Where a content that is not in the backup may lie: beside it, or on the desk already."""
    there = Folders(package.path.parent, package.keys)
    here = [FileStore(folders.files, folders.keys), FileStore(folders.kept_files, folders.keys)]
    return [FileStore(there.files, there.keys), *here]


def _found(stores: Sequence[FileStore], member: Member) -> FileStore | None:
    for store in stores:
        if store.has(member.digest, member.size) and store.whole(member.digest):
            return store
    return None


class _Count:
    """Adds up bytes for one that wants to hear how many of how many are done."""

    def __init__(self, tell: Tell, total: int) -> None:
        self._tell, self._done, self._total = tell, 0, total

    def more(self, size: int) -> None:
        self._done += size
        self._tell(self._done, self._total)


def restore(
    folders: Folders, path: Path, tell: Tell = silent, keys: Keys | None = None, *, without_files: bool = False
) -> Restored:
    """Replace the desk by a backup; the caller holds its lock and nobody has it open. Refused as by `look`; then, and
    when `tell` raises, the desk is as it was.

    An encrypted desk stays encrypted with its own keys; a plain one takes the keys of an encrypted backup over.
    """
    with told(folders.database), unpacking.opened(path, _at_hand(folders, keys)) as package:
        folders.make()
        found = _looked(folders, package, tell)
        if found.missing and not without_files:
            raise Refusal(FILES_MISSING, count=found.missing)
        before = set_aside(folders)
        target = folders if folders.keys else replace(folders, keys=package.keys)
        target.make()
        _take_contents(folders, target, package)
        disk.need_room(folders.data, package.database.size * 2)
        with _ready(target, package) as database:
            if target.keys is folders.keys:
                put_in_place(folders, database)
            else:
                _take_over(folders, target, package, database)
    return Restored(found, before)


@contextmanager
def _ready(target: Folders, package: Package) -> Iterator[Path]:
    """The database of a backup in today's schema, encrypted as the desk is, for as long as it takes to put it there."""
    with package.database_at(target.data, lambda _size: None) as database:
        if package.manifest.schema != upgrade.HEAD:
            upgrade.migrate(database, upgrade.HEAD)
        if (package.keys and package.keys.id) == (target.keys and target.keys.id):
            yield path_of(database)
            return
        fresh = path_of(database).with_suffix(".fresh")
        try:
            converting.database(database, beside(target.desk, fresh))
            yield fresh
        finally:
            disk.discard_database(fresh)


def _take_over(plain: Folders, target: Folders, package: Package, database: Path) -> None:
    """A plain desk becomes the encrypted one that the backup holds; its key file is the moment that decides."""
    from altdesk.sealing import envelope, switching

    locked = unpacking.envelope_of(package.path)
    assert locked is not None
    assert target.keys is not None
    put_in_place(target, database)
    converting.shelf(plain, target, packing.Seal(target.keys, locked))
    Settings(plain.settings).copy_to(target.keys)
    envelope.write(locked, target.key_file)
    switching.drop(plain)


def set_aside(folders: Folders) -> Path | None:
    """Keep what is there before it is replaced: as a backup, or file by file where it is damaged."""
    from altdesk.sealing import switching

    if (lost := switching.orphan(folders)) is not None:
        aside = set_aside_damaged(lost)
        switching.drop(lost)
        disk.remove(folders.key_file)  # a damaged one: what takes the desk's place brings its own
        return aside
    if not folders.database.exists() or folders.database.stat().st_size == 0:
        return None
    noted = sums.read(folders.sums)
    if noted and sums.damaged(folders.desk, noted):  # a copy of it would pass for a good one
        return set_aside_damaged(folders)
    try:
        return making.onto_shelf(folders, Reason.RESTORE).path
    except DeskTrouble as trouble:
        if trouble.trouble not in {Trouble.DAMAGED, Trouble.NEWER}:
            raise
    return set_aside_damaged(folders)


def set_aside_damaged(folders: Folders) -> Path:
    """A damaged database with its log, byte for byte, in a folder of its own: somebody may get more out of it."""
    stem = f"{wall(now()):%Y-%m-%d-%H%M%S}-damaged"
    aside, number = folders.backups / stem, 1
    while aside.exists():
        number += 1
        aside = folders.backups / f"{stem}_{number}"
    aside.mkdir()
    for ending in ("", "-wal"):
        file = folders.database.with_name(folders.database.name + ending)
        if file.exists():
            disk.need_room(aside, file.stat().st_size)
            shutil.copyfile(file, aside / file.name)
    if folders.keys is not None and folders.key_file.exists():  # without it nobody gets anything out of the other
        shutil.copyfile(folders.key_file, aside / folders.key_file.name)
    return aside


def _take_contents(folders: Folders, desk: Folders, package: Package) -> None:
    """Bring every content the backup can give into the desk's folder; what lies there already stays."""
    target = FileStore(desk.files, desk.keys)
    stores = _stores(folders, package)
    for member in package.manifest.contents:
        if target.has(member.digest, member.size) and target.whole(member.digest):
            continue
        if member in package.manifest.members:
            target.take(package.stream(member), member.size)
        elif (source := _found(stores, member)) is not None:
            target.take(source.pieces(member.digest), member.size)


def put_in_place(folders: Folders, database: Path) -> None:
    """Let a finished database take the desk's place. From its new name on, this is finished whatever happens."""
    with database.open("rb+") as file:
        os.fsync(file.fileno())
    for ending in ("-wal", "-shm", "-journal"):
        disk.remove(database.with_name(database.name + ending))
    disk.put_in_place(database, folders.restored)
    finish(folders)


def finish(folders: Folders) -> None:
    """Finish a replacement that was begun: the old log must go first, or it would be played into the new database."""
    if not folders.restored.exists():
        return
    for old in (f"{folders.database.name}-wal", f"{folders.database.name}-shm", folders.sums.name):
        disk.remove(folders.data / old)
    _forget_drafts(folders)
    disk.put_in_place(folders.restored, folders.database)


def _forget_drafts(folders: Folders) -> None:
    """What was typed into records of the desk that was there would stand in other records now; new records stay."""
    from altdesk.drafts import Drafts

    drafts = Drafts(folders.drafts, folders.keys)
    with suppress(DeskTrouble):
        for draft in drafts.all():
            if draft.record_id is not None:
                drafts.drop(draft.kind, draft.record_id)
