"""Work on an encrypted desk that touches its files in other ways: a binder, a file opened, a database rewritten."""

from __future__ import annotations

import io
import random
from datetime import date
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE as IMAGE
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from altdesk.desk import Desk
from altdesk.domain.attachments import Role
from altdesk.forms.render import scans
from altdesk.sealing.stream import PIECE
from altdesk.services import attachments, binder, encryption, people, printing
from altdesk.services.binder import Wanted
from altdesk.services.papers import acquaintance as papers
from tests.forms.test_scans import bound
from tests.make import Make
from tests.sealing.conftest import NAME, plain_bytes
from tests.services.test_binder import scan_file


def test_a_binder_shows_the_scans_of_an_encrypted_desk(
    data: Path, sealed: encryption.TurnedOn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))  # who wants to write there is refused
    with Desk.open(data, "en", keys=sealed.keys) as desk:
        make = Make(desk)
        document = make.document("ЖН-ALT-40", "Ішкі тәртіп ережелері")
        make.audience(document)
        make.revision_in_force(document)
        sheet = make.sheet(document, today=date(2026, 9, 1))
        paper = papers.acquaintance(desk, sheet)
        printing.record(paper, printing.render(desk, paper), printing.PrintOptions(), date(2026, 9, 1))
        scan, picture = scan_file(tmp_path / "Парақ.pdf", 2), tmp_path / "Парақ.png"
        Image.new("RGB", (300, 400), "#c02020").save(picture)
        for each in (scan, picture):
            attachments.attach(desk, "sheet", sheet, each, Role.SCAN)
        made = binder.make(desk, Wanted(document, on=date.today()), tmp_path / "a.pdf", tmp_path / "a.zip")
    assert (made.unread, made.lacking, made.files) == ((), (), 2)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "a.pdf")]
    assert any("scan page 2" in page for page in pages)
    assert any(list(page.get_objects(filter=[IMAGE])) for page in pypdfium2.PdfDocument(tmp_path / "a.pdf"))
    with ZipFile(tmp_path / "a.zip") as archive:
        assert scan.read_bytes() in [archive.read(name) for name in archive.namelist()]
    assert plain_bytes(data) == []


def test_a_scan_of_several_pieces_is_bound_as_it_is_and_one_that_was_changed_is_only_named(
    data: Path, sealed: encryption.TurnedOn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportlab.rl_config.useA85", 0)
    scan = noise(tmp_path / "Парақ.pdf", pages=4)
    assert scan.stat().st_size > 2 * PIECE
    with Desk.open(data, "en", keys=sealed.keys) as desk:
        stored = desk.files.put(scan)
        with desk.files.raw(stored.digest) as reading:
            assert reading.readall() == scan.read_bytes()
        with (tmp_path / "a.pdf").open("wb") as out:
            bound(partial(desk.files.raw, stored.digest), out)
        given, shown = PdfReader(scan), PdfReader(tmp_path / "a.pdf")
        for one, other in zip(given.pages, shown.pages[1:], strict=True):
            assert one.images[0].data == other.images[0].data
        kept = desk.files.path(stored.digest)
        kept.write_bytes(kept.read_bytes()[:-1] + b"?")
        assert scans.pages(partial(desk.files.raw, stored.digest)) == []


def noise(file: Path, pages: int) -> Path:
    """A scan whose pictures cannot be squeezed."""
    chance, canvas = random.Random(1), Canvas(str(file), pagesize=(595, 842), invariant=True)
    for _ in range(pages):
        raw = io.BytesIO()
        Image.frombytes("L", (1000, 700), chance.randbytes(700_000)).save(raw, "JPEG", quality=90)
        canvas.drawImage(ImageReader(raw), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return file


def test_a_file_is_opened_and_exported_as_it_was_attached(
    data: Path, sealed: encryption.TurnedOn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Desk.open(data, "en", keys=sealed.keys) as desk:
        for path in (attachments.open_copy(desk, 1), attachments.export(desk, 1, tmp_path / "out.txt")):
            assert path.read_text("utf-8") == f"Өтініш: {NAME}\n" * 200


def test_a_rewritten_database_is_still_encrypted(data: Path, sealed: encryption.TurnedOn) -> None:
    with Desk.open(data, "en", keys=sealed.keys) as desk:
        desk.store.purge()
        assert plain_bytes(data) == []
    with Desk.open(data, "en", keys=sealed.keys) as desk:
        assert people.get(desk, 2).surname == NAME
