"""The window's part of the self-test: Qt is whole, its pictures are drawn, a page is shown and its text found."""

from __future__ import annotations

import os
import sys


def page_text(content: bytes) -> str:
    """Show the first page of a PDF without a screen; its text as the preview reads it."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QSize
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtSvg import QSvgRenderer
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(sys.argv[:1])
    drawn = QSvgRenderer(QByteArray(b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'))
    if not drawn.isValid():
        raise RuntimeError("SVG pictures cannot be drawn")
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.render(0, QSize(210, 297)).isNull():
        raise RuntimeError("the page cannot be shown")
    text = document.getAllText(0).text()
    document.close()
    del app
    return str(text)
