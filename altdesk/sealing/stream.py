"""Encrypted files: pieces of 1 MiB, each sealed with its number and whether it is the last (AES-256-GCM, STREAM).

What is changed, cut off, changed about or put together of two files is told when it is read; any piece can be read
without those before it.
"""

from __future__ import annotations

import io
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from altdesk.sealing.keys import derived

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

PIECE = 1 << 20
SALT = 32
_TAG = 16
_MOST_HEAD = 64 << 10
MAGIC = b"altdesk sealed 1\n"


class Broken(ValueError):
    """An encrypted file is not what was written."""


def sealed_size(size: int) -> int:
    """How many bytes a content of this size takes, without a head."""
    return len(MAGIC) + 4 + SALT + size + _TAG * max(1, -(-size // PIECE))


def head_of(file: IO[bytes]) -> bytes | None:
    """What stands readable at the beginning of an encrypted file, which is left behind it; None when it is none."""
    if file.read(len(MAGIC)) != MAGIC:
        return None
    size = int.from_bytes(file.read(4), "big")
    head = file.read(size) if size <= _MOST_HEAD else b""
    return head if len(head) == size else None


def _lock(key: bytes, head: bytes, salt: bytes) -> AESGCM:
    """A key for this file alone, bound to its head."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(derived(key, "stream", salt + head))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\1" if last else b"\0")


class Sealer(io.RawIOBase):
    """Encrypts what is written to it into a file, which stays open. Without `finish` the file is no whole one."""

    def __init__(self, file: IO[bytes], key: bytes, head: bytes = b"") -> None:
        super().__init__()
        salt = secrets.token_bytes(SALT)
        file.write(MAGIC + len(head).to_bytes(4, "big") + head + salt)
        self._file, self._lock = file, _lock(key, head, salt)
        self._waiting, self._number = bytearray(), 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        given = memoryview(data)  # type: ignore[arg-type]
        self._waiting += given
        while len(self._waiting) > PIECE:  # the last piece is never known before the end
            self._put(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]
        return given.nbytes

    def finish(self) -> None:
        """Write the last piece, which says that it is the last."""
        self._put(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _put(self, piece: bytes, *, last: bool) -> None:
        self._file.write(self._lock.encrypt(_nonce(self._number, last=last), piece, None))
        self._number += 1


class Opener(io.RawIOBase):
    """Reads an encrypted file at any place. Raises Broken at once when its end is not the end that was written."""

    def __init__(self, file: IO[bytes], key: bytes) -> None:
        super().__init__()
        head = head_of(file)
        salt = file.read(SALT)
        if head is None or len(salt) < SALT:
            raise Broken
        self.head, self._file, self._lock = head, file, _lock(key, head, salt)
        self._begin = file.tell()
        length = file.seek(0, io.SEEK_END) - self._begin
        self._last = max(0, -(-length // (PIECE + _TAG)) - 1)
        self.size = length - _TAG * (self._last + 1)
        self._at, self._held, self._piece = 0, -1, b""
        self._hold(self._last)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        begin = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        if begin + offset < 0:
            raise OSError("before the beginning")
        self._at = begin + offset
        return self._at

    def readinto(self, buffer: object) -> int:
        room = memoryview(buffer)  # type: ignore[arg-type]
        number, within = divmod(self._at, PIECE)
        if self._at >= self.size:
            return 0
        self._hold(number)
        given = self._piece[within : within + room.nbytes]
        room[: len(given)] = given
        self._at += len(given)
        return len(given)

    def pieces(self) -> Iterator[bytes]:
        """Everything from the beginning, piece by piece."""
        for number in range(self._last + 1):
            self._hold(number)
            if self._piece:
                yield self._piece

    def _hold(self, number: int) -> None:
        if number == self._held:
            return
        from cryptography.exceptions import InvalidTag

        self._file.seek(self._begin + number * (PIECE + _TAG))
        sealed = self._file.read(PIECE + _TAG)
        try:
            self._piece = self._lock.decrypt(_nonce(number, last=number == self._last), sealed, None)
        except (InvalidTag, ValueError) as error:
            raise Broken from error
        self._held = number


class OpenFile(Opener):
    """An encrypted file that is closed with what reads it. Raises OSError, and Broken."""

    def __init__(self, path: Path, key: bytes) -> None:
        file = path.open("rb")
        try:
            super().__init__(file, key)
        except BaseException:
            file.close()
            raise

    def close(self) -> None:
        if hasattr(self, "_file"):  # it is closed by itself where its head was none
            self._file.close()
        super().close()
