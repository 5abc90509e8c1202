"""The folder `files` of a desk: contents of any size under their own SHA-256, whole or not at all, never twice."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from altdesk import disk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_

PIECE = 1 << 20  # bytes read at a time; a scan of hundreds of MB never stands in memory
Tell = Callable[[int, int], None]


def silent(_done: int, _total: int) -> None:
    """Nobody is told how far it is."""


@dataclass(frozen=True)
class Stored:
    """A content that is kept: its SHA-256 in hex, its size in bytes."""

    digest: str
    size: int


class FileStore:
    """Contents of one desk. `tell(done, total)` hears bytes, and may raise to stop; nothing half-written remains."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, digest: str) -> Path:
        """Where a content lies, or would lie."""
        return self._folder / digest[:2] / digest

    def make(self) -> None:
        """Create the folder if it is missing. Raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)

    def has(self, digest: str, size: int) -> bool:
        """Whether a content of this size lies there; its bytes are not looked at."""
        try:
            return self.path(digest).stat().st_size == size
        except OSError:
            return False

    def every(self) -> Iterator[Path]:
        """The files of all contents that lie there."""
        return (path for path in self._folder.glob("??/*") if path.is_file())

    def put(self, source: Path, tell: Tell = silent) -> Stored:
        """Keep the content of a file. Refused when it cannot be read, or there is no room for it."""
        try:
            total = source.stat().st_size
            if not source.is_file():
                raise Refusal(N_("%(name)s is a folder. Choose a file."), name=source.name)
            reading = source.open("rb")
        except OSError as error:
            sentence = N_("The file %(name)s cannot be read: %(why)s.")
            raise Refusal(sentence, name=source.name, why=error.strerror or error) from error
        try:
            with reading:
                disk.need_room(self._folder, total)
                return self._keep(_pieces(reading), total, tell)
        except OSError as error:
            sentence = N_("The file %(name)s could not be kept: %(why)s.")
            raise Refusal(sentence, name=source.name, why=error.strerror or error) from error

    def take(self, pieces: Iterable[bytes], total: int, tell: Tell = silent) -> Stored:
        """Keep a content that comes in pieces. Raises OSError, and what `pieces` and `tell` raise."""
        disk.need_room(self._folder, total)
        return self._keep(pieces, total, tell)

    def _keep(self, pieces: Iterable[bytes], total: int, tell: Tell) -> Stored:
        handle, part = tempfile.mkstemp(prefix=".part-", dir=self._folder)
        try:
            stored = self._copy(pieces, handle, total, tell)
            if not (self.has(stored.digest, stored.size) and self.whole(stored.digest)):
                target = self.path(stored.digest)
                target.parent.mkdir(exist_ok=True)
                disk.put_in_place(Path(part), target)
        finally:
            with suppress(OSError):
                Path(part).unlink(missing_ok=True)
        return stored

    def write(self, digest: str, out: Path, tell: Tell = silent) -> Path:
        """Write a kept content to a file of the person's, whole or not at all. Refused where that cannot be."""
        kept = self.path(digest)
        try:
            total = kept.stat().st_size
            handle, part = tempfile.mkstemp(prefix=".altdesk-", suffix=".part", dir=out.parent)
        except OSError as error:
            raise Refusal(_NOT_WRITTEN, name=out.name, why=error.strerror or error) from error
        try:
            with kept.open("rb") as reading:
                self._copy(_pieces(reading), handle, total, tell)
            disk.put_in_place(Path(part), out)
        except OSError as error:
            raise Refusal(_NOT_WRITTEN, name=out.name, why=error.strerror or error) from error
        finally:
            with suppress(OSError):
                Path(part).unlink(missing_ok=True)
        return out

    def whole(self, digest: str, tell: Tell = silent) -> bool | None:
        """Whether a content is what it was; None when it is not there."""
        try:
            kept = self.path(digest)
            total, done, found = kept.stat().st_size, 0, hashlib.sha256()
            with kept.open("rb") as reading:
                while piece := reading.read(PIECE):
                    found.update(piece)
                    done += len(piece)
                    tell(done, total)
        except OSError:
            return None
        return found.hexdigest() == digest

    @staticmethod
    def _copy(pieces: Iterable[bytes], handle: int, total: int, tell: Tell) -> Stored:
        digest, done = hashlib.sha256(), 0
        with os.fdopen(handle, "wb") as writing:
            for piece in pieces:
                digest.update(piece)
                writing.write(piece)
                done += len(piece)
                tell(done, total)
            writing.flush()
            os.fsync(writing.fileno())
        return Stored(digest.hexdigest(), done)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


_NOT_WRITTEN = N_("%(name)s could not be written: %(why)s.")
