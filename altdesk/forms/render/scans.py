"""Scans as pages of a PDF: what a file shows, page by page, and how each page fits on A4."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from io import SEEK_END, BufferedReader, BytesIO
from typing import Any

from altdesk.forms.render.apart import MOST, Reading, Source

SHORT, LONG = 595.2756, 841.8898  # A4 in pt
SIDE, TOP = 14.2, 34.0  # pt kept free at the sides and at the foot, and at the head for the number

SEARCHED = 4 << 20  # bytes
log = logging.getLogger("altdesk.forms")
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM")


@dataclass(frozen=True)
class ScanPage:
    """A page of a scan: the paper it stands on, and where on it; pt. `source` is a page of a PDF, or a picture."""

    width: float
    height: float
    left: float
    bottom: float
    scale: float
    source: Any
    picture: bool


def pages(file: Source) -> list[ScanPage]:
    """The pages of a PDF or a picture; none where the file is something else, is locked or cannot be read.

    A scan is anybody's file: whatever stops the two readers is answered alike.
    """
    try:
        with file() as reading:
            head = reading.read(1024) or b""
        if b"%PDF-" in head:
            return _of_pdf(file)
        return [_of_picture(file)] if head.startswith(PICTURES) else []
    except Exception:
        log.info("a scan has no pages to show", exc_info=True)
        return []


def _of_pdf(file: Source) -> list[ScanPage]:
    from pypdf import PdfReader, PdfWriter, apply_configuration

    _refuse_cut_off(file)
    with Reading(file) as reading, apply_configuration(maximum_declared_stream_length=sys.maxsize):
        reader = PdfReader(reading)
        own = PdfWriter(clone_from=_unlocked(file) if reader.is_encrypted else reader)
    tried, found = PdfWriter(), []
    for page in own.pages:
        page.transfer_rotation_to_content()
        box = page.mediabox
        made = _placed(float(box.width), float(box.height), page, picture=False, most=1.0)
        lay(tried.add_blank_page(made.width, made.height), made)  # a page that cannot be taken in says so now
        found.append(made)
    return found


def _refuse_cut_off(file: Source) -> None:
    """A large file without its end would be searched from behind for minutes."""
    with BufferedReader(file()) as reading:
        size = reading.seek(0, SEEK_END)
        reading.seek(max(0, size - 2048))
        if size > SEARCHED and b"startxref" not in reading.read():
            raise ValueError("a file without its end")


def _unlocked(file: Source) -> BytesIO:
    """A file that anybody may open, but whose pictures are of use only when they are read."""
    with file() as reading:
        if reading.seek(0, SEEK_END) > MOST:
            raise ValueError("too large to be unlocked")
        reading.seek(0)
        return BytesIO(reading.readall())


def _of_picture(file: Source) -> ScanPage:
    from reportlab.lib.utils import ImageReader

    with file() as reading:
        whole = BytesIO(reading.readall())
    picture = ImageReader(whole)
    width, height = picture.getSize()
    picture.getRGBData()  # half a picture is none
    return _placed(width, height, picture, picture=True, most=float("inf"))


def _placed(width: float, height: float, source: Any, *, picture: bool, most: float) -> ScanPage:
    """On A4 upright or across as the page is, as large as it fits, but not larger than `most` times."""
    if width <= 0 or height <= 0:
        raise ValueError("a page without a size")
    across, up = (LONG, SHORT) if width > height else (SHORT, LONG)
    scale = min(most, (across - 2 * SIDE) / width, (up - SIDE - TOP) / height)
    left = (across - width * scale) / 2
    return ScanPage(across, up, left, up - TOP - height * scale, scale, source, picture)


def lay(page: Any, scan: ScanPage) -> None:
    """Put a page of a scanned PDF under what stands on a page of ours."""
    from pypdf import Transformation

    box = scan.source.mediabox
    moved = Transformation().translate(-float(box.left), -float(box.bottom)).scale(scan.scale)
    page.merge_transformed_page(scan.source, moved.translate(scan.left, scan.bottom), over=False)
