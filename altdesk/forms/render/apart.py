"""Pictures of a scanned PDF that stay in their file until a binder is written: no scan stands whole in memory."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import IO, Any, SupportsIndex

LEAST = 4096  # bytes; a smaller stream is read
HEAD = 4096  # bytes in which the dictionary before a picture is looked for
PIECE = 1 << 20
MOST = 64 * PIECE  # bytes of one file that may stand in memory: what is no picture, or is searched as a whole
Source = Callable[[], io.RawIOBase]  # opens a file at its beginning: it may be encrypted, and is read where it lies
PICTURE = re.compile(rb"/Subtype\s*/Image\b")


class Apart(bytes):
    """Stands for bytes that lie in a file: its length is theirs, it holds none of them."""

    source: Source
    at: int
    length: int

    @classmethod
    def of(cls, source: Source, at: int, length: int) -> Apart:
        made = cls()
        made.source, made.at, made.length = source, at, length
        return made

    def __len__(self) -> int:
        return self.length

    def __getitem__(self, key: SupportsIndex | slice) -> Any:
        """A part of it, still in the file; pypdf cuts off a byte where a length was given wrong."""
        if not isinstance(key, slice):
            return super().__getitem__(key)
        first, last, _ = key.indices(self.length)
        return Apart.of(self.source, self.at + first, max(0, last - first))


class Reading(io.BufferedReader):
    """A PDF to be read by pypdf: the data of its pictures are passed over."""

    def __init__(self, source: Source) -> None:
        super().__init__(source())
        self._source = source
        self._size = self.seek(0, io.SEEK_END)
        self.seek(0)
        self._taken = 0

    def read(self, size: int | None = -1) -> bytes:
        """As a file does, but a picture comes as `Apart`. Raises ValueError where more than `MOST` would be read."""
        if size is not None and 0 <= size < LEAST:
            return super().read(size)
        if size is not None and size >= 0 and self._before_picture():
            at = self.tell()
            self.seek(at + size)
            return Apart.of(self._source, at, size)
        self._taken += self._size if size is None or size < 0 else size
        if self._taken > MOST:
            raise ValueError("too much that is no picture")
        return super().read(size)

    def _before_picture(self) -> bool:
        at = self.tell()
        self.seek(max(0, at - HEAD))
        head = super().read(at - self.tell())
        self.seek(at)
        said = head.rstrip(b"\r\n ")
        return said.endswith(b"stream") and PICTURE.search(said, max(0, said.rfind(b" obj"))) is not None


class Writing:
    """What pypdf writes to: what lies apart is copied from its file, piece by piece; `heard` is called after each."""

    def __init__(self, out: IO[bytes], heard: Callable[[], None]) -> None:
        self._out, self._heard = out, heard
        self.mode = "wb"
        self.name = ""

    def write(self, data: bytes) -> int:
        if not isinstance(data, Apart):
            return self._out.write(data)
        left = data.length
        with data.source() as reading:
            reading.seek(data.at)
            while left and (piece := reading.read(min(PIECE, left))):
                self._out.write(piece)
                left -= len(piece)
                self._heard()
        if left:
            raise ValueError("a picture that ends before its length")
        return data.length

    def tell(self) -> int:
        return self._out.tell()

    def seek(self, at: int, whence: int = 0) -> int:
        return self._out.seek(at, whence)

    def flush(self) -> None:
        self._out.flush()
