"""Compound files (.xls and what else Office wrote before 2007) looked through before they are opened."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from altdesk.domain.errors import Refusal
from altdesk.reading.kinds import DAMAGED, NOT_A_WORKBOOK, PROTECTED, SLIDES, TOO_SPREAD, WORD
from altdesk.reading.tables import MAX_CELLS

_END_OF_CHAIN = 0xFFFFFFFA  # every number from here on is a mark, not a sector
_BOF, _EOF, _SHEET, _FILEPASS = 0x0809, 0x000A, 0x0085, 0x002F
_MULTIPLE = 0x00BD  # a run of cells; the last column stands at the end
_CELLS = frozenset({0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E, _MULTIPLE})
_DIMENSIONS = 0x0200  # what the sheet says of its own size; the reader reserves memory for it
_LARGEST = 65536 * 256


@dataclass(frozen=True, slots=True)
class _Stream:
    name: str
    start: int
    size: int


def check(data: bytes, file: str) -> None:
    """Refuse what is no .xls workbook, is protected, or would not fit into memory."""
    try:
        container = _Container(data)
        streams = {stream.name.lower(): stream for stream in container.streams()}
        if "encryptedpackage" in streams:
            raise Refusal(PROTECTED, file=file)
        book = streams.get("workbook") or streams.get("book")
        if book is None:
            raise Refusal(_what_else(set(streams)), file=file)
        _check_book(container.content(book), file)
    except (struct.error, IndexError, ValueError):
        raise Refusal(DAMAGED, file=file) from None


def _what_else(names: set[str]) -> str:
    if "worddocument" in names:
        return WORD
    if "powerpoint document" in names:
        return SLIDES
    return NOT_A_WORKBOOK


class _Container:
    """As much of the compound file format as is needed to get at one stream."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        sector, mini = struct.unpack_from("<HH", data, 30)
        if sector not in {9, 12} or mini != 6:
            raise ValueError("no such sector size")
        self._size = 1 << sector
        self._directory, self._cutoff = struct.unpack_from("<I4xI", data, 48)
        self._mini_start = struct.unpack_from("<I", data, 60)[0]
        self._next = self._table(self._table_sectors())
        self._mini_next = self._table_of(self._chain(self._mini_start))

    def streams(self) -> list[_Stream]:
        entries = self._chain(self._directory)
        found = []
        for place in range(0, len(entries) - 127, 128):
            length = struct.unpack_from("<H", entries, place + 64)[0]
            name = entries[place : place + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<II", entries, place + 116)
            found.append(_Stream("" if place == 0 else name, start, size))
        self._small = self._chain(found[0].start)
        return found

    def content(self, stream: _Stream) -> bytes:
        if stream.size >= self._cutoff:
            return self._chain(stream.start)[: stream.size]
        parts = [self._small[at * 64 : at * 64 + 64] for at in _walk(stream.start, self._mini_next)]
        return b"".join(parts)[: stream.size]

    def _table_sectors(self) -> list[int]:
        """The sectors of the allocation table: 109 in the header, the others in a chain of their own."""
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        more = struct.unpack_from("<I", self._data, 68)[0]
        there = len(self._data) // self._size
        if max(struct.unpack_from("<I", self._data, 44) + struct.unpack_from("<I", self._data, 64)) > there:
            raise ValueError("more tables than sectors")
        while more < _END_OF_CHAIN:
            *listed, more = self._table_of(self._sector(more))
            sectors += listed
            if len(sectors) > 2 * there + 256:
                raise ValueError("a chain without an end")
        return [sector for sector in sectors if sector < _END_OF_CHAIN]

    def _table(self, sectors: list[int]) -> tuple[int, ...]:
        return self._table_of(b"".join(map(self._sector, sectors)))

    @staticmethod
    def _table_of(data: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _walk(start, self._next)))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._data):
            raise ValueError("the file ends before its last sector")
        return self._data[start : start + self._size]


def _walk(start: int, following: tuple[int, ...]) -> list[int]:
    """The sectors of a chain; one that turns back upon itself is damage."""
    sectors: list[int] = []
    while start < _END_OF_CHAIN:
        sectors.append(start)
        if len(sectors) > len(following):
            raise ValueError("a chain without an end")
        start = following[start]
    return sectors


def _check_book(book: bytes, file: str) -> None:
    """Walk the records once: a password, where sheets begin, and the last row and column of each."""
    place = rows = columns = depth = 0
    sheets, seen = {0}, set()
    for place, kind, record in _records(book):
        if kind == _BOF:
            seen.add(place)
            if place in sheets:
                rows = columns = depth = 0
            else:
                depth += 1  # a chart within a sheet: its cells are no cells
        elif kind == _EOF:
            depth = max(0, depth - 1)
        elif kind == _SHEET and len(record) >= 4:
            sheets.add(int.from_bytes(record[:4], "little"))
        elif kind == _FILEPASS:
            raise Refusal(PROTECTED, file=file)
        elif kind == _DIMENSIONS and not _believable(record):
            raise Refusal(DAMAGED, file=file)
        elif kind in _CELLS and not depth and len(record) >= 6:
            row, column = _address(record)
            last = column if kind != _MULTIPLE else int.from_bytes(record[-2:], "little")
            rows, columns = max(rows, row + 1), max(columns, column + 1, last + 1)
            if rows * columns > MAX_CELLS:
                raise Refusal(TOO_SPREAD, file=file)
    if not sheets <= seen:
        raise Refusal(DAMAGED, file=file)


def _records(book: bytes) -> Iterator[tuple[int, int, bytes]]:
    place, end, head = 0, len(book) - 4, struct.Struct("<HH").unpack_from
    while place <= end:
        kind, length = head(book, place)
        yield place, kind, book[place + 4 : place + 4 + length]
        place += 4 + length


def _address(record: bytes) -> tuple[int, int]:
    return record[0] | record[1] << 8, record[2] | record[3] << 8


def _believable(record: bytes) -> bool:
    """Whether the reader may reserve memory for the size that a sheet claims to have."""
    layout = "<IIHH" if len(record) >= 14 else "<HHHH"
    first_row, end_row, first_column, end_column = map(int, struct.unpack_from(layout, record))
    if not end_row or not end_column:
        return True
    first_column = 0 if first_column > 0xFF or first_column > end_column else first_column
    return 0 < (end_row - first_row) * (end_column - first_column) <= _LARGEST
