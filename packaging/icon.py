"""Draws altdesk.ico and the installer's picture from resources/icons/altdesk.svg:  uv run python packaging/icon.py"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)  # px; Windows takes 20 and 40 at 125 %


def drawn(size: int) -> Image.Image:
    """The picture at one size, each drawn anew so that small ones stay sharp."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICONS / "altdesk.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data())))


def side() -> Image.Image:
    """The picture at the side of the installer's first and last page."""
    picture = Image.new("RGB", (164, 314), "#1d5a9e")
    drawn_once = drawn(128)
    picture.paste(drawn_once, (18, 40), drawn_once)
    return picture.quantize(64)


if __name__ == "__main__":
    side().save(Path(__file__).with_name("side.bmp"))
    pictures = [drawn(size) for size in SIZES]
    pictures[-1].save(ICONS / "altdesk.ico", sizes=[(size, size) for size in SIZES], append_images=pictures[:-1])
