"""A paper on its way to the printer: the pages asked for, in their order and size; a stopped one is not half there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter

from altdesk.services import printing
from altdesk.services.papers import documents as papers
from tests import ink
from ui import printer as printers
from ui.work import Cancelled


@pytest.fixture
def paper(desk, make, tmp_path) -> Path:
    """A sheet of three pages as the program saves it."""
    make.people(60)
    document = make.document("ЖН-ALT-40")
    make.audience(document)
    path = tmp_path / "Парақ.pdf"
    printing.acquaintance(desk, make.sheet(document), path)
    return path


def into(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_every_page_is_the_paper_itself(qtbot, paper, tmp_path):
    printed = tmp_path / "Басылған.pdf"
    printers.draw(paper.read_bytes(), into(printed))
    found = ink.pages(printed)
    assert len(found) == 3
    for page, kept in zip(found, ink.pages(paper), strict=True):
        ink.assert_same(page, kept)
    assert ink.stray(found[0], found[2], 0.5) > 0.1


def test_pages_are_printed_as_asked_for(qtbot, paper, tmp_path):
    printed, printer = tmp_path / "Басылған.pdf", into(tmp_path / "Басылған.pdf")
    printer.setPageRanges(QPageRanges.fromString("1,3"))
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    printers.draw(paper.read_bytes(), printer)
    kept = ink.pages(paper)
    for page, wanted in zip(ink.pages(printed), (kept[2], kept[0]), strict=True):
        ink.assert_same(page, wanted)


def test_a_paper_that_lies_is_printed_lying(qtbot, desk, make, tmp_path):
    for _ in range(3):
        make.document()
    kept, printed = tmp_path / "Тізім.pdf", tmp_path / "Басылған.pdf"
    printing.save(desk, papers.documents(desk), kept)
    printers.draw(kept.read_bytes(), into(printed))
    (page,) = ink.pages(printed)
    assert page.width > page.height
    ink.assert_same(page, ink.pages(kept)[0])


def test_printing_stops_when_it_is_told_to(qtbot, paper, tmp_path):
    said: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        said.append((done, total))
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        printers.draw(paper.read_bytes(), into(tmp_path / "Басылған.pdf"), tell)
    assert said == [(0, 3), (1, 3)]
