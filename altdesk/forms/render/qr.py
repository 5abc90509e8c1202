"""QR codes as drawing operators: ReportLab's encoder for the codewords, a square of modules as one number for speed.

ReportLab tries the eight masks module by module, 3 ms for each code; a sheet of a thousand rows has 46 different ones.
Here the parts that never change are asked of it once, and a whole square is one number, judged by few bit operations:
line after line of modules, its first line the lowest, the first module of a line the highest bit of it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from altdesk.forms.marks import MODULES

VERSION = 2
MOST = 29  # alphanumerics at level Q
WIDE = MODULES - 1
LINE = (1 << MODULES) - 1
EACH = sum(1 << MODULES * line for line in range(MODULES))  # the lowest bit of every line
PAIRS = EACH * ((1 << WIDE) - 1)  # neighbouring modules of a line
STARTS = EACH * ((1 << MODULES - 10) - 1)  # where eleven modules of a line can begin
FINDERS = tuple(  # what looks like a corner, with its white: the shifts where it is dark and where light
    tuple(tuple(shift for shift, module in enumerate(reversed(finder)) if module == wanted) for wanted in "10")
    for finder in ("10111010000", "00001011101")
)
DATA = CORRECTION = 22  # codewords
PADDING = (0xEC, 0x11) * DATA


@lru_cache(maxsize=512)
def operators(text: str) -> str:
    """Path of a version 2 level Q code in module units, y upwards from the lower left corner; stroked one module wide.

    Lines and not rectangles: whoever looks for tables in the file takes upright edges for columns.
    """
    out = ["1 w"]
    for row, line in enumerate(modules(text)):
        column = 0
        for black, run in groupby(f"{line:0{MODULES}b}"):
            wide = len(list(run))
            if black == "1":
                y = WIDE - row + 0.5
                out.append(f"{column} {y} m {column + wide} {y} l")
            column += wide
    return "\n".join(out) + "\nS"


def modules(text: str) -> tuple[int, ...]:
    """The rows of a code, each a number whose highest bit is the leftmost module, dark is 1.

    Raises ValueError for a text that version 2 level Q cannot hold as alphanumerics.
    """
    rows = columns = 0
    for codeword, places in zip(_codewords(text), _places(), strict=True):
        for bit, row_bit, column_bit in places:
            if codeword & bit:
                rows |= row_bit
                columns |= column_bit
    tried = [(mask_rows ^ rows, mask_columns ^ columns) for mask_rows, mask_columns in map(_blank, range(8))]
    square = min(tried, key=lambda code: _penalty(*code))[0]
    return tuple(square >> MODULES * row & LINE for row in range(MODULES))


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
def _places() -> tuple[tuple[tuple[int, int, int], ...], ...]:
    """Where the bits of each codeword stand: bit, its place in the square of rows and in the square of columns."""
    code = _bare()
    code.makeImpl(False, 0)
    bits = [
        (0x80 >> (index & 7), 1 << MODULES * row + WIDE - column, 1 << MODULES * column + WIDE - row)
        for index, (column, row) in enumerate(code.dataPosIterator())
    ]
    return tuple(tuple(bits[start : start + 8]) for start in range(0, (DATA + CORRECTION) * 8, 8))


@cache
def _blank(mask: int) -> tuple[int, int]:
    """The square of rows and the square of columns of a code with this mask and no data bit set."""
    code = _bare()
    code.makeImpl(False, mask)
    square = [[bool(module) for module in row] for row in code.modules]
    return _number(square), _number([list(line) for line in zip(*square, strict=True)])


def _bare() -> Any:
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(VERSION, QRErrorCorrectLevel.Q)
    code.dataCache = [0] * (DATA + CORRECTION)
    return code


def _number(square: list[list[bool]]) -> int:
    return int("".join("1" if dark else "0" for line in reversed(square) for dark in line), 2)


def _penalty(rows: int, columns: int) -> int:
    """How badly a code reads, by the four rules of ISO/IEC 18004, 7.8.3."""
    score = 0
    for square in (rows, columns):
        same = ~(square ^ square >> 1) & PAIRS
        runs = same & same >> 1 & same >> 2 & same >> 3
        score += runs.bit_count() + 2 * (runs & ~(runs << 1)).bit_count()
        if square is rows:
            score += 3 * (same & same >> MODULES & ~(square ^ square >> MODULES)).bit_count()
        light = ~square
        for dark_at, light_at in FINDERS:
            here = STARTS
            for shift in dark_at:
                here &= square >> shift
            for shift in light_at:
                here &= light >> shift
            score += 40 * here.bit_count()
    return score + 10 * (abs(100 * rows.bit_count() // MODULES**2 - 50) // 5)
