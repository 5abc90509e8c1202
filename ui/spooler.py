"""What the system knows of a printer: whether it is there, answers and has the paper, and whether it took the pages."""

from __future__ import annotations

import ctypes
import sys

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_

FUZZY = 3.0  # pt: two drivers seldom say one size alike
TAKEN = 0x0100  # CUPS: what is below is success


def trouble(name: str, points: QSizeF) -> Refusal | None:
    """Why a paper of this size (pt) cannot go to a printer without asking, or None."""
    known = QPrinterInfo.printerInfo(name)
    if known.isNull():
        return Refusal(N_("The printer %(printer)s is not there any more. Choose another one."), printer=name)
    if known.state() == QPrinter.PrinterState.Error:
        said = N_("The printer %(printer)s does not answer. See whether it is on and has paper, or choose another one.")
        return Refusal(said, printer=name)
    return lacking(name, points)


def lacking(name: str, points: QSizeF) -> Refusal | None:
    """That a printer has no paper of this size, or None; one that does not say what it has is believed to have it."""
    sizes = QPrinterInfo.printerInfo(name).supportedPageSizes()
    if not sizes or any(same_size(size, points) for size in sizes):
        return None
    said = N_("The printer %(printer)s has no paper %(size)s. Choose another one: a paper is never made smaller.")
    return Refusal(said, printer=name, size=called(points))


def same_size(size: QPageSize, points: QSizeF) -> bool:
    """Whether a size of paper is this one, standing or lying."""
    has = size.size(QPageSize.Unit.Point)
    sides = sorted((points.width(), points.height()))
    return all(abs(one - other) <= FUZZY for one, other in zip(sorted((has.width(), has.height())), sides, strict=True))


def called(points: QSizeF) -> str:
    """A size of paper as a person says it: «A4», else its millimetres."""
    standing = QSizeF(min(points.width(), points.height()), max(points.width(), points.height()))
    size = QPageSize(standing, QPageSize.Unit.Point, matchPolicy=QPageSize.SizeMatchPolicy.FuzzyMatch)
    if size.id() != QPageSize.PageSizeId.Custom:
        return size.name().split(" (")[0]
    return "{:.0f} × {:.0f}".format(*(side / 72 * 25.4 for side in (standing.width(), standing.height())))


def not_taken() -> str:
    """Why the pages this thread has just sent were not taken, in the system's words; empty when they were.

    CUPS answers Qt, and Qt tells nobody. Elsewhere the printer's own answers to begin and newPage have said it.
    """
    if not sys.platform.startswith("linux"):
        return ""
    try:
        cups = ctypes.CDLL("libcups.so.2")
    except OSError:
        return ""
    if cups.cupsLastError() < TAKEN:
        return ""
    cups.cupsLastErrorString.restype = ctypes.c_char_p
    return str((cups.cupsLastErrorString() or b"?").decode("utf-8", "replace"))
