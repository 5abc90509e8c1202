"""Writes a backup: one zip of the database, the attached contents and a manifest, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
import zipfile
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from altdesk import disk
from altdesk.domain.backups import DATABASE, Member

if TYPE_CHECKING:
    from altdesk.sealing.envelope import Envelope
    from altdesk.sealing.keys import Keys

MANIFEST = "manifest.json"
PIECE = 1 << 20
SQUEEZED = 64 << 20  # bytes; a larger database is stored as it is: time counts more than room then
BEHIND = 4  # pieces that wait at most to be counted into a digest
SETTLED = 32 << 20  # bytes of a large database that are put on the disk together
PART = ".altdesk-backup-"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of the calendar of zips; a clock may be set back further
_STALE = 24 * 3600  # seconds after which what was left half-written on a stick is nobody's any more

Count = Callable[[int], None]  # hears how many bytes are done


class Packing:
    """A backup being written."""

    def __init__(self, package: zipfile.ZipFile, file: IO[bytes], count: Count, *, squeeze: bool = True) -> None:
        """`file` is the one that comes to lie on the disk. `squeeze`: a small database is worth it, unless it is
        encrypted."""
        self._package, self._file, self._count, self._squeeze = package, file, count, squeeze
        self.members: list[Member] = []

    def add_database(self, file: Path) -> None:
        """Put the copied database in. A large one goes to the disk while it is written: the end waits for little."""
        digest, large = hashlib.sha256(), file.stat().st_size > SQUEEZED
        with (
            _settling(self._file) if large else nullcontext(_unheard) as settle,
            _updating(digest) as update,
        ):

            def hear(piece: bytes) -> None:
                settle(piece)
                update(piece)

            size = self._add(_pieces(file), DATABASE, hear, squeeze=self._squeeze and not large)
        self.members.append(Member(DATABASE, size, digest.hexdigest()))

    def add_content(self, pieces: Generator[bytes], digest: str) -> None:
        """Put in an attached content that was just seen to be what its digest says."""
        name = Member.content(digest, 0).name
        self.members.append(Member(name, self._add(pieces, name, _unheard, squeeze=False), digest))

    def add_manifest(self, text: str) -> None:
        """Put in, last of all, what the backup says of itself."""
        self._package.writestr(_info(MANIFEST, squeeze=True), text.encode("utf-8"))

    def _add(self, pieces: Generator[bytes], name: str, hear: Callable[[bytes], object], *, squeeze: bool) -> int:
        size = 0
        info = _info(name, squeeze=squeeze)
        with closing(pieces), self._package.open(info, "w", force_zip64=True) as member:
            for piece in pieces:
                hear(piece)
                member.write(piece)
                size += len(piece)
                self._count(len(piece))
        return size


def _pieces(file: Path) -> Generator[bytes]:
    with file.open("rb") as source:
        while piece := source.read(PIECE):
            yield piece


@contextmanager
def _updating(digest: hashlib._Hash) -> Iterator[Callable[[bytes], object]]:
    """Hears the pieces of a content and counts them into its digest beside the writing; whole at the end."""
    behind: deque[Future[None]] = deque()
    with ThreadPoolExecutor(1, "digest") as beside:

        def update(piece: bytes) -> None:
            if len(behind) == BEHIND:
                behind.popleft().result()
            behind.append(beside.submit(digest.update, piece))

        yield update


@contextmanager
def _settling(file: IO[bytes]) -> Iterator[Callable[[bytes], object]]:
    """Hears what is written into a file, and has it put on the disk by and by beside the writing. Raises OSError at
    the end where that failed: the system tells of it only once."""
    waiting = 0
    asked: list[Future[None]] = []
    with ThreadPoolExecutor(1, "settle") as beside:

        def wrote(piece: bytes) -> None:
            nonlocal waiting
            waiting += len(piece)
            if waiting >= SETTLED:
                waiting = 0
                asked.append(beside.submit(os.fsync, file.fileno()))

        yield wrote
    for each in asked:
        each.result()


def _unheard(_piece: bytes) -> None:
    """Nobody needs its digest again."""


def _info(name: str, *, squeeze: bool) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, max(time.localtime()[:6], _FIRST_DAY))
    info.compress_type = zipfile.ZIP_DEFLATED if squeeze else zipfile.ZIP_STORED
    info._compresslevel = 1  # type: ignore[attr-defined]
    info.external_attr = 0o600 << 16
    return info


@dataclass(frozen=True)
class Seal:
    """What a backup is encrypted with, and the envelope at its head that opens it anywhere."""

    keys: Keys
    envelope: Envelope


@contextmanager
def _through(file: IO[bytes], seal: Seal | None) -> Iterator[IO[bytes]]:
    if seal is None:
        yield file
        return
    from altdesk.sealing.stream import Sealer

    sealer = Sealer(file, seal.keys.backups, seal.envelope.to_json())
    yield cast(IO[bytes], sealer)
    sealer.finish()


@contextmanager
def packed(target: Path, count: Count, seal: Seal | None = None) -> Iterator[Packing]:
    """Write beside the target and put it in its place at the end; whatever happens before leaves no half of it.

    With `seal` the whole of it is encrypted. Raises OSError, and what `count` raises.
    """
    _sweep(target.parent)
    handle, name = tempfile.mkstemp(prefix=PART, suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            with _through(file, seal) as out, zipfile.ZipFile(out, "w") as package:
                yield Packing(package, file, count, squeeze=seal is None)
            file.flush()
            os.fsync(file.fileno())
        disk.put_in_place(part, target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Take away what a backup that was cut off left here long ago."""
    with suppress(OSError):
        for left in folder.glob(f"{PART}*.part"):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink(missing_ok=True)
