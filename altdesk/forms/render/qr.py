"""QR codes as drawing operators: ReportLab's encoder for the codewords, rows of modules as whole numbers for speed.

ReportLab tries the eight masks module by module, 3 ms for each code; a sheet of a thousand rows has 46 different ones.
Here the parts that never change are asked of it once, and a mask is judged by bit operations on rows and columns.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from altdesk.forms.marks import MODULES

VERSION = 2
MOST = 29  # alphanumerics at level Q
WIDE = MODULES - 1
PAIRS = (1 << WIDE) - 1  # neighbouring modules of a line
FINDERS = ("10111010000", "00001011101")  # what looks like a corner, with its white
DATA = CORRECTION = 22  # codewords
PADDING = (0xEC, 0x11) * DATA
Lines = tuple[int, ...]


@lru_cache(maxsize=512)
def operators(text: str) -> str:
    """Path of a version 2 level Q code in module units, y upwards from the lower left corner; filled."""
    out = []
    for row, line in enumerate(modules(text)):
        column = 0
        for black, run in groupby(f"{line:0{MODULES}b}"):
            wide = len(list(run))
            if black == "1":
                out.append(f"{column} {WIDE - row} {wide} 1 re")
            column += wide
    return "\n".join(out) + "\nf"


def modules(text: str) -> Lines:
    """The rows of a code, each a number whose highest bit is the leftmost module, dark is 1.

    Raises ValueError for a text that version 2 level Q cannot hold as alphanumerics.
    """
    rows, columns = [0] * MODULES, [0] * MODULES
    for codeword, places in zip(_codewords(text), _places(), strict=True):
        for bit, row, row_bit, column, column_bit in places:
            if codeword & bit:
                rows[row] |= row_bit
                columns[column] |= column_bit
    tried = [
        (_flip(mask_rows, rows), _flip(mask_columns, columns)) for mask_rows, mask_columns in map(_blank, range(8))
    ]
    return min(tried, key=lambda code: _penalty(*code))[0]


def _flip(blank: Lines, data: list[int]) -> Lines:
    return tuple(line ^ bits for line, bits in zip(blank, data, strict=True))


def _codewords(text: str) -> list[int]:
    """The 22 data and 22 correction codewords; the correction is the remainder in GF(256)."""
    from reportlab.graphics.barcode.qrencoder import EXP_TABLE, LOG_TABLE, QRAlphaNum, QRBitBuffer

    if len(text) > MOST:
        raise ValueError("too long for a version 2 code at level Q")
    buffer = QRBitBuffer()
    QRAlphaNum(text).write(buffer, VERSION)
    data = [*buffer.buffer, 0][: (buffer.getLengthInBits() + 4 + 7) // 8]
    data = [*data, *PADDING][:DATA]
    rest = [*data, *([0] * CORRECTION)]
    for index in range(DATA):
        if rest[index]:
            log = LOG_TABLE[rest[index]]
            for place, factor in enumerate(_generator(), index):
                rest[place] ^= EXP_TABLE[(log + factor) % 255]
    return data + rest[DATA:]


@cache
def _generator() -> tuple[int, ...]:
    """Logarithms of the generator polynomial's coefficients."""
    from reportlab.graphics.barcode.qrencoder import LOG_TABLE, QRUtil

    return tuple(LOG_TABLE[number] for number in QRUtil.getErrorCorrectPolynomial(CORRECTION).num)


@cache
def _places() -> tuple[tuple[tuple[int, int, int, int, int], ...], ...]:
    """Where the bits of each codeword stand: bit, row and its bit, column and its bit."""
    code = _bare()
    code.makeImpl(False, 0)
    bits = [
        (0x80 >> (index & 7), row, 1 << (WIDE - column), column, 1 << (WIDE - row))
        for index, (column, row) in enumerate(code.dataPosIterator())
    ]
    return tuple(tuple(bits[start : start + 8]) for start in range(0, (DATA + CORRECTION) * 8, 8))


@cache
def _blank(mask: int) -> tuple[Lines, Lines]:
    """Rows and columns of a code with this mask and no data bit set."""
    code = _bare()
    code.makeImpl(False, mask)
    square = [[bool(module) for module in row] for row in code.modules]
    return tuple(map(_number, square)), tuple(_number(list(line)) for line in zip(*square, strict=True))


def _bare() -> Any:
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(VERSION, QRErrorCorrectLevel.Q)
    code.dataCache = [0] * (DATA + CORRECTION)
    return code


def _number(line: list[bool]) -> int:
    return int("".join("1" if dark else "0" for dark in line), 2)


def _finders(line: int) -> int:
    """How many places of a line look like a corner."""
    light = ~line
    found = 0
    for finder in FINDERS:
        here = (1 << (MODULES - 10)) - 1
        for shift, dark in enumerate(reversed(finder)):
            here &= (line if dark == "1" else light) >> shift
            if not here:
                break
        found += here.bit_count()
    return found


def _penalty(rows: Lines, columns: Lines) -> int:
    """How badly a code reads, by the four rules of ISO/IEC 18004, 7.8.3."""
    score = 0
    before = same_before = -1
    for lines in (rows, columns):
        for line in lines:
            same = ~(line ^ line >> 1) & PAIRS
            runs = same & same >> 1 & same >> 2 & same >> 3
            if runs:
                score += runs.bit_count() + 2 * (runs & ~(runs << 1)).bit_count()
            if lines is rows:
                if before >= 0:
                    score += 3 * (same & same_before & ~(line ^ before)).bit_count()
                before, same_before = line, same
            score += 40 * _finders(line)
    dark = sum(line.bit_count() for line in rows)
    return score + 10 * (abs(100 * dark // MODULES**2 - 50) // 5)
