"""Restoring: what a backup holds, a desk put back as it was, and whether desk and backups are whole."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from altdesk.backups import restoring, salvaging
from altdesk.backups.restoring import Look, Restored
from altdesk.backups.salvaging import Salvaged
from altdesk.backups.unpacking import BackupLocked
from altdesk.closed import ClosedDesk
from altdesk.domain.attachments import Damage
from altdesk.domain.moments import wall
from altdesk.files import FileStore, Tell, silent
from altdesk.folders import Folders
from db import backup, upgrade
from db.step import now

if TYPE_CHECKING:
    from altdesk.sealing.keys import Keys

__all__ = ["BackupLocked", "Look", "Restored", "State", "look", "restore", "verify"]


def look(folders: Folders, path: Path, tell: Tell = silent, keys: Keys | None = None) -> Look:
    """The rehearsal: what a backup holds, every byte of it checked, nothing changed. `keys` are those of the backup,
    where they are not the desk's. Refused when it is none; raises BackupLocked when no key opens it."""
    return restoring.look(folders, path.absolute(), tell, keys)


def restore(
    desk: ClosedDesk, path: Path, tell: Tell = silent, keys: Keys | None = None, *, without_files: bool = False
) -> Restored:
    """Put the desk back as it was in a backup, after keeping what is there. Refused as by `look`. A plain desk is
    encrypted afterwards where the backup is, with the passphrase the backup was made with."""
    return restoring.restore(desk.folders, path.absolute(), tell, keys, without_files=without_files)


@dataclass(frozen=True)
class DamagedFile:
    """An attached file whose content is not what was attached."""

    name: str
    digest: str
    damage: Damage


@dataclass(frozen=True)
class State:
    """What was found in a desk: faults of the database a line each, and attached contents missing or changed."""

    faults: tuple[str, ...]
    contents: int
    damaged: tuple[DamagedFile, ...]

    @property
    def whole(self) -> bool:
        return not self.faults and not self.damaged


def verify(folders: Folders, tell: Tell = silent) -> State:
    """Read everything a desk holds. `tell` hears how many attached contents of how many were read."""
    upgrade.version(folders.desk)
    faults = backup.faults(folders.desk, backup.Read.LOGGED)
    if faults:
        return State(tuple(faults), 0, ())
    contents = backup.describe(folders.desk, backup.Read.LOGGED).contents
    files = FileStore(folders.files, folders.keys)
    damaged: list[DamagedFile] = []
    for done, digest in enumerate(contents, 1):
        whole = files.whole(digest)
        if not whole:
            damage = Damage.MISSING if whole is None else Damage.CHANGED
            names = backup.names_of(folders.desk, digest)
            damaged += [DamagedFile(name, digest, damage) for name in names]
        tell(done, len(contents))
    return State((), len(contents), tuple(damaged))


@dataclass(frozen=True)
class Saved:
    """A desk saved from a damaged file: what came of it, where the damaged file is kept, and the report."""

    outcome: Salvaged
    report: Path


def salvage(desk: ClosedDesk, tell: Tell = silent) -> Saved:
    """Put what can still be read of a damaged desk in its place. Refused when that is nothing."""
    outcome = salvaging.save(desk.folders, tell)
    report = desk.folders.logs / f"salvage-{wall(now()):%Y-%m-%d-%H%M%S}.txt"
    said = "{0.table}: {0.rows} rows, {0.from_journal} from the journal, {0.lost} lost"
    lines = [said.format(each) for each in outcome.saved]
    doubtful = [f"doubtful: {each.table}/{number}" for each in outcome.saved for number in each.doubtful]
    with suppress(OSError):
        report.write_text("\n".join([*lines, *doubtful, ""]), encoding="utf-8")
    return Saved(outcome, report)
