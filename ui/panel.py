"""A list and what stands beside it: a record's editor or a paper, always in the same place, as wide as last dragged."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from altdesk.settings import S, Settings
from ui.theme import TEXT_POINTS

LIST, PANEL = 60, 40  # per cent, at the usual size of text
GROWS = 20  # per cent that the panel takes of the list where text is twice as large: its lines cannot be scrolled
WITH_PARTS = 360  # least width of a panel where parts stand below the fields


class Panel(QStackedWidget):
    """What stands beside the list: never narrower than what is shown in it needs for its buttons."""

    least = 320

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _at: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        needed = shown.minimumSizeHint() if shown is not None else QSize()
        return QSize(max(self.least, needed.width()), needed.height())


class ListAndPanel(QSplitter):
    """The two side by side; `key` is the page that remembers their widths."""

    def __init__(self, left: QWidget, panel: Panel, settings: Settings, key: str) -> None:
        super().__init__(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._panel, self._settings, self._key = panel, settings, key
        self.setHandleWidth(1)
        self.addWidget(left)
        self.addWidget(panel)
        self.setStretchFactor(0, LIST)
        self.setStretchFactor(1, PANEL)
        self.splitterMoved.connect(lambda *_: self.remember())

    def show_beside(self, widget: QWidget) -> None:
        """Show a widget in the panel, and the panel."""
        if self._panel.indexOf(widget) < 0:
            self._panel.addWidget(widget)
        self._panel.setCurrentWidget(widget)
        if self._panel.isHidden():
            self._panel.show()
            self.setSizes(self._kept_sizes())
        self.remember()

    def close_panel(self) -> None:
        self._panel.hide()
        self.remember()

    def remember(self) -> None:
        """Keep the widths as they are now."""
        sizes = self.sizes()
        if self.isVisible() and len(sizes) == 2 and all(sizes):
            self._settings.set_of_page(S.panels, self._key, [not self._panel.isHidden(), *sizes])

    def _kept_sizes(self) -> list[int]:
        """The widths of list and panel as last dragged, else 60 to 40, or half and half for large text."""
        match self._settings.of_page(S.panels, self._key):
            case [bool(), int(left), int(right)] if left > 0 and right > 0:
                return [left, right]
        whole = max(self.width(), 1000)
        panel = PANEL + round(GROWS * (self.font().pointSizeF() / TEXT_POINTS - 1))
        return [whole * (100 - panel) // 100, whole * panel // 100]
