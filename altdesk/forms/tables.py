"""Tables on pages: heads that repeat, rows that keep together, texts that stay in their cells."""

from __future__ import annotations

from altdesk.forms.blocks import Align, Column, Face, Heads, Shade, Table
from altdesk.forms.fitting import TIGHT, Fitted, fit
from altdesk.forms.flow import EPS, Flow, baseline, leading
from altdesk.forms.heads import NUMBERED_HEIGHT, Head
from altdesk.forms.layout import Cell, Frame, Rule, Text
from altdesk.forms.marks import Box
from altdesk.forms.shading import STRIP, shade

PAD = 1.5  # mm left and right of a cell's text
NUMBERED_SIZE = 9.0
BAND_SIZES = (10.5, 10.0)  # pt
GROWN = 9.0  # pt: the least size of a row that grows anyway


class TablePlacer:
    """Sets one table into the flow."""

    def __init__(self, table: Table, flow: Flow) -> None:
        self.table = table
        self.flow = flow
        self.edges = [flow.left]
        for column in table.columns:
            self.edges.append(self.edges[-1] + column.width)
        self._fitted: list[dict[str, Fitted]] = [{} for _ in table.columns]
        self.head = Head(table, flow.measure)
        self._top = 0.0  # of the frame in the present region
        self._lines: list[float] = []  # y of the rules between rows
        self._begun = 0  # page of the last head
        self._under = 0.0  # y of the lower heads in the present region
        self._shades: tuple[Shade, ...] = ()  # of the present row
        marks = ((column, shade) for row in table.shades for column, shade in zip(table.columns, row, strict=True))
        self._marked = {column.key for column, shade in marks if shade is not Shade.PLAIN}

    def run(self) -> None:
        """Place head and rows; the head stands again on each page, not under a band kept free, and never without the
        first of its rows."""
        flow, rows = self.flow, self.table.rows
        ahead = flow.ahead
        flow.need(self.least + (self._under_row(0, ahead) if rows else ahead))
        self._open()
        numbers = self.table.numbers or range(1, len(rows) + 1)
        marked = self.table.shades or ((),) * len(rows)
        for at, (number, shades) in enumerate(zip(numbers, marked, strict=True)):
            if at in self.table.bands:
                self._band(rows[at][0])
                continue
            self._shades = shades
            cells, tall = self._row_of(at)
            under = tall + self._under_row(at, ahead)
            if tall > flow.room or flow.room < under <= flow.tallest - self.head.height:
                self._close()
                if tall > flow.tallest - self.head.height:
                    self._split_row(number, cells)
                    continue
                self._go_on(tall)
            self._row(number, cells, tall)
        self._close()

    @property
    def least(self) -> float:
        """The room the table wants where it begins, mm: its head and the first of its rows."""
        rows = self.table.rows
        return self.head.height + (self.table.row_height if 0 in self.table.bands or not rows else self._row_of(0)[1])

    def _under_row(self, at: int, ahead: float) -> float:
        """What must stand on the page of a row, mm: the sum under the last but one, what follows under the last."""
        last = len(self.table.rows) - 1
        if at == last:
            return ahead
        return self._row_of(last)[1] + ahead if self.table.summed and at == last - 1 else 0.0

    def _row_of(self, at: int) -> tuple[list[Fitted | None], float]:
        """The cells of a row and how high it is."""
        cells: list[Fitted | None] = []
        tall = self.table.row_height
        for column, kept, text in zip(self.table.columns, self._fitted, self.table.rows[at], strict=True):
            if not text:
                cells.append(None)
                continue
            fitted = kept.get(text) or self._fit(column, text, kept)
            if self.table.bold and (at, len(cells)) in self.table.bold:
                fitted = self._fit(column, text, {}, Face.BOLD)
            cells.append(fitted)
            if len(fitted.lines) > 1 and fitted.height > tall:
                tall = fitted.height
        return cells, tall

    def _fit(self, column: Column, text: str, kept: dict[str, Fitted], face: Face = Face.REGULAR) -> Fitted:
        width, least = column.width - 2 * PAD - (STRIP if column.key in self._marked else 0), self.table.row_height
        measure, air = self.flow.measure, self.table.air
        fitted = fit(measure, text, face, column.sizes, width, least, air, breaks=column.breaks)
        if fitted.height > least + EPS and fitted.size < GROWN:
            grown = tuple(size for size in column.sizes if size >= GROWN)[-1:]
            fitted = fit(measure, text, face, grown or column.sizes[-1:], width, least, air, breaks=column.breaks)
        kept[text] = fitted
        return fitted

    def _open(self) -> None:
        """Begin the table's part in the present region, with its head if the page has none yet."""
        flow, head = self.flow, self.head
        self._top = self._under = flow.y
        self._lines = []
        if self._begun == flow.page.number:
            return
        self._begun = flow.page.number
        self._under = flow.y + head.upper
        for span, fitted in zip(head.spans, head.over, strict=True):
            left, right = self.edges[span.first], self.edges[span.last + 1]
            self._write(fitted, Box(left, flow.y, right - left, head.upper), Align.CENTRE)
            flow.page.rules.append(Rule(left, self._under, right, self._under, self.table.inner))
        for index, fitted in enumerate(head.heads):
            top = head.top_of(index)
            self._text(index, fitted, flow.y + top, head.level - top)
        flow.y += head.level
        self._lines.append(flow.y)
        if self.table.heads is Heads.NUMBERED:
            for index in range(len(head.heads)):
                said = str(index + 1)
                width = flow.measure.width(said, Face.REGULAR, NUMBERED_SIZE)
                fitted = Fitted(((said, width),), NUMBERED_SIZE, leading(NUMBERED_SIZE, TIGHT), 0)
                self._text(index, fitted, flow.y, NUMBERED_HEIGHT)
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
        for index, x in enumerate(edges[1:-1], 1):
            put(Rule(x, self._under if self.head.within(index) else self._top, x, bottom, self.table.inner))
        flow.page.frames.append(Frame(Box(left, self._top, right - left, bottom - self._top), self.table.frame))
        self._top = self._under = bottom
        self._lines = []

    def _band(self, text: str) -> None:
        """One text over the whole width, in a frame of its own; it does not stay behind without a row."""
        left, width, least = self.edges[0], self.edges[-1] - self.edges[0], self.table.row_height
        fitted = fit(self.flow.measure, text, Face.BOLD, BAND_SIZES, width - 2 * PAD, least, self.table.air)
        tall = max(least, fitted.height)
        if tall + least > self.flow.room:
            self._close()
            self._go_on(tall + least)
        self._close()
        box = Box(left, self.flow.y, width, tall)
        self._write(fitted, box, Align.CENTRE)
        self.flow.page.frames.append(Frame(box, self.table.frame))
        self.flow.y += tall
        self._top = self._under = self.flow.y

    def _go_on(self, tall: float) -> None:
        """Open the table again in the next region where a row of this height fits."""
        while True:
            self.flow.next_region()
            self._open()
            if tall <= self.flow.room or tall > self.flow.tallest - self.head.height:
                return
            self._close()

    def _row(self, number: int, cells: list[Fitted | None], tall: float) -> None:
        flow = self.flow
        page, y = flow.page, flow.y
        for index, column in enumerate(self.table.columns):
            self._cell(index, cells[index], tall)
            if column.write:
                page.cells.append(Cell(page.number, number, column.key, self.edges[index], y, column.width, tall))
        page.first = page.first or number
        page.last = number
        page.rows[number] = Box(self.edges[0], y, self.edges[-1] - self.edges[0], tall)
        flow.y = y + tall
        self._lines.append(flow.y)

    def _cell(self, index: int, fitted: Fitted | None, tall: float) -> None:
        """A cell of a row at the present height: its mark, and its text beside it."""
        column = self.table.columns[index]
        box = Box(self.edges[index], self.flow.y, column.width, tall)
        if self._shades:
            box = shade(self.flow.page, box, self._shades[index])
        if fitted is not None:
            self._write(fitted, box, column.align)

    def _text(self, index: int, fitted: Fitted, y: float, tall: float) -> None:
        """The lines of a head, in the middle of its height."""
        self._write(fitted, Box(self.edges[index], y, self.table.columns[index].width, tall), Align.CENTRE)

    def _write(self, fitted: Fitted, box: Box, align: Align) -> None:
        step, size = fitted.step, fitted.size
        base = baseline(box.y + (box.h - len(fitted.lines) * step) / 2, size, step)
        put = self.flow.page.texts.append
        for line, wide in fitted.lines:
            if align is Align.LEFT:
                x = box.x + PAD
            elif align is Align.CENTRE:
                x = box.x + (box.w - wide) / 2
            else:
                x = box.x + box.w - PAD - wide
            if line:
                put(Text(x, base, line, fitted.face, size, wide, box))
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
                self._continued(number, now, tall)
            part += 1
            if any(rest):
                self._close()
                self._go_on(self.table.row_height)

    def _continued(self, number: int, cells: list[Fitted | None], tall: float) -> None:
        left, right = self.edges[0], self.edges[-1]
        self.flow.page.rows.setdefault(number, Box(left, self.flow.y, right - left, tall))
        for index, fitted in enumerate(cells):
            self._cell(index, fitted, tall)
        self.flow.y += tall
        self._lines.append(self.flow.y)
