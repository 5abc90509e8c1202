"""Golden paper: the layout as text a person can review, and the picture; on failure both are left side by side."""

from __future__ import annotations

import os
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageChops

from altdesk.forms.layout import Layout, Shape

FOLDER = Path(__file__).parent / "golden"
UPDATE = "ALTDESK_GOLDEN_UPDATE"  # set to write the golden files anew; then look at them
DOTS = 60  # per inch: enough to see a misplaced line, small enough to keep
NEAR = 48  # difference of grey that anti-aliasing may make
MOST_CHANGED = 0.002  # of the pixels


def as_text(layout: Layout) -> str:
    """The layout, an item a line, in reading order, mm to a hundredth."""
    out = []
    for page in layout.pages:
        out.append(f"page {page.number} rows {page.first}-{page.last}")
        out += [f"  frame {_mm(*box)} {weight:g}pt" for box, weight in page.frames]
        out += [f"  shape {_points(shape.points)} {_look(shape)}" for shape in page.shapes]
        out += [f"  rule {_mm(r.x1, r.y1, r.x2, r.y2)} {r.weight:g}pt" for r in page.rules]
        out += [f"  fill {_mm(*box)}" for box in page.fills]
        out += [f"  square {_mm(*box)}" for box in page.squares]
        out += [f"  code {_mm(*code.box)} {code.text}" for code in page.codes]
        out += [f"  link {_mm(*link.box)} to p{link.page} {_mm(link.y)}" for link in page.links]
        out += [f"  text {_mm(t.x, t.y)} {t.face}{t.size:g} {t.text}" for t in page.texts]
    out += [f"outline {entry.level} p{entry.page} {entry.title}" for entry in layout.outline]
    return "\n".join(out) + "\n"


def _mm(*values: float) -> str:
    return " ".join(f"{value:.2f}" for value in values)


def picture(pdf: bytes, page: int = 0, dots: float = DOTS) -> Image.Image:
    """A page as a grey picture."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        image: Any = document[page].render(scale=dots / 72).to_pil()
        return image.convert("L")
    finally:
        document.close()


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in points)


def _look(shape: Shape) -> str:
    dash = f" dash {shape.dash}" if shape.dash else ""
    return f"{shape.fill or '-'} {shape.ink or '-'} {shape.weight:g}pt{dash}"


def beside(images: list[Image.Image]) -> Image.Image:
    """Pictures of the same height side by side."""
    joined = Image.new("L", (sum(image.width for image in images), images[0].height), 255)
    for at, image in enumerate(images):
        joined.paste(image, (sum(before.width for before in images[:at]), 0))
    return joined


def check(name: str, layout: Layout, pdf: bytes, pages: tuple[int, ...] = (0,)) -> None:
    """Fail if text or pictures of pages differ from the golden ones; leaves both in a folder named in the failure."""
    text, image = as_text(layout), beside([picture(pdf, page) for page in pages])
    kept_text, kept_image = FOLDER / f"{name}.txt", FOLDER / f"{name}.png"
    if os.environ.get(UPDATE):
        kept_text.write_text(text, encoding="utf-8")
        image.save(kept_image, optimize=True)
        return
    wanted = kept_text.read_text(encoding="utf-8")
    with Image.open(BytesIO(kept_image.read_bytes())) as opened:
        golden = opened.convert("L")
    if text == wanted and same(golden, image):
        return
    left = Path(tempfile.mkdtemp(prefix=f"altdesk-golden-{name}-"))
    (left / "now.txt").write_text(text, encoding="utf-8")
    (left / "golden.txt").write_text(wanted, encoding="utf-8")
    both = Image.new("L", (golden.width + image.width + 8, max(golden.height, image.height)), 128)
    both.paste(golden, (0, 0))
    both.paste(image, (golden.width + 8, 0))
    both.save(left / "golden-and-now.png")
    raise AssertionError(f"{name} looks different; both are in {left}")


def same(one: Image.Image, other: Image.Image) -> bool:
    if one.size != other.size:
        return False
    changed = sum(ImageChops.difference(one, other).histogram()[NEAR:])
    return changed <= MOST_CHANGED * one.width * one.height
