"""Makes a backup of a desk, open or not: copied as of one moment, checked, packed, and only then in its place."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from altdesk import disk
from altdesk.backups import packing
from altdesk.backups.packing import Seal
from altdesk.backups.shelf import Shelf
from altdesk.domain.backups import Manifest, Member, Reason
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.troubles import DeskTrouble, Trouble
from altdesk.files import FileStore, Tell, silent
from altdesk.folders import Folders
from altdesk.version import version
from db import backup
from db.sealed import Database, beside, path_of
from db.step import now

_NOT_WRITTEN = N_("The backup copy could not be written to %(folder)s: %(why)s.")


@dataclass(frozen=True)
class Made:
    """A backup that was made: its file, its size in bytes, and the digests of contents that were lost before."""

    path: Path
    size: int
    manifest: Manifest
    lost: tuple[str, ...] = ()


def onto_shelf(folders: Folders, reason: Reason, tell: Tell = silent) -> Made:
    """An automatic backup into the desk's folder `backups`. Raises what `tell` raises; then nothing is left of it."""
    shelf, moment = Shelf.of(folders), now()
    target = shelf.path_for(reason, moment)
    with _in_words(target), _copied(folders, tell) as copied:
        shelf.contents.make()
        disk.need_room(target.parent, copied.size)
        apart = [each for each in copied.contents if _put_apart(folders, shelf, each, copied.more)]
        with packing.packed(target, copied.more, seal_of(folders)) as pack:
            pack.add_database(copied.file)
            copied.refuse_damaged()
            said = copied.manifest(reason, moment, pack.members, apart)
            pack.add_manifest(said.to_json())
    return Made(target, target.stat().st_size, said, copied.lost(apart))


def to_file(folders: Folders, target: Path, tell: Tell = silent) -> Made:
    """A backup that stands alone, with every attached content in it, for a stick or another folder."""
    if target.is_dir():
        raise Refusal(N_("%(name)s is a folder. Give the file a name."), field="out", name=str(target))
    if not target.parent.is_dir():
        raise Refusal(N_("The folder %(folder)s does not exist."), field="out", folder=str(target.parent))
    moment, files = now(), FileStore(folders.files, folders.keys)
    with _in_words(target), _copied(folders, tell) as copied:
        disk.need_room(target.parent, copied.size + sum(each.size for each in copied.contents))
        with packing.packed(target, copied.more, seal_of(folders)) as pack:
            pack.add_database(copied.file)
            copied.refuse_damaged()
            for digest in copied.whole(files):
                pack.add_content(files.pieces(digest), digest)
            said = copied.manifest(Reason.HAND, moment, pack.members, ())
            pack.add_manifest(said.to_json())
    return Made(target, target.stat().st_size, said, copied.lost(said.contents))


def seal_of(folders: Folders) -> Seal | None:
    """What backups of a desk are encrypted with, where it is encrypted itself. Raises OSError."""
    if folders.keys is None:
        return None
    from altdesk.sealing import envelope

    return Seal(folders.keys, envelope.read(folders.key_file))


@contextmanager
def _in_words(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Refusal(_NOT_WRITTEN, folder=str(target.parent), why=error.strerror or error) from error


class _Copied:
    """A copy of the database, what is known of it, and how many of how many bytes are packed by now.

    The database is checked by `beside` while it is copied and packed: one processor reads pages, the other writes.
    """

    def __init__(self, database: Path, copy: Database, tell: Tell, beside: Executor, faults: Future[list[str]]) -> None:
        self.file = path_of(copy)
        self.size, self.known = self.file.stat().st_size, backup.describe(copy)
        self._database, self._beside, self._faults = database, beside, faults
        self.contents = [Member.content(digest, size) for digest, size in self.known.contents.items()]
        self._tell, self._done = tell, self.size
        self._total = 2 * self.size + sum(each.size for each in self.contents)

    def more(self, size: int) -> None:
        self._done += size
        self._tell(min(self._done, self._total), self._total)

    def refuse_damaged(self) -> None:
        """Wait for the check. Raises DeskTrouble when the desk is damaged."""
        if self._faults.result():
            raise DeskTrouble(Trouble.DAMAGED, file=str(self._database))

    def whole(self, files: FileStore) -> Iterator[str]:
        """The digests of the contents that are what they were; each is read while the one before it is packed."""
        digests = [each.digest for each in self.contents]
        asked = [self._beside.submit(files.whole, digest) for digest in digests[:1]]
        for at, digest in enumerate(digests):
            asked += [self._beside.submit(files.whole, following) for following in digests[at + 1 : at + 2]]
            if asked[at].result():
                yield digest

    def manifest(self, reason: Reason, moment: datetime, inside: Sequence[Member], apart: Sequence[Member]) -> Manifest:
        known = self.known
        return Manifest(
            f"altdesk {version()}", known.schema, moment, reason, known.state, known.counts, tuple(inside), tuple(apart)
        )

    def lost(self, kept: Sequence[Member]) -> tuple[str, ...]:
        """The digests of contents that could not be kept, for they are missing or damaged on the desk."""
        return tuple(sorted({each.digest for each in self.contents} - {each.digest for each in kept}))


@contextmanager
def _copied(folders: Folders, tell: Tell) -> Iterator[_Copied]:
    """A copy of the database for as long as it is packed. Refused when the desk is too damaged to be copied."""
    log = folders.database.with_name(folders.database.name + "-wal")
    size = sum(file.stat().st_size for file in (folders.database, log) if file.exists())
    disk.need_room(folders.backups, size)
    handle, name = tempfile.mkstemp(prefix=".copy-", suffix=".db", dir=folders.backups)
    os.close(handle)
    file = Path(name)
    try:
        copy = beside(folders.desk, file)
        with ThreadPoolExecutor(1, "check") as check:
            faults = check.submit(backup.faults, folders.desk, backup.Read.IN_USE, thorough=size <= backup.THOROUGH)
            backup.copy(folders.desk, copy, lambda done, total: tell(done, total * 2))
            yield _Copied(folders.database, copy, tell, check, faults)
    finally:
        disk.discard_database(file)


def _put_apart(folders: Folders, shelf: Shelf, content: Member, count: Callable[[int], None]) -> bool:
    """Copy a content onto the shelf unless it lies there; False when it is missing or damaged on the desk."""
    if not shelf.contents.has(content.digest, content.size):
        source = FileStore(folders.files, folders.keys)
        if not source.path(content.digest).exists():
            return False
        try:
            if shelf.contents.take(source.pieces(content.digest), content.size).digest != content.digest:
                return False
        except ValueError:  # it was encrypted, and changed since
            return False
    count(content.size)
    return True
