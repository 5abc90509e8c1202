"""The paper's typeface for ReportLab: Tinos by path, registered once, and the widths layout measures with."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from altdesk.folders import resources
from altdesk.forms.blocks import Face

FILES = {
    Face.REGULAR: "Tinos-Regular",
    Face.BOLD: "Tinos-Bold",
    Face.ITALIC: "Tinos-Italic",
    Face.BOLD_ITALIC: "Tinos-BoldItalic",
}
NO_LETTERS = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


@cache
def font(face: Face) -> Any:
    """ReportLab's font of a face, registered under its own name."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = FILES[face]
    made = TTFont(name, str(resources("fonts") / f"{name}.ttf"), shapable=False)
    pdfmetrics.registerFont(made)
    return made


@cache
def widths(face: Face) -> dict[str, float]:
    """Width in em of every character the face can print; control and formatting characters it cannot."""
    known = font(face).face
    return {
        char: known.charWidths.get(code, known.defaultWidth) / 1000
        for code, char in ((code, chr(code)) for code in known.charToGlyph)
        if unicodedata.category(char) not in NO_LETTERS
    }


class TinosMetrics(Mapping[Face, Mapping[str, float]]):
    """The widths of all faces; a face is loaded when it is first asked for."""

    def __getitem__(self, face: Face) -> Mapping[str, float]:
        return widths(face)

    def __iter__(self) -> Iterator[Face]:
        return iter(Face)

    def __len__(self) -> int:
        return len(Face)
