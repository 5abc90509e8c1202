"""A paper on its way to a printer: the system's own dialog, then page by page at the paper's own size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageRanges, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.printing import Choice, Sides
from ui import spooler

DOTS = 600
"""Dots per inch at most: no office printer shows more, and at 1200 a page takes half a gigabyte."""

_DUPLEX = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT: QPrinter.DuplexMode.DuplexShortSide,
}


def remembered(choice: Choice, title: str, points: QSizeF) -> QPrinter:
    """The printer of the last print, set as it was then; the system's own first one where there is none."""
    known = QPrinterInfo.printerInfo(choice.printer) if choice.known else QPrinterInfo()
    high = QPrinter.PrinterMode.HighResolution
    printer = QPrinter(high) if known.isNull() else QPrinter(known, high)
    printer.setDocName(title)
    printer.setPageLayout(_layout(points))
    printer.setCopyCount(choice.copies)
    printer.setCollateCopies(choice.collated)
    printer.setDuplex(_DUPLEX[choice.sides])
    return printer


def ask(parent: QWidget, printer: QPrinter, pages: int) -> bool:
    """Let the person choose in the system's dialog; False when they thought better of it."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage, on=False)
    dialog.setMinMax(1, max(1, pages))
    return dialog.exec() == QPrintDialog.DialogCode.Accepted


def chosen(printer: QPrinter, before: Choice) -> Choice:
    """What was chosen, to be remembered; a file is no printer to go back to."""
    if printer.outputFileName():
        return before
    sides = sides_of(printer)
    return replace(
        before,
        printer=printer.printerName(),
        copies=max(1, printer.copyCount()),
        collated=printer.collateCopies(),
        sides=sides,
    )


def sides_of(printer: QPrinter) -> Sides:
    """The sides that are printed on; what the printer decides by itself goes by the way the paper stands, and one that
    cannot turn a sheet prints on one side whatever it was asked for."""
    duplex = printer.duplex()
    if duplex not in (QPrinterInfo.printerInfo(printer.printerName()).supportedDuplexModes() or [duplex]):
        return Sides.ONE
    match duplex:
        case QPrinter.DuplexMode.DuplexLongSide:
            return Sides.LONG
        case QPrinter.DuplexMode.DuplexShortSide:
            return Sides.SHORT
        case QPrinter.DuplexMode.DuplexAuto:
            lying = printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape
            return Sides.SHORT if lying else Sides.LONG
    return Sides.ONE


def wrong_size(printer: QPrinter, points: QSizeF) -> Refusal | None:
    """That paper of another size was chosen in the dialog, or that the printer has none of this one; None when all is
    well."""
    size = printer.pageLayout().pageSize()
    if not spooler.same_size(size, points):
        said = N_(
            "Paper %(chosen)s is chosen for the printer, and this paper is %(size)s. Choose %(size)s and print again."
        )
        wrong = spooler.called(size.size(QPageSize.Unit.Point))
        return Refusal(said, chosen=wrong, size=spooler.called(points))
    return None if printer.outputFileName() else spooler.lacking(printer.printerName(), points)


def take_range(printer: QPrinter, count: int) -> Sequence[int]:
    """The pages asked for in the dialog, from 0; from here on the printer prints all it is given."""
    pages = _asked(printer, count)
    printer.setPageRanges(QPageRanges())
    return pages or range(count)


def draw(content: bytes, printer: QPrinter, tell: Callable[[int, int], None] = lambda _done, _total: None) -> None:
    """Draw the pages of a PDF that were asked for; runs beside the window. `tell` may raise to stop it.

    Raises Refusal when the printer does not take them.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = _wanted(printer, document.pageCount())
    painter = QPainter()
    try:
        for done, page in enumerate(pages):
            tell(done, len(pages))
            printer.setPageLayout(_layout(document.pagePointSize(page)))
            if not (printer.newPage() if done else painter.begin(printer)):
                raise _refused(printer)
            _draw_page(painter, document, page, printer.resolution())
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
        document.close()
    why = "" if printer.outputFileName() else spooler.not_taken()
    if why:
        raise _refused(printer, why)


def _refused(printer: QPrinter, why: str = "") -> Refusal:
    name = printer.outputFileName() or printer.printerName()
    if why:
        return Refusal(
            N_("The printer %(printer)s did not take the pages: %(why)s."), printer=name, why=why.rstrip(".")
        )
    return Refusal(N_("The printer %(printer)s did not take the pages."), printer=name)


def _asked(printer: QPrinter, count: int) -> list[int]:
    ranges = printer.pageRanges()
    return [page for page in range(count) if ranges.isEmpty() or ranges.contains(page + 1)]


def _wanted(printer: QPrinter, count: int) -> Sequence[int]:
    """The pages asked for, counted from 0, in the order asked for; on both sides of sheets as they follow."""
    pages = _asked(printer, count)
    backwards = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst and sides_of(printer) is Sides.ONE
    return pages[::-1] if backwards else pages


def _layout(points: QSizeF) -> QPageLayout:
    """The whole sheet, whatever margins the printer would like: the paper has its own."""
    lying = points.width() > points.height()
    size = QPageSize(
        points.transposed() if lying else points,
        QPageSize.Unit.Point,
        matchPolicy=QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, way, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _draw_page(painter: QPainter, document: QPdfDocument, page: int, resolution: int) -> None:
    points = document.pagePointSize(page)
    picture = document.render(page, (points * (min(resolution, DOTS) / 72)).toSize())
    whiten = QPainter(picture)
    whiten.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
    whiten.fillRect(picture.rect(), Qt.GlobalColor.white)
    whiten.end()
    picture.convertTo(QImage.Format.Format_RGB32)  # nothing to see through is drawn twice as fast
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # a scanner will read these lines
    size = points * (resolution / 72)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), picture)
