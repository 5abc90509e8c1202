"""Turns encryption of a desk on and off: everything is made ready beside what is there, and one name decides.

Where `altdesk.key` lies, the desk is the encrypted one; where it does not, the plain one. Before that name comes or
goes the desk that was there stands untouched; from then on the other is complete, and whoever opens the folder takes
away what is left of the first.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from altdesk import disk
from altdesk.backups import converting, making
from altdesk.backups.packing import Seal
from altdesk.backups.shelf import ENCRYPTED, PLAIN
from altdesk.domain.backups import Reason
from altdesk.domain.troubles import DeskTrouble, Trouble
from altdesk.drafts import Drafts
from altdesk.files import FileStore, Tell, silent
from altdesk.folders import Folders
from altdesk.sealing import envelope
from altdesk.sealing.envelope import Cost, Envelope
from altdesk.sealing.keys import Keys
from altdesk.settings import Settings, sealed_beside, strip
from db.errors import told


class Stage(StrEnum):
    """How far a switch is; a power cut after any of them leaves one whole desk."""

    KEPT = "kept"  # a verified backup is made
    DATABASE = "database"
    CONTENTS = "contents"
    DRAFTS = "drafts"
    COPIES = "copies"
    SWITCHED = "switched"  # from here on it is the other desk
    CLEARED = "cleared"


Reached = Callable[[Stage], None]


def _unheard(_stage: Stage) -> None:
    """Nobody hears how far it is."""


def turn_on(
    folders: Folders, passphrase: str, tell: Tell = silent, reached: Reached = _unheard, cost: Cost | None = None
) -> tuple[Keys, str]:
    """Encrypt a plain desk that nobody has open; the caller holds its lock. Answers its keys, and the recovery key as
    it is printed. Refused without room; then, and when `tell` raises, the desk is as it was."""
    keys = Keys.new()
    locked, recovery = Envelope.around(keys, passphrase, cost)
    new = replace(folders, keys=keys)
    with _made(folders, new, Seal(keys, locked), tell, reached):
        envelope.write(locked, folders.key_file)
    _finish(folders, reached)
    return keys, recovery


def turn_off(folders: Folders, tell: Tell = silent, reached: Reached = _unheard) -> None:
    """Make an encrypted desk plain again; as `turn_on` otherwise."""
    new = replace(folders, keys=None)
    with _made(folders, new, None, tell, reached):
        disk.remove(folders.key_file)
        disk.sync_folder(folders.data)
    _finish(folders, reached)


@contextmanager
def _made(old: Folders, new: Folders, seal: Seal | None, tell: Tell, reached: Reached) -> Iterator[None]:
    """The other desk beside the one that is there; within it comes the moment that decides."""
    with told(old.database):
        _need_room(old)
        kept = making.onto_shelf(old, Reason.SWITCH).path
        reached(Stage.KEPT)
        drop(new)
        try:
            new.files.mkdir(exist_ok=True)
            converting.database(old.desk, new.desk)
            reached(Stage.DATABASE)
            converting.contents(FileStore(old.files, old.keys), FileStore(new.files, new.keys), tell)
            reached(Stage.CONTENTS)
            Drafts(old.drafts, old.keys).copy_to(new.drafts, new.keys)
            Settings(old.settings, old.keys).copy_to(new.keys)
            reached(Stage.DRAFTS)
            converting.shelf(old, new, seal, tell)
            disk.sync_folder(new.data)
            reached(Stage.COPIES)
            yield
        except Exception:
            if old.key_file.exists() == (old.keys is not None):  # nothing was decided yet
                drop(new)
                with suppress(OSError):
                    kept.unlink(missing_ok=True)  # the desk is as it was
            raise


def _finish(old: Folders, reached: Reached) -> None:
    reached(Stage.SWITCHED)
    drop(old)
    reached(Stage.CLEARED)


def _need_room(folders: Folders) -> None:
    """Everything stands there twice for a moment."""
    every = (*folders.data.glob("altdesk*.db*"), *folders.files.rglob("*"), *folders.backups.rglob("*"))
    disk.need_room(folders.data, sum(path.stat().st_size for path in every if path.is_file()))


def drop(desk: Folders) -> None:
    """Take away what belongs to the encrypted or to the plain desk in a folder where the other is the one that counts.

    A backup goes only when its other form is there. The database goes last: while it lies there, this is not finished.
    """
    new = desk.drafts.with_name(f"{desk.drafts.name}.new")
    for file in (desk.sums, desk.restored, desk.drafts, new, *_kept_settings(desk)):
        with suppress(OSError):
            file.unlink(missing_ok=True)
    if desk.keys is None:
        _strip_texts(desk)
    for folder in (desk.files, desk.kept_files):
        shutil.rmtree(folder, ignore_errors=True)
    ending, other = (ENCRYPTED, PLAIN) if desk.keys else (PLAIN, ENCRYPTED)
    for path in desk.backups.glob(f"*{ending}"):
        if path.with_suffix(other).exists():
            with suppress(OSError):
                path.unlink()
    disk.discard_database(desk.database)


def _kept_settings(desk: Folders) -> Iterator[Path]:
    if desk.keys is not None:
        yield sealed_beside(desk.settings)


def _strip_texts(desk: Folders) -> None:
    """The settings stay, without what tells of a person; so does the log, empty: what it says may quote the desk."""
    with suppress(OSError):
        strip(desk.settings)
    for file in desk.logs.glob("altdesk.log*"):
        with suppress(OSError):
            os.truncate(file, 0)  # it may be open
    for file in desk.logs.glob("fault-*.txt"):
        with suppress(OSError):
            file.unlink()


def unread(desk: Folders) -> list[Path]:
    """What lies among the backups of an encrypted desk and is not encrypted: damaged files that were put aside, and
    copies that nobody could read."""
    left = [path for path in desk.backups.glob(f"*{PLAIN}") if not path.name.startswith(".")]
    aside = [path for path in desk.backups.glob("*-damaged*") if (path / Folders(path).database.name).exists()]
    return sorted([*left, *aside])


def settled(folders: Folders, keys: Keys | None) -> Folders:
    """The folders of the desk that counts, the other one taken away; the caller holds the lock. Raises DeskTrouble
    when it is encrypted and the keys are not its own, or its key file is gone or damaged."""
    plain, hidden = replace(folders, keys=None), replace(folders, keys=keys or _NOBODY)
    if folders.key_file.exists():
        known = envelope.read(folders.key_file)
        if keys is None or keys.id != known.id:
            raise DeskTrouble(Trouble.LOCKED)
        if there(plain):
            drop(plain)
        return hidden
    if there(hidden):
        if not plain.database.exists():
            raise DeskTrouble(Trouble.KEY_GONE, file=folders.key_file.name, folder=str(folders.data))
        drop(hidden)
    return plain


def there(desk: Folders) -> bool:
    """Whether a desk lies in the folder, or what is left of one: its database is made first, and goes last."""
    return desk.database.exists()


def orphan(folders: Folders) -> Folders | None:
    """An encrypted desk whose key file is gone, or damaged so that nothing can be read from it."""
    hidden = replace(folders, keys=_NOBODY)
    return hidden if hidden.database.exists() and not _readable(folders.key_file) else None


def _readable(key_file: Path) -> bool:
    try:
        envelope.read(key_file)
    except (OSError, DeskTrouble):
        return False
    return True


def _newest_first(folders: Folders) -> list[Path]:
    return sorted(folders.backups.glob(f"*{ENCRYPTED}"), reverse=True)


def bring_key_back(folders: Folders, copy: Path | None = None) -> bool:
    """Put the key file back from a backup, by itself the newest that has it at its head; whether there was one. A
    damaged one is put aside."""
    from altdesk.backups import unpacking
    from altdesk.domain.errors import Refusal

    for path in _newest_first(folders) if copy is None else [copy]:
        with suppress(Refusal):
            if (found := unpacking.envelope_of(path)) is not None:
                if folders.key_file.exists():
                    disk.replace(folders.key_file, folders.key_file.with_stem("altdesk-damaged"))
                envelope.write(found, folders.key_file)
                return True
    return False


_NOBODY = Keys(b"")  # names the files of an encrypted desk, and opens none
