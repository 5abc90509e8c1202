"""The folder `files` of a desk: contents of any size under their own SHA-256, whole or not at all, never twice."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

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
        with reading:
            self._refuse_without_room(total)
            handle, part = tempfile.mkstemp(prefix=".part-", dir=self._folder)
            try:
                stored = self._copy(reading, handle, total, tell)
                target = self.path(stored.digest)
                if target.exists() and target.stat().st_size == stored.size:
                    return stored
                target.parent.mkdir(exist_ok=True)
                Path(part).replace(target)
            except OSError as error:
                sentence = N_("The file %(name)s could not be kept: %(why)s.")
                raise Refusal(sentence, name=source.name, why=error.strerror or error) from error
            finally:
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
                self._copy(reading, handle, total, tell)
            Path(part).replace(out)
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

    def _refuse_without_room(self, needed: int) -> None:
        free = shutil.disk_usage(self._folder).free
        if free < needed + 8 * PIECE:
            sentence = N_("There is not enough room on the disk: %(needed)s MB are needed, %(free)s MB are free.")
            raise Refusal(sentence, needed=needed // PIECE + 8, free=free // PIECE)

    @staticmethod
    def _copy(source: BinaryIO, handle: int, total: int, tell: Tell) -> Stored:
        digest, done = hashlib.sha256(), 0
        with os.fdopen(handle, "wb") as writing:
            while piece := source.read(PIECE):
                digest.update(piece)
                writing.write(piece)
                done += len(piece)
                tell(done, total)
            writing.flush()
            os.fsync(writing.fileno())
        return Stored(digest.hexdigest(), done)


_NOT_WRITTEN = N_("%(name)s could not be written: %(why)s.")
