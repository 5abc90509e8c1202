"""From the window to a real print server: what comes out of the printer, what is remembered, what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PySide6.QtCore import QSizeF, Qt, QTimer
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget

from altdesk.desk import Desk
from altdesk.domain.printing import Choice, Sides, choice_of
from altdesk.domain.readback import PageMark, decode
from altdesk.forms.layout import CellMap
from altdesk.sealing.keys import Keys
from altdesk.services import acquaintance, printing
from altdesk.services.papers import documents as document_papers
from altdesk.services.papers import people as people_papers
from altdesk.settings import S
from tests import ink, printers
from tests.make import Make
from tests.printers import Cups, Job
from tests.ui.proof import faults
from ui import edges
from ui import printer as to_printer
from ui.printable import printable

EXACT = 0.3  # mm
CLOSELY = 300  # dots per inch
A4 = QSizeF(595.276, 841.89)
FORM = "acquaintance"
ROWS = 22  # of a page
LEFT_MARK = 0  # of the squares


@pytest.fixture(scope="module")
def cups(qapp: QApplication) -> Iterator[Cups]:
    """A print server with a printer «Кеңсе» for A4, on both sides."""
    del qapp
    with printers.running() as server:
        server.add("Kense")
        yield server


@pytest.fixture
def on_paper(folder, start, cups) -> Callable[..., Any]:
    """A window that shows a sheet of so many pages, never printed; answers the hand."""

    def begin(choice: Choice | None = None, *, pages: int = 1, **chosen: object) -> Any:
        from dataclasses import replace

        from altdesk.services import organisation

        with Desk.open(folder, "en") as desk:
            organisation.save(desk, replace(organisation.get(desk), welcomed=True))
            make = Make(desk)
            make.people(2)
            document = make.document("ЖН-ALT-40")
            make.audience(document)
            make.sheet(document)
        hand = start(**chosen, **({"printing": {FORM: choice.kept()}} if choice else {}))
        hand.window.resize(1366, 728)
        hand.window.go("acquaintance")
        hand.settle()
        hand.window.page.view.focus_list()
        ctrl_p(hand)
        shown = preview(hand)
        hand.qtbot.waitUntil(shown.print_button.isEnabled, timeout=30_000)
        if pages > 1:
            shown.blank_rows.set_value(ROWS * (pages - 1))
            hand.qtbot.waitUntil(lambda: shown.document.pageCount() == pages, timeout=30_000)
            hand.settle()
        return hand

    return begin


def ctrl_p(hand) -> None:
    hand.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    hand.settle()


def preview(hand) -> Any:
    return hand.window.page.view.preview


def kept(hand) -> Choice:
    return choice_of(hand.desktop.shell.settings.of_page(S.printing, FORM))


def sheet(hand):
    return acquaintance.sheet_by_number(hand.desktop.shell.desk, 1)


def answering(act: Callable[[QPrintDialog], None], button=QDialogButtonBox.StandardButton.Ok) -> list[str]:
    """Do something in the print dialog that opens next, and press a button; answers the printers it was opened with."""
    seen: list[str] = []
    timer = QTimer(QApplication.instance(), interval=20)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QPrintDialog):
            return
        timer.stop()
        seen.append(dialog.printer().printerName())
        act(dialog)
        dialog.findChild(QDialogButtonBox).button(button).click()

    timer.timeout.connect(look)
    timer.start()
    return seen


def within(dialog: QWidget, name: str) -> Any:
    return dialog.findChild(QWidget, name)


def choose(dialog: QPrintDialog, *, copies: int = 1, sides: str = "", pages: tuple[int, int] | None = None) -> None:
    within(dialog, "printers").setCurrentText("Kense")
    within(dialog, "copies").setValue(copies)
    within(dialog, sides or "noDuplex").click()
    if pages:
        within(dialog, "printRange").click()
        within(dialog, "from").setValue(pages[0])
        within(dialog, "to").setValue(pages[1])


def marks(job: Job) -> list[PageMark]:
    """What the code at the top of each printed page says."""
    found = [zxingcpp.read_barcodes(page.picture) for page in ink.pages(job.pdf)]
    assert all(found), "a page without its code"
    return [decode(codes[0].text) for codes in found]


def assert_stands_as_the_map_says(job: Job, layout: CellMap) -> None:
    """Size of the paper, the marks and the cells are where they are said to be, to a third of a millimetre."""
    for page, mark in zip(ink.pages(job.pdf, CLOSELY), marks(job), strict=True):
        assert page.width == pytest.approx(210, abs=EXACT)
        assert page.height == pytest.approx(297, abs=EXACT)
        for box in (*layout.codes, layout.squares[LEFT_MARK], layout.squares[-1]):
            assert tuple(page.mark(box)) == pytest.approx(tuple(box), abs=EXACT)
        cells = [cell for cell in layout.cells_of(mark.page, turned=mark.turned) if cell.column == "signature"]
        assert {cell.row for cell in cells} == set(range(mark.first_row, mark.last_row + 1))
        for cell in (cells[0], cells[-1]):
            assert page.line_across(cell.x, cell.y + cell.h / 2) == pytest.approx(cell.x, abs=EXACT)
            assert page.line_across(cell.x + cell.w, cell.y + cell.h / 2) == pytest.approx(cell.x + cell.w, abs=EXACT)
            assert page.line_down(cell.x + cell.w / 2, cell.y + cell.h) == pytest.approx(cell.y + cell.h, abs=EXACT)


def test_what_is_chosen_in_the_dialog_is_printed_noted_and_remembered(on_paper, cups):
    hand = on_paper(pages=2)
    assert not preview(hand).print_line.isVisible()
    answering(lambda dialog: choose(dialog, copies=2, sides="duplexLong"))
    ctrl_p(hand)
    job = cups.next_job()
    assert (job.printer, job.copies) == ("Kense", 2)
    assert {"media=A4", "sides=two-sided-long-edge", "Collate"} <= job.options
    assert [(mark.page, mark.turned) for mark in marks(job)] == [(1, False), (2, True)]
    layout = CellMap.from_json(acquaintance.layout(hand.desktop.shell.desk, 1))
    assert layout.turned == (2,)
    assert_stands_as_the_map_says(job, layout)
    assert kept(hand) == Choice("Kense", 2, True, Sides.LONG)
    line = preview(hand).print_line
    assert line.told.text().endswith("sent to Kense: the whole paper, on both sides, 2\u00a0copies")
    assert not line.where.isVisible()  # said already
    assert not line.straight.isChecked()
    assert sheet(hand).printed_on == date.today()


def test_a_form_is_printed_without_asking_until_one_asks_again(on_paper, cups):
    hand = on_paper(Choice("Kense", 3, True, Sides.SHORT), pages=3, text_size=150)
    shown = preview(hand)
    assert shown.print_button.text() == "Print…"
    assert shown.print_line.where.text() == "Kense, on both sides, 3\u00a0copies"
    hand.qtbot.mouseClick(shown.print_line.straight, Qt.MouseButton.LeftButton)
    assert shown.print_button.text() == "Print"
    shown.pages.setText("2-3")
    hand.qtbot.waitUntil(lambda: shown.document.pageCount() == 2, timeout=30_000)
    hand.settle()
    hand.qtbot.mouseClick(shown.print_button, Qt.MouseButton.LeftButton)
    hand.settle()
    job = cups.next_job()
    assert (job.copies, [mark.page for mark in marks(job)]) == (3, [2, 3])
    assert "sides=two-sided-short-edge" in job.options
    assert not any(mark.turned for mark in marks(job))  # turned over the short edge, left is left again
    assert shown.print_line.told.text().endswith("sent to Kense: pages 2–3, on both sides, 3\u00a0copies")
    assert faults(hand.window) == []
    opened = answering(lambda dialog: None, QDialogButtonBox.StandardButton.Cancel)
    hand.qtbot.mouseClick(shown.print_line.ask, Qt.MouseButton.LeftButton)
    assert opened == ["Kense"]
    hand.qtbot.mouseClick(shown.print_line.straight, Qt.MouseButton.LeftButton)
    assert kept(hand) == Choice("Kense", 3, True, Sides.SHORT)
    assert not shown.print_line.ask.isVisible()


@pytest.mark.parametrize("encrypted", [False, True])
def test_the_job_of_an_encrypted_desk_has_a_name_that_tells_nothing(on_paper, cups, encrypted):
    hand = on_paper(Choice("Kense", straight=True))
    hand.desktop.shell.take_keys(Keys.new() if encrypted else None)
    hand.qtbot.mouseClick(preview(hand).print_button, Qt.MouseButton.LeftButton)
    hand.settle()
    assert (cups.next_job().title == "altdesk") == encrypted


def test_pages_chosen_in_the_dialog_come_once_and_their_backs_are_reckoned_anew(on_paper, cups):
    hand = on_paper(pages=3)
    answering(lambda dialog: choose(dialog, sides="duplexLong", pages=(2, 3)))
    ctrl_p(hand)
    job = cups.next_job()
    assert [(mark.page, mark.turned) for mark in marks(job)] == [(2, False), (3, True)]
    layout = CellMap.from_json(acquaintance.layout(hand.desktop.shell.desk, 1))
    assert_stands_as_the_map_says(job, layout)
    assert preview(hand).print_line.told.text().endswith("pages 2–3, on both sides")


def test_a_paper_printed_into_a_file_is_said_to_be_saved_and_is_no_printer_to_go_back_to(on_paper, cups, tmp_path):
    del cups
    file = tmp_path / "Парақ.pdf"

    def into_file(dialog: QPrintDialog) -> None:
        printers_of = within(dialog, "printers")
        printers_of.setCurrentIndex(printers_of.count() - 1)
        within(dialog, "filename").setText(str(file))

    hand = on_paper()
    answering(into_file)
    ctrl_p(hand)
    assert len(ink.pages(file)) == 1
    assert preview(hand).print_line.told.text().replace("\u200b", "") == f"Saved: {file}"
    assert kept(hand) == Choice()


def test_a_paper_still_on_its_way_is_not_printed_as_the_one_before_it(on_paper):
    hand = on_paper(Choice("Kense", straight=True))
    shown, desk = preview(hand), hand.desktop.shell.desk
    shown.show_paper(printable(desk, "Тізім", lambda: people_papers.people(desk), frozenset()))
    shown.print_paper()
    hand.settle()
    assert sheet(hand).printed_on is None
    assert not shown.print_line.told.text()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("stopped", "The printer Fault does not answer. See whether it is on and has paper, or choose another one."),
        ("gone", "The printer Fault is not there any more. Choose another one."),
        ("letter", "The printer Fault has no paper A4. Choose another one: a paper is never made smaller."),
    ],
)
def test_a_printer_that_cannot_print_says_why_and_one_is_asked(on_paper, cups, fault, said):
    cups.add("Fault", sizes=("Letter",) if fault == "letter" else ("A4",))
    hand = on_paper(Choice("Fault", straight=True))
    if fault == "gone":
        cups.remove("Fault")
    elif fault == "stopped":
        cups.do("cupsdisable", "Fault")
    opened = answering(lambda dialog: None, QDialogButtonBox.StandardButton.Cancel)
    hand.qtbot.mouseClick(preview(hand).print_button, Qt.MouseButton.LeftButton)
    hand.settle()
    assert len(opened) == 1
    assert preview(hand).refusal.isVisible()
    assert preview(hand).refusal.text() == said
    assert sheet(hand).printed_on is None
    if fault != "gone":
        cups.remove("Fault")


def test_a_printer_that_would_cut_the_marks_is_told_of_once_and_prints_when_asked_again(on_paper, cups):
    cups.add("Wide", edge=36)  # 12.7 mm, as old inkjets leave blank
    hand = on_paper(Choice("Wide"))

    def take(dialog: QPrintDialog) -> None:
        within(dialog, "printers").setCurrentText("Wide")

    answering(take)
    ctrl_p(hand)
    assert preview(hand).refusal.text() == (
        "The printer Wide prints nothing on the outer 13 mm of a sheet: a mark or a line there would be cut."
        " Choose another printer, or print once more to have it as it is."
    )
    assert sheet(hand).printed_on is None
    answering(take)
    hand.qtbot.mouseClick(preview(hand).print_button, Qt.MouseButton.LeftButton)
    hand.settle()
    assert cups.next_job().printer == "Wide"
    assert not preview(hand).refusal.isVisible()
    assert sheet(hand).printed_on == date.today()
    cups.remove("Wide")


def test_every_form_keeps_clear_of_the_edges_a_laser_printer_leaves_blank(cups, desk, make, tmp_path):
    for _ in range(3):
        make.document()
    file, document = tmp_path / "Тізім.pdf", QPdfDocument()
    printing.save(desk, document_papers.documents(desk), file)
    document.load(str(file))
    assert edges.unprintable("Kense", A4).top() == pytest.approx(12 / 72 * 25.4, abs=0.1)
    assert edges.cut("Kense", document) is None
    cups.add("Nearly", edge=20)  # 7 mm: the foot of a page that lies stands nearer
    assert edges.cut("Nearly", document) is not None
    cups.remove("Nearly")


def test_pages_a_printer_does_not_take_are_not_noted_as_printed(on_paper, cups):
    hand = on_paper(Choice("Kense", straight=True))
    cups.do("cupsreject", "Kense")
    try:
        hand.qtbot.mouseClick(preview(hand).print_button, Qt.MouseButton.LeftButton)
        hand.settle()
    finally:
        cups.do("cupsaccept", "Kense")
    assert "The printer Kense did not take the pages" in preview(hand).refusal.text()
    assert sheet(hand).printed_on is None


def test_paper_of_another_size_chosen_in_the_dialog_is_refused(cups):
    from PySide6.QtGui import QPageSize

    printer = to_printer.remembered(Choice("Kense"), "Парақ", A4)
    assert to_printer.wrong_size(printer, A4) is None
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    refusal = to_printer.wrong_size(printer, A4)
    assert refusal is not None
    assert refusal.values == {"chosen": "A5", "size": "A4"}


def test_a_printer_for_one_side_gets_no_backs(cups):
    cups.add("Single", both_sides=False)
    assert to_printer.sides_of(to_printer.remembered(Choice("Single", sides=Sides.LONG), "Парақ", A4)) is Sides.ONE
    assert to_printer.sides_of(to_printer.remembered(Choice("Kense", sides=Sides.LONG), "Парақ", A4)) is Sides.LONG
    cups.remove("Single")


def test_a_printer_that_does_not_copy_is_sent_whole_copies_one_after_the_other(cups, desk, make, tmp_path):
    cups.add("Simple", copies_itself=False)
    for _ in range(3):
        make.document()
    file = tmp_path / "Тізім.pdf"
    printing.save(desk, document_papers.documents(desk), file)
    printer = to_printer.remembered(Choice("Simple", 2, True, Sides.SHORT), "Тізім", A4.transposed())
    to_printer.draw(file.read_bytes(), printer)
    job = cups.next_job()
    cups.remove("Simple")
    pages, (kept_page,) = ink.pages(job.pdf), ink.pages(file)
    printed = [page for page in pages if page.picture.getextrema()[0] < ink.DARK]
    assert len(printed) == 2
    for page in printed:
        ink.assert_same(page.turned_like(kept_page), kept_page, EXACT)
    assert "sides=two-sided-short-edge" in job.options


def test_a_paper_saved_is_as_large_as_one_printed(cups, desk, make, tmp_path: Path):
    """What a person lays a ruler on: the same paper out of the printer and out of the file."""
    make.people(2)
    document = make.document("ЖН-ALT-40")
    make.audience(document)
    file = tmp_path / "Парақ.pdf"
    printing.acquaintance(desk, make.sheet(document), file)
    to_printer.draw(file.read_bytes(), to_printer.remembered(Choice("Kense"), "Парақ", A4))
    for page, same in zip(ink.pages(cups.next_job().pdf), ink.pages(file), strict=True):
        ink.assert_same(page, same, EXACT)
