"""Work on an encrypted desk that touches its files in other ways: a binder, a file opened, a database rewritten."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from altdesk.desk import Desk
from altdesk.domain.attachments import Role
from altdesk.services import attachments, binder, encryption, papers, people, printing
from altdesk.services.binder import Wanted
from tests.make import Make
from tests.sealing.conftest import NAME, plain_bytes
from tests.services.test_binder import scan_file


def test_a_binder_shows_the_scans_of_an_encrypted_desk(
    data: Path, sealed: encryption.TurnedOn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = tmp_path / "temporary"
    aside.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(aside))
    with Desk.open(data, "en", keys=sealed.keys) as desk:
        make = Make(desk)
        document = make.document("ЖН-ALT-40", "Ішкі тәртіп ережелері")
        make.audience(document)
        make.revision_in_force(document)
        sheet = make.sheet(document, today=date(2026, 9, 1))
        paper = papers.acquaintance(desk, sheet)
        printing.record(paper, printing.render(desk, paper), printing.PrintOptions(), date(2026, 9, 1))
        scan = scan_file(tmp_path / "Парақ.pdf", 2)
        attachments.attach(desk, "sheet", sheet, scan, Role.SCAN)
        made = binder.make(desk, Wanted(document, on=date.today()), tmp_path / "a.pdf", tmp_path / "a.zip")
    assert (made.unread, made.lacking, made.files) == ((), (), 1)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "a.pdf")]
    assert any("scan page 2" in page for page in pages)
    with ZipFile(tmp_path / "a.zip") as archive:
        assert scan.read_bytes() in [archive.read(name) for name in archive.namelist()]
    assert list(aside.iterdir()) == []
    assert plain_bytes(data) == []


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
