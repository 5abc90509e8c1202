"""Filters of a list: a few choices in a row above it, remembered for the next time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from altdesk.domain.marking import N_
from altdesk.settings import S
from ui.shell import Shell
from ui.theme import GRID
from ui.widgets.flow import Flow
from ui.widgets.inputs import ChoiceInput
from ui.widgets.parts import button

Choices = Sequence[tuple[Any, str]]


@dataclass(frozen=True)
class Filter:
    """One filter: its values (a key each that a file can keep) with marked words or names; None is everything."""

    key: str
    label: str
    choices: Choices = ()
    everything: str = N_("All")
    begin: Any = None  # what is chosen until the person chooses


class FilterRow(QWidget):
    """Shows the filters of one page."""

    changed = Signal()

    def __init__(self, shell: Shell, page: str, filters: Sequence[Filter]) -> None:
        super().__init__()
        self._shell, self._page = shell, page
        self._choices: dict[str, Choices] = {each.key: each.choices for each in filters}
        self._everything = {each.key: each.everything for each in filters}
        kept = shell.settings.of_page(S.filters, page)
        begin = {each.key: each.begin for each in filters if each.begin is not None}
        self._wanted: dict[str, Any] = dict(begin if kept is None else kept)
        self.inputs: dict[str, ChoiceInput] = {}
        self._flow = Flow(self)
        self._flow.setSpacing(2 * GRID)
        for each in filters:
            self._flow.addWidget(self._box(each))
        self.clear_button = button(shell, N_("Show all"), self.clear, "filter-off-outline")
        self._flow.addWidget(self.clear_button)
        self._show_clear()

    def stand_before(self, *after: QWidget) -> None:
        """Tab goes through the filters first, then through these."""
        for one, other in pairwise((*self.inputs.values(), self.clear_button, *after)):
            self.setTabOrder(one, other)

    def values(self) -> dict[str, Any]:
        """What is chosen, by key; None where everything is shown."""
        return {key: made.value() for key, made in self.inputs.items()}

    def offer(self, key: str, choices: Choices) -> None:
        """Other values of a filter, such as the bodies there are now; what was chosen stays where it is among them."""
        made = self.inputs[key]
        chosen = made.value() if made.value() is not None else self._wanted.get(key)
        self._choices[key] = choices
        made.blockSignals(True)
        made.say_again()
        made.set_value(chosen)
        made.blockSignals(False)
        self._show_clear()

    def choose(self, **chosen: Any) -> None:
        """Choose values; the rest stays."""
        for key, value in chosen.items():
            self.inputs[key].set_value(value)

    def clear(self) -> None:
        """Show everything again."""
        self.choose(**dict.fromkeys(self.inputs))

    def add(self, widget: QWidget) -> None:
        """One more filter, of the page's own."""
        self._flow.addWidget(widget)

    def _box(self, declared: Filter) -> QWidget:
        say, key = self._shell.say, declared.key

        def pairs() -> list[tuple[Any, str]]:
            return [(None, say(self._everything[key])), *((value, say(word)) for value, word in self._choices[key])]

        made, box, label = ChoiceInput(pairs), QWidget(), QLabel()
        made.set_value(self._wanted.get(key))
        label.setBuddy(made)
        self._shell.words(label, text=declared.label)
        self._shell.words(made, name=declared.label)
        self._shell.words.switched.connect(made.say_again)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(label)
        row.addWidget(made)
        made.changed.connect(self._chosen)
        self.inputs[key] = made
        return box

    def _chosen(self) -> None:
        self._wanted = {key: value for key, value in self.values().items() if value is not None}
        self._shell.settings.set_of_page(S.filters, self._page, self._wanted)
        self._show_clear()
        self.changed.emit()

    def _show_clear(self) -> None:
        self.clear_button.setVisible(any(value is not None for value in self.values().values()))
