"""Icons: one family (Material Design, as qtawesome ships it), drawn in the colour of the palette at paint time."""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from ui.theme import ICON_SIZE, Tone, colours

_FONT = "materialdesignicons6-webfont-6.9.96.ttf"
_MAP = "materialdesignicons6-webfont-charmap-6.9.96.json"


@cache
def _family() -> str:
    """The family of the icon font. Importing qtawesome would read all its fonts; only one file is needed."""
    spec = find_spec("qtawesome")
    for place in (spec.submodule_search_locations or []) if spec else []:
        number = QFontDatabase.addApplicationFont(str(Path(place) / "fonts" / _FONT))
        if number >= 0:
            return QFontDatabase.applicationFontFamilies(number)[0]
    return ""


@cache
def _codes() -> dict[str, str]:
    """Thousands of icons, each with its number in the font, hexadecimal as it is shipped."""
    spec = find_spec("qtawesome")
    for place in (spec.submodule_search_locations or []) if spec else []:
        names: dict[str, str] = json.loads((Path(place) / "fonts" / _MAP).read_text(encoding="utf-8"))
        return names
    return {}


def _letter(name: str) -> str:
    """The letter of the font that is this icon; empty for one the family has not."""
    code = _codes().get(name)
    return chr(int(code, 16)) if code else ""


def known(name: str) -> bool:
    """Whether the family has this icon."""
    return name in _codes()


class _Engine(QIconEngine):
    """Draws one letter of the icon font."""

    def __init__(self, name: str, tone: Tone) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        letter = _letter(self._name)
        if not letter:
            return
        font = QFont(_family())
        font.setPixelSize(max(1, min(rect.width(), rect.height())))
        painter.save()
        tone = Tone.QUIET if mode == QIcon.Mode.Disabled else self._tone
        painter.setPen(colours().of(tone))
        painter.setFont(font)
        side = Qt.AlignmentFlag.AlignLeft if rect.width() > rect.height() else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(QRectF(rect), side | Qt.AlignmentFlag.AlignVCenter, letter)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        if made.isNull():  # no room for it, for a moment while what stands around is laid out
            return made
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tone)


def icon(name: str, tone: Tone = Tone.PLAIN) -> QIcon:
    """An icon of the family by its mdi name, e.g. `account-group`; it follows the theme."""
    return QIcon(_Engine(name, tone)) if name else QIcon()


def pixmap(name: str, tone: Tone = Tone.PLAIN, size: int = ICON_SIZE, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` logical pixels, for labels."""
    made = _Engine(name, tone).pixmap(
        QSize(round(size * ratio), round(size * ratio)), QIcon.Mode.Normal, QIcon.State.Off
    )
    made.setDevicePixelRatio(ratio)
    return made
