"""Long text with ready phrases: a short key and Ctrl+Space becomes the phrase, or a list to choose it from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel, QTextCursor
from PySide6.QtWidgets import QCompleter

from altdesk.domain.marking import N_
from altdesk.domain.text import fold
from ui.widgets.finder import Suggestion
from ui.widgets.inputs import LongInput
from ui.words import Words
from ui.work import Work

SHOWN = 70  # letters of a phrase in the list
_SUGGESTION = int(Qt.ItemDataRole.UserRole)


class PhrasedInput(LongInput):
    """`offers(key)` answers phrases: the value is the text, the title its short key. It runs in the desk's room."""

    def __init__(self, work: Work, words: Words, offers: Callable[[str], Sequence[Suggestion]]) -> None:
        super().__init__()
        self._work, self._offers = work, offers
        words(self, tip=N_("Ctrl+Space: a ready phrase"))
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(8)
        self._completer.setWidget(self)
        chosen: Any = self._completer.activated  # overloaded: text or index
        chosen[QModelIndex].connect(self._take_index)

    def offer(self) -> None:
        """Insert the phrase whose key stands before the cursor; else offer those that begin so."""
        key = self._word()
        self._work.do(lambda: self._offers(key), lambda found: self._offered(key, found), topic=f"phrases-{id(self)}")

    def take(self, phrase: Suggestion) -> None:
        """Put a phrase in the place of the key before the cursor."""
        cursor, key = self.textCursor(), self._word()
        if key and fold(phrase.title).startswith(fold(key)):
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(key))
        cursor.insertText(str(phrase.value))
        self.setTextCursor(cursor)

    def _offered(self, key: str, found: Sequence[Suggestion]) -> None:
        meant = [phrase for phrase in found if key and fold(phrase.title) == fold(key)]
        if len(meant) == 1:
            self.take(meant[0])
            return
        self._model.clear()
        for phrase in found:
            item = QStandardItem(f"{phrase.title}  ·  {' '.join(str(phrase.value).split())[:SHOWN]}")
            item.setData(phrase, _SUGGESTION)
            self._model.appendRow(item)
        if not self._model.rowCount():
            return
        place = self.cursorRect()
        popup = self._completer.popup()
        place.setWidth(min(self.width(), max(popup.sizeHintForColumn(0) + 40, 280)) if popup else 280)
        self._completer.complete(place)

    def _take_index(self, index: QModelIndex) -> None:
        phrase = index.data(_SUGGESTION)
        if isinstance(phrase, Suggestion):
            self.take(phrase)

    def _word(self) -> str:
        """What is typed before the cursor, back to the nearest space."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        return before[before.rfind(" ") + 1 :]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._completer.popup()
        takes = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
        if popup is not None and popup.isVisible() and event.key() in takes:
            event.ignore()  # the list's own
        elif self.isReadOnly():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.offer()
        else:
            super().keyPressEvent(event)
