"""Scanned PDFs in a binder: their pictures arrive byte for byte, and never stand in memory as a whole."""

from __future__ import annotations

import io
import random
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from altdesk.forms.form import PrintOptions
from altdesk.forms.layout import Layout
from altdesk.forms.render import laid_out, scans
from altdesk.forms.render.apart import Source
from altdesk.forms.render.binder import Binder, Part, bind
from altdesk.forms.sheets import binder as contents_form
from altdesk.forms.sheets import binder_note

MB = 1 << 20


class Counted(io.RawIOBase):
    """A file that only counts what is written into it."""

    def __init__(self) -> None:
        self.size = 0

    def write(self, data: object) -> int:
        many = len(memoryview(data))  # type: ignore[arg-type]
        self.size += many
        return many

    def tell(self) -> int:
        return self.size

    def flush(self) -> None:
        """Nothing is held back."""


def note() -> Layout:
    return laid_out(binder_note.FORM, binder_note.sample(), PrintOptions())


def bound(file: Path | Source, out: object, tell: Callable[[int, int], None] = lambda *_: None) -> Binder:
    return bind(
        [Part("Скан", 0, note, partial(io.FileIO, file) if isinstance(file, Path) else file)],
        lambda lines: laid_out(contents_form.FORM, contents_form.ContentsData("Құжат", tuple(lines)), PrintOptions()),
        out,  # type: ignore[arg-type]
        title="Жинақ",
        first="Мазмұны",
        number="%(page)s / %(pages)s",
        author="",
        language="kk",
        tell=tell,
    )


def huge(file: Path, pages: int, size: int) -> Path:
    """A scan whose pictures are holes on the disk: large, but quickly made."""
    offsets: list[int] = []
    with file.open("wb") as writing:

        def put(said: str) -> None:
            offsets.append(writing.tell())
            writing.write(f"{len(offsets)} 0 obj\n{said}".encode())

        writing.write(b"%PDF-1.4\n")
        kids = " ".join(f"{3 + 3 * at} 0 R" for at in range(pages))
        put("<< /Type /Catalog /Pages 2 0 R >>\nendobj\n")
        put(f"<< /Type /Pages /Count {pages} /Kids [{kids}] >>\nendobj\n")
        for at in range(pages):
            own = 3 + 3 * at
            put(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {own + 1} 0 R"
                f" /Resources << /XObject << /Im {own + 2} 0 R >> >> >>\nendobj\n"
            )
            said = "q 595 0 0 842 0 0 cm /Im Do Q"
            put(f"<< /Length {len(said)} >>\nstream\n{said}\nendstream\nendobj\n")
            put(
                "<< /Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceGray"
                f" /BitsPerComponent 8 /Filter /DCTDecode /Length {size} >>\nstream\n"
            )
            writing.seek(size, io.SEEK_CUR)
            writing.write(b"\nendstream\nendobj\n")
        table = writing.tell()
        writing.write(f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n".encode())
        writing.writelines(f"{at:010} 00000 n \n".encode() for at in offsets)
        writing.write(f"trailer\n<< /Size {len(offsets) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode())
    return file


def test_a_scan_of_300_mb_never_stands_in_memory(tmp_path: Path) -> None:
    file, out = huge(tmp_path / "scan.pdf", 3, 100 * MB), Counted()
    heard: list[int] = []
    note()  # fonts are read once, and are not what is measured
    tracemalloc.start()
    try:
        made = bound(file, out, lambda done, _: heard.append(done))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert made.pages == 4
    assert out.size > 300 * MB
    assert peak < 16 * MB
    assert len(heard) > 300  # and can be stopped at any of them


def test_pictures_of_a_scan_arrive_as_they_are(tmp_path: Path) -> None:
    chance = random.Random(1)
    canvas = Canvas(str(tmp_path / "scan.pdf"), pagesize=(595, 842), invariant=True)
    for _ in range(3):
        raw, noise = io.BytesIO(), bytes(chance.randrange(256) for _ in range(300 * 200))
        Image.frombytes("L", (300, 200), noise).save(raw, "JPEG")
        canvas.drawImage(ImageReader(raw), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    with (tmp_path / "binder.pdf").open("wb") as out:
        assert bound(tmp_path / "scan.pdf", out).pages == 4
    scan, binder = PdfReader(tmp_path / "scan.pdf"), PdfReader(tmp_path / "binder.pdf")
    for given, shown in zip(scan.pages, binder.pages[1:], strict=True):
        (before,), (after,) = given.images, shown.images
        assert before.data == after.data
        assert len(before.data) > 10_000


def test_a_locked_scan_that_anybody_may_open_is_shown_and_another_is_not(tmp_path: Path) -> None:
    huge(tmp_path / "plain.pdf", 1, 20_000)
    for name, user in (("open", ""), ("locked", "құпия")):
        writer = PdfWriter(clone_from=tmp_path / "plain.pdf")
        writer.encrypt(user, "иесі", algorithm="RC4-128")
        writer.write(tmp_path / f"{name}.pdf")
    assert len(scans.pages(partial(io.FileIO, tmp_path / "open.pdf"))) == 1
    assert scans.pages(partial(io.FileIO, tmp_path / "locked.pdf")) == []


def test_a_large_scan_that_was_cut_off_is_not_searched_in_memory(tmp_path: Path) -> None:
    file = huge(tmp_path / "scan.pdf", 2, 80 * MB)
    with file.open("r+b") as writing:
        writing.truncate(file.stat().st_size - 4000)
    tracemalloc.start()
    try:
        assert scans.pages(partial(io.FileIO, file)) == []
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 16 * MB
