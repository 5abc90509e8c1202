"""Backups: what the secretary does to keep a copy of the desk, and what the program does by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from altdesk import disk
from altdesk.backups import making
from altdesk.backups.shelf import ENCRYPTED, PLAIN, Shelf
from altdesk.desk import Desk
from altdesk.domain.backups import Kept, Reason, Reminder, reminder
from altdesk.domain.errors import Refusal
from altdesk.domain.moments import wall
from altdesk.files import Tell, silent
from altdesk.settings import S
from db import backup
from db.models.desk import step as steps
from db.step import now


@dataclass(frozen=True)
class Outcome:
    """A backup that was made by hand: its file, its size in bytes, whether it lies on another disk than the desk,
    and how many attached files are damaged or missing on the desk, so that no backup can hold them."""

    path: Path
    size: int
    outside: bool
    lost: int
    contents: int


def kept(desk: Desk) -> list[Kept]:
    """The backups in the desk's own folder, the newest first."""
    return Shelf.of(desk.folders).kept()


def by_hand(desk: Desk, target: Path, tell: Tell = silent) -> Outcome:
    """Make a backup that stands alone; a folder gets a file named by the time. `tell` hears bytes, and may raise."""
    chosen = target.absolute()
    file = chosen / name_of(now(), encrypted=desk.folders.keys is not None) if chosen.is_dir() else chosen
    made = making.to_file(desk.folders, file, tell)
    outside = not disk.same_disk(file.parent, desk.folders.data)
    desk.settings.set(S.backup_folder, str(file.parent))
    if outside:
        said = {"at": made.manifest.made_at.isoformat(), "state": made.manifest.state, "folder": str(file.parent)}
        desk.settings.set(S.outside_backup, said)
    desk.settings.save()
    return Outcome(file, made.size, outside, len(made.lost), len(made.manifest.contents))


def name_of(made_at: datetime, *, encrypted: bool = False) -> str:
    """The name of a backup made by hand; `made_at` is UTC, the name says the time on the wall."""
    return f"altdesk-{wall(made_at):%Y-%m-%d-%H%M%S}{ENCRYPTED if encrypted else PLAIN}"


def by_itself(desk: Desk, reason: Reason, *, at_least_apart: int = 0) -> Path | None:
    """An automatic backup, when something changed since the last one; older ones are thinned.

    With `at_least_apart` none is made so many seconds after the last one. None when none was needed.
    """
    shelf = Shelf.of(desk.folders)
    last = shelf.newest()
    if backup.state(desk.folders.desk).startswith("0/"):
        return None
    if last is not None:
        fresh = 0 <= (now() - last.made_at).total_seconds() < at_least_apart
        if fresh or last.state == backup.state(desk.folders.desk):
            return None
    made = making.onto_shelf(desk.folders, reason)
    shelf.thin(now())
    return made.path


def close(desk: Desk, *, at_least_apart: int = 0) -> None:
    """Close the desk; when something changed, a backup is made first. One that fails is told at the next start."""
    try:
        by_itself(desk, Reason.CLOSE, at_least_apart=at_least_apart)
    except Refusal as refusal:
        values = {name: str(value) for name, value in refusal.values.items()}
        desk.settings.set(S.failed_backup, {"message": refusal.message, "values": values})
        desk.settings.save()
    finally:
        desk.close()


def failed_at_close(desk: Desk) -> Refusal | None:
    """Why no backup could be made at the last close; told once."""
    said = desk.settings.get(S.failed_backup)
    desk.settings.set(S.failed_backup, {})
    message, values = said.get("message"), said.get("values")
    if not isinstance(message, str) or not isinstance(values, dict):
        return None
    return Refusal(message, **values)


def outside_due(desk: Desk, moment: datetime | None = None) -> Reminder | None:
    """Whether a backup on another disk is due: none for a week, and something changed."""
    said = desk.settings.get(S.outside_backup)
    try:
        last = datetime.fromisoformat(str(said.get("at", "")))
    except ValueError:
        last = None
    with desk.store.read() as connection:
        begun = connection.execute(select(func.min(steps.c.at))).scalar()
    changed = last is None or said.get("state") != backup.state(desk.folders.desk)
    return reminder(last, begun, moment or now(), changed=changed)
