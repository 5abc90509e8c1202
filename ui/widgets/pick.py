"""A field to add to a list with: finds while typing, hands over what is chosen, and is empty again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from ui.icons import icon
from ui.theme import GRID, ROW_HEIGHT, Tone
from ui.widgets.finder import FinderInput, Suggestion
from ui.work import Work

WIDER = 1.3  # the offers than the field, for names with what they are


class PickInput(FinderInput):
    """Opens its offers on a click or Down; Enter takes the first of what is found."""

    picked = Signal(object)  # the suggestion's value

    def __init__(
        self, work: Work, search: Callable[[str], Sequence[Suggestion]], icon_of: Callable[[Any], str]
    ) -> None:
        super().__init__(work, search)
        self._icon_of = icon_of
        self.addAction(icon("plus", Tone.QUIET), self.ActionPosition.LeadingPosition)

    def take(self, suggestion: Suggestion) -> None:
        self._soon.stop()
        QTimer.singleShot(0, self, self.clear)  # the list of offers still writes into the field after this
        self.picked.emit(suggestion.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._completer.popup()
        open_ = popup is not None and popup.isVisible()
        if event.key() == Qt.Key.Key_Escape and self.text() and not open_:
            self.clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not open_:
            self.look()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.look()

    def _offer(self, found: Sequence[Suggestion]) -> None:
        super()._offer(found)
        for row, suggestion in enumerate(self.offered()):
            item = self._model.item(row)
            item.setSizeHint(QSize(0, max(ROW_HEIGHT - 4, self.fontMetrics().height() + GRID)))
            item.setToolTip(item.text())
            item.setIcon(icon(self._icon_of(suggestion.value), Tone.QUIET))
        popup = self._completer.popup()
        if popup is not None:
            popup.setMinimumWidth(int(self.width() * WIDER))
            if popup.isVisible():
                self._completer.complete()  # once more, as tall as the rows are now
        if found and self.text().strip() and popup is not None and popup.isVisible():
            popup.setCurrentIndex(self._completer.completionModel().index(0, 0))
