"""An audit binder as one PDF: papers in one set of fonts, scans taken in, an outline, and every page numbered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any

from altdesk.forms.blocks import Face
from altdesk.forms.layout import Layout, Text
from altdesk.forms.marks import Box
from altdesk.forms.measure import MM_PER_PT
from altdesk.forms.render import scans
from altdesk.forms.render.apart import Source, Writing
from altdesk.forms.render.fonts import FILES, font, widths
from altdesk.forms.render.pdf import PT, SURROGATES, Pen
from altdesk.forms.render.scans import ScanPage
from altdesk.forms.sheets.binder import Line

NUMBER_SIZE, NUMBER_Y = 8.0, 7.0  # pt, mm from the upper edge: above the heads of all forms and the squares
NUMBER_X = 25.0  # mm: the middle is that of «КҮШІ ЖОЙЫЛДЫ», the right end that of a code
Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class Part:
    """What the binder holds: a paper laid out when its turn comes, or a scan and the paper that stands for it
    where it cannot be shown."""

    title: str
    level: int
    layout: Callable[[], Layout]
    scan: Source | None = None


@dataclass(frozen=True)
class Binder:
    """A binder that is written: its pages, and where each part begins."""

    pages: int
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class _Leaves:
    """The pages of one part; the rows of the contents lead to pages."""

    title: str
    level: int
    layout: Layout | None
    scan: tuple[ScanPage, ...] = ()
    leads: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        return len(self.layout.pages) if self.layout is not None else len(self.scan)


def bind(
    parts: Sequence[Part],
    contents: Callable[[Sequence[Line]], Layout],
    out: IO[bytes],
    *,
    title: str,
    first: str,
    number: str,
    author: str,
    language: str,
    tell: Tell,
) -> Binder:
    """Write the binder to `out`. `first` is what the outline calls the contents; `number` has %(page)s and %(pages)s.

    `tell` hears how far it is and may raise to stop. The same papers and scans give the same bytes.
    """
    total = 2 * len(parts) + 1
    leaves = []
    for done, part in enumerate(parts):
        tell(done, total)
        leaves.append(_laid(part))
    before = len(contents(_lines(leaves, 1)).pages)
    lines = _lines(leaves, before + 1)
    every = [_Leaves(first, 0, contents(lines), leads=tuple(line.page for line in lines)), *leaves]
    writer = _Writer(sum(each.count for each in every), number, title=title, author=author, language=language)
    for done, each in enumerate(every):
        tell(len(parts) + done, total)
        writer.put(each)
    writer.finish(out, lambda: tell(total - 1, total))
    tell(total, total)
    return Binder(writer.pages, lines)


def _laid(part: Part) -> _Leaves:
    shown = scans.pages(part.scan) if part.scan is not None else []
    return _Leaves(part.title, part.level, None if shown else part.layout(), tuple(shown))


def _lines(leaves: Sequence[_Leaves], page: int) -> tuple[Line, ...]:
    lines = []
    for each in leaves:
        lines.append(Line(each.title, page, each.level))
        page += each.count
    return tuple(lines)


class _Writer:
    """Draws page after page on one canvas; scanned PDFs are laid under their pages at the end."""

    def __init__(self, pages: int, number: str, *, title: str, author: str, language: str) -> None:
        from reportlab.pdfgen.canvas import Canvas

        font(Face.REGULAR)
        self.pages = pages
        self._number = number
        self._at = 0
        self._level = -1
        self._under: list[tuple[int, ScanPage]] = []
        self._buffer = BytesIO()
        self._canvas: Any = Canvas(
            self._buffer,
            invariant=True,
            pageCompression=1,
            lang=language,
            initialFontName=FILES[Face.REGULAR],
            initialFontSize=11,
        )
        self._canvas.setTitle(title.translate(SURROGATES))
        self._canvas.setAuthor(author.translate(SURROGATES))
        self._canvas.setCreator("altdesk")
        self._canvas.setProducer("altdesk, ReportLab")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._canvas.showOutline()

    def put(self, leaves: _Leaves) -> None:
        """The pages of a part; the outline names the first of them."""
        entry: str | None = leaves.title
        if leaves.layout is not None:
            setup = leaves.layout.setup
            pen = Pen(self._canvas, setup.height)
            for page in leaves.layout.pages:
                self._begin(setup.width * PT, setup.height * PT, entry, leaves.level)
                self._canvas._code.append(pen.operators(page))
                for row, box in page.rows.items() if leaves.leads else ():
                    self._link(box, setup.height, leaves.leads[row - 1])
                self._end(setup.width, pen)
                entry = None
        for scan in leaves.scan:
            self._begin(scan.width, scan.height, entry, leaves.level)
            self._scan(scan)
            self._end(scan.width * MM_PER_PT, Pen(self._canvas, scan.height * MM_PER_PT))
            entry = None

    def finish(self, out: IO[bytes], heard: Callable[[], None]) -> None:
        """Write the file; `heard` is called as the pictures of scans are copied into it."""
        from reportlab import rl_config

        before, rl_config.useA85 = rl_config.useA85, 0
        try:
            self._canvas.save()
        finally:
            rl_config.useA85 = before
        if self._under:
            self._with_scans(out, heard)
        else:
            out.write(self._buffer.getbuffer())

    def _begin(self, width: float, height: float, entry: str | None, level: int) -> None:
        self._canvas.setPageSize((width, height))
        self._at += 1
        if entry is not None:
            self._level = min(level, self._level + 1)  # an outline goes down a step at a time
            key = f"p{self._at}"
            self._canvas.bookmarkPage(key)
            self._canvas.addOutlineEntry(entry.translate(SURROGATES), key, level=self._level)

    def _end(self, width: float, pen: Pen) -> None:
        said = self._number % {"page": self._at, "pages": self.pages}
        known = widths(Face.REGULAR)
        wide = sum(known.get(letter, 0.5) for letter in said) * NUMBER_SIZE * MM_PER_PT
        left = max(0.0, min(NUMBER_X, (width - wide) / 2))
        text = Text(left, NUMBER_Y, said, Face.REGULAR, NUMBER_SIZE, wide, Box(left, NUMBER_Y - 3, wide, 4))
        self._canvas._code.append(pen.texts([text]))
        self._canvas.showPage()

    def _link(self, box: Box, height: float, page: int) -> None:
        """Let a place of the present page lead to a page that an entry of the outline names."""
        left, right, upper, lower = box.x, box.x + box.w, height - box.y, height - box.y - box.h
        self._canvas.linkRect("", f"p{page}", (left * PT, lower * PT, right * PT, upper * PT), thickness=0)

    def _scan(self, scan: ScanPage) -> None:
        if not scan.picture:
            self._under.append((self._at - 1, scan))
            return
        width, height = scan.source.getSize()
        self._canvas.drawImage(
            scan.source, scan.left, scan.bottom, width * scan.scale, height * scan.scale, mask="auto"
        )  # fmt: skip

    def _with_scans(self, out: IO[bytes], heard: Callable[[], None]) -> None:
        from pypdf import PdfWriter

        writer = PdfWriter(clone_from=self._buffer)
        for at, scan in self._under:
            scans.lay(writer.pages[at], scan)
        writing: Any = Writing(out, heard)
        writer.write(writing)
