"""Reads a backup that may come from anywhere: nothing in it is believed before it is checked, nothing is written first.

A backup holds `altdesk.db`, contents under their own SHA-256 and a manifest; whatever else a zip can be is refused.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from altdesk import disk
from altdesk.backups.packing import MANIFEST, PIECE
from altdesk.domain.backups import CONTENT, DATABASE, NO_BACKUP, Manifest, Member
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from db.sealed import Database, Sealed

if TYPE_CHECKING:
    from altdesk.sealing.envelope import Envelope
    from altdesk.sealing.keys import Keys

MAX_MEMBERS = 500_000
MAX_MANIFEST = 128 << 20  # bytes
MAX_RATIO = 400  # of what comes out to what goes in; a desk's database comes to 4 to 30
ALWAYS_ALLOWED = 64 << 20  # bytes that may come out whatever the ratio is: new desks are mostly empty pages
_ENCRYPTED = 0x1 | 0x40 | 0x2000

LOCKED = N_("This backup copy is encrypted. Type the passphrase it was made with.")
CHANGED = N_("“%(file)s” was changed or damaged after it was made: %(name)s is not what it was. Choose another backup.")
UNREADABLE = N_("“%(file)s” cannot be read: %(why)s.")
_BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, RuntimeError, KeyError)

Count = Callable[[int], None]


class Package:
    """An open backup: its manifest, and its members as streams that are checked while they are read."""

    def __init__(self, path: Path, package: zipfile.ZipFile, size: int, keys: Keys | None = None) -> None:
        """`size` of the zip in bytes; `keys` are those that opened it, where it is encrypted."""
        self.path, self.keys = path, keys
        self._package = package
        self._infos = _checked(package, size)
        self.manifest = self._manifest()
        inside = {member.name: member.size for member in self.manifest.members}
        if inside != {name: info.file_size for name, info in self._infos.items() if name != MANIFEST}:
            raise Refusal(NO_BACKUP)

    def _manifest(self) -> Manifest:
        info = self._infos.get(MANIFEST)
        if info is None or info.file_size > MAX_MANIFEST:
            raise Refusal(NO_BACKUP)
        return Manifest.from_json(b"".join(self._pieces(MANIFEST)))

    def _pieces(self, name: str) -> Iterator[bytes]:
        try:
            with self._package.open(self._infos[name]) as source:
                while piece := source.read(PIECE):
                    yield piece
        except _BROKEN as error:
            raise Refusal(CHANGED, file=self.path.name, name=name) from error
        except OSError as error:
            raise Refusal(UNREADABLE, file=self.path.name, why=error.strerror or error) from error

    def stream(self, member: Member) -> Generator[bytes]:
        """A member piece by piece; after the last one it is refused when it is not what the manifest says."""
        digest, size = hashlib.sha256(), 0
        for piece in self._pieces(member.name):
            digest.update(piece)
            size += len(piece)
            yield piece
        if size != member.size or digest.hexdigest() != member.digest:
            raise Refusal(CHANGED, file=self.path.name, name=member.name)

    def read(self, member: Member, count: Count, into: IO[bytes] | None = None) -> None:
        """Read a member to its end, into a file if one is given. Refused when it is not what the manifest says."""
        for piece in self.stream(member):
            if into is not None:
                into.write(piece)
            count(len(piece))

    @property
    def database(self) -> Member:
        return next(member for member in self.manifest.members if member.name == DATABASE)

    @contextmanager
    def database_at(self, folder: Path, count: Count) -> Iterator[Database]:
        """The database unpacked into a folder for as long as it is looked at; one that is encrypted stays so."""
        handle, name = tempfile.mkstemp(prefix=".look-", suffix=".db", dir=folder)
        file = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                self.read(self.database, count, out)
            yield Sealed(file, self.keys.database) if self.keys else file
        finally:
            disk.discard_database(file)


class BackupLocked(Refusal):
    """A backup is encrypted with keys that are not at hand."""

    def __init__(self) -> None:
        super().__init__(LOCKED, field="passphrase")


def envelope_of(path: Path) -> Envelope | None:
    """What an encrypted backup is locked with; None for one that is not encrypted. Refused when it is none of ours."""
    from altdesk.sealing.envelope import Envelope
    from altdesk.sealing.stream import head_of

    try:
        with path.open("rb") as file:
            head = head_of(file)
    except OSError as error:
        raise Refusal(UNREADABLE, file=path.name, why=error.strerror or error) from error
    try:
        return None if head is None else Envelope.from_json(head)
    except ValueError as error:
        raise Refusal(NO_BACKUP) from error


@contextmanager
def opened(path: Path, keys: Iterable[Keys] = ()) -> Iterator[Package]:
    """Open a backup, with those of the `keys` that fit where it is encrypted. Refused when the file is none, or is
    more than a backup should be; raises BackupLocked when no key fits."""
    envelope = envelope_of(path)
    fitting = next((each for each in keys if envelope is not None and each.id == envelope.id), None)
    if envelope is not None and fitting is None:
        raise BackupLocked
    try:
        file = path.open("rb")
    except OSError as error:
        raise Refusal(UNREADABLE, file=path.name, why=error.strerror or error) from error
    with file:
        try:
            inside, size = _inside(file, path, fitting)
            package = zipfile.ZipFile(inside)
        except (*_BROKEN, OSError) as error:
            raise Refusal(NO_BACKUP) from error
        with package:
            yield Package(path, package, size, fitting)


def _inside(file: IO[bytes], path: Path, keys: Keys | None) -> tuple[IO[bytes], int]:
    """The zip in a backup, and its size in bytes."""
    if keys is None:
        return file, path.stat().st_size
    from altdesk.sealing.stream import Opener

    opener = Opener(file, keys.backups)
    return cast(IO[bytes], io.BufferedReader(opener, PIECE)), opener.size


def _checked(package: zipfile.ZipFile, size: int) -> dict[str, zipfile.ZipInfo]:
    """The members by name. Refused for every kind of member that no backup has."""
    infos = package.infolist()
    found = {info.filename: info for info in infos}
    if len(infos) > MAX_MEMBERS or len(found) < len(infos):
        raise Refusal(NO_BACKUP)
    if not all(_allowed(info) for info in infos):
        raise Refusal(NO_BACKUP)
    packed = sum(info.compress_size for info in infos)
    if packed > size:  # members that share their bytes
        raise Refusal(NO_BACKUP)
    return found


def _allowed(info: zipfile.ZipInfo) -> bool:
    name = info.filename
    if info.orig_filename != name or not (name in {DATABASE, MANIFEST} or CONTENT.fullmatch(name)):
        return False
    if info.flag_bits & _ENCRYPTED or info.is_dir() or not _plain(info.external_attr >> 16):
        return False
    if info.compress_type == zipfile.ZIP_STORED:
        return info.file_size == info.compress_size
    if info.compress_type != zipfile.ZIP_DEFLATED or CONTENT.fullmatch(name):
        return False
    return info.file_size <= ALWAYS_ALLOWED or info.file_size <= info.compress_size * MAX_RATIO


def _plain(mode: int) -> bool:
    """Whether the rights kept for a member are those of a file, or none are kept."""
    return stat.S_IFMT(mode) in {0, stat.S_IFREG}
