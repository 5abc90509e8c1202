"""Writes what a desk holds anew, encrypted or plain: its database and the backups on its shelf, each checked."""

from __future__ import annotations

from pathlib import Path

from altdesk import disk
from altdesk.backups import packing, unpacking
from altdesk.backups.packing import Seal
from altdesk.backups.shelf import ENCRYPTED, PLAIN, Shelf
from altdesk.domain.errors import Refusal
from altdesk.domain.troubles import DeskTrouble, Trouble
from altdesk.files import FileStore, Tell, silent
from altdesk.folders import Folders
from db import backup, sealed
from db.sealed import Database, beside, path_of


def database(source: Database, target: Database) -> None:
    """A database that nobody has open, written anew. Raises DeskTrouble when what comes out is not the same."""
    before = backup.describe(source, backup.Read.LOGGED)
    disk.discard_database(path_of(target))
    sealed.convert(source, target)
    if backup.faults(target) or backup.describe(target) != before:
        disk.discard_database(path_of(target))
        raise DeskTrouble(Trouble.DAMAGED, file=str(path_of(source)))


def contents(source: FileStore, target: FileStore, tell: Tell = silent) -> None:
    """Every content that is whole, beside the old ones. Raises OSError, and what `tell` raises."""
    target.make()
    every = list(source.every())
    for done, path in enumerate(every, 1):
        try:
            target.take(source.pieces_at(path), path.stat().st_size)
        except ValueError:  # encrypted, and changed since: nobody can read it any more
            continue
        tell(done, len(every))


def shelf(old: Folders, new: Folders, seal: Seal | None, tell: Tell = silent) -> None:
    """The backups on the shelf under their new names beside the old ones, but for those nobody can read."""
    contents(FileStore(old.kept_files, old.keys), FileStore(new.kept_files, new.keys))
    ending, other = (PLAIN, ENCRYPTED) if seal else (ENCRYPTED, PLAIN)
    every = [path for path in Shelf.of(old).every() if path.suffix == ending]
    for done, path in enumerate(every, 1):
        try:
            _repacked(path, path.with_suffix(other), old, seal)
        except Refusal:
            continue
        tell(done, len(every))


def _repacked(path: Path, target: Path, old: Folders, seal: Seal | None) -> None:
    with unpacking.opened(path, [old.keys] if old.keys else []) as package:
        said = package.manifest
        with package.database_at(old.backups, _unheard) as source, packing.packed(target, _unheard, seal) as pack:
            fresh = path_of(source).with_suffix(".fresh")
            wanted: Database = sealed.Sealed(fresh, seal.keys.database) if seal else fresh
            try:
                sealed.convert(source, beside(wanted, fresh))
                pack.add_database(fresh)
            finally:
                disk.discard_database(fresh)
            for member in said.members:
                if member is not package.database:
                    pack.add_content(package.stream(member), member.digest)
            pack.add_manifest(said.with_members(pack.members).to_json())


def _unheard(_size: int) -> None:
    """Nobody hears how far one of them is."""
