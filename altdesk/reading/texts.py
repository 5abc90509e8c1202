"""Text tables (.csv, .tsv, .txt): the delimiter is found out, quotes and line breaks in cells are kept."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from altdesk.domain.cells import Cell
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.remarks import Remark
from altdesk.reading.encodings import decode
from altdesk.reading.kinds import TOO_SPREAD
from altdesk.reading.tables import MAX_CELLS, trimmed

DELIMITERS = ";\t,|"
NOT_TEXT = N_("“%(file)s” is not a list: it holds no readable text. Choose an Excel or CSV file.")
BAD_QUOTES = N_("The quotation marks in “%(file)s” do not match. Open it in Excel, save it as .xlsx and import that.")

_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\ufffd]")
_SEP = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_SAMPLE_ROWS = 50
_CELL_LIMIT = 1_000_000
MOST_DELIMITERS = 5 * MAX_CELLS  # those of empty rows and inside quotation marks among them


def rows(data: bytes, file: str) -> tuple[list[list[Cell]], list[Remark]]:
    """The rows of the text and remarks about it. Refused when it is no text, or its quotes swallow the file."""
    text, remarks = decode(data)
    head = text[:65536]
    if len(_CONTROLS.findall(head)) * 20 > len(head):
        raise Refusal(NOT_TEXT, file=file)
    named = _SEP.match(text)
    delimiter = named[1] if named else sniff(head)
    csv.field_size_limit(_CELL_LIMIT)
    if text.count(delimiter) > MOST_DELIMITERS:
        raise Refusal(TOO_SPREAD, file=file)
    try:
        found = _cells(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), file)
    except (csv.Error, TypeError, ValueError):
        raise Refusal(BAD_QUOTES, file=file) from None
    if named:
        found[0] = []
    while found and not found[-1]:
        found.pop()
    if len(found) * max(map(len, found), default=0) > MAX_CELLS:
        raise Refusal(TOO_SPREAD, file=file)
    return trimmed(found), remarks


def _cells(rows: Iterable[list[str]], file: str) -> list[list[Cell]]:
    """The cells of the rows; what is empty from end to end takes no room. Refused as soon as they are too many."""
    found: list[list[Cell]] = []
    cells = 0
    for row in rows:
        filled: list[Cell] = [cell or None for cell in row] if any(row) else []
        cells += len(filled)
        if cells > MAX_CELLS:
            raise Refusal(TOO_SPREAD, file=file)
        found.append(filled)
    return found


def sniff(text: str) -> str:
    """The delimiter that cuts the first rows into the same number of cells most often; at a draw, into more cells."""
    return max(DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))


def _evenness(text: str, delimiter: str) -> tuple[int, int]:
    try:
        sample = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _SAMPLE_ROWS))
    except csv.Error:
        return 0, 0
    widths = Counter(len(row) for row in sample if len(row) > 1)
    if not widths:
        return 0, 0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return count, width
