"""Copies of attached files for other programs: in a folder only the person can read, gone with the program.

They lie there decrypted for as long as the desk is open. A program that was killed leaves them, and whoever opens a
desk next takes them away: a folder whose lock nobody holds belongs to nobody.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from altdesk.lock import DeskIsOpen, Lock

PREFIX = "altdesk-opened-"
_LOCK = "lock"
_TRIES = 2


class OpenedCopies:
    """Those of one open desk. Safe to ask from any thread."""

    def __init__(self) -> None:
        self._asked = threading.Lock()
        self._folder: Path | None = None
        self._lock: Lock | None = None

    def place(self) -> Path:
        """An empty folder for one copy. Raises OSError."""
        with self._asked:
            for _ in range(_TRIES):
                with suppress(FileNotFoundError, DeskIsOpen):  # swept in the moment before it was locked
                    return self._place()
            return self._place()

    def _place(self) -> Path:
        if self._folder is None or not self._folder.is_dir():
            self._let_go()
            self._folder = Path(tempfile.mkdtemp(prefix=PREFIX))  # nobody else may enter it
            self._lock = Lock(self._folder / _LOCK)
        return Path(tempfile.mkdtemp(prefix="", dir=self._folder))

    def close(self) -> None:
        """Take every copy away; one that another program holds stays until the next start."""
        with self._asked:
            folder, self._folder = self._folder, None
            self._let_go()
            if folder is not None:
                _remove(folder)

    def _let_go(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def only_to_read(copy: Path) -> Path:
    """Let a copy be read only: what is changed in it would be gone with it, so the other program asks where to."""
    with suppress(OSError):
        copy.chmod(stat.S_IREAD)
    return copy


def sweep() -> None:
    """Take away the copies of programs that were killed."""
    for folder in _left():
        with suppress(OSError, DeskIsOpen):
            Lock(folder / _LOCK).release()
            _remove(folder)


def _left() -> Iterator[Path]:
    with suppress(OSError), os.scandir(tempfile.gettempdir()) as every:
        for each in every:
            if each.name.startswith(PREFIX) and each.is_dir(follow_symlinks=False):
                yield Path(each.path)


def _remove(folder: Path) -> None:
    for kept in folder.glob("*/*"):
        with suppress(OSError):
            if not kept.is_symlink():
                kept.chmod(stat.S_IREAD | stat.S_IWRITE)  # Windows removes nothing that is only to be read
    shutil.rmtree(folder, ignore_errors=True)
