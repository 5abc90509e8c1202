"""Where the window stands on the screen: as it was left, else as large as is good to work in."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from altdesk.settings import S, Settings


def restore(window: QWidget, settings: Settings) -> None:
    """Put the window where it was left."""
    room = window.screen().availableSize()
    window.resize(min(1280, room.width()), min(720, room.height()))
    kept = settings.get(S.geometry)
    if kept:
        window.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "ignore")))


def keep(window: QWidget, settings: Settings) -> None:
    """Remember where the window stands."""
    settings.set(S.geometry, bytes(window.saveGeometry().toBase64().data()).decode("ascii"))
