"""Where things lie: the program's own resources, and the data folder of a desk."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from altdesk import disk

if TYPE_CHECKING:
    from altdesk.sealing.keys import Keys
    from db.sealed import Database

KEY_FILE = "altdesk.key"


def resources(name: str = "") -> Path:
    """A folder or file of the program itself, in the source tree and in the built program alike."""
    base = Path(getattr(sys, "_MEIPASS", "") or Path(__file__).resolve().parent.parent)
    return base / "resources" / name


@dataclass(frozen=True)
class Folders:
    """The data folder of one desk: a product the person can copy, move and keep on a stick.

    With `keys` it is encrypted, and everything lies under other names: see decision 21.
    """

    data: Path
    keys: Keys | None = field(default=None, repr=False, compare=False)

    @property
    def key_file(self) -> Path:
        """Where it lies, the desk is encrypted; see altdesk.sealing.envelope."""
        return self.data / KEY_FILE

    @property
    def database(self) -> Path:
        return self.data / ("altdesk.sealed.db" if self.keys else "altdesk.db")

    @property
    def desk(self) -> Database:
        """The database with what opens it."""
        if self.keys is None:
            return self.database
        from db.sealed import Sealed

        return Sealed(self.database, self.keys.database)

    @property
    def sums(self) -> Path:
        """Checksums of the closed database; see db.sums."""
        return self.data / ("altdesk.sealed.sums" if self.keys else "altdesk.sums")

    @property
    def restored(self) -> Path:
        """A database that is to take the desk's place; see altdesk.backups.restoring."""
        return self.data / f"{self.database.name}.restored"

    @property
    def files(self) -> Path:
        return self.data / self._contents

    @property
    def kept_files(self) -> Path:
        """The attached contents of the backups in `backups`."""
        return self.backups / self._contents

    @property
    def _contents(self) -> str:
        return "sealed" if self.keys else "files"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def logs(self) -> Path:
        return self.data / "logs"

    @property
    def lock(self) -> Path:
        return self.data / "altdesk.lock"

    @property
    def settings(self) -> Path:
        return self.data / "settings.json"

    @property
    def drafts(self) -> Path:
        return self.data / ("drafts.sealed" if self.keys else "drafts.json")

    def make(self) -> None:
        """Create what is missing. Raises OSError where the folder cannot be written."""
        for folder in (self.data, self.backups, self.logs):
            folder.mkdir(parents=True, exist_ok=True)
        if self.keys or not self.key_file.exists():
            self.files.mkdir(exist_ok=True)

    def sweep(self) -> None:
        """Take away what a program that was cut off left half-written; whoever calls it holds the lock."""
        for folder in (self.data, self.files, self.backups, self.kept_files):
            disk.sweep(folder)


def data_folder(chosen: str | Path | None = None) -> Path:
    """The data folder: as chosen, `ALTDESK_DATA`, `data` beside the frozen program, or the platform's own place."""
    if chosen:
        return Path(chosen).expanduser().absolute()
    if named := os.environ.get("ALTDESK_DATA"):
        return Path(named).expanduser().absolute()
    if getattr(sys, "frozen", False):
        portable = Path(sys.executable).resolve().parent / "data"
        if portable.is_dir():
            return portable
    import platformdirs

    return Path(platformdirs.user_data_dir("altdesk", appauthor=False))
