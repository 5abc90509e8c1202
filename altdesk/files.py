"""The folder `files` of a desk: contents of any size under their own SHA-256, whole or not at all, never twice."""

from __future__ import annotations

import hashlib
import hmac
import io
import os
import tempfile
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from altdesk import disk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_

if TYPE_CHECKING:
    from altdesk.sealing.keys import Keys
    from altdesk.sealing.stream import Sealer

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
    """Contents of one desk. `tell(done, total)` hears bytes, and may raise to stop; nothing half-written remains.

    With `keys` each content is encrypted, and so is the name it lies under.
    """

    def __init__(self, folder: Path, keys: Keys | None = None) -> None:
        self._folder, self._keys = folder, keys

    def path(self, digest: str) -> Path:
        """Where a content lies, or would lie."""
        name = digest if self._keys is None else hmac.new(self._keys.names, digest.encode(), "sha256").hexdigest()
        return self._folder / name[:2] / name

    def make(self) -> None:
        """Create the folder if it is missing. Raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)

    def has(self, digest: str, size: int) -> bool:
        """Whether a content of this size lies there; its bytes are not looked at."""
        try:
            return self.path(digest).stat().st_size == self._taken(size)
        except OSError:
            return False

    def _taken(self, size: int) -> int:
        if self._keys is None:
            return size
        from altdesk.sealing.stream import sealed_size

        return sealed_size(size)

    def pieces(self, digest: str) -> Generator[bytes]:
        """A content piece by piece, as it was attached. Raises OSError, and ValueError where it was changed."""
        return self.pieces_at(self.path(digest))

    def pieces_at(self, path: Path) -> Generator[bytes]:
        """The same for a file of this store."""
        with path.open("rb") as reading:
            if self._keys is None:
                yield from _pieces(reading)
            else:
                from altdesk.sealing.stream import Opener

                yield from Opener(reading, self._keys.files).pieces()

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
            stored = self._written(pieces, os.fdopen(handle, "wb"), total, tell)
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
            total = kept.stat().st_size  # to be told how far it is
            handle, part = tempfile.mkstemp(prefix=".altdesk-", suffix=".part", dir=out.parent)
        except OSError as error:
            raise Refusal(_NOT_WRITTEN, name=out.name, why=error.strerror or error) from error
        try:
            _copy(self.pieces(digest), os.fdopen(handle, "wb"), total, tell)
            disk.put_in_place(Path(part), out)
        except OSError as error:
            raise Refusal(_NOT_WRITTEN, name=out.name, why=error.strerror or error) from error
        except ValueError as error:
            raise Refusal(_NOT_WRITTEN, name=out.name, why=error) from error
        finally:
            with suppress(OSError):
                Path(part).unlink(missing_ok=True)
        return out

    def raw(self, digest: str) -> io.RawIOBase:
        """A content to be read at any place by another library; of an encrypted desk nothing is written anywhere.
        Raises OSError, and ValueError where it was changed."""
        path = self.path(digest)
        if self._keys is None:
            return io.FileIO(path)
        from altdesk.sealing.stream import OpenFile

        return OpenFile(path, self._keys.files)

    def whole(self, digest: str, tell: Tell = silent) -> bool | None:
        """Whether a content is what it was; None when it is not there."""
        try:
            kept = self.path(digest)
            total, done, found = kept.stat().st_size, 0, hashlib.sha256()
            for piece in self.pieces(digest):
                found.update(piece)
                done += len(piece)
                tell(done, total)
        except OSError:
            return None
        except ValueError:
            return False
        return found.hexdigest() == digest

    def _written(self, pieces: Iterable[bytes], file: IO[bytes], total: int, tell: Tell) -> Stored:
        if self._keys is None:
            return _copy(pieces, file, total, tell)
        from altdesk.sealing.stream import Sealer

        return _copy(pieces, file, total, tell, Sealer(file, self._keys.files))


def _copy(pieces: Iterable[bytes], file: IO[bytes], total: int, tell: Tell, sealer: Sealer | None = None) -> Stored:
    """Write a content to the end, onto the disk for good; what is counted is what it is, not what it takes."""
    digest, done = hashlib.sha256(), 0
    with file:
        for piece in pieces:
            digest.update(piece)
            (sealer or file).write(piece)
            done += len(piece)
            tell(done, total)
        if sealer is not None:
            sealer.finish()
        file.flush()
        os.fsync(file.fileno())
    return Stored(digest.hexdigest(), done)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


_NOT_WRITTEN = N_("%(name)s could not be written: %(why)s.")
