"""A field that finds while typing: persons by any part of a name, units and posts already in use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from altdesk.domain.marking import N_
from ui.theme import FIELD_HEIGHT
from ui.words import Words
from ui.work import Work

WAIT_MS = 60
_SUGGESTION = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class Suggestion:
    """What a finder offers: `value` is what the field then holds."""

    value: Any
    title: str
    subtitle: str = ""


class FinderInput(QLineEdit):
    """A line that offers what `search(text)` finds; searching happens in the desk's room."""

    changed = Signal()

    def __init__(self, work: Work, search: Callable[[str], Sequence[Suggestion]]) -> None:
        super().__init__()
        self._work, self._search = work, search
        self._model = QStandardItemModel(self)
        self.setMinimumHeight(FIELD_HEIGHT)
        self.setTextMargins(4, 0, 4, 0)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(10)
        self._completer.setWidget(self)
        chosen: Any = self._completer.activated  # overloaded: text or index
        chosen[QModelIndex].connect(self._take_index)
        self._soon = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._soon.timeout.connect(self.look)
        self.textEdited.connect(lambda _text: self._soon.start())
        self.textChanged.connect(self.changed)

    def look(self) -> None:
        """Search for what is typed, and offer what is found."""
        text = self.text()
        self._work.do(lambda: self._search(text), self._offer, topic=f"finder-{id(self)}")

    def take(self, suggestion: Suggestion) -> None:
        """Hold what was chosen."""
        self.setText(suggestion.title)

    def offered(self) -> list[Suggestion]:
        """What is offered now."""
        return [self._model.item(row).data(_SUGGESTION) for row in range(self._model.rowCount())]

    def more(self, _text: str) -> list[Suggestion]:
        """What is offered besides what was found."""
        return []

    def _offer(self, found: Sequence[Suggestion]) -> None:
        self._model.clear()
        for suggestion in [*found, *self.more(self.text())]:
            shown = f"{suggestion.title}  ·  {suggestion.subtitle}" if suggestion.subtitle else suggestion.title
            item = QStandardItem(shown)
            item.setData(suggestion, _SUGGESTION)
            self._model.appendRow(item)
        if self._model.rowCount() and self.hasFocus():
            self._completer.complete()
        elif popup := self._completer.popup():
            popup.hide()

    def _take_index(self, index: QModelIndex) -> None:
        suggestion = index.data(_SUGGESTION)
        if isinstance(suggestion, Suggestion):
            self.take(suggestion)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._completer.popup()
        if popup is not None and popup.isVisible() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_F4} and not (popup and popup.isVisible()):
            self.look()
            return
        super().keyPressEvent(event)


class CompletedInput(FinderInput):
    """Free text, with what is already in use offered."""

    def value(self) -> str:
        return self.text()

    def set_value(self, value: str) -> None:
        self.setText(value or "")
        self.setCursorPosition(0)

    def typed(self) -> str:
        return self.text()

    def set_typed(self, typed: Any) -> None:
        self.setText(str(typed))


@dataclass(frozen=True)
class _New:
    name: str


class PersonInput(FinderInput):
    """One person of the register, or none. With `add` a new one can be made in place from what is typed."""

    def __init__(
        self,
        work: Work,
        words: Words,
        search: Callable[[str], Sequence[Suggestion]],
        name_of: Callable[[int], str],
        add: Callable[[str], int] | None = None,
    ) -> None:
        super().__init__(work, search)
        self._words, self._name_of, self._add = words, name_of, add
        self._id: int | None = None
        self.textEdited.connect(self._forget)

    @property
    def chosen_id(self) -> int | None:
        """Who was chosen; None too while a name is being typed."""
        return self._id

    def value(self) -> int | None:
        """The id. Raises Refusal for a text that was not chosen from what is offered."""
        from altdesk.domain.errors import Refusal

        if self._id is None and self.text().strip():
            raise Refusal(N_("Choose the person from the list, or add a new one."))
        return self._id

    def set_value(self, value: int | None) -> None:
        self._id = value
        if value is None:
            self.setText("")
            return
        self._work.do(lambda: self._name_of(value), lambda name: self._show_name(value, name), topic=f"name-{id(self)}")

    def typed(self) -> Any:
        return [self._id, self.text()]

    def set_typed(self, typed: Any) -> None:
        match typed:
            case [int() | None as number, str(text)]:
                self._id = number
                self.setText(text)

    def more(self, text: str) -> list[Suggestion]:
        name = " ".join(text.split())
        if self._add is None or not name:
            return []
        return [Suggestion(_New(name), self._words.say(N_("New person: %(name)s"), name=name))]

    def take(self, suggestion: Suggestion) -> None:
        if isinstance(suggestion.value, _New) and self._add is not None:
            name, add = suggestion.value.name, self._add
            self._work.do(lambda: add(name), self._added)
            return
        self.setText(suggestion.title)
        self._id = suggestion.value
        self.changed.emit()

    def _added(self, number: int) -> None:
        self.set_value(number)
        self.changed.emit()

    def _show_name(self, number: int, name: str) -> None:
        """The name of who is chosen, come later than the choice: nobody changed anything, or something is typed now."""
        if self._id != number:
            return
        before = self.blockSignals(True)
        self.setText(name)
        self.blockSignals(before)
        self.setCursorPosition(0)

    def _forget(self, _text: str) -> None:
        self._id = None
