"""What the disk is asked: room for more, a file put in its place for good, which disk a folder lies on."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_

MB = 1 << 20
SPARE = 8 * MB  # left free, so that the desk itself can go on
HALF = (".part-", ".copy-", ".look-", ".altdesk-")  # how the names of files begin while they are being written
WAITS = os.name == "nt"  # there a scanner or an indexer may hold a file that was just written
_PATIENCE = 5.0  # seconds


def need_room(folder: Path, needed: int) -> None:
    """Refused when there is not so much room, in bytes, where the folder lies."""
    free = shutil.disk_usage(folder).free
    if free < needed + SPARE:
        sentence = N_("There is not enough room on the disk: %(needed)s MB are needed, %(free)s MB are free.")
        raise Refusal(sentence, needed=(needed + SPARE) // MB, free=free // MB)


def put_in_place(part: Path, target: Path) -> None:
    """Rename a finished file over its target, for good. Raises OSError when somebody holds the target for long."""
    replace(part, target)
    sync_folder(target.parent)


def replace(part: Path, target: Path, patience: float = _PATIENCE) -> None:
    """Rename a file over another. Raises OSError when somebody holds the target for `patience` seconds."""
    _patiently(lambda: part.replace(target), patience)


def remove(path: Path) -> None:
    """Remove a file if it is there. Raises OSError when somebody holds it for long."""
    _patiently(lambda: path.unlink(missing_ok=True), _PATIENCE)


def _patiently(do: Callable[[], object], patience: float) -> None:
    until = time.monotonic() + patience
    while True:
        try:
            do()
        except PermissionError:
            if not WAITS or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def discard_database(file: Path) -> None:
    """Take away a database nobody needs, with what SQLite left beside it when it could not close it in peace."""
    for ending in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            file.with_name(file.name + ending).unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Take away what was left half-written in a folder where nobody else may be writing."""
    with suppress(OSError):
        for left in folder.iterdir():
            if left.name.startswith(HALF):
                left.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Let the names in a folder outlive a power cut, where the system can be asked for that."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def same_disk(one: Path, other: Path) -> bool:
    """Whether both lie on one disk: what breaks one of them breaks the other. Raises OSError."""
    return one.stat().st_dev == other.stat().st_dev


def write_whole(path: Path, content: bytes) -> None:
    """Write a small file whole or not at all, for good. Raises OSError."""
    part = path.with_name(f".part-{path.name}")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    put_in_place(part, path)
