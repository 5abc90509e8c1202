"""The left half of a list page: the list or what it is for while it is empty, and the footer with its sums."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui.theme import GRID, Tone, set_tone


class _Middle(QStackedWidget):
    """Needs no more room than what is shown in it: a list need not be as wide as the button that would fill it."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _at: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()


class ListBody(QWidget):
    """Shows the list or, in its place, why there is nothing."""

    def __init__(self, table: QWidget, empty: QWidget, footer: QLabel) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._table, self._empty = table, empty
        self._instead: QWidget | None = None
        self._there = True
        self._middle = _Middle()
        self._middle.addWidget(table)
        self._middle.addWidget(empty)
        self._footer = footer
        set_tone(footer, Tone.QUIET)
        footer.setContentsMargins(GRID, 6, GRID, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._middle, 1)
        column.addWidget(footer)

    def show_list(self, *, there: bool) -> None:
        """Show the list, or with nothing there the empty state."""
        self._there = there
        self._middle.setCurrentWidget(self._instead or (self._table if there else self._empty))

    def hold(self, view: QWidget) -> None:
        """Keep another view of the same records, a calendar, to be shown in the place of the list."""
        self._middle.addWidget(view)

    def show_instead(self, widget: QWidget | None) -> None:
        """Show a view that is kept in the place of the list; the list again without one."""
        self._instead = widget
        self._footer.setVisible(widget is None)
        self.show_list(there=self._there)
