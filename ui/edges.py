"""What a printer leaves blank at the edges of a sheet, and whether a paper has something to print there."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QTransform
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_

MM = 72 / 25.4  # pt
SLACK = 0.5  # mm; drivers round what they leave blank
PALE = 0xF0  # of 255: what is lighter is no ink


def cut(name: str, document: QPdfDocument) -> Refusal | None:
    """That a printer would cut something at an edge of a paper, or None. The first pages and the last are looked at:
    a front, a back, an end."""
    last = document.pageCount() - 1
    for page in sorted({0, min(1, last), last}):
        blank, free = unprintable(name, document.pagePointSize(page)), _free(document, page)
        sides = (
            (blank.left(), free.left()),
            (blank.top(), free.top()),
            (blank.right(), free.right()),
            (blank.bottom(), free.bottom()),
        )
        lost = [left for left, wanted in sides if left > wanted + SLACK]
        if lost:
            said = N_(
                "The printer %(printer)s prints nothing on the outer %(edge)s mm of a sheet: a mark or a line there"
                " would be cut. Choose another printer, or print once more to have it as it is."
            )
            return Refusal(said, printer=name, edge=f"{max(lost):.0f}")
    return None


def unprintable(name: str, points: QSizeF) -> QMarginsF:
    """The edges of a paper of this size, as it stands, that a printer leaves blank, in mm; none for one not known."""
    known = QPrinterInfo.printerInfo(name)
    if known.isNull():
        return QMarginsF()
    lying = points.width() > points.height()
    printer = QPrinter(known, QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(points.transposed() if lying else points, QPageSize.Unit.Point))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait)
    layout = printer.pageLayout()
    layout.setUnits(QPageLayout.Unit.Millimeter)
    return layout.minimumMargins()


def _free(document: QPdfDocument, page: int) -> QMarginsF:
    """How far the ink of a page is from each of its edges, in mm."""
    drawn = document.render(page, document.pagePointSize(page).toSize())  # a dot for a point
    picture = QImage(drawn.size(), QImage.Format.Format_Grayscale8)
    picture.fill(0xFF)
    over = QPainter(picture)
    over.drawImage(0, 0, drawn)
    over.end()
    aside = picture.transformed(QTransform().rotate(-90))  # its right edge comes to the top
    down, across = _inked(picture), _inked(aside)
    left, right = aside.height() - 1 - across[1], across[0]
    top, bottom = down[0], picture.height() - 1 - down[1]
    return QMarginsF(left / MM, top / MM, right / MM, bottom / MM)


def _inked(picture: QImage) -> tuple[int, int]:
    """The first and the last row of dots with ink in it; for an empty page nothing is near an edge."""
    content, wide, step = bytes(picture.constBits()), picture.width(), picture.bytesPerLine()
    rows = [at for at in range(picture.height()) if min(content[at * step : at * step + wide]) < PALE]
    return (rows[0], rows[-1]) if rows else (picture.height(), -1)
