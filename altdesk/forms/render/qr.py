"""QR codes as drawing operators: ReportLab's encoder, dark modules of a row merged into one rectangle."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import Any

from altdesk.forms.marks import MODULES

VERSION = 2
MOST = 29  # alphanumerics at level Q


@lru_cache(maxsize=512)
def operators(text: str) -> str:
    """Path of a version 2 level Q code in module units, y upwards from the lower left corner; filled."""
    out = []
    for row, dark in enumerate(modules(text)):
        column = 0
        for black, run in groupby(dark):
            wide = len(list(run))
            if black:
                out.append(f"{column} {MODULES - 1 - row} {wide} 1 re")
            column += wide
    return "\n".join(out) + "\nf"


def modules(text: str) -> list[list[bool]]:
    """The rows of modules. Raises ValueError for a text that version 2 level Q cannot hold as alphanumerics."""
    from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRErrorCorrectLevel

    if len(text) > MOST:
        raise ValueError("too long for a version 2 code at level Q")
    code: Any = QRCode(VERSION, QRErrorCorrectLevel.Q)
    code.addData(QRAlphaNum(text))
    code.make()
    rows: list[list[bool]] = code.modules
    return rows
