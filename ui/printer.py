"""A paper on its way to a printer: the system's own dialog, then page by page at the paper's own size."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

DOTS = 600
"""Dots per inch at most: no office printer shows more, and at 1200 a page takes half a gigabyte."""


def ask(parent: QWidget, title: str, document: QPdfDocument) -> QPrinter | None:
    """The printer as chosen in the system's dialog; None when the person thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageLayout(_layout(document.pagePointSize(0)))
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage, on=False)
    dialog.setMinMax(1, max(1, document.pageCount()))
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def draw(content: bytes, printer: QPrinter, tell: Callable[[int, int], None] = lambda _done, _total: None) -> None:
    """Draw the pages of a PDF that were asked for; runs beside the window. `tell` may raise to stop it."""
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
            if done:
                printer.newPage()
            elif not painter.begin(printer):
                return
            _draw_page(painter, document, page, printer.resolution())
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
        document.close()


def _wanted(printer: QPrinter, count: int) -> Sequence[int]:
    """The pages asked for, counted from 0, in the order asked for."""
    ranges = printer.pageRanges()
    pages = [page for page in range(count) if ranges.isEmpty() or ranges.contains(page + 1)]
    return pages[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else pages


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
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # a scanner will read these lines
    size = points * (resolution / 72)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), picture)
