"""Writes a backup: one zip of the database, the attached contents and a manifest, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from altdesk import disk
from altdesk.domain.backups import DATABASE, Member

MANIFEST = "manifest.json"
PIECE = 1 << 20
SQUEEZED = 64 << 20  # bytes; a larger database is stored as it is: time counts more than room then
PART = ".altdesk-backup-"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of the calendar of zips; a clock may be set back further
_STALE = 24 * 3600  # seconds after which what was left half-written on a stick is nobody's any more

Count = Callable[[int], None]  # hears how many bytes are done


class Packing:
    """A backup being written."""

    def __init__(self, package: zipfile.ZipFile, count: Count) -> None:
        self._package = package
        self._count = count
        self.members: list[Member] = []

    def add_database(self, file: Path) -> None:
        """Put the copied database in."""
        digest = hashlib.sha256()
        size = self._add(file, DATABASE, digest.update, squeeze=file.stat().st_size <= SQUEEZED)
        self.members.append(Member(DATABASE, size, digest.hexdigest()))

    def add_content(self, file: Path, digest: str) -> None:
        """Put in an attached content that was just seen to be what its digest says."""
        name = Member.content(digest, 0).name
        self.members.append(Member(name, self._add(file, name, _unheard, squeeze=False), digest))

    def add_manifest(self, text: str) -> None:
        """Put in, last of all, what the backup says of itself."""
        self._package.writestr(_info(MANIFEST, squeeze=True), text.encode("utf-8"))

    def _add(self, file: Path, name: str, hear: Callable[[bytes], object], *, squeeze: bool) -> int:
        size = 0
        info = _info(name, squeeze=squeeze)
        with file.open("rb") as source, self._package.open(info, "w", force_zip64=True) as member:
            while piece := source.read(PIECE):
                hear(piece)
                member.write(piece)
                size += len(piece)
                self._count(len(piece))
        return size


def _unheard(_piece: bytes) -> None:
    """Nobody needs its digest again."""


def _info(name: str, *, squeeze: bool) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, max(time.localtime()[:6], _FIRST_DAY))
    info.compress_type = zipfile.ZIP_DEFLATED if squeeze else zipfile.ZIP_STORED
    info._compresslevel = 1  # type: ignore[attr-defined]
    info.external_attr = 0o600 << 16
    return info


@contextmanager
def packed(target: Path, count: Count) -> Iterator[Packing]:
    """Write beside the target and put it in its place at the end; whatever happens before leaves no half of it.

    Raises OSError, and what `count` raises.
    """
    _sweep(target.parent)
    handle, name = tempfile.mkstemp(prefix=PART, suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            with zipfile.ZipFile(file, "w") as package:
                yield Packing(package, count)
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
