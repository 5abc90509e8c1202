"""The folder `backups` of a desk: the automatic backups, and beside them each attached content once.

Contents never change, so a backup made every hour needs not carry them: they lie in `backups/files` under their own
SHA-256, and go when no backup names them any more.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from altdesk.backups import unpacking
from altdesk.backups.unpacking import BackupLocked
from altdesk.domain.backups import Kept, Manifest, Reason, spare
from altdesk.domain.errors import Refusal
from altdesk.domain.moments import wall
from altdesk.files import FileStore
from altdesk.folders import Folders

if TYPE_CHECKING:
    from altdesk.sealing.keys import Keys

PLAIN, ENCRYPTED = ".zip", ".altdesk"


class Shelf:
    """The backups that lie in one folder."""

    def __init__(self, folder: Path, keys: Keys | None = None) -> None:
        self.folder, self._keys = folder, keys
        self.contents = FileStore(Folders(folder, keys).files, keys)

    @classmethod
    def of(cls, folders: Folders) -> Shelf:
        """The shelf of a desk."""
        return cls(folders.backups, folders.keys)

    def path_for(self, reason: Reason, made_at: datetime) -> Path:
        """A name that nothing has yet; `made_at` is UTC, the name says the time on the wall."""
        stem = f"{wall(made_at):%Y-%m-%d-%H%M%S}-{reason.value}"
        ending = ENCRYPTED if self._keys else PLAIN
        name, number = self.folder / f"{stem}{ending}", 1
        while name.exists():
            number += 1
            name = self.folder / f"{stem}_{number}{ending}"
        return name

    def every(self) -> list[Path]:
        """The files of all backups in the folder."""
        found = [path for ending in (PLAIN, ENCRYPTED) for path in self.folder.glob(f"*{ending}")]
        return [path for path in found if not path.name.startswith(".")]

    def kept(self) -> list[Kept]:
        """Every backup in the folder, the newest first."""
        found = [described(path, self._keys) for path in self.every()]
        return sorted(found, key=lambda each: (each.made_at, each.path.name), reverse=True)

    def newest(self) -> Kept | None:
        """The newest backup that can be read."""
        return next((each for each in self.kept() if each.known), None)

    def thin(self, now: datetime) -> list[Path]:
        """Remove the automatic backups that others stand for, and the contents nobody names; `now` is UTC."""
        backups = [each for each in self.kept() if each.known]
        going = spare(((wall(each.made_at), each.reason) for each in backups), wall(now))
        gone = [each.path for each in backups if (wall(each.made_at), each.reason) in going]
        for path in gone:
            with suppress(OSError):  # open in another program: the next time
                path.unlink(missing_ok=True)
        if gone:
            self._drop_contents()
        return gone

    def _drop_contents(self) -> None:
        named: set[str] = set()
        for path in self.every():
            try:
                named.update(self.contents.path(member.digest).name for member in manifest_of(path, self._keys).apart)
            except Refusal:
                return  # nobody knows what it needs
        for content in self.contents.every():
            if content.name not in named:
                with suppress(OSError):
                    content.unlink()


def manifest_of(path: Path, keys: Keys | None = None) -> Manifest:
    """What a backup says of itself. Refused when the file is none; raises BackupLocked when the keys do not fit."""
    with unpacking.opened(path, [keys] if keys else []) as package:
        return package.manifest


def described(path: Path, keys: Keys | None = None) -> Kept:
    """A backup as a line of a list; one that cannot be read, or only with another passphrase, says so."""
    try:
        stood = path.stat()
        size, changed = stood.st_size, datetime.fromtimestamp(stood.st_mtime, UTC).replace(tzinfo=None)
    except OSError:
        size, changed = 0, datetime.min
    try:
        said = manifest_of(path, keys)
    except BackupLocked:
        return Kept(path, changed, Reason.HAND, size, locked=True)
    except Refusal:
        return Kept(path, changed, Reason.HAND, size, damaged=True)
    return Kept(path, said.made_at, said.reason, size, said.schema, said.state)
