"""How a fault names the widget it was found at."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

SLACK = 2  # pixels


def called(widget: QWidget) -> str:
    """How a fault names a widget."""
    texts = (getattr(widget, "text", str), widget.accessibleName, getattr(widget, "placeholderText", str))
    said = next((text() for text in texts if text()), "")
    return f"{type(widget).__name__} «{said[:60]}» in {'/'.join(_above(widget))}"


def _above(widget: QWidget) -> list[str]:
    names: list[str] = []
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if type(parent).__module__.startswith("ui."):
            names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return names[::-1][-3:]
