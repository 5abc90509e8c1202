"""Word documents (.docx): their tables, read as a stream of tags without ever building the document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from altdesk.domain.cells import Cell
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.reading.kinds import DAMAGED, TOO_LARGE_INSIDE, TOO_SPREAD
from altdesk.reading.tables import MAX_CELLS, SheetRows, trimmed

PART = "word/document.xml"
MAX_PART = 64 * 1024 * 1024
MAX_COLUMNS = 64  # Word itself allows 63

NO_TABLES = N_("“%(file)s” is a Word document without a table. Choose the document that holds the table.")
_NOT_WORD = re.compile(rb"<!(?:DOCTYPE|ENTITY)|\x00")  # Word writes neither, nor anything but UTF-8
_SPACES = re.compile(r"[ \t\r\f\v]+")


def sheets(text: bytes, file: str) -> tuple[SheetRows, ...]:
    """The tables of a document, each as a sheet. Refused when there is none, and for a document that is no honest one.

    A cell that goes on over several rows says the same in each of them; a table within a cell is text of that cell.
    """
    if len(text) > MAX_PART:
        raise Refusal(TOO_LARGE_INSIDE, file=file)
    if _NOT_WORD.search(text):
        raise Refusal(DAMAGED, file=file)
    reader = _Reader(file)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.said
    try:
        parser.Parse(text, True)
    except expat.ExpatError:
        raise Refusal(NO_TABLES if not reader.tables else DAMAGED, file=file) from None
    found = (SheetRows(f"№ {at}", trimmed(rows)) for at, rows in enumerate(reader.tables, 1))
    filled = tuple(each for each in found if each.rows)
    if not filled:
        raise Refusal(NO_TABLES, file=file)
    return filled


@dataclass
class _Cell:
    text: list[str] = field(default_factory=list)
    span: int = 1
    goes_on: bool = False  # the cell above reaches into this row


class _Reader:
    """Gathers the rows of outermost tables while the tags go by."""

    def __init__(self, file: str) -> None:
        self.tables: list[list[list[Cell]]] = []
        self._file = file
        self._depth = 0  # tables one stands in
        self._row: list[Cell] | None = None
        self._cell: _Cell | None = None
        self._reads = False  # within a run of text
        self._cells = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "tbl":
            self._depth += 1
            if self._depth == 1:
                self.tables.append([])
        if self._depth != 1:
            self._inside(tag)
            return
        match tag:
            case "tr":
                self._row = []
            case "gridBefore" if self._row is not None:
                self._row += [None] * _number(attributes)
            case "tc":
                self._cell = _Cell()
            case "gridSpan" if self._cell is not None:
                self._cell.span = max(1, _number(attributes))
            case "vMerge" if self._cell is not None:
                self._cell.goes_on = _value(attributes) != "restart"
            case _:
                self._inside(tag)

    def _inside(self, tag: str) -> None:
        if self._cell is None:
            return
        if tag == "t":
            self._reads = True
        elif tag in {"tab", "br", "cr"}:
            self._cell.text.append(" " if tag == "tab" else "\n")

    def end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if tag == "t":
            self._reads = False
        elif tag == "p" and self._cell is not None:
            self._cell.text.append("\n")
        elif tag == "tc" and self._depth == 1:
            self._end_cell()
        elif tag == "tr" and self._depth == 1 and self._row is not None:
            self.tables[-1].append(self._row[:MAX_COLUMNS])
            self._row = None
        elif tag == "tbl":
            self._depth -= 1

    def said(self, text: str) -> None:
        if self._reads and self._cell is not None:
            self._cell.text.append(text)

    def _end_cell(self) -> None:
        cell, row = self._cell, self._row
        self._cell = None
        if cell is None or row is None:
            return
        value: Cell = _tidy("".join(cell.text)) or None
        above = self.tables[-1][-1] if self.tables[-1] else []
        if cell.goes_on and value is None and len(row) < len(above):
            value = above[len(row)]
        row += [value, *[None] * (min(cell.span, MAX_COLUMNS) - 1)]
        self._cells += cell.span
        if self._cells > MAX_CELLS:
            raise Refusal(TOO_SPREAD, file=self._file)


def _tidy(text: str) -> str:
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _value(attributes: Mapping[str, str]) -> str:
    return next((value for name, value in attributes.items() if name.rpartition(":")[2] == "val"), "")


def _number(attributes: Mapping[str, str]) -> int:
    value = _value(attributes)
    return min(int(value), MAX_COLUMNS) if value.isdecimal() and len(value) < 6 else 0
