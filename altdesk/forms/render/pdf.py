"""A laid out paper as PDF: ReportLab's canvas, operators written directly, same bytes for the same paper."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from altdesk.forms.blocks import Face
from altdesk.forms.layout import Layout, Page, Shape, Text
from altdesk.forms.marks import MODULES
from altdesk.forms.measure import MM_PER_PT
from altdesk.forms.render.fonts import FILES, font
from altdesk.forms.render.qr import operators

PT = 1 / MM_PER_PT
SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


class PdfWriter:
    """Writes the pages of one layout. All pages' texts pass through the fonts, also of pages not printed, so that a
    page reprinted alone has the very operators it has in the whole paper."""

    def __init__(self, layout: Layout, *, title: str, author: str, subject: str, language: str) -> None:
        from reportlab.pdfgen.canvas import Canvas

        font(Face.REGULAR)
        self._layout = layout
        self._size = (layout.setup.width * PT, layout.setup.height * PT)
        self._buffer = BytesIO()
        self._canvas: Any = Canvas(
            self._buffer,
            pagesize=self._size,
            invariant=True,
            pageCompression=1,
            lang=language,
            initialFontName=FILES[Face.REGULAR],
            initialFontSize=11,
        )
        self._canvas.setTitle(title.translate(SURROGATES))
        self._canvas.setAuthor(author.translate(SURROGATES) or "altdesk")
        self._canvas.setSubject(subject.translate(SURROGATES))
        self._canvas.setCreator("altdesk")
        self._canvas.setProducer("altdesk, ReportLab")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def write(self, chosen: tuple[int, ...]) -> bytes:
        """The file with the chosen pages; streams are compressed and left binary."""
        from reportlab import rl_config

        before, rl_config.useA85 = rl_config.useA85, 0
        try:
            return self._write(chosen)
        finally:
            rl_config.useA85 = before

    def _write(self, chosen: tuple[int, ...]) -> bytes:
        canvas = self._canvas
        pen = Pen(canvas, self._layout.setup.height)
        for page in self._layout.pages:
            code = pen.operators(page)
            if page.number not in chosen:
                continue
            canvas._code.append(code)
            self._outline(page.number)
            self._links(page, chosen)
            canvas.showPage()
        canvas.save()
        return self._buffer.getvalue()

    def _outline(self, number: int) -> None:
        for index, entry in enumerate(entry for entry in self._layout.outline if entry.page == number):
            key = f"p{number}-{index}"
            self._canvas.bookmarkPage(key)
            self._level = min(entry.level, self._level + 1)
            self._canvas.addOutlineEntry(entry.title.translate(SURROGATES), key, level=self._level)

    def _links(self, page: Page, chosen: tuple[int, ...]) -> None:
        """Places that others lead to, and what leads from this page to pages that are in the file."""
        height, canvas = self._layout.setup.height, self._canvas
        for y in sorted({link.y for each in self._layout.pages for link in each.links if link.page == page.number}):
            canvas.bookmarkHorizontal(f"to{page.number}-{y:.2f}", 0, (height - y) * PT)
        for box, target, y in page.links:
            if target in chosen:
                place = (box.x * PT, (height - box.y - box.h) * PT, (box.x + box.w) * PT, (height - box.y) * PT)
                canvas.linkRect("", f"to{target}-{y:.2f}", place, relative=0, thickness=0, Border="[0 0 0]")

    _level = -1  # of the last entry of the outline


def _colour(rgb: str) -> str:
    return " ".join(f"{int(rgb[at : at + 2], 16) / 255:.3f}" for at in (0, 2, 4))


class Pen:
    """Writes what stands on a page as a PDF's operators, in the fonts of one canvas; `height` is the page's, mm."""

    def __init__(self, canvas: Any, height: float) -> None:
        self._canvas = canvas
        self._height = height

    def operators(self, page: Page) -> str:
        """The content of a page: shapes, rules, filled areas, squares, codes, texts."""
        out: list[str] = [self._shapes(page.shapes)] if page.shapes else []
        height = self._height
        rules = sorted(page.rules, key=lambda rule: rule.weight)
        weight = -1.0
        for rule in rules:
            if rule.weight != weight:
                out.append(f"{'S ' if weight >= 0 else ''}{rule.weight:g} w")
                weight = rule.weight
            out.append(
                f"{rule.x1 * PT:.3f} {(height - rule.y1) * PT:.3f} m {rule.x2 * PT:.3f} {(height - rule.y2) * PT:.3f} l"
            )
        if rules:
            out.append("S")
        for box, frame_weight in page.frames:
            out.append(f"{frame_weight:g} w {self._rect(box.x, box.y, box.w, box.h)} re S")
        for box in (*page.fills, *page.squares):
            out.append(f"{self._rect(box.x, box.y, box.w, box.h)} re f")
        for box, said in page.codes:
            scale = box.w * PT / MODULES
            x, y = box.x * PT, (height - box.y - box.h) * PT
            out.append(f"q {scale:.5f} 0 0 {scale:.5f} {x:.3f} {y:.3f} cm\n{operators(said)}\nQ")
        if page.texts:
            out.append(self.texts(page.texts))
        return "\n".join(out)

    def _shapes(self, shapes: list[Shape]) -> str:
        """Areas and lines in colour, in the order they lie over each other; what follows is black again."""
        out = ["q 1 J 1 j"]
        for points, fill, ink, weight, dash in shapes:
            x, y = points[0]
            path = [f"{x * PT:.3f} {(self._height - y) * PT:.3f} m"]
            path += [f"{x * PT:.3f} {(self._height - y) * PT:.3f} l" for x, y in points[1:]]
            if fill:
                out.append(f"{_colour(fill)} rg")
            if ink:
                out.append(f"{_colour(ink)} RG {weight:g} w [{' '.join(f'{each:g}' for each in dash)}] 0 d")
            out.append(f"{' '.join(path)} {'b' if fill and ink else 'h f' if fill else 'S'}")
        out.append("Q")
        return "\n".join(out)

    def _rect(self, x: float, y: float, w: float, h: float) -> str:
        return f"{x * PT:.3f} {(self._height - y - h) * PT:.3f} {w * PT:.3f} {h * PT:.3f}"

    def texts(self, texts: list[Text]) -> str:
        """All texts of a page in one text object."""
        doc = self._canvas._doc
        escape = self._canvas._escape
        height = self._height
        fonts: dict[Face, Any] = {}
        out = ["BT"]
        put = out.append
        present: tuple[Face, int, float] | None = None
        spread = 0.0
        for x, y, text, face, size, _width, _box, wider in texts:
            if wider != spread:
                spread = wider
                put(f"{spread * PT:.3f} Tw")
            used = fonts.get(face)
            if used is None:
                used = fonts[face] = font(face)
            start = f"1 0 0 1 {x * PT:.3f} {(height - y) * PT:.3f} Tm"
            for subset, chars in used.splitString(text, doc):
                if present != (face, subset, size):
                    present = (face, subset, size)
                    put(f"{used.getSubsetInternalName(subset, doc)} {size:g} Tf")
                put(f"{start} ({escape(chars)}) Tj")
                start = ""
        put("ET")
        return "\n".join(out)
