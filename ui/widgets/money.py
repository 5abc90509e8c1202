"""The field for a sum of money: types forgivingly, shows it with its thousands apart once one leaves it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtGui import QFocusEvent

from altdesk.domain.errors import Refusal
from altdesk.domain.money import digits, parse_money
from ui.widgets.inputs import LineInput


class MoneyInput(LineInput):
    """A sum in tenge, or none."""

    def value(self) -> Decimal | None:  # type: ignore[override]
        """The sum meant. Raises Refusal when the text is none."""
        return parse_money(self.text()) if self.text().strip() else None

    def set_value(self, value: Decimal | None) -> None:  # type: ignore[override]
        self.setText("" if value is None else digits(value))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        try:
            meant = self.value()
        except Refusal:
            return
        if meant is not None and self.text() != digits(meant):
            self.set_value(meant)
