"""Rows for the clipboard: tab-separated text, and a table of texts for Excel, so that nothing becomes a formula."""

from __future__ import annotations

import atexit
from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def as_tsv(rows: Sequence[Sequence[str]]) -> str:
    """Tab-separated lines; a cell with a tab, a line break or a quote is quoted as Excel does."""
    return "\n".join("\t".join(_cell(cell) for cell in row) for row in rows)


def as_html(rows: Sequence[Sequence[str]]) -> str:
    """The same rows as a table of texts."""
    from html import escape

    lines = ("".join(f"<td style=\"mso-number-format:'\\@'\">{escape(cell)}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def copy_rows(rows: Sequence[Sequence[str]]) -> None:
    """Put rows on the clipboard."""
    data = QMimeData()
    data.setText(as_tsv(rows))
    data.setHtml(as_html(rows))
    QGuiApplication.clipboard().setMimeData(data)
    _leave_text_at_exit()


@cache
def _leave_text_at_exit() -> None:
    """At the end leave the text only: PySide 6.12 crashes when Qt frees our data after Python is gone."""

    def leave_text() -> None:
        clipboard = QGuiApplication.clipboard() if QGuiApplication.instance() is not None else None
        held = clipboard.mimeData() if clipboard is not None else None
        if clipboard is not None and held is not None and "mso-number-format" in held.html():
            clipboard.setText(clipboard.text())

    atexit.register(leave_text)


def _cell(text: str) -> str:
    if any(mark in text for mark in '\t\n\r"'):
        return '"' + text.replace('"', '""') + '"'
    return text
