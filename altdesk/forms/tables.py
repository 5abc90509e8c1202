"""Tables on pages: heads that repeat, rows that keep together, texts that stay in their cells."""

from __future__ import annotations

from typing import NamedTuple

from altdesk.forms.blocks import Align, Column, Face, Heads, Table
from altdesk.forms.flow import EPS, Flow, baseline, leading
from altdesk.forms.layout import Cell, Frame, Rule, Text
from altdesk.forms.marks import Box

PAD = 1.5  # mm left and right of a cell's text
HEAD_PAD = 0.9
TIGHT = 1.08  # leading of the sizes, inside cells
TIGHTER = 1.04  # of three lines and more
NUMBERED_HEIGHT = 5.0
NUMBERED_SIZE = 9.0
TALLEST_HEAD = 60.0  # mm
GROWN = 9.0  # pt: the least size of a row that grows anyway
HEADS_ALIKE = 8.5  # pt: heads take the size of the smallest among them, but not below this


class Fitted(NamedTuple):
    """A cell's text at the size that fits: lines with widths, size in pt, line distance and least height in mm."""

    lines: tuple[tuple[str, float], ...]
    size: float
    step: float
    air: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.step + 2 * self.air


class TablePlacer:
    """Sets one table into the flow."""

    def __init__(self, table: Table, flow: Flow) -> None:
        self.table = table
        self.flow = flow
        self.edges = [flow.left]
        for column in table.columns:
            self.edges.append(self.edges[-1] + column.width)
        self._fitted: list[dict[str, Fitted]] = [{} for _ in table.columns]
        self._heads = self._fit_heads()
        self._head_height = max([table.head_height, *(fitted.height for fitted in self._heads)])
        self._top = 0.0  # of the frame in the present region
        self._lines: list[float] = []  # y of the rules between rows
        self._begun = 0  # page of the last head

    @property
    def head(self) -> float:
        return self._head_height + (NUMBERED_HEIGHT if self.table.heads is Heads.NUMBERED else 0)

    def run(self) -> None:
        """Place head and rows; the head stands again on each page, not under a band kept free."""
        flow, least = self.flow, self.table.row_height
        ahead, last = flow.ahead, len(self.table.rows)
        flow.need(self.head + least + (ahead if last < 2 else 0))
        self._open()
        numbers = self.table.numbers or range(1, len(self.table.rows) + 1)
        columns = list(zip(self.table.columns, self._fitted, strict=True))
        for index, (number, row) in enumerate(zip(numbers, self.table.rows, strict=True), 1):
            cells: list[Fitted | None] = []
            tall = least
            for (column, kept), text in zip(columns, row, strict=True):
                if not text:
                    cells.append(None)
                    continue
                fitted = kept.get(text) or self._fit(column, text, kept)
                cells.append(fitted)
                if len(fitted.lines) > 1 and fitted.height > tall:
                    tall = fitted.height
            if tall > flow.room or (index == last and ahead and tall + ahead > flow.room):
                self._close()
                if tall > flow.tallest - self.head:
                    self._split_row(number, cells)
                    continue
                self._go_on(tall)
            self._row(number, cells, tall)
        self._close()

    def _fit_heads(self) -> list[Fitted]:
        """The heads at one size, as far as that keeps the narrow ones legible."""
        table = self.table
        sizes, most = table.head_sizes, max(table.head_sizes)
        heads: list[Fitted] = []
        for _ in range(2):
            heads = [
                self._try(
                    [column.head],
                    Face.BOLD,
                    tuple(size for size in sizes if size <= most) or sizes[-1:],
                    column.width - 2 * HEAD_PAD,
                    table.head_height,
                )
                for column in table.columns
            ]
            most = max(HEADS_ALIKE, min((fitted.size for fitted in heads), default=most))
        return [self._cut(fitted) for fitted in heads]

    def _cut(self, fitted: Fitted) -> Fitted:
        """A head that would leave no room for rows, ended with …; the forms' own words never are so long."""
        most = max(1, int(TALLEST_HEAD / fitted.step))
        if len(fitted.lines) <= most:
            return fitted
        width = self.flow.measure.width("…", Face.BOLD, fitted.size)
        return fitted._replace(lines=(*fitted.lines[: most - 1], ("…", width)))

    def _fit(self, column: Column, text: str, kept: dict[str, Fitted]) -> Fitted:
        width, least = column.width - 2 * PAD, self.table.row_height
        pieces = text.split("\n") if column.breaks else [text]
        fitted = self._try(pieces, Face.REGULAR, column.sizes, width, least)
        if fitted.height > least + EPS and fitted.size < GROWN:
            grown = tuple(size for size in column.sizes if size >= GROWN)[-1:]
            fitted = self._try(pieces, Face.REGULAR, grown or column.sizes[-1:], width, least)
        kept[text] = fitted
        return fitted

    def _try(self, pieces: list[str], face: Face, sizes: tuple[float, ...], width: float, height: float) -> Fitted:
        """The largest size at which the text keeps to the height and no word of a head is cut; else the smallest."""
        measure = self.flow.measure
        longest = max(" ".join(pieces).split(), key=len, default="") if face is Face.BOLD else ""
        fitted = None
        for size in sizes:
            lines = [line for piece in pieces for line in measure.wrap(piece, face, size, width)]
            step = leading(size, TIGHT if len(lines) < 3 else TIGHTER)
            fitted = Fitted(
                tuple((line, measure.width(line, face, size)) for line in lines), size, step, self.table.air
            )
            whole = not longest or measure.width(measure.shown(longest, face), face, size) <= width
            if fitted.height <= height + EPS and whole:
                break
        assert fitted is not None
        return fitted

    def _open(self) -> None:
        """Begin the table's part in the present region, with its head if the page has none yet."""
        flow = self.flow
        self._top = flow.y
        self._lines = []
        if self._begun == flow.page.number:
            return
        self._begun = flow.page.number
        for index, fitted in enumerate(self._heads):
            self._text(index, fitted, flow.y, self._head_height, Face.BOLD, Align.CENTRE)
        flow.y += self._head_height
        self._lines.append(flow.y)
        if self.table.heads is Heads.NUMBERED:
            for index in range(len(self._heads)):
                said = str(index + 1)
                width = flow.measure.width(said, Face.REGULAR, NUMBERED_SIZE)
                fitted = Fitted(((said, width),), NUMBERED_SIZE, leading(NUMBERED_SIZE, TIGHT), 0)
                self._text(index, fitted, flow.y, NUMBERED_HEIGHT, Face.REGULAR, Align.CENTRE)
            flow.y += NUMBERED_HEIGHT
            self._lines.append(flow.y)

    def _close(self) -> None:
        """Draw the frame and the rules of the part that ends here: few long lines."""
        flow, edges = self.flow, self.edges
        left, right, bottom = edges[0], edges[-1], flow.y
        if bottom <= self._top + EPS:
            return
        put = flow.page.rules.append
        for y in self._lines:
            if y < bottom - EPS:
                put(Rule(left, y, right, y, self.table.inner))
        for x in edges[1:-1]:
            put(Rule(x, self._top, x, bottom, self.table.inner))
        flow.page.frames.append(Frame(Box(left, self._top, right - left, bottom - self._top), self.table.frame))
        self._top = bottom
        self._lines = []

    def _go_on(self, tall: float) -> None:
        """Open the table again in the next region where a row of this height fits."""
        while True:
            self.flow.next_region()
            self._open()
            if tall <= self.flow.room or tall > self.flow.tallest - self.head:
                return
            self._close()

    def _row(self, number: int, cells: list[Fitted | None], tall: float) -> None:
        flow = self.flow
        page, y = flow.page, flow.y
        for index, column in enumerate(self.table.columns):
            fitted = cells[index]
            if fitted is not None:
                self._text(index, fitted, y, tall, Face.REGULAR, column.align)
            if column.write:
                page.cells.append(Cell(page.number, number, column.key, self.edges[index], y, column.width, tall))
        page.first = page.first or number
        page.last = number
        flow.y = y + tall
        self._lines.append(flow.y)

    def _text(self, index: int, fitted: Fitted, y: float, tall: float, face: Face, align: Align) -> None:
        """A cell's lines, in the middle of its height."""
        left, width = self.edges[index], self.table.columns[index].width
        box = Box(left, y, width, tall)
        step, size = fitted.step, fitted.size
        base = baseline(y + (tall - len(fitted.lines) * step) / 2, size, step)
        put = self.flow.page.texts.append
        for line, wide in fitted.lines:
            if align is Align.LEFT:
                x = left + PAD
            elif align is Align.CENTRE:
                x = left + (width - wide) / 2
            else:
                x = left + width - PAD - wide
            if line:
                put(Text(x, base, line, face, size, wide, box))
            base += step

    def _split_row(self, number: int, cells: list[Fitted | None]) -> None:
        """A row taller than any page, continued line by line; what is written in stands in its first part."""
        rest = list(cells)
        part = 0
        if self.flow.room < self.table.row_height * 2:
            self._go_on(self.table.row_height)
        while any(rest):
            room = self.flow.room - EPS - 2 * self.table.air
            now: list[Fitted | None] = []
            for index, fitted in enumerate(rest):
                if fitted is None:
                    now.append(None)
                    continue
                fits = max(1, int(room / fitted.step))
                now.append(fitted._replace(lines=fitted.lines[:fits]))
                left = fitted.lines[fits:]
                rest[index] = fitted._replace(lines=left) if left else None
            tall = max([self.table.row_height, *(fitted.height for fitted in now if fitted)])
            if part == 0:
                self._row(number, now, tall)
            else:
                self._continued(now, tall)
            part += 1
            if any(rest):
                self._close()
                self._go_on(self.table.row_height)

    def _continued(self, cells: list[Fitted | None], tall: float) -> None:
        for index, column in enumerate(self.table.columns):
            fitted = cells[index]
            if fitted is not None:
                self._text(index, fitted, self.flow.y, tall, Face.REGULAR, column.align)
        self.flow.y += tall
        self._lines.append(self.flow.y)
