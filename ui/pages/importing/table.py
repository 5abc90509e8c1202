"""The preview table: every row of the file with what will become of it, decided with keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from altdesk.domain.text import fold
from ui.columns import ListQuery
from ui.table import Table

# The letter of a decision, and the letters on the same key of the Kazakh and Russian keyboards.
DECISION_KEYS = {"n": "new", "т": "new", "u": "update", "г": "update", "x": "out", "ч": "out"}


class PreviewRows:
    """The row source over a preview: rows filtered by state and text, in the order asked for.

    `state_of` answers the key of a row's chip, `text_of` what the filter looks through, `line_of` what is shown. Rows
    are known by their place in the preview, counted from 1.
    """

    def __init__(
        self,
        rows: Sequence[Any],
        state_of: Callable[[Any], str],
        text_of: Callable[[Any], str],
        line_of: Callable[[int, Any], Any],
        orders: Mapping[str, Callable[[Any], Any]],
    ) -> None:
        self._rows, self._state_of, self._text_of, self._line_of = rows, state_of, text_of, line_of
        self._orders = orders
        self._folded: dict[int, str] = {}
        self._asked: tuple[ListQuery, list[int]] | None = None

    def ids(self, query: ListQuery, limit: int | None = None) -> Sequence[int]:
        kept = self._asked
        if kept is None or kept[0] != query:
            kept = (query, self._found(query))
            self._asked = kept
        return kept[1][:limit]

    def count(self, query: ListQuery) -> int:
        return len(self.ids(query))

    def lines(self, ids: Sequence[int]) -> Sequence[Any]:
        return [self._line_of(number, self._rows[number - 1]) for number in ids]

    def _found(self, query: ListQuery) -> list[int]:
        numbers = list(range(1, len(self._rows) + 1))
        state = query.more[0] if query.more else ""
        if state:
            numbers = [n for n in numbers if self._state_of(self._rows[n - 1]) == state]
        for word in fold(query.text).split():
            numbers = [n for n in numbers if word in self._fold(n)]
        if order := self._orders.get(query.sort):
            numbers.sort(key=lambda n: order(self._rows[n - 1]), reverse=query.descending)
        elif query.descending:
            numbers.reverse()
        return numbers

    def _fold(self, number: int) -> str:
        key = self._folded.get(number)
        if key is None:
            key = self._folded[number] = fold(self._text_of(self._rows[number - 1]))
        return key


class PreviewTable(Table):
    """A list whose selected rows are decided with N, U and X, whatever the keyboard's language."""

    decided = Signal(str)  # new, update or out

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        decision = DECISION_KEYS.get(event.text().lower()) if plain else None
        if decision and self.state() != self.State.EditingState:
            self.decided.emit(decision)
        else:
            super().keyPressEvent(event)

    def go_on(self, row: int) -> None:
        """Stand on a row, as after a decision."""
        if 0 <= row < self.rows.rowCount():
            self.selectRow(row)
            self.scrollTo(self.rows.index(row, 0))
