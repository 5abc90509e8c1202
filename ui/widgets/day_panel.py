"""What is on on one day: its events as lines that open, and the way to add another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from altdesk.domain.dates import long_day
from altdesk.domain.events import Event
from altdesk.domain.marking import N_
from ui.shell import Shell
from ui.theme import GRID, SECTION_POINTS, SEMIBOLD, Tone, set_type
from ui.widgets.event_looks import state_of, times
from ui.widgets.lines import Line, Lines
from ui.widgets.parts import button, button_row

MOST = 60


class DayPanel(QWidget):
    """Stands where the editor stands."""

    closed = Signal()

    def __init__(self, shell: Shell, opened: Callable[[int], None], new: Callable[[date], None]) -> None:
        super().__init__()
        self._shell = shell
        self.day = date.today()
        self.title = QLabel(wordWrap=True)
        set_type(self.title, SECTION_POINTS, SEMIBOLD)
        self.lines = Lines(shell, N_("Events"), "calendar-month-outline", Tone.ACCENT, opened)
        self.new_button = button(shell, N_("Add an event"), lambda: new(self.day), "plus")
        self.close_button = button(shell, N_("Close"), self.closed.emit, "close")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.title)
        column.addWidget(self.lines)
        column.addLayout(button_row((self.new_button, self.close_button)))
        column.addStretch(1)

    def show_day(self, day: date, events: Sequence[Event]) -> None:
        """Show a day, and stand on its first event."""
        say, self.day = self._shell.say, day
        self.title.setText(long_day(day, say.language))
        self.lines.show_lines(
            [Line(each.id, f"{times(each)} {each.title}".strip(), say(state_of(each).word), each.place)
             for each in events], MOST,
        )  # fmt: skip
        if events:
            self.lines.enter(from_below=False)
        else:
            self.new_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
