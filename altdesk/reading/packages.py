"""Zipped workbooks and documents looked through before they are opened: what they are, how large, how far spread."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable
from enum import Enum

from altdesk.domain.errors import Refusal
from altdesk.reading import documents
from altdesk.reading.kinds import (
    DAMAGED,
    NOT_A_WORKBOOK,
    PROTECTED,
    SLIDES,
    TOO_LARGE_INSIDE,
    TOO_SPREAD,
    WORD,
    FileKind,
    refuse,
)
from altdesk.reading.tables import MAX_CELLS

MAX_UNPACKED = 400 * 1024 * 1024
MAX_MEMBERS = 10_000


class PackageKind(Enum):
    """The zipped files the reader opens."""

    XLSX = "xlsx"
    ODS = "ods"
    DOCX = "docx"


# Tags of a sheet other than those that nearly all are: among these would be cells and rows without a plain address.
_UNUSUAL_TAG = re.compile(rb'<(?!/|c r="|row r="|v>|is>|t>|f>)([^\s>/]*)')
_FAR_REF = re.compile(rb' r="(?![A-Z]?[0-9]{1,4}")([^"]*)"')  # all but those of the first columns and rows
_PLAIN_REF = re.compile(rb"[A-Za-z]{0,8}[0-9]{0,12}")
_FILLED_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)(?<!/)>(?!</)")
_ANY_REF = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]*\d*)[\"']")
_ROW_REF = re.compile(rb"<(?:\w+:)?row\b[^>]*\br\s*=\s*[\"'](\d+)[\"']")
_ROW = re.compile(rb"<(?:\w+:)?row\b")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_OPEN_ROW = re.compile(rb"<(?:\w+:)?table-row\b")  # of OpenDocument, where rows and cells may say that they repeat
_OPEN_CELL = re.compile(rb"<(?:\w+:)?(?:covered-)?table-cell\b")
_ROWS_REPEAT = re.compile(rb"number-rows-repeated\s*=\s*[\"'](\d{1,9})")
_COLUMNS_REPEAT = re.compile(rb"number-columns-repeated\s*=\s*[\"'](\d{1,9})")
_OPEN_FILLED = re.compile(rb"<(?:\w+:)?p\b|value-type")


def check(data: bytes, file: str) -> PackageKind:
    """Which workbook or document the zip is; a Refusal for anything that is none, or that would not fit into memory."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, struct.error, ValueError, OSError, NotImplementedError, EOFError):
        raise Refusal(DAMAGED, file=file) from None
    kind = _kind(data, members, file)
    used = [m for m in members if m.filename.endswith((".xml", ".rels"))]
    if any(m.flag_bits & 1 for m in used):
        raise Refusal(PROTECTED, file=file)
    if len(members) > MAX_MEMBERS or sum(m.file_size for m in used) > MAX_UNPACKED:
        raise Refusal(TOO_LARGE_INSIDE, file=file)
    for member in used:
        text = _unpacked(data, member, file)
        if kind is PackageKind.XLSX and b"sheetData" in text[:65536]:
            _check_spread(text, file)
        elif kind is PackageKind.ODS and member.filename == "content.xml":
            _check_repeats(text, file)
    return kind


def _kind(data: bytes, members: list[zipfile.ZipInfo], file: str) -> PackageKind:
    names = {m.filename for m in members}
    if "xl/workbook.xml" in names:
        return PackageKind.XLSX
    if "mimetype" in names:
        mimetype = next(m for m in members if m.filename == "mimetype")
        if mimetype.file_size < 200 and b"opendocument.spreadsheet" in _unpacked(data, mimetype, file):
            return PackageKind.ODS
    if documents.PART in names:
        return PackageKind.DOCX
    if any(n.startswith("word/") for n in names):
        raise Refusal(WORD, file=file)
    if any(n.startswith("ppt/") for n in names):
        raise Refusal(SLIDES, file=file)
    if any(n.startswith("xl/") for n in names) or "mimetype" in names:
        raise Refusal(NOT_A_WORKBOOK, file=file)
    raise refuse(FileKind.ARCHIVE, file)


def part(data: bytes, name: str, file: str) -> bytes:
    """One member of a package that was checked."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        member = package.getinfo(name)
    return _unpacked(data, member, file)


def _unpacked(data: bytes, member: zipfile.ZipInfo, file: str) -> bytes:
    """The member's bytes, exactly as many as the directory says: a directory that lies about a size is damage."""
    start = member.header_offset
    header = data[start : start + 30]
    if len(header) < 30 or header[:4] != b"PK\x03\x04":
        raise Refusal(DAMAGED, file=file)
    start += 30 + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    packed = data[start : start + member.compress_size]
    if member.compress_type == zipfile.ZIP_STORED:
        text = packed
    elif member.compress_type == zipfile.ZIP_DEFLATED:
        try:
            text = zlib.decompressobj(-15).decompress(packed, member.file_size + 1)
        except zlib.error:
            raise Refusal(DAMAGED, file=file) from None
    else:
        raise Refusal(DAMAGED, file=file)
    if len(text) != member.file_size:
        raise Refusal(DAMAGED, file=file)
    return text


def _check_spread(xml: bytes, file: str) -> None:
    """Refuse a sheet whose filled cells span more than memory should hold; the reader would span them all."""
    unusual = {name.rpartition(b":")[2] for name in set(_UNUSUAL_TAG.findall(xml))}
    if unusual.isdisjoint({b"c", b"row"}) and not any(name.startswith(b"!") for name in unusual):
        far = set(_FAR_REF.findall(xml))
        rows, columns = _reach(far)
        if max(rows, 9_999) * max(columns, 26) <= MAX_CELLS and all(map(_PLAIN_REF.fullmatch, far)):
            return
    filled = [_ANY_REF.search(match.group(1)) for match in _FILLED_CELL.finditer(xml)]
    rows, columns = _reach(ref.group(1) for ref in filled if ref)
    if None in filled:
        least_rows, least_columns = _unnumbered(xml)
        last_row, _ = _reach(match.group(1) for match in _ROW_REF.finditer(xml))
        rows, columns = max(rows, least_rows, last_row), max(columns, least_columns)
    if rows * columns > MAX_CELLS:
        raise Refusal(TOO_SPREAD, file=file)


def _check_repeats(xml: bytes, file: str) -> None:
    """The same for OpenDocument: a filled row or cell that repeats a million times is written in a few letters."""
    rows = columns = last = 0
    for row in _OPEN_ROW.split(xml)[1:]:
        rows += _times(_ROWS_REPEAT, row[: row.find(b">") + 1])
        if _OPEN_FILLED.search(row):
            last = rows
            columns = max(columns, _last_filled(row))
        if last * columns > MAX_CELLS:
            raise Refusal(TOO_SPREAD, file=file)


def _last_filled(row: bytes) -> int:
    """The last column of a row in which something stands."""
    column = last = 0
    for cell in _OPEN_CELL.split(row)[1:]:
        column += _times(_COLUMNS_REPEAT, cell[: cell.find(b">") + 1])
        last = column if _OPEN_FILLED.search(cell) else last
    return last


def _times(pattern: re.Pattern[bytes], tag: bytes) -> int:
    found = pattern.search(tag)
    return max(1, int(found[1])) if found else 1


def _unnumbered(xml: bytes) -> tuple[int, int]:
    """How far cells without an address can reach: as many rows and columns as are written."""
    rows = _ROW.split(xml)
    return len(rows), max(len(_CELL.findall(row)) for row in rows)


def _reach(refs: Iterable[bytes]) -> tuple[int, int]:
    """The last row and the last column of these addresses (`AB12`, or `12` for a row)."""
    rows = columns = 0
    for ref in refs:
        letters = ref.rstrip(b"0123456789")
        rows = max(rows, int(ref[len(letters) :][:12] or b"0"))
        columns = max(columns, _column(letters[:8]))
    return rows, columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
